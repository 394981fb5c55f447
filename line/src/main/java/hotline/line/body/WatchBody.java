package hotline.line.body;

import hotline.line.Kind;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Fields;
import hotline.record.statement.StatementId;
import java.util.List;

/** Who sits at a post. */
public sealed interface WatchBody extends Body {
  /** The most characters of an officer's name or sign. */
  int OFFICER_MAX = 40;

  /** The post of the speaker's party. */
  String post();

  /** An officer takes the watch. */
  record Take(String post, String officer) implements WatchBody {
    @Override
    public Kind kind() {
      return Kind.WATCH_TAKE;
    }

    static Take read(Fields at) {
      return new Take(at.name(1), at.text(2, OFFICER_MAX));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, post).put(2, officer).build();
    }
  }

  /**
   * The officer on watch names the next one, who then takes it.
   *
   * @param open statements that still need someone, at most {@value #OPEN_MAX}
   */
  record Handover(String post, String to, List<StatementId> open) implements WatchBody {
    /** The most open items. */
    public static final int OPEN_MAX = 64;

    public Handover {
      open = List.copyOf(open);
    }

    @Override
    public Kind kind() {
      return Kind.WATCH_HANDOVER;
    }

    static Handover read(Fields at) {
      return new Handover(
          at.name(1), at.text(2, OFFICER_MAX), at.list(3, 0, OPEN_MAX, Ids::statement));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, post)
          .put(2, to)
          .put(3, CborArray.of(open, id -> CborValue.of(id.bytes())))
          .build();
    }
  }
}
