package hotline.line.status;

import hotline.line.body.Condition;
import hotline.line.body.Scope;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An offer to restore the channel, or a part of it, and what became of it.
 *
 * @param id the OFFER
 * @param condition that would bind all; null: none
 * @param lapsesUs an answer signed later than this comes too late
 * @param counters the other party's offer that it answers; null: none
 * @param scope what would be restored
 * @param acceptances so far, in the order of the parties' names
 * @param end how it ended; null while it is open
 */
public record Offer(
    StatementId id,
    String party,
    @Nullable Condition condition,
    String words,
    long saidUs,
    long lapsesUs,
    @Nullable StatementId counters,
    Scope scope,
    long index,
    List<Acceptance> acceptances,
    @Nullable End end) {
  public Offer {
    acceptances = List.copyOf(acceptances);
  }

  /** One party's acceptance. */
  public record Acceptance(String party, StatementId statement, long timeUs) {
    private CborArray encoded() {
      return CborArray.builder().add(party).add(statement.bytes()).add(timeUs).build();
    }
  }

  /** How an offer can end. */
  public enum Ending {
    /** By all that it asks: it binds. */
    ACCEPTED("accepted"),
    REFUSED("refused"),
    WITHDRAWN("withdrawn"),
    /** Its own party made another one after it had lapsed. */
    LAPSED("let lapse"),
    /**
     * Its own party said its status anew or is bound by another offer of the same scope, or new
     * terms came into force.
     */
    OVERTAKEN("overtaken by a later status, by another offer, or by new terms");

    private final String words;

    Ending(String words) {
      this.words = words;
    }

    /** As people say it. */
    public String words() {
      return words;
    }
  }

  /**
   * How it ended.
   *
   * @param by the party whose statement ended it
   * @param reason as given, or empty
   */
  public record End(Ending ending, String by, String reason, long timeUs, long index) {
    private CborArray encoded() {
      return CborArray.builder()
          .add(ending.name())
          .add(by)
          .add(reason)
          .add(timeUs)
          .add(index)
          .build();
    }
  }

  /** Whether it can still be answered; a lapse is told by the time of the answer. */
  public boolean isOpen() {
    return end == null;
  }

  /** Whether a statement signed at this time comes too late for it. */
  public boolean isLapsedAt(long timeUs) {
    return timeUs > lapsesUs;
  }

  /** A party's acceptance. */
  public Optional<Acceptance> acceptance(String by) {
    return acceptances.stream().filter(each -> each.party().equals(by)).findFirst();
  }

  Offer with(Acceptance acceptance) {
    List<Acceptance> more = new ArrayList<>(acceptances);
    more.add(acceptance);
    more.sort(Comparator.comparing(Acceptance::party));
    return new Offer(
        id, party, condition, words, saidUs, lapsesUs, counters, scope, index, more, end);
  }

  Offer without(String by) {
    List<Acceptance> fewer = acceptances.stream().filter(each -> !each.party().equals(by)).toList();
    return new Offer(
        id, party, condition, words, saidUs, lapsesUs, counters, scope, index, fewer, end);
  }

  Offer ended(End how) {
    return new Offer(
        id, party, condition, words, saidUs, lapsesUs, counters, scope, index, acceptances, how);
  }

  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(id.bytes())
        .add(party)
        .addOrNull(Optional.ofNullable(condition), Condition::encoded)
        .add(words)
        .add(saidUs)
        .add(lapsesUs)
        .addOrNull(Optional.ofNullable(counters), each -> CborValue.of(each.bytes()))
        .add(scope.encoded())
        .add(index)
        .add(CborArray.of(acceptances, Acceptance::encoded))
        .addOrNull(Optional.ofNullable(end), End::encoded)
        .build();
  }
}
