package hotline.airspace.typed;

import hotline.airspace.Position;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Positions of the military grid (MGRS) on W84, between 80° S and 84° N: {@code 32T MT 49791
 * 60945}. Lettering by NGA.STND.0037; the poles' own grid is not read. What is typed names a
 * square; the position is its middle, so that with ten digits it is true to 0.71 m, with six to 71
 * m. Fewer than six digits name no position.
 */
public final class TypedGrid {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,2})\\s*([C-HJ-NP-X])\\s*([A-HJ-NP-Z])([A-HJ-NP-V])\\s*([\\d ]{6,12})");
  private static final Pattern LIKE = Pattern.compile("\\d{1,2}\\s*[A-Z]\\s*[A-Z]{2}[\\d ]*");
  private static final String BANDS = "CDEFGHJKLMNPQRSTUVWX";
  private static final String ROWS = "ABCDEFGHJKLMNPQRSTUV";
  private static final String[] COLUMNS = {"STUVWXYZ", "ABCDEFGH", "JKLMNPQR"};
  private static final int SQUARE_M = 100_000;
  private static final int ROUND_M = 2_000_000;
  private static final int SOUTH_M = 10_000_000;
  private static final int DIGITS_MIN = 3;
  private static final int DIGITS_MAX = 5;
  private static final int EVEN_ROWS_FROM = 5;
  private static final double NANO = 1e9;
  private static final double METRES_PER_DEGREE = 110_000;
  private static final String HELP = "Give a grid position such as 32T MT 49791 60945";

  private TypedGrid() {}

  /** Whether a text looks like one, so that what is wrong with it is said in words of the grid. */
  static boolean looksLike(String plain) {
    return LIKE.matcher(plain).matches();
  }

  /** Reads a position. */
  public static Typed<Position> read(String text) {
    String plain = Typed.plain(text);
    Matcher form = FORM.matcher(plain);
    if (!form.matches()) {
      return new Typed.Wrong<>(HELP + ": zone, band, square, and six, eight or ten digits.");
    }
    Optional<int[]> inside = digits(form.group(5).strip());
    if (inside.isEmpty()) {
      return new Typed.Wrong<>(HELP + ": six, eight or ten digits in two equal parts.");
    }
    int zone = Integer.parseInt(form.group(1));
    char band = form.group(2).charAt(0);
    if (zone < 1 || zone > 60 || Zones.width(zone, band) == 0) {
      return new Typed.Wrong<>("There is no zone " + zone + band + " in the grid.");
    }
    int column = COLUMNS[zone % 3].indexOf(form.group(3).charAt(0));
    if (column < 0) {
      return new Typed.Wrong<>("Zone " + zone + " has no column " + form.group(3) + ".");
    }
    int row = ROWS.indexOf(form.group(4).charAt(0)) - (zone % 2 == 0 ? EVEN_ROWS_FROM : 0);
    long east = (column + 1L) * SQUARE_M + inside.get()[0];
    long north = Math.floorMod(row, ROWS.length()) * (long) SQUARE_M + inside.get()[1];
    return place(zone, band, east, north, inside.get()[2]);
  }

  /** Metres east and north within the square, and its size; nothing if the parts differ. */
  private static Optional<int[]> digits(String typed) {
    String[] parts = typed.split(" +", -1);
    String joined = String.join("", parts);
    int half = joined.length() / 2;
    boolean halved = parts.length == 1 || (parts.length == 2 && parts[0].length() == half);
    if (joined.length() % 2 != 0 || half < DIGITS_MIN || half > DIGITS_MAX || !halved) {
      return Optional.empty();
    }
    int size = 1;
    for (int i = half; i < DIGITS_MAX; i++) {
      size *= 10;
    }
    return Optional.of(
        new int[] {
          Integer.parseInt(joined.substring(0, half)) * size,
          Integer.parseInt(joined.substring(half)) * size,
          size
        });
  }

  /** The rows come again every 2,000 km: the band says which time. */
  private static Typed<Position> place(int zone, char band, long east, long north, int size) {
    boolean south = band < 'N';
    double low = Zones.south(band);
    double more = size / METRES_PER_DEGREE;
    for (long from = north; from < SOUTH_M; from += ROUND_M) {
      double middle = from + size / 2.0 - (south ? SOUTH_M : 0);
      double[] at = TransverseMercator.inverse(east + size / 2.0, middle);
      double lat = at[0];
      // The middle of a square that reaches into the band may lie outside of it.
      if (lat >= low - more && lat < low + Zones.height(band) + more) {
        double lng = Zones.middle(zone) + at[1];
        double wider = more / StrictMath.cos(StrictMath.toRadians(lat));
        double west = Zones.west(zone, band);
        if (lng < west - wider || lng > west + Zones.width(zone, band) + wider) {
          return new Typed.Wrong<>("That square lies outside of zone " + zone + band + ".");
        }
        return new Typed.Value<>(
            new Position(Math.round(lat * NANO), wrapped(Math.round(lng * NANO))));
      }
    }
    return new Typed.Wrong<>("That square lies outside of band " + band + ".");
  }

  private static long wrapped(long lng) {
    long half = 180_000_000_000L;
    return lng > half ? lng - 2 * half : lng < -half ? lng + 2 * half : lng;
  }

  /** The square metre that a position lies in; empty beyond 80° S and 84° N. */
  public static Optional<String> write(Position position) {
    double lat = position.latNanodegrees() / NANO;
    double lng = position.lngNanodegrees() / NANO;
    if (lat < -80 || lat > 84) {
      return Optional.empty();
    }
    char band = BANDS.charAt(Math.min(BANDS.length() - 1, (int) Math.floor((lat + 80) / 8)));
    int zone = Zones.of(lng, band);
    double turn = lng - Zones.middle(zone);
    double[] at =
        TransverseMercator.forward(lat, turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn);
    long east = (long) Math.floor(at[0]);
    long north = (long) Math.floor(at[1] + (lat < 0 ? SOUTH_M : 0));
    int row = (int) (north / SQUARE_M + (zone % 2 == 0 ? EVEN_ROWS_FROM : 0)) % ROWS.length();
    return Optional.of(
        "%02d%c %c%c %05d %05d"
            .formatted(
                zone,
                band,
                COLUMNS[zone % 3].charAt((int) (east / SQUARE_M) - 1),
                ROWS.charAt(row),
                east % SQUARE_M,
                north % SQUARE_M));
  }

  /** The zones and bands, with those that differ in Norway and Svalbard. Degrees. */
  private static final class Zones {
    private static final int NORWAY = 'V';
    private static final int SVALBARD = 'X';

    private Zones() {}

    static double middle(int zone) {
      return 6.0 * zone - 183;
    }

    static double south(char band) {
      return 8.0 * BANDS.indexOf(band) - 80;
    }

    static double height(char band) {
      return band == SVALBARD ? 12 : 8;
    }

    static double west(int zone, char band) {
      double plain = 6.0 * zone - 186;
      if (band == NORWAY && zone == 32) {
        return 3;
      }
      return band == SVALBARD && zone >= 33 && zone <= 37 ? plain - 3 : plain;
    }

    /** 0: there is no such zone. */
    static double width(int zone, char band) {
      if (band == NORWAY && (zone == 31 || zone == 32)) {
        return zone == 31 ? 3 : 9;
      }
      if (band == SVALBARD && zone >= 31 && zone <= 37) {
        return zone % 2 == 0 ? 0 : zone == 31 || zone == 37 ? 9 : 12;
      }
      return 6;
    }

    static int of(double lng, char band) {
      int plain = Math.min(60, (int) Math.floor((lng + 180) / 6) + 1);
      for (int zone = Math.max(1, plain - 1); zone <= Math.min(60, plain + 1); zone++) {
        double west = west(zone, band);
        if (lng >= west && lng < west + width(zone, band)) {
          return zone;
        }
      }
      return plain;
    }
  }
}
