package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Requests;
import hotline.node.api.Views;
import java.util.List;
import java.util.Objects;

/** One notice: what is known of it, its conflicts, and what its owner or the other side may do. */
final class NoticePage {
  private static final List<String> STATES =
      List.of("ACTIVATED", "NONCONFORMING", "CONTINGENT", "ENDED");
  private static final List<String> GROUNDS = List.of("CONDITION", "POSITION", "TIME", "OTHER");

  private final Asked asked;
  private final Views.Notice notice;
  private final List<Views.Conflict> conflicts;

  NoticePage(Asked asked, Views.Notice notice) {
    this.asked = asked;
    this.notice = notice;
    this.conflicts =
        asked.view().conflicts(true).stream()
            .filter(one ->
                one.ownEntity().equals(notice.entity())
                    || one.otherEntity().equals(notice.entity()))
            .toList();
  }

  Html main() {
    return el(
            "main",
            el("div", facts(), meets()).cls("stack gap1"),
            asked.silent()
                ? Html.none()
                : el("div", notice.own() ? own() : others()).cls("stack gap1"))
        .cls("page side")
        .id("main");
  }

  private Html facts() {
    Html.Element facts = NoticeFacts.of(asked, notice);
    Pieces.fact(facts, "Id", Words.ltrLong(notice.entity()));
    Html.Element pane = Frame.pane("nf", notice.reference(), notice.mode());
    pane.add(
        MapDrawing.small(asked, List.of(notice), conflicts).pane(),
        el(
                "div",
                facts,
                Translation.notice(asked, notice, conflicts),
                Track.of(notice.delivery(), null, asked.now()))
            .cls("body stack"));
    return pane.id("facts").at("data-live");
  }

  private Html meets() {
    Html.Element body = el("tbody");
    conflicts.stream().limit(60).forEach(one -> body.add(NoticeTable.conflict(asked, one)));
    Html table =
        conflicts.isEmpty()
            ? el("p", "No conflict known. Unknown volumes of others may still meet it.")
                .cls("body soft")
            : el("table", NoticeTable.head(), body).cls("cards");
    Html.Element disputes = el("div").cls("body stack");
    for (Views.Dispute dispute : notice.disputes()) {
      disputes.add(
          el("p", Signs.named("p2", "Disputed by " + Words.party(dispute.party())))
              .add(text(": " + Words.plain(dispute.ground()) + ". "), Words.said(dispute.reason()))
              .add(text(" "), Words.time(dispute.said(), asked.now())));
    }
    return Frame.pane("nm", "Conflicts and disputes", null)
        .add(el("div", table).cls("scroll"), disputes)
        .id("meets")
        .at("data-live");
  }

  private Html own() {
    String base = "/act/notices/" + notice.entity();
    Html.Element all = el("div").cls("stack gap1");
    all.add(
        Frame.pane("ns", "Move it", "one shift, within the terms")
            .add(el("div", found(), shiftForm(base), findForm(base)).cls("body stack")));
    Html.Element states = asked.form(base + "/state").cls("row");
    for (String state : STATES) {
      states.add(
          el("button", Words.plain(state)).cls("btn big").at("name", "state").at("value", state));
    }
    all.add(
        Frame.pane("nw", "Say how it goes", null)
            .add(
                el("div", states)
                    .cls("body stack")
                    .add(
                        el("a", "Amend by typing it anew")
                            .cls("btn")
                            .at("href", "/notices/" + notice.entity() + "/amend"))),
        asked.past() ? Html.none() : ConformancePanes.of(asked, notice));
    return all;
  }

  /** What a search for a shift found, as a form that makes it. */
  private Html found() {
    String feet = asked.request().parameter("feet");
    String seconds = asked.request().parameter("seconds");
    if (asked.request().parameter("found").equals("none")) {
      return el("p", Signs.named("p2", "No allowed shift clears it: every one was tried."))
          .add(" Answer UNABLE, and talk.");
    }
    if (!feet.matches("-?[0-9]{1,6}") && !seconds.matches("-?[0-9]{1,6}")) {
      return Html.none();
    }
    String shift = feet.isEmpty() ? "by " + seconds + " s in time" : "by " + feet + " ft in height";
    return asked.form(
        "/act/notices/" + notice.entity() + "/shift",
        Asked.hidden("feet", feet),
        Asked.hidden("seconds", seconds),
        answersField(),
        el("button", "Move it " + shift + ": clears every known conflict").cls("btn go big"));
  }

  /** The conflict message that a move answers, if one waits for it. */
  private Html answersField() {
    return conflicts.stream()
        .filter(one -> one.toBeAnsweredHere() && one.messageId() != null)
        .findFirst()
        .<Html>map(one -> Asked.hidden("answers", Objects.requireNonNull(one.messageId())))
        .orElse(Html.none());
  }

  private Html shiftForm(String base) {
    return asked
        .form(
            base + "/shift",
            answersField(),
            el(
                    "div",
                    Fields.line(asked, "feet", "Up (+) or down (−), feet", 7),
                    Fields.line(asked, "seconds", "or later (+), earlier (−), seconds", 7))
                .cls("page two"),
            el("button", "Move").cls("btn big"))
        .cls("stack");
  }

  private Html findForm(String base) {
    return asked.form(
        base + "/find-shift", el("button", "Find the nearest shift that clears it").cls("btn big"));
  }

  private Html others() {
    Html form =
        asked
            .form(
                "/act/notices/" + notice.entity() + "/dispute",
                Fields.choice(asked, "ground", "Ground", GROUNDS, ""),
                Fields.area(asked, "reason", "Why", 500, ""),
                el("button", "Dispute this notice").cls("btn big"))
            .cls("stack");
    return Frame.pane("nd", "Dispute", "recorded beside it; changes nothing by itself")
        .add(el("div", form).cls("body"));
  }

  /** The address that shows what a search found. */
  static String foundAddress(String entity, Requests.Shift shift) {
    String feet = shift.verticalFeet() == null ? "" : Long.toString(shift.verticalFeet());
    String seconds = shift.seconds() == null ? "" : Long.toString(shift.seconds());
    return "/notices/" + entity + "?feet=" + feet + "&seconds=" + seconds;
  }
}
