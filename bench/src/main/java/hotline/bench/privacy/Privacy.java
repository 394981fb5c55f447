package hotline.bench.privacy;

import hotline.line.disclosure.Commitment;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Extents;
import hotline.line.planning.TrackNotices;
import hotline.line.terms.Granularity;
import hotline.line.terms.TermsDefaults;
import hotline.traffic.RecordedTrack;
import hotline.traffic.RecordedTraffic;
import hotline.traffic.TrackPoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Reconstructs recorded flights from their notices as they stand in the record, at several
 * granularities, and says in numbers how well: docs/privacy.md. The same volumes and extents as a
 * node makes of the demo's two hours, by the default terms but for what extents are rounded to.
 */
public final class Privacy {
  private static final long MINUTE_US = 60_000_000;
  private static final long HOUR_US = 60 * MINUTE_US;
  private static final Instant FIRST = Instant.parse("2018-08-01T09:00:00Z");
  private static final Instant SECOND = Instant.parse("2018-08-01T11:00:00Z");

  private record Setting(String name, Granularity granularity) {}

  private static final List<Setting> SETTINGS =
      List.of(
          new Setting("finest", new Granularity(13, 128, 1, 1_000, 1)),
          new Setting("level 13", new Granularity(13, 128, MINUTE_US, 150_000, 500)),
          new Setting("level 12", new Granularity(12, 64, MINUTE_US, 300_000, 1_000)),
          new Setting("default", TermsDefaults.GRANULARITY),
          new Setting("level 9", new Granularity(9, 32, 5 * MINUTE_US, 600_000, 2_000)),
          new Setting("level 8", new Granularity(8, 16, 15 * MINUTE_US, 1_500_000, 5_000)),
          new Setting("level 6", new Granularity(6, 8, 60 * MINUTE_US, 3_000_000, 10_000)));

  /** A flight of one of two parties, and what its party keeps to itself. */
  private record Flight(boolean norths, RecordedTrack track, List<ExactVolume> volumes) {}

  private Privacy() {}

  /** {@code Privacy FILE}: a recording as the demo has it, csv.gz. */
  public static void main(String[] args) throws IOException {
    List<Flight> flights = flights(Path.of(args[0]));
    System.out.printf(
        Locale.ROOT, "%d flights of two hours, laid over each other in one%n", flights.size());
    leaves(flights);
    System.out.printf(
        Locale.ROOT,
        "%-9s %7s %7s %7s %7s %8s %8s %8s %7s %7s %7s%n",
        "rounded",
        "aside",
        "p90",
        "where",
        "p90",
        "area",
        "height",
        "start",
        "one",
        "<=5",
        "meets");
    System.out.printf(
        Locale.ROOT,
        "%-9s %7s %7s %7s %7s %8s %8s %8s %7s %7s %7s%n",
        "to",
        "km",
        "km",
        "km",
        "km",
        "km2",
        "ft",
        "s",
        "%",
        "%",
        "each");
    for (Setting setting : SETTINGS) {
      measure(setting, flights);
    }
  }

  private static List<Flight> flights(Path file) throws IOException {
    RecordedTraffic traffic;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      traffic = RecordedTraffic.read(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    }
    long firstUs = FIRST.getEpochSecond() * 1_000_000;
    long secondUs = SECOND.getEpochSecond() * 1_000_000;
    List<Flight> flights = new ArrayList<>();
    add(flights, true, traffic.during(firstUs, firstUs + HOUR_US));
    add(
        flights,
        false,
        traffic.during(secondUs, secondUs + HOUR_US).stream()
            .map(track -> track.moved(firstUs - secondUs, 0))
            .toList());
    return flights;
  }

  private static void add(List<Flight> flights, boolean norths, List<RecordedTrack> tracks) {
    for (RecordedTrack track : tracks) {
      TrackNotices.path(track)
          .map(path ->
              TrackNotices.volumes(
                  path, TermsDefaults.SEPARATION, TermsDefaults.PLANNING, TermsDefaults.LIMITS))
          .ifPresent(result -> {
            if (result instanceof TrackNotices.Result.Volumes(List<ExactVolume> volumes)) {
              flights.add(new Flight(norths, track, volumes));
            }
          });
    }
  }

  /** What the padded number of leaves adds to what the times say already. */
  private static void leaves(List<Flight> flights) {
    int foretold = 0;
    TreeSet<Integer> counts = new TreeSet<>();
    for (Flight each : flights) {
      int leaves = Commitment.leaves(each.volumes().size());
      counts.add(leaves);
      long lastsUs = each.track().endUs() - each.track().startUs();
      int guess = Math.toIntExact(Math.ceilDiv(lastsUs, TermsDefaults.PLANNING.segmentUs()));
      foretold += Commitment.leaves(Math.max(1, guess)) == leaves ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "leaves: %s; foretold by the times alone in %.0f %% of the notices%n",
        counts,
        100.0 * foretold / flights.size());
  }

  private static void measure(Setting setting, List<Flight> flights) {
    long bufferUs = TermsDefaults.SEPARATION.bufferTimeUs();
    long stepUs = setting.granularity().timeUs();
    double lostUs = bufferUs + stepUs / 2.0;
    List<Double> aside = new ArrayList<>();
    List<Double> where = new ArrayList<>();
    List<Double> area = new ArrayList<>();
    List<Double> height = new ArrayList<>();
    List<Double> start = new ArrayList<>();
    List<Extents> extents = new ArrayList<>();
    int one = 0;
    int five = 0;
    for (Flight each : flights) {
      Extents declared = Extents.around(each.volumes(), setting.granularity());
      extents.add(declared);
      Guess guess = new Guess(declared.list(), lostUs);
      for (TrackPoint point : each.track().points()) {
        Plane.Spot spot = Plane.spot(point.latNanodegrees(), point.lngNanodegrees());
        aside.add(guess.aside(spot));
        where.add(guess.at(point.timeUs()).distance(spot));
        area.add(guess.area(point.timeUs()));
        height.add(guess.heightError(point));
      }
      start.add(Math.abs(guess.startUs() + lostUs - each.track().startUs()) / 1e6);
      long fits =
          flights.stream()
              .filter(other -> guess.fits(other.track(), bufferUs + stepUs))
              .limit(6)
              .count();
      one += fits == 1 ? 1 : 0;
      five += fits >= 1 && fits <= 5 ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%-9s %7.1f %7.1f %7.1f %7.1f %8.0f %8.0f %8.1f %7.0f %7.0f %7.1f%n",
        setting.name(),
        share(aside, 0.5),
        share(aside, 0.9),
        share(where, 0.5),
        share(where, 0.9),
        share(area, 0.5),
        share(height, 0.5),
        share(start, 0.5),
        100.0 * one / flights.size(),
        100.0 * five / flights.size(),
        meets(flights, extents));
  }

  /** How many notices of the other party a notice meets: each makes both open what meets. */
  private static double meets(List<Flight> flights, List<Extents> extents) {
    long pairs = 0;
    for (int i = 0; i < flights.size(); i++) {
      for (int j = 0; j < flights.size(); j++) {
        if (flights.get(i).norths()
            && !flights.get(j).norths()
            && extents.get(i).overlaps(extents.get(j), TermsDefaults.SEPARATION.datumMarginFt())) {
          pairs++;
        }
      }
    }
    return 2.0 * pairs / flights.size();
  }

  private static double share(List<Double> values, double part) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * sorted.size())));
  }
}
