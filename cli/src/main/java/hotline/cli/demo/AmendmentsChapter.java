package hotline.cli.demo;

import hotline.cli.demo.PlainVolume.Overlap;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.node.api.Requests;
import hotline.node.api.Views;
import hotline.traffic.LossSearch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** An officer on each side answers each conflict: WILCO with one shift, or UNABLE. */
final class AmendmentsChapter implements Chapter {
  private static final int SAID_ALOUD = 4;
  private static final int FEET_STEP = 500;
  private static final int FEET_LIMIT = 2_000;
  private static final int SECONDS_STEP = 60;
  private static final int SECONDS_LIMIT = 600;

  /** The volumes of each notice as they were declared first, by entity. */
  private final Map<String, List<PlainVolume>> before = new HashMap<>();

  private final Set<AllPairs.Pair> unable = new HashSet<>();
  private boolean unableOnlyWhenNothingHelps = true;
  private int wilco;
  private int unableNotices;
  private int shiftsTried;

  @Override
  public String title() {
    return "Amendments: the notice ordered later moves";
  }

  @Override
  public void play(Stage stage) {
    stage.sides().forEach(side -> before.putAll(Stage.volumes(side)));
    Commentary commentary = stage.commentary();
    int begin = stage.north().line().conflicts(false).size();
    commentary.say(
        "Of each pair the node whose notice came first has named it (CONFLICT); the other side's"
            + " officer answers.");
    for (Optional<Views.Conflict> next = next(stage); next.isPresent(); next = next(stage)) {
      answer(stage, next.get());
    }
    int left = stage.north().line().conflicts(false).size();
    commentary.say(
        Plain.count(wilco, "notice")
            + " moved by one shift each (WILCO); "
            + unableNotices
            + " could not: from "
            + Plain.count(begin)
            + " conflicts to "
            + Plain.count(left)
            + ", each of them shown UNABLE.");
  }

  /** The soonest open conflict that nobody has answered yet, as North sees it. */
  private Optional<Views.Conflict> next(Stage stage) {
    return stage.north().line().conflicts(false).stream()
        .filter(each -> each.state().equals("OPEN"))
        .filter(each -> !unable.contains(stage.pair(stage.north(), each)))
        .findFirst();
  }

  private void answer(Stage stage, Views.Conflict seenByNorth) {
    AllPairs.Pair pair = stage.pair(stage.north(), seenByNorth);
    Side mover = stage.side(seenByNorth.toMove());
    String moves = mover == stage.north() ? pair.north() : pair.south();
    Optional<String> named = message(stage, mover, pair);
    if (named.isEmpty()) {
      return;
    }
    String message = named.get();
    Optional<Requests.Shift> found = mover.line().findShift(moves);
    if (found.isPresent()) {
      amend(stage, mover, pair, moves, message, found.get());
    } else {
      refuse(stage, mover, moves);
    }
  }

  /**
   * The CONFLICT by which the other side named this pair, as soon as it has come to the side that
   * moves; nothing if the pair is clear by then, because one of the two has moved for another.
   */
  private static Optional<String> message(Stage stage, Side mover, AllPairs.Pair pair) {
    return Patience.until(
        mover.title() + ": the CONFLICT about a pair arrives",
        () -> {
          Optional<String> message =
              mover.line().conflicts(false).stream()
                  .filter(each -> each.toBeAnsweredHere() && stage.pair(mover, each).equals(pair))
                  .map(Views.Conflict::messageId)
                  .filter(Objects::nonNull)
                  .findFirst();
          boolean clear = stage.sides().stream().noneMatch(side -> open(stage, side, pair));
          return message.isPresent() || clear ? Optional.of(message) : Optional.empty();
        });
  }

  private void amend(
      Stage stage,
      Side mover,
      AllPairs.Pair pair,
      String entity,
      String message,
      Requests.Shift found) {
    mover.mustSay(
        "amend a notice",
        line ->
            line.shift(new Requests.Shift(entity, found.verticalFeet(), found.seconds(), message)));
    Flight.ShiftBy by =
        new Flight.ShiftBy(
            Optional.ofNullable(found.verticalFeet()).orElse(0L),
            Optional.ofNullable(found.seconds()).orElse(0L));
    Map<String, Flight> flights = stage.flights(mover);
    flights.computeIfPresent(entity, (_, flight) -> flight.shifted(by));
    wilco++;
    for (Side side : stage.sides()) {
      Patience.until(side.title() + " sees the conflict cleared", () -> !open(stage, side, pair));
    }
    if (wilco <= SAID_ALOUD) {
      stage
          .commentary()
          .say(
              mover.title()
                  + ": WILCO, "
                  + reference(mover, entity)
                  + " "
                  + by
                  + ". Open at North now: "
                  + stage.north().line().conflicts(false).size());
    } else if (wilco == SAID_ALOUD + 1) {
      stage.commentary().say("and so on, in the order of time …");
    }
  }

  private static boolean open(Stage stage, Side side, AllPairs.Pair pair) {
    return side.line().conflicts(false).stream()
        .anyMatch(each -> stage.pair(side, each).equals(pair));
  }

