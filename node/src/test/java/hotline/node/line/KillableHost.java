package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.Kind;
import hotline.line.body.ChainBody;
import hotline.line.body.TermsBody;
import hotline.node.Node;
import hotline.node.NodeConfig;
import hotline.node.NodeConfigFile;
import hotline.node.NotReached;
import hotline.node.Pageless;
import hotline.node.Surroundings;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Views;
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
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A host in a process of its own, to be killed: four writers hand in statements as fast as they are
 * answered, somebody says STOP, and each answer is printed as {@code ACK id}. It stops by itself
 * only when nobody reads that any more, or after as many answers as it is told.
 */
final class KillableHost {
  private static final int WRITERS = 4;
  private static final int STOPS = 3;

  /** As long as a reason may be: the sequencer's log grows quickly. */
  private static final String WHY = "no".repeat(250);

  private static final Requests.Message STOP =
      new Requests.Message("STOP", List.of(), null, null, null, null, null, List.of(), null);

  /** Guarded by the class. */
  private static long answersLeft = Long.MAX_VALUE;

  private KillableHost() {}

  /** The data folder of a host of a line on which all is agreed; not running. */
  static Path prepare(Path folder) throws IOException {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      return line.data(TwoNodes.NORTH).toRealPath();
    }
  }

  static NodeConfig config(Path data) {
    return NodeConfigFile.parse("party = 'north'").complete(data);
  }

  static Node start(Path data) throws IOException {
    return Pageless.start(
        config(data),
        new Surroundings(InstantSource.system(), new SecureRandom(), _ -> new NotReached(), false));
  }

  /**
   * Starts a host on what earlier ones left, and checks that it has what they acknowledged: in the
   * record, once and in order (the statements of a writer link to each other; out of order they are
   * refused admission), or, of what was said here, kept until it can be recorded.
   */
  static void check(Path data, Collection<String> acknowledged) throws IOException {
    try (Node node = start(data)) {
      List<String> recorded = recorded(node);
      Set<String> missing = new LinkedHashSet<>(acknowledged);
      recorded.forEach(missing::remove);
      missing.removeIf(id -> node.api().message(id).isPresent());
      assertThat(missing).as("acknowledged, and not there").isEmpty();
      assertThat(recorded).doesNotHaveDuplicates();
    }
  }

  /** The ids of all entries that a node has, in order. */
  static List<String> recorded(Node node) {
    List<String> ids = new ArrayList<>();
    for (List<Views.Entry> page = node.api().entries(0, 1000);
        !page.isEmpty();
        page = node.api().entries(ids.size(), 1000)) {
      page.forEach(each -> ids.add(each.id()));
    }
    return ids;
  }

  /** Reads what a host process acknowledges, and kills it after so many; all that it printed. */
  static List<String> acknowledged(Process process, int answers) throws IOException {
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
      String text = out.readLine();
      while (text != null) {
        if (text.matches("ACK [0-9a-f]{64}")) {
          acknowledged.add(text.substring(4));
          if (acknowledged.size() == answers) {
            // What it still had printed counts as well.
            boolean _ = process.toHandle().destroyForcibly();
          }
        }
        text = out.readLine();
      }
    } finally {
      process.destroyForcibly();
      process.onExit().join();
    }
    return acknowledged;
  }

  /** The data folder; then, for a host that ends by itself, after how many answers. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    if (arguments.length > 1) {
      answersLeft = Long.parseLong(arguments[1]);
    }
    PartyKeys keys = PartyKeys.open(data.resolve("keys"), new SecureRandom());
    LineId line = new LineFolder(data).genesis().orElseThrow().lineId();
    Node node = start(data);
    for (int i = 0; i < WRITERS; i++) {
      Thread.ofPlatform().start(() -> write(node.peers(), keys, line));
    }
    for (int i = 0; i < STOPS; i++) {
      Said said = node.api().send(STOP);
      if (said.done()) {
        acknowledge(Objects.requireNonNull(said.id()));
      }
    }
  }

  private static void write(PeerEndpoints host, PartyKeys keys, LineId line) {
    Chain chain = chain(new SecureRandom());
    StatementId previous = null;
    for (long sequence = 0; ; sequence++) {
      Statement next = statement(keys, line, chain, sequence, previous);
      if (host.post(PeerEndpoints.Call.STATEMENTS, next.bytes()).status() != 200) {
        // The line is not founded yet: the same again.
        sequence--;
        continue;
      }
      previous = next.id();
      acknowledge(next.id().toString());
    }
  }

  private static synchronized void acknowledge(String id) {
    System.out.println("ACK " + id);
    // A host whose test is gone must not go on alone.
    if (System.out.checkError() || --answersLeft <= 0) {
      System.exit(0);
    }
  }

  /** A new chain of North's root. */
  static Chain chain(SecureRandom random) {
    return new Chain(
        "north", "root", new Incarnation(random.nextLong(), random.nextLong()), Lane.ROUTINE);
  }

  /** A BEGIN, then refusals of terms that nobody proposed: recorded, and without effect. */
  static Statement statement(
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
            : new TermsBody.Refuse(Merkle.EMPTY_ROOT, WHY).content());
  }
}
