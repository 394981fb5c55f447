package hotline.console;

import hotline.node.api.AlertViews;
import hotline.node.api.TrafficViews;
import java.util.List;

/** Live traffic to show. */
final class SampleTraffic {
  private SampleTraffic() {}

  static TrafficViews.Sky sky() {
    return new TrafficViews.Sky(Samples.at("08:00:00"), 212, 3, 1, 180, 0, 0, true);
  }

  static List<TrafficViews.Track> tracks() {
    return List.of(
        new TrafficViews.Track(
            "4b1805",
            "SWR12AB",
            "1054",
            "tower",
            "LIVE",
            400,
            46_912_000_000L,
            7_120_000_000L,
            400L,
            38_000,
            38_600,
            null,
            441,
            92,
            -64,
            false,
            0,
            0),
        new TrafficViews.Track(
            "3c6445",
            null,
            null,
            "tower",
            "COASTING",
            31_000,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            0,
            0),
        new TrafficViews.Track(
            "3c6444", null, null, "tower", "LOST", 90_000, null, null, null, null, null, null, null,
            null, null, false, 2, 14));
  }

  static List<TrafficViews.Alert> alerts() {
    return List.of(
        new TrafficViews.Alert(
            7,
            "PREDICTED",
            new TrafficViews.Aircraft("3c6444", null, 37_975, false),
            new TrafficViews.Aircraft("4b1805", "SWR12AB", 38_000, true),
            "level-off",
            Samples.at("07:59:30"),
            Samples.at("08:00:00"),
            Samples.at("08:01:05"),
            21_000_000,
            200,
            life("ACCEPTED")));
  }

  /** As somebody, or nobody, has left it. */
  static TrafficViews.Life life(String alarm) {
    boolean accepted = alarm.equals("ACCEPTED");
    return new TrafficViews.Life(
        alarm,
        accepted ? Samples.at("07:59:40") : null,
        accepted ? "Ann" : null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** The same alert, in this state and so left. */
  static TrafficViews.Alert alert(long number, String state, String alarm) {
    TrafficViews.Alert one = alerts().getFirst();
    return new TrafficViews.Alert(
        number,
        state,
        one.first(),
        one.second(),
        one.cause(),
        one.raised(),
        one.last(),
        one.begins(),
        one.closestMm(),
        one.closestFt(),
        life(alarm));
  }

  static AlertViews.Detail detail(TrafficViews.Alert alert) {
    return new AlertViews.Detail(
        alert,
        Samples.at("08:00:00"),
        new AlertViews.Approach(Samples.at("08:01:30"), 5_500_000, 150),
        tracks().getFirst(),
        "045° 12.0 NM from Zurich",
        tracks().getLast(),
        null,
        List.of(
            new AlertViews.Advice(
                "4b1805", "DESCEND TO FL370", "SOLVES", List.of(), List.of(), List.of()),
            new AlertViews.Advice(
                "4b1805",
                "CLIMB TO FL390",
                "SOLVES",
                List.of("4ca7b6"),
                List.of("south KQWM4"),
                List.of("north TRBD2"))),
        new AlertViews.Draft(
            "Two aircraft are predicted to lose separation at 0801:05Z.",
            "46.9 N 7.1 E",
            "045° 12.0 NM from Zurich",
            "FL378",
            "FL381"),
        List.of(new AlertViews.Event(Samples.at("07:59:30"), "raised: level-off")));
  }

  static List<TrafficViews.Feed> feeds() {
    return List.of(
        new TrafficViews.Feed(
            "tower",
            "sbs",
            "127.0.0.1:30003",
            "RUNNING",
            Samples.at("06:00:00"),
            400L,
            81_204,
            212,
            List.of(new TrafficViews.Count("MALFORMED", 3)),
            0,
            0,
            null),
        new TrafficViews.Feed(
            "radar",
            "cat062",
            "239.1.2.3:8600",
            "WAITING",
            Samples.at("06:00:00"),
            null,
            0,
            0,
            List.of(),
            0,
            0,
            "This machine has no network interface eth7."));
  }
}
