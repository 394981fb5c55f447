package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.HostMachine;
import hotline.node.Machines;
import hotline.node.Node;
import hotline.node.order.GroupAdmin;
import hotline.node.peer.HttpPeerTransport;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.record.statement.Chain;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.tiles.TileSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that is behind the log gets both logs by their tiles, from the one that leads. */
class CatchUpTest {
  private static final long SNAPSHOT_EVERY = 40;
  private static final int STATEMENTS = 60;
  private static final Pattern LOG_FILE = Pattern.compile("log_(?:inprogress_)?([0-9]+).*");

  @TempDir Path folder;

  @Test
  void whoJoinsLateOrComesBackLateHasBothLogsByTheirTiles() throws Exception {
    ChildJava unused = new ChildJava(Files.createDirectory(folder.resolve("java")));
    try (HostGroup host = new HostGroup(folder, unused, List.of("a", "b", "c"));
        HttpPeerTransport way = host.transport()) {
      long left;
      try (Node desk = Machines.desk(host.deskConfig(), SNAPSHOT_EVERY)) {
        host.until(() -> host.south().api().line().record().size() > 0, "the line is founded");
        write(host, way);
        host.until(() -> hasSnapshot(host.data(HostGroup.DESK)), "a snapshot");
        try (HostMachine _ = host.machine("b", SNAPSHOT_EVERY)) {
          try (HostMachine _ = host.machine("c", SNAPSHOT_EVERY)) {
            for (String each : List.of("b", "c")) {
              var _ = host.admin(HostGroup.DESK).add(host.network().known(each));
              assertThat(hasSnapshot(host.data(each))).isTrue();
              has(host, each, desk.api().line().record().size());
            }
          }
          left =
              host.list(HostGroup.DESK).stream()
                  .mapToLong(GroupAdmin.Machine::committed)
                  .max()
                  .orElseThrow();
          write(host, way);
        }
      }
      // Another leader's entries are another file; the one before can go when all of it is kept.
      try (Node desk = Machines.desk(host.deskConfig(), SNAPSHOT_EVERY);
          HostMachine _ = host.machine("b", SNAPSHOT_EVERY)) {
        write(host, way);
        for (String each : List.of("a", "b")) {
          host.until(() -> logBegins(host.data(each)) > left, each + " has cut its log");
        }
        try (HostMachine _ = host.machine("c", SNAPSHOT_EVERY)) {
          has(host, "c", desk.api().line().record().size());
        }
      }
    }
  }

  /** A machine has the same history as the desk's, as far as this at least. */
  private static void has(HostGroup host, String machine, long size) {
    host.until(() -> host.published(machine) >= size, machine + " has all");
    for (String log : List.of("record", "outcomes")) {
      host.until(
          () ->
              checkpoint(host.data(machine), log)
                  .equals(checkpoint(host.data(HostGroup.DESK), log)),
          "one history");
    }
  }

  /** The first index that a machine still has in the sequencer's own log. */
  private static long logBegins(Path data) {
    try (Stream<Path> files = Files.walk(data.resolve("order"))) {
      return files
          .map(file -> LOG_FILE.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .mapToLong(name -> Long.parseLong(name.group(1)))
          .min()
          .orElse(0);
    } catch (IOException | UncheckedIOException moving) {
      return 0;
    }
  }

  private static void write(HostGroup host, HttpPeerTransport way) throws IOException {
    Chain chain = KillableHost.chain(new SecureRandom());
    @Nullable StatementId previous = null;
    for (long sequence = 0; sequence < STATEMENTS; sequence++) {
      Statement next =
          KillableHost.statement(host.northKeys(), host.line(), chain, sequence, previous);
      host.until(() -> isTaken(way, next), "a place");
      previous = next.id();
    }
  }

  private static boolean isTaken(HttpPeerTransport way, Statement statement) {
    try {
      return way.post(HostGroup.NORTH, Call.STATEMENTS, statement.bytes()).status() == 200;
    } catch (IOException again) {
      return false;
    }
  }

  private static boolean hasSnapshot(Path data) {
    try (Stream<Path> files = Files.walk(data.resolve("order"))) {
      return files.anyMatch(file -> file.getFileName().toString().matches("snapshot\\.\\d+_\\d+"));
    } catch (IOException gone) {
      return false;
    }
  }

  /** Its text, without who signed it. */
  private static String checkpoint(Path data, String log) {
    try {
      Optional<byte[]> note =
          TileSource.directory(data.resolve(log)).read(TileSource.CHECKPOINT, 100_000);
      String text = new String(note.orElseThrow(), StandardCharsets.UTF_8);
      return text.substring(0, text.indexOf("\n\n"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
