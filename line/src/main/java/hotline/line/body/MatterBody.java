package hotline.line.body;

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

/** What is said alike in the files of incidents and of cases. */
public sealed interface MatterBody extends Body {
  /** The most characters of what is put on record, of a scope, of a reason. */
  int WORDS_MAX = 1000;

  /** The most characters of a scope and of what is due. */
  int SHORT_MAX = 200;

  /** The most characters of a note on something done. */
  int NOTE_MAX = 500;

  /** The most characters of a dissent. */
  int DISSENT_MAX = 2000;

  /**
   * Words a fact for all to sign.
   *
   * @param file an incident or a case
   * @param refers what it rests on
   */
  record Fact(StatementId file, String words, List<StatementId> refers)
      implements MatterBody, MotionBody {
    public Fact {
      refers = List.copyOf(refers);
    }

    @Override
    public Kind kind() {
      return Kind.FACT;
    }

    static Fact read(Fields at) {
      return new Fact(Ids.statement(at.at(1)), Texts.said(at, 2, WORDS_MAX), Texts.refers(at, 3));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, file.bytes())
          .put(2, words)
          .put(3, CborArray.of(refers, id -> CborValue.of(id.bytes())))
          .build();
    }
  }

  /**
   * Says that something is due.
   *
   * @param file an incident or a case
   * @param party for which it is
   */
  record Due(StatementId file, String party, String words, long dueUs) implements MatterBody {
    @Override
    public Kind kind() {
      return Kind.DUE;
    }

    static Due read(Fields at) {
      return new Due(
          Ids.statement(at.at(1)),
          at.name(2),
          Texts.said(at, 3, SHORT_MAX),
          at.integer(4, 0, Header.TIME_US_MAX));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, file.bytes())
          .put(2, party)
          .put(3, words)
          .put(4, dueUs)
          .build();
    }
  }

  /** The party for which it is has done it. */
  record DueDone(StatementId due, String words) implements MatterBody {
    @Override
    public Kind kind() {
      return Kind.DUE_DONE;
    }

    static DueDone read(Fields at) {
      return new DueDone(Ids.statement(at.at(1)), at.text(2, NOTE_MAX));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, due.bytes()).put(2, words).build();
    }
  }

  /**
   * Signs what another party has worded.
   *
   * @param dissent what the signer holds otherwise; of findings and minutes only
   * @param seat of the signer in the working group; there is one in a case
   */
  record Agree(StatementId item, Optional<String> dissent, Optional<String> seat)
      implements MatterBody {
    @Override
    public Kind kind() {
      return Kind.AGREE;
    }

    static Agree read(Fields at) {
      return new Agree(
          Ids.statement(at.at(1)),
          at.nullable(2, text -> Texts.said(text, DISSENT_MAX)),
          at.nullable(3, Field::name));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, item.bytes())
          .putOrNull(2, dissent, CborValue::of)
          .putOrNull(3, seat, CborValue::of)
          .build();
    }
  }

  /**
   * Ends what another party, or the own, has worded: on record, with its scope and reason.
   *
   * @param scope of what the party refuses
   */
  record Veto(StatementId item, String scope, String reason, Optional<String> seat)
      implements MatterBody {
    @Override
    public Kind kind() {
      return Kind.VETO;
    }

    static Veto read(Fields at) {
      return new Veto(
          Ids.statement(at.at(1)),
          Texts.said(at, 2, SHORT_MAX),
          Texts.said(at, 3, WORDS_MAX),
          at.nullable(4, Field::name));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, item.bytes())
          .put(2, scope)
          .put(3, reason)
          .putOrNull(4, seat, CborValue::of)
          .build();
    }
  }

  /** Takes the own claim, fact, finding, proposal or minutes back. It stays on record. */
  record Retract(StatementId item, String reason) implements MatterBody {
    @Override
    public Kind kind() {
      return Kind.RETRACT;
    }

    static Retract read(Fields at) {
      return new Retract(Ids.statement(at.at(1)), Texts.said(at, 2, NOTE_MAX));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, item.bytes()).put(2, reason).build();
    }
  }

  /**
   * Says that nothing is left to be said in a file, as it is now.
   *
   * @param file an incident or a case
   * @param words may be empty
   * @param seat of the speaker in the working group; there is one in a case
   */
  record Close(StatementId file, String words, Optional<String> seat) implements MatterBody {
    @Override
    public Kind kind() {
      return Kind.CLOSE;
    }

    static Close read(Fields at) {
      return new Close(Ids.statement(at.at(1)), at.text(2, NOTE_MAX), at.nullable(3, Field::name));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, file.bytes())
          .put(2, words)
          .putOrNull(3, seat, CborValue::of)
          .build();
    }
  }

  /**
   * Says that something is left to be said in a file, and why.
   *
   * @param file an incident or a case
   * @param seat of the speaker in the working group; there is one in a case
   */
  record Reopen(StatementId file, String reason, Optional<String> seat) implements MatterBody {
    @Override
    public Kind kind() {
      return Kind.REOPEN;
    }

    static Reopen read(Fields at) {
      return new Reopen(
          Ids.statement(at.at(1)), Texts.said(at, 2, NOTE_MAX), at.nullable(3, Field::name));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, file.bytes())
          .put(2, reason)
          .putOrNull(3, seat, CborValue::of)
          .build();
    }
  }
}
