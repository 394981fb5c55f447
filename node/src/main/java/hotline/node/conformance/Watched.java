package hotline.node.conformance;

import hotline.airspace.Position;
import hotline.airspace.conformance.Conformance;
import hotline.airspace.conformance.Fit;
import hotline.airspace.conformance.Sighting;
import hotline.line.body.NoticeState;
import hotline.node.conformance.Matching.Match;
import hotline.node.conformance.Standing.State;
import hotline.node.feed.ConformanceConfig;
import hotline.traffic.report.Place;
import hotline.traffic.track.Track;
import org.jspecify.annotations.Nullable;

/** One own notice while it is watched: what its aircraft does, since when, and what follows. */
final class Watched {
  private static final long MICROS = 1_000_000;
  private static final long TENTHS_OF_MM_PER_FOOT = 3_048;
  private static final long MM_PER_NM = 1_852_000;

  private final ConformanceConfig config;
  private Conformance conformance = new Conformance();
  private long version;
  private String track = "";
  private long placeUs = Long.MIN_VALUE;
  private Conformance.@Nullable Verdict verdict;
  private State state = State.NO_TRACK;
  private long sinceUs;

  Watched(ConformanceConfig config, long nowUs) {
    this.config = config;
    sinceUs = nowUs;
  }

  /** What follows from what is seen. */
  private record Seen(
      State state, @Nullable Long sinceUs, Fit.@Nullable Outside fit, @Nullable Integer leavesInS) {
    static Seen only(State state) {
      return new Seen(state, null, null, null);
    }
  }

  /** Looks at it; later than before. */
  Standing look(OwnNotice notice, Match match, long datumMarginFt, long nowUs) {
    if (version != notice.notice().version() || !isSame(match.track())) {
      version = notice.notice().version();
      track = match.track() == null ? track : match.track().id();
      conformance = new Conformance();
      placeUs = Long.MIN_VALUE;
      verdict = null;
    }
    Seen seen = see(notice, match, datumMarginFt, nowUs);
    boolean active = notice.isFlying();
    boolean judged =
        seen.state == State.INSIDE || seen.state == State.LEAVING || seen.state == State.OUTSIDE;
    State now = judged && !active ? State.NOT_ACTIVE : seen.state;
    if (now != state) {
      // Leaving is inside still: how long it has kept to the notice goes on to count.
      if (!(isInside(now) && isInside(state))) {
        sinceUs = nowUs;
      }
      state = now;
    }
    return new Standing(
        notice.notice(),
        notice.flownBy(),
        match.track(),
        match.by(),
        match.several(),
        now,
        seen.sinceUs == null ? sinceUs : seen.sinceUs,
        seen.fit,
        seen.leavesInS,
        proposal(notice.notice().state(), seen, match, nowUs));
  }

  private static boolean isInside(State state) {
    return state == State.INSIDE || state == State.LEAVING;
  }

  /** A track that is not found for a moment is no other aircraft. */
  private boolean isSame(@Nullable Track found) {
    return found == null || found.id().equals(track);
  }

  private Seen see(OwnNotice notice, Match match, long datumMarginFt, long nowUs) {
    Track seen = match.track();
    if (notice.volumes().isEmpty()) {
      return Seen.only(State.NO_VOLUMES);
    }
    if (seen == null) {
      return Seen.only(match.several() > 0 ? State.SEVERAL_TRACKS : State.NO_TRACK);
    }
    if (seen.state() != Track.State.LIVE || seen.place() == null) {
      return new Seen(
          State.SILENT, seen.place() == null ? seen.lastUs() : seen.placeUs(), null, null);
    }
    if (seen.onGround()) {
      return Seen.only(State.ON_GROUND);
    }
    Conformance.Verdict now = verdict;
    if (now == null || seen.placeUs() > placeUs) {
      placeUs = seen.placeUs();
      now =
          conformance.hear(
              sighting(seen, seen.place()), notice.volumes(), config.tolerance(), datumMarginFt);
      verdict = now;
    }
    return switch (now) {
      case Conformance.Verdict.Inside(Fit fit) ->
          new Seen(State.INSIDE, null, fit instanceof Fit.Outside out ? out : null, null);
      case Conformance.Verdict.Leaving(Fit fit, int inS) ->
          new Seen(
              State.LEAVING,
              null,
              fit instanceof Fit.Outside out ? out : null,
              (int) Math.max(0, inS - (nowUs - placeUs) / MICROS));
      case Conformance.Verdict.Outside(Fit.Outside fit, long since) ->
          new Seen(State.OUTSIDE, since, fit, null);
      case Conformance.Verdict.NoHeight _ -> Seen.only(State.NO_HEIGHT);
    };
  }

  private static Sighting sighting(Track track, Place place) {
    Integer speed = track.speedMilliknots();
    Integer heading = track.trackMillidegrees();
    Integer climb = track.climbFpm();
    Integer geometric = track.geometricFt();
    boolean moves =
        speed != null
            && heading != null
            && speed >= 0
            && speed * MM_PER_NM / 3_600_000 <= Sighting.Motion.SPEED_MAX
            && (climb == null || Math.abs(climb) <= Sighting.Motion.CLIMB_MAX);
    return new Sighting(
        track.placeUs(),
        new Position(place.latNanodegrees(), place.lngNanodegrees()),
        track.pressureFt() == null ? null : (long) track.pressureFt(),
        geometric == null ? null : geometric * TENTHS_OF_MM_PER_FOOT / 10,
        moves && speed != null && heading != null
            ? new Sighting.Motion(speed * MM_PER_NM / 3_600_000, heading, climb == null ? 0 : climb)
            : null);
  }

  /**
   * What an officer should say. What is lost is contingent; what is outside long enough is
   * nonconforming, and contingent if it stays so; what came back is activated.
   */
  private @Nullable NoticeState proposal(NoticeState is, Seen seen, Match match, long nowUs) {
    boolean flying = is == NoticeState.ACTIVATED || is == NoticeState.NONCONFORMING;
    Track flown = match.track();
    if (seen.state == State.SILENT) {
      return flying && flown != null && flown.state() == Track.State.LOST
          ? NoticeState.CONTINGENT
          : null;
    }
    if (seen.state == State.OUTSIDE && seen.sinceUs != null) {
      long longUs = nowUs - seen.sinceUs;
      if (is == NoticeState.ACTIVATED && longUs >= config.afterS() * MICROS) {
        return NoticeState.NONCONFORMING;
      }
      return is == NoticeState.NONCONFORMING && longUs >= config.contingentS() * MICROS
          ? NoticeState.CONTINGENT
          : null;
    }
    boolean back =
        isInside(seen.state)
            && (is == NoticeState.ACCEPTED
                || (is == NoticeState.NONCONFORMING
                    && nowUs - sinceUs >= config.afterS() * MICROS));
    return back ? NoticeState.ACTIVATED : null;
  }
}
