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
import java.util.List;
import java.util.Optional;

/** Messages between posts, and what became of them. */
public sealed interface MessageBody extends Body {
  /** The most characters of a text. */
  int TEXT_MAX = 1000;

  /** The most characters of an officer's name or sign. */
  int OFFICER_MAX = 40;

  /**
   * A message. A STOP needs nothing but its kind.
   *
   * @param to empty: every post of every other party
   * @param language of the text, as two or three letters
   * @param notices that it is about, at most {@value #NOTICES_MAX}
   * @param passedUs when it was really said, by voice or on paper, if it is entered later; the
   *     sender's word, and evidence of nothing else
   */
  record Message(
      Kind kind,
      List<Address> to,
      Optional<Long> replyByUs,
      Optional<String> text,
      Optional<String> language,
      Optional<Position> position,
      Optional<HeightBand> band,
      List<NoticeRef> notices,
      Optional<Long> passedUs)
      implements MessageBody {
    /** The most notices that one message names. */
    public static final int NOTICES_MAX = 16;

    /** The most addressees. */
    public static final int TO_MAX = 64;

    private static final int LANGUAGE_MAX = 3;
    private static final int PASSED = 8;

    /** Refuses a kind that is no message. */
    public Message {
      if (!kind.isMessage()) {
        throw new IllegalArgumentException(kind.word() + " is no message");
      }
      to = List.copyOf(to);
      notices = List.copyOf(notices);
    }

    /** A message that is said now. */
    public Message(
        Kind kind,
        List<Address> to,
        Optional<Long> replyByUs,
        Optional<String> text,
        Optional<String> language,
        Optional<Position> position,
        Optional<HeightBand> band,
        List<NoticeRef> notices) {
      this(kind, to, replyByUs, text, language, position, band, notices, Optional.empty());
    }

    /** A message of this kind that says nothing else, to everyone. */
    public static Message bare(Kind kind) {
      return new Message(
          kind,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());
    }

    /** When it was said, in µs: when it was passed, if that was before {@code signedUs}. */
    public long saidUs(long signedUs) {
      return passedUs.map(passed -> Math.min(passed, signedUs)).orElse(signedUs);
    }

    /** A conflict is about notices as the terms have them. */
    @Override
    public boolean needsTerms() {
      return kind == Kind.CONFLICT;
    }

    static Message read(Kind kind, Fields at) {
      return new Message(
          kind,
          at.list(1, 0, TO_MAX, Address::read),
          at.nullable(2, time -> time.integer(0, Header.TIME_US_MAX)),
          at.nullable(3, text -> text.text(TEXT_MAX)),
          at.nullable(4, Message::language),
          at.nullable(5, Shapes::position),
          at.nullable(6, Shapes::band),
          at.list(7, 0, NOTICES_MAX, NoticeRef::read),
          at.has(PASSED)
              ? Optional.of(at.integer(PASSED, 0, Header.TIME_US_MAX))
              : Optional.empty());
    }

    private static String language(Field field) {
      String letters = field.name();
      field.require(
          letters.length() >= 2
              && letters.length() <= LANGUAGE_MAX
              && letters.chars().allMatch(c -> c >= 'a' && c <= 'z'),
          "a language as two or three letters");
      return letters;
    }

    @Override
    public CborMap content() {
      CborMap.Builder content =
          CborMap.builder()
              .put(1, CborArray.of(to, Address::encoded))
              .putOrNull(2, replyByUs, CborValue::of)
              .putOrNull(3, text, CborValue::of)
              .putOrNull(4, language, CborValue::of)
              .putOrNull(5, position, Shapes::encode)
              .putOrNull(6, band, Shapes::encode)
              .put(7, CborArray.of(notices, NoticeRef::encoded));
      // Left out, not null: messages from before there was this key are the same bytes.
      return passedUs.map(us -> content.put(PASSED, us)).orElse(content).build();
    }
  }

  /** What an addressed party says of a message. */
  sealed interface Reply extends MessageBody {
    /** The message. */
    StatementId message();
  }

  /** The message is safe on a node of the addressed party. */
  record Delivered(StatementId message) implements Reply {
    @Override
    public Kind kind() {
      return Kind.DELIVERED;
    }

    static Delivered read(Fields at) {
      return new Delivered(Ids.statement(at.at(1)));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, message.bytes()).build();
    }
  }

  /** It stands on a screen at a post. */
  record Displayed(StatementId message, String post) implements Reply {
    @Override
    public Kind kind() {
      return Kind.DISPLAYED;
    }

    static Displayed read(Fields at) {
      return new Displayed(Ids.statement(at.at(1)), at.name(2));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, message.bytes()).put(2, post).build();
    }
  }

  /** A person at a post has it: heard, not agreed. */
  record Accepted(StatementId message, String post, String officer) implements Reply {
    @Override
    public Kind kind() {
      return Kind.ACCEPTED;
    }

    static Accepted read(Fields at) {
      return new Accepted(Ids.statement(at.at(1)), at.name(2), at.text(3, OFFICER_MAX));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, message.bytes()).put(2, post).put(3, officer).build();
    }
  }

  /**
   * An answer.
   *
   * @param notice the amended notice by which the party complies
   */
  record Answer(StatementId message, Word word, Optional<String> text, Optional<NoticeRef> notice)
      implements Reply {
    @Override
    public Kind kind() {
      return Kind.ANSWER;
    }

    static Answer read(Fields at) {
      return new Answer(
          Ids.statement(at.at(1)),
          Coded.read(at.at(2), Word.values()),
          at.nullable(3, text -> text.text(TEXT_MAX)),
          at.nullable(4, NoticeRef::read));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, message.bytes())
          .put(2, word.code())
          .putOrNull(3, text, CborValue::of)
          .putOrNull(4, notice, NoticeRef::encoded)
          .build();
    }
  }
}
