package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.MatterViews;
import hotline.node.api.Views;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An incident in the order of events, from the record: when each thing happened, as someone says,
 * and beside it when that was entered. Messages and notices of that time stand among them.
 */
final class Timeline {
  private static final Duration MARGIN = Duration.ofMinutes(10);
  private static final int MESSAGES_MAX = 5_000;
  private static final int ROWS_MAX = 120;

  private final Asked asked;
  private final MatterViews.Incident incident;

  Timeline(Asked asked, MatterViews.Incident incident) {
    this.asked = asked;
    this.incident = incident;
  }

  /** One thing; {@code entered} is when it was signed. */
  private record Row(Instant event, Instant entered, String party, Html what) {}

  Html pane() {
    List<Row> rows =
        Stream.of(exhibits(), messages(), notices(), motions())
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Row::event).thenComparing(Row::entered))
            .toList();
    Html.Element body = el("tbody");
    rows.stream().limit(ROWS_MAX).forEach(row -> body.add(row(row)));
    Html.Element head = el("tr");
    for (String column : List.of("Happened", "Party", "What", "Entered")) {
      head.add(el("th", column).at("scope", "col"));
    }
    int hidden = rows.size() - ROWS_MAX;
    return Frame.pane("it", "Timeline", "when it happened, and when it was entered")
        .add(
            el("div", el("table", el("thead", head), body).cls("cards"))
                .cls("scroll")
                .at("tabindex", "0")
                .at("role", "group")
                .at("aria-labelledby", "it"),
            Html.when(hidden > 0, el("p", hidden + " later rows are in the bundle.").cls("foot")));
  }

  private Html row(Row row) {
    boolean apart = !row.event().equals(row.entered());
    return el("tr")
        .add(el("th", Words.second(row.event(), asked.now())).at("scope", "row"))
        .add(el("td", asked.tag(row.party(), true)))
        .add(el("td", row.what()).cls("full"))
        .add(
            el("td", apart ? Words.second(row.entered(), asked.now()) : text("as it happened"))
                .cls("soft")
                .at("data-k", "Entered"));
  }

  private List<Row> exhibits() {
    List<Row> rows = new ArrayList<>();
    int number = 1;
    for (MatterViews.Exhibit one : incident.exhibits()) {
      Html what =
          Html.all(
              el("a", Words.ltr("E-" + number++)).at("href", "#e-" + one.by().id()),
              text(" " + Words.plain(one.sort()) + ": "),
              Words.said(one.what()));
      Instant event = one.from() == null ? one.by().said() : one.from();
      rows.add(new Row(event, one.by().said(), one.by().party(), what));
    }
    return rows;
  }

  private List<Row> messages() {
    return asked.view().messages(MESSAGES_MAX).stream()
        .filter(one -> near(one.signed()))
        .map(one ->
            new Row(
                one.signed(),
                one.signed(),
                one.from(),
                Html.all(
                    el("a", one.kind()).at("href", asked.message(one.id())),
                    text(one.text() == null ? "" : " "),
                    one.text() == null ? Html.none() : Words.said(one.text()))))
        .toList();
  }

  private List<Row> notices() {
    return asked.view().notices(true).stream()
        .filter(one -> near(one.start()))
        .map(one -> new Row(one.start(), one.delivery().sent(), one.party(), starts(one)))
        .toList();
  }

  private Html starts(Views.Notice notice) {
    return Html.all(
        text("Notice "),
        el("a", Words.ltr(notice.reference())).at("href", asked.notice(notice.entity())),
        text(" starts, "),
        Words.ltr(notice.band().text()));
  }

  private List<Row> motions() {
    return Stream.of(incident.agreed(), incident.differing(), incident.findings())
        .flatMap(List::stream)
        .map(one ->
            new Row(
                one.by().said(),
                one.by().said(),
                one.by().party(),
                Html.all(text(Words.plain(one.sort()) + " worded: "), Words.said(one.words()))))
        .toList();
  }

  private boolean near(Instant at) {
    return !at.isBefore(incident.from().minus(MARGIN)) && !at.isAfter(incident.to().plus(MARGIN));
  }
}
