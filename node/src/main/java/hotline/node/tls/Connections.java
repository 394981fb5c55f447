package hotline.node.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one door: so many from an address and so many of a party, so that none takes
 * the room of the others. Safe for many threads.
 */
final class Connections {
  private final int perAddress;
  private final int perParty;

  /** Those that may still be open. Guarded by this. */
  private final List<Connection> open = new ArrayList<>();

  private static final class Connection {
    private final Socket plain;
    private final Socket secured;
    private final @Nullable InetAddress from;
    private @Nullable String party;

    private Connection(Socket plain, Socket secured) {
      this.plain = plain;
      this.secured = secured;
      this.from = plain.getInetAddress();
    }

    private boolean isClosed() {
      return plain.isClosed() || secured.isClosed();
    }
  }

  Connections(int perAddress, int perParty) {
    this.perAddress = perAddress;
    this.perParty = perParty;
  }

  /** A connection comes in; refuses one too many from its address. */
  synchronized void opened(Socket plain, Socket secured) throws IOException {
    open.removeIf(Connection::isClosed);
    Connection next = new Connection(plain, secured);
    InetAddress from = next.from;
    if (from == null
        || open.stream().filter(each -> from.equals(each.from)).count() >= perAddress) {
      throw new IOException("too many connections from " + from);
    }
    open.add(next);
  }

  /** A connection is a party's; refuses one too many of it. */
  synchronized void admitted(NodeName node, @Nullable Socket secured) throws Untrusted {
    open.removeIf(Connection::isClosed);
    String party = node.party();
    if (open.stream().filter(each -> party.equals(each.party)).count() >= perParty) {
      throw new Untrusted(party, true, party + " has too many connections open to this node.");
    }
    for (Connection each : open) {
      if (each.secured.equals(secured)) {
        each.party = party;
      }
    }
  }
}
