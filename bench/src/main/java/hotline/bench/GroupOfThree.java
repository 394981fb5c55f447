package hotline.bench;

import hotline.line.disclosure.PartyFile;
import hotline.node.Listen;
import hotline.node.Node;
import hotline.node.NodeConfig;
import hotline.node.NodeConfigFile;
import hotline.node.Troubles;
import hotline.node.api.Views;
import hotline.node.keys.PartyKeys;
import hotline.node.order.GroupAdmin;
import hotline.node.peer.HttpPeerTransport;
import hotline.node.setup.LineFolder;
import hotline.node.setup.MachineFolder;
import hotline.node.tls.MachineTls;
import hotline.node.tls.NodeTls;
import hotline.node.tls.TlsIdentity;
import hotline.record.statement.LineId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** North, three machines in processes of their own, and South, which follows in this one. */
final class GroupOfThree implements AutoCloseable {
  /** The machine that has the desk. */
  static final String DESK = "a";

  private static final List<String> MACHINES = List.of(DESK, "b", "c");
  private static final String NORTH = "north";
  private static final String SOUTH = "south";
  private static final InstantSource CLOCK = InstantSource.system();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);

  private final Path folder;
  private final Map<String, Integer> peerPorts = new TreeMap<>();
  private final Map<String, Integer> machinePorts = new TreeMap<>();
  private final Map<String, Process> processes = new TreeMap<>();
  private final Node south;

  GroupOfThree(Path folder) throws IOException {
    this.folder = folder;
    for (String each : MACHINES) {
      peerPorts.put(each, freePort());
      machinePorts.put(each, freePort());
    }
    peerPorts.put(SOUTH, freePort());
    NodeConfig desk = desk().complete(data(DESK));
    NodeConfig follower = follower();
    var _ = new LineFolder(desk.data()).add(export(follower));
    var _ = new LineFolder(follower.data()).add(export(desk));
    byte[] genesis =
        new LineFolder(desk.data()).found("Bench", own(desk), RANDOM).encoded().encode();
    var _ = new LineFolder(follower.data()).join(genesis, own(follower));
    desk().writeIfAbsent(desk.data());
    for (String each : MACHINES.subList(1, MACHINES.size())) {
      MachineFolder.make(
          desk, export(desk), data(each), each, at(peerPorts, each), at(machinePorts, each));
    }
    this.south = Node.start(follower);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Path data(String name) {
    return folder.resolve(name);
  }

  private static String at(Map<String, Integer> ports, String name) {
    return "127.0.0.1:" + Objects.requireNonNull(ports.get(name));
  }

  private NodeConfigFile desk() {
    return NodeConfigFile.parse(
        "party = 'north'\nnode = 'a'\npeer-listen = '"
            + at(peerPorts, DESK)
            + "'\nmachine-listen = '"
            + at(machinePorts, DESK)
            + "'\n[peers]\nsouth = 'https://"
            + at(peerPorts, SOUTH)
            + "'\n");
  }

  private NodeConfig follower() {
    return NodeConfigFile.parse(
            "party = 'south'\nhost = 'north'\npeer-listen = '"
                + at(peerPorts, SOUTH)
                + "'\nfollow = '"
                + String.join(" ", addresses().stream().map(URI::toString).toList())
                + "'\n")
        .complete(data(SOUTH));
  }

  private List<URI> addresses() {
    return MACHINES.stream().map(each -> URI.create("https://" + at(peerPorts, each))).toList();
  }

  private static PartyKeys keys(NodeConfig config) throws IOException {
    Files.createDirectories(config.data());
    return PartyKeys.open(config.data().resolve("keys"), RANDOM);
  }

  private static PartyFile own(NodeConfig config) throws IOException {
    PartyKeys keys = keys(config);
    return LineFolder.own(
        config,
        keys,
        List.of(),
        Optional.of(TlsIdentity.authority(config.data(), config.party(), CLOCK, RANDOM)));
  }

  private static byte[] export(NodeConfig config) throws IOException {
    return LineFolder.export(own(config), keys(config), CLOCK, RANDOM);
  }

  PartyKeys keys() throws IOException {
    return keys(desk().complete(data(DESK)));
  }

  LineId line() throws IOException {
    return new LineFolder(data(DESK)).genesis().orElseThrow().lineId();
  }

  /** The way to all of North's machines, as South's node has it. */
  HttpPeerTransport way() throws IOException {
    return new HttpPeerTransport(
        Map.of(NORTH, addresses()),
        NodeTls.open(follower(), CLOCK, RANDOM, new Troubles(CLOCK, () -> {})));
  }

  void startAll() throws IOException {
    for (String each : MACHINES) {
      start(each);
    }
    await(() -> south.api().line().record().size() > 0);
    for (String each : MACHINES.subList(1, MACHINES.size())) {
      var _ = admin(DESK).add(new Listen("127.0.0.1", machinePort(each)));
    }
  }

  private int machinePort(String name) {
    return Objects.requireNonNull(machinePorts.get(name));
  }

  /** Starts a machine, or starts it again, and waits until it answers. */
  void start(String name) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path", ""),
                FailOver.Machine.class.getName(),
                data(name).toString())
            .redirectError(folder.resolve(name + ".log").toFile())
            .start();
    processes.put(name, process);
    String said = process.inputReader(StandardCharsets.US_ASCII).readLine();
    if (!"READY".equals(said)) {
      throw new IOException("machine " + name + " did not start; see " + folder);
    }
  }

  void kill(String name) {
    Objects.requireNonNull(processes.remove(name)).destroyForcibly().onExit().join();
  }

  private GroupAdmin admin(String name) throws IOException {
    return new GroupAdmin(
        new Listen("127.0.0.1", machinePort(name)),
        MachineTls.admin(data(DESK), NORTH, CLOCK, RANDOM));
  }

  /** The machine that leads; waits until all three have caught up with it. */
  String leader() throws IOException {
    for (long endNs = System.nanoTime() + PATIENCE_NS; System.nanoTime() < endNs; ) {
      List<GroupAdmin.Machine> all = admin(DESK).list();
      GroupAdmin.@Nullable Machine leader = null;
      long least = Long.MAX_VALUE;
      long most = 0;
      for (GroupAdmin.Machine each : all) {
        leader = each.leads() ? each : leader;
        least = Math.min(least, each.committed());
        most = Math.max(most, each.committed());
      }
      if (leader != null && most - least < 1_000) {
        return leader.id().substring(0, 1);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    throw new IOException("nobody leads; see " + folder);
  }

  private interface Holds {
    boolean now();
  }

  private static void await(Holds holds) throws IOException {
    long endNs = System.nanoTime() + PATIENCE_NS;
    while (!holds.now()) {
      if (System.nanoTime() > endNs) {
        throw new IOException("not in time");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** How many of these the follower never gets. */
  int missing(Collection<String> ids) {
    Set<String> missing = new HashSet<>(ids);
    long seen = 0;
    for (long endNs = System.nanoTime() + PATIENCE_NS;
        !missing.isEmpty() && System.nanoTime() < endNs; ) {
      List<Views.Entry> page = south.api().entries(seen, 1_000);
      page.forEach(entry -> missing.remove(entry.id()));
      seen += page.size();
      if (page.isEmpty()) {
        LockSupport.parkNanos(1_000_000);
      }
    }
    return missing.size();
  }

  @Override
  public void close() throws IOException {
    processes.values().forEach(each -> each.destroyForcibly().onExit().join());
    south.close();
  }
}
