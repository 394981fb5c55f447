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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An officer on each side answers each conflict: WILCO with one shift, or UNABLE. */
final class AmendmentsChapter implements Chapter {
  private static final int SAID_ALOUD = 4;
  private static final int AT_ONCE = 4;
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
    boolean more = true;
    while (more) {
      more = false;
      for (Side side : stage.sides()) {
        more |= answerAll(stage, side);
        ConflictsChapter.settle(stage);
      }
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

  /** What a side's officer makes of a notice that has to move. */
  private record Answered(
      String entity, List<Views.Conflict> conflicts, Flight.@Nullable ShiftBy by) {}

  /**
   * A side's officer answers all conflicts that ask for it, a few at once: while the other side
   * does nothing, moving one notice does not matter to another of the same side.
   */
  private boolean answerAll(Stage stage, Side side) {
    Map<String, List<Views.Conflict>> asked = new LinkedHashMap<>();
    for (Views.Conflict each : side.line().conflicts(false)) {
      if (each.toBeAnsweredHere()) {
        asked.computeIfAbsent(each.ownEntity(), _ -> new ArrayList<>()).add(each);
      }
    }
    Map<String, Answered> answers = new ConcurrentHashMap<>();
    try (Together together = new Together(AT_ONCE)) {
      asked.forEach((entity, conflicts) ->
          together.run(() -> answers.put(entity, answer(side, entity, conflicts))));
    }
    asked.keySet().forEach(entity -> note(stage, side, answers.get(entity)));
    return !asked.isEmpty();
  }

  private static Answered answer(Side side, String entity, List<Views.Conflict> conflicts) {
    Optional<Requests.Shift> found = side.line().findShift(entity);
    if (found.isEmpty()) {
      for (Views.Conflict each : conflicts) {
        String message = Objects.requireNonNull(each.messageId());
        side.mustSay(
            "answer UNABLE",
            line ->
                line.answer(
                    new Requests.Answer(
                        message, "UNABLE", "No shift that the terms allow clears it.")));
      }
      return new Answered(entity, conflicts, null);
    }
    Long feet = found.get().verticalFeet();
    Long seconds = found.get().seconds();
    side.mustSay(
        "amend a notice",
        line ->
            line.shift(
                new Requests.Shift(entity, feet, seconds, conflicts.getFirst().messageId())));
    return new Answered(
        entity,
        conflicts,
        new Flight.ShiftBy(feet == null ? 0 : feet, seconds == null ? 0 : seconds));
  }

  /** Keeps what was answered, and tells the first few. */
  private void note(Stage stage, Side side, @Nullable Answered answered) {
    if (answered == null) {
      throw new Failed(side.title() + " left a conflict unanswered.");
    }
    Flight.ShiftBy by = answered.by();
    Views.Conflict first = answered.conflicts().getFirst();
    if (by == null) {
      unableOnlyWhenNothingHelps &= nothingHelps(stage, side, answered.entity());
      answered.conflicts().forEach(each -> unable.add(stage.pair(side, each)));
      unableNotices++;
      tell(
          stage,
          unableNotices,
          side.title()
              + ": UNABLE to "
              + Plain.list(answered.conflicts().stream().map(Views.Conflict::reference).toList())
              + ", no allowed shift clears "
              + first.ownReference()
              + ".",
          Tone.CARE);
    } else {
      stage.flights(side).computeIfPresent(answered.entity(), (_, flight) -> flight.shifted(by));
      wilco++;
      tell(
          stage,
          wilco,
          side.title()
              + ": WILCO to "
              + first.reference()
              + ", "
              + first.ownReference()
              + " flies "
              + by
              + ".",
          Tone.PLAIN);
    }
  }

  private static void tell(Stage stage, int count, String sentence, Tone tone) {
    if (count <= SAID_ALOUD) {
      stage.commentary().say(Instant.now(), sentence, tone);
    } else if (count == SAID_ALOUD + 1) {
      stage.commentary().more("and so on …");
    }
  }

  /** Tries every shift that the terms allow against every live notice of the other side. */
  private boolean nothingHelps(Stage stage, Side mover, String entity) {
    List<PlainVolume> own = before.getOrDefault(entity, List.of());
    List<List<PlainVolume>> others =
        stage.flights(stage.other(mover)).values().stream().map(this::asAmended).toList();
    for (Flight.ShiftBy by : allowed()) {
      shiftsTried++;
      List<PlainVolume> there = shifted(own, by);
      if (others.stream().allMatch(other -> AllPairs.overlap(there, other) == Overlap.NO)) {
        return false;
      }
    }
    return true;
  }

  /** The volumes of a flight as its notice has them by now. */
  private List<PlainVolume> asAmended(Flight flight) {
    List<PlainVolume> first = before.getOrDefault(flight.entity(), List.of());
    return flight.shift() == null ? first : shifted(first, flight.shift());
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
        amended + " notices were amended, each by exactly one allowed shift; no other has changed");
    checkOpenings(stage, checks);
  }

  /** What the record holds of each notice, opened with its party's secret. */
  private static void checkOpenings(Stage stage, Checks checks) {
    int opened = 0;
    boolean right = true;
    for (Side side : stage.sides()) {
      Openings openings = Openings.of(side);
      for (Flight flight : stage.flights(side).values()) {
        String entity = flight.entity();
        long versions = flight.shift() == null ? 1 : 2;
        right &=
            openings.versions(entity) == versions
                && openings.opensTo(entity, 1, NoticesChapter.volumes(flight.track()))
                && openings.opensTo(entity, versions, NoticesChapter.volumes(flight.asAmended()));
        opened += Math.toIntExact(versions);
      }
    }
    checks.that(
        right,
        "all "
            + opened
            + " versions in the record, opened: each commits to its flight as recorded, or as"
            + " shifted, and to nothing else");
  }

  /** Whether two lists are of the same volumes, in the same order. */
  static boolean same(List<PlainVolume> ones, List<PlainVolume> others) {
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
