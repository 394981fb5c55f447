package hotline.node.desk;

import hotline.node.api.MatterApi;
import hotline.node.api.MatterRequests;
import hotline.node.api.MatterViews;
import hotline.node.api.Said;
import java.util.List;

/** What a party says when it quarrels: each call to its desk. */
class NodeMatters extends MatterLook implements MatterApi {
  NodeMatters(MatterDesks desks) {
    super(desks);
  }

  @Override
  public Said claimBreach(MatterRequests.Breach breach) {
    return desks.breaches.claim(breach);
  }

  @Override
  public Said answerBreach(MatterRequests.BreachAnswer answer) {
    return desks.breaches.answer(answer);
  }

  @Override
  public Said followUpBreach(MatterRequests.FollowUp followUp) {
    return desks.breaches.followUp(followUp);
  }

  @Override
  public Said openIncident(MatterRequests.Incident incident) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said account(String incident, String words) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said seal(MatterRequests.Seal seal) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said disclose(MatterRequests.Disclose disclose) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said claim(MatterRequests.Claim claim) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said attach(String incident, String item) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said assess(MatterRequests.Assess assess) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said fact(MatterRequests.Wording fact) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said finding(MatterRequests.Wording finding) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said due(MatterRequests.Due due) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said dueDone(String due, String words) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said openCase(MatterRequests.Case opened) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said position(MatterRequests.Position position) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said propose(MatterRequests.Proposal proposal) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said minutes(MatterRequests.Minutes minutes) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said agree(MatterRequests.Agree agree) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said veto(MatterRequests.Veto veto) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said retract(String item, String reason) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said handOff(MatterRequests.HandOff handOff) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said reach(String thirdParty, boolean can, String words) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said relay(MatterRequests.Relay relay) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public Said keepSealed(byte[] bytes) {
    return Said.refused("not-built", "This node cannot say that yet.");
  }

  @Override
  public MatterViews.Statistics statistics() {
    return new MatterViews.Statistics(0, List.of(), List.of(), List.of());
  }

  @Override
  public Exported exportIncident(String incident) {
    return new Exported.Refused("not-built", "This node cannot make bundles yet.");
  }
}
