package hotline.traffic.track;

import hotline.traffic.report.Ellipsoid;
import hotline.traffic.report.Place;
import hotline.traffic.report.TargetReport;
import org.jspecify.annotations.Nullable;

/** What is believed of one aircraft while reports come. */
final class Aircraft {
  /** Another feed takes the place over when it is that much newer: feeds are never mixed closer. */
  static final long TAKEOVER_US = 4_000_000;

  static final double FASTEST_MPS = 600;
  static final double SLACK_M = 500;
  static final int FASTEST_CLIMB_FPS = 300;
  static final int SLACK_FT = 300;
  static final int HIGHEST_FT = 60_000;
  static final int LOWEST_FT = -2_000;

  /** So many in a row that agree with each other are believed. */
  private static final int BELIEVED_AFTER = 3;

  /** No degree of latitude or longitude on the ellipsoid is longer. */
  private static final double LONGEST_DEGREE_M = 111_700;

  private static final int MOVING_MILLIKNOTS = 50_000;

  private final String id;
  private final Height pressure = new Height();
  private final Height geometric = new Height();
  private final Said cleared = new Said();
  private final Said speed = new Said();
  private final Said track = new Said();
  private final Said climb = new Said();
  private final Said ground = new Said();
  private @Nullable String callsign;
  private @Nullable String squawk;
  private String source = "";
  private long lastUs = Long.MIN_VALUE;
  private @Nullable Place place;
  private long placeUs;
  private @Nullable Place doubted;
  private long doubtedUs;
  private int doubts;
  private int leftOut;
  private int repeated;

  Aircraft(String id) {
    this.id = id;
  }

  /** A number and when it was said. */
  private static final class Said {
    private @Nullable Integer value;
    private long timeUs = Long.MIN_VALUE;

    void hear(@Nullable Integer said, long atUs) {
      if (said != null && atUs >= timeUs) {
        value = said;
        timeUs = atUs;
      }
    }

    @Nullable Integer at(long nowUs) {
      return value == null || nowUs - timeUs > Tracks.HELD_US ? null : value;
    }
  }

  /** A height that must be one that can be, and be reached. */
  private final class Height {
    private final Said believed = new Said();
    private int doubts;

    void hear(@Nullable Integer feet, long timeUs) {
      if (feet == null || timeUs < believed.timeUs) {
        return;
      }
      Integer before = believed.at(timeUs);
      boolean leap =
          before != null
              && Math.abs((long) feet - before)
                  > SLACK_FT + FASTEST_CLIMB_FPS * (timeUs - believed.timeUs) / 1_000_000;
      if (feet > HIGHEST_FT || feet < LOWEST_FT || (leap && ++doubts < BELIEVED_AFTER)) {
        leftOut = more(leftOut);
        return;
      }
      doubts = 0;
      believed.hear(feet, timeUs);
    }
  }

  void hear(String feed, TargetReport report) {
    long timeUs = report.timeUs();
    boolean newest = timeUs >= lastUs;
    lastUs = Math.max(lastUs, timeUs);
    if (newest || callsign == null) {
      callsign = report.callsign() == null ? callsign : report.callsign();
    }
    if (newest || squawk == null) {
      squawk = report.squawk() == null ? squawk : report.squawk();
    }
    pressure.hear(report.pressureFt(), timeUs);
    geometric.hear(report.geometricFt(), timeUs);
    cleared.hear(report.clearedFt(), timeUs);
    speed.hear(report.speedMilliknots(), timeUs);
    track.hear(report.trackMillidegrees(), timeUs);
    climb.hear(report.climbFpm(), timeUs);
    Boolean onGround = report.onGround();
    if (onGround != null) {
      ground.hear(onGround ? 1 : 0, timeUs);
    }
    if (source.isEmpty()) {
      source = feed;
    }
    if (report.place() != null) {
      hearPlace(feed, report.place(), timeUs);
    }
  }

  private void hearPlace(String feed, Place heard, long timeUs) {
    Place before = place;
    boolean ours = before == null || feed.equals(source);
    if (before != null && (timeUs <= placeUs || (!ours && timeUs - placeUs < TAKEOVER_US))) {
      return;
    }
    if (before != null && before.equals(heard) && isMoving(timeUs)) {
      repeated = more(repeated);
      return;
    }
    if (before != null && !reaches(before, placeUs, heard, timeUs)) {
      leftOut = more(leftOut);
      Place last = doubted;
      boolean agrees = last != null && reaches(last, doubtedUs, heard, timeUs);
      doubts = agrees ? doubts + 1 : 1;
      doubted = heard;
      doubtedUs = timeUs;
      if (doubts < BELIEVED_AFTER) {
        return;
      }
    }
    doubted = null;
    doubts = 0;
    place = heard;
    placeUs = timeUs;
    source = feed;
  }

  private boolean isMoving(long timeUs) {
    Integer known = speed.at(timeUs);
    return known != null && known > MOVING_MILLIKNOTS;
  }

  /** Whether an aircraft can have flown from one place to the other in that time. */
  private static boolean reaches(Place from, long fromUs, Place to, long toUs) {
    double limitM = SLACK_M + FASTEST_MPS * Math.abs(toUs - fromUs) / 1e6;
    long degrees =
        Math.abs(from.latNanodegrees() - to.latNanodegrees())
            + Math.abs(from.lngNanodegrees() - to.lngNanodegrees());
    if (degrees * 1e-9 * LONGEST_DEGREE_M <= limitM) {
      return true;
    }
    double[] one = Ellipsoid.ecef(from.latNanodegrees() * 1e-9, from.lngNanodegrees() * 1e-9);
    double[] other = Ellipsoid.ecef(to.latNanodegrees() * 1e-9, to.lngNanodegrees() * 1e-9);
    double metres = Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]);
    return metres <= limitM;
  }

  private static int more(int count) {
    return count == Integer.MAX_VALUE ? count : count + 1;
  }

  /** When it was heard of for the state that is shown: its place, if it ever had one. */
  long freshUs() {
    return place == null ? lastUs : placeUs;
  }

  Track.State state(long nowUs) {
    long agoUs = nowUs - freshUs();
    return agoUs <= Tracks.HELD_US
        ? Track.State.LIVE
        : agoUs <= Tracks.LOST_US ? Track.State.COASTING : Track.State.LOST;
  }

  Track view(long nowUs) {
    Integer onGround = ground.value;
    return new Track(
        id,
        callsign,
        squawk,
        source,
        state(nowUs),
        lastUs,
        place,
        placeUs,
        pressure.believed.at(nowUs),
        geometric.believed.at(nowUs),
        cleared.at(nowUs),
        speed.at(nowUs),
        track.at(nowUs),
        climb.at(nowUs),
        onGround != null && onGround == 1,
        leftOut,
        repeated);
  }
}
