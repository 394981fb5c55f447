package hotline.traffic.watch;

/**
 * The heights and tracks of one aircraft over the last half minute, for the rates at which they
 * change. It is asked at each report of each aircraft, so it walks through nothing: what is old
 * enough is found where it was found before, or a little later.
 *
 * <p>Not thread-safe.
 */
final class Past {
  /** The rate of turn is taken over ten to fifteen seconds, or it is not known. */
  private static final long TURN_US = 10_000_000;

  private static final long TURN_LIMIT_US = 15_000_000;

  /** The mean rate of climb is taken over twenty to thirty. */
  private static final long CLIMB_US = 20_000_000;

  private static final long CLIMB_LIMIT_US = 30_000_000;

  /** Of a faster feed not every report is kept. */
  private static final long APART_US = 250_000;

  /** Room for all of {@link #CLIMB_LIMIT_US}, and a power of two. */
  private static final int ROOM_MAX = 128;

  private static final int ROOM_FIRST = 16;

  /** A ring: what was kept as number n is at n modulo the length, a power of two. */
  private long[] timesUs = new long[ROOM_FIRST];

  private double[] heightsFt = new double[ROOM_FIRST];
  private double[] tracksDegrees = new double[ROOM_FIRST];

  /** Numbers of the first that is kept, and of the next one. */
  private long first;

  private long next;

  /** Numbers of the first that are not old enough yet. */
  private long turning;

  private long climbing;
  private long nowUs = Long.MIN_VALUE;

  /** From now on it is this time, not earlier than before. */
  void at(long timeUs) {
    nowUs = timeUs;
    while (first < next && timeUs - timesUs[slot(first)] > CLIMB_LIMIT_US) {
      first++;
    }
    turning = older(Math.max(turning, first), TURN_US);
    climbing = older(Math.max(climbing, first), CLIMB_US);
  }

  private long older(long from, long leastUs) {
    long number = from;
    while (number < next && nowUs - timesUs[slot(number)] >= leastUs) {
      number++;
    }
    return number;
  }

  /** Degrees a second, clockwise, to this track over ground; 0 where that is not known. */
  double turnedDegrees(double trackDegrees) {
    if (turning == first) {
      return 0;
    }
    int slot = slot(turning - 1);
    long agoUs = nowUs - timesUs[slot];
    if (agoUs > TURN_LIMIT_US) {
      return 0;
    }
    double turned = trackDegrees - tracksDegrees[slot];
    return (Math.abs(turned) <= 180 ? turned : Math.IEEEremainder(turned, 360)) / (agoUs / 1e6);
  }

  /** Feet a minute to this height; NaN where that is not known. */
  double climbedFpm(double heightFt) {
    if (climbing == first) {
      return Double.NaN;
    }
    int slot = slot(climbing - 1);
    return (heightFt - heightsFt[slot]) / ((nowUs - timesUs[slot]) / 60e6);
  }

  /** Keeps what is known now. */
  void add(double heightFt, double trackDegrees) {
    if (first < next && nowUs - timesUs[slot(next - 1)] < APART_US) {
      return;
    }
    if (next - first == timesUs.length) {
      grow();
    }
    int slot = slot(next++);
    timesUs[slot] = nowUs;
    heightsFt[slot] = heightFt;
    tracksDegrees[slot] = trackDegrees;
  }

  private int slot(long number) {
    return (int) number & (timesUs.length - 1);
  }

  private void grow() {
    if (timesUs.length == ROOM_MAX) {
      throw new IllegalStateException("more than half a minute is kept");
    }
    int kept = (int) (next - first);
    long[] times = new long[2 * kept];
    double[] heights = new double[2 * kept];
    double[] tracks = new double[2 * kept];
    for (int i = 0; i < kept; i++) {
      int slot = slot(first + i);
      times[i] = timesUs[slot];
      heights[i] = heightsFt[slot];
      tracks[i] = tracksDegrees[slot];
    }
    timesUs = times;
    heightsFt = heights;
    tracksDegrees = tracks;
    turning -= first;
    climbing -= first;
    next = kept;
    first = 0;
  }
}
