package hotline.cli.demo;

import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * The running commentary: what happens, when (UTC), in plain words, at a pace that one can read;
 * with {@code fast} at once.
 */
final class Commentary {
  private static final String MARGIN = "           ";

  /** Reading time of a line. */
  private static final Duration LINE = Duration.ofMillis(120);

  /** A breath before a chapter. */
  private static final Duration CHAPTER = Duration.ofMillis(600);

  private final Output output;
  private final boolean fast;
  private int chapter;

  Commentary(Output output, boolean fast) {
    this.output = output;
    this.fast = fast;
  }

  /** Begins a chapter. */
  void chapter(String title) {
    pause(CHAPTER);
    chapter++;
    output.line("");
    output.line(chapter + "  " + title, Tone.HEADING);
  }

  /** Something happens now. */
  void say(String text) {
    say(Instant.now(), text, Tone.PLAIN);
  }

  /** Something happens now that wants attention. */
  void alarm(String text) {
    say(Instant.now(), text, Tone.BAD);
  }

  /** Something happened at {@code at}. */
  void say(Instant at, String text, Tone tone) {
    pause(LINE);
    output.line(Plain.time(at) + "  " + text, tone);
  }

  /** More of what was said last. */
  void more(String text) {
    output.line(MARGIN + text);
  }

  /** A table under what was said last. */
  void table(Table table) {
    table.lines().forEach(this::more);
    pause(LINE);
  }

  /** A check of this demo, and whether it held. */
  void check(boolean held, String claim) {
    output.line((held ? "  checked  " : "   FAILED  ") + claim, held ? Tone.GOOD : Tone.BAD);
  }

  /** A line without a time. */
  void plain(String text) {
    output.line(text);
  }

  /** Waits so long that a reader can follow; not at all with {@code fast}. */
  void pause(Duration time) {
    if (fast) {
      return;
    }
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failed("The demo was interrupted.", stopped);
    }
  }
}
