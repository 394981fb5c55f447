package hotline.cli;

import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.MatterViews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The breach ledger as people read it. */
final class BreachPrint {
  private static final int AGAINST_MAX = 32;

  private BreachPrint() {}

  static void list(Output output, List<MatterViews.Breach> breaches) {
    Table table = new Table("BREACH", "BY", "OF", "FROM", "STATE", "ANSWER", "AGAINST");
    Instant now = Instant.now();
    for (MatterViews.Breach each : breaches) {
      table.row(
          Long.toString(each.by().index()),
          each.by().party(),
          each.accused(),
          Plain.time(each.from(), now),
          Plain.words(each.state()),
          each.answers().isEmpty() ? Plain.NOTHING : Plain.words(each.answers().getLast().word()),
          Plain.cut(each.against(), AGAINST_MAX));
    }
    output.table(table, "Nobody has claimed a breach.");
  }

  static void one(Output output, MatterViews.Breach breach) {
    Instant now = Instant.now();
    FilePrint print = new FilePrint(output, now);
    output.line(
        "breach "
            + breach.by().index()
            + ": "
            + breach.by().party()
            + " of "
            + breach.accused()
            + ", "
            + Plain.words(breach.state()),
        Tone.HEADING);
    print.line("against", breach.against());
    print.line("when", print.span(breach.from(), breach.to()));
    String where = where(breach);
    if (!where.isEmpty()) {
      print.line("where", where);
    }
    print.line("claimed", print.said(breach.by()) + ": " + Plain.text(breach.words()));
    for (MatterViews.BreachAnswer answer : breach.answers()) {
      print.line(
          "answer",
          print.said(answer.by())
              + ": "
              + Plain.words(answer.word())
              + (answer.until() == null ? "" : " until " + Plain.time(answer.until(), now))
              + (answer.text() == null ? "" : ": " + answer.text()));
    }
    for (MatterViews.FollowUp step : breach.followUps()) {
      print.line(
          "then",
          print.said(step.by())
              + ": "
              + Plain.words(step.step())
              + ": "
              + Plain.text(step.words()));
    }
    output.line("id       " + breach.by().id(), Tone.ASIDE);
  }

  private static String where(MatterViews.Breach breach) {
    List<String> parts = new ArrayList<>();
    if (breach.place() != null) {
      parts.add(breach.place().text());
    }
    if (breach.band() != null) {
      parts.add(breach.band().text());
    }
    if (breach.zone() != null) {
      parts.add("zone " + breach.zone());
    }
    return String.join(", ", parts);
  }

  static void statistics(Output output, MatterViews.Statistics statistics) {
    output.line("over " + Plain.count(statistics.entries(), "entries", "entry"), Tone.HEADING);
    Table answers =
        new Table("ASKED", "KIND", "ANSWERED", "UNANSWERED", "MEDIAN", "9 OF 10 WITHIN");
    for (MatterViews.AnswerTimes each : statistics.answers()) {
      answers.row(
          each.party(),
          each.kind(),
          Plain.count(each.count()),
          Plain.count(each.unanswered()),
          Plain.seconds(each.medianMs()),
          Plain.seconds(each.p90Ms()));
    }
    output.table(answers, "Nobody was asked anything.");
    output.line("");
    Table weeks =
        new Table(
            "WEEK",
            "PARTY",
            "NOTICES",
            "LATE",
            "CROSSINGS",
            "LATE",
            "MISSED CHECKS",
            "BREACHES",
            "ACCEPTED",
            "DISPUTED");
    for (MatterViews.WeekCount each : statistics.weeks()) {
      weeks.row(
          each.week(),
          each.party(),
          Plain.count(each.notices()),
          Plain.count(each.lateNotices()),
          Plain.count(each.crossings()),
          Plain.count(each.lateCrossings()),
          Plain.count(each.missedChecks()),
          Plain.count(each.breachesClaimed()),
          Plain.count(each.breachesAccepted()),
          Plain.count(each.breachesDisputed()));
    }
    output.table(weeks, "No weeks.");
    output.line("");
    Table places = new Table("PLACE", "PARTY", "NOTICES", "BREACHES");
    for (MatterViews.PlaceCount each : statistics.places()) {
      places.row(
          each.place(),
          each.party(),
          Plain.count(each.notices()),
          Plain.count(each.breachesClaimed()));
    }
    output.table(places, "No places.");
  }
}
