package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Crossing;
import hotline.node.api.Drafted;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What would come of a notice, before it is sent: its conflicts, its lead time, and what the others
 * will see. A script asks for it again as the form is typed; without one a button does.
 */
final class DraftPane {
  private static final int CONFLICTS_MAX = 60;

  private DraftPane() {}

  /**
   * The pane.
   *
   * @param drafted null: nothing is typed yet
   */
  static Html of(Asked asked, @Nullable Drafted drafted) {
    Html.Element body = el("div").id("check-body").cls("stack");
    String said =
        switch (drafted) {
          case null -> "Nothing is checked yet. Fill in the form, then check it before sending.";
          case Drafted.Refused(String _, String sentence) -> sentence;
          case Drafted.Checked checked -> {
            body.add(conflicts(asked, checked), seen(asked, checked));
            yield sentence(checked, asked.now());
          }
        };
    Html status = el("p", said).id("check-said").cls("strong").at("role", "status");
    return Frame.pane("nc", "Before sending", "nothing is said, nobody is asked")
        .add(el("div", status, body).cls("body stack"))
        .id("check");
  }

  /** All of it in short. */
  static String sentence(Drafted.Checked checked, Instant now) {
    return met(checked) + " " + lead(checked, now) + " " + crossings(checked.crossings());
  }

  private static String met(Drafted.Checked checked) {
    long exact =
        checked.conflicts().stream().filter(one -> one.certainty().equals("EXACT")).count();
    long possible = checked.conflicts().size() - exact + checked.more();
    if (exact + possible == 0) {
      return "It meets no notice that this node knows.";
    }
    return (exact == 0 ? "" : Words.count(exact, "conflict"))
        + (exact == 0 || possible == 0 ? "" : ", ")
        + (possible == 0 ? "" : Words.count(possible, "possible conflict"))
        + " with notices that this node knows.";
  }

  private static String lead(Drafted.Checked checked, Instant now) {
    Views.Notice seen = checked.seen();
    String when = Words.starts(seen.start(), seen.end(), now);
    String starts =
        when.equals("over") ? "It is over" : when.equals("running") ? "It runs" : "Starts " + when;
    return checked.leadSeconds() == 0
        ? starts + "."
        : starts
            + (seen.late() ? ": late" : "")
            + ", by its start in the record at "
            + Words.minute(seen.start(), now)
            + "; the terms ask for "
            + notice(checked.leadSeconds())
            + ".";
  }

  private static String notice(long seconds) {
    return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }

  private static String crossings(List<Crossing> crossings) {
    return crossings.isEmpty()
        ? "It crosses no agreed line and uses no corridor."
        : "It "
            + crossings.stream().map(Crossing::words).collect(Collectors.joining("; it "))
            + ".";
  }

  private static Html conflicts(Asked asked, Drafted.Checked checked) {
    if (checked.conflicts().isEmpty()) {
      return el("p", "Notices that are not recorded here yet may still meet it.").cls("soft");
    }
    Html.Element head = el("tr");
    for (String column : List.of("With", "Party", "What")) {
      head.add(el("th", column).at("scope", "col"));
    }
    Html.Element rows = el("tbody");
    checked.conflicts().stream().limit(CONFLICTS_MAX).forEach(one -> rows.add(row(asked, one)));
    Html.Element all = el("div", el("table", el("thead", head), rows).cls("cards"));
    int left = checked.conflicts().size() - CONFLICTS_MAX + checked.more();
    if (left > 0) {
      all.add(el("p", left + " more are not shown.").cls("note"));
    }
    return all.add(
            el(
                    "p",
                    "Possible: the two meet coarsely, and the exact volumes are not known here."
                        + " They are asked for once it is declared. You would be the one to move.")
                .cls("soft xs"))
        .cls("scroll");
  }

  private static Html row(Asked asked, Views.Conflict one) {
    boolean exact = one.certainty().equals("EXACT");
    Html.Element what =
        el("td", Signs.named("p2", exact ? "Conflict" : "Possible conflict")).cls("full");
    if (exact) {
      what.add(text(", "), Words.ltr(Words.closest(one)));
    }
    if (one.place() != null) {
      what.add(text(" · "), Words.place(one.place()));
    }
    Html other =
        el("a", Words.ltr(one.otherReference())).at("href", asked.notice(one.otherEntity()));
    what.add(text(" · "), Words.ltr(one.overlapBand().text()));
    what.add(text(" · "), Words.span(one.overlapStart(), one.overlapEnd(), asked.now()));
    return el("tr")
        .cls("p2")
        .add(el("th", other).at("scope", "row"))
        .add(el("td", asked.tag(one.otherParty(), true)))
        .add(what);
  }

  private static Html seen(Asked asked, Drafted.Checked checked) {
    Html.Element opens = el("p");
    if (checked.opens().isEmpty()) {
      opens.add("No exact volume will be opened to anyone, as far as is known now.");
    }
    for (Drafted.Opens each : checked.opens()) {
      opens.add(
          text("Exact volumes that " + Words.party(each.party()) + " may ask for: "),
          el("b", Integer.toString(each.volumes())),
          text(", because a notice of theirs meets it. "));
    }
    return el(
            "div",
            el("h3", "What the others will see"),
            el("p", "As their nodes show it, at the terms’ granularity.").cls("soft xs"),
            MapDrawing.small(asked, List.of(checked.seen()), List.of()).pane(),
            NoticeFacts.of(asked, checked.seen()),
            opens)
        .cls("stack tight")
        .id("seen");
  }
}
