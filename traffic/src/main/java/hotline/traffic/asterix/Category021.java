package hotline.traffic.asterix;

import static hotline.traffic.asterix.Category.bytes;
import static hotline.traffic.asterix.Category.explicit;
import static hotline.traffic.asterix.Category.extended;
import static hotline.traffic.asterix.Category.fixed;
import static hotline.traffic.asterix.Category.repeated;
import static hotline.traffic.asterix.Category.spare;

import hotline.traffic.asterix.Layout.Compound;
import hotline.traffic.report.Place;
import hotline.traffic.report.SixBit;
import hotline.traffic.report.TargetReport;
import org.jspecify.annotations.Nullable;

/** ADS-B target reports (EUROCONTROL-SPEC-0149-12, edition 2.6). */
record Category021() implements Category {
  // Places in the user application profile, from 0.
  private static final int DESCRIPTOR = 1;
  private static final int TRACK_NUMBER = 2;
  private static final int PLACE_TIME = 4;
  private static final int PLACE = 5;
  private static final int FINE_PLACE = 6;
  private static final int ADDRESS = 10;
  private static final int PLACE_RECEIVED = 11;
  private static final int GEOMETRIC = 15;
  private static final int SQUAWK = 18;
  private static final int LEVEL = 20;
  private static final int PRESSURE_RATE = 23;
  private static final int GEOMETRIC_RATE = 24;
  private static final int GROUND_VECTOR = 25;
  private static final int SENT = 27;
  private static final int CALLSIGN = 28;
  private static final int SELECTED = 31;
  private static final int FINAL_SELECTED = 32;

  private static final double KNOTS_STEP = 3600.0 / (1 << 14);
  private static final double DEGREES_STEP = 360.0 / (1 << 16);

  /** What a height says that stands for “greater than can be told”. */
  private static final int GREATER = 0x7fff;

  private static final Compound WEATHER = Compound.of(fixed(2), fixed(2), fixed(2), fixed(1));
  private static final Compound INTENT = Compound.of(extended(1), repeated(15));

  private static final Compound RECORD =
      Compound.of(
          fixed(2),
          extended(1),
          fixed(2),
          fixed(1),
          fixed(3),
          fixed(6),
          fixed(8), // 010 … 131
          fixed(3),
          fixed(2),
          fixed(2),
          fixed(3),
          fixed(3),
          fixed(4),
          fixed(3), // 072 … 075
          fixed(4),
          fixed(2),
          extended(1),
          fixed(1),
          fixed(2),
          fixed(2),
          fixed(2), // 076 … 145
          fixed(2),
          fixed(1),
          fixed(2),
          fixed(2),
          fixed(4),
          fixed(2),
          fixed(3), // 152 … 077
          fixed(6),
          fixed(1),
          WEATHER,
          fixed(2),
          fixed(2),
          INTENT,
          fixed(1), // 170 … 016
          fixed(1),
          extended(1),
          fixed(1),
          repeated(8),
          fixed(7),
          fixed(1),
          bytes(23), // 008 … 295
          spare(),
          spare(),
          spare(),
          spare(),
          spare(),
          explicit(),
          explicit()); // RE, SP

  @Override
  public Compound record() {
    return RECORD;
  }

  /** Of the position if it is said, else when it was received, else when it was sent on. */
  @Override
  public int timeAt(int[] places) {
    if (places[PLACE_TIME] > 0) {
      return places[PLACE_TIME];
    }
    return places[PLACE_RECEIVED] > 0 ? places[PLACE_RECEIVED] : places[SENT];
  }

  @Override
  public @Nullable TargetReport read(byte[] bytes, int[] places, long timeUs) {
    TargetReport.Builder report = new TargetReport.Builder(timeUs);
    if (places[FINE_PLACE] > 0 || places[PLACE] > 0) {
      Place place =
          places[FINE_PLACE] > 0
              ? Category.place(bytes, places[FINE_PLACE], 4, 30)
              : Category.place(bytes, places[PLACE], 3, 23);
      if (place == null) {
        return null;
      }
      report.place(place);
    }
    if (places[TRACK_NUMBER] > 0) {
      report.trackNumber((int) Item.unsigned(bytes, places[TRACK_NUMBER], 2) & 0xfff);
    }
    if (places[ADDRESS] > 0) {
      report.aircraft((int) Item.unsigned(bytes, places[ADDRESS], 3));
    }
    if (places[CALLSIGN] > 0) {
      report.callsign(SixBit.text(Item.unsigned(bytes, places[CALLSIGN], 6)));
    }
    if (places[SQUAWK] > 0) {
      report.squawk((int) Item.unsigned(bytes, places[SQUAWK], 2) & 0xfff);
    }
    // The bit for “on the ground” is in the first extension.
    if (places[DESCRIPTOR] > 0 && (bytes[places[DESCRIPTOR]] & 1) != 0) {
      report.onGround((bytes[places[DESCRIPTOR] + 1] & 0x40) != 0);
    }
    readHeights(bytes, places, report);
    if (places[GROUND_VECTOR] > 0) {
      long speed = Item.unsigned(bytes, places[GROUND_VECTOR], 2);
      boolean beyond = (speed & 0x8000) != 0;
      if (!beyond) {
        report.speedKnots((speed & 0x7fff) * KNOTS_STEP);
      }
      report.trackDegrees(Item.unsigned(bytes, places[GROUND_VECTOR] + 2, 2) * DEGREES_STEP);
    }
    return report.build();
  }

  private static void readHeights(byte[] bytes, int[] places, TargetReport.Builder report) {
    if (places[LEVEL] > 0) {
      report.pressureFt(LEVEL_STEP_FT * (int) Item.signed(bytes, places[LEVEL], 2));
    }
    if (places[GEOMETRIC] > 0) {
      long count = Item.signed(bytes, places[GEOMETRIC], 2);
      report.geometricFt(count == GREATER ? null : (int) Math.round(FINE_STEP_FT * count));
    }
    int rate = places[PRESSURE_RATE] > 0 ? places[PRESSURE_RATE] : places[GEOMETRIC_RATE];
    if (rate > 0) {
      long item = Item.unsigned(bytes, rate, 2);
      boolean beyond = (item & 0x8000) != 0;
      report.climbFpm(beyond ? null : (int) Math.round(FINE_STEP_FT * Item.low(item, 15)));
    }
    int selected = places[FINAL_SELECTED] > 0 ? places[FINAL_SELECTED] : places[SELECTED];
    if (selected > 0) {
      long item = Item.unsigned(bytes, selected, 2);
      report.clearedFt(LEVEL_STEP_FT * (int) Item.low(item, 13));
    }
  }
}