  /** No allowed shift clears the notice: that answers each conflict in which it has to move. */
  private void refuse(Stage stage, Side mover, String entity) {
    unableOnlyWhenNothingHelps &= nothingHelps(stage, mover, entity);
    int answered = 0;
    for (Views.Conflict each : mover.line().conflicts(false)) {
      String message = each.messageId();
      if (each.ownEntity().equals(entity) && each.toBeAnsweredHere() && message != null) {
        mover.mustSay(
            "answer UNABLE",
            line ->
                line.answer(
                    new Requests.Answer(
                        message, "UNABLE", "No shift that the terms allow clears it.")));
        unable.add(stage.pair(mover, each));
        answered++;
      }
    }
    unableNotices++;
    if (unableNotices <= SAID_ALOUD) {
      String to = answered == 1 ? "a conflict" : answered + " conflicts";
      stage
          .commentary()
          .say(
              Instant.now(),
              mover.title()
                  + ": UNABLE to "
                  + to
                  + " of "
                  + reference(mover, entity)
                  + ", no allowed shift clears it; both officers see it so",
              Tone.CARE);
    }
  }

  private static String reference(Side side, String entity) {
    return side.line().notice(entity).map(Views.Notice::reference).orElse(entity);
  }

  /** Tries every shift that the terms allow against every live notice of the other side. */
  private boolean nothingHelps(Stage stage, Side mover, String entity) {
    List<PlainVolume> own = before.getOrDefault(entity, List.of());
    var others = Stage.volumes(stage.other(mover)).values();
    for (Flight.ShiftBy by : allowed()) {
      shiftsTried++;
      List<PlainVolume> there = shifted(own, by);
      if (others.stream().allMatch(other -> AllPairs.overlap(there, other) == Overlap.NO)) {
        return false;
      }
    }
    return true;
  }

  private static List<Flight.ShiftBy> allowed() {
    List<Flight.ShiftBy> all = new ArrayList<>();
    for (int feet = -FEET_LIMIT; feet <= FEET_LIMIT; feet += FEET_STEP) {
      all.add(new Flight.ShiftBy(feet, 0));
    }
    for (int seconds = -SECONDS_LIMIT; seconds <= SECONDS_LIMIT; seconds += SECONDS_STEP) {
      all.add(new Flight.ShiftBy(0, seconds));
    }
    all.removeIf(by -> by.feet() == 0 && by.seconds() == 0);
    return all;
  }

  private static List<PlainVolume> shifted(List<PlainVolume> volumes, Flight.ShiftBy by) {
    return volumes.stream()
        .map(volume -> volume.shifted(by.seconds() * 1_000_000, by.feet()))
        .toList();
  }

  @Override
  public void check(Stage stage, Checks checks) {
    Map<String, List<PlainVolume>> north = Stage.volumes(stage.north());
    Map<String, List<PlainVolume>> south = Stage.volumes(stage.south());
    AllPairs truth = AllPairs.of(north, south);
    Set<AllPairs.Pair> shown =
        ConflictsChapter.pairs(stage, stage.north(), stage.north().line().conflicts(false));
    checks.that(
        truth.agreesWith(shown) && unable.containsAll(shown),
        "all pairs again: what still overlaps is what was answered UNABLE ("
            + shown.size()
            + "), and nothing else");
    List<Flight> ours = List.copyOf(stage.flights(stage.north()).values());
    List<Flight> theirs = List.copyOf(stage.flights(stage.south()).values());
    Set<AllPairs.Pair> losses =
        ConflictsChapter.lossPairs(
            LossSearch.continuous(
                ConflictsChapter.tracks(ours),
                ConflictsChapter.tracks(theirs),
                ConflictsChapter.minima(stage)),
            ours,
            theirs);
    checks.that(
        unable.containsAll(losses),
        "the tracks, flown as amended: "
            + losses.size()
            + " pairs inside the minima, all of them shown UNABLE");
    checks.that(
        unableOnlyWhenNothingHelps,
        "UNABLE only where none of the "
            + allowed().size()
            + " allowed shifts helps ("
            + Plain.count(shiftsTried)
            + " tried)");
    checkVersions(stage, checks, north, south);
  }

  private void checkVersions(
      Stage stage,
      Checks checks,
      Map<String, List<PlainVolume>> north,
      Map<String, List<PlainVolume>> south) {
    int amended = 0;
    boolean exact = true;
    Map<String, List<PlainVolume>> after = new HashMap<>(north);
    after.putAll(south);
    for (Side side : stage.sides()) {
      for (Flight flight : stage.flights(side).values()) {
        List<PlainVolume> then = before.getOrDefault(flight.entity(), List.of());
        List<PlainVolume> now = after.getOrDefault(flight.entity(), List.of());
        Flight.ShiftBy by = flight.shift();
        amended += by == null ? 0 : 1;
        exact &=
            !then.isEmpty()
                && (by == null || allowed().contains(by))
                && same(by == null ? then : shifted(then, by), now);
      }
    }
    checks.that(
        exact && amended == wilco,
        amended
            + " notices were amended, and the two versions of each differ by exactly one allowed"
            + " shift; no other notice has changed");
  }

  private static boolean same(List<PlainVolume> ones, List<PlainVolume> others) {
    if (ones.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < ones.size(); i++) {
      PlainVolume one = ones.get(i);
      PlainVolume other = others.get(i);
      if (!one.sameFootprint(other)
          || one.floor() != other.floor()
          || one.ceiling() != other.ceiling()
          || one.startUs() != other.startUs()
          || one.endUs() != other.endUs()) {
        return false;
      }
    }
    return true;
  }
}
