package hotline.cli.demo;

import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import hotline.traffic.Loss;
import hotline.traffic.LossSearch;
import hotline.traffic.Minima;
import hotline.traffic.RecordedTrack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every conflict between the two parties' notices is found and shown to both officers. */
final class ConflictsChapter implements Chapter {
  private static final int SHOWN = 5;

  /** How long nothing may change before the search counts as over. */
  private static final Duration QUIET = Duration.ofMillis(400);

  private List<Views.Conflict> atNorth = List.of();
  private List<Views.Conflict> atSouth = List.of();

  @Override
  public String title() {
    return "Conflicts: where the two sides' flights meet";
  }

  @Override
  public void play(Stage stage) {
    Commentary commentary = stage.commentary();
    commentary.say(
        "The nodes ask each other for the exact volumes behind cells that meet, and for no others.");
    Settled settled = settle(stage);
    atNorth = settled.north();
    atSouth = settled.south();
    long asked =
        stage.north().line().disclosures(1_000).stream()
            .filter(each -> each.direction().equals("ASKED"))
            .mapToLong(Views.Disclosure::opened)
            .sum();
    if (asked > 0) {
      commentary.more("North was opened " + Plain.count(asked, "volume") + " of South's.");
    }
    commentary.say(
        Plain.count(atNorth.size(), "conflict")
            + " at North, "
            + Plain.count(atSouth.size())
            + " at South. The "
            + Math.min(SHOWN, atNorth.size())
            + " soonest, as North's officer sees them:");
    commentary.table(table(atNorth.stream().limit(SHOWN).toList()));
  }

  /** What both sides know once nothing changes any more. */
  record Settled(List<Views.Conflict> north, List<Views.Conflict> south) {}

  /**
   * Waits until both sides know the same conflicts, all of them exactly and all of them named to
   * whoever has to move, and nothing changes.
   */
  static Settled settle(Stage stage) {
    Set<AllPairs.Pair> last = new HashSet<>();
    long[] since = {System.nanoTime()};
    return Patience.until(
        "both sides know the same conflicts, exactly",
        Duration.ofMinutes(2),
        () -> {
          List<Views.Conflict> north = stage.north().line().conflicts(false);
          List<Views.Conflict> south = stage.south().line().conflicts(false);
          Set<AllPairs.Pair> now = pairs(stage, stage.north(), north);
          if (!now.equals(last)) {
            last.clear();
            last.addAll(now);
            since[0] = System.nanoTime();
          }
          boolean quiet = System.nanoTime() - since[0] > QUIET.toNanos();
          boolean same = now.equals(pairs(stage, stage.south(), south));
          boolean known =
              Stream.concat(north.stream(), south.stream())
                  .allMatch(each -> each.certainty().equals("EXACT") && each.messageId() != null);
          return quiet && same && known ? Optional.of(new Settled(north, south)) : Optional.empty();
        });
  }

  static Set<AllPairs.Pair> pairs(Stage stage, Side seenBy, List<Views.Conflict> conflicts) {
    Set<AllPairs.Pair> pairs = new HashSet<>();
    conflicts.forEach(conflict -> pairs.add(stage.pair(seenBy, conflict)));
    return pairs;
  }

  private static Table table(List<Views.Conflict> conflicts) {
    Table table = new Table("North", "South", "overlap", "closest", "apart", "where", "to move");
    for (Views.Conflict conflict : conflicts) {
      Views.Place place = conflict.place();
      table.row(
          conflict.ownReference(),
          conflict.otherReference(),
          Plain.time(conflict.overlapStart()) + " to " + Plain.time(conflict.overlapEnd()),
          Plain.time(conflict.closestAt()),
          Plain.nauticalMiles(conflict.horizontalMm()) + ", " + Plain.feet(conflict.verticalFeet()),
          place == null ? Plain.NOTHING : place.text(),
          Names.title(conflict.toMove()));
    }
    return table;
  }

  @Override
  public void check(Stage stage, Checks checks) {
    AllPairs truth = AllPairs.of(Stage.volumes(stage.north()), Stage.volumes(stage.south()));
    checks.that(
        truth.agreesWith(pairs(stage, stage.north(), atNorth))
            && truth.agreesWith(pairs(stage, stage.south(), atSouth)),
        "all pairs, volume by volume: "
            + Plain.count(truth.certain().size())
            + " overlap, and these are the conflicts found on both sides, no more, no fewer"
            + doubt(truth));
    List<Flight> north = List.copyOf(stage.flights(stage.north()).values());
    List<Flight> south = List.copyOf(stage.flights(stage.south()).values());
    Minima minima = minima(stage);
    List<Loss> instants = LossSearch.atInstants(tracks(north), tracks(south), minima);
    List<Loss> throughout = LossSearch.continuous(tracks(north), tracks(south), minima);
    Set<AllPairs.Pair> found = pairs(stage, stage.north(), atNorth);
    checks.that(
        found.containsAll(lossPairs(instants, north, south))
            && found.containsAll(lossPairs(throughout, north, south)),
        "the recorded tracks themselves: "
            + Plain.count(throughout.size())
            + " pairs come inside the minima ("
            + Plain.count(instants.size())
            + " at a recorded instant), all among the conflicts");
  }

  private static String doubt(AllPairs truth) {
    return truth.doubtful().isEmpty()
        ? ""
        : " (" + Plain.count(truth.doubtful().size()) + " only touch: either is right)";
  }

  /** The separation minima of the terms in force. */
  static Minima minima(Stage stage) {
    TermsViews.Terms terms = stage.north().line().terms().getFirst();
    return new Minima(terms.minimumHorizontalMm(), Math.toIntExact(terms.minimumVerticalFeet()));
  }

  static List<RecordedTrack> tracks(List<Flight> flights) {
    return flights.stream().map(Flight::asAmended).toList();
  }

  static Set<AllPairs.Pair> lossPairs(List<Loss> losses, List<Flight> north, List<Flight> south) {
    List<AllPairs.Pair> pairs = new ArrayList<>();
    for (Loss loss : losses) {
      pairs.add(
          new AllPairs.Pair(north.get(loss.first()).entity(), south.get(loss.second()).entity()));
    }
    return Set.copyOf(pairs);
  }
}
