package hotline.line.disclosure;

import hotline.line.body.EntityId;
import hotline.line.body.NoticeRef;
import hotline.record.cbor.Fields;
import java.util.List;

/** Lists of notices that have one form: rising, so that none is named twice. */
final class Rising {
  private Rising() {}

  static void require(List<NoticeRef> notices) {
    for (int i = 1; i < notices.size(); i++) {
      if (notices.get(i - 1).compareTo(notices.get(i)) >= 0) {
        throw new IllegalArgumentException("name notices in rising order, each once");
      }
    }
  }

  /** The entity under a key and the version under the next. */
  static NoticeRef notice(Fields at, long key) {
    return new NoticeRef(
        new EntityId(at.bytes(key, EntityId.LENGTH)),
        at.integer(key + 1, 1, NoticeRef.VERSION_MAX));
  }
}
