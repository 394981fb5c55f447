package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.MatterViews;
import hotline.node.api.TermsViews;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The breach ledger: each claim with its answer beside it, and the numbers to weigh it by. */
final class BreachPage {
  private static final int ROWS_MAX = 200;

  /** Names of clauses of one number that are listed: it may have a zone or party each. */
  private static final int NAMES_MAX = 4;

  /** Number (its key, and a part) and name of a clause, as the terms write it. */
  private static final Pattern CLAUSE = Pattern.compile("([0-9]+)(?:\\.[0-9]+)? ([^:]+):");

  private static final List<List<String>> ANSWERS =
      List.of(
          List.of("ACCEPTS", "We accept it"),
          List.of("DISPUTES", "We dispute it"),
          List.of("NO_COMMENT", "No comment"),
          List.of("NEEDS_TIME", "We need time"));

  private final Asked asked;

  BreachPage(Asked asked) {
    this.asked = asked;
  }

  Html main() {
    Html.Element main = el("main", table()).cls("page").id("main");
    Html.Element side =
        el("div", new StatisticsPanes(asked, asked.view().statistics()).panes()).cls("page side");
    return main.add(asked.silent() ? side : side.add(claim()));
  }

  private Html table() {
    List<MatterViews.Breach> all = asked.view().breaches();
    Html.Element head = el("tr");
    for (String column :
        List.of("Claimed", "By", "Of", "Against what", "Happened", "Answer", "Follow-up")) {
      head.add(el("th", column).at("scope", "col"));
    }
    Html.Element body = el("tbody");
    all.stream().limit(ROWS_MAX).forEach(one -> body.add(row(one)));
    Html.Element pane =
        Frame.pane(
            "bl",
            "Breach ledger",
            Words.count(all.size(), "claim") + ", newest first; a claim proves nothing");
    return pane.add(
        all.isEmpty()
            ? el("div", Pieces.nothing("Nobody has claimed a breach.")).cls("body")
            : el("div", el("table", el("thead", head), body).cls("cards exhibits"))
                .cls("scroll")
                .at("tabindex", "0")
                .at("role", "group")
                .at("aria-labelledby", "bl"));
  }

  private Html row(MatterViews.Breach one) {
    boolean over = one.state().equals("WITHDRAWN");
    return el("tr")
        .cls(over ? "past" : "")
        .id("b-" + one.by().id())
        .add(
            el(
                    "th",
                    Words.ltr(Words.brief(one.by().id())),
                    el("br"),
                    Pieces.entered(asked, one.by()))
                .at("scope", "row"))
        .add(el("td", asked.tag(one.by().party(), true)))
        .add(el("td", asked.tag(one.accused(), true)).at("data-k", "Of"))
        .add(what(one))
        .add(
            el("td", Pieces.event(asked, one.from(), one.to()), el("br"), where(one))
                .at("data-k", "Happened"))
        .add(answers(one))
        .add(follow(one));
  }

  private static Html where(MatterViews.Breach one) {
    Html.Element where = el("span").cls("soft xs");
    if (one.place() != null || one.band() != null) {
      where.add(Pieces.where(one.place(), one.band()));
    }
    return one.zone() == null ? where : where.add(text(" zone "), Words.ltr(one.zone()));
  }

  private Html what(MatterViews.Breach one) {
    Html.Element what = el("td").cls("full");
    if (!one.state().equals("OPEN")) {
      what.add(el("b", Words.plain(one.state()) + ": "));
    }
    what.add(Words.said(one.against()));
    if (one.notice() != null) {
      what.add(
          text(" "),
          el("a", Words.ltr(one.notice())).at("href", asked.to("/notices/" + one.notice())));
    }
    return what.add(el("p", Words.said(one.words())));
  }

  private Html answers(MatterViews.Breach one) {
    Html.Element cell = el("td").at("data-k", "Answer");
    int last = one.answers().size() - 1;
    for (int i = 0; i <= last; i++) {
      cell.add(answer(one.answers().get(i)).cls(i < last ? "soft" : ""));
    }
    if (one.answers().isEmpty()) {
      cell.add(el("p", Words.party(one.accused()) + " has not answered").cls("soft"));
    }
    return one.mayAnswer() ? cell.add(answerForm(one.by().id())) : cell;
  }

  private Html.Element answer(MatterViews.BreachAnswer answer) {
    Html.Element words =
        el(
            "p",
            el("b", word(answer.word())).cls(answer.word().equals("DISPUTES") ? "v warn" : "v"));
    if (answer.until() != null) {
      words.add(text(" until "), Words.time(answer.until(), asked.now()));
    }
    if (answer.text() != null && !answer.text().isEmpty()) {
      words.add(text(": "), Words.said(answer.text()));
    }
    return words.add(el("br"), Pieces.entered(asked, answer.by()));
  }

