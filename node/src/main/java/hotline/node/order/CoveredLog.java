package hotline.node.order;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.server.RaftServerConfigKeys;
import org.apache.ratis.server.RaftServerConfigKeys.Log.CorruptionPolicy;
import org.apache.ratis.server.raftlog.segmented.LogSegment;
import org.apache.ratis.server.raftlog.segmented.LogSegmentPath;
import org.apache.ratis.server.storage.RaftStorage;

/**
 * A log on disk that ends below a snapshot. A machine that caught up by tiles has one until Ratis
 * has taken the snapshot over; where it ends before that, Ratis 3.3.0 drops the parts of the log
 * that are closed and goes on writing where the open one ends, so that nothing fits any more.
 */
final class CoveredLog {
  private CoveredLog() {}

  /**
   * Removes the open part of a log of which every entry lies below the snapshot. Before the log is
   * opened.
   */
  static void drop(RaftStorage storage, long snapshotIndex, RaftProperties properties)
      throws IOException {
    List<LogSegmentPath> parts = LogSegmentPath.getLogSegmentPaths(storage);
    if (parts.isEmpty() || !isOpen(parts.getLast())) {
      return;
    }
    LogSegmentPath open = parts.getLast();
    AtomicLong last = new AtomicLong(snapshotIndex);
    int _ =
        LogSegment.readSegmentFile(
            open.getPath().toFile(),
            open.getStartEnd(),
            RaftServerConfigKeys.Log.Appender.bufferByteLimit(properties),
            CorruptionPolicy.WARN_AND_RETURN,
            null,
            entry -> last.set(entry.getIndex()));
    if (last.get() < snapshotIndex) {
      Files.delete(open.getPath());
      DurableNames.force(open.getPath().resolveSibling(""));
    }
  }

  private static boolean isOpen(LogSegmentPath part) {
    return part.getPath().getFileName().toString().startsWith("log_inprogress_");
  }
}
