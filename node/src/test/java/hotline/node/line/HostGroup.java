package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.disclosure.PartyFile;
import hotline.node.HostMachine;
import hotline.node.Listen;
import hotline.node.Machines;
import hotline.node.Node;
import hotline.node.NodeConfig;
import hotline.node.NodeConfigFile;
import hotline.node.TlsConfig;
import hotline.node.Troubles;
import hotline.node.Waiting;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.feed.TrafficConfig;
import hotline.node.keys.PartyKeys;
import hotline.node.order.GroupAdmin;
import hotline.node.peer.HttpPeerTransport;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.node.peer.PeerEndpoints.Log;
import hotline.node.setup.LineFolder;
import hotline.node.setup.MachineFolder;
import hotline.node.tls.MachineTls;
import hotline.node.tls.NodeTls;
import hotline.node.tls.TlsIdentity;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.testkit.Chance;
import hotline.testkit.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * North, a host of several machines, each a process of its own, and South, which follows it in this
 * one; all over mutual TLS.
 */
final class HostGroup implements AutoCloseable {
  static final String NORTH = "north";
  static final String SOUTH = "south";

  /** The machine with the desk. */
  static final String DESK = "a";

  private static final InstantSource CLOCK = InstantSource.system();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PACE_NS = 50_000_000;

  private final Path folder;

  /** Where a machine's peers come in, and South's. */
  private final Map<String, Integer> peerPorts = new TreeMap<>();

  private final GroupNetwork network;
  private final HostProcesses processes;

  private final Node south;

  /** The same, with links between the machines, which then have to be processes. */
  static HostGroup linked(Path folder, ChildJava java, List<String> machines) throws IOException {
    return new HostGroup(folder, java, machines, true);
  }

  /** With machines of these names, the desk among them; none of them is started. */
  HostGroup(Path folder, ChildJava java, List<String> machines) throws IOException {
    this(folder, java, machines, false);
  }

  private HostGroup(Path folder, ChildJava java, List<String> machines, boolean linked)
      throws IOException {
    this.folder = folder;
    this.processes = new HostProcesses(folder, java);
    this.network = new GroupNetwork(folder, machines, linked, Chance.of(Long.getLong("seed", 1)));
    for (String each : machines) {
      peerPorts.put(each, FreePort.next());
    }
    peerPorts.put(SOUTH, FreePort.next());
    LineFolder north = new LineFolder(data(DESK));
    LineFolder other = new LineFolder(data(SOUTH));
    var _ = north.add(export(southConfig()));
    var _ = other.add(export(deskConfig()));
    var _ =
        other.join(
            north.found("Group", own(deskConfig()), RANDOM).encoded().encode(), own(southConfig()));
    deskSettings(text(network.known(DESK))).writeIfAbsent(data(DESK));
    for (String each : machines) {
      if (!each.equals(DESK)) {
        MachineFolder.make(
            deskConfig(),
            export(deskConfig()),
            data(each),
            each,
            "127.0.0.1:" + peerPorts.get(each),
            text(network.known(each)));
      }
    }
    this.south = Node.start(southConfig());
    if (linked) {
      // The desk's machine was alone at first, as every host is.
      try (Node alone = Node.start(deskSettings(null).complete(data(DESK)))) {
        Agreeing.agree(alone, own(deskConfig()), south, own(southConfig()));
      }
    }
  }

  /** The data folder of a machine, or of South. */
  Path data(String name) {
    return folder.resolve(name);
  }

  /** South's people say something urgent; its id. */
  String southSays() {
    Said said =
        south
            .api()
            .send(
                new Requests.Message(
                    "STOP", List.of(), null, null, null, null, null, List.of(), null));
    assertThat(said.done()).as(said.toString()).isTrue();
    return Objects.requireNonNull(said.id());
  }

  /** Whether South's copy of the record has it. */
  boolean isRecorded(String id) {
    return KillableHost.recorded(south).contains(id);
  }

  /** The node that follows. */
  Node south() {
    return south;
  }

  private URI peers(String name) {
    return URI.create("https://127.0.0.1:" + Objects.requireNonNull(peerPorts.get(name)));
  }

  private static String text(Listen address) {
    return address.host() + ":" + address.port();
  }

  /** A machine without a desk, in this process. */
  HostMachine machine(String name, long snapshotEvery) throws IOException {
    return Machines.machine(NodeConfigFile.in(data(name)).complete(data(name)), snapshotEvery);
  }

  /** The machines that run as processes. */
  HostProcesses processes() {
    return processes;
  }

  /** What is between the machines. */
  GroupNetwork network() {
    return network;
  }

