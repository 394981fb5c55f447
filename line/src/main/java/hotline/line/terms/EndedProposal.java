package hotline.line.terms;

/** A proposal that did not come into force, as it was at its end, and how it ended. */
public record EndedProposal(Proposal proposal, ProposalEnd end) {}
