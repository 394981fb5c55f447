package hotline.node.api;

import java.util.List;
import java.util.Optional;

/** What can be known of an alert of live traffic, and done about it. */
public interface AlertApi {
  /** One alert with all that is known, and what could be asked for; none if it is long past. */
  Optional<AlertViews.Detail> alert(long number);

  /** How many there were, and how many of them were a nuisance. */
  AlertViews.Counts alertCounts();

  /**
   * A person has seen these alerts: they stop sounding. Said to nobody.
   *
   * @param officer who; empty: whoever has the watch at this post
   */
  Said acceptAlerts(List<Long> numbers, String post, String officer);

  /** Marks an alert as a nuisance, or takes that back. Said to nobody. */
  Said markNuisance(long number, boolean nuisance, String post, String officer);

  /** Sends a WARNING of this alert to the other parties, in its own words; once an alert. */
  Said warnOfAlert(long number, String post, String officer);
}
