package hotline.cli.demo;

import hotline.traffic.RecordedTrack;
import org.jspecify.annotations.Nullable;

/**
 * A flight of the play and the notice that covers it.
 *
 * @param track as recorded, moved to begin in the future
 * @param entity its notice
 * @param category of its notice
 * @param shift what it was amended by; null if it was not
 */
record Flight(RecordedTrack track, String entity, String category, @Nullable ShiftBy shift) {

  /** One shift: exactly one of the two is not zero. */
  record ShiftBy(long feet, long seconds) {
    @Override
    public String toString() {
      if (feet != 0) {
        return Math.abs(feet) + " ft " + (feet > 0 ? "higher" : "lower");
      }
      return Math.abs(seconds) / 60 + " min " + (seconds > 0 ? "later" : "earlier");
    }
  }

  Flight shifted(ShiftBy by) {
    return new Flight(track, entity, category, by);
  }

  /** The track as the notice now says it will be flown. */
  RecordedTrack asAmended() {
    return shift == null
        ? track
        : track.moved(shift.seconds() * 1_000_000, Math.toIntExact(shift.feet()));
  }
}
