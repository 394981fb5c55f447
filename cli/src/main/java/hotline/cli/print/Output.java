package hotline.cli.print;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** Where a command prints: lines for people, or JSON. Control characters never pass. */
public final class Output {
  private final PrintWriter writer;
  private final boolean colour;

  /** Prints to {@code writer}; {@code colour} only where a terminal shows it. */
  public Output(PrintWriter writer, boolean colour) {
    this.writer = writer;
    this.colour = colour;
  }

  /** Whether a person sits at a terminal at both ends of this process. */
  @SuppressWarnings("SystemConsoleNull") // it is null again where there is no terminal
  public static boolean onTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** Whether this process writes to a terminal that wants colour (https://no-color.org). */
  public static boolean terminalWantsColour(Map<String, String> environment) {
    return onTerminal()
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.getOrDefault("TERM", "").toLowerCase(Locale.ROOT));
  }

  /** One line. */
  public void line(String text) {
    writer.println(clean(text));
    writer.flush();
  }

  /** One line in a colour that means something here: see {@link Tone}. */
  public void line(String text, Tone tone) {
    writer.println(paint(clean(text), tone));
    writer.flush();
  }

  /** The text in its colour, where there is colour; otherwise the text. */
  public String paint(String text, Tone tone) {
    return colour && !tone.code.isEmpty() ? "\u001b[" + tone.code + "m" + text + "\u001b[0m" : text;
  }

  /** A table, or the sentence when it has no rows. */
  public void table(Table table, String whenEmpty) {
    if (table.size() == 0) {
      line(whenEmpty);
    } else {
      table.lines().forEach(this::line);
    }
  }

  /** Free text comes from other parties: what could move a cursor or hide a line is shown as ·. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c ->
            clean.appendCodePoint(
                Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '·' : c));
    return clean.toString();
  }

  /** What a colour says; the words say it too. */
  public enum Tone {
    /** Nothing special. */
    PLAIN(""),
    /** A heading. */
    HEADING("1"),
    /** Aside: less important. */
    ASIDE("2"),
    /** Done, held. */
    GOOD("32"),
    /** Wants attention. */
    CARE("33"),
    /** Refused, failed, alarm. */
    BAD("31");

    private final String code;

    Tone(String code) {
      this.code = code;
    }
  }
}
