package hotline.line.body;

import hotline.airspace.Extent;
import hotline.line.Kind;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Field;
import hotline.record.cbor.Fields;
import hotline.record.merkle.Hash;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;

/** What is said of a declared activity. */
public sealed interface NoticeBody extends Body {
  /** The notice that it is about. */
  EntityId entity();

  /** The version that it is about. */
  long version();

  /**
   * Declares an activity, or a new version of it.
   *
   * @param extents 1 to {@value ExtentCodec#COUNT_MAX}: what everyone may know of its volumes
   * @param commitment root over the exact volumes
   * @param leaves how many leaves the commitment has with its padding
   * @param answers the CONFLICT that this version answers
   * @param release third parties to whom others may hand it on, in the order of their names
   */
  record Declare(
      EntityId entity,
      long version,
      String category,
      List<Extent> extents,
      Hash commitment,
      int leaves,
      Optional<StatementId> answers,
      List<String> release)
      implements NoticeBody {
    /** The most leaves that are read; terms allow fewer. */
    public static final int LEAVES_MAX = 4096;

    /** The most third parties that one notice is released to. */
    public static final int RELEASE_MAX = 16;

    /** Refuses a release that could be written in two ways. */
    public Declare {
      extents = List.copyOf(extents);
      release = List.copyOf(release);
      if (release.size() > RELEASE_MAX
          || !release.equals(release.stream().distinct().sorted().toList())) {
        throw new IllegalArgumentException(
            "a notice is released to at most 16 third parties, in the order of their names");
      }
    }

    /** Released to nobody. */
    public Declare(
        EntityId entity,
        long version,
        String category,
        List<Extent> extents,
        Hash commitment,
        int leaves,
        Optional<StatementId> answers) {
      this(entity, version, category, extents, commitment, leaves, answers, List.of());
    }

    /** What it declares. */
    public Activity activity() {
      return new Activity(category, extents);
    }

    @Override
    public Kind kind() {
      return Kind.NOTICE;
    }

    @Override
    public boolean needsTerms() {
      return true;
    }

    static Declare read(Fields at) {
      return new Declare(
          Ids.entity(at.at(1)),
          at.integer(2, 1, NoticeRef.VERSION_MAX),
          at.name(3),
          at.list(4, 1, ExtentCodec.COUNT_MAX, ExtentCodec::read),
          Ids.hash(at.at(5)),
          at.small(6, 1, LEAVES_MAX),
          at.nullable(7, Ids::statement),
          at.list(8, 0, RELEASE_MAX, Field::name));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, entity.bytes())
          .put(2, version)
          .put(3, category)
          .put(4, CborArray.of(extents, ExtentCodec::encode))
          .put(5, commitment.bytes())
          .put(6, leaves)
          .putOrNull(7, answers, id -> CborValue.of(id.bytes()))
          .put(8, CborArray.of(release, CborValue::of))
          .build();
    }
  }

  /**
   * Says that the activity flies, or flies otherwise.
   *
   * @param state activated, nonconforming or contingent
   */
  record Move(EntityId entity, long version, NoticeState state) implements NoticeBody {
    /** Refuses the states that a notice gets by being declared or ended. */
    public Move {
      if (state == NoticeState.ACCEPTED || state == NoticeState.ENDED) {
        throw new IllegalArgumentException("a notice is not moved to " + state);
      }
    }

    @Override
    public Kind kind() {
      return Kind.NOTICE_STATE;
    }

    /** What is off nominal always gets through. */
    @Override
    public boolean needsTerms() {
      return state == NoticeState.ACTIVATED;
    }

    @Override
    public boolean alwaysPasses() {
      return state != NoticeState.ACTIVATED;
    }

    static Move read(Fields at) {
      return new Move(
          Ids.entity(at.at(1)),
          at.integer(2, 1, NoticeRef.VERSION_MAX),
          Coded.read(at.at(3), NoticeState.values()));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, entity.bytes()).put(2, version).put(3, state.code()).build();
    }
  }

  /** Ends the activity. */
  record End(EntityId entity, long version) implements NoticeBody {
    @Override
    public Kind kind() {
      return Kind.NOTICE_END;
    }

    static End read(Fields at) {
      return new End(Ids.entity(at.at(1)), at.integer(2, 1, NoticeRef.VERSION_MAX));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, entity.bytes()).put(2, version).build();
    }
  }

  /** What a dispute is about. */
  enum Ground implements Coded {
    CONDITION(0),
    POSITION(1),
    TIME(2),
    OTHER(3);

    private final int code;

    Ground(int code) {
      this.code = code;
    }

    @Override
    public int code() {
      return code;
    }
  }

  /** Another party's objection to a notice: on record, without effect on it. */
  record Dispute(EntityId entity, long version, Ground ground, String reason)
      implements NoticeBody {
    /** The most characters of the reason. */
    public static final int REASON_MAX = 500;

    @Override
    public Kind kind() {
      return Kind.DISPUTE;
    }

    static Dispute read(Fields at) {
      return new Dispute(
          Ids.entity(at.at(1)),
          at.integer(2, 1, NoticeRef.VERSION_MAX),
          Coded.read(at.at(3), Ground.values()),
          at.text(4, REASON_MAX));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, entity.bytes())
          .put(2, version)
          .put(3, ground.code())
          .put(4, reason)
          .build();
    }
  }
}
