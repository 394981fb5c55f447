package hotline.simulator.disk;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.Kind;
import hotline.line.body.MessageBody;
import hotline.node.Pace;
import hotline.node.Troubles;
import hotline.node.outbox.Submitter;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.node.peer.PeerEndpoints.Log;
import hotline.node.peer.PeerTransport;
import hotline.node.urgent.UrgentLane;
import hotline.record.merkle.Merkle;
import hotline.record.signature.PublicKey;
import hotline.record.signature.SigningKey;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A STOP is under way while the disk still works at it, however long that takes. */
class UrgentBesideDiskTest {
  private static final long PATIENCE_S = 60;

  private final CountDownLatch sent = new CountDownLatch(1);
  private final AtomicBoolean forces = new AtomicBoolean();
  private final AtomicBoolean sentWhileForcing = new AtomicBoolean();

  /** From now on a force ends when the STOP has gone out, and not before. */
  private final class SlowDisk implements DiskWatch {
    @Override
    public void happened(What what) {}

    @Override
    public void forcing() {
      if (forces.get()) {
        sentWhileForcing.set(await(sent));
      }
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(PATIENCE_S, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The way to South, which takes everything. */
  private final class ToSouth implements PeerTransport {
    @Override
    public Answer post(String party, Call call, byte[] body) {
      sent.countDown();
      return Answer.empty(204);
    }

    @Override
    public Answer file(String party, Log log, String path, int bytesMax) throws IOException {
      throw new IOException("nobody asked");
    }

    @Override
    public void close() {}
  }

  /** A node that has nothing but this lane. */
  private record Around(Troubles troubles, Pace pace) implements UrgentLane.Surroundings {
    @Override
    public Optional<PublicKey> key(Statement statement) {
      return Optional.empty();
    }

    @Override
    public boolean isRevoked(Statement statement) {
      return false;
    }

    @Override
    public void learn(Statement statement) {}

    @Override
    public boolean isRecorded(StatementId id) {
      return false;
    }

    @Override
    public boolean isForUs(MessageBody.Message message) {
      return true;
    }

    @Override
    public void arrived(Statement statement) {}

    @Override
    public void changed() {}
  }

  @Test
  void aStopDoesNotWaitForTheDisk() throws IOException {
    SimDisk disk = new SimDisk("machine", _ -> 0, new SlowDisk());
    SecureRandom random = new SecureRandom();
    Submitter record =
        _ -> {
          throw new IOException("the host is gone");
        };
    try (UrgentLane lane =
        UrgentLane.open(
            disk.files().getPath("/urgent"),
            new UrgentLane.Identity(
                new LineId(Merkle.plain(new byte[] {1})),
                "north",
                "a",
                Mode.LIVE,
                SigningKey.generate(random),
                Set.of("south")),
            new Around(new Troubles(InstantSource.system(), () -> {}), Pace.real()),
            InstantSource.system(),
            random,
            new ToSouth(),
            record)) {
      lane.start();
      forces.set(true);
      UrgentLane.Said said = lane.say(MessageBody.Message.bare(Kind.STOP));
      forces.set(false);
      assertThat(said.kept()).isTrue();
      assertThat(sentWhileForcing).isTrue();
    }
  }
}
