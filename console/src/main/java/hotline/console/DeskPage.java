package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Views;
import java.util.List;

/** Who has the watch, and taking it or handing it over with what is open. */
final class DeskPage {
  private final Asked asked;
  private final Handover handover;

  DeskPage(Asked asked) {
    this.asked = asked;
    this.handover = new Handover(asked);
  }

  Html main() {
    Html.Element own = el("div").cls("stack gap1");
    for (Views.Watch post : asked.ownPosts()) {
      own.add(desk(post));
    }
    if (asked.ownPosts().isEmpty()) {
      own.add(none());
    }
    Html beside =
        el("div", new Signing(asked).pane(), others(), Shelf.pane(asked), Translation.choice(asked))
            .cls("stack gap1");
    return el("main", own, beside).cls("page side").id("main");
  }

  /** Why there is no post to take. */
  private Html none() {
    boolean agreed = asked.view().terms().stream().anyMatch(one -> one.state().equals("IN_FORCE"));
    String why =
        asked.observer()
            ? "This node observes: its party has no post on this line, and nobody takes a watch here."
            : agreed
                ? "The terms name no post of this party: change them to have one."
                : "There are no terms yet, so no watch can be taken and no post is shown. It begins"
                    + " when every party has signed the terms.";
    return Frame.pane("w-none", "No watch to take", null)
        .add(
            el("div", el("p", why), el("p", el("a", "To the terms").at("href", "/terms")))
                .cls("body stack"));
  }

  private Html desk(Views.Watch post) {
    Html.Element facts = el("dl").cls("kv");
    facts.add(el("dt", "On watch"), el("dd", officer(post)));
    if (post.handingTo() != null) {
      Html.Element to = el("dd", Words.said(post.handingTo()));
      if (post.handed() != null) {
        to.add(text(" since "), Words.time(post.handed(), asked.now()));
      }
      facts.add(el("dt", "Being handed to"), to.add(text(", not taken yet")));
    }
    Html take =
        asked
            .form(
                "/act/watch/" + post.post() + "/take",
                handover.taking(post),
                me(),
                soundTest(),
                el("button", "Take the watch here").cls("btn go big"))
            .cls("stack");
    Html.Element body = el("div", facts, take).cls("body stack");
    if (post.officer() != null) {
      body.add(handover.form(post));
    }
    boolean here = asked.request().kept().getOrDefault("post", "").equals(post.post());
    return Frame.pane("w-" + post.post(), "Post " + post.post(), here ? "this screen" : null)
        .add(body);
  }

  /**
   * Playing it is the touch that lets a browser play sounds; what the person says of it holds
   * without scripts, too.
   */
  private static Html soundTest() {
    Html.Element choice = el("div").cls("row");
    for (List<String> answer : List.of(List.of("yes", "I heard it"), List.of("no", "I did not"))) {
      choice.add(
          el(
                  "label",
                  el("input").at("type", "radio").at("name", "sound").at("value", answer.get(0)))
              .add(" " + answer.get(1)));
    }
    return el("fieldset", el("legend", "Start of watch: is this screen heard?"))
        .add(el("button", "Play the alarm").cls("btn").at("type", "button").at("data-sound-test"))
        .add(choice)
        .cls("stack tight");
  }

  /** Who signed in is who takes it. */
  private Html me() {
    String officer = asked.visitor().officer();
    return officer == null
        ? Fields.required(asked, "officer", "Your name", 40)
        : el("p", text("As "), el("b", Words.said(officer)), text(", who is signed in."));
  }

  private Html officer(Views.Watch post) {
    if (post.officer() == null) {
      return Signs.named("p2", "nobody has said so");
    }
    Html.Element who = el("span", Words.said(post.officer()));
    if (post.since() != null) {
      who.add(text(" since "), Words.time(post.since(), asked.now()));
    }
    return who;
  }

  private Html others() {
    Html.Element list = el("ul").cls("list");
    for (Views.Watch post : asked.view().watch()) {
      if (!post.party().equals(asked.line().party())) {
        list.add(
            el(
                "li",
                asked.tag(post.party(), false),
                el("span", text("post "), Words.ltr(post.post()), text(": "), officer(post)),
                el("span")));
      }
    }
    return Frame.pane("wo", "The other side", "as they last said").add(el("div", list).cls("body"));
  }
}