  private NodeConfigFile deskSettings(@Nullable String machineListen) {
    return new NodeConfigFile(
        NORTH,
        DESK,
        null,
        NORTH,
        null,
        Map.of(SOUTH, peers(SOUTH).toString()),
        null,
        null,
        null,
        null,
        "127.0.0.1:" + peerPorts.get(DESK),
        null,
        null,
        null,
        null,
        null,
        machineListen,
        null,
        null);
  }

  /** The settings of the machine with the desk. */
  NodeConfig deskConfig() {
    return deskSettings(text(network.known(DESK))).complete(data(DESK));
  }

  NodeConfig southConfig() {
    return new NodeConfig(
        data(SOUTH),
        SOUTH,
        "a",
        "127.0.0.1",
        0,
        NORTH,
        Map.of(NORTH, northAddresses()),
        List.of("duty"),
        "duty officer",
        Mode.LIVE,
        new TlsConfig(
            false,
            new Listen("127.0.0.1", Objects.requireNonNull(peerPorts.get(SOUTH))),
            List.of()),
        List.of(),
        TrafficConfig.NONE);
  }

  private List<URI> northAddresses() {
    return peerPorts.keySet().stream()
        .filter(each -> !each.equals(SOUTH))
        .map(this::peers)
        .toList();
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

  PartyKeys northKeys() throws IOException {
    return keys(deskConfig());
  }

  LineId line() throws IOException {
    return new LineFolder(data(DESK)).genesis().orElseThrow().lineId();
  }

  /** The way to all machines of North, as South's node goes it. */
  HttpPeerTransport transport() throws IOException {
    return transport(northAddresses());
  }

  /** The way to one machine of North alone. */
  HttpPeerTransport transport(String name) throws IOException {
    return transport(List.of(peers(name)));
  }

  private HttpPeerTransport transport(List<URI> addresses) throws IOException {
    return new HttpPeerTransport(
        Map.of(NORTH, addresses),
        NodeTls.open(southConfig(), CLOCK, RANDOM, new Troubles(CLOCK, () -> {})));
  }

  /** Adds a machine that runs; asked for at the machine {@code at}. */
  void add(String at, String machine) throws IOException, InterruptedException {
    assertThat(processes.change(at, "add " + text(network.known(machine))))
        .startsWith(machine + "-");
  }

  /** Takes a machine out of the group. */
  void remove(String at, String machine) throws IOException, InterruptedException {
    var _ = processes.change(at, "remove " + id(at, machine));
  }

  /** Puts one machine in the place of another. */
  void replace(String at, String lost, String machine) throws IOException, InterruptedException {
    var _ = processes.change(at, "replace " + id(at, lost) + " " + text(network.known(machine)));
  }

  private String id(String at, String machine) throws IOException {
    return list(at).stream()
        .filter(each -> name(each).equals(machine))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** The desk's machine was alone at first, and is called so. */
  private static String name(GroupAdmin.Machine machine) {
    return machine.id().equals("self") ? DESK : machine.id().substring(0, 1);
  }

  /** The group as an administrator here sees it, and changes it where there are no links. */
  GroupAdmin admin(String at) throws IOException {
    return new GroupAdmin(network.real(at), MachineTls.admin(data(DESK), NORTH, CLOCK, RANDOM));
  }

  /** The group as it is known at a machine. */
  List<GroupAdmin.Machine> list(String at) throws IOException {
    return admin(at).list();
  }

  /** The machine that leads, asked at those that run; waits until there is one. */
  String leader() throws IOException {
    long deadlineNs = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadlineNs) {
      for (GroupAdmin.Machine each : list(processes.any())) {
        String name = name(each);
        if (each.leads() && processes.runs(name)) {
          return name;
        }
      }
      LockSupport.parkNanos(PACE_NS);
    }
    throw new AssertionError("nobody leads");
  }

  /** The status by which one machine answers a statement; -1 if it does not. */
  int answers(String name, Statement statement) {
    try (HttpPeerTransport one = transport(name)) {
      return one.post(NORTH, Call.STATEMENTS, statement.bytes()).status();
    } catch (IOException unreached) {
      return -1;
    }
  }

  /** How many entries a machine has published, or South; -1 if it does not answer. */
  long published(String name) {
    try (HttpPeerTransport one = transport(List.of(peers(name)))) {
      Answer answer = one.file(NORTH, Log.OUTCOMES, "checkpoint", 100_000);
      return answer.status() == 200
          ? Long.parseLong(
              new String(answer.body(), StandardCharsets.UTF_8)
                  .lines()
                  .skip(1)
                  .findFirst()
                  .orElse(""))
          : 0;
    } catch (IOException unreached) {
      return -1;
    }
  }

  /** Waits for something that has to come; the only limit is patience. */
  void until(BooleanSupplier holds, String what) {
    Waiting.until(holds, what, PATIENCE, Map.of(SOUTH, south));
  }

  @Override
  public void close() throws IOException {
    processes.close();
    network.close();
    south.close();
  }
}
