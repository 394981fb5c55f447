package hotline.line.body;

import hotline.line.Kind;
import hotline.record.cbor.CborMap;
import hotline.record.statement.StatementId;

/**
 * What one party words and the others may sign: a fact, a finding, a proposal or minutes. Proposing
 * is signing.
 */
public sealed interface MotionBody
    permits MatterBody.Fact,
        IncidentBody.Finding,
        WorkingGroupBody.Proposal,
        WorkingGroupBody.Minutes {
  /** What it is. */
  Kind kind();

  /** Its one form on the wire. */
  CborMap content();

  /** The incident or case that it belongs to. */
  StatementId file();

  /** What is signed. */
  String words();

  /** Whether it can be signed with a dissent. */
  default boolean takesDissent() {
    return switch (this) {
      case IncidentBody.Finding _, WorkingGroupBody.Minutes _ -> true;
      case MatterBody.Fact _, WorkingGroupBody.Proposal _ -> false;
    };
  }

  /** Whether it can be vetoed. A finding is its signers' own: who differs signs a dissent. */
  default boolean takesVeto() {
    return switch (this) {
      case MatterBody.Fact _, WorkingGroupBody.Proposal _, WorkingGroupBody.Minutes _ -> true;
      case IncidentBody.Finding _ -> false;
    };
  }
}
