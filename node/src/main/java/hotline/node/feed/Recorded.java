package hotline.node.feed;

import hotline.traffic.report.TargetReport;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A recording that is read piece by piece, in the order of its time. */
interface Recorded extends Closeable {
  /**
   * What was recorded together.
   *
   * @param timeUs when, µs since 1970 UTC
   */
  record Piece(long timeUs, List<TargetReport> reports) {}

  /** The next piece, empty at the end; what cannot be used is counted. */
  Optional<Piece> next(Intake into) throws IOException;
}
