package hotline.console;

import static hotline.console.SampleMatters.by;
import static hotline.console.Samples.id;

import hotline.node.api.MatterViews;
import java.time.Instant;
import java.util.List;

/** A case of the working group, third parties, and what was handed on to them. */
final class SampleCases {
  private static final Instant NEXT = Instant.parse("2026-11-25T10:00:00Z");

  private SampleCases() {}

  static MatterViews.CaseLine line() {
    return new MatterViews.CaseLine(
        "W-TRBD", by(150, "north"), "A turn rule near the Alpine zone", 1, 2, NEXT, 0, false);
  }

  static MatterViews.Case file() {
    return file("A turn rule near the Alpine zone", "We see no need for a new rule.");
  }

  /** The case with a title and South's words. */
  static MatterViews.Case file(String title, String south) {
    return new MatterViews.Case(
        "W-TRBD",
        by(150, "north"),
        "head of delegation",
        title,
        List.of(
            new MatterViews.AgendaItem(
                1,
                "A rule for turns within 5 NM of the zone",
                List.of(
                    new MatterViews.Position(
                        "north",
                        true,
                        by(151, "north"),
                        "No turns towards the zone within 5 NM unless announced.",
                        "head of delegation"),
                    new MatterViews.Position(
                        "south", false, by(152, "south"), south, "legal adviser"))),
            new MatterViews.AgendaItem(
                2,
                "Who answers for drones",
                List.of(
                    new MatterViews.Position("north", true, null, null, null),
                    new MatterViews.Position("south", false, null, null, null)))),
        List.of(
            SampleMatters.motion(
                153,
                "PROPOSAL",
                "north",
                "Turns towards the zone within 5 NM are announced two minutes before.",
                "AGREED",
                List.of(
                    new MatterViews.Signature(by(153, "north"), null, "head of delegation"),
                    new MatterViews.Signature(by(155, "south"), null, "legal adviser")))),
        List.of(
            SampleMatters.vetoed(156, "PROPOSAL", south),
            SampleMatters.motion(
                160,
                "PROPOSAL",
                "south",
                "Both sides publish their drone heights by noon.",
                "OPEN",
                List.of(new MatterViews.Signature(by(160, "south"), null, "legal adviser")))),
        List.of(minutes()),
        List.of(SampleMatters.due(161, "south", "Send a draft on drones", null, false)),
        List.of(handedOff(162, south)),
        List.of("I-KQWM"),
        NEXT,
        SampleMatters.closings(false));
  }

  private static MatterViews.Motion minutes() {
    return new MatterViews.Motion(
        by(163, "south"),
        "MINUTES",
        "Met on 22 November. Agreed the turn rule. Drones next time.",
        "OPEN",
        List.of(new MatterViews.Signature(by(163, "south"), null, "legal adviser")),
        List.of("north", "south"),
        List.of(),
        null,
        NEXT,
        true);
  }

  static MatterViews.HandedOff handedOff(int number, String words) {
    return new MatterViews.HandedOff(by(number, "north"), id(85), words);
  }

  static List<MatterViews.ThirdParty> thirdParties(String south) {
    return List.of(
        new MatterViews.ThirdParty(
            "centre",
            "Civil area control centre",
            List.of(
                new MatterViews.Reach("north", true, "CAN", "by telephone", by(170, "north")),
                new MatterViews.Reach("south", false, "CANNOT", south, by(171, "south")))),
        new MatterViews.ThirdParty(
            "redcross",
            "Relief flights",
            List.of(
                new MatterViews.Reach("north", true, "UNKNOWN", "", null),
                new MatterViews.Reach("south", false, "UNKNOWN", "", null))));
  }

  static List<MatterViews.Relay> relays(String south) {
    return List.of(
        new MatterViews.Relay(by(172, "south"), "N-0415", true, "centre", "COULD_NOT", south),
        new MatterViews.Relay(
            by(173, "north"), id(85), false, "centre", "CONFIRMED", "read back at 21:40Z"));
  }
}
