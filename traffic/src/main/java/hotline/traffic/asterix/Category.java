package hotline.traffic.asterix;

import hotline.traffic.asterix.Layout.Compound;
import hotline.traffic.asterix.Layout.Explicit;
import hotline.traffic.asterix.Layout.Extended;
import hotline.traffic.asterix.Layout.Fixed;
import hotline.traffic.asterix.Layout.Repeated;
import hotline.traffic.asterix.Layout.Spare;
import hotline.traffic.report.Place;
import hotline.traffic.report.TargetReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a category's records look like, and what is read of them. */
sealed interface Category permits Category021, Category062 {
  /** A bit of 1/128 s, in µs: 7,812.5. */
  double TIME_STEP_US = 1e6 / 128;

  /** Feet in a bit of a flight level: 1/4 FL. */
  int LEVEL_STEP_FT = 25;

  /** Feet (a minute) in a bit of heights and rates of 6.25. */
  double FINE_STEP_FT = 6.25;

  /** Its items in the order of the user application profile. */
  Compound record();

  /** The item of the time of day; 0 if the record has none. */
  int timeAt(int[] places);

  /** Reads a record whose items begin at {@code places}; null if a value is impossible. */
  @Nullable TargetReport read(byte[] bytes, int[] places, long timeUs);

  static Fixed fixed(int length) {
    return new Fixed(length);
  }

  static Extended extended(int length) {
    return new Extended(length);
  }

  static Repeated repeated(int length) {
    return new Repeated(length);
  }

  static Explicit explicit() {
    return new Explicit();
  }

  static Spare spare() {
    return new Spare();
  }

  /** So many parts of one byte each. */
  static Compound bytes(int count) {
    List<Layout> parts = new ArrayList<>(Collections.nCopies(count, new Fixed(1)));
    return new Compound(parts);
  }

  /** A latitude and a longitude of so many bytes each; null if they are off the globe. */
  static @Nullable Place place(byte[] bytes, int at, int length, int bits) {
    long lat = Item.nanodegrees(Item.signed(bytes, at, length), bits);
    long lng = Item.nanodegrees(Item.signed(bytes, at + length, length), bits);
    return Place.onTheGlobe(lat, lng) ? new Place(lat, lng) : null;
  }
}
