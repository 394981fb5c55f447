package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.ConformanceViews;
import hotline.node.api.Views;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our own aircraft and whether they keep to their notices: of all, and of one. */
final class ConformancePanes {
  private static final int SIGN_MAX = 8;
  private static final int TRACK_MAX = 64;
  private static final int ROWS_MAX = 50;

  private ConformancePanes() {}

  /**
   * Those that an officer has to do with now, the worst first, with one button for what is
   * proposed. What is only declared and has no track yet is counted.
   */
  static Html all(Asked asked) {
    List<ConformanceViews.Flight> all = asked.api().conformance();
    List<List<Html>> rows =
        all.stream()
            .filter(ConformancePanes::isNow)
            .limit(ROWS_MAX)
            .map(one ->
                List.of(
                    el("a", Words.ltr(one.reference())).at("href", "/notices/" + one.entity()),
                    Words.said(one.label() == null ? "" : one.label()),
                    Words.ltr(one.aircraft() == null ? "–" : one.aircraft().id()),
                    Words.ltr(one.matchedBy() == null ? "–" : Words.plain(one.matchedBy())),
                    sign(one),
                    Words.second(one.since(), asked.now()),
                    Words.said(one.words()),
                    button(asked, one)))
            .toList();
    int left = all.size() - rows.size();
    Html rest =
        Html.when(
            left > 0,
            el("p", Words.count(left, "more notice") + " of ours, not listed here: declared and")
                .cls("foot")
                .add(" without a track so far, or farther down. Each notice’s page says how its")
                .add(" aircraft does."));
    Html table =
        Pieces.table(
            "tch",
            "Our aircraft and their notices",
            "ours alone; others hear what is said of the notice",
            List.of("Notice", "Label", "Track", "Known by", "It is", "Since", "In words", "Say"),
            rows,
            "No notice of ours is flown now.");
    return Html.all(table, rest);
  }

  /** Whether there is something to see or to do: it has a track, or is said to be flown. */
  private static boolean isNow(ConformanceViews.Flight one) {
    return one.aircraft() != null
        || one.proposal() != null
        || one.state().equals("SEVERAL_TRACKS")
        || !one.noticeState().equals("ACCEPTED");
  }

  private static Html sign(ConformanceViews.Flight one) {
    String word = Words.plain(one.state());
    return switch (one.state()) {
      case "OUTSIDE" -> Signs.named("p1", word);
      case "LEAVING", "SILENT", "NO_HEIGHT", "SEVERAL_TRACKS" -> Signs.named("p2", word);
      default -> Words.ltr(word);
    };
  }

  private static Html button(Asked asked, ConformanceViews.Flight one) {
    String proposal = one.proposal();
    return proposal == null || asked.silent()
        ? text("–")
        : asked.form(
            "/act/notices/" + one.entity() + "/state",
            el("button", Words.plain(proposal))
                .cls("btn big")
                .at("name", "state")
                .at("value", proposal));
  }

  /** Of one own notice: how its aircraft does, and by what it is known. */
  static Html of(Asked asked, Views.Notice notice) {
    Html.Element body = el("div").cls("body stack");
    ConformanceViews.FlownBy known = new ConformanceViews.FlownBy(null, null, null, null);
    for (ConformanceViews.Flight one : asked.api().conformance()) {
      if (one.entity().equals(notice.entity())) {
        known = one.flownBy();
        body.add(el("p", sign(one), text(" "), Words.said(one.words())), button(asked, one));
      }
    }
    body.add(
        asked
            .form(
                "/act/notices/" + notice.entity() + "/flown-by",
                Fields.preset(asked, "callsign", "Call sign", SIGN_MAX, or(known.callsign())),
                Fields.preset(
                    asked, "address", "Transponder address", SIGN_MAX, or(known.address())),
                Fields.preset(asked, "squawk", "Squawk", SIGN_MAX, or(known.squawk())),
                Fields.preset(
                    asked, "track", "Or this track, by hand", TRACK_MAX, or(known.track())),
                el("button", "Its aircraft is known by that").cls("btn big"))
            .cls("stack"));
    return Frame.pane("nc", "Its aircraft", "stays in this node").add(body);
  }

  private static String or(@Nullable String known) {
    return known == null ? "" : known;
  }
}
