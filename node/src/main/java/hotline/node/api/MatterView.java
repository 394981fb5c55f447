package hotline.node.api;

import java.util.List;
import java.util.Optional;

/** What can be looked at of breaches, incidents, cases and third parties, now or in the past. */
public interface MatterView {
  /** Claims of breaches, newest first. */
  List<MatterViews.Breach> breaches();

  /** The line in numbers, as of the last entry that there was. */
  MatterViews.Statistics statistics();

  /** Incidents, newest first. */
  List<MatterViews.IncidentLine> incidents();

  /** One incident by id or reference. */
  Optional<MatterViews.Incident> incident(String id);

  /** Claims and sealed things that belong to no incident yet. */
  List<MatterViews.Exhibit> unattached();

  /** Cases of the working group, newest first. */
  List<MatterViews.CaseLine> cases();

  /** One case by id or reference. */
  Optional<MatterViews.Case> caseOf(String id);

  /** Messages that were handed off to the working group without a case, newest first. */
  List<MatterViews.HandedOff> handedOff();

  /** The third parties of the terms. */
  List<MatterViews.ThirdParty> thirdParties();

  /** The observers of the terms, then its witnesses. */
  List<MatterViews.Guest> guests();

  /** What was handed on, newest first, at most {@code limit}. */
  List<MatterViews.Relay> relays(int limit);
}
