package hotline.node.tls;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of one door: so many from an address and so many of a party, so that none takes
 * the room of the others; and none stays that has no request under way for a time, whatever
 * trickles in meanwhile. The server itself keeps them for ever. Safe for many threads.
 */
public final class Connections implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  /** Longer than the 30 s for which the JDK's client keeps a connection that it may use again. */
  public static final Duration IDLE = Duration.ofSeconds(40);

  /** Closes what is late: connections without a request, and handshakes. */
  static final ScheduledExecutorService WATCH =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("late-connections").factory());

  private final Limits limits;
  private final LongSupplier nowNs;
  private final Future<?> looks;

  /** Those that may still be open. Guarded by this. */
  private final List<Connection> open = new ArrayList<>();

  /**
   * The bounds of a door.
   *
   * @param perAddress connections from one address
   * @param perParty connections of one party
   * @param idle how long one may be without a request; longer than clients keep theirs
   */
  record Limits(int perAddress, int perParty, Duration idle) {}

  private static final class Connection {
    private final Socket plain;
    private final Socket secured;
    private final @Nullable InetAddress from;
    private final @Nullable SocketAddress client;
    private @Nullable String party;
    private boolean inRequest;
    private long sinceNs;

    private Connection(Socket plain, Socket secured, long nowNs) {
      this.plain = plain;
      this.secured = secured;
      this.from = plain.getInetAddress();
      this.client = plain.getRemoteSocketAddress();
      this.sinceNs = nowNs;
    }

    private boolean isClosed() {
      return plain.isClosed() || secured.isClosed();
    }
  }

  /** Looks now and then for those that are idle, until it is closed. */
  Connections(Limits limits) {
    this(limits, System::nanoTime);
  }

  Connections(Limits limits, LongSupplier nowNs) {
    this.limits = limits;
    this.nowNs = nowNs;
    long everyNs = limits.idle().toNanos() / 4;
    this.looks =
        WATCH.scheduleWithFixedDelay(this::closeIdle, everyNs, everyNs, TimeUnit.NANOSECONDS);
  }

  /** A connection comes in; refuses one too many from its address. */
  synchronized void opened(Socket plain, Socket secured) throws IOException {
    open.removeIf(Connection::isClosed);
    Connection next = new Connection(plain, secured, nowNs.getAsLong());
    InetAddress from = next.from;
    if (from == null
        || open.stream().filter(each -> from.equals(each.from)).count() >= limits.perAddress()) {
      throw new IOException("too many connections from " + from);
    }
    open.add(next);
  }

  /** A connection is a party's; refuses one too many of it. */
  synchronized void admitted(NodeName node, @Nullable Socket secured) throws Untrusted {
    open.removeIf(Connection::isClosed);
    String party = node.party();
    if (open.stream().filter(each -> party.equals(each.party)).count() >= limits.perParty()) {
      throw new Untrusted(party, true, party + " has too many connections open to this node.");
    }
    for (Connection each : open) {
      if (each.secured.equals(secured)) {
        each.party = party;
      }
    }
  }

  /** Answers a request that has come in from {@code client}, whole but for its body. */
  public void during(SocketAddress client, Runnable answering) {
    mark(client, true);
    try {
      answering.run();
    } finally {
      mark(client, false);
    }
  }

  private synchronized void mark(SocketAddress client, boolean inRequest) {
    for (Connection each : open) {
      if (client.equals(each.client)) {
        each.inRequest = inRequest;
        each.sinceNs = nowNs.getAsLong();
      }
    }
  }

  /** Closes what has had no request under way for too long. */
  void closeIdle() {
    List<Connection> idle;
    synchronized (this) {
      open.removeIf(Connection::isClosed);
      long longAgoNs = nowNs.getAsLong() - limits.idle().toNanos();
      idle =
          open.stream().filter(each -> !each.inRequest && each.sinceNs - longAgoNs <= 0).toList();
    }
    for (Connection each : idle) {
      try {
        each.plain.close();
      } catch (IOException failed) {
        LOG.debug("an idle connection did not close cleanly", failed);
      }
    }
  }

  @Override
  public void close() {
    looks.cancel(false);
  }
}
