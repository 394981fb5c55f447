package hotline.cli.demo;

import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.MatterViews;
import hotline.node.api.Views;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the record holds now, counted, and how to look further. */
final class SummaryChapter implements Chapter {
  private static final Pattern PLAIN_WORD = Pattern.compile("[\\w./:@%+=,-]+");

  private final Afterwards afterwards;
  private final Path bundle;

  /**
   * The last chapter.
   *
   * @param bundle of the incident, kept as long as the parties' data
   */
  SummaryChapter(Afterwards afterwards, Path bundle) {
    this.afterwards = afterwards;
    this.bundle = bundle;
  }

  /** What there will be to look at when the play is over. */
  enum Afterwards {
    /** Both nodes, until Ctrl-C. */
    NODES_STAY,
    /** The parties' data, in a folder that was asked for. */
    DATA_STAY,
    /** Nothing. */
    NOTHING_STAYS
  }

  @Override
  public String title() {
    return "Summary";
  }

  @Override
  public void play(Stage stage) {
    awaitReceipts(stage);
    List<Views.Entry> entries = WholeRecord.entries(stage.north());
    Map<String, Map<String, Long>> kinds =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    Views.Entry::kind,
                    TreeMap::new,
                    Collectors.groupingBy(Views.Entry::party, Collectors.counting())));
    Table table = new Table("said", "North", "South");
    kinds.forEach((kind, counts) ->
        table.row(
            kind,
            Plain.count(counts.getOrDefault(Names.NORTH, 0L)),
            Plain.count(counts.getOrDefault(Names.SOUTH, 0L))));
    stage
        .commentary()
        .say(
            "The record has "
                + Plain.count(entries.size())
                + " entries, "
                + Plain.count(entries.stream().filter(Views.Entry::confirmed).count())
                + " confirmed by both:");
    stage.commentary().table(table);
    long refused = entries.stream().filter(each -> !each.code().equals("ok")).count();
    stage
        .commentary()
        .more(Plain.count(refused, "statement") + " refused by a rule, on the record.");
    MatterViews.IncidentLine incident = stage.north().line().incidents().getFirst();
    MatterViews.CaseLine group = stage.north().line().cases().getFirst();
    stage
        .commentary()
        .say(
            "Incident "
                + incident.reference()
                + ": "
                + Plain.count(incident.exhibits(), "thing")
                + " brought forward, "
                + Plain.count(incident.facts(), "fact")
                + " agreed. Case "
                + group.reference()
                + ": "
                + Plain.count(group.agreed(), "proposal")
                + " agreed, "
                + group.open()
                + " open.");
    lookFurther(stage, incident.reference(), group.reference());
  }

  /** Waits until both nodes have the same record and all of it has its receipt. */
  static void awaitReceipts(Stage stage) {
    Patience.until(
        "both records are the same and confirmed",
        () -> {
          Views.RecordState north = stage.north().line().line().record();
          Views.RecordState south = stage.south().line().line().record();
          return north.size() == south.size()
              && north.confirmedSize() == north.size()
              && north.root().equals(south.root());
        });
  }

  private void lookFurther(Stage stage, String incident, String group) {
    Commentary commentary = stage.commentary();
    String north = asTyped(stage.north().data());
    String south = asTyped(stage.south().data());
    String verifyBundle = "proof verify " + asTyped(bundle) + " --data " + north;
    switch (afterwards) {
      case NODES_STAY -> {
        commentary.say("To look further, while the nodes are up:");
        for (String command :
            List.of(
                "status show --data " + north,
                "conflict list --all --data " + south,
                "message list --data " + north,
                "record show --data " + south,
                "record verify " + south,
                "incident show --data " + south + " " + incident,
                verifyBundle,
                "page --data " + north)) {
          commentary.more("./hotline " + command);
        }
        commentary.more(
            "Of the page: /incidents/"
                + incident
                + " has both accounts, /group/"
                + group
                + " the working group.");
      }
      case DATA_STAY -> {
        commentary.say("To look further at what is kept:");
        commentary.more("./hotline record verify " + north);
        commentary.more("./hotline " + verifyBundle);
        commentary.more("./hotline up --data " + north);
        commentary.more("./hotline up --data " + south);
      }
      case NOTHING_STAYS ->
          commentary.say(
              "To look further, run this in a terminal (the nodes stay up) or with --keep DIR.");
    }
  }

  /** A path as a shell takes it for one word. */
  private static String asTyped(Path path) {
    String text = path.toString();
    return PLAIN_WORD.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /** What both nodes say at one size of the record. */
  private record Both(
      Views.RecordState north, Views.RecordState south, boolean statisticsAreEqual) {
    boolean recordsAreEqual() {
      return north.root().equals(south.root()) && north.outcomesRoot().equals(south.outcomesRoot());
    }
  }

  /** A receipt may still come, or somebody look at a page: then there is one entry more. */
  private static Optional<Both> both(Stage stage) {
    long northern = stage.north().line().line().record().size();
    long southern = stage.south().line().line().record().size();
    boolean statistics =
        stage.north().line().statistics().equals(stage.south().line().statistics());
    Views.RecordState south = stage.south().line().line().record();
    Views.RecordState north = stage.north().line().line().record();
    boolean atOneSize =
        northern == north.size()
            && southern == south.size()
            && northern == southern
            && north.outcomesSize() == north.size()
            && south.outcomesSize() == south.size();
    return atOneSize ? Optional.of(new Both(north, south, statistics)) : Optional.empty();
  }

  @Override
  public void check(Stage stage, Checks checks) {
    Both both = Patience.until("both records come to one size", () -> both(stage));
    checks.that(
        both.recordsAreEqual(),
        "both parties hold the same record and the same outcomes, root "
            + Plain.shortId(both.north().root()));
    checks.that(
        both.statisticsAreEqual(),
        "both nodes count the same: answer times, late notices, breaches");
  }
}
