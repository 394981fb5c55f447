package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.MatterViews;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Facts, findings, proposals and minutes: the words, who has signed them and who has not, dissent
 * and vetoes in full, and the forms to sign, to veto and to take back. Agreed means signed by all;
 * what was vetoed stays to be seen.
 */
final class Motions {
  private final Asked asked;
  private final String action;
  private final boolean seats;

  /**
   * Of an incident or a case.
   *
   * @param action the path that its forms post to, without a slash at the end
   * @param seats whether whoever signs says from which seat of the working group
   */
  Motions(Asked asked, String action, boolean seats) {
    this.asked = asked;
    this.action = action;
    this.seats = seats;
  }

  Html list(List<MatterViews.Motion> motions, String none) {
    if (motions.isEmpty()) {
      return Pieces.nothing(none);
    }
    Html.Element list = el("ol").cls("motions");
    motions.forEach(motion -> list.add(motion(motion)));
    return list;
  }

  private Html motion(MatterViews.Motion motion) {
    boolean ended = motion.state().equals("VETOED");
    Html.Element article =
        el("article", el("p", Words.said(motion.words())).cls("strong"), state(motion));
    article.add(signatures(motion));
    for (MatterViews.Veto veto : motion.vetoes()) {
      article.add(veto(veto));
    }
    if (motion.next() != null) {
      article.add(el("p", text("Next meeting "), Words.time(motion.next(), asked.now())));
    }
    article.add(forms(motion));
    return el("li", article).cls(ended ? "motion p2" : "motion").id("m-" + motion.by().id());
  }

  private Html state(MatterViews.Motion motion) {
    Html.Element line = el("p").cls("row");
    line.add(
        motion.state().equals("VETOED")
            ? Signs.named("p2", "Vetoed: it is ended")
            : el("b", standing(motion)));
    line.add(Pieces.by(asked, motion.by()));
    if (motion.narrows() != null) {
      String id = motion.narrows();
      line.add(
          el(
                  "span",
                  text("in place of "),
                  el("a", Words.ltr(Words.brief(id))).at("href", "#m-" + id))
              .cls("soft xs"));
    }
    return line;
  }

  private static String standing(MatterViews.Motion motion) {
    return switch (motion.state()) {
      case "AGREED" -> "Agreed: signed by all";
      case "RETRACTED" -> "Taken back";
      case "NARROWED" -> "Narrowed: see the one in its place";
      default -> "Open: not signed by all";
    };
  }

  private Html signatures(MatterViews.Motion motion) {
    Html.Element list = el("ul").cls("list");
    for (String party : motion.needed()) {
      Optional<MatterViews.Signature> signature =
          motion.signatures().stream().filter(one -> one.by().party().equals(party)).findFirst();
      Html.Element what = el("span", asked.tag(party, true), text(" "));
      signature.ifPresent(one -> what.add(Pieces.entered(asked, one.by())));
      signature.ifPresent(one -> what.add(seat(one.seat())));
      String dissent = signature.map(MatterViews.Signature::dissent).orElse(null);
      if (dissent != null && !dissent.isEmpty()) {
        what.add(el("p", el("b", "Dissents: ").cls("v warn"), Words.said(dissent)));
      }
      list.add(
          el(
              "li",
              el("span", signature.isPresent() ? "■" : "□").cls("mark").at("aria-hidden", "true"),
              what,
              el("span", signature.isPresent() ? "signed" : "not signed").cls("soft")));
    }
    return list;
  }

  private static Html seat(@Nullable String seat) {
    return seat == null || seat.isEmpty()
        ? Html.none()
        : el("span", text(" · seat "), Words.said(seat)).cls("soft xs");
  }

  private Html veto(MatterViews.Veto veto) {
    return el(
            "div",
            el("p", Signs.named("p2", "Veto"), Pieces.by(asked, veto.by()), seat(veto.seat()))
                .cls("row"),
            el("p", text("Of "), Words.said(veto.scope())),
            el("blockquote", Words.said(veto.reason())))
        .cls("stack tight");
  }

  private Html forms(MatterViews.Motion motion) {
    String id = motion.by().id();
    Html.Element all = el("div").cls("stack tight");
    if (motion.maySign()) {
      all.add(sign(motion, id));
      if (!motion.sort().equals("FINDING")) {
        all.add(veto(id));
      }
    }
    boolean own = motion.by().own() && motion.state().equals("OPEN");
    return own ? all.add(retract(asked, action, id)) : all;
  }

  private Html sign(MatterViews.Motion motion, String id) {
    Asked typed = asked.in("sign-" + id);
    Html.Element form =
        Pieces.form(typed, "sign-" + id, action + "/agree").add(Asked.hidden("item", id));
    if (motion.sort().equals("FINDING")) {
      form.add(
          Fields.area(
              typed, "dissent", "What we do not agree with, if anything", Pieces.WORDS_MAX, ""));
    }
    form.add(seatField(typed, seats));
    form.add(el("p", "All sign the same words; a signature cannot be taken back.").cls("note"));
    return Pieces.fold(typed, "Sign these words", form.add(Pieces.button("Sign")));
  }

  private Html veto(String id) {
    Asked typed = asked.in("veto-" + id);
    Html.Element form =
        Pieces.form(typed, "veto-" + id, action + "/veto")
            .add(
                Asked.hidden("item", id),
                Fields.required(typed, "scope", "What the veto is of", Pieces.LINE_MAX),
                Fields.area(typed, "reason", "Why", Pieces.WORDS_MAX, ""),
                seatField(typed, seats),
                el("p", "A veto ends it; it stays to be seen with your reason.").cls("note"),
                Pieces.button("Veto"));
    return Pieces.fold(typed, "Veto", form);
  }

  /** Takes back an own item. */
  static Html retract(Asked asked, String action, String id) {
    Asked typed = asked.in("retract-" + id);
    return Pieces.fold(
        typed,
        "Take it back",
        Pieces.form(typed, "retract-" + id, action + "/retract")
            .add(
                Asked.hidden("item", id),
                Fields.required(typed, "reason", "Why", Pieces.LINE_MAX),
                Pieces.button("Take back: it stays to be seen")));
  }

  /** From which seat of the working group someone speaks; as last said on this screen. */
  static Html seatField(Asked typed, boolean seats) {
    if (!seats) {
      return Html.none();
    }
    String kept = typed.request().kept().getOrDefault("seat", "");
    List<String> own =
        typed.view().terms().stream()
            .limit(1)
            .flatMap(in -> in.seats().stream())
            .filter(each -> each.party().equals(typed.line().party()))
            .flatMap(each -> each.seats().stream())
            .toList();
    return own.isEmpty()
        ? Pieces.nothing("The terms in force give your party no seat in the working group.")
        : Fields.choice(typed, "seat", "Your seat in the working group", own, kept);
  }
}
