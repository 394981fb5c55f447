package hotline.node.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.node.Listen;
import hotline.node.tls.MachineTls;
import hotline.node.tls.TlsIdentity;
import hotline.testkit.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.ratis.proto.RaftProtos.FollowerInfoProto;
import org.apache.ratis.proto.RaftProtos.RaftPeerProto;
import org.apache.ratis.proto.RaftProtos.RoleInfoProto;
import org.apache.ratis.proto.RaftProtos.ServerRpcProto;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines of one group in one process, over their own TLS. */
class GroupSequencerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long SNAPSHOT_EVERY = 10;

  @TempDir Path folder;

  private final List<GroupSequencer> sequencers = new ArrayList<>();
  private final List<ListMachine> machines = new ArrayList<>();
  private final List<Listen> addresses = new ArrayList<>();

  /** How far the clock is ahead by which machines are held up. */
  private final AtomicLong aheadNs = new AtomicLong();

  @AfterEach
  void stop() throws IOException {
    for (GroupSequencer each : sequencers) {
      each.close();
    }
  }

  private int machine(String name, boolean founds) throws IOException {
    Path data = folder.resolve(name);
    Files.createDirectories(data);
    if (machines.isEmpty()) {
      var _ = TlsIdentity.authority(data, "north", InstantSource.system(), new SecureRandom());
    } else {
      TlsIdentity.copyAuthority(folder.resolve("a"), data);
    }
    Listen at = new Listen("127.0.0.1", FreePort.next());
    Path order = data.resolve("order");
    Member member =
        new Member(
            Member.id(order, name, new SecureRandom()),
            at,
            founds,
            MachineTls.of(data, "north", name, InstantSource.system(), new SecureRandom()));
    ListMachine machine = new ListMachine();
    GroupSequencer sequencer =
        new GroupSequencer(
            order, machine, member, SNAPSHOT_EVERY, () -> System.nanoTime() + aheadNs.get());
    sequencer.start();
    sequencers.add(sequencer);
    machines.add(machine);
    addresses.add(at);
    return machines.size() - 1;
  }

  private GroupAdmin admin() throws IOException {
    return new GroupAdmin(
        addresses.getFirst(),
        MachineTls.admin(folder.resolve("a"), "north", InstantSource.system(), new SecureRandom()));
  }

  private static void until(BooleanSupplier holds) {
    long deadlineNs = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadlineNs);
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static byte[] leaf(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }

  /** Hands it in again until it has a place. */
  private static int place(Sequencer sequencer, int number) {
    for (int i = 0; i < 100; i++) {
      try {
        return ByteBuffer.wrap(sequencer.submit(leaf(number), null).join()).getInt();
      } catch (CompletionException again) {
        LockSupport.parkNanos(50_000_000);
      }
    }
    throw new AssertionError("no place for " + number);
  }

  private int leader(int... among) {
    for (; ; ) {
      for (int each : among) {
        if (sequencers.get(each).isLeading()) {
          return each;
        }
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void everyMachineTakesEntriesAndAnyCanGo() throws IOException {
    int a = machine("a", true);
    assertThat(place(sequencers.get(a), 0)).isEqualTo(0);
    int b = machine("b", false);
    int c = machine("c", false);
    for (int each : new int[] {b, c}) {
      var _ = admin().add(addresses.get(each));
    }
    int next = 1;
    for (int round = 0; round < 20; round++) {
      for (int each : new int[] {a, b, c}) {
        assertThat(place(sequencers.get(each), next)).isEqualTo(next);
        next++;
      }
    }
    int first = leader(a, b, c);
    sequencers.get(first).close();
    int rest = first == a ? b : a;
    int other = first == c ? b : c;
    for (int each : new int[] {rest, other}) {
      int place = place(sequencers.get(each), next);
      // What was on the way when the leader went may stand twice here: places tell entries apart.
      assertThat(place).isGreaterThanOrEqualTo(next);
      next = place + 1;
    }
    int size = next;
    until(() ->
        machines.get(rest).entries().size() >= size
            && machines.get(other).entries().size() >= size);
    assertThat(machines.get(other).entries())
        .containsExactlyElementsOf(machines.get(rest).entries());
    assertThat(machines.get(first).entries())
        .containsExactlyElementsOf(
            machines.get(rest).entries().subList(0, machines.get(first).entries().size()));
  }

  @Test
  void whoIsBehindTheLogIsToldTheRestBeforeItCounts() throws IOException {
    int a = machine("a", true);
    for (int i = 0; i < 5 * SNAPSHOT_EVERY; i++) {
      assertThat(place(sequencers.get(a), i)).isEqualTo(i);
    }
    int b = machine("b", false);
    var _ = admin().add(addresses.get(b));
    assertThat(machines.get(b).hasCaughtUp()).isTrue();
    until(() -> machines.get(b).entries().size() == machines.get(a).entries().size());
    assertThat(machines.get(b).entries()).containsExactlyElementsOf(machines.get(a).entries());
    assertThat(place(sequencers.get(b), 50)).isEqualTo(50);
  }

  /** It caught up by tiles and Ratis was not told, as when it asked for none any more. */
  @Test
  void whoIsHeldUpAfterCatchingUpIsOpenedAgain() throws Exception {
    int a = machine("a", true);
    for (int i = 0; i < 5 * SNAPSHOT_EVERY; i++) {
      assertThat(place(sequencers.get(a), i)).isEqualTo(i);
    }
    int b = machine("b", false);
    var _ = admin().add(addresses.get(b));
    until(() -> machines.get(b).entries().size() == machines.get(a).entries().size());
    GroupMachine before = sequencers.get(b).adapter().orElseThrow();
    TermIndex place =
        before.notifyInstallSnapshotFromLeader(ledBy(a), TermIndex.valueOf(1, 1)).get();
    assertThat(place.getIndex()).isPositive();
    assertThat(before.isStuck()).isFalse();
    aheadNs.set(Duration.ofMinutes(1).toNanos());
    until(() -> sequencers.get(b).adapter().filter(now -> now != before).isPresent());
    assertThat(sequencers.get(b).adapter().orElseThrow().isStuck()).isFalse();
    int at = place(sequencers.get(b), 50);
    assertThat(at).isGreaterThanOrEqualTo(50);
    until(() -> machines.get(b).entries().size() == machines.get(a).entries().size());
    assertThat(machines.get(b).entries()).containsExactlyElementsOf(machines.get(a).entries());
  }

  private RoleInfoProto ledBy(int leader) throws IOException {
    RaftPeerProto peer =
        RaftPeerProto.newBuilder()
            .setId(ByteString.copyFromUtf8(id("a")))
            .setAddress(addresses.get(leader).host() + ":" + addresses.get(leader).port())
            .build();
    return RoleInfoProto.newBuilder()
        .setFollowerInfo(
            FollowerInfoProto.newBuilder().setLeaderInfo(ServerRpcProto.newBuilder().setId(peer)))
        .build();
  }

  @Test
  void aLostMachineIsReplacedInOneStepAndComesBackUnderNoOldName() throws IOException {
    int a = machine("a", true);
    assertThat(place(sequencers.get(a), 0)).isEqualTo(0);
    int b = machine("b", false);
    int c = machine("c", false);
    for (int each : new int[] {b, c}) {
      var _ = admin().add(addresses.get(each));
    }
    String lost = id("b");
    sequencers.get(b).close();
    int d = machine("d", false);
    assertThat(admin().replace(lost, addresses.get(d)).id()).startsWith("d-");
    assertThat(place(sequencers.get(d), 1)).isEqualTo(1);
    assertThat(admin().list()).extracting(GroupAdmin.Machine::id).doesNotContain(lost).hasSize(3);
    admin().remove(id("c"));
    assertThat(admin().list()).hasSize(2);
    assertThatThrownBy(() -> admin().remove(lost)).hasMessageContaining("no machine " + lost);
    assertThat(Member.id(folder.resolve("fresh"), "b", new SecureRandom())).isNotEqualTo(lost);
  }

  @Test
  void machinesComeAndGoWhileEntriesRun() throws Exception {
    int a = machine("a", true);
    int b = machine("b", false);
    int c = machine("c", false);
    int d = machine("d", false);
    Map<Integer, Integer> places = new ConcurrentHashMap<>();
    AtomicBoolean stopped = new AtomicBoolean();
    Thread running =
        Thread.ofPlatform()
            .start(() -> {
              for (int number = 0; !stopped.get(); number++) {
                places.put(number, place(sequencers.get(a), number));
              }
            });
    Runnable goesOn =
        () -> {
          int before = places.size();
          until(() -> places.size() >= before + 10);
        };
    for (int each : new int[] {b, c}) {
      var _ = admin().add(addresses.get(each));
      goesOn.run();
    }
    String lost = id("b");
    sequencers.get(b).close();
    goesOn.run();
    var _ = admin().replace(lost, addresses.get(d));
    goesOn.run();
    admin().remove(id("c"));
    goesOn.run();
    assertThat(admin().list()).extracting(GroupAdmin.Machine::id).containsOnly(id("a"), id("d"));
    // As it runs, whether it has noticed yet that it was taken out or not.
    var _ = admin().add(addresses.get(c));
    goesOn.run();
    stopped.set(true);
    running.join();
    for (int each : new int[] {c, d}) {
      until(() -> machines.get(each).entries().size() == machines.get(a).entries().size());
      assertThat(machines.get(each).entries()).containsExactlyElementsOf(machines.get(a).entries());
    }
    assertThat(machines.get(a).entries())
        .startsWith(machines.get(b).entries().toArray(byte[][]::new));
    places.forEach((number, place) ->
        assertThat(machines.get(a).entries().get(place)).isEqualTo(leaf(number)));
  }

  @Test
  void whoCannotListenSaysSo() throws IOException {
    int a = machine("a", true);
    sequencers.get(a).stop();
    try (ServerSocket _ =
        new ServerSocket(addresses.get(a).port(), 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> sequencers.get(a).start())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("machine-listen");
    }
    sequencers.get(a).start();
    assertThat(place(sequencers.get(a), 0)).isEqualTo(0);
  }

  private String id(String name) throws IOException {
    return Member.id(folder.resolve(name).resolve("order"), name, new SecureRandom());
  }

  @Test
  void aLeaderThatMayNotOrderYetGivesNoPlace() throws IOException {
    int a = machine("a", true);
    until(() -> sequencers.get(a).isLeading());
    sequencers.get(a).stop();
    boolean[] may = new boolean[1];
    var _ =
        sequencers
            .get(a)
            .watch(
                new Sequencer.Watch() {
                  @Override
                  public boolean mayOrder() {
                    return may[0];
                  }

                  @Override
                  public void leading(boolean leads) {}

                  @Override
                  public void ordering() {}
                });
    sequencers.get(a).start();
    until(() -> sequencers.get(a).isLeading());
    assertThatThrownBy(() -> sequencers.get(a).submit(leaf(1), null).join())
        .hasCauseInstanceOf(NotOrdered.class);
    may[0] = true;
    assertThat(place(sequencers.get(a), 1)).isEqualTo(0);
  }
}
