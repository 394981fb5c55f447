package hotline.node;

import hotline.line.disclosure.PartyFile;
import hotline.line.terms.Genesis;
import hotline.line.terms.PartyTerms;
import hotline.node.alert.AlertBook;
import hotline.node.api.LineApi;
import hotline.node.conformance.ConformanceWatch;
import hotline.node.desk.Core;
import hotline.node.desk.Effects;
import hotline.node.desk.Heard;
import hotline.node.desk.NodeApi;
import hotline.node.desk.Overdue;
import hotline.node.desk.OwnKey;
import hotline.node.desk.Silence;
import hotline.node.desk.StickDesk;
import hotline.node.desk.TermsClock;
import hotline.node.desk.Voice;
import hotline.node.details.Details;
import hotline.node.feed.LiveTraffic;
import hotline.node.keys.PartyKeys;
import hotline.node.outbox.Outbox;
import hotline.node.outbox.Sender;
import hotline.node.outbox.Speaker;
import hotline.node.outbox.Submitter;
import hotline.node.peer.HttpPeerTransport;
import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.node.peer.PeerEndpoints.Log;
import hotline.node.peer.PeerHandlers;
import hotline.node.peer.PeerTransport;
import hotline.node.peer.StatementCalls;
import hotline.node.record.Applied;
import hotline.node.record.Confirmations;
import hotline.node.record.Follower;
import hotline.node.record.Host;
import hotline.node.record.Keyring;
import hotline.node.record.LocalRecord;
import hotline.node.record.RemoteSubmitter;
import hotline.node.record.StatementDesk;
import hotline.node.setup.LineFolder;
import hotline.node.stick.StickBook;
import hotline.node.store.DataLock;
import hotline.node.tls.NodeTls;
import hotline.node.urgent.UrgentLane;
import hotline.record.note.NoteSigner;
import hotline.record.statement.Lane;
import hotline.record.statement.Statement;
import hotline.record.tiles.TileSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts of a running node, put together in one place; closed in the opposite order. */
final class Parts implements Closeable {
  private final NodeConfig config;
  private final Surroundings world;
  private final Opened opened = new Opened();
  private final Changes changes = new Changes();
  private final Confirmations confirmations = new Confirmations();
  private final Troubles troubles;
  private final Heard heard;
  private final Genesis genesis;
  private final PartyKeys keys;
  private final LocalRecord record;
  private final Keyring keyring;
  private final boolean isParty;
  private final @Nullable NodeTls tls;
  private final PeerTransport transport;
  private Optional<Host> host = Optional.empty();
  private Optional<Follower> follower = Optional.empty();
  private final Outbox outbox;
  private final Speaker root;
  private final Sender sender;
  private final UrgentLane urgent;
  private final Voice voice;
  private final Details details;
  private final Effects effects;
  private final TermsClock termsClock;
  private final Overdue overdue;
  private final ConformanceWatch conformance;
  private final LiveTraffic traffic;
  private final AlertBook alerts;
  private final LineApi api;
  private final PeerEndpoints peers;

