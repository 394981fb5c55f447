package hotline.cli;

import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.node.api.MatterViews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands in incidents and cases as people read it: each thing by its entry, then who says. */
final class FilePrint {
  private static final int ENTRY_COLUMNS = 6;

  private final Output output;
  private final Instant now;

  FilePrint(Output output, Instant now) {
    this.output = output;
    this.now = now;
  }

  /** A heading, with an empty line before it. */
  void heading(String text) {
    output.line("");
    output.line(text, Tone.HEADING);
  }

  /** A thing by its entry. */
  void item(MatterViews.By by, String text) {
    output.line(by.index() + gap(by.index()) + text);
  }

  private static String gap(long index) {
    return " ".repeat(Math.max(1, ENTRY_COLUMNS - Long.toString(index).length()));
  }

  /** Something about the thing before. */
  void about(String what, String text) {
    output.line(" ".repeat(ENTRY_COLUMNS) + padded(what, 9) + text);
  }

  private static String padded(String text, int columns) {
    return String.format(Locale.ROOT, "%-" + columns + "s", text)
        + (text.length() < columns ? "" : " ");
  }

  /** One line of a heading block. */
  void line(String what, String text) {
    output.line(padded(what, 9) + text);
  }

  /** Who holds it for closed, and every closing and reopening. */
  void closings(MatterViews.Closings closings) {
    if (closings.said().isEmpty()) {
      return;
    }
    heading(closings.closed() ? "Closed by all" : "Closing");
    if (!closings.closed() && !closings.by().isEmpty()) {
      line("closed", "for " + String.join(", ", closings.by()) + "; open until all say so");
    }
    for (MatterViews.Closing each : closings.said()) {
      String word = each.step().equals("REOPEN") ? "reopened by " : "closed by ";
      item(each.by(), word + said(each.by()) + ": " + Plain.text(each.words()));
    }
  }

  /** How a file stands, for a list. */
  static String state(boolean closed, int overdue) {
    return closed ? "closed" : overdue > 0 ? "open, " + overdue + " overdue" : "open";
  }

  String said(MatterViews.By by) {
    return by.party()
        + " at "
        + Plain.time(by.said(), now)
        + (by.confirmed() ? "" : ", not confirmed");
  }

  void exhibit(MatterViews.Exhibit each) {
    item(
        each.by(),
        Plain.words(each.sort())
            + " by "
            + said(each.by())
            + (each.state().equals("STANDS") ? "" : ", " + Plain.words(each.state()))
            + ": "
            + Plain.text(each.what()));
    if (each.from() != null) {
      about("when", span(each.from(), each.to()));
    }
    if (each.digest() != null) {
      about("sealed", Plain.time(each.sealedAt(), now) + sealed(each));
    }
    if (each.holds() != null) {
      about("check", Plain.words(each.holds()) + (each.why() == null ? "" : ": " + each.why()));
    }
    for (MatterViews.View view : each.views()) {
      about(
          view.party(),
          (view.word().equals("NONE") ? "has not said" : Plain.words(view.word()))
              + (view.reason().isEmpty() ? "" : ": " + view.reason()));
    }
  }

  private static String sealed(MatterViews.Exhibit each) {
    return (each.bytes() == null ? "" : ", " + Plain.count(each.bytes(), "byte"))
        + ", SHA-256 "
        + each.digest();
  }

  String span(Instant from, @Nullable Instant to) {
    return Plain.time(from, now) + " to " + Plain.time(to, now);
  }

  void motions(String heading, List<MatterViews.Motion> motions) {
    if (motions.isEmpty()) {
      return;
    }
    heading(heading);
    for (MatterViews.Motion each : motions) {
      item(
          each.by(),
          Plain.words(each.sort())
              + " by "
              + said(each.by())
              + ", "
              + Plain.words(each.state())
              + ": "
              + Plain.text(each.words()));
      about("signed", signed(each));
      List<String> missing = missing(each);
      if (!missing.isEmpty()) {
        about("to sign", Plain.list(missing));
      }
      for (MatterViews.Veto veto : each.vetoes()) {
        about(
            "vetoed",
            "by "
                + said(veto.by())
                + seat(veto.seat())
                + ", "
                + veto.scope()
                + ": "
                + veto.reason());
      }
      if (each.narrows() != null) {
        about("narrows", "what has the id " + Plain.shortId(each.narrows()));
      }
      if (each.next() != null) {
        about("next", Plain.time(each.next(), now));
      }
    }
  }

  private static String signed(MatterViews.Motion motion) {
    List<String> all = new ArrayList<>();
    for (MatterViews.Signature each : motion.signatures()) {
      all.add(
          each.by().party()
              + seat(each.seat())
              + (each.dissent() == null ? "" : " with dissent: " + each.dissent()));
    }
    return String.join("; ", all);
  }

  private static String seat(@Nullable String seat) {
    return seat == null ? "" : " (" + seat + ")";
  }

  /** Who has yet to sign what is still open. */
  private static List<String> missing(MatterViews.Motion motion) {
    if (!motion.state().equals("OPEN")) {
      return List.of();
    }
    List<String> signed = motion.signatures().stream().map(each -> each.by().party()).toList();
    return motion.needed().stream().filter(each -> !signed.contains(each)).toList();
  }

  void dues(List<MatterViews.Due> dues) {
    if (dues.isEmpty()) {
      return;
    }
    heading("Due");
    for (MatterViews.Due each : dues) {
      item(
          each.by(),
          each.party()
              + " by "
              + Plain.time(each.due(), now)
              + (each.overdue() ? ", overdue" : "")
              + ": "
              + Plain.text(each.words()));
      if (each.done() != null) {
        about("done", said(each.done()) + ": " + Plain.text(each.doneWords()));
      }
    }
  }
}
