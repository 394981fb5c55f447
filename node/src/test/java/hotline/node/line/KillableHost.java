package hotline.node.line;

import hotline.line.Kind;
import hotline.line.body.ChainBody;
import hotline.line.body.TermsBody;
import hotline.node.Node;
import hotline.node.NodeConfig;
import hotline.node.NodeConfigFile;
import hotline.node.NotReached;
import hotline.node.Surroundings;
import hotline.node.keys.PartyKeys;
import hotline.node.peer.PeerEndpoints;
import hotline.node.setup.LineFolder;
import hotline.record.merkle.Merkle;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A host in a process of its own, to be killed: four writers hand in statements as fast as they are
 * answered, and each answer is printed as {@code ACK id}. It never stops by itself.
 */
final class KillableHost {
  private static final int WRITERS = 4;

  private KillableHost() {}

  static NodeConfig config(Path data) {
    return NodeConfigFile.parse("party = 'north'").complete(data);
  }

  static Node start(Path data) throws IOException {
    return Node.start(
        config(data),
        _ -> {
          throw new IllegalStateException("no pages here");
        },
        new Surroundings(InstantSource.system(), new SecureRandom(), _ -> new NotReached(), false));
  }

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    PartyKeys keys = PartyKeys.open(data.resolve("keys"), new SecureRandom());
    LineId line = new LineFolder(data).genesis().orElseThrow().lineId();
    Node node = start(data);
    for (int i = 0; i < WRITERS; i++) {
      Thread.ofPlatform().start(() -> write(node.peers(), keys, line));
    }
  }

  private static void write(PeerEndpoints host, PartyKeys keys, LineId line) {
    SecureRandom random = new SecureRandom();
    Chain chain =
        new Chain(
            "north", "root", new Incarnation(random.nextLong(), random.nextLong()), Lane.ROUTINE);
    StatementId previous = null;
    for (long sequence = 0; ; sequence++) {
      Statement next = statement(keys, line, chain, sequence, previous);
      if (host.post(PeerEndpoints.Call.STATEMENTS, next.bytes()).status() != 200) {
        // The line is not founded yet: the same again.
        sequence--;
        continue;
      }
      previous = next.id();
      synchronized (KillableHost.class) {
        System.out.println("ACK " + next.id());
        System.out.flush();
      }
    }
  }

  /** A BEGIN, then refusals of terms that nobody proposed: recorded, and without effect. */
  private static Statement statement(
      PartyKeys keys, LineId line, Chain chain, long sequence, @Nullable StatementId previous) {
    boolean begins = sequence == 0;
    Header header =
        new Header(
            line,
            chain,
            sequence,
            previous,
            null,
            null,
            Mode.LIVE,
            (begins ? Kind.BEGIN : Kind.TERMS_REFUSE).code(),
            1_000_000 + sequence);
    return Statements.sign(
        keys.root(),
        header,
        begins
            ? new ChainBody.Begin(List.of(), Optional.empty()).content()
            : new TermsBody.Refuse(Merkle.EMPTY_ROOT, "no").content());
  }
}
