package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.AlertViews;
import hotline.node.api.TrafficViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One alert: both aircraft, the nearest that they will be, what could be asked for and what that
 * would lead to, and the WARNING exactly as it would go out.
 */
final class AlertPage {
  private static final String NONE = "–";

  private final Asked asked;
  private final AlertViews.Detail one;

  AlertPage(Asked asked, AlertViews.Detail one) {
    this.asked = asked;
    this.one = one;
  }

  String title() {
    return "Alert " + one.alert().number();
  }

  Html main() {
    return el(
            "main",
            el("div", live("al-now", now()), live("al-advice", advice())).cls("stack gap1"),
            el("div", live("al-do", act()), live("al-life", life())).cls("stack gap1"))
        .cls("page")
        .id("main");
  }

  private static Html live(String id, Html pane) {
    return el("div", pane).id(id).at("data-live");
  }

  private Html now() {
    AlertViews.Approach near = one.approach();
    TrafficViews.Alert alert = one.alert();
    Html.Element facts = el("dl").cls("facts");
    Pieces.fact(facts, "State", state(alert));
    Pieces.fact(facts, "Loss", Words.second(alert.begins(), asked.now()));
    Pieces.fact(
        facts,
        "Nearest so far",
        Words.ltr(Words.nauticalMiles(alert.closestMm()) + " / " + alert.closestFt() + " ft"));
    Pieces.fact(
        facts,
        "Nearest ahead, straight on",
        near == null
            ? text("one of the two is not heard well enough")
            : Html.all(
                Words.ltr(
                    Words.nauticalMiles(near.horizontalMm()) + " / " + near.verticalFt() + " ft"),
                text(" at "),
                Words.second(near.at(), asked.now())));
    Pieces.fact(facts, "Leads there", Words.ltr(alert.cause()));
    List<List<Html>> rows = new ArrayList<>();
    rows.add(row(alert.first(), one.first(), one.firstPlace()));
    rows.add(row(alert.second(), one.second(), one.secondPlace()));
    return Html.all(
        Frame.pane("aln", title(), "as of " + Words.clock(one.at()), facts),
        Pieces.table(
            "alt",
            "The two",
            "their age is that of the place",
            List.of("Aircraft", "Heard", "Age", "Place", "Height", "Speed", "Track", "Climb"),
            rows,
            ""));
  }

  /** The sign of a state, with its word. */
  static Html state(TrafficViews.Alert one) {
    return switch (one.state()) {
      case "CURRENT" -> Signs.named("p1", "separation lost");
      case "PREDICTED" -> Signs.named("p2", "predicted");
      default -> Words.ltr("past");
    };
  }

  private static List<Html> row(
      TrafficViews.Aircraft named, TrafficViews.@Nullable Track track, @Nullable String place) {
    String name = TrafficAlarm.name(named);
    if (track == null) {
      return List.of(
          Words.ltr(name),
          text("forgotten"),
          text(NONE),
          text(NONE),
          text(NONE),
          text(NONE),
          text(NONE),
          text(NONE));
    }
    return List.of(
        Words.ltr(name),
        Words.ltr(track.state().toLowerCase(Locale.ROOT)),
        Words.ltr(track.placeAgeMs() == null ? NONE : track.placeAgeMs() / 1_000 + " s"),
        Words.ltr(place == null ? NONE : place),
        Words.ltr(number(track.pressureFt(), " ft")),
        Words.ltr(number(track.speedKnots(), " kt")),
        Words.ltr(number(track.trackDegrees(), "°")),
        Words.ltr(number(track.climbFpm(), " ft/min")));
  }

  private static String number(@Nullable Integer value, String unit) {
    return value == null ? NONE : value + unit;
  }

  private Html advice() {
    List<List<Html>> rows =
        one.advice().stream()
            .map(each ->
                List.of(
                    Words.ltr(aircraft(each.aircraft())),
                    Words.ltr(each.words()),
                    effect(each),
                    each.onlyHelps() ? text("none found") : harms(each)))
            .toList();
    return Pieces.table(
        "ala",
        "What could be asked for",
        "advice to you: ask by message or voice; no order to a pilot",
        List.of("Of", "Ask", "Then", "Side effects"),
        rows,
        "It is past, or one of the two is not heard well enough.");
  }

  private String aircraft(String id) {
    TrafficViews.Alert alert = one.alert();
    return TrafficAlarm.name(alert.first().id().equals(id) ? alert.first() : alert.second());
  }

  private static Html effect(AlertViews.Advice each) {
    return switch (each.effect()) {
      case "SOLVES" -> text("no loss");
      case "SHORTENS" -> text("a shorter loss");
      default -> Signs.named("p2", "does not help");
    };
  }

  private static Html harms(AlertViews.Advice each) {
    List<String> all = new ArrayList<>();
    each.aircraftMet().forEach(met -> all.add("meets " + met));
    each.notices().forEach(entered -> all.add("enters " + entered));
    each.possibleNotices().forEach(entered -> all.add("may enter " + entered));
    return all.isEmpty() ? text("none found") : Signs.named("p2", String.join(", ", all));
  }

  private Html act() {
    TrafficViews.Life life = one.alert().life();
    AlertViews.Draft draft = one.warning();
    Html.Element body = el("div").cls("body stack");
    if (life.warned() != null) {
      body.add(
          el("p", text("The others were warned at "), Words.second(life.warned(), asked.now()))
              .add(text("; "))
              .add(el("a", "the WARNING").at("href", "/messages/" + life.warning())));
    } else if (draft != null) {
      body.add(el("p", "Every other party would be told exactly this, and the place on the map:"))
          .add(el("blockquote", Words.said(draft.text())))
          .add(
              el("p", Words.ltr(draft.place()))
                  .add(text(" · "))
                  .add(Words.ltr(draft.floor() + "–" + draft.ceiling())));
      if (!asked.observer()) {
        body.add(
            TrafficAlarm.by(asked, path("warn")).add(el("button", "Send WARNING").cls("btn go")));
      }
    }
    if (!asked.observer()) {
      if (!life.alarm().equals("ACCEPTED")) {
        body.add(TrafficAlarm.accept(asked, List.of(one.alert()), "Accept"));
      }
      boolean marked = life.nuisance() != null;
      body.add(
          TrafficAlarm.by(asked, path(marked ? "meant" : "nuisance"))
              .add(el("button", marked ? "Not a nuisance after all" : "A nuisance").cls("btn")));
    }
    return Frame.pane("ald", "What to do", "voice is quicker than any page").add(body);
  }

  private String path(String verb) {
    return "/act/alerts/" + one.alert().number() + "/" + verb;
  }

  private Html life() {
    List<List<Html>> rows =
        one.life().stream()
            .map(each -> List.of(Words.second(each.at(), asked.now()), Words.said(each.words())))
            .toList();
    return Pieces.table("all", "Its life", "", List.of("At", "What"), rows, "Nothing yet.");
  }
}
