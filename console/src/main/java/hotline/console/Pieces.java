package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.MatterViews;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of incidents, cases and breaches have in common: whose word, signatures, forms.
 */
final class Pieces {
  static final int WORDS_MAX = 2_000;
  static final int LINE_MAX = 500;
  static final int TITLE_MAX = 120;
  static final int PLACE_MAX = 80;
  static final int TIME_MAX = 32;

  private Pieces() {}

  /** Whose word it is, when it was signed, and where it stands in the record. */
  static Html by(Asked asked, MatterViews.By by) {
    return Html.all(asked.tag(by.party(), true), text(" "), entered(asked, by));
  }

  /** When it was signed, and where it stands in the record: never the time of the event. */
  static Html entered(Asked asked, MatterViews.By by) {
    return el(
            "span",
            text("signed "),
            Words.time(by.said(), asked.now()),
            text(" · "),
            Words.ltr("entry " + by.index()),
            text(by.confirmed() ? "" : " · not confirmed"))
        .cls("soft xs");
  }

  /** {@code 21 Nov 21:15–21:20Z}: when something happened, or is to happen. */
  static Html event(Asked asked, Instant from, Instant to) {
    return from.equals(to)
        ? Words.ltr(Words.minute(from, asked.now()))
        : Words.ltr(Words.interval(from, to, asked.now()));
  }

  /** A place and a height band, as far as they were given. */
  static Html where(Views.@Nullable Place place, Views.@Nullable Band band) {
    if (place == null && band == null) {
      return text("not given");
    }
    return Html.all(
        place == null ? Html.none() : Words.place(place),
        text(place != null && band != null ? ", " : ""),
        band == null ? Html.none() : Words.ltr(band.text()));
  }

  static void fact(Html.Element list, String name, Html value) {
    list.add(el("dt", name), el("dd", value));
  }

  /** A form that comes back with what was typed in it, and nothing of the other forms. */
  static Html.Element form(Asked typed, String name, String action) {
    return typed.form(action, Asked.hidden("form", name)).cls("stack");
  }

  /**
   * A form that is unfolded by its heading; unfolded already where it comes back refused. Nothing
   * where nothing can be said.
   */
  static Html fold(Asked typed, String heading, Html form) {
    if (typed.silent()) {
      return Html.none();
    }
    return el("details", el("summary", heading), el("div", form).cls("fold"))
        .at(typed.refused(), "open", "");
  }

  static Html button(String word) {
    return el("button", word).cls("btn big");
  }

  /** A button that says under a name which of several things is meant. */
  static Html button(String name, String value, String word) {
    return el("button", word).cls("btn big").at("name", name).at("value", value);
  }

  /** One of several values with their words; nothing is chosen for anyone. */
  static Html choice(Asked typed, String name, String legend, List<List<String>> values) {
    Html.Element choice = el("div").cls("choice fit");
    for (List<String> value : values) {
      choice.add(
          el(
              "label",
              el("input")
                  .at("type", "radio")
                  .at("name", name)
                  .at("value", value.get(0))
                  .at("required")
                  .at(typed.refused() && typed.typed(name).equals(value.get(0)), "checked", ""),
              el("b", value.get(1))));
    }
    return el("fieldset", el("legend", legend).cls("soft xs"), choice);
  }

  /** A line of a list with a mark before it, and nothing behind it. */
  static Html item(Html mark, Html what) {
    return el("li", el("span", mark).cls("mark"), what, el("span"));
  }

  /** Words as a line of a list. */
  static Html item(String words) {
    return item(text("–"), el("span", words));
  }

  /** A select whose values are ids and whose words are for people; the first chooses none. */
  static Html select(
      Asked typed, String name, String label, String none, List<List<String>> values) {
    Html.Element select = el("select").at("name", name);
    select.add(el("option", none).at("value", ""));
    for (List<String> value : values) {
      select.add(
          el("option", value.get(1))
              .at("value", value.get(0))
              .at(value.get(0).equals(typed.typed(name)), "selected", ""));
    }
    return Fields.labelled(label, select);
  }

  /** A pane of forms; nothing where nothing can be said. */
  static Html forms(Asked asked, Html pane) {
    return asked.silent() ? Html.none() : pane;
  }

  /** The other parties of the line. */
  static List<List<String>> others(Asked asked) {
    return asked.line().parties().stream()
        .filter(party -> !party.own())
        .map(party -> List.of(party.party(), Words.party(party.party())))
        .toList();
  }

  /** All parties of the line. */
  static List<List<String>> parties(Asked asked) {
    return asked.line().parties().stream()
        .map(party -> List.of(party.party(), Words.party(party.party())))
        .toList();
  }

  static Html nothing(String words) {
    return el("p", words).cls("soft");
  }

  /** A pane with a table, whose first column names the row; or, without rows, {@code nothing}. */
  static Html table(
      String id,
      String heading,
      String aside,
      List<String> columns,
      List<List<Html>> rows,
      String nothing) {
    Html.Element head = el("tr");
    columns.forEach(column -> head.add(el("th", column).at("scope", "col")));
    Html.Element body = el("tbody");
    for (List<Html> cells : rows) {
      Html.Element row = el("tr", el("th", cells.getFirst()).at("scope", "row"));
      for (int i = 1; i < cells.size(); i++) {
        row.add(el("td", cells.get(i)).at(i > 1, "data-k", columns.get(i)));
      }
      body.add(row);
    }
    Html.Element pane = Frame.pane(id, heading, aside);
    return pane.add(
        rows.isEmpty()
            ? el("div", nothing(nothing)).cls("body")
            : el("div", el("table", el("thead", head), body).cls("cards"))
                .cls("scroll")
                .at("tabindex", "0")
                .at("role", "group")
                .at("aria-labelledby", id));
  }
}
