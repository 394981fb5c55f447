package hotline.traffic.pcap;

import hotline.traffic.report.Rejects;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The UDP datagrams of a capture file (libpcap's classic format,
 * https://www.tcpdump.org/manpages/pcap-savefile.5.html).
 *
 * @param datagrams in the order of the file
 * @param rejects what was passed over, by reason
 */
public record Capture(List<Datagram> datagrams, Map<Reject, Long> rejects) {
  private static final int MICROSECONDS = 0xa1b2c3d4;
  private static final int NANOSECONDS = 0xa1b23c4d;
  private static final int FILE_HEADER = 24;
  private static final int RECORD_HEADER = 16;
  private static final int PACKET_LIMIT = 262_144;
  private static final int ETHERNET = 1;
  private static final int RAW_IP = 101;
  private static final int LOOPBACK = 0;

  /** Why a packet, or the rest of the file, was passed over. */
  public enum Reject {
    /** Not a capture file: nothing was read. */
    NO_CAPTURE,
    /** A link that is not Ethernet, raw IP or loopback: nothing was read. */
    UNKNOWN_LINK,
    /** A packet's length is beyond the file or absurd: the rest was not read. */
    BROKEN_OFF,
    /** Not UDP over IP, or a fragment, or cut short. */
    NO_DATAGRAM
  }

  /**
   * What one datagram carried.
   *
   * @param timeUs when it was captured, µs since 1970 UTC
   * @param port where it was sent to
   * @param payload its bytes; not copied, not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // handed to a decoder, never compared
  public record Datagram(long timeUs, int port, byte[] payload) {}

  /** Keeps unmodifiable copies. */
  public Capture {
    datagrams = List.copyOf(datagrams);
    rejects = Map.copyOf(rejects);
  }

  /** Whether the file begins as a capture file does. */
  public static boolean isCapture(byte[] file) {
    return file.length >= FILE_HEADER && order(file) != null;
  }

  /** Reads a capture. Total: whatever the bytes, datagrams come back and the rest is counted. */
  public static Capture read(byte[] file) {
    Rejects<Reject> rejects = new Rejects<>(Reject.class);
    List<Datagram> datagrams = new ArrayList<>();
    ByteOrder order = file.length < FILE_HEADER ? null : order(file);
    if (order == null) {
      rejects.add(Reject.NO_CAPTURE);
      return new Capture(datagrams, rejects.counts());
    }
    ByteBuffer in = ByteBuffer.wrap(file).order(order);
    boolean nanos = in.getInt(0) == NANOSECONDS;
    int link = in.getInt(20) & 0xffff;
    if (link != ETHERNET && link != RAW_IP && link != LOOPBACK) {
      rejects.add(Reject.UNKNOWN_LINK);
      return new Capture(datagrams, rejects.counts());
    }
    int at = FILE_HEADER;
    while (at < file.length) {
      long length = at + RECORD_HEADER <= file.length ? in.getInt(at + 8) & 0xffff_ffffL : -1;
      if (length < 0 || length > PACKET_LIMIT || at + RECORD_HEADER + length > file.length) {
        rejects.add(Reject.BROKEN_OFF);
        break;
      }
      long seconds = in.getInt(at) & 0xffff_ffffL;
      long part = in.getInt(at + 4) & 0xffff_ffffL;
      long timeUs = seconds * 1_000_000 + (nanos ? part / 1_000 : part);
      int from = at + RECORD_HEADER;
      at = from + (int) length;
      Datagram found = Packet.udp(file, from, at, link, timeUs);
      if (found == null) {
        rejects.add(Reject.NO_DATAGRAM);
      } else {
        datagrams.add(found);
      }
    }
    return new Capture(datagrams, rejects.counts());
  }

  private static @Nullable ByteOrder order(byte[] file) {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      int magic = ByteBuffer.wrap(file).order(order).getInt(0);
      if (magic == MICROSECONDS || magic == NANOSECONDS) {
        return order;
      }
    }
    return null;
  }
}
