package hotline.console;

import static hotline.console.Html.el;

import hotline.node.api.Views;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The seven delivery states in their fixed places. A state that has come shows its time; the next
 * one of the machines and the next one of the people show how long they have been waited for; what
 * is overdue is late; the rest is not yet.
 */
final class Track {
  private static final List<String> NAMES =
      List.of("sent", "recorded", "confirmed", "delivered", "displayed", "accepted", "answered");

  private Track() {}

  static Html of(Views.Delivery delivery, @Nullable Instant replyBy, Instant now) {
    Instant[] times = {
      delivery.sent(),
      delivery.recorded(),
      delivery.confirmed(),
      delivery.delivered(),
      delivery.displayed(),
      delivery.accepted(),
      delivery.answered()
    };
    boolean late = replyBy != null && delivery.answered() == null && replyBy.isBefore(now);
    Html.Element track = el("ol").cls("track");
    for (int i = 0; i < times.length; i++) {
      Instant time = times[i];
      Html.Element step = el("li", el("b", NAMES.get(i)));
      if (time != null) {
        step.cls("done").add(el("span", Words.bare(time, now)).at("dir", "ltr"));
      } else if (i == 6 && replyBy != null) {
        String shown = late ? Words.waited(replyBy, now) : Words.left(replyBy, now);
        step.cls(late ? "late" : "wait").add(el("span", shown).at("dir", "ltr"));
      } else if (i < 3 || (i < 6 && times[i - 1] != null)) {
        step.cls("wait").add(el("span", Words.waited(delivery.sent(), now)).at("dir", "ltr"));
      } else {
        step.cls("none")
            .add(el("span", "–").at("aria-hidden", "true"), el("span", "not yet").cls("hide"));
      }
      track.add(step);
    }
    return track;
  }
}