  private static String word(String word) {
    return switch (word) {
      case "ACCEPTS" -> "accepts";
      case "DISPUTES" -> "disputes";
      case "NO_COMMENT" -> "no comment";
      default -> "needs time";
    };
  }

  private Html answerForm(String id) {
    Asked typed = asked.in("answer-" + id);
    Html form =
        Pieces.form(typed, "answer-" + id, "/act/breaches/" + id + "/answer")
            .add(
                Pieces.choice(typed, "word", "Our answer", ANSWERS),
                Fields.line(typed, "text", "In words", Pieces.LINE_MAX),
                Fields.line(typed, "until", "Need time until, UTC", Pieces.TIME_MAX),
                Pieces.button("Answer"));
    return Pieces.fold(typed, "Answer", form);
  }

  private Html follow(MatterViews.Breach one) {
    Html.Element cell = el("td").at("data-k", "Follow-up");
    for (MatterViews.FollowUp step : one.followUps()) {
      cell.add(
          el("p", asked.tag(step.by().party(), false), text(" "), el("b", Words.plain(step.step())))
              .add(
                  text(": "),
                  Words.said(step.words()),
                  el("br"),
                  Pieces.entered(asked, step.by())));
    }
    boolean over = one.state().equals("WITHDRAWN");
    return over && one.by().own() ? cell : cell.add(followForm(one));
  }

  private Html followForm(MatterViews.Breach one) {
    String name = "follow-" + one.by().id();
    Asked typed = asked.in(name);
    Html.Element buttons = el("div", Pieces.button("step", "COMMENT", "Comment")).cls("row");
    if (one.by().own()) {
      buttons.add(
          Pieces.button("step", "NARROWED", "Narrow our claim to this"),
          Pieces.button("step", "WITHDRAWN", "Withdraw our claim"));
    }
    Html form =
        Pieces.form(typed, name, "/act/breaches/" + one.by().id() + "/follow")
            .add(Fields.area(typed, "words", "In words", Pieces.WORDS_MAX, ""), buttons);
    return Pieces.fold(typed, "Follow up", form);
  }

  private Html claim() {
    Asked typed = asked.in("breach");
    Html form =
        Pieces.form(typed, "breach", "/act/breaches")
            .add(
                Pieces.select(
                    typed, "party", "Who broke it", "choose a party", Pieces.others(asked)),
                el("p", "Against exactly one of these three:").cls("note"),
                Pieces.select(typed, "clause", "A clause of the terms", "none", clauses()),
                Fields.line(typed, "notice", "A notice, e.g. N-2A3B4", 40),
                Fields.line(typed, "track", "A track, as we name it", 80),
                IncidentsPage.times(typed),
                Fields.line(typed, "position", "Near, e.g. N 47 30.0 E 008 20.0", Pieces.PLACE_MAX),
                el(
                        "div",
                        Fields.line(typed, "floor", "From level", 24),
                        Fields.line(typed, "ceiling", "To level", 24))
                    .cls("page two"),
                Fields.choice(typed, "zone", "Zone", zones(), ""),
                Fields.area(typed, "words", "What happened", Pieces.WORDS_MAX, ""),
                Pieces.button("Claim a breach"));
    return Frame.pane("bc", "Claim a breach", "a claim, not a finding")
        .add(el("div", form).cls("body"));
  }

  /** The clauses of the terms in force by their numbers, with the names that they have there. */
  private List<List<String>> clauses() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (TermsViews.Terms in : asked.view().terms().stream().limit(1).toList()) {
      for (String clause : in.clauses()) {
        Matcher parts = CLAUSE.matcher(clause);
        if (parts.lookingAt()) {
          names.computeIfAbsent(parts.group(1), _ -> new ArrayList<>()).add(parts.group(2));
        }
      }
    }
    return names.entrySet().stream()
        .map(each -> List.of(each.getKey(), each.getKey() + " " + shortened(each.getValue())))
        .toList();
  }

  private static String shortened(List<String> names) {
    int more = names.size() - NAMES_MAX;
    return String.join(", ", names.subList(0, Math.min(NAMES_MAX, names.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private List<String> zones() {
    List<String> zones = new ArrayList<>(List.of(""));
    asked.view().terms().stream()
        .limit(1)
        .forEach(in -> in.zones().forEach(zone -> zones.add(zone.zone())));
    return zones;
  }
}
