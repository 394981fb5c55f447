package hotline.console;

import static hotline.console.Samples.NOW;
import static hotline.console.Samples.at;
import static hotline.console.Samples.entity;
import static hotline.console.Samples.feet;
import static hotline.console.Samples.message;
import static hotline.console.Samples.place;

import hotline.node.api.SignedBy;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages of that afternoon, and what becomes of them. */
final class SampleMessages {
  private SampleMessages() {}

  static List<Views.Message> messages() {
    List<Views.Message> all = new ArrayList<>();
    Views.Message query =
        message(
            89,
            "QUERY",
            "south",
            at("14:01:48"),
            5,
            "Is this yours? Track Q-77, FL210, heading 095, 420 kt.");
    all.add(replyBy(query, at("14:06:48")));
    all.add(
        message(90, "TEXT", "north", at("14:02:24"), 2, "Transit of four is early, see N-0416."));
    Views.Message conflict = message(91, "CONFLICT", "south", at("13:58:10"), 6, null);
    all.add(
        new Views.Message(
            conflict.id(),
            "CONFLICT",
            false,
            "south",
            false,
            List.of("north"),
            conflict.signed(),
            at("14:10:00"),
            null,
            null,
            place(47.35, 8.66, "ZUE", 124, 11),
            feet(19_000, 20_000),
            List.of(entity(412), entity(287)),
            conflict.delivery(),
            List.of(),
            "ACCEPTED",
            false,
            "RECORD",
            "LIVE",
            91L,
            new SignedBy("Boris", "ok"),
            null));
    Views.Message russian =
        message(85, "TEXT", "south", at("13:52:03"), 6, "Дозаправка закончится раньше, в 14:40Z.");
    all.add(
        new Views.Message(
            russian.id(),
            "TEXT",
            false,
            "south",
            false,
            List.of(),
            russian.signed(),
            null,
            russian.text(),
            "ru",
            null,
            null,
            List.of(),
            russian.delivery(),
            List.of(),
            "NONE",
            false,
            "RECORD",
            "LIVE",
            85L,
            SignedBy.NODE,
            null));
    Views.Message check = message(81, "LINE-CHECK", "north", at("13:30:00"), 7, "13:30Z check.");
    all.add(answered(check, new Views.Answer("south", "ROGER", "heard", at("13:30:26"))));
    return all;
  }

  static Views.Message replyBy(Views.Message m, Instant replyBy) {
    return new Views.Message(
        m.id(),
        m.kind(),
        m.urgent(),
        m.from(),
        m.own(),
        m.to(),
        m.signed(),
        replyBy,
        m.text(),
        m.language(),
        m.place(),
        m.band(),
        m.notices(),
        m.delivery(),
        m.answers(),
        m.alarm(),
        m.late(),
        m.way(),
        m.mode(),
        m.index(),
        m.by(),
        null);
  }

  static Views.Message answered(Views.Message m, Views.Answer answer) {
    List<Views.Answer> answers = new ArrayList<>(m.answers());
    answers.add(answer);
    Views.Delivery d = m.delivery();
    return new Views.Message(
        m.id(),
        m.kind(),
        m.urgent(),
        m.from(),
        m.own(),
        m.to(),
        m.signed(),
        m.replyBy(),
        m.text(),
        m.language(),
        m.place(),
        m.band(),
        m.notices(),
        new Views.Delivery(
            d.sent(),
            d.recorded(),
            d.confirmed(),
            d.delivered(),
            d.displayed(),
            d.accepted(),
            answer.said(),
            d.acceptedBy(),
            answer.word()),
        answers,
        m.alarm(),
        m.late(),
        m.way(),
        m.mode(),
        m.index(),
        m.by(),
        null);
  }

  static Views.Message reached(
      Views.Message m, @Nullable Instant displayed, @Nullable String officer) {
    Views.Delivery d = m.delivery();
    return new Views.Message(
        m.id(),
        m.kind(),
        m.urgent(),
        m.from(),
        m.own(),
        m.to(),
        m.signed(),
        m.replyBy(),
        m.text(),
        m.language(),
        m.place(),
        m.band(),
        m.notices(),
        new Views.Delivery(
            d.sent(),
            d.recorded(),
            d.confirmed(),
            d.delivered(),
            d.displayed() == null ? displayed : d.displayed(),
            officer == null ? d.accepted() : NOW,
            d.answered(),
            officer == null ? d.acceptedBy() : officer,
            d.answer()),
        m.answers(),
        officer == null ? m.alarm() : "ACCEPTED",
        m.late(),
        m.way(),
        m.mode(),
        m.index(),
        m.by(),
        null);
  }

  /** A STOP of South's, twelve seconds old, accepted by nobody. */
  static Views.Message stop() {
    Views.Message bare = message(94, "STOP", "south", NOW.minusSeconds(12), 4, null);
    return new Views.Message(
        bare.id(),
        "STOP",
        true,
        "south",
        false,
        List.of(),
        bare.signed(),
        NOW.plusSeconds(48),
        "Our helicopters on the ground. Unknown aircraft overhead.",
        "en",
        place(47.35, 8.66, "ZUE", 124, 11),
        feet(0, 20_000),
        List.of(),
        bare.delivery(),
        List.of(),
        "UNACCEPTED",
        false,
        "BOTH",
        "LIVE",
        94L,
        SignedBy.NODE,
        null);
  }
}
