package hotline.line.notice;

import hotline.line.body.EntityId;

/**
 * What the state still knows of a notice that is over. The rest is in the record.
 *
 * @param version its last
 * @param index the entry of its last version
 * @param endIndex the entry that ended it
 * @param endedUs when that was signed, µs since 1970 UTC
 */
public record EndedNotice(
    EntityId entity, String party, long version, long index, long endIndex, long endedUs) {}
