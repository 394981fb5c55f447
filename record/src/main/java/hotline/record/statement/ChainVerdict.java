package hotline.record.statement;

import org.jspecify.annotations.Nullable;

/**
 * Whether a statement has its place in its chain. Everything but {@link Admitted} is refused: not
 * recorded, and using no number up.
 */
public sealed interface ChainVerdict {
  /** The code of the verdict; stable. */
  String code();

  /** What it means and what to do, for a person. */
  String sentence();

  /** It has its place. */
  record Admitted() implements ChainVerdict {
    @Override
    public String code() {
      return "admitted";
    }

    @Override
    public String sentence() {
      return "The statement has its place in its chain.";
    }
  }

  /** It is recorded already; sending it again is harmless. */
  record Duplicate() implements ChainVerdict {
    @Override
    public String code() {
      return "duplicate";
    }

    @Override
    public String sentence() {
      return "This statement is recorded already; nothing is to be done.";
    }
  }

  /**
   * Its number was used so long ago that the heads do not know by what. Find the statement in the
   * record and ask {@link ChainRules#compare}.
   *
   * @param sequence the number
   */
  record Used(long sequence) implements ChainVerdict {
    @Override
    public String code() {
      return "sequence-used";
    }

    @Override
    public String sentence() {
      return "The chain has gone beyond number "
          + sequence
          + "; if this statement is not the recorded one, its node must begin a new incarnation.";
    }
  }

  /**
   * Its number is used by another statement, unlawfully: the two together prove that a party
   * contradicted itself.
   *
   * @param ordered the one that is recorded
   */
  record DoubleUsed(StatementId ordered) implements ChainVerdict {
    @Override
    public String code() {
      return "double-used";
    }

    @Override
    public String sentence() {
      return "Another statement with this number is recorded ("
          + ordered
          + "); both are kept as evidence, and the node must begin a new incarnation.";
    }
  }

  /**
   * It was withdrawn by its own node before it was ordered. Lawful.
   *
   * @param by the WITHDRAW that is recorded in its place
   */
  record Withdrawn(StatementId by) implements ChainVerdict {
    @Override
    public String code() {
      return "withdrawn";
    }

    @Override
    public String sentence() {
      return "The statement was withdrawn before it was recorded; it does not count.";
    }
  }

  /**
   * It withdraws what has been ordered. Lawful, without effect.
   *
   * @param counts the statement that counts
   */
  record TooLate(StatementId counts) implements ChainVerdict {
    @Override
    public String code() {
      return "withdraw-too-late";
    }

    @Override
    public String sentence() {
      return "The statement was recorded before it could be withdrawn; it counts, and what it says"
          + " can only be changed by a new statement.";
    }
  }

  /**
   * The ones before it are missing.
   *
   * @param expected the number that is next
   */
  record Gap(long expected) implements ChainVerdict {
    @Override
    public String code() {
      return "gap";
    }

    @Override
    public String sentence() {
      return "The chain goes on with number "
          + expected
          + "; send the statements from there on, in order.";
    }
  }

  /**
   * It does not link to the one before it.
   *
   * @param expected what its previous has to be; null at the beginning of a chain
   */
  record WrongPrevious(@Nullable StatementId expected) implements ChainVerdict {
    @Override
    public String code() {
      return "wrong-previous";
    }

    @Override
    public String sentence() {
      return expected == null
          ? "The first statement of a chain has none before it."
          : "The statement before this one in its chain is " + expected + "; it names another.";
    }
  }

  /** A routine chain begins with a BEGIN, with number 0. */
  record NotBegun() implements ChainVerdict {
    @Override
    public String code() {
      return "not-begun";
    }

    @Override
    public String sentence() {
      return "A chain is opened by a BEGIN with number 0; send that first.";
    }
  }

  /** A BEGIN that stands inside a chain. */
  record BegunAgain() implements ChainVerdict {
    @Override
    public String code() {
      return "begun-again";
    }

    @Override
    public String sentence() {
      return "A BEGIN has number 0; to begin again, take a new incarnation.";
    }
  }

  /**
   * Its signed time is before that of the statement before it.
   *
   * @param leastUs the earliest time it may have, µs since 1970 UTC
   */
  record TimeWentBack(long leastUs) implements ChainVerdict {
    @Override
    public String code() {
      return "time-went-back";
    }

    @Override
    public String sentence() {
      return "The statement before it in its chain was signed at a later time; set the node's clock"
          + " right and sign again.";
    }
  }

  /** A WITHDRAW whose content has no statement id under key 1. */
  record NamesNothing() implements ChainVerdict {
    @Override
    public String code() {
      return "withdraw-names-nothing";
    }

    @Override
    public String sentence() {
      return "A WITHDRAW names the statement whose place it takes; this one names none.";
    }
  }

  /** The node has begun as many chains in this lane as one node may. */
  record ChainsFull() implements ChainVerdict {
    @Override
    public String code() {
      return "chains-full";
    }

    @Override
    public String sentence() {
      return "This node has begun "
          + ChainHeads.INCARNATIONS_MAX
          + " chains, as many as one node may; give it a new name in the terms.";
    }
  }
}
