package hotline.node.api;

import java.io.IOException;
import java.util.Optional;

/**
 * What a node does for its own party when the parties quarrel: breaches, incidents, the working
 * group, third parties. As {@link LineApi}: thread-safe, and every word becomes a signed statement.
 */
public interface MatterApi extends MatterView {
  /** Claims that a party broke what was agreed. */
  Said claimBreach(MatterRequests.Breach breach);

  /** Answers a claim of a breach by this party. */
  Said answerBreach(MatterRequests.BreachAnswer answer);

  /** Comments on a breach; narrows or withdraws an own claim. */
  Said followUpBreach(MatterRequests.FollowUp followUp);

  /** Opens an incident, with this party's first version. */
  Said openIncident(MatterRequests.Incident incident);

  /** Gives this party's version anew. */
  Said account(String incident, String words);

  /** Seals a thing by its digest; the thing stays here. */
  Said seal(MatterRequests.Seal seal);

  /** Discloses one exact volume, or hands over a sealed thing. */
  Said disclose(MatterRequests.Disclose disclose);

  /** Claims that something happened, or will. */
  Said claim(MatterRequests.Claim claim);

  /** Puts an own item that stands alone into an incident. */
  Said attach(String incident, String item);

  /** Says what this party holds of another's exhibit. */
  Said assess(MatterRequests.Assess assess);

  /** Proposes a fact, and signs it by that. */
  Said fact(MatterRequests.Wording fact);

  /** Words a finding, and signs it by that. */
  Said finding(MatterRequests.Wording finding);

  /** Says what a party is to do by when. */
  Said due(MatterRequests.Due due);

  /** Says that something due of this party is done. */
  Said dueDone(String due, String words);

  /** Opens a case of the working group. */
  Said openCase(MatterRequests.Case opened);

  /** Gives this party's position on an item of the agenda. */
  Said position(MatterRequests.Position position);

  /** Makes a proposal, and signs it by that. */
  Said propose(MatterRequests.Proposal proposal);

  /** Writes minutes, and signs them by that. */
  Said minutes(MatterRequests.Minutes minutes);

  /** Signs a fact, a finding, a proposal or minutes. */
  Said agree(MatterRequests.Agree agree);

  /** Vetoes a fact, a proposal or minutes: it is ended, and stays to be seen. */
  Said veto(MatterRequests.Veto veto);

  /** Says that this party has nothing left to say in a file as it is; all have: it is closed. */
  Said close(MatterRequests.Closing closing);

  /** Reopens a file, with a reason. */
  Said reopen(MatterRequests.Closing closing);

  /** Takes back an own item that not all have signed. */
  Said retract(String item, String reason);

  /** Hands a message that came in on the wrong line to the working group. */
  Said handOff(MatterRequests.HandOff handOff);

  /** Says whether this party can reach a third party. */
  Said reach(String thirdParty, boolean can, String words);

  /** Says what became of handing a message or a notice on. */
  Said relay(MatterRequests.Relay relay);

  /**
   * Keeps the bytes of a sealed thing, this party's or another's, so that they go into bundles.
   *
   * @return refused if no EVIDENCE has sealed these bytes
   */
  Said keepSealed(byte[] bytes);

  /**
   * The bytes of a sealed thing by the id of what sealed it, or handed it over; empty if they are
   * not kept here.
   *
   * @throws IOException if they cannot be read, or are not what was sealed any more
   */
  Optional<byte[]> keptSealed(String item) throws IOException;

  /**
   * An incident as one archive that a stranger can check.
   *
   * @throws IOException if the record cannot be read
   */
  Exported exportIncident(String incident) throws IOException;

  /** An archive, or why there is none. */
  sealed interface Exported {
    /** The bytes of the archive. */
    @SuppressWarnings("ArrayRecordComponent") // carried once, never compared
    record Archive(String name, byte[] bytes) implements Exported {}

    /** There is none; {@code code} is stable. */
    record Refused(String code, String sentence) implements Exported {}
  }
}
