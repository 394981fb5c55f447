package hotline.traffic.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hotline.testkit.Chance;
import hotline.traffic.Samples;
import hotline.traffic.report.Place;
import hotline.traffic.report.TargetReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Frames against what pyModeS and rs1090 read in them, field by field; and hostile bytes. */
class ModeSSampleTest {
  /** A Beast stream, against a second program's frames and pyModeS's fields. */
  @Test
  void theBeastStreamDecodesToItsRows() {
    BeastStream stream = new BeastStream();
    List<BeastStream.Frame> frames = stream.add(Samples.bytes("beast_sample.bin"));
    List<List<String>> rows = Samples.rows("beast_sample_frames.csv");
    assertThat(frames).hasSize(239).hasSameSizeAs(rows);
    assertThat(stream.skipped()).isZero();
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      BeastStream.Frame frame = frames.get(i);
      assertThat(frame.type()).isEqualTo(row.get(0).charAt(0));
      assertThat(frame.counter()).isEqualTo(Long.parseLong(row.get(1)));
      assertThat(frame.signal()).isEqualTo(Integer.parseInt(row.get(2)));
      assertThat(HexFormat.of().formatHex(frame.bytes())).isEqualTo(row.get(3));
      ModeS message = read(frame.bytes());
      assertThat(message.format()).isEqualTo(Integer.parseInt(row.get(4)));
      assertThat(TargetReport.hex(message.aircraft())).isEqualTo(row.get(5));
      if (!row.get(6).isEmpty()) {
        assertThat(message.typeCode()).isEqualTo(Integer.parseInt(row.get(6)));
      }
      Fields fields = Fields.of(message.content());
      assertThat(fields.height()).as(row.toString()).isEqualTo(row.get(7));
      String callsign =
          message.answer() instanceof ModeS.Identification(String told) ? told : fields.callsign();
      assertThat(callsign).as(row.toString()).isEqualTo(row.get(8));
      // pyModeS cuts the speed to whole knots; of answers it gives that of the turn report.
      double knots =
          message.answer() instanceof TurnReport turn ? turn.knots() : Math.floor(fields.knots());
      close(knots, row.get(9), 0);
      close(fields.degrees(), row.get(10), 1e-9);
      assertThat(fields.climb()).isEqualTo(row.get(11));
      // The frame would not have been read if its parity did not hold.
      assertThat(row.get(12)).isIn("", "True");
    }
  }

  /**
   * A flight from the apron up, as heard; rs1090 knew the airport's place, so that it began sooner.
   */
  @Test
  void aWholeFlightDecodesToItsRows() {
    CompactPosition position = new CompactPosition();
    int places = 0;
    int early = 0;
    for (List<String> row : Samples.rows("modes_flight.csv.gz")) {
      byte[] frame = HexFormat.of().parseHex(row.get(1));
      if (Integer.parseInt(row.get(2)) < 16) {
        frame = Arrays.copyOf(frame, 7); // the recorder kept 14 bytes of short frames too
      }
      ModeS message = read(frame);
      String said = row.toString();
      assertThat(message.format()).isEqualTo(Integer.parseInt(row.get(2)));
      assertThat(TargetReport.hex(message.aircraft())).as(said).isEqualTo("393322");
      Fields fields = Fields.of(message.content());
      // One frame says metres, a reserved format that rs1090 reads and we do not.
      boolean metres = message.format() != 17 && (frame[3] & 0x40) != 0;
      if (!metres && (!row.get(3).isEmpty() || message.format() != 17)) {
        assertThat(fields.height()).as(said).isEqualTo(row.get(3));
      }
      if (message.format() == 17) {
        assertThat(fields.callsign()).as(said).isEqualTo(row.get(4));
        if (!(message.content() instanceof ModeS.Surface)) {
          close(fields.knots(), row.get(7), 1e-9);
          close(fields.degrees(), row.get(8), 1e-9);
        }
        assertThat(fields.climb()).as(said).isEqualTo(row.get(9));
        // rs1090 says nothing where the difference is 0 ft.
        assertThat(fields.above())
            .as(said)
            .isEqualTo(row.get(11).isEmpty() && "0".equals(fields.above()) ? "0" : row.get(11));
      } else if (!row.get(10).isEmpty()) {
        assertThat(fields.squawk()).as(said).isEqualTo(row.get(10));
      }
      long timeUs = new BigDecimal(row.get(0)).movePointRight(6).longValue();
      Place place =
          switch (message.content()) {
            case ModeS.Airborne air -> position.airborne(air.position(), timeUs);
            case ModeS.Surface ground -> position.surface(ground.position(), timeUs);
            default -> null;
          };
      if (place != null && !row.get(5).isEmpty()) {
        places++;
        assertThat(place.latNanodegrees() / 1e9)
            .as(said)
            .isCloseTo(Double.parseDouble(row.get(5)), within(2e-9));
        assertThat(place.lngNanodegrees() / 1e9)
            .as(said)
            .isCloseTo(Double.parseDouble(row.get(6)), within(2e-9));
      } else if (!row.get(5).isEmpty()) {
        early++;
      }
    }
    assertThat(places).isGreaterThan(5_000);
    assertThat(early).isLessThan(3_000);
  }

  private static void close(double found, String expected, double bound) {
    if (expected.isEmpty()) {
      assertThat(found).isNaN();
    } else {
      assertThat(found).isCloseTo(Double.parseDouble(expected), within(bound));
    }
  }

  /** What a message says, as the tables write it. */
  private record Fields(
      String height,
      String callsign,
      double knots,
      double degrees,
      String climb,
      String squawk,
      String above) {
    static Fields of(ModeS.Content content) {
      Fields none = new Fields("", "", Double.NaN, Double.NaN, "", "", "");
      return switch (content) {
        case ModeS.Height(@Nullable Integer feet) ->
            new Fields(text(feet), "", Double.NaN, Double.NaN, "", "", "");
        case ModeS.Airborne air ->
            new Fields(text(air.heightFt()), "", Double.NaN, Double.NaN, "", "", "");
        case ModeS.Identification(String callsign) ->
            new Fields("", callsign, Double.NaN, Double.NaN, "", "", "");
        case ModeS.Squawk(int code) ->
            new Fields("", "", Double.NaN, Double.NaN, "", TargetReport.octal(code), "");
        case ModeS.Velocity v ->
            new Fields(
                "",
                "",
                v.knots(),
                v.trackDegrees(),
                text(v.climbFpm()),
                "",
                text(v.geometricAboveFt()));
        case ModeS.Surface _, ModeS.Other _, TurnReport _ -> none;
      };
    }

    private static String text(@Nullable Integer value) {
      return value == null ? "" : value.toString();
    }
  }

  private static ModeS read(byte[] frame) {
    ModeS.Result result = ModeS.read(frame);
    assertThat(result).isInstanceOf(ModeS.Read.class);
    return ((ModeS.Read) result).message();
  }

  @Test
  void theStreamMayComeInAnyPieces() {
    byte[] all = Samples.bytes("beast_sample.bin");
    BeastStream stream = new BeastStream();
    List<String> pieces = new ArrayList<>();
    for (byte each : all) {
      stream.add(new byte[] {each}).forEach(frame -> pieces.add(hex(frame)));
    }
    assertThat(pieces)
        .isEqualTo(new BeastStream().add(all).stream().map(ModeSSampleTest::hex).toList());
  }

  @Test
  void oneBrokenBitIsSeen() {
    byte[] good = HexFormat.of().parseHex("8d48520a58c38118524b549e1b08");
    for (int bit = 5; bit < 112; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (0x80 >> bit % 8);
      assertThat(ModeS.read(bad))
          .as("bit %d", bit)
          .isEqualTo(new ModeS.Rejected(ModeS.Reject.PARITY));
    }
  }

  /** Every height that Gillham's code has, against counting on in Gray code. */
  @Test
  void gillhamCountsInHundreds() {
    int seen = 0;
    for (int code = 1; code < 1 << 13; code++) {
      boolean gillham = (code & 0x50) == 0;
      Integer feet = AltitudeCode.thirteen(code);
      if (gillham && feet != null) {
        assertThat(feet % 100).isZero();
        assertThat(feet).isBetween(-1_200, 126_700);
        seen++;
      }
    }
    // 256 steps of 500 ft with five of 100 ft each.
    assertThat(seen).isEqualTo(1_280);
    // Neighbours differ in one bit: that is what the code is for.
    List<Integer> byHeight = new ArrayList<>();
    for (int feet = -1_200; feet <= 126_700; feet += 100) {
      byHeight.add(codeOf(feet));
    }
    for (int i = 1; i < byHeight.size(); i++) {
      assertThat(Integer.bitCount(byHeight.get(i) ^ byHeight.get(i - 1))).as("step %d", i).isOne();
    }
  }

  private static int codeOf(int feet) {
    for (int code = 1; code < 1 << 13; code++) {
      Integer found = (code & 0x50) == 0 ? AltitudeCode.thirteen(code) : null;
      if (found != null && found == feet) {
        return code;
      }
    }
    throw new AssertionError("no code for " + feet + " ft");
  }

  /** Encoded by the standard's own formula, any place on the globe comes back. */
  @Test
  void aPairTellsThePlaceAnywhere() {
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          double lat = chance.between(-86_000, 86_000) / 1000.0;
          double lng = chance.between(-180_000, 179_999) / 1000.0;
          CompactPosition position = new CompactPosition();
          Place first = position.airborne(half(lat, lng, false), 0);
          assertThat(first).isNull();
          Place place = position.airborne(half(lat, lng, true), 1_000_000);
          if (place != null) { // null: the two halves lie in zones of different number
            assertThat(place.latNanodegrees() / 1e9).isCloseTo(lat, within(5e-5));
            double off = place.lngNanodegrees() / 1e9 - lng;
            assertThat(Math.abs(Math.IEEEremainder(off, 360)) * Math.cos(Math.toRadians(lat)))
                .isLessThan(5e-5);
          }
        });
  }

  private static CompactPosition.Half half(double lat, double lng, boolean odd) {
    double zoneLat = 360.0 / (odd ? 59 : 60);
    int y = (int) Math.floor((1 << 17) * part(lat / zoneLat) + 0.5);
    double shown = zoneLat * (y / (double) (1 << 17) + Math.floor(lat / zoneLat));
    double zoneLng = 360.0 / Math.max(1, CompactPosition.zones(shown) - (odd ? 1 : 0));
    int x = (int) Math.floor((1 << 17) * part(lng / zoneLng) + 0.5);
    return new CompactPosition.Half(odd, y & 0x1ffff, x & 0x1ffff);
  }

  private static double part(double value) {
    return value - Math.floor(value);
  }

  @Test
  void noBytesThrow() {
    byte[] good = Samples.bytes("beast_sample.bin");
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          byte[] bytes = chance.oneIn(4) ? chance.bytes(4_000) : Arrays.copyOf(good, good.length);
          for (long i = chance.between(0, 200); i > 0; i--) {
            bytes[(int) chance.between(0, bytes.length - 1)] = (byte) chance.between(0, 255);
          }
          BeastStream stream = new BeastStream();
          ModeSReports reports = new ModeSReports();
          long used = 0;
          for (BeastStream.Frame frame : stream.add(bytes)) {
            used += 9 + frame.bytes().length;
            // As if the parity held: what is behind it must stand any bits too.
            byte[] message = frame.bytes().clone();
            if (message.length == 14) {
              message[0] = (byte) (17 << 3);
              int overlay = Parity.overlay(message);
              message[11] ^= (byte) (overlay >> 16);
              message[12] ^= (byte) (overlay >> 8);
              message[13] ^= (byte) overlay;
            }
            if (ModeS.read(message) instanceof ModeS.Read(ModeS read)) {
              assertThat(reports.report(read, frame.timeUs())).isNotNull();
            }
            assertThat(ModeS.read(frame.bytes())).isNotNull();
          }
          assertThat(used + stream.skipped()).isLessThanOrEqualTo(bytes.length);
        });
  }

  private static String hex(BeastStream.Frame frame) {
    return Objects.requireNonNull(HexFormat.of().formatHex(frame.bytes()));
  }
}
