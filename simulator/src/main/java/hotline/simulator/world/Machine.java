package hotline.simulator.world;

import hotline.node.Node;
import hotline.node.NodeConfig;
import hotline.node.Surroundings;
import hotline.node.TlsConfig;
import hotline.node.api.LineApi;
import hotline.node.feed.TrafficConfig;
import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerTransport;
import hotline.record.statement.Mode;
import hotline.simulator.disk.DiskWatch;
import hotline.simulator.disk.PowerCut;
import hotline.simulator.disk.SimDisk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One party's machine: a disk, a clock, and the real node that runs on them while it has power. */
public final class Machine implements AutoCloseable {
  private static final AtomicLong DATABASES = new AtomicLong();
  private static final Duration SLOW = Duration.ofMillis(40);

  private final World world;
  private final String party;
  private final SimDisk disk;
  private final SimClock clock;
  private final SecureRandom random;

  /** SQLite forgets a database in memory with its last connection; this one stays. */
  private final Connection database;

  private final String databaseUrl;
  private final List<Connection> connections = new ArrayList<>();
  private @Nullable Node node;
  private int run;
  private long upSinceNs;
  private boolean starting;
  private boolean slow;
  private Optional<Errand> errand = Optional.empty();

  /** What a person does at a machine whose node does not run. */
  @FunctionalInterface
  public interface Errand {
    /** Does it; if the disk does not take it, it is done again before the next start. */
    void run() throws IOException;
  }

  Machine(World world, String party) {
    this.world = world;
    this.party = party;
    Seed.Draws luck = world.seed().of(party + " disk");
    this.disk = new SimDisk(party, luck::below, new Watch());
    Seed.Draws wrong = world.seed().of(party + " clock");
    long drift = wrong.between(-200, 200);
    this.clock = new SimClock(world.agenda(), drift, wrong.between(-2_000, 2_000) * 1_000_000);
    if (drift != 0) {
      world.tally().count(Fault.CLOCK_DRIFT);
    }
    this.random = new SeedRandom(world.seed().of(party + " random"));
    this.databaseUrl =
        "jdbc:sqlite:file:simulated-" + DATABASES.incrementAndGet() + "?mode=memory&cache=shared";
    try {
      this.database = DriverManager.getConnection(databaseUrl);
    } catch (SQLException failed) {
      throw new IllegalStateException("no database in memory", failed);
    }
  }

  private final class Watch implements DiskWatch {
    @Override
    public void happened(What what) {
      world
          .tally()
          .count(
              switch (what) {
                case DROPPED -> Fault.UNFORCED_LOST;
                case TORN -> Fault.WRITE_TORN;
                case NO_ROOM -> Fault.DISK_FULL;
                case FORCE_FAILED -> Fault.SYNC_FAILED;
              });
    }

    @Override
    public void forcing() {
      if (slow) {
        world.tally().count(Fault.DISK_SLOW);
        world.agenda().pass(SLOW);
      }
    }
  }

  /** Whose it is. */
  public String party() {
    return party;
  }

  /** Its disk. */
  public SimDisk disk() {
    return disk;
  }

  /** Its clock. */
  public SimClock clock() {
    return clock;
  }

  SecureRandom random() {
    return random;
  }

  /** Forces take their time from now on, or no longer. */
  void slow(boolean now) {
    slow = now;
  }

  /** The data folder, as long as the power is on. */
  public Path data() {
    return disk.files().getPath("/data");
  }

  NodeConfig config() {
    Map<String, List<URI>> peers = new HashMap<>();
    for (String each : world.parties()) {
      if (!each.equals(party)) {
        peers.put(each, List.of(URI.create("http://127.0.0.1:9")));
      }
    }
    return new NodeConfig(
        data(),
        party,
        "a",
        "127.0.0.1",
        0,
        world.host(),
        peers,
        List.of("duty"),
        "duty officer",
        Mode.LIVE,
        TlsConfig.NONE,
        List.of(),
        TrafficConfig.NONE);
  }

  /** The number of its run: how often it was switched on, or fell. */
  public int run() {
    return run;
  }

  /** Since when its node runs; never, if it does not. */
  public long upSinceNs() {
    return isUp() ? upSinceNs : Long.MAX_VALUE;
  }

  /** Whether its node runs. */
  public boolean isUp() {
    return node != null && !disk.isCut();
  }

  /** Whether it is in the run with this number: what belongs to an earlier one is over. */
  boolean isIn(int number) {
    return number == run && !disk.isCut() && (node != null || starting);
  }

  /** The node's API; only while it is up. */
  public LineApi api() {
    return node().api();
  }

  /** What its node answers others with; only while it is up. */
  PeerEndpoints peers() {
    return node().peers();
  }

  private Node node() {
    Node now = node;
    if (now == null) {
      throw new IllegalStateException(party + " is down");
    }
    return now;
  }

  /** Lets that be done once before the node starts again. */
  public void beforeStart(Errand what) {
    errand = Optional.of(what);
  }

  /**
   * Switches it on; it may lose its power again while it starts.
   *
   * @return why its node refused to start; empty if it did not
   */
  Optional<String> boot() {
    run++;
    starting = true;
    world.touched(this);
    try {
      if (errand.isPresent()) {
        errand.get().run();
        errand = Optional.empty();
      }
      SimPace pace = new SimPace(world.agenda(), this, run);
      PeerTransport transport = world.network().from(this);
      node =
          Node.start(
              config(),
              _ -> {
                throw new IllegalStateException("a simulated node does not listen");
              },
              new Surroundings(
                  clock, random, _ -> transport, false, pace, SimSequencer::new, _ -> connect()));
      upSinceNs = world.agenda().nowNs();
      return Optional.empty();
    } catch (PowerCut cut) {
      fall(cut);
      return Optional.empty();
    } catch (IOException refused) {
      node = null;
      run++;
      closeConnections();
      return Optional.of(String.valueOf(refused.getMessage()));
    } finally {
      starting = false;
    }
  }

  private Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(databaseUrl);
    connections.add(connection);
    return connection;
  }

  private void closeConnections() {
    for (Connection each : connections) {
      try {
        each.close();
      } catch (SQLException ignored) {
        // A statement was under way when the power went.
      }
    }
    connections.clear();
  }

  /** Does something of this machine's; it may lose its power meanwhile. */
  public void during(String what, Runnable work) {
    world.touched(this);
    try {
      work.run();
    } catch (PowerCut cut) {
      fall(cut);
    } catch (RuntimeException | StackOverflowError broken) {
      world.violated(what + " died: " + broken, broken);
    }
  }

  /** The power goes. */
  void fall(PowerCut why) {
    if (!party.equals(why.machine())) {
      throw why;
    }
    boolean was = node != null || starting;
    node = null;
    run++;
    disk.stop();
    closeConnections();
    if (was) {
      world.agenda().note(party + " falls");
      world.fell(this);
    }
  }

  /** Switches it off between two things that it does. */
  public void pull() {
    fall(new PowerCut(party));
  }

  @Override
  public void close() {
    node = null;
    run++;
    closeConnections();
    try {
      database.close();
    } catch (SQLException ignored) {
      // It goes with the process.
    }
  }
}