  static Parts open(NodeConfig config, Surroundings world, MeterRegistry metrics)
      throws IOException {
    Files.createDirectories(config.data());
    DataLock lock = DataLock.take(config.data());
    try {
      return new Parts(config, world, metrics, lock);
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  private Parts(NodeConfig config, Surroundings world, MeterRegistry metrics, DataLock lock)
      throws IOException {
    this.config = config;
    this.world = world;
    opened.keep(lock);
    try {
      Path data = config.data();
      LineFolder folder = new LineFolder(data);
      genesis =
          folder
              .genesis()
              .orElseThrow(() ->
                  new IOException(
                      data + " has no line yet. Exchange party files, then found or join a line."));
      keys = PartyKeys.open(data.resolve("keys"), world.random());
      troubles = new Troubles(world.clock(), changes::happened);
      heard = new Heard(world.clock());
      Map<String, PartyFile> parties = folder.parties();
      parties.put(config.party(), LineFolder.own(config, keys, List.of()));
      record = opened.keep(LocalRecord.open(data, genesis.lineId(), world.clock()));
      keyring = new Keyring(genesis, config.hostParty(), parties, record);
      isParty = keyring.isParty(config.party());
      tls = config.usesTls() ? NodeTls.open(config, world.clock(), world.random(), troubles) : null;
      transport =
          opened.keep(
              tls == null
                  ? world.transport().apply(config.peers())
                  : new HttpPeerTransport(config.peers(), tls));
      Submitter submitter = openRecord(data);
      outbox = opened.keep(Outbox.open(data.resolve("outbox")));
      root = speaker(PartyTerms.ROOT_NODE);
      urgent = opened.keep(openUrgent(data, submitter));
      sender = opened.keep(new Sender(outbox, submitter, world.pace(), this::refused));
      voice =
          new Voice(
              new Voice.Parts(
                  outbox,
                  sender,
                  speaker(config.node()),
                  root,
                  urgent,
                  record,
                  confirmations,
                  changes,
                  world.pace(),
                  new OwnKey(config.party(), config.node(), keys, keyring)));
      Core core =
          new Core(
              config,
              genesis,
              world.clock(),
              world.pace(),
              record,
              keyring,
              voice,
              urgent,
              outbox,
              sender,
              confirmations,
              troubles,
              changes,
              host,
              follower,
              opened.keep(StickBook.open(data.resolve("stick"))));
      details =
          opened.keep(
              Details.open(
                  data,
                  new Details.Parts(
                      genesis.lineId(),
                      config,
                      keys,
                      keyring,
                      record,
                      transport,
                      world.clock(),
                      world.random(),
                      world.pace(),
                      world.database(),
                      changes::happened)));
      effects = opened.keep(new Effects(core, details, metrics, this::writeForStrangers));
      termsClock = opened.keep(new TermsClock(core));
      overdue = opened.keep(new Overdue(core));
      traffic =
          opened.keep(
              new LiveTraffic(
                  config.traffic(), world.clock(), world.pace(), troubles, this::trafficChanged));
      conformance =
          opened.keep(new ConformanceWatch(config.traffic().conformance(), core, details.store()));
      conformance.watch(traffic);
      alerts =
          opened.keep(
              AlertBook.open(
                  config.traffic().feeds().isEmpty() ? null : data.resolve("alerts.db"),
                  world,
                  troubles,
                  changes::happened,
                  () -> traffic.picture().situations()));
      peers = handlers(submitter);
      var stick = new StickDesk(core, peers);
      LineApi whole =
          new NodeApi(
              core, heard, details, effects, traffic, conformance, alerts, stick, world.random());
      api = isParty ? whole : Silence.over(whole, config.party());
      record.onRecorded(this::onRecorded);
      // Closed first: calls under way end, and the loops that made them can finish their rounds.
      opened.keep(transport);
    } catch (IOException | RuntimeException failed) {
      close();
      throw failed;
    }
  }

  /** Opens the host's or the follower's side; where statements are handed in. */
  private Submitter openRecord(Path data) throws IOException {
    if (config.isHost()) {
      Host hosting =
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
                      world.clock(),
                      world.pace(),
                      world.sequencers(),
                      confirmations,
                      changes::happened),
                  config,
                  genesis.parties()));
      host = Optional.of(hosting);
      hosting.start();
      return new StatementDesk(
          record,
          keyring,
          hosting.sequencer(),
          config.party(),
          config.node(),
          keys.log(),
          world.clock());
    }
    Follower following =
        opened.keep(
            Follower.open(
                new Follower.Parts(
                    data,
                    config.reachable(genesis.parties()),
                    record,
                    keyring,
                    NoteSigner.cosigner(genesis.cosigner(config.party()), keys.cosigner()),
                    isParty,
                    transport,
                    troubles,
                    world.clock(),
                    world.pace(),
                    confirmations,
                    changes::happened)));
    follower = Optional.of(following);
    return new RemoteSubmitter(genesis.lineId(), keyring, transport, following::promised);
  }

  private Speaker speaker(String name) {
    boolean isRoot = name.equals(PartyTerms.ROOT_NODE);
    return new Speaker(
        genesis.lineId(),
        config.party(),
        name,
        config.mode(),
        isRoot ? keys.root() : keys.node(),
        outbox,
        world.clock(),
        world.random(),
        () ->
            Beginning.of(
                record,
                isRoot && config.isHost() && record.size() == 0
                    ? Optional.of(genesis)
                    : Optional.empty()));
  }

  private UrgentLane openUrgent(Path data, Submitter submitter) throws IOException {
    return UrgentLane.open(
        data.resolve("urgent"),
        new UrgentLane.Identity(
            genesis.lineId(),
            config.party(),
            config.node(),
            config.mode(),
            keys.node(),
            config.among(genesis.parties())),
        new AroundUrgent(
            config.party(), isParty, record, keyring, heard, changes, troubles, world.pace()),
        world.clock(),
        world.random(),
        transport,
        submitter);
  }

  private void trafficChanged() {
    alerts.wake();
    changes.happened();
  }

  private PeerEndpoints handlers(Submitter submitter) throws IOException {
    Map<Call, Function<byte[], Answer>> calls = new EnumMap<>(Call.class);
    calls.put(Call.URGENT, urgent::receive);
    calls.put(Call.DETAILS, details::answer);
    if (submitter instanceof StatementDesk desk) {
      Host hosting = host.orElseThrow();
      calls.put(Call.STATEMENTS, new StatementCalls(desk, hosting));
    }
    follower.ifPresent(following -> calls.put(Call.ADD_CHECKPOINT, following::addCheckpoint));
    return new PeerHandlers(
        calls,
        Map.of(
            Log.RECORD, TileSource.directory(config.data().resolve("record")),
            Log.OUTCOMES, TileSource.directory(config.data().resolve("outcomes"))));
  }

  private void onRecorded(Applied.Recorded recorded) {
    heard.onRecorded(recorded);
    if (recorded.statement().header().chain().party().equals(config.party())) {
      voice.onRecorded(recorded);
    }
    if (recorded.statement().header().chain().lane() == Lane.URGENT) {
      urgent.onRecorded(recorded.statement());
    }
    effects.onRecorded(recorded);
    termsClock.onRecorded(recorded);
    overdue.onRecorded(recorded);
    conformance.onRecorded(recorded);
    changes.happened();
  }

  private void refused(Statement statement, Submitter.Answer.Refused no) {
    voice.onRefused(statement, no);
  }

  /** Sets everything in motion; the peers can be answered before. */
  void start() throws IOException {
    if (config.isHost() && record.size() == 0) {
      root.begin();
    }
    config.sayWhoHasNoAddress(genesis.parties(), troubles);
    Unsettled.settle(record, outbox, sender, urgent);
    sender.start();
    urgent.start();
    effects.start();
    termsClock.start();
    overdue.start();
    conformance.start();
    alerts.start();
    traffic.start();
    if (follower.isPresent()) {
      follower.get().start();
    }
    host.ifPresent(hosting -> hosting.meetOthers(sender::wake));
    writeForStrangers();
  }

  /** The files by which a stranger checks the record (docs/format.md §9). */
  private void writeForStrangers() {
    try {
      PublicFiles.write(config.data(), keyring);
    } catch (IOException failed) {
      troubles.raise(
          "disk", "The keys beside the record cannot be written: " + failed.getMessage());
    }
  }

  LineApi api() {
    return api;
  }

  PeerEndpoints peers() {
    return peers;
  }

  /** What secures it, if anything does. */
  @Nullable NodeTls tls() {
    return tls;
  }

  @Override
  public void close() throws IOException {
    changes.close();
    opened.close();
  }
}
