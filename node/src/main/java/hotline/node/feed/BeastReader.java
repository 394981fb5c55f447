package hotline.node.feed;

import hotline.traffic.modes.BeastStream;
import hotline.traffic.modes.ModeS;
import hotline.traffic.modes.ModeSReports;
import java.util.Arrays;

/** Frames of the Beast format. Its counter has no known beginning: a message is of when it came. */
final class BeastReader implements ByteReader {
  private final BeastStream stream = new BeastStream();
  private final ModeSReports reports = new ModeSReports();
  private long skipped;

  @Override
  public void take(byte[] bytes, int length, Intake into) {
    for (BeastStream.Frame frame : stream.add(Arrays.copyOf(bytes, length))) {
      switch (ModeS.read(frame.bytes())) {
        case ModeS.Read(ModeS message) ->
            reports.report(message, into.nowUs()).ifPresent(into::take);
        case ModeS.Rejected(ModeS.Reject reason) -> into.reject(reason.name(), 1);
      }
    }
    if (stream.skipped() > skipped) {
      into.reject("SKIPPED_BYTES", stream.skipped() - skipped);
      skipped = stream.skipped();
    }
  }
}
