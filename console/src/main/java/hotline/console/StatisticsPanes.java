package hotline.console;

import static hotline.console.Html.el;

import hotline.node.api.MatterViews;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line in numbers, from the record alone. A count never stands without what it is out of. */
final class StatisticsPanes {
  private static final String NOTHING = "Nothing to count yet.";

  private final Asked asked;
  private final MatterViews.Statistics statistics;

  StatisticsPanes(Asked asked, MatterViews.Statistics statistics) {
    this.asked = asked;
    this.statistics = statistics;
  }

  Html panes() {
    return el("div", weeks(), places(), answers()).cls("stack gap1");
  }

  private Html weeks() {
    List<List<Html>> rows =
        statistics.weeks().stream()
            .map(one ->
                row(
                    Words.ltr(one.week()),
                    asked.tag(one.party(), true),
                    number(one.notices()),
                    of(one.lateNotices(), one.notices()),
                    of(one.lateCrossings(), one.crossings()),
                    number(one.missedChecks()),
                    of(one.breachesClaimed(), one.notices()),
                    number(one.breachesAccepted()),
                    number(one.breachesDisputed())))
            .toList();
    return Pieces.table(
        "sw",
        "By week",
        "over " + statistics.entries() + " entries; the same at every node",
        List.of(
            "Week",
            "Party",
            "Notices",
            "of them late",
            "Late for a line they may cross",
            "Line checks missed",
            "Breaches claimed of it",
            "accepted",
            "disputed"),
        rows,
        NOTHING);
  }

  private Html places() {
    List<List<Html>> rows =
        statistics.places().stream()
            .map(one ->
                row(
                    Words.ltr(one.place()),
                    asked.tag(one.party(), true),
                    number(one.notices()),
                    of(one.breachesClaimed(), one.notices())))
            .toList();
    return Pieces.table(
        "sp",
        "By place",
        "zone or nearest reference point",
        List.of("Place", "Party", "Notices", "Breaches claimed of it"),
        rows,
        NOTHING);
  }

  private Html answers() {
    List<List<Html>> rows =
        statistics.answers().stream()
            .map(one ->
                row(
                    Words.ltr(one.kind()),
                    asked.tag(one.party(), true),
                    number(one.count() + one.unanswered()),
                    of(one.unanswered(), one.count() + one.unanswered()),
                    length(one.medianMs()),
                    length(one.p90Ms())))
            .toList();
    return Pieces.table(
        "sa",
        "Answer times",
        "from the message to its answer",
        List.of("Kind", "Asked of", "Messages", "Unanswered", "Half within", "Nine in ten within"),
        rows,
        NOTHING);
  }

  private static List<Html> row(Html... cells) {
    return List.of(cells);
  }

  private static Html number(long count) {
    return Words.ltr(Long.toString(count));
  }

  private static Html of(long count, long whole) {
    return Words.ltr(count + " of " + whole);
  }

  /** Under two minutes in seconds, else as all lengths are written. */
  private static Html length(@Nullable Long ms) {
    if (ms == null) {
      return el("span", "no answer").cls("soft");
    }
    return Words.ltr(
        ms < 120_000
            ? ms / 1_000 + "." + ms % 1_000 / 100 + " s"
            : Words.length(Duration.ofMillis(ms)) + (ms < 3_600_000 ? " min" : ""));
  }
}
