package hotline.cli.demo;

import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.Requests;
import hotline.node.api.Views;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A STOP from one side to the other, followed from key press to answer. */
final class Alarm {
  private final Stage stage;
  private final Side from;
  private final Side to;
  private final String id;

  private Alarm(Stage stage, Side from, Side to, String id) {
    this.stage = stage;
    this.from = from;
    this.to = to;
    this.id = id;
  }

  /** Presses STOP at {@code from} and waits until it has alarmed the other side. */
  static Alarm press(Stage stage, Side from, @Nullable String text) {
    Side to = stage.other(from);
    long pressedNs = System.nanoTime();
    var said =
        from.mustSay(
            "send STOP",
            line ->
                line.send(
                    new Requests.Message(
                        "STOP", List.of(), text, null, null, null, null, List.of(), null)));
    Alarm alarm = new Alarm(stage, from, to, Optional.ofNullable(said.id()).orElseThrow());
    to.await("STOP alarms", alarm.id, message -> message.alarm().equals("UNACCEPTED"));
    Duration took = Duration.ofNanos(System.nanoTime() - pressedNs);
    stage.commentary().alarm(from.title() + "'s officer presses STOP.");
    stage
        .commentary()
        .more(
            to.title()
                + "'s node raised the alarm "
                + took.toMillis()
                + " ms after the key press.");
    return alarm;
  }

  String id() {
    return id;
  }

  /** It stands on the screen of every post, the person on watch accepts it, and answers. */
  void acceptAndAnswer(String word, String text) {
    List<Views.Watch> posts =
        to.line().watch().stream().filter(each -> each.party().equals(to.party())).toList();
    for (Views.Watch post : posts) {
      to.mustSay("display STOP", line -> line.displayed(id, post.post()));
    }
    stage
        .commentary()
        .say(
            Instant.now(),
            "It stands on "
                + Plain.list(posts.stream().map(Views.Watch::post).toList())
                + " of "
                + to.title()
                + " until a person takes it.",
            Tone.CARE);
    stage.commentary().pause(Duration.ofSeconds(1));
    to.mustSay("accept STOP", line -> line.accept(id, Names.DUTY, to.officer()));
    to.mustSay("answer STOP", line -> line.answer(new Requests.Answer(id, word, text)));
    awaitAtSender("the answer arrives", message -> message.delivery().answered() != null);
  }

  Views.Message awaitAtSender(String what, Predicate<Views.Message> wanted) {
    return from.await(what, id, wanted);
  }

  /** Tells every state that it reached, each with its time, as the sender knows them. */
  void tell() {
    Views.Message message = awaitAtSender("the message", any -> true);
    Views.Delivery delivery = message.delivery();
    stage.commentary().say("As " + from.title() + " sees it:");
    Table table =
        new Table(
            "sent", "recorded", "confirmed", "delivered", "displayed", "accepted", "answered");
    table.row(
        Plain.exactTime(delivery.sent()),
        Plain.exactTime(delivery.recorded()),
        Plain.exactTime(delivery.confirmed()),
        Plain.exactTime(delivery.delivered()),
        Plain.exactTime(delivery.displayed()),
        Plain.exactTime(delivery.accepted()),
        Plain.exactTime(delivery.answered()));
    table.row("", "", "", "", "", Plain.text(delivery.acceptedBy()), Plain.text(delivery.answer()));
    stage.commentary().table(table);
  }

  /**
   * Whether it went all the way, each state with its time: sent before all else, delivered and
   * displayed before a person accepted it, and answered last.
   */
  boolean wentAllTheWay() {
    Views.Delivery delivery = awaitAtSender("the message", any -> true).delivery();
    return inOrder(delivery.sent(), delivery.delivered(), delivery.accepted(), delivery.answered())
        && inOrder(delivery.sent(), delivery.displayed(), delivery.accepted());
  }

  private static boolean inOrder(@Nullable Instant... times) {
    Instant last = Instant.MIN;
    for (Instant time : times) {
      if (time == null || time.isBefore(last)) {
        return false;
      }
      last = time;
    }
    return true;
  }

  /** How often it is in the record of a side. */
  static long timesInRecord(Side side, String id) {
    return WholeRecord.entries(side).stream().filter(each -> each.id().equals(id)).count();
  }
}
