package hotline.cli;

import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.MatterViews;
import java.time.Instant;
import java.util.List;

/** Incidents as people read them: both versions side by side, never merged. */
final class IncidentPrint {
  private static final int TITLE_MAX = 40;

  private IncidentPrint() {}

  static void list(Output output, List<MatterViews.IncidentLine> incidents) {
    Table table =
        new Table("INCIDENT", "OPENED BY", "FROM", "TO", "EXHIBITS", "FACTS", "STATE", "TITLE");
    Instant now = Instant.now();
    for (MatterViews.IncidentLine each : incidents) {
      table.row(
          each.reference(),
          each.by().party(),
          Plain.time(each.from(), now),
          Plain.time(each.to(), now),
          Integer.toString(each.exhibits()),
          Integer.toString(each.facts()),
          FilePrint.state(each.closed(), each.overdue()),
          Plain.cut(each.title(), TITLE_MAX));
    }
    output.table(table, "No incidents.");
  }

  static void one(Output output, MatterViews.Incident incident) {
    FilePrint print = new FilePrint(output, Instant.now());
    output.line(incident.reference() + " " + Plain.text(incident.title()), Tone.HEADING);
    print.line("when", print.span(incident.from(), incident.to()));
    if (incident.place() != null) {
      print.line("where", incident.place().text());
    }
    if (incident.band() != null) {
      print.line("height", incident.band().text());
    }
    print.line("opened", "by " + print.said(incident.by()));
    for (MatterViews.Account account : incident.accounts()) {
      print.line(
          account.party(),
          account.words() == null ? "(has given no version)" : Plain.text(account.words()));
    }
    print.motions("Agreed", incident.agreed());
    print.motions("Not agreed", incident.differing());
    print.motions("Findings", incident.findings());
    if (!incident.exhibits().isEmpty()) {
      print.heading("Brought forward");
      incident.exhibits().forEach(print::exhibit);
    }
    print.dues(incident.dues());
    print.closings(incident.closings());
  }

  static void exhibits(Output output, List<MatterViews.Exhibit> exhibits) {
    if (exhibits.isEmpty()) {
      output.line("Everything that was brought forward is in an incident.");
    }
    FilePrint print = new FilePrint(output, Instant.now());
    exhibits.forEach(print::exhibit);
  }
}
