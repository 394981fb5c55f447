package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.TrafficViews;
import hotline.node.api.Views;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The alerts of live traffic that nobody has accepted, as one row of the alarm strip: many at once
 * fill no strip and sound no louder than one. The one to look at first is shown, the rest counted;
 * one that is past is shown without a sound until somebody accepts it.
 */
final class TrafficAlarm {
  private final Asked asked;
  private final List<TrafficViews.Alert> open;

  TrafficAlarm(Asked asked) {
    this.asked = asked;
    open =
        asked.api().alerts(false).stream()
            .filter(each -> !each.life().alarm().equals("ACCEPTED"))
            .sorted(
                Comparator.comparing((TrafficViews.Alert each) -> !sounds(each))
                    .thenComparing(each -> !each.state().equals("CURRENT"))
                    .thenComparing(TrafficViews.Alert::begins))
            .toList();
  }

  /** Whether it stands: what is past asks for no haste. */
  private static boolean sounds(TrafficViews.Alert each) {
    return each.life().alarm().equals("UNACCEPTED");
  }

  int count() {
    return open.size();
  }

  /** Whether the first of them is a loss of separation that nobody has seen. */
  boolean isLoss() {
    return !open.isEmpty() && sounds(open.getFirst()) && open.getFirst().state().equals("CURRENT");
  }

  /** The row; nothing if there is none. */
  Html row() {
    if (open.isEmpty()) {
      return Html.none();
    }
    TrafficViews.Alert top = open.getFirst();
    String priority = isLoss() ? "p1" : "p2";
    Html.Element what =
        el(
            "div",
            el("b", el("a", "TRAFFIC").at("href", "/alerts/" + top.number())),
            text(" "),
            Words.ltr(name(top.first()) + " – " + name(top.second())),
            el("br"),
            el("span", state(top)),
            text(open.size() == 1 ? "" : " · " + (open.size() - 1) + " more in Traffic"));
    Html.Element row =
        el("div", el("span", Signs.shape(priority)).cls("shape"), what.cls("what"))
            .cls("alarm " + priority)
            .at("data-state", sounds(top) ? "unaccepted" : "returned")
            .at(isLoss(), "role", "alert");
    return row.add(
        asked.observer()
            ? el("a", "See").cls("btn big").at("href", "/alerts/" + top.number())
            : accept(asked, List.of(top), "Accept"));
  }

  private Html state(TrafficViews.Alert one) {
    return switch (one.state()) {
      case "CURRENT" ->
          Html.all(
              text("separation lost since "),
              Words.second(one.begins(), asked.now()),
              text(", nearest "),
              Words.ltr(Words.nauticalMiles(one.closestMm()) + " / " + one.closestFt() + " ft"));
      case "PREDICTED" ->
          Html.all(
              text("loss of separation predicted at "), Words.second(one.begins(), asked.now()));
      default -> Html.all(text("past since "), Words.second(one.last(), asked.now()));
    };
  }

  static String name(TrafficViews.Aircraft one) {
    return one.callsign() == null ? one.id() : one.callsign();
  }

  /** The button that accepts these. */
  static Html.Element accept(Asked asked, List<TrafficViews.Alert> alerts, String word) {
    String numbers =
        alerts.stream().map(each -> Long.toString(each.number())).collect(Collectors.joining(" "));
    return by(asked, "/act/alerts/0/accept")
        .cls("accept")
        .add(Asked.hidden("numbers", numbers))
        .add(el("button", text(word + " "), el("kbd", "F2").at("dir", "ltr")).cls("btn go big"));
  }

  /** A form by whoever has the watch here. */
  static Html.Element by(Asked asked, String action) {
    Html.Element form = asked.form(action);
    asked.post().ifPresent(post -> form.add(Asked.hidden("post", post.post())));
    String officer = asked.post().map(Views.Watch::officer).orElse("");
    return form.add(Asked.hidden("officer", officer));
  }
}
