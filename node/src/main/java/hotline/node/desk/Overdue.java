package hotline.node.desk;

import hotline.line.Kind;
import hotline.line.terms.Terms;
import hotline.node.Loop;
import hotline.node.Times;
import hotline.node.record.Applied;
import hotline.record.statement.Statement;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes back notices that the host did not order within the terms' time to reply. What was checked
 * against the others' notices that long ago must not come into force behind everybody's back: the
 * officer is told that nobody has it, and declares it again. Nothing else is ever taken back.
 */
public final class Overdue implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Overdue.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final String TROUBLE = "notice-taken-back";

  private final Core core;
  private final Loop loop;

  /** Of this node; not started. */
  public Overdue(Core core) {
    this.core = core;
    this.loop = core.pace().loop("overdue", this::round);
  }

  /** Sets it going. */
  public void start() {
    loop.start();
  }

  /** A notice of this party is in the record: the way is open again. */
  public void onRecorded(Applied.Recorded recorded) {
    Statement statement = recorded.statement();
    if (isNotice(statement) && statement.header().chain().party().equals(core.party())) {
      core.troubles().over(TROUBLE);
    }
  }

  private Duration round() {
    Terms terms = core.terms().orElse(null);
    if (terms == null) {
      return LOOK_EVERY;
    }
    Duration patience = Duration.ofNanos(terms.times().replyByUs() * 1_000);
    Instant now = core.clock().instant();
    for (Statement each : core.outbox().waiting()) {
      if (isNotice(each)
          && Times.instant(each.header().timeUs()).plus(patience).isBefore(now)
          && !core.sender().isPromised(each.id())) {
        takeBack(each, patience);
      }
    }
    return LOOK_EVERY;
  }

  private static boolean isNotice(Statement statement) {
    return statement.header().kind() == Kind.NOTICE.code();
  }

  private void takeBack(Statement notice, Duration patience) {
    String sentence =
        "It waited more than "
            + patience.toSeconds()
            + " s for the host and was taken back. Nobody else has it. Declare it again.";
    try {
      if (core.voice().withdraw(notice, sentence)) {
        core.troubles()
            .raise(
                TROUBLE,
                "Notices that waited more than "
                    + patience.toSeconds()
                    + " s for the host were taken back: nobody else has them. Declare them again"
                    + " when the way is open; until then call.");
      }
    } catch (IOException failed) {
      LOG.atError().setCause(failed).log("a notice that waits too long cannot be taken back");
    }
  }

  @Override
  public void close() {
    loop.close();
  }
}
