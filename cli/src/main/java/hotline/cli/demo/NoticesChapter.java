package hotline.cli.demo;

import hotline.cli.print.Plain;
import hotline.line.disclosure.ExactVolume;
import hotline.line.planning.TrackNotices;
import hotline.line.terms.TermsDefaults;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.traffic.RecordedTrack;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Each side declares its flights as notices, built from the flights' own tracks by the terms. */
final class NoticesChapter implements Chapter {
  /** How many calls are under way at once: people's systems do not wait for one another. */
  private static final int AT_ONCE = 8;

  private static final int BATCH = 36;
  private static final int BATCHES_MAX = 30;

  private static final Duration AHEAD = Duration.ofMinutes(15);

  private final Map<String, Integer> declared = new HashMap<>();

  @Override
  public String title() {
    return "Notices: what each side will fly";
  }

  @Override
  public void play(Stage stage) {
    Instant begin =
        Instant.now().plus(AHEAD).plus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.MINUTES);
    Commentary commentary = stage.commentary();
    commentary.say(
        "Real traffic over Switzerland, recorded by the OpenSky Network on 1 August 2018:");
    for (Side side : stage.sides()) {
      commentary.more(
          side.title()
              + " flies what was recorded from "
              + Plain.time(Recording.hour(side.party()))
              + " on;");
    }
    commentary.more("both hours are moved to begin at " + Plain.time(begin) + ", over each other.");
    Recording recording = Recording.read();
    Map<Side, List<RecordedTrack>> tracks = new LinkedHashMap<>();
    stage.sides().forEach(side -> tracks.put(side, recording.tracks(side.party(), begin)));
    declareInTurns(stage, new LinkedHashMap<>(tracks));
    tracks.forEach((side, flown) -> {
      declared.put(side.party(), flown.size());
      remember(stage, side, flown);
    });
    for (Side side : stage.sides()) {
      int volumes =
          side.line().notices(false).stream()
              .filter(Views.Notice::own)
              .mapToInt(notice -> notice.volumes().size())
              .sum();
      commentary.say(
          side.title()
              + " has declared "
              + Plain.count(stage.flights(side).size(), "flight")
              + " in "
              + Plain.count(volumes)
              + " volumes. The record has their cells and a commitment, nothing finer.");
    }
    awaitAll(stage);
  }

  /**
   * A batch of one side, then one of the other, until all stand in the record: what is declared
   * while the other side declares in the same cells is stale, and has to be said again.
   */
  private static void declareInTurns(Stage stage, Map<Side, List<RecordedTrack>> waiting) {
    for (int batch = 0; !waiting.values().stream().allMatch(List::isEmpty); batch++) {
      if (batch > BATCHES_MAX) {
        throw new Failed("Some flights were refused again and again.");
      }
      for (Side side : stage.sides()) {
        Set<String> known = labels(side);
        List<RecordedTrack> left =
            waiting.getOrDefault(side, List.of()).stream()
                .filter(track -> !known.contains(label(track)))
                .toList();
        waiting.put(side, left);
        try (Together together = new Together(AT_ONCE)) {
          left.stream().limit(BATCH).forEach(track -> together.run(() -> declare(side, track)));
        }
        awaitSettled(stage, side);
      }
    }
  }

  private static Set<String> labels(Side side) {
    Set<String> labels = new HashSet<>();
    for (Views.Notice notice : side.line().notices(false)) {
      if (notice.own() && notice.label() != null) {
        labels.add(notice.label());
      }
    }
    return labels;
  }

  /** Waits until nothing of a side waits any more and the other side's record is as long. */
  private static void awaitSettled(Stage stage, Side side) {
    Patience.until(
        side.title() + "'s notices are in both records",
        () -> {
          Views.Line own = side.line().line();
          return own.outbox().statements().stream().noneMatch(each -> each.kind().equals("NOTICE"))
              && stage.other(side).line().line().record().size() >= own.record().size();
        });
  }

  private static void declare(Side side, RecordedTrack track) {
    Requests.Declare notice =
        new Requests.Declare(
            null, Names.TRANSIT, label(track), AsTyped.volumes(volumes(track)), null);
    Said said = side.line().declare(notice);
    if (!said.done() && !said.code().equals("stale")) {
      throw new Failed(side.title() + " could not declare a flight: " + said.sentence());
    }
  }

  /** A label that no other flight of the side has. */
  private static String label(RecordedTrack track) {
    return track.callsign() + " " + track.aircraft();
  }

  private static void remember(Stage stage, Side side, List<RecordedTrack> tracks) {
    Map<String, RecordedTrack> byLabel = new HashMap<>();
    tracks.forEach(track -> byLabel.put(label(track), track));
    List<Views.Notice> own =
        Patience.until(
            side.title() + ": all its notices are recorded",
            () ->
                Optional.of(side.line().notices(false).stream().filter(Views.Notice::own).toList())
                    .filter(notices -> notices.size() == tracks.size()));
    for (Views.Notice notice : own) {
      RecordedTrack track =
          Objects.requireNonNull(byLabel.get(Objects.requireNonNull(notice.label())));
      stage
          .flights(side)
          .put(notice.entity(), new Flight(track, notice.entity(), notice.category(), null));
    }
  }

  static List<ExactVolume> volumes(RecordedTrack track) {
    var path =
        TrackNotices.path(track)
            .orElseThrow(() -> new Failed(track.callsign() + " has one point: no flight."));
    return switch (TrackNotices.volumes(
        path, TermsDefaults.SEPARATION, TermsDefaults.PLANNING, TermsDefaults.LIMITS)) {
      case TrackNotices.Result.Volumes(var volumes) -> volumes;
      case TrackNotices.Result.Refused refused -> throw new Failed(refused.sentence());
    };
  }

  private static void awaitAll(Stage stage) {
    int all = stage.sides().stream().mapToInt(side -> stage.flights(side).size()).sum();
    for (Side side : stage.sides()) {
      Patience.until(
          side.title() + " sees all notices", () -> side.line().notices(false).size() == all);
    }
  }

  @Override
  public void check(Stage stage, Checks checks) {
    boolean everyFlight = true;
    boolean coarse = true;
    for (Side side : stage.sides()) {
      everyFlight &=
          stage.flights(side).size() == Optional.ofNullable(declared.get(side.party())).orElse(-1);
      for (Views.Notice notice : stage.other(side).line().notices(false)) {
        coarse &= notice.own() || (notice.label() == null && !notice.cellTokens().isEmpty());
      }
    }
    checks.that(
        everyFlight && coarse,
        "every recorded flight has one notice, and neither side sees the other's call signs");
    boolean inside = true;
    for (Side side : stage.sides()) {
      Map<String, List<PlainVolume>> volumes = Stage.volumes(side);
      for (Flight flight : stage.flights(side).values()) {
        inside &= holds(volumes.getOrDefault(flight.entity(), List.of()), flight.track());
      }
    }
    checks.that(inside, "every recorded point of every flight lies inside its notice");
  }

  /** Whether each point of a track is in the middle of a volume of its own time and height. */
  private static boolean holds(List<PlainVolume> volumes, RecordedTrack track) {
    return track.points().stream()
        .allMatch(point ->
            volumes.stream()
                .anyMatch(volume ->
                    volume.startUs() <= point.timeUs()
                        && point.timeUs() <= volume.endUs()
                        && volume.floor() <= point.heightFt()
                        && point.heightFt() <= volume.ceiling()
                        && volume.contains(
                            point.latNanodegrees() * 1e-9, point.lngNanodegrees() * 1e-9)));
  }
}
