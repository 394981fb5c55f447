package hotline.cli.demo;

import hotline.traffic.RecordedTrack;
import hotline.traffic.TrackPoint;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

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
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
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
