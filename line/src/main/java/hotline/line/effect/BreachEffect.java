package hotline.line.effect;

import hotline.line.breach.Breach;
import hotline.record.cbor.CborArray;
import hotline.record.statement.StatementId;

/** What changes in the breach ledger. */
public sealed interface BreachEffect extends Effect {
  /** The claim. */
  StatementId id();

  /** A breach is claimed. */
  record BreachClaimed(Breach breach) implements BreachEffect {
    @Override
    public StatementId id() {
      return breach.id();
    }

    @Override
    public CborArray encoded() {
      return CborArray.builder().add("breach").add(breach.encoded()).build();
    }
  }

  /** The party of whom it is claimed has answered; this answer counts from now on. */
  record BreachAnswered(StatementId id, Breach.Answered answer) implements BreachEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("breach-answer").add(id.bytes()).add(answer.encoded()).build();
    }
  }

  /** More was said of it. */
  record BreachFollowedUp(StatementId id, Breach.FollowedUp followUp) implements BreachEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder()
          .add("breach-follow-up")
          .add(id.bytes())
          .add(followUp.encoded())
          .build();
    }
  }

  /** The claimant has put it into the file of an incident. */
  record BreachFiled(StatementId id, StatementId incident) implements BreachEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("breach-filed").add(id.bytes()).add(incident.bytes()).build();
    }
  }
}
