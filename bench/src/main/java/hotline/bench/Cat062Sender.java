package hotline.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/** Sends records of CAT062 to a port of loopback: what the watch needs, and nothing else. */
final class Cat062Sender {
  private static final int BATCH = 40;
  private static final int MTU = 1_472;

  private final DatagramSocket socket;
  private final int port;
  private final ByteBuffer out = ByteBuffer.allocate(MTU);
  private int inBatch;

  Cat062Sender(DatagramSocket socket, int port) {
    this.socket = socket;
    this.port = port;
  }

  /** Adds a record; a full datagram goes at once. Degrees, metres a second, feet. */
  void add(int address, double lat, double lng, double eastMps, int feet) throws IOException {
    if (inBatch == 0) {
      out.clear().put((byte) 62).putShort((short) 0);
    }
    long nowMs = System.currentTimeMillis() % 86_400_000;
    int time = (int) (nowMs * 128 / 1_000);
    out.put(new byte[] {(byte) 0x9b, 0x19, 0x24}).putShort((short) 0x0101);
    out.put((byte) (time >> 16)).putShort((short) time);
    out.putInt((int) Math.round(lat * (1 << 25) / 180))
        .putInt((int) Math.round(lng * (1 << 25) / 180));
    out.putShort((short) Math.round(eastMps * 4)).putShort((short) 0);
    out.put((byte) 0x80).put((byte) (address >> 16)).putShort((short) address);
    out.putShort((short) address);
    out.putShort((short) (feet / 25)).putShort((short) 0);
    if (++inBatch == BATCH) {
      flush();
    }
  }

  /** Sends what there is. */
  void flush() throws IOException {
    if (inBatch > 0) {
      out.putShort(1, (short) out.position());
      socket.send(
          new DatagramPacket(out.array(), out.position(), InetAddress.getLoopbackAddress(), port));
      inBatch = 0;
    }
  }
}
