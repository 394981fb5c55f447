package hotline.console;

import hotline.node.api.ConformanceViews;
import hotline.node.api.TrafficViews;
import java.util.List;

/** Own aircraft to show: one outside of its notice, one of which nothing is known. */
final class SampleConformance {
  private SampleConformance() {}

  static List<ConformanceViews.Flight> flights() {
    return List.of(
        new ConformanceViews.Flight(
            Samples.entity(412),
            "N-0412",
            2,
            "ACTIVATED",
            "SWR12AB",
            new ConformanceViews.FlownBy("SWR12AB", null, "1054", null),
            new TrafficViews.Aircraft("4b1805", "SWR12AB", 38_000, true),
            "CALLSIGN",
            "OUTSIDE",
            Samples.at("07:59:20"),
            2_250_000L,
            300L,
            0L,
            false,
            null,
            "NONCONFORMING",
            "It is outside by 1.21 NM, 300 ft. Say NONCONFORMING?"),
        new ConformanceViews.Flight(
            Samples.entity(287),
            "N-0287",
            1,
            "ACCEPTED",
            null,
            new ConformanceViews.FlownBy(null, null, null, null),
            null,
            null,
            "NO_TRACK",
            Samples.at("07:10:00"),
            null,
            null,
            null,
            false,
            null,
            null,
            "No track is known as the one that flies it."));
  }
}
