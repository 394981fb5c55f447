package hotline.console;

import hotline.node.api.Crossing;
import hotline.node.api.Drafted;
import hotline.node.api.Views;
import java.util.List;

/** What would come of a notice that North is typing. */
final class SampleDraft {
  private SampleDraft() {}

  /** One conflict, one possible; it starts in 4 min, where 10 are asked for. */
  static Drafted.Checked checked(List<Crossing> crossings) {
    Views.Notice seen =
        Samples.notice(
            "N-0999",
            "north",
            "rescue",
            null,
            Samples.feet(18_000, 20_000),
            "14:07:00",
            "14:50:00",
            List.of(),
            2);
    return new Drafted.Checked(
        List.copyOf(crossings),
        List.of(Samples.conflict(), possible()),
        0,
        asOthersSee(seen),
        List.of(new Drafted.Opens("south", 1)),
        600);
  }

  private static Views.Conflict possible() {
    return new Views.Conflict(
        "C-32",
        Samples.entity(999),
        "N-0999",
        Samples.entity(288),
        "S-0288",
        "south",
        "POSSIBLE",
        "OPEN",
        "north",
        Samples.at("14:20:00"),
        Samples.at("14:50:00"),
        Samples.feet(18_000, 20_000),
        null,
        null,
        null,
        null,
        null,
        false);
  }

  /** It is ours, and shown as it is to those whose it is not. */
  private static Views.Notice asOthersSee(Views.Notice own) {
    return new Views.Notice(
        own.entity(),
        own.reference(),
        own.party(),
        false,
        1,
        own.state(),
        own.category(),
        null,
        own.band(),
        own.start(),
        own.end(),
        own.startsInSeconds(),
        true,
        own.covered(),
        List.of(),
        own.cellTokens(),
        own.conflicts(),
        own.disputes(),
        own.delivery(),
        own.mode());
  }
}
