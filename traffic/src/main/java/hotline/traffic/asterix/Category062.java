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

/** System track data (EUROCONTROL-SPEC-0149-9, edition 1.18). */
record Category062() implements Category {
  // Places in the user application profile, from 0.
  private static final int TIME = 3;
  private static final int PLACE = 4;
  private static final int VELOCITY = 6;
  private static final int SQUAWK = 8;
  private static final int CALLSIGN = 9;
  private static final int DERIVED = 10;
  private static final int TRACK_NUMBER = 11;
  private static final int LEVEL = 16;
  private static final int GEOMETRIC = 17;
  private static final int RATE = 19;
  private static final int PLAN = 20;

  // Parts of I062/380, aircraft derived data.
  private static final int ADDRESS = 0;
  private static final int IDENTIFICATION = 1;
  private static final int SELECTED = 5;

  /** Part of I062/390, flight plan data: current cleared flight level. */
  private static final int CLEARED = 9;

  private static final double MPS_STEP = 0.25;
  private static final double KNOTS_PER_MPS = 3600 / 1852.0;

  private static final Compound DERIVED_PARTS =
      Compound.of(
          fixed(3),
          fixed(6),
          fixed(2),
          fixed(2),
          fixed(2),
          fixed(2),
          fixed(2), // ADR … FSS
          extended(1),
          repeated(15),
          fixed(2),
          fixed(2),
          fixed(7),
          fixed(2),
          fixed(2), // TIS … GVR
          fixed(2),
          fixed(2),
          fixed(2),
          fixed(2),
          fixed(1),
          fixed(8),
          fixed(1), // RAN … EMC
          fixed(6),
          fixed(2),
          fixed(1),
          repeated(8),
          fixed(2),
          fixed(2),
          fixed(2)); // POS … BPS

  private static final Compound AGES =
      Compound.of(
          fixed(1), fixed(1), fixed(1), fixed(1), fixed(2), fixed(1), fixed(1), fixed(1), fixed(1),
          fixed(1));

  private static final Compound PLAN_PARTS =
      Compound.of(
          fixed(3),
          fixed(7),
          fixed(4),
          fixed(1),
          fixed(4),
          fixed(1),
          fixed(4), // TAG … DEP
          fixed(4),
          fixed(3),
          fixed(2),
          fixed(2),
          repeated(4),
          fixed(6),
          fixed(1), // DST … STS
          fixed(7),
          fixed(7),
          fixed(2),
          fixed(7)); // STD … PEC

  private static final Compound MODE_5 =
      Compound.of(fixed(1), fixed(4), fixed(6), fixed(2), fixed(2), fixed(1), fixed(1));

  private static final Compound ACCURACIES =
      Compound.of(fixed(4), fixed(2), fixed(4), fixed(1), fixed(1), fixed(2), fixed(2), fixed(1));

  private static final Compound MEASURED =
      Compound.of(fixed(2), fixed(4), fixed(2), fixed(2), fixed(2), fixed(1));

  private static final Compound RECORD =
      Compound.of(
          fixed(2),
          spare(),
          fixed(1),
          fixed(3),
          fixed(8),
          fixed(6),
          fixed(4), // 010 … 185
          fixed(2),
          fixed(2),
          fixed(7),
          DERIVED_PARTS,
          fixed(2),
          extended(1),
          AGES, // 210 … 290
          fixed(1),
          bytes(31),
          fixed(2),
          fixed(2),
          fixed(2),
          fixed(2),
          PLAN_PARTS, // 200 … 390
          extended(1),
          fixed(1),
          MODE_5,
          fixed(2),
          extended(3),
          ACCURACIES,
          MEASURED, // 270 … 340
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

  @Override
  public int timeAt(int[] places) {
    return places[TIME];
  }

  @Override
  public @Nullable TargetReport read(byte[] bytes, int[] places, long timeUs) {
    TargetReport.Builder report = new TargetReport.Builder(timeUs);
    if (places[PLACE] > 0) {
      Place place = Category.place(bytes, places[PLACE], 4, 25);
      if (place == null) {
        return null;
      }
      report.place(place);
    }
    if (places[VELOCITY] > 0) {
      double east = Item.signed(bytes, places[VELOCITY], 2) * MPS_STEP;
      double north = Item.signed(bytes, places[VELOCITY] + 2, 2) * MPS_STEP;
      report.speedKnots(Math.hypot(east, north) * KNOTS_PER_MPS);
      if (east != 0 || north != 0) {
        report.trackDegrees(Math.toDegrees(Math.atan2(east, north)));
      }
    }
    if (places[TRACK_NUMBER] > 0) {
      report.trackNumber((int) Item.unsigned(bytes, places[TRACK_NUMBER], 2));
    }
    readIdentity(bytes, places, report);
    if (places[LEVEL] > 0) {
      report.pressureFt(LEVEL_STEP_FT * (int) Item.signed(bytes, places[LEVEL], 2));
    }
    if (places[GEOMETRIC] > 0) {
      report.geometricFt((int) Math.round(FINE_STEP_FT * Item.signed(bytes, places[GEOMETRIC], 2)));
    }
    if (places[RATE] > 0) {
      report.climbFpm((int) Math.round(FINE_STEP_FT * Item.signed(bytes, places[RATE], 2)));
    }
    if (places[PLAN] > 0) {
      int[] parts = new int[PLAN_PARTS.parts().size()];
      PLAN_PARTS.walk(bytes, places[PLAN], bytes.length, parts);
      if (parts[CLEARED] > 0) {
        report.clearedFt(LEVEL_STEP_FT * (int) Item.signed(bytes, parts[CLEARED], 2));
      }
    }
    return report.build();
  }

  /** Who it is; what the aircraft itself says of its call sign comes before what the plan says. */
  private static void readIdentity(byte[] bytes, int[] places, TargetReport.Builder report) {
    if (places[SQUAWK] > 0) {
      long item = Item.unsigned(bytes, places[SQUAWK], 2);
      boolean garbled = (item & 0x4000) != 0;
      if (!garbled) {
        report.squawk((int) item & 0xfff);
      }
    }
    if (places[CALLSIGN] > 0) {
      report.callsign(SixBit.text(Item.unsigned(bytes, places[CALLSIGN] + 1, 6)));
    }
    if (places[DERIVED] > 0) {
      int[] parts = new int[DERIVED_PARTS.parts().size()];
      DERIVED_PARTS.walk(bytes, places[DERIVED], bytes.length, parts);
      if (parts[ADDRESS] > 0) {
        report.aircraft((int) Item.unsigned(bytes, parts[ADDRESS], 3));
      }
      if (parts[IDENTIFICATION] > 0) {
        report.callsign(SixBit.text(Item.unsigned(bytes, parts[IDENTIFICATION], 6)));
      }
      if (parts[SELECTED] > 0) {
        long item = Item.unsigned(bytes, parts[SELECTED], 2);
        report.clearedFt(LEVEL_STEP_FT * (int) Item.low(item, 13));
      }
    }
  }
}
