package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Drafted;
import hotline.node.api.MatterViews;
import hotline.node.api.Pages;
import hotline.node.api.Requests;
import hotline.node.api.Views;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Declares a notice, or amends one by typing it anew. What was typed stays when it is refused. */
final class NoticeForm {
  private final Asked asked;
  private final Assets assets;
  private final Views.@Nullable Notice amended;

  NoticeForm(Asked asked, Assets assets, Views.@Nullable Notice amended) {
    this.asked = asked;
    this.assets = assets;
    this.amended = amended;
  }

  Html main() {
    List<String> categories =
        asked.view().terms().stream().limit(1).flatMap(in -> in.categories().stream()).toList();
    Html.Element form =
        asked
            .form(
                amended == null ? "/act/notices" : "/act/notices/" + amended.entity() + "/amend",
                Fields.choice(
                    asked,
                    "category",
                    "Category",
                    categories,
                    amended == null ? "" : amended.category()),
                Fields.preset(
                    asked,
                    "label",
                    "Call sign: stays in this node, nobody else sees it",
                    40,
                    amended == null ? "" : Objects.requireNonNullElse(amended.label(), "")),
                Fields.area(
                    asked,
                    "outline",
                    "Where: one position a line, e.g. N 47 30.0 E 008 20.0, 32T MT 49791 60945, or 124 11 NM from"
                        + " ZUE. One line with a radius: a circle; three or more: an outline",
                    4_000,
                    ""),
                Fields.line(asked, "radius", "Radius, e.g. 5 NM or 9.3 km", 20),
                el(
                        "div",
                        Fields.required(asked, "floor", "From level, e.g. FL100 or 300 m W84", 24),
                        Fields.required(asked, "ceiling", "To level", 24))
                    .cls("page two"),
                el(
                        "div",
                        Fields.required(
                            asked, "start", "From, UTC, e.g. 14:20Z or 221420ZNOV26", 32),
                        Fields.required(asked, "end", "To, UTC", 32))
                    .cls("page two"),
                release(),
                Asked.hidden("answers", asked.typed("answers")),
                el(
                        "div",
                        el("button", amended == null ? "Declare" : "Amend").cls("btn go big"),
                        Pieces.button("do", "draft", "Check before sending"))
                    .cls("row"))
            .cls("stack")
            .at("data-check");
    String heading = amended == null ? "New notice" : "Amend " + amended.reference();
    return el(
            "main",
            Frame.pane("nn", heading, "one volume; more by the command line")
                .add(el("div", form).cls("body")),
            aside())
        .cls("page side")
        .id("main");
  }

  /** What would come of what is typed; null before anything is. */
  private @Nullable Drafted drafted() {
    return asked.request().form().isEmpty()
        ? null
        : asked.api().draft(read(asked.request(), amended == null ? null : amended.entity()));
  }

  /**
   * The form as it was typed.
   *
   * @param entity of the notice that is amended; null: a new one
   */
  static Requests.Declare read(Pages.Request request, @Nullable String entity) {
    Requests.Volume volume =
        new Requests.Volume(
            Actions.lines(request.field("outline")),
            Actions.orNull(request.field("radius")),
            request.field("floor"),
            request.field("ceiling"),
            request.field("start"),
            request.field("end"),
            null);
    return new Requests.Declare(
        entity,
        request.field("category"),
        Actions.orNull(request.field("label")),
        List.of(volume),
        Actions.orNull(request.field("answers")),
        request.form().getOrDefault("release", List.of()));
  }

  /** To whom others may hand it on: nobody, unless ticked. */
  private Html release() {
    List<MatterViews.ThirdParty> all = asked.view().thirdParties();
    if (all.isEmpty()) {
      return Html.none();
    }
    List<String> ticked =
        asked.refused()
            ? asked.request().form().getOrDefault("release", List.of())
            : amended == null ? List.of() : amended.release();
    Html.Element set =
        el("fieldset", el("legend", "Others may hand it on to (none: to nobody)").cls("soft xs"));
    for (MatterViews.ThirdParty one : all) {
      set.add(
          el(
                  "label",
                  el("input")
                      .at("type", "checkbox")
                      .at("name", "release")
                      .at("value", one.name())
                      .at(ticked.contains(one.name()), "checked", ""),
                  text(" "),
                  Words.ltr(one.name()),
                  text(" "),
                  Words.said(one.title()))
              .cls("field"));
    }
    return set.cls("stack tight");
  }

  private Html aside() {
    Html.Element list = el("ul").cls("list");
    list.add(Pieces.item("A notice is not permission: it says what you do, it asks for nothing."));
    list.add(
        Pieces.item(
            "The record gets coarse cells, rounded times and heights, and a commitment."
                + " The exact volume goes only to a party whose notice meets it."));
    list.add(Pieces.item("There is no field for targets, weapons or identities."));
    if (asked.refused()) {
      list.add(
          Pieces.item("What you typed is kept below as you typed it; change it and try again."));
    }
    Html.Element points = el("dl").cls("kv");
    asked.view().terms().stream()
        .limit(1)
        .flatMap(in -> in.points().stream())
        .limit(20)
        .forEach(point ->
            points.add(
                el("dt", Objects.requireNonNullElse(point.referencePoint(), "")),
                el(
                    "dd",
                    Words.ltr(Words.position(point.latNanodegrees(), point.lngNanodegrees())))));
    return el("div")
        .cls("stack gap1")
        .add(
            DraftPane.of(asked, drafted()),
            DrawPane.of(asked, assets),
            Frame.pane("ni", "From a file", null)
                .add(
                    el("div", el("a", "Import notices from GeoJSON").at("href", ImportPage.PAGE))
                        .cls("body")),
            Frame.pane("na", "What a notice says", null).add(el("div", list).cls("body")),
            Frame.pane("np", "Reference points of the terms", null)
                .add(el("div", points).cls("body")));
  }
}
