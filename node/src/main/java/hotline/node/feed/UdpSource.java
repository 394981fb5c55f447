package hotline.node.feed;

import hotline.traffic.asterix.Asterix;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** ASTERIX datagrams of one category, sent to an address of this machine or to a group. */
final class UdpSource implements Source {
  /** The largest that UDP carries. */
  private static final int DATAGRAM_MAX = 65_535;

  /** What the system may keep while this thread does not run: some seconds of a busy feed. */
  private static final int BUFFER = 4 << 20;

  private final FeedConfig.Endpoint end;
  private final @Nullable String network;
  private final int category;

  /** Guarded by this. */
  private @Nullable MulticastSocket socket;

  private boolean closed;

  UdpSource(FeedConfig.Endpoint end, @Nullable String network, int category) {
    this.end = end;
    this.network = network;
    this.category = category;
  }

  @Override
  public void read(Intake into, Runnable opened) throws IOException {
    try (MulticastSocket open = open()) {
      opened.run();
      byte[] held = new byte[DATAGRAM_MAX];
      DatagramPacket packet = new DatagramPacket(held, held.length);
      while (!open.isClosed()) {
        packet.setLength(held.length);
        open.receive(packet);
        byte[] datagram = Arrays.copyOf(held, packet.getLength());
        Asterix decoded = Asterix.decode(datagram, into.nowUs(), category);
        decoded.reports().forEach(into::take);
        into.reject(decoded.rejects());
      }
    }
  }

  private MulticastSocket open() throws IOException {
    InetAddress address = InetAddress.getByName(end.host());
    MulticastSocket open =
        new MulticastSocket(
            address.isMulticastAddress()
                ? new InetSocketAddress(end.port())
                : new InetSocketAddress(address, end.port()));
    try {
      open.setReceiveBufferSize(BUFFER);
      if (address.isMulticastAddress()) {
        open.joinGroup(new InetSocketAddress(address, end.port()), network());
      }
      keep(open);
      return open;
    } catch (IOException failed) {
      open.close();
      throw failed;
    }
  }

  private @Nullable NetworkInterface network() throws IOException {
    NetworkInterface found = network == null ? null : NetworkInterface.getByName(network);
    if (network != null && found == null) {
      throw new IOException("This machine has no network interface " + network + ".");
    }
    return found;
  }

  private synchronized void keep(MulticastSocket open) throws IOException {
    if (closed) {
      throw new IOException("stopped");
    }
    socket = open;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (socket != null) {
      socket.close();
    }
  }
}
