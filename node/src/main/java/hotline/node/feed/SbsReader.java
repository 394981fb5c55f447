package hotline.node.feed;

import hotline.traffic.report.TargetReport;
import hotline.traffic.sbs.SbsLine;
import hotline.traffic.sbs.SbsStream;

/** Lines of the BaseStation format. */
final class SbsReader implements ByteReader {
  private final SbsStream stream = new SbsStream();

  @Override
  public void take(byte[] bytes, int length, Intake into) {
    for (String line : stream.add(bytes, length)) {
      switch (SbsLine.parse(line)) {
        case SbsLine.Message(TargetReport report) -> into.take(report);
        case SbsLine.Rejected(SbsLine.Reject reason) -> into.reject(reason.name(), 1);
      }
    }
  }
}
