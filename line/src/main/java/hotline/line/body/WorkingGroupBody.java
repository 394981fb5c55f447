package hotline.line.body;

import hotline.line.Kind;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Fields;
import hotline.record.merkle.Hash;
import hotline.record.statement.Header;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;

/** What is said in the working group, from its seats: apart from the safety line and its posts. */
public sealed interface WorkingGroupBody extends Body {
  /** The most characters of a title. */
  int TITLE_MAX = 100;

  /** The most characters of a position and of a proposal. */
  int WORDS_MAX = 2000;

  /**
   * Opens a case.
   *
   * @param agenda 1 to {@value #AGENDA_MAX} items
   * @param refers to statements that it is about
   * @param seat of the speaker
   */
  record Open(String title, List<String> agenda, List<StatementId> refers, String seat)
      implements WorkingGroupBody {
    /** The most items of an agenda. */
    public static final int AGENDA_MAX = 32;

    /** The most characters of one item. */
    public static final int ITEM_MAX = 200;

    public Open {
      agenda = List.copyOf(agenda);
      refers = List.copyOf(refers);
    }

    @Override
    public Kind kind() {
      return Kind.CASE;
    }

    static Open read(Fields at) {
      return new Open(
          Texts.said(at, 1, TITLE_MAX),
          at.list(2, 1, AGENDA_MAX, item -> Texts.said(item, ITEM_MAX)),
          Texts.refers(at, 3),
          at.name(4));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, title)
          .put(2, CborArray.of(agenda, CborValue::of))
          .put(3, CborArray.of(refers, id -> CborValue.of(id.bytes())))
          .put(4, seat)
          .build();
    }
  }

  /**
   * A party's position on an item of the agenda: beside the others', and its own earlier ones.
   *
   * @param item from 0
   */
  record Position(StatementId file, int item, String words, String seat)
      implements WorkingGroupBody {
    @Override
    public Kind kind() {
      return Kind.POSITION;
    }

    static Position read(Fields at) {
      return new Position(
          Ids.statement(at.at(1)),
          at.small(2, 0, Open.AGENDA_MAX - 1),
          Texts.said(at, 3, WORDS_MAX),
          at.name(4));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, file.bytes()).put(2, item).put(3, words).put(4, seat).build();
    }
  }

  /**
   * Proposes a decision.
   *
   * @param narrows an earlier proposal of the same case, of whichever party; nothing happens to it
   * @param terms that are proposed with it; they are agreed on by themselves
   */
  record Proposal(
      StatementId file,
      String words,
      Optional<StatementId> narrows,
      Optional<Hash> terms,
      String seat)
      implements WorkingGroupBody, MotionBody {
    @Override
    public Kind kind() {
      return Kind.PROPOSAL;
    }

    static Proposal read(Fields at) {
      return new Proposal(
          Ids.statement(at.at(1)),
          Texts.said(at, 2, WORDS_MAX),
          at.nullable(3, Ids::statement),
          at.nullable(4, Ids::hash),
          at.name(5));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, file.bytes())
          .put(2, words)
          .putOrNull(3, narrows, id -> CborValue.of(id.bytes()))
          .putOrNull(4, terms, hash -> CborValue.of(hash.bytes()))
          .put(5, seat)
          .build();
    }
  }

  /**
   * Minutes of a meeting, for signature.
   *
   * @param nextUs when the group meets next
   */
  record Minutes(StatementId file, String words, Optional<Long> nextUs, String seat)
      implements WorkingGroupBody, MotionBody {
    /**
     * The most characters; in letters of more than one byte the size of a statement allows less.
     */
    public static final int MINUTES_MAX = 8000;

    @Override
    public Kind kind() {
      return Kind.MINUTES;
    }

    static Minutes read(Fields at) {
      return new Minutes(
          Ids.statement(at.at(1)),
          Texts.said(at, 2, MINUTES_MAX),
          at.nullable(3, time -> time.integer(0, Header.TIME_US_MAX)),
          at.name(4));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, file.bytes())
          .put(2, words)
          .putOrNull(3, nextUs, CborValue::of)
          .put(4, seat)
          .build();
    }
  }

  /**
   * Says that a message which came in on the safety line belongs to the working group.
   *
   * @param file the case that it belongs to; empty: none yet
   */
  record HandOff(StatementId message, Optional<StatementId> file, String words)
      implements WorkingGroupBody {
    /** The most characters. */
    public static final int NOTE_MAX = 500;

    @Override
    public Kind kind() {
      return Kind.HAND_OFF;
    }

    static HandOff read(Fields at) {
      return new HandOff(
          Ids.statement(at.at(1)), at.nullable(2, Ids::statement), at.text(3, NOTE_MAX));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, message.bytes())
          .putOrNull(2, file, id -> CborValue.of(id.bytes()))
          .put(3, words)
          .build();
    }
  }
}
