package hotline.line.body;

import hotline.line.Kind;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Fields;
import hotline.record.statement.Header;
import hotline.record.statement.StatementId;
import java.util.Optional;

/** What a party says of its channel, and how parties restore it together. */
public sealed interface StatusBody extends Body {
  /** The most characters of the words. */
  int WORDS_MAX = 1000;

  /** The most characters of a reason. */
  int REASON_MAX = 500;

  /**
   * A party's own channel status.
   *
   * @param effectiveUs from when it is so, before or after it was signed; it counts from then on,
   *     and not before it was signed
   * @param scope what it speaks of; it does not touch the party's word on the rest
   */
  record State(
      ChannelState state,
      long effectiveUs,
      Optional<Condition> condition,
      String words,
      Scope scope)
      implements StatusBody {
    /** Of the whole line. */
    public State(
        ChannelState state, long effectiveUs, Optional<Condition> condition, String words) {
      this(state, effectiveUs, condition, words, Scope.WHOLE);
    }

    @Override
    public Kind kind() {
      return Kind.STATUS;
    }

    /** A suspension always gets through. */
    @Override
    public boolean needsTerms() {
      return state == ChannelState.IN_FORCE;
    }

    static State read(Fields at) {
      return new State(
          Coded.read(at.at(1), ChannelState.values()),
          at.integer(2, 0, Header.TIME_US_MAX),
          at.nullable(3, Condition::read),
          at.text(4, WORDS_MAX),
          Scope.read(at.at(5)));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, state.code())
          .put(2, effectiveUs)
          .putOrNull(3, condition, Condition::encoded)
          .put(4, words)
          .put(5, scope.encoded())
          .build();
    }
  }

  /**
   * Offers to restore the channel, on a condition or none, until a time.
   *
   * @param counters the other party's offer that this one answers
   * @param scope what it speaks of
   */
  record Offer(
      Optional<Condition> condition,
      String words,
      long lapsesUs,
      Optional<StatementId> counters,
      Scope scope)
      implements StatusBody {
    /** Of the whole line, and in answer to none. */
    public Offer(Optional<Condition> condition, String words, long lapsesUs) {
      this(condition, words, lapsesUs, Optional.empty(), Scope.WHOLE);
    }

    @Override
    public Kind kind() {
      return Kind.OFFER;
    }

    @Override
    public boolean needsTerms() {
      return true;
    }

    static Offer read(Fields at) {
      return new Offer(
          at.nullable(1, Condition::read),
          at.text(2, WORDS_MAX),
          at.integer(3, 0, Header.TIME_US_MAX),
          at.nullable(4, Ids::statement),
          Scope.read(at.at(5)));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .putOrNull(1, condition, Condition::encoded)
          .put(2, words)
          .put(3, lapsesUs)
          .putOrNull(4, counters, id -> CborValue.of(id.bytes()))
          .put(5, scope.encoded())
          .build();
    }
  }

  /** Accepts another party's offer, which then binds both. */
  record Accept(StatementId offer) implements StatusBody {
    @Override
    public Kind kind() {
      return Kind.OFFER_ACCEPT;
    }

    @Override
    public boolean needsTerms() {
      return true;
    }

    static Accept read(Fields at) {
      return new Accept(Ids.statement(at.at(1)));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, offer.bytes()).build();
    }
  }

  /** Refuses another party's offer, and ends it. */
  record Refuse(StatementId offer, String reason) implements StatusBody {
    @Override
    public Kind kind() {
      return Kind.OFFER_REFUSE;
    }

    static Refuse read(Fields at) {
      return new Refuse(Ids.statement(at.at(1)), at.text(2, REASON_MAX));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, offer.bytes()).put(2, reason).build();
    }
  }

  /** Takes the own offer back. */
  record Withdraw(StatementId offer) implements StatusBody {
    @Override
    public Kind kind() {
      return Kind.OFFER_WITHDRAW;
    }

    static Withdraw read(Fields at) {
      return new Withdraw(Ids.statement(at.at(1)));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, offer.bytes()).build();
    }
  }
}
