package hotline.node;

import hotline.line.disclosure.PartyFile;
import hotline.line.terms.Genesis;
import hotline.node.keys.LogKeys;
import hotline.node.order.GroupSequencer;
import hotline.node.order.Member;
import hotline.node.peer.HttpPeerTransport;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.node.peer.PeerEndpoints.Log;
import hotline.node.peer.PeerGate;
import hotline.node.peer.PeerHandlers;
import hotline.node.peer.StatementCalls;
import hotline.node.record.Confirmations;
import hotline.node.record.Host;
import hotline.node.record.Keyring;
import hotline.node.record.LocalRecord;
import hotline.node.record.StatementDesk;
import hotline.node.setup.LineFolder;
import hotline.node.store.DataLock;
import hotline.node.tls.MachineTls;
import hotline.node.tls.NodeTls;
import hotline.node.web.PeerServer;
import hotline.record.note.NoteSigner;
import hotline.record.tiles.TileSource;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/**
 * A machine of the host that has no desk: it orders with the others of its group, keeps and checks
 * both logs, takes statements and serves tiles. It has no page, no outbox and no key by which
 * anything can be said. Started by its caller, stopped by {@link #close}.
 */
public final class HostMachine implements Closeable {
  private static final String ORDER = "order";

  private final Opened opened = new Opened();
  private final int peerPort;

  /**
   * Starts the machine of a folder that was made for it.
   *
   * @throws IOException if it cannot run; the message says what to do
   */
  public static HostMachine start(NodeConfig config) throws IOException {
    return start(config, GroupSequencer.SNAPSHOT_EVERY);
  }

  /** The same, with its own distance between the snapshots of its log. */
  static HostMachine start(NodeConfig config, long snapshotEvery) throws IOException {
    Logs.bridge();
    config.refuseClearTextBeyondLoopback();
    Listen door = config.tls().peers();
    TlsConfig.Machines machines = config.tls().machines();
    if (door == null || machines == null || !config.isHost()) {
      throw new IOException(
          "A machine of the host needs peer-listen and machine-listen in hotline.toml.");
    }
    return new HostMachine(config, door, machines, snapshotEvery);
  }

  private HostMachine(
      NodeConfig config, Listen door, TlsConfig.Machines machines, long snapshotEvery)
      throws IOException {
    InstantSource clock = InstantSource.system();
    SecureRandom random = new SecureRandom();
    Path data = config.data();
    opened.keep(DataLock.take(data));
    try {
      LineFolder folder = new LineFolder(data);
      Genesis genesis = folder.genesis().orElseThrow(() -> new IOException(data + " has no line."));
      LogKeys keys = LogKeys.open(data.resolve("keys"));
      Map<String, PartyFile> parties = folder.parties();
      Troubles troubles = new Troubles(clock, () -> {});
      LocalRecord record = opened.keep(LocalRecord.open(data, genesis.lineId(), clock));
      Keyring keyring = new Keyring(genesis, config.hostParty(), parties, record);
      NodeTls tls = NodeTls.open(config, clock, random, troubles);
      HttpPeerTransport transport = opened.keep(new HttpPeerTransport(config.peers(), tls));
      Member member = member(config, machines, false, clock, random);
      Host host =
          opened.keep(
              new Host(
                  new Host.Parts(
                      data,
                      record,
                      keyring,
                      NoteSigner.log(genesis.origin(), keys.log()),
                      NoteSigner.log(genesis.outcomesOrigin(), keys.outcome()),
                      transport,
                      troubles,
                      clock,
                      Pace.real(),
                      (order, machine) -> GroupSequencer.of(order, machine, member, snapshotEvery),
                      new Confirmations(),
                      () -> {}),
                  config,
                  genesis.parties()));
      host.start();
      StatementDesk desk =
          new StatementDesk(
              record, keyring, host.sequencer(), config.party(), config.node(), keys.log(), clock);
      PeerServer server =
          PeerServer.start(
              new InetSocketAddress(InetAddress.getByName(door.host()), door.port()),
              tls,
              new PeerHandlers(
                  Map.of(Call.STATEMENTS, new StatementCalls(desk, host)),
                  Map.of(
                      Log.RECORD, TileSource.directory(data.resolve("record")),
                      Log.OUTCOMES, TileSource.directory(data.resolve("outcomes")))),
              new PeerGate());
      opened.keep(server::close);
      peerPort = server.port();
      host.meetOthers(() -> {});
      PublicFiles.write(data, keyring);
      // Closed first: calls under way end, and the loops that made them can finish their rounds.
      opened.keep(transport);
    } catch (IOException | RuntimeException failed) {
      close();
      throw failed;
    }
  }

  /** The world of a node that is, besides, a machine of the host's group; else as it was. */
  static Surroundings inGroup(NodeConfig config, Surroundings world) throws IOException {
    TlsConfig.Machines machines = config.tls().machines();
    if (machines == null) {
      return world;
    }
    Member member = member(config, machines, !machines.joins(), world.clock(), world.random());
    return world.with((order, machine) ->
        GroupSequencer.of(order, machine, member, GroupSequencer.SNAPSHOT_EVERY));
  }

  static Member member(
      NodeConfig config,
      TlsConfig.Machines machines,
      boolean founds,
      InstantSource clock,
      SecureRandom random)
      throws IOException {
    return new Member(
        Member.id(config.data().resolve(ORDER), config.node(), random),
        machines.listen(),
        founds,
        MachineTls.of(config.data(), config.party(), config.node(), clock, random));
  }

  /** Where the other parties' nodes come in. */
  public int peerPort() {
    return peerPort;
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }
}
