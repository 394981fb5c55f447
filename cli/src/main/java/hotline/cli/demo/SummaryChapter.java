package hotline.cli.demo;

import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the record holds now, counted, and how to look further. */
final class SummaryChapter implements Chapter {
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
    lookFurther(stage);
  }

  /** Waits until both nodes have the same record and all of it has its receipt. */
  private static void awaitReceipts(Stage stage) {
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

  private static void lookFurther(Stage stage) {
    Commentary commentary = stage.commentary();
    commentary.say(Instant.now(), "To look further, while the nodes are up:", Tone.PLAIN);
    String north = " --data " + stage.north().data();
    String south = " --data " + stage.south().data();
    for (String command :
        List.of(
            "status show" + north,
            "conflict list --all" + south,
            "message list" + north,
            "record show" + south,
            "record verify " + stage.south().data(),
            "page" + north)) {
      commentary.more("./hotline " + command);
    }
  }

  @Override
  public void check(Stage stage, Checks checks) {
    Views.RecordState north = stage.north().line().line().record();
    Views.RecordState south = stage.south().line().line().record();
    checks.that(
        north.size() == south.size()
            && north.root().equals(south.root())
            && north.outcomesRoot().equals(south.outcomesRoot()),
        "both parties hold the same record and the same outcomes, root "
            + Plain.shortId(north.root()));
  }
}
