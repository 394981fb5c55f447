package hotline.line.disclosure;

import hotline.line.body.NoticeRef;
import hotline.record.merkle.Hash;
import hotline.record.statement.LineId;

/**
 * A notice as the record has it: all that an exchange of details needs to know of it.
 *
 * @param party its issuer
 * @param leaves the padded count of its commitment
 * @param live whether this is its newest version, it has not ended and its last extent has not
 *     passed by the reader's clock
 */
public record RecordedNotice(
    NoticeRef notice, String party, Extents extents, Hash commitment, long leaves, boolean live) {
  /** What its openings must be about. */
  public Subject subject(LineId line) {
    return new Subject(line, party, notice);
  }
}
