package hotline.traffic.watch;

import hotline.traffic.report.Ellipsoid;
import hotline.traffic.report.Place;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way that a flight is declared to go: its places and pressure heights in the order of time,
 * between which it goes straight and evenly.
 *
 * <p>It counts for a track as long as the track keeps to it: an aircraft that is late, early or
 * beside its way is taken to stay so; one that is farther off than {@link #OFF_M} or {@link
 * #OFF_FT}, or goes another way, has given up what was declared, and nothing is known of what it
 * means to do.
 */
public final class DeclaredWay {
  /** So early or late an aircraft may be on its way. */
  static final long OFF_US = 60_000_000;

  /** 2.5 NM: the buffer of the default terms. */
  static final double OFF_M = 4_630;

  static final double OFF_FT = 500;

  /** The steps of {@link WayPredictor}, seconds. */
  static final int STEP_S = 5;

  /** Steps to the end of what it looks at, the first included. */
  static final int STEPS = 16;

  /** The most points that a way has. */
  public static final int POINTS_MAX = 20_000;

  private static final long STEP_US = STEP_S * 1_000_000L;

  /** How far its track may point away from the way. */
  private static final double ASIDE = Math.cos(Math.toRadians(45));

  /** A way that asks for more than this part of the speed that is flown is not flown so. */
  private static final double FASTER = 1.3;

  private static final double FASTER_M = 1_000;

  /** An offset in height is flown off within this time: levels are kept exactly. */
  private static final double OFFSET_S = 30;

  private final long[] timesUs;
  private final double[] latDegrees;
  private final double[] lngDegrees;
  private final double[] heightsFt;
  private final double lowestLat;
  private final double highestLat;
  private final boolean own;

  /**
   * A point of it.
   *
   * @param timeUs since 1970 UTC
   * @param heightFt pressure height
   */
  public record Point(long timeUs, Place place, int heightFt) {}

  /**
   * A way.
   *
   * @param points 2 or more, their times rising strictly
   * @param own whether this party itself declared it: what another declares may add an alert, and
   *     never keeps one back
   */
  public DeclaredWay(List<Point> points, boolean own) {
    if (points.size() < 2 || points.size() > POINTS_MAX) {
      throw new IllegalArgumentException(
          "a way has 2 to " + POINTS_MAX + " points, not " + points.size());
    }
    this.own = own;
    timesUs = new long[points.size()];
    latDegrees = new double[points.size()];
    lngDegrees = new double[points.size()];
    heightsFt = new double[points.size()];
    for (int i = 0; i < timesUs.length; i++) {
      Point point = points.get(i);
      if (i > 0 && point.timeUs() <= timesUs[i - 1]) {
        throw new IllegalArgumentException("the times of a way rise strictly");
      }
      timesUs[i] = point.timeUs();
      latDegrees[i] = point.place().latNanodegrees() * 1e-9;
      double lng = point.place().lngNanodegrees() * 1e-9;
      // Over the antimeridian longitudes go on beyond 180°.
      lngDegrees[i] = i == 0 ? lng : lngDegrees[i - 1] + shortWay(lng - lngDegrees[i - 1]);
      heightsFt[i] = point.heightFt();
    }
    lowestLat = Arrays.stream(latDegrees).min().orElseThrow();
    highestLat = Arrays.stream(latDegrees).max().orElseThrow();
  }

  private static double shortWay(double degrees) {
    return Math.IEEEremainder(degrees, 360);
  }

  /**
   * How the aircraft goes on by it from where it is; null if it does not keep to it, or not yet, or
   * its end has passed.
   */
  @Nullable Declared from(Snapshot now, long nowUs) {
    double best = OFF_M;
    long bestUs = Long.MIN_VALUE;
    for (long offUs = -OFF_US; offUs <= OFF_US; offUs += STEP_US) {
      long atUs = nowUs + offUs;
      if (atUs < timesUs[0] || atUs > timesUs[timesUs.length - 1]) {
        continue;
      }
      double[] at = at(atUs);
      double off = Math.hypot(east(now, at[1], now.lngDegrees()), north(now, at[0]));
      // Of two places as near the one that is nearer in time.
      if (off + Math.abs(offUs) * 1e-6 < best) {
        best = off + Math.abs(offUs) * 1e-6;
        bestUs = atUs;
      }
    }
    return bestUs == Long.MIN_VALUE ? null : along(now, bestUs, best);
  }

  /** How far a declared way may lead in the time in which going straight on leads so far. */
  static double reachM(double straightM) {
    return FASTER_M + FASTER * straightM;
  }

  /** Whether an aircraft that is as early or late as it may be can be on it now. */
  public boolean isAt(long nowUs) {
    return nowUs >= timesUs[0] - OFF_US && nowUs <= timesUs[timesUs.length - 1] + OFF_US;
  }

  /** The cheap question first: whether its time and latitudes let this aircraft be on it. */
  boolean mayFly(Snapshot now, long nowUs) {
    double around = OFF_M / Ellipsoid.northPerDegree(now.latDegrees());
    return isAt(nowUs)
        && now.latDegrees() >= lowestLat - around
        && now.latDegrees() <= highestLat + around;
  }

  private @Nullable Declared along(Snapshot now, long atUs, double offM) {
    double[] here = at(atUs);
    if (Math.abs(here[2] - now.heightFt()) > OFF_FT) {
      return null;
    }
    double[] east = new double[STEPS];
    double[] north = new double[STEPS];
    double[] feet = new double[STEPS];
    for (int step = 0; step < STEPS; step++) {
      double[] at = at(atUs + step * STEP_US);
      double left = Math.max(0, 1 - step * STEP_S / OFFSET_S);
      east[step] = east(now, at[1], here[1]);
      north[step] = (at[0] - here[0]) * Ellipsoid.northPerDegree(now.latDegrees());
      feet[step] = at[2] + left * (now.heightFt() - here[2]);
      if (Math.hypot(east[step], north[step]) > reachM(now.speedMps() * step * STEP_S)) {
        return null;
      }
    }
    // On its last leg it is taken to go on where more is looked ahead.
    int last = STEPS - 1;
    if (Math.hypot(east[last] - east[last - 1], north[last] - north[last - 1])
        > FASTER * now.speedMps() * STEP_S) {
      return null;
    }
    double ahead = Math.hypot(east[2], north[2]);
    double along = east[2] * now.eastMps() + north[2] * now.northMps();
    return along < ASIDE * ahead * now.speedMps()
        ? null
        : new Declared(east, north, feet, own, offM);
  }

  /** Metres from where the aircraft is. */
  private static double north(Snapshot now, double lat) {
    return (lat - now.latDegrees()) * Ellipsoid.northPerDegree(now.latDegrees());
  }

  private static double east(Snapshot now, double lng, double from) {
    return shortWay(lng - from) * Ellipsoid.eastPerDegree(now.latDegrees());
  }

  /** Latitude, longitude, height at a time; after the last point it goes on as on its last leg. */
  private double[] at(long timeUs) {
    int low = 0;
    int high = timesUs.length - 2;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (timesUs[middle] <= timeUs) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    double part = (double) (timeUs - timesUs[low]) / (timesUs[low + 1] - timesUs[low]);
    return new double[] {
      latDegrees[low] + part * (latDegrees[low + 1] - latDegrees[low]),
      lngDegrees[low] + part * (lngDegrees[low + 1] - lngDegrees[low]),
      // What it does in height after its end is not declared.
      heightsFt[low] + Math.min(1, part) * (heightsFt[low + 1] - heightsFt[low])
    };
  }
}
