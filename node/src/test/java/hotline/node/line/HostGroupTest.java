package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.HostMachine;
import hotline.node.Machines;
import hotline.node.Node;
import hotline.node.keys.PartyKeys;
import hotline.node.peer.HttpPeerTransport;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.record.statement.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host of three machines, of which the one that leads is a process of its own, and is killed
 * while clients go on handing in statements.
 */
class HostGroupTest {
  private static final int ANSWERS = 20;
  private static final long SNAPSHOT_EVERY = 50;

  @TempDir Path folder;

  @Test
  void theLeaderDiesAndNothingAcknowledgedIsLostOrHasTwoPlaces() throws Exception {
    ChildJava java = new ChildJava(Files.createDirectory(folder.resolve("java")));
    List<String> machines = List.of("a", "b", "c");
    try (HostGroup host = new HostGroup(folder, java, machines);
        HostMachine _ = host.machine("b", SNAPSHOT_EVERY);
        HostMachine _ = host.machine("c", SNAPSHOT_EVERY);
        HttpPeerTransport way = host.transport()) {
      host.processes().start(HostGroup.DESK);
      host.until(() -> host.south().api().line().record().size() > 0, "the line is founded");
      GroupWriters writers = new GroupWriters(host, way);
      writers.start();
      var _ = host.admin(HostGroup.DESK).add(host.network().known("b"));
      var _ = host.admin(HostGroup.DESK).add(host.network().known("c"));
      writers.more(ANSWERS);
      // It was alone at first, and leads.
      host.processes().kill(HostGroup.DESK);
      writers.more(ANSWERS);
      try (Node _ = Machines.desk(host.deskConfig(), SNAPSHOT_EVERY)) {
        writers.more(ANSWERS);
        writers.stop();
        writers.check(machines);
        onlyWhoLeadsKnowsThatThereIsNoSuchKey(host, machines);
        assertThat(host.south().api().line().troubles()).isEmpty();
      }
    }
  }

  /** Any other may not have come as far as the entry that names the key. */
  private void onlyWhoLeadsKnowsThatThereIsNoSuchKey(HostGroup host, List<String> machines)
      throws IOException {
    PartyKeys strange = PartyKeys.open(folder.resolve("strange"), new SecureRandom());
    Statement statement =
        KillableHost.statement(
            strange, host.line(), KillableHost.chain(new SecureRandom()), 0, null);
    List<Integer> answers = new ArrayList<>();
    host.until(
        () -> {
          answers.clear();
          machines.forEach(each -> answers.add(host.answers(each, statement)));
          return answers.stream().sorted().toList().equals(List.of(409, 503, 503));
        },
        "one refusal");
    try (HttpPeerTransport way = host.transport()) {
      assertThat(way.post(HostGroup.NORTH, Call.STATEMENTS, statement.bytes()).status())
          .isEqualTo(409);
    }
  }
}
