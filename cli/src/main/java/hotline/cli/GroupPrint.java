package hotline.cli;

import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.MatterViews;
import java.time.Instant;
import java.util.List;

/** Cases of the working group as people read them. */
final class GroupPrint {
  private static final int TITLE_MAX = 40;

  private GroupPrint() {}

  static void list(Output output, List<MatterViews.CaseLine> cases) {
    Table table =
        new Table("CASE", "OPENED BY", "OPENED", "AGREED", "OPEN", "NEXT", "STATE", "TITLE");
    Instant now = Instant.now();
    for (MatterViews.CaseLine each : cases) {
      table.row(
          each.reference(),
          each.by().party(),
          Plain.time(each.by().said(), now),
          Integer.toString(each.agreed()),
          Integer.toString(each.open()),
          Plain.time(each.next(), now),
          FilePrint.state(each.closed(), each.overdue()),
          Plain.cut(each.title(), TITLE_MAX));
    }
    output.table(table, "No cases.");
  }

  static void one(Output output, MatterViews.Case file) {
    Instant now = Instant.now();
    FilePrint print = new FilePrint(output, now);
    output.line(file.reference() + " " + Plain.text(file.title()), Tone.HEADING);
    print.line("opened", "by " + print.said(file.by()) + " (" + file.seat() + ")");
    if (file.next() != null) {
      print.line("next", Plain.time(file.next(), now));
    }
    print.motions("Agreed", file.agreed());
    print.motions("Not agreed", file.differing());
    print.heading("Agenda");
    for (MatterViews.AgendaItem item : file.agenda()) {
      output.line(item.number() + ". " + Plain.text(item.text()));
      for (MatterViews.Position each : item.positions()) {
        print.about(
            each.party(),
            each.words() == null
                ? "has not said"
                : each.words() + (each.seat() == null ? "" : " (" + each.seat() + ")"));
      }
    }
    print.motions("Minutes", file.minutes());
    print.dues(file.dues());
    print.closings(file.closings());
    if (!file.handedOff().isEmpty()) {
      print.heading("Handed off");
      handedOff(print, file.handedOff());
    }
  }

  static void handedOff(Output output, List<MatterViews.HandedOff> all) {
    if (all.isEmpty()) {
      output.line("No message waits for a case.");
    }
    handedOff(new FilePrint(output, Instant.now()), all);
  }

  private static void handedOff(FilePrint print, List<MatterViews.HandedOff> all) {
    for (MatterViews.HandedOff each : all) {
      print.item(
          each.by(),
          "by "
              + print.said(each.by())
              + ", message "
              + Plain.shortId(each.message())
              + ": "
              + Plain.text(each.words()));
    }
  }
}
