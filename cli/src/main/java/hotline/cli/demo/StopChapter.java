package hotline.cli.demo;

import hotline.node.api.Views;
import java.util.Locale;
import java.util.Optional;

/** STOP on the wire; then once more while the sequencer is down. */
final class StopChapter implements Chapter {
  private Optional<Alarm> first = Optional.empty();
  private Optional<Alarm> second = Optional.empty();
  private boolean aloneWhenPressed;
  private boolean notRecordedThen;

  @Override
  public String title() {
    return "STOP: in one press, whatever the state of the line";
  }

  @Override
  public void play(Stage stage) {
    Alarm one = Alarm.press(stage, stage.south(), null);
    first = Optional.of(one);
    one.acceptAndAnswer("WILCO", "All stopped.");
    one.awaitAtSender("STOP is confirmed", each -> each.delivery().confirmed() != null);
    one.tell();

    stage.north().mustSay("stop its sequencer", line -> line.sequencer(false));
    aloneWhenPressed = stage.north().line().line().record().sequencer().equals("STOPPED");
    stage
        .commentary()
        .say("North's sequencer is stopped: nothing can be recorded. Its node goes on.");
    Alarm two = Alarm.press(stage, stage.south(), "Second stop: traffic ahead of you.");
    second = Optional.of(two);
    two.acceptAndAnswer("ROGER", "Heard.");
    Views.Message then = two.awaitAtSender("the message", any -> true);
    notRecordedThen = then.delivery().recorded() == null;
    stage
        .commentary()
        .say(
            "It came "
                + then.way().toLowerCase(Locale.ROOT)
                + ", node to node; it is in no record yet.");
    stage.north().mustSay("start its sequencer", line -> line.sequencer(true));
    two.awaitAtSender("the second STOP is confirmed", each -> each.delivery().confirmed() != null);
    stage.commentary().say("The sequencer runs again, and the second STOP is in the record.");
    two.tell();
  }

  @Override
  public void check(Stage stage, Checks checks) {
    Alarm one = first.orElseThrow();
    Alarm two = second.orElseThrow();
    checks.that(
        one.wentAllTheWay() && two.wentAllTheWay(),
        "each STOP was sent, delivered, displayed, accepted by a person and answered, in this order");
    checks.that(
        aloneWhenPressed && notRecordedThen,
        "the second was answered while the sequencer was stopped and before it was recorded");
    boolean once = true;
    for (Side side : stage.sides()) {
      once &= Alarm.timesInRecord(side, one.id()) == 1 && Alarm.timesInRecord(side, two.id()) == 1;
    }
    checks.that(once, "each is in the record of both sides, once");
  }
}
