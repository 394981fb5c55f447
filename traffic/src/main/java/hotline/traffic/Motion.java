package hotline.traffic;

import hotline.traffic.report.Ellipsoid;
import java.util.List;

/**
 * A track prepared for measuring: its points below the aircraft as metres in the earth-centred,
 * earth-fixed frame. The doubles stay in here; their rounding is below a micrometre.
 *
 * <p>Not thread-safe: it remembers where it was last asked, because a search walks in the order of
 * time.
 */
final class Motion {
  private static final double NANO = 1e-9;

  private final List<TrackPoint> points;
  private final double[] ecefM;
  private int last;

  Motion(RecordedTrack track) {
    points = track.points();
    ecefM = new double[3 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      TrackPoint point = points.get(i);
      Ellipsoid.put(point.latNanodegrees() * NANO, point.lngNanodegrees() * NANO, ecefM, 3 * i);
    }
  }

  int size() {
    return points.size();
  }

  long timeUs(int index) {
    return points.get(index).timeUs();
  }

  /** The time of the first point after {@code timeUs}; the greatest long when there is none. */
  long nextAfter(long timeUs) {
    int next = seek(timeUs) + 1;
    return next < points.size() ? timeUs(next) : Long.MAX_VALUE;
  }

  /** Puts east-of-Greenwich, east-of-90°, north (m) and height (ft) at {@code timeUs}. */
  void at(long timeUs, double[] into) {
    int index = seek(timeUs);
    TrackPoint from = points.get(index);
    if (from.timeUs() == timeUs) {
      System.arraycopy(ecefM, 3 * index, into, 0, 3);
      into[3] = from.heightFt();
      return;
    }
    TrackPoint to = points.get(index + 1);
    double part = (double) (timeUs - from.timeUs()) / (to.timeUs() - from.timeUs());
    double lat = from.latNanodegrees() + part * (to.latNanodegrees() - from.latNanodegrees());
    double lng = from.lngNanodegrees() + part * RecordedTrack.lngStep(from, to);
    Ellipsoid.put(lat * NANO, lng * NANO, into, 0);
    into[3] = from.heightFt() + part * ((double) to.heightFt() - from.heightFt());
  }

  /** The index of the last point at or before {@code timeUs}, which is within the track. */
  private int seek(long timeUs) {
    if (timeUs(last) > timeUs) {
      last = 0;
    }
    while (last + 1 < points.size() && timeUs(last + 1) <= timeUs) {
      last++;
    }
    return last;
  }
}
