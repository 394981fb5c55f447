package hotline.node.desk;

import hotline.node.api.MatterView;
import hotline.node.api.MatterViews;
import java.util.List;
import java.util.Optional;

/** What the parties quarrel over, looked at from now or from the past: each call to its desk. */
class MatterLook implements MatterView {
  final MatterDesks desks;

  MatterLook(MatterDesks desks) {
    this.desks = desks;
  }

  @Override
  public List<MatterViews.Breach> breaches() {
    return desks.breaches.breaches();
  }

  @Override
  public MatterViews.Statistics statistics() {
    return desks.statistics.statistics();
  }

  @Override
  public List<MatterViews.IncidentLine> incidents() {
    return desks.incidents.incidents();
  }

  @Override
  public Optional<MatterViews.Incident> incident(String id) {
    return desks.incidents.incident(id);
  }

  @Override
  public List<MatterViews.Exhibit> unattached() {
    return desks.incidents.unattached();
  }

  @Override
  public List<MatterViews.CaseLine> cases() {
    return desks.cases.cases();
  }

  @Override
  public Optional<MatterViews.Case> caseOf(String id) {
    return desks.cases.caseOf(id);
  }

  @Override
  public List<MatterViews.HandedOff> handedOff() {
    return desks.cases.handedOff();
  }

  @Override
  public List<MatterViews.ThirdParty> thirdParties() {
    return desks.thirdParties.thirdParties();
  }

  @Override
  public List<MatterViews.Guest> guests() {
    return desks.thirdParties.guests();
  }

  @Override
  public List<MatterViews.Relay> relays(int limit) {
    return desks.thirdParties.relays(limit);
  }
}
