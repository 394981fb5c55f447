package hotline.line.body;

import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.line.Kind;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Field;
import hotline.record.cbor.Fields;
import hotline.record.statement.Header;
import hotline.record.statement.StatementId;
import java.util.Optional;

/** What is said in the breach ledger. */
public sealed interface BreachBody extends Body {
  /** The most characters of what is said. */
  int WORDS_MAX = 1000;

  /** What a breach is against. */
  sealed interface Against {
    /** The most characters of a name for a track. */
    int TRACK_MAX = 200;

    /** The keys of the terms that are clauses. */
    int CLAUSE_MIN = 4;

    int CLAUSE_MAX = 26;

    /**
     * A clause of the terms.
     *
     * @param key in docs/format.md §4
     */
    record Clause(int key) implements Against {}

    /** A notice that was not kept to. */
    record Declared(NoticeRef notice) implements Against {}

    /** A track that no notice is known for, as the claimant names it. */
    record Track(String words) implements Against {}

    private static Against read(Field field) {
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
              at ->
                  switch (at.small(0, 0, 2)) {
                    case 0 -> new Clause(at.small(1, CLAUSE_MIN, CLAUSE_MAX));
                    case 2 -> new Track(Texts.said(at.at(1), TRACK_MAX));
                    default -> throw new IllegalArgumentException("a notice has a version");
                  });
    }

    private CborArray encoded() {
      return switch (this) {
        case Clause(int key) -> CborArray.builder().add(0).add(key).build();
        case Declared(NoticeRef notice) ->
            CborArray.builder().add(1).add(notice.entity().bytes()).add(notice.version()).build();
        case Track(String words) -> CborArray.builder().add(2).add(words).build();
      };
    }
  }

  /**
   * Claims that another party broke what was agreed.
   *
   * @param party of whom it is claimed
   * @param time of the event
   * @param zone of the terms
   */
  record Claim(
      String party,
      Against against,
      EventTime time,
      Optional<Position> position,
      Optional<HeightBand> band,
      Optional<String> zone,
      String words)
      implements BreachBody {
    @Override
    public Kind kind() {
      return Kind.BREACH;
    }

    static Claim read(Fields at) {
      return new Claim(
          at.name(1),
          Against.read(at.at(2)),
          EventTime.read(at, 3),
          at.nullable(5, Shapes::position),
          at.nullable(6, Shapes::band),
          at.nullable(7, Field::name),
          Texts.said(at, 8, WORDS_MAX));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, party)
          .put(2, against.encoded())
          .put(3, time.fromUs())
          .put(4, time.toUs())
          .putOrNull(5, position, Shapes::encode)
          .putOrNull(6, band, Shapes::encode)
          .putOrNull(7, zone, CborValue::of)
          .put(8, words)
          .build();
    }
  }

  /** What the party says to it. */
  enum Reply implements Coded {
    ACCEPTS(0),
    DISPUTES(1),
    NO_COMMENT(2),
    /** Will answer by a time. */
    NEEDS_TIME(3);

    private final int code;

    Reply(int code) {
      this.code = code;
    }

    @Override
    public int code() {
      return code;
    }
  }

  /**
   * The answer of the party of whom it is claimed.
   *
   * @param byUs until when it needs time; there is one if, and only if, it does
   */
  record Answer(StatementId breach, Reply reply, Optional<Long> byUs, Optional<String> text)
      implements BreachBody {
    /** Refuses a time without a need for it, and the need without a time. */
    public Answer {
      if (byUs.isPresent() != (reply == Reply.NEEDS_TIME)) {
        throw new IllegalArgumentException("who needs time says until when, and nobody else");
      }
    }

    @Override
    public Kind kind() {
      return Kind.BREACH_ANSWER;
    }

    static Answer read(Fields at) {
      return new Answer(
          Ids.statement(at.at(1)),
          Coded.read(at.at(2), Reply.values()),
          at.nullable(3, time -> time.integer(0, Header.TIME_US_MAX)),
          at.nullable(4, text -> text.text(WORDS_MAX)));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, breach.bytes())
          .put(2, reply.code())
          .putOrNull(3, byUs, CborValue::of)
          .putOrNull(4, text, CborValue::of)
          .build();
    }
  }

  /** What a follow-up does. */
  enum Step implements Coded {
    COMMENT(0),
    /** The claimant claims less. */
    NARROWED(1),
    /** The claimant no longer claims it. */
    WITHDRAWN(2);

    private final int code;

    Step(int code) {
      this.code = code;
    }

    @Override
    public int code() {
      return code;
    }
  }

  /** More on a breach. */
  record FollowUp(StatementId breach, Step step, String words) implements BreachBody {
    @Override
    public Kind kind() {
      return Kind.BREACH_FOLLOW_UP;
    }

    static FollowUp read(Fields at) {
      return new FollowUp(
          Ids.statement(at.at(1)),
          Coded.read(at.at(2), Step.values()),
          Texts.said(at, 3, WORDS_MAX));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, breach.bytes()).put(2, step.code()).put(3, words).build();
    }
  }
}
