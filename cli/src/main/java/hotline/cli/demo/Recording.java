package hotline.cli.demo;

import hotline.traffic.RecordedTrack;
import hotline.traffic.RecordedTraffic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The two recorded hours, one for each party, laid over each other in the near future. */
final class Recording {
  private static final String RESOURCE = "swiss-two-hours.csv.gz";
  private static final int TEXT_BYTES_MAX = 16 << 20;
  private static final long HOUR_US = 3_600_000_000L;

  /** The hour that each side flies, as it was recorded. */
  private static final Map<String, Instant> HOURS =
      Map.of(
          Names.NORTH, Instant.parse("2018-08-01T09:00:00Z"),
          Names.SOUTH, Instant.parse("2018-08-01T11:00:00Z"));

  private final RecordedTraffic traffic;

  private Recording(RecordedTraffic traffic) {
    this.traffic = traffic;
  }

  static Recording read() {
    try (InputStream packed =
            Objects.requireNonNull(Recording.class.getResourceAsStream(RESOURCE), RESOURCE);
        InputStream plain = new GZIPInputStream(packed)) {
      String text = new String(plain.readNBytes(TEXT_BYTES_MAX), StandardCharsets.UTF_8);
      return new Recording(RecordedTraffic.read(text));
    } catch (IOException damaged) {
      throw new Failed("The recording in this program is damaged: build it again.", damaged);
    }
  }

  /** The hour that a side flies, as it was recorded. */
  static Instant hour(String party) {
    return Objects.requireNonNull(HOURS.get(party));
  }

  /** The tracks of a side, moved in time so that its hour begins at {@code begin}. */
  List<RecordedTrack> tracks(String party, Instant begin) {
    long hourUs = micros(hour(party));
    return traffic.during(hourUs, hourUs + HOUR_US).stream()
        .map(track -> track.moved(micros(begin) - hourUs, 0))
        .toList();
  }

  private static long micros(Instant time) {
    return Math.multiplyExact(time.getEpochSecond(), 1_000_000L);
  }
}
