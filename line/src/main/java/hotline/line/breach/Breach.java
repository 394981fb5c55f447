package hotline.line.breach;

import hotline.line.body.BreachBody;
import hotline.line.matter.Said;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A breach as one party claims it, with what was said to it.
 *
 * @param said whose claim it is
 * @param answers of the party of whom it is claimed, in their order: the latest counts
 * @param followUps of any party, in their order
 * @param incident the incident whose file it is in; null: none
 */
public record Breach(
    Said said,
    BreachBody.Claim claim,
    List<Answered> answers,
    List<FollowedUp> followUps,
    @Nullable StatementId incident) {
  /** How often each party may answer a breach, and how often follow it up. */
  public static final int EACH_MAX = 16;

  public Breach {
    answers = List.copyOf(answers);
    followUps = List.copyOf(followUps);
  }

  /** An answer. */
  public record Answered(Said said, BreachBody.Answer answer) {
    /** Its one form, for the digest. */
    public CborArray encoded() {
      return CborArray.builder().add(said.encoded()).add(answer.content()).build();
    }
  }

  /** A follow-up. */
  public record FollowedUp(Said said, BreachBody.FollowUp followUp) {
    /** Its one form, for the digest. */
    public CborArray encoded() {
      return CborArray.builder().add(said.encoded()).add(followUp.content()).build();
    }
  }

  /** The id of the claim. */
  public StatementId id() {
    return said.id();
  }

  /** The answer that counts; silence is none. */
  public Optional<Answered> answer() {
    return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getLast());
  }

  /** Whether the claimant has withdrawn it. */
  public boolean isWithdrawn() {
    return followUps.stream().anyMatch(each -> each.followUp().step() == BreachBody.Step.WITHDRAWN);
  }

  /** How often a party has followed it up. */
  long followUpsOf(String party) {
    return followUps.stream().filter(each -> each.said().party().equals(party)).count();
  }

  Breach with(Answered answer) {
    return new Breach(
        said,
        claim,
        Stream.concat(answers.stream(), Stream.of(answer)).toList(),
        followUps,
        incident);
  }

  Breach with(FollowedUp followUp) {
    return new Breach(
        said,
        claim,
        answers,
        Stream.concat(followUps.stream(), Stream.of(followUp)).toList(),
        incident);
  }

  Breach in(StatementId file) {
    return new Breach(said, claim, answers, followUps, file);
  }

  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(said.encoded())
        .add(claim.content())
        .add(CborArray.of(answers, Answered::encoded))
        .add(CborArray.of(followUps, FollowedUp::encoded))
        .addOrNull(Optional.ofNullable(incident), id -> CborValue.of(id.bytes()))
        .build();
  }
}
