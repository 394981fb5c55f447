package hotline.line.body;

import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.line.Kind;
import hotline.line.disclosure.Opening;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Fields;
import hotline.record.merkle.Hash;
import hotline.record.statement.Header;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;

/** What is said of an incident. */
public sealed interface IncidentBody extends Body {
  /** The most characters of a title. */
  int TITLE_MAX = 100;

  /** The most characters of a party's version, and of a finding. */
  int ACCOUNT_MAX = 4000;

  /** The most characters of a claim, and of a reason. */
  int WORDS_MAX = 1000;

  /** What the other parties can assess. */
  sealed interface Exhibit extends IncidentBody
      permits Open, Account, Evidence, Disclosure, Claim {}

  /**
   * Opens an incident, with the opener's own version.
   *
   * @param time of the event
   * @param refers to statements that have to do with it
   */
  record Open(
      String title,
      EventTime time,
      Optional<Position> position,
      Optional<HeightBand> band,
      String words,
      List<StatementId> refers)
      implements Exhibit {
    /** The most characters of the opener's version. */
    public static final int OPENING_MAX = 2000;

    public Open {
      refers = List.copyOf(refers);
    }

    @Override
    public Kind kind() {
      return Kind.INCIDENT;
    }

    static Open read(Fields at) {
      return new Open(
          Texts.said(at, 1, TITLE_MAX),
          EventTime.read(at, 2),
          at.nullable(4, Shapes::position),
          at.nullable(5, Shapes::band),
          Texts.said(at, 6, OPENING_MAX),
          Texts.refers(at, 7));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, title)
          .put(2, time.fromUs())
          .put(3, time.toUs())
          .putOrNull(4, position, Shapes::encode)
          .putOrNull(5, band, Shapes::encode)
          .put(6, words)
          .put(7, CborArray.of(refers, id -> CborValue.of(id.bytes())))
          .build();
    }
  }

  /** A party's version: it stands beside the others', and its own earlier ones. */
  record Account(StatementId incident, String words) implements Exhibit {
    @Override
    public Kind kind() {
      return Kind.ACCOUNT;
    }

    static Account read(Fields at) {
      return new Account(Ids.statement(at.at(1)), Texts.said(at, 2, ACCOUNT_MAX));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, incident.bytes()).put(2, words).build();
    }
  }

  /** What a sealed thing is. */
  enum Sort implements Coded {
    TRACK(0),
    FILE(1),
    RECORDING(2),
    OTHER(3);

    private final int code;

    Sort(int code) {
      this.code = code;
    }

    @Override
    public int code() {
      return code;
    }
  }

  /**
   * Seals a thing by its digest when it arose; the thing itself stays outside of the record.
   *
   * @param digest SHA-256 of the thing
   * @param bytes how many it has, at most {@link #BYTES_MAX}
   * @param time that it covers
   * @param incident to whose file it belongs; it can be attached to one later
   */
  record Evidence(
      Sort sort,
      String title,
      Hash digest,
      long bytes,
      Optional<EventTime> time,
      Optional<StatementId> incident)
      implements Exhibit {
    /** More than anyone hands over: 1 PiB. */
    public static final long BYTES_MAX = 1L << 50;

    @Override
    public Kind kind() {
      return Kind.EVIDENCE;
    }

    static Evidence read(Fields at) {
      Optional<Long> fromUs = at.nullable(5, from -> from.integer(0, Header.TIME_US_MAX));
      Optional<Long> toUs = at.nullable(6, to -> to.integer(0, Header.TIME_US_MAX));
      if (fromUs.isPresent() != toUs.isPresent()) {
        throw new IllegalArgumentException("a time has both ends, or there is none");
      }
      return new Evidence(
          Coded.read(at.at(1), Sort.values()),
          Texts.said(at, 2, TITLE_MAX),
          Ids.hash(at.at(3)),
          at.integer(4, 0, BYTES_MAX),
          fromUs.map(from -> new EventTime(from, toUs.orElseThrow())),
          at.nullable(7, Ids::statement));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, sort.code())
          .put(2, title)
          .put(3, digest.bytes())
          .put(4, bytes)
          .putOrNull(5, time, each -> CborValue.of(each.fromUs()))
          .putOrNull(6, time, each -> CborValue.of(each.toUs()))
          .putOrNull(7, incident, id -> CborValue.of(id.bytes()))
          .build();
    }
  }

  /** What is disclosed. */
  sealed interface What {
    /**
     * One exact volume of a notice of the speaker. Whether it is what was committed to is computed
     * from the record by whoever reads it; a false one is evidence against its issuer.
     *
     * @param notice the NOTICE statement
     */
    record Volume(StatementId notice, Opening opening) implements What {}

    /** A sealed thing of the speaker: it is handed over outside of the record. */
    record Sealed(StatementId evidence) implements What {}
  }

  /** Discloses what was committed to, or sealed. */
  record Disclosure(StatementId incident, What what) implements Exhibit {
    /** The NOTICE whose volume is opened. */
    @Override
    public List<StatementId> refers() {
      return what instanceof What.Volume(StatementId notice, Opening _)
          ? List.of(notice)
          : List.of();
    }

    @Override
    public Kind kind() {
      return Kind.DISCLOSURE;
    }

    static Disclosure read(Fields at) {
      boolean three = at.at(2).value() instanceof CborArray array && array.size() == 3;
      What what =
          at.at(2)
              .tuple(
                  three ? 3 : 2,
                  each -> {
                    each.integer(0, three ? 0 : 1, three ? 0 : 1);
                    StatementId id = Ids.statement(each.at(1));
                    return three
                        ? new What.Volume(id, Opening.read(each.at(2)))
                        : new What.Sealed(id);
                  });
      return new Disclosure(Ids.statement(at.at(1)), what);
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, incident.bytes())
          .put(
              2,
              switch (what) {
                case What.Volume(StatementId notice, Opening opening) ->
                    CborArray.builder().add(0).add(notice.bytes()).add(opening.encoded()).build();
                case What.Sealed(StatementId evidence) ->
                    CborArray.builder().add(1).add(evidence.bytes()).build();
              })
          .build();
    }
  }

  /**
   * Claims that something happened, or will.
   *
   * @param incident to whose file it belongs; it can be attached to one later
   * @param time of the event; it may lie ahead
   * @param narrows an own claim that this one takes the place of
   */
  record Claim(
      Optional<StatementId> incident,
      String words,
      EventTime time,
      Optional<Position> position,
      Optional<StatementId> narrows)
      implements Exhibit {
    @Override
    public Kind kind() {
      return Kind.CLAIM;
    }

    static Claim read(Fields at) {
      return new Claim(
          at.nullable(1, Ids::statement),
          Texts.said(at, 2, WORDS_MAX),
          EventTime.read(at, 3),
          at.nullable(5, Shapes::position),
          at.nullable(6, Ids::statement));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .putOrNull(1, incident, id -> CborValue.of(id.bytes()))
          .put(2, words)
          .put(3, time.fromUs())
          .put(4, time.toUs())
          .putOrNull(5, position, Shapes::encode)
          .putOrNull(6, narrows, id -> CborValue.of(id.bytes()))
          .build();
    }
  }

  /** Puts own evidence, an own claim or an own claim of a breach into the file of an incident. */
  record Attach(StatementId incident, StatementId item) implements IncidentBody {
    @Override
    public Kind kind() {
      return Kind.ATTACH;
    }

    static Attach read(Fields at) {
      return new Attach(Ids.statement(at.at(1)), Ids.statement(at.at(2)));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, incident.bytes()).put(2, item.bytes()).build();
    }
  }

  /** What a party holds of another's word. */
  enum View implements Coded {
    ACCEPTS(0),
    DISPUTES(1),
    CANNOT_VERIFY(2),
    NO_FIRM_INFORMATION(3);

    private final int code;

    View(int code) {
      this.code = code;
    }

    @Override
    public int code() {
      return code;
    }
  }

  /**
   * Says what the speaker holds of another party's exhibit.
   *
   * @param reason not empty if it disputes
   */
  record Assess(StatementId item, View view, String reason) implements IncidentBody {
    /** Refuses a dispute without a reason. */
    public Assess {
      if (view == View.DISPUTES && reason.isBlank()) {
        throw new IllegalArgumentException("Who disputes says why: give the reason.");
      }
    }

    @Override
    public Kind kind() {
      return Kind.ASSESS;
    }

    static Assess read(Fields at) {
      return new Assess(
          Ids.statement(at.at(1)), Coded.read(at.at(2), View.values()), at.text(3, WORDS_MAX));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, item.bytes()).put(2, view.code()).put(3, reason).build();
    }
  }

  /**
   * Words what came out, for all to sign, with or without dissent.
   *
   * @param refers what it rests on
   */
  record Finding(StatementId file, String words, List<StatementId> refers)
      implements IncidentBody, MotionBody {
    public Finding {
      refers = List.copyOf(refers);
    }

    @Override
    public Kind kind() {
      return Kind.FINDING;
    }

    static Finding read(Fields at) {
      return new Finding(
          Ids.statement(at.at(1)), Texts.said(at, 2, ACCOUNT_MAX), Texts.refers(at, 3));
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
}
