package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.line.GroupWriters.Pinned;
import hotline.node.peer.HttpPeerTransport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host of three machines, in processes of their own, while clients go on handing in statements:
 * the one that leads dies, stops for a while or is cut off, the network between them is slow and
 * lossy, and machines come and go.
 */
class HostGroupFaultsTest {
  /** Answers before something goes on. */
  private static final int ANSWERS = 100;

  private enum Fault {
    KILLED,
    CUT_OFF,
    PAUSED,
    BAD_WEATHER,
    HEARS_NOBODY,
    REACHES_NOBODY
  }

  @TempDir Path folder;

  @Test
  void nothingAcknowledgedIsLostOrHasTwoPlaces() throws Exception {
    ChildJava java = new ChildJava(Files.createDirectory(folder.resolve("java")));
    try (HostGroup host = HostGroup.linked(folder, java, List.of("a", "b", "c", "d"));
        HttpPeerTransport way = host.transport()) {
      host.processes().start("a", "b", "c");
      GroupWriters writers = new GroupWriters(host, way);
      writers.start();
      host.add(HostGroup.DESK, "b");
      host.add(HostGroup.DESK, "c");
      for (Fault fault : Fault.values()) {
        writers.more(ANSWERS);
        isMet(host, writers, fault);
      }
      exchange(host, writers);
      writers.stop();
      writers.check(List.of("a", "c", "d"));
      assertThat(host.south().api().line().troubles()).isEmpty();
    }
  }

  /** The machine that leads has it, the others order on, and it comes back. */
  private static void isMet(HostGroup host, GroupWriters writers, Fault fault) throws Exception {
    String leader = host.leader();
    // Kept where it is said, and brought to the record by whoever can.
    String said = host.southSays();
    switch (fault) {
      case KILLED -> host.processes().kill(leader);
      case CUT_OFF -> {
        host.network().cutFrom(leader, true);
        host.network().cutTo(leader, true);
      }
      case PAUSED -> host.processes().pause(leader, true);
      case BAD_WEATHER -> host.network().weather(true);
      case HEARS_NOBODY -> host.network().cutTo(leader, true);
      case REACHES_NOBODY -> host.network().cutFrom(leader, true);
    }
    try (Pinned alone = writers.pinned(leader)) {
      if (fault == Fault.CUT_OFF || fault == Fault.REACHES_NOBODY) {
        // Whether it knows yet that it does not lead any more: what it is handed now has no place.
        assertThat(alone.isTaken()).isFalse();
      }
      writers.more(ANSWERS);
      switch (fault) {
        case KILLED -> host.processes().start(leader);
        case PAUSED -> host.processes().pause(leader, false);
        case BAD_WEATHER -> host.network().weather(false);
        case CUT_OFF, HEARS_NOBODY, REACHES_NOBODY -> {
          host.network().cutFrom(leader, false);
          host.network().cutTo(leader, false);
        }
      }
      long size = writers.size();
      host.until(() -> host.published(leader) >= size, leader + " follows");
      host.until(alone::isTaken, leader + " takes statements");
    }
    host.until(() -> host.isRecorded(said), "what South said is recorded");
  }

  /** One machine dies for good, and another takes its place; one goes, and comes again. */
  private static void exchange(HostGroup host, GroupWriters writers) throws Exception {
    host.processes().kill("b");
    host.processes().start("d");
    host.replace(HostGroup.DESK, "b", "d");
    writers.more(ANSWERS);
    host.remove(HostGroup.DESK, "c");
    writers.more(ANSWERS);
    host.processes().kill("c");
    host.processes().start("c");
    host.add(HostGroup.DESK, "c");
    assertThat(host.list(HostGroup.DESK)).hasSize(3);
    writers.more(ANSWERS);
  }
}
