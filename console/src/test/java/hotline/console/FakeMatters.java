package hotline.console;

import hotline.node.api.MatterApi;
import hotline.node.api.MatterRequests;
import hotline.node.api.MatterViews;
import hotline.node.api.Said;
import java.util.List;
import java.util.Optional;

/** What the parties quarrel over, of a node in memory: nothing yet. */
abstract class FakeMatters implements MatterApi {
  /** Something is said: what was asked for, as text. */
  abstract Said said(String call);

  @Override
  public List<MatterViews.Breach> breaches() {
    return List.of();
  }

  @Override
  public List<MatterViews.IncidentLine> incidents() {
    return List.of();
  }

  @Override
  public Optional<MatterViews.Incident> incident(String id) {
    return Optional.empty();
  }

  @Override
  public List<MatterViews.Exhibit> unattached() {
    return List.of();
  }

  @Override
  public List<MatterViews.CaseLine> cases() {
    return List.of();
  }

  @Override
  public Optional<MatterViews.Case> caseOf(String id) {
    return Optional.empty();
  }

  @Override
  public List<MatterViews.HandedOff> handedOff() {
    return List.of();
  }

  @Override
  public List<MatterViews.ThirdParty> thirdParties() {
    return List.of();
  }

  @Override
  public List<MatterViews.Relay> relays(int limit) {
    return List.of();
  }

  @Override
  public Said claimBreach(MatterRequests.Breach breach) {
    return said("claim-breach " + breach);
  }

  @Override
  public Said answerBreach(MatterRequests.BreachAnswer answer) {
    return said("answer-breach " + answer);
  }

  @Override
  public Said followUpBreach(MatterRequests.FollowUp followUp) {
    return said("follow-up-breach " + followUp);
  }

  @Override
  public Said openIncident(MatterRequests.Incident incident) {
    return said("open-incident " + incident);
  }

  @Override
  public Said account(String incident, String words) {
    return said("account " + incident + " " + words);
  }

  @Override
  public Said seal(MatterRequests.Seal seal) {
    return said("seal " + seal);
  }

  @Override
  public Said disclose(MatterRequests.Disclose disclose) {
    return said("disclose " + disclose);
  }

  @Override
  public Said claim(MatterRequests.Claim claim) {
    return said("claim " + claim);
  }

  @Override
  public Said attach(String incident, String item) {
    return said("attach " + incident + " " + item);
  }

  @Override
  public Said assess(MatterRequests.Assess assess) {
    return said("assess " + assess);
  }

  @Override
  public Said fact(MatterRequests.Wording fact) {
    return said("fact " + fact);
  }

  @Override
  public Said finding(MatterRequests.Wording finding) {
    return said("finding " + finding);
  }

  @Override
  public Said due(MatterRequests.Due due) {
    return said("due " + due);
  }

  @Override
  public Said dueDone(String due, String words) {
    return said("due-done " + due + " " + words);
  }

  @Override
  public Said openCase(MatterRequests.Case opened) {
    return said("open-case " + opened);
  }

  @Override
  public Said position(MatterRequests.Position position) {
    return said("position " + position);
  }

  @Override
  public Said propose(MatterRequests.Proposal proposal) {
    return said("propose " + proposal);
  }

  @Override
  public Said minutes(MatterRequests.Minutes minutes) {
    return said("minutes " + minutes);
  }

  @Override
  public Said agree(MatterRequests.Agree agree) {
    return said("agree " + agree);
  }

  @Override
  public Said veto(MatterRequests.Veto veto) {
    return said("veto " + veto);
  }

  @Override
  public Said retract(String item, String reason) {
    return said("retract " + item + " " + reason);
  }

  @Override
  public Said handOff(MatterRequests.HandOff handOff) {
    return said("hand-off " + handOff);
  }

  @Override
  public Said reach(String thirdParty, boolean can, String words) {
    return said("reach " + thirdParty + " " + can + " " + words);
  }

  @Override
  public Said relay(MatterRequests.Relay relay) {
    return said("relay " + relay);
  }

  @Override
  public Said keepSealed(byte[] bytes) {
    return said("keep-sealed " + bytes.length);
  }

  @Override
  public MatterViews.Statistics statistics() {
    return new MatterViews.Statistics(0, List.of(), List.of(), List.of());
  }

  @Override
  public Exported exportIncident(String incident) {
    return new Exported.Refused("file-unknown", "There is no incident " + incident + ".");
  }
}
