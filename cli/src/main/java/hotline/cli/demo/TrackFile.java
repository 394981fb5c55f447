package hotline.cli.demo;

import hotline.record.merkle.Merkle;
import hotline.traffic.RecordedTrack;
import hotline.traffic.TrackPoint;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A flight's own track as a party keeps it: a CSV file outside of the record. */
final class TrackFile {
  private static final String HEADING = "time,lat,lng,height_ft_std\n";
  private static final int DEGREE_DIGITS = 9;

  private TrackFile() {}

  static byte[] csv(RecordedTrack track) {
    StringBuilder csv = new StringBuilder(HEADING);
    for (TrackPoint point : track.points()) {
      csv.append(Instant.EPOCH.plus(point.timeUs(), ChronoUnit.MICROS))
          .append(',')
          .append(degrees(point.latNanodegrees()))
          .append(',')
          .append(degrees(point.lngNanodegrees()))
          .append(',')
          .append(point.heightFt())
          .append('\n');
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String degrees(long nanodegrees) {
    return BigDecimal.valueOf(nanodegrees, DEGREE_DIGITS).toPlainString();
  }

  /** The digest by which such a file is sealed. */
  static String sha256(byte[] bytes) {
    return Merkle.plain(bytes).hex();
  }

  /** Where the first digit after the middle is; with its last bit turned it is another digit. */
  static int aDigit(byte[] csv) {
    int at = csv.length / 2;
    while (csv[at] < '0' || csv[at] > '9') {
      at++;
    }
    return at;
  }
}
