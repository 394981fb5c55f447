package hotline.line.body;

import hotline.line.Kind;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Field;
import hotline.record.cbor.Fields;
import hotline.record.statement.StatementId;
import java.util.Optional;

/** What a party says of those outside of the line. */
public sealed interface ThirdPartyBody extends Body {
  /** The most characters of what is said of a reach. */
  int WORDS_MAX = 500;

  /** Says whether the speaker can reach a third party. */
  record Reach(String thirdParty, boolean can, String words) implements ThirdPartyBody {
    @Override
    public Kind kind() {
      return Kind.REACH;
    }

    static Reach read(Fields at) {
      return new Reach(at.name(1), at.integer(2, 0, 1) == 1, at.text(3, WORDS_MAX));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, thirdParty).put(2, can ? 1 : 0).put(3, words).build();
    }
  }

  /** What is handed on. */
  sealed interface What {
    /** A message. */
    record Message(StatementId id) implements What {}

    /** A notice. */
    record Declared(NoticeRef notice) implements What {}

    private static What read(Field field) {
      boolean three = field.value() instanceof CborArray array && array.size() == 3;
      return three
          ? field.tuple(
              3,
              at -> {
                at.integer(0, 1, 1);
                return new Declared(
                    new NoticeRef(Ids.entity(at.at(1)), at.integer(2, 1, NoticeRef.VERSION_MAX)));
              })
          : field.tuple(
              2,
              at -> {
                at.integer(0, 0, 0);
                return new Message(Ids.statement(at.at(1)));
              });
    }

    /** {@code [0, message id]} or {@code [1, entity, version]}. */
    default CborArray encoded() {
      return switch (this) {
        case Message(StatementId id) -> CborArray.builder().add(0).add(id.bytes()).build();
        case Declared(NoticeRef notice) ->
            CborArray.builder().add(1).add(notice.entity().bytes()).add(notice.version()).build();
      };
    }
  }

  /** To whom. */
  sealed interface To {
    /** The most characters of a unit's name. */
    int UNIT_MAX = 64;

    /** A third party of the terms. */
    record ThirdParty(String name) implements To {}

    /** A unit of the speaker's own, as it names it. */
    record Unit(String name) implements To {}

    private static To read(Field field) {
      return field.tuple(
          2,
          at ->
              at.integer(0, 0, 1) == 0
                  ? new ThirdParty(at.name(1))
                  : new Unit(Texts.said(at, 1, UNIT_MAX)));
    }

    /** {@code [0, third party]} or {@code [1, unit]}. */
    default CborArray encoded() {
      return switch (this) {
        case ThirdParty(String name) -> CborArray.builder().add(0).add(name).build();
        case Unit(String name) -> CborArray.builder().add(1).add(name).build();
      };
    }
  }

  /** How far it came. */
  enum Step implements Coded {
    HANDED_ON(0),
    /** The receiver has confirmed it. */
    CONFIRMED(1),
    COULD_NOT(2);

    private final int code;

    Step(int code) {
      this.code = code;
    }

    @Override
    public int code() {
      return code;
    }
  }

  /** Ticks off that a message or a notice was handed on. */
  record Relay(What what, To to, Step step, Optional<String> words) implements ThirdPartyBody {
    /** The most characters. */
    public static final int NOTE_MAX = 200;

    @Override
    public Kind kind() {
      return Kind.RELAY;
    }

    static Relay read(Fields at) {
      return new Relay(
          What.read(at.at(1)),
          To.read(at.at(2)),
          Coded.read(at.at(3), Step.values()),
          at.nullable(4, text -> text.text(NOTE_MAX)));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, what.encoded())
          .put(2, to.encoded())
          .put(3, step.code())
          .putOrNull(4, words, CborValue::of)
          .build();
    }
  }
}
