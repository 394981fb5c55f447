package hotline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.testkit.FreePort;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * North, which hosts, South and East: three real processes, set up as three people would, each with
 * a way of its own to each other, over mutual TLS. Terms are in force.
 */
final class RealLine implements Closeable {
  static final String HOST = "north";
  static final List<String> PARTIES = List.of(HOST, "south", "east");
  private static final long PATIENCE_NS = TimeUnit.MINUTES.toNanos(2);

  private final Path folder;
  private final Map<String, RealNode> nodes = new LinkedHashMap<>();
  private final Map<String, Way> ways = new LinkedHashMap<>();

  RealLine(Path folder) throws IOException {
    this.folder = folder;
    Map<String, Integer> doors = new LinkedHashMap<>();
    for (String party : PARTIES) {
      doors.put(party, FreePort.next());
    }
    for (String from : PARTIES) {
      int page = FreePort.next();
      nodes.put(from, new RealNode(from, folder.resolve(from), page));
      List<String> words = words("party export --party " + from + " --host " + HOST, from);
      words.addAll(List.of("--listen", "127.0.0.1:" + page, "--out", file(from)));
      words.addAll(List.of("--peer-listen", "127.0.0.1:" + doors.get(from)));
      for (String to : others(from)) {
        Way way = new Way(Optional.ofNullable(doors.get(to)).orElseThrow());
        ways.put(from + " " + to, way);
        words.addAll(List.of("--peer", to + "=" + way.address()));
      }
      hotline(words);
    }
    for (String party : PARTIES) {
      for (String other : others(party)) {
        hotline(words("party add", party), file(other));
      }
    }
    hotline(words("line found", HOST), "Faults", "--out", file("genesis"));
    for (String party : others(HOST)) {
      hotline(words("line join", party), file("genesis"));
    }
    for (RealNode node : nodes.values()) {
      node.start();
    }
    agree();
  }

  private void agree() {
    hotline(words("terms draft --category transit", HOST), "--out", file("terms"));
    until(() -> size(HOST) > 0, "the line is founded");
    hotline(words("terms propose", HOST), file("terms"));
    for (String party : others(HOST)) {
      var api = node(party).life().api();
      until(() -> !api.terms().isEmpty(), "the proposal comes to " + party);
      hotline(words("terms sign", party), api.terms().getFirst().hash());
    }
    for (String party : PARTIES) {
      until(
          () -> node(party).life().api().terms().getFirst().state().equals("IN_FORCE"),
          "terms at " + party);
    }
  }

  static List<String> others(String party) {
    return PARTIES.stream().filter(each -> !each.equals(party)).toList();
  }

  private String file(String name) {
    return folder.resolve(name + ".file").toString();
  }

  private List<String> words(String command, String party) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(List.of("--data", folder.resolve(party).toString()));
    return words;
  }

  private static void hotline(List<String> words, String... more) {
    Cli.Ran _ =
        Cli.done(
            new Cli.Words(words.stream().map(Cli::text).toArray()), new Cli.Words((Object[]) more));
  }

  RealNode node(String party) {
    RealNode node = nodes.get(party);
    if (node == null) {
      throw new IllegalArgumentException(party);
    }
    return node;
  }

  /** The way on which one calls the other. */
  Way way(String from, String to) {
    Way way = ways.get(from + " " + to);
    if (way == null) {
      throw new IllegalArgumentException(from + " " + to);
    }
    return way;
  }

  long size(String party) {
    return node(party).life().api().line().record().size();
  }

  /** Waits for what has to come. */
  static void until(BooleanSupplier holds, String what) {
    long deadlineNs = System.nanoTime() + PATIENCE_NS;
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("never: %s", what).isLessThan(deadlineNs);
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** The last words of each node's log. */
  String logs() {
    StringBuilder all = new StringBuilder();
    for (String party : PARTIES) {
      try {
        List<String> lines = Files.readAllLines(folder.resolve(party + ".log"));
        all.append("\n").append(party).append(": ");
        lines.stream()
            .skip(Math.max(0, lines.size() - 20))
            .forEach(line -> all.append("\n  ").append(line));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return all.toString();
  }

  @Override
  public void close() throws IOException {
    nodes.values().forEach(RealNode::close);
    for (Way way : ways.values()) {
      way.close();
    }
  }
}
