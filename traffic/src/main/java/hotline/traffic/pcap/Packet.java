package hotline.traffic.pcap;

import hotline.traffic.pcap.Capture.Datagram;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One captured packet: link, IP, UDP peeled off, every length checked before it is used. */
final class Packet {
  private static final int UDP = 17;
  private static final int UDP_HEADER = 8;
  private static final int IPV6_HEADER = 40;
  private static final int VLAN = 0x8100;
  private static final int SERVICE_VLAN = 0x88a8;

  private final byte[] bytes;
  private final int until;

  private Packet(byte[] bytes, int until) {
    this.bytes = bytes;
    this.until = until;
  }

  /** The datagram between two places of a file; null when there is none. */
  static @Nullable Datagram udp(byte[] file, int from, int until, int link, long timeUs) {
    Packet packet = new Packet(file, until);
    int ip =
        switch (link) {
          case 1 -> packet.afterEthernet(from);
          case 101 -> from;
          default -> from + 4;
        };
    int udp = ip < 0 || ip >= until ? -1 : packet.afterIp(ip);
    if (udp < 0 || udp + UDP_HEADER > until) {
      return null;
    }
    int length = packet.two(udp + 4);
    if (length < UDP_HEADER || udp + length > until) {
      return null;
    }
    return new Datagram(
        timeUs, packet.two(udp + 2), Arrays.copyOfRange(file, udp + UDP_HEADER, udp + length));
  }

  private int afterEthernet(int from) {
    int at = from + 12;
    while (at + 2 <= until && (two(at) == VLAN || two(at) == SERVICE_VLAN)) {
      at += 4;
    }
    boolean ip = at + 2 <= until && (two(at) == 0x0800 || two(at) == 0x86dd);
    return ip ? at + 2 : -1;
  }

  private int afterIp(int from) {
    int version = (bytes[from] & 0xff) >> 4;
    if (version == 6 && from + IPV6_HEADER <= until) {
      return bytes[from + 6] == UDP ? from + IPV6_HEADER : -1;
    }
    int header = 4 * (bytes[from] & 15);
    if (version != 4 || header < 20 || from + header > until || bytes[from + 9] != UDP) {
      return -1;
    }
    boolean fragment = (two(from + 6) & 0x3fff) != 0;
    return fragment ? -1 : from + header;
  }

  private int two(int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }
}
