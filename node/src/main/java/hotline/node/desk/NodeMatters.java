package hotline.node.desk;

import hotline.node.api.MatterApi;
import hotline.node.api.MatterRequests;
import hotline.node.api.Said;
import hotline.node.details.ConflictBook;
import hotline.node.details.Details;
import hotline.node.record.History;
import java.io.IOException;
import java.util.Optional;

/** What a party says when it quarrels: each call to its desk. */
class NodeMatters extends LineLook implements MatterApi {
  NodeMatters(Core core, Details details, ConflictBook book, History history) {
    super(core, details, book, history);
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
    return desks.incidentDesk.open(incident);
  }

  @Override
  public Said account(String incident, String words) {
    return desks.incidentDesk.account(incident, words);
  }

  @Override
  public Said seal(MatterRequests.Seal seal) {
    return desks.incidentDesk.seal(seal);
  }

  @Override
  public Said disclose(MatterRequests.Disclose disclose) {
    return desks.incidentDesk.disclose(disclose);
  }

  @Override
  public Said claim(MatterRequests.Claim claim) {
    return desks.incidentDesk.claim(claim);
  }

  @Override
  public Said attach(String incident, String item) {
    return desks.incidentDesk.attach(incident, item);
  }

  @Override
  public Said assess(MatterRequests.Assess assess) {
    return desks.incidentDesk.assess(assess);
  }

  @Override
  public Said fact(MatterRequests.Wording fact) {
    return desks.incidentDesk.fact(fact);
  }

  @Override
  public Said finding(MatterRequests.Wording finding) {
    return desks.incidentDesk.finding(finding);
  }

  @Override
  public Said due(MatterRequests.Due due) {
    return desks.incidentDesk.due(due);
  }

  @Override
  public Said dueDone(String due, String words) {
    return desks.incidentDesk.dueDone(due, words);
  }

  @Override
  public Said openCase(MatterRequests.Case opened) {
    return desks.cases.open(opened);
  }

  @Override
  public Said position(MatterRequests.Position position) {
    return desks.cases.position(position);
  }

  @Override
  public Said propose(MatterRequests.Proposal proposal) {
    return desks.cases.propose(proposal);
  }

  @Override
  public Said minutes(MatterRequests.Minutes minutes) {
    return desks.cases.minutes(minutes);
  }

  @Override
  public Said agree(MatterRequests.Agree agree) {
    return desks.incidentDesk.agree(agree);
  }

  @Override
  public Said veto(MatterRequests.Veto veto) {
    return desks.incidentDesk.veto(veto);
  }

  @Override
  public Said close(MatterRequests.Closing closing) {
    return desks.incidentDesk.close(closing);
  }

  @Override
  public Said reopen(MatterRequests.Closing closing) {
    return desks.incidentDesk.reopen(closing);
  }

  @Override
  public Said retract(String item, String reason) {
    return desks.incidentDesk.retract(item, reason);
  }

  @Override
  public Said handOff(MatterRequests.HandOff handOff) {
    return desks.cases.handOff(handOff);
  }

  @Override
  public Said reach(String thirdParty, boolean can, String words) {
    return desks.thirdParties.reach(thirdParty, can, words);
  }

  @Override
  public Said relay(MatterRequests.Relay relay) {
    return desks.thirdParties.relay(relay);
  }

  @Override
  public Said keepSealed(byte[] bytes) {
    return desks.incidentDesk.keep(bytes);
  }

  @Override
  public Optional<byte[]> keptSealed(String item) throws IOException {
    return desks.incidentDesk.kept(item);
  }

  @Override
  public Exported exportIncident(String incident) throws IOException {
    return desks.bundles.export(incident);
  }
}
