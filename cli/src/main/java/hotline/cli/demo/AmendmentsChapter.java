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

  /** A side's officer goes through the conflicts that ask for its answer, soonest first. */
  private boolean answerAll(Stage stage, Side side) {
    Set<String> handled = new HashSet<>();
    for (Optional<Views.Conflict> next = next(side, handled);
        next.isPresent();
        next = next(side, handled)) {
      String entity = next.get().ownEntity();
      handled.add(entity);
      Optional<Requests.Shift> found = side.line().findShift(entity);
      if (found.isPresent()) {
        amend(stage, side, entity, next.get(), found.get());
      } else {
        refuse(stage, side, entity);
      }
    }
    return !handled.isEmpty();
  }

  private static Optional<Views.Conflict> next(Side side, Set<String> handled) {
    return side.line().conflicts(false).stream()
        .filter(each -> each.toBeAnsweredHere() && !handled.contains(each.ownEntity()))
        .findFirst();
  }

  private void amend(
      Stage stage, Side mover, String entity, Views.Conflict conflict, Requests.Shift found) {
    mover.mustSay(
        "amend a notice",
        line ->
            line.shift(
                new Requests.Shift(
                    entity, found.verticalFeet(), found.seconds(), conflict.messageId())));
    Flight.ShiftBy by =
        new Flight.ShiftBy(
            Optional.ofNullable(found.verticalFeet()).orElse(0L),
            Optional.ofNullable(found.seconds()).orElse(0L));
    stage.flights(mover).computeIfPresent(entity, (_, flight) -> flight.shifted(by));
    wilco++;
    if (wilco <= SAID_ALOUD) {
      stage
          .commentary()
          .say(
              mover.title()
                  + ": WILCO to "
                  + conflict.reference()
                  + ", "
                  + conflict.ownReference()
                  + " flies "
                  + by
                  + ".");
    } else if (wilco == SAID_ALOUD + 1) {
      stage.commentary().say("and so on …");
    }
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
