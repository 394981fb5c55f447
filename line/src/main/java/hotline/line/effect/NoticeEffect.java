package hotline.line.effect;

import hotline.line.body.EntityId;
import hotline.line.body.NoticeRef;
import hotline.line.body.NoticeState;
import hotline.line.notice.Dispute;
import hotline.line.notice.Notice;
import hotline.record.cbor.CborArray;
import java.util.List;

/** What changes in the notices. */
public sealed interface NoticeEffect extends Effect {
  /** A notice is there, or has a new version. */
  record Declared(Notice notice) implements NoticeEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("notice").add(notice.encoded()).build();
    }
  }

  /**
   * Which live notices of other parties a notice meets, coarsely: their nodes now exchange details.
   *
   * @param others in the order of their entities
   */
  record NoticeMeets(NoticeRef notice, List<NoticeRef> others) implements NoticeEffect {
    public NoticeMeets {
      others = List.copyOf(others);
    }

    @Override
    public CborArray encoded() {
      return CborArray.builder()
          .add("meets")
          .add(notice.encoded())
          .add(CborArray.of(others, NoticeRef::encoded))
          .build();
    }
  }

  /** A notice is in another state. */
  record Moved(EntityId entity, NoticeState state, long index) implements NoticeEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder()
          .add("notice-state")
          .add(entity.bytes())
          .add(state.code())
          .add(index)
          .build();
    }
  }

  /** A notice is over. */
  record Ended(EntityId entity, long index, long timeUs) implements NoticeEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder()
          .add("notice-end")
          .add(entity.bytes())
          .add(index)
          .add(timeUs)
          .build();
    }
  }

  /** Another party objects to a notice. */
  record Disputed(EntityId entity, Dispute dispute) implements NoticeEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("dispute").add(entity.bytes()).add(dispute.encoded()).build();
    }
  }
}
