package hotline.cli;

import hotline.cli.client.Refused;
import hotline.cli.client.Unreachable;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.testkit.Chance;
import hotline.testkit.history.Op;
import hotline.testkit.history.Op.Act;
import hotline.testkit.history.Op.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client of one node: one call at a time, each written into the history. */
final class Clerk implements Runnable {
  private static final String RECORD = "record";
  private static final int NEWEST = 5;

  /** Whoever does not answer is not asked again at once. */
  private static final long GONE_NS = 200_000_000;

  private final int number;
  private final RealNode node;
  private final Chance chance;
  private final Times times;
  private final Queue<Op> history;
  private final BooleanSupplier goOn;
  private final Instant noticesBegin;
  private int said;
  private boolean declared;

  /** Microseconds since the history began. */
  interface Times {
    long nowUs();
  }

  /** {@code noticesBegin}: one time for all clerks, so that all their notices meet. */
  Clerk(
      int number,
      RealNode node,
      Chance chance,
      Times times,
      Queue<Op> history,
      BooleanSupplier goOn,
      Instant noticesBegin) {
    this.number = number;
    this.node = node;
    this.chance = chance;
    this.times = times;
    this.history = history;
    this.goOn = goOn;
    this.noticesBegin = noticesBegin;
  }

  @Override
  public void run() {
    while (goOn.getAsBoolean()) {
      RealNode.Life life = node.life();
      switch ((int) chance.between(0, 24)) {
        // Each is opened to every other that it meets, which takes the nodes a while.
        case 24 -> declare(life);
        default -> quick(life);
      }
      LockSupport.parkNanos(1_000_000L * chance.between(1, 30));
    }
  }

  private void quick(RealNode.Life life) {
    switch ((int) chance.between(0, 5)) {
      case 0, 1 -> say(life);
      case 2 -> take(life);
      case 3 -> size(life);
      case 4 -> holders(life);
      default -> newest(life);
    }
  }

  private boolean isHost() {
    return node.party.equals(RealLine.HOST);
  }

  private void note(
      RealNode.Life life,
      Act act,
      String key,
      @Nullable String value,
      @Nullable Long index,
      Outcome outcome,
      long callUs) {
    history.add(
        new Op(
            number,
            node.party,
            life.run(),
            isHost(),
            act,
            key,
            value,
            index,
            outcome,
            callUs,
            times.nowUs()));
  }

  /** Says something, and notes what was told of it. */
  private void word(RealNode.Life life, Act act, String key, String value, Supplier<Said> how) {
    long callUs = times.nowUs();
    Said what;
    try {
      what = how.get();
    } catch (Unreachable | Refused unknown) {
      note(life, act, key, value, null, Outcome.UNKNOWN, callUs);
      LockSupport.parkNanos(GONE_NS);
      return;
    }
    Outcome outcome =
        switch (what.state()) {
          case QUEUED -> Outcome.KEPT;
          case RECORDED, CONFIRMED -> Outcome.OK;
          case REFUSED -> what.id() == null ? Outcome.REFUSED : Outcome.UNKNOWN;
        };
    note(life, act, key, value, what.index(), outcome, callUs);
  }

  private String next() {
    said++;
    return number + "-" + said;
  }

  private void say(RealNode.Life life) {
    String text = next();
    word(
        life,
        Act.SAY,
        RECORD,
        text,
        () ->
            life.api()
                .send(
                    new Requests.Message(
                        "TEXT", List.of(), text, "en", null, null, null, List.of(), null)));
  }

  private void take(RealNode.Life life) {
    String officer = next();
    word(
        life, Act.TAKE, node.party + "/duty", officer, () -> life.api().takeWatch("duty", officer));
  }

  /** Declares one notice, and amends what its party has from then on. */
  private void declare(RealNode.Life life) {
    long callUs = times.nowUs();
    String party = node.party;
    try {
      List<String> own =
          life.api().notices(false).stream()
              .filter(Views.Notice::own)
              .map(Views.Notice::entity)
              .toList();
      if (declared && own.isEmpty()) {
        return;
      }
      callUs = times.nowUs();
      Said what = life.api().declare(notice(declared ? chance.pick(own) : null));
      declared = true;
      note(life, Act.DECLARE, party, what.id(), what.index(), told(what), callUs);
    } catch (Unreachable | Refused unknown) {
      declared = true;
      note(life, Act.DECLARE, party, null, null, Outcome.UNKNOWN, callUs);
      LockSupport.parkNanos(GONE_NS);
    }
  }

  private static Outcome told(Said what) {
    return switch (what.state()) {
      case QUEUED -> Outcome.KEPT;
      case RECORDED, CONFIRMED -> Outcome.OK;
      // What was signed and taken back may count all the same.
      case REFUSED ->
          what.id() == null || what.code().equals("stale") ? Outcome.REFUSED : Outcome.UNKNOWN;
    };
  }

  /** Always the same place, heights and hours, where it meets all others. */
  private Requests.Declare notice(@Nullable String entity) {
    return new Requests.Declare(
        entity,
        "transit",
        null,
        List.of(
            new Requests.Volume(
                List.of("47.2N 8.2E"),
                "3 NM",
                "11000 ft STD",
                "13000 ft STD",
                noticesBegin.toString(),
                noticesBegin.plus(1, ChronoUnit.HOURS).toString(),
                null)),
        null);
  }

  private void size(RealNode.Life life) {
    long callUs = times.nowUs();
    try {
      long size = life.api().line().record().size();
      note(life, Act.SIZE, RECORD, null, size, Outcome.OK, callUs);
    } catch (Unreachable | Refused nothingRead) {
      LockSupport.parkNanos(GONE_NS);
    }
  }

  private void holders(RealNode.Life life) {
    long callUs = times.nowUs();
    try {
      for (Views.Watch watch : life.api().watch()) {
        note(
            life,
            Act.HOLDER,
            watch.party() + "/" + watch.post(),
            watch.officer(),
            null,
            Outcome.OK,
            callUs);
      }
    } catch (Unreachable | Refused nothingRead) {
      LockSupport.parkNanos(GONE_NS);
    }
  }

  private void newest(RealNode.Life life) {
    long callUs = times.nowUs();
    try {
      texts(life, life.api().messages(NEWEST), callUs);
    } catch (Unreachable | Refused nothingRead) {
      LockSupport.parkNanos(GONE_NS);
    }
  }

  private void texts(RealNode.Life life, List<Views.Message> messages, long callUs) {
    for (Views.Message message : messages) {
      if (message.index() != null) {
        note(life, Act.ENTRY, RECORD, message.text(), message.index(), Outcome.OK, callUs);
      }
    }
  }

  /** Reads how it is when nothing changes any more. */
  void readLast() {
    size(node.life());
    holders(node.life());
  }
}
