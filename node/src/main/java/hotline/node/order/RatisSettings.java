package hotline.node.order;

import hotline.node.Listen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.ratis.client.RaftClientConfigKeys;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.server.RaftServerConfigKeys;
import org.apache.ratis.util.SizeInBytes;
import org.apache.ratis.util.TimeDuration;

/** The settings of Ratis, each with the accident it prevents. */
final class RatisSettings {
  /** Entries that may be under way at once; one more is refused. */
  static final int UNDER_WAY_MAX = 4_096;

  private static final int PENDING_MAX = 2 * UNDER_WAY_MAX;
  private static final Duration FIRST_ELECTION_MIN = Duration.ofMillis(50);
  private static final Duration FIRST_ELECTION_MAX = Duration.ofMillis(100);
  private static final Duration ELECTION_MIN = Duration.ofSeconds(2);
  private static final Duration ELECTION_MAX = Duration.ofSeconds(4);

  /** How long a leader may be silent before another machine of the group stands for election. */
  private static final Duration LEADER_SILENT_MIN = Duration.ofMillis(700);

  private static final Duration LEADER_SILENT_MAX = Duration.ofMillis(1_400);

  /** How long a machine that does not lead waits for one that may, before it asks the next. */
  private static final Duration FORWARD_WITHIN = Duration.ofMillis(1_500);

  private RatisSettings() {}

  /** For a machine alone. */
  static RaftProperties of(Path folder, long snapshotEvery) {
    RaftProperties properties = common(folder, snapshotEvery, new Listen("127.0.0.1", 0));
    elections(properties);
    return properties;
  }

  /** For one machine of several. */
  static RaftProperties group(Path folder, long snapshotEvery, Listen listen) {
    RaftProperties properties = common(folder, snapshotEvery, listen);
    RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMin(properties, time(FIRST_ELECTION_MIN));
    RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMax(properties, time(FIRST_ELECTION_MAX));
    RaftServerConfigKeys.Rpc.setTimeoutMin(properties, time(LEADER_SILENT_MIN));
    RaftServerConfigKeys.Rpc.setTimeoutMax(properties, time(LEADER_SILENT_MAX));
    RaftServerConfigKeys.Rpc.setRequestTimeout(properties, time(LEADER_SILENT_MAX));
    // Entries that come again before they are synced are confirmed at once. With one batch under
    // way
    // to each machine they come again only where an answer was lost.
    GrpcConfigKeys.Server.setLeaderOutstandingAppendsMax(properties, 1);
    // A machine that is behind the log fetches tiles and checks them; it is not handed files.
    RaftServerConfigKeys.Log.Appender.setInstallSnapshotEnabled(properties, false);
    client(properties, FORWARD_WITHIN);
    return properties;
  }

  /** For whoever asks a group, with this time for each try. */
  static RaftProperties client(RaftProperties properties, Duration within) {
    RaftClientConfigKeys.Rpc.setRequestTimeout(properties, time(within));
    return properties;
  }

  private static RaftProperties common(Path folder, long snapshotEvery, Listen listen) {
    RaftProperties properties = new RaftProperties();
    RaftServerConfigKeys.setStorageDir(properties, List.of(folder.toFile()));
    GrpcConfigKeys.Server.setHost(properties, listen.host());
    GrpcConfigKeys.Server.setPort(properties, listen.port());
    durability(properties);
    bounds(properties);
    snapshots(properties, snapshotEvery);
    return properties;
  }

  /**
   * An answer comes after the sync. {@code force.sync.num} stays at its default: the log syncs when
   * its queue is empty or that many entries wait, so one sync serves all who submit together.
   */
  private static void durability(RaftProperties properties) {
    RaftServerConfigKeys.Log.setUseMemory(properties, false);
    RaftServerConfigKeys.Log.setUnsafeFlushEnabled(properties, false);
    RaftServerConfigKeys.Log.setAsyncFlushEnabled(properties, false);
    // Without it the commit index is not kept, and a restart applies later than it could.
    RaftServerConfigKeys.Log.setLogMetadataEnabled(properties, true);
    // What a machine confirms must be on its disk. Ratis 3.3.0 composes what is being written with
    // what comes next by where both begin: of a batch that is sent again with more it confirms the
    // rest, and never writes it.
    RaftServerConfigKeys.Log.setAppendEntriesComposeEnabled(properties, false);
    // A power cut leaves half an entry with the preallocated zeros behind it, which must not keep
    // the node down. That nothing promised went with it is checked against the published record.
    RaftServerConfigKeys.Log.setCorruptionPolicy(
        properties, RaftServerConfigKeys.Log.CorruptionPolicy.WARN_AND_RETURN);
  }

  /** Alone, there is nobody to wait for before the first election; a pause is no reason for one. */
  private static void elections(RaftProperties properties) {
    RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMin(properties, time(FIRST_ELECTION_MIN));
    RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMax(properties, time(FIRST_ELECTION_MAX));
    RaftServerConfigKeys.Rpc.setTimeoutMin(properties, time(ELECTION_MIN));
    RaftServerConfigKeys.Rpc.setTimeoutMax(properties, time(ELECTION_MAX));
  }

  private static void bounds(RaftProperties properties) {
    RaftServerConfigKeys.Write.setElementLimit(properties, PENDING_MAX);
    RaftServerConfigKeys.Log.setQueueElementLimit(properties, PENDING_MAX);
    RaftServerConfigKeys.Log.setSegmentSizeMax(properties, SizeInBytes.valueOf("16MB"));
    RaftServerConfigKeys.Log.setPreallocatedSize(properties, SizeInBytes.valueOf("1MB"));
    // Nobody asks again under the same call number: entries are told apart by their own ids.
    RaftServerConfigKeys.RetryCache.setExpiryTime(properties, time(Duration.ofSeconds(1)));
  }

  /** The log is purged below a snapshot only, and a snapshot never lies above synced tiles. */
  private static void snapshots(RaftProperties properties, long every) {
    RaftServerConfigKeys.Snapshot.setAutoTriggerEnabled(properties, true);
    RaftServerConfigKeys.Snapshot.setAutoTriggerThreshold(properties, every);
    RaftServerConfigKeys.Snapshot.setRetentionFileNum(properties, 2);
    RaftServerConfigKeys.Log.setPurgeUptoSnapshotIndex(properties, true);
    RaftServerConfigKeys.Log.setPurgeGap(properties, (int) Math.min(every, Integer.MAX_VALUE));
  }

  static TimeDuration time(Duration duration) {
    return TimeDuration.valueOf(duration.toMillis(), TimeUnit.MILLISECONDS);
  }
}
