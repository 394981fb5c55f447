package hotline.traffic.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.testkit.Chance;
import hotline.traffic.Samples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Capture files: whole ones, other byte orders, broken ones. */
class CaptureTest {
  private static final byte[] GOOD = Samples.bytes("swiss_10min_cat062.pcap");

  @Test
  void theOtherByteOrderReadsAlike() {
    Capture little = Capture.read(GOOD);
    assertThat(little.datagrams().getFirst().timeUs()).isEqualTo(1_533_133_800_000_000L);
    assertThat(little.datagrams().getFirst().port()).isEqualTo(8_600);
    Capture big = Capture.read(turned());
    assertThat(big.rejects()).isEmpty();
    assertThat(big.datagrams()).hasSameSizeAs(little.datagrams());
    assertThat(big.datagrams().getLast().timeUs()).isEqualTo(little.datagrams().getLast().timeUs());
    assertThat(big.datagrams().getLast().payload())
        .isEqualTo(little.datagrams().getLast().payload());
  }

  private static byte[] turned() {
    byte[] turned = GOOD.clone();
    ByteBuffer from = ByteBuffer.wrap(GOOD).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer into = ByteBuffer.wrap(turned).order(ByteOrder.BIG_ENDIAN);
    into.putInt(0, from.getInt(0)).putInt(20, from.getInt(20));
    for (int at = 24; at < GOOD.length; at += 16 + from.getInt(at + 8)) {
      for (int word = 0; word < 16; word += 4) {
        into.putInt(at + word, from.getInt(at + word));
      }
    }
    return turned;
  }

  @Test
  void whatIsCutOffIsCounted() {
    Capture cut = Capture.read(Arrays.copyOf(GOOD, GOOD.length - 1));
    assertThat(cut.datagrams()).hasSize(90);
    assertThat(cut.rejects()).isEqualTo(Map.of(Capture.Reject.BROKEN_OFF, 1L));
    assertThat(Capture.read(new byte[100]).rejects())
        .isEqualTo(Map.of(Capture.Reject.NO_CAPTURE, 1L));
    assertThat(Capture.isCapture(GOOD)).isTrue();
    assertThat(Capture.isCapture(new byte[3])).isFalse();
    byte[] link = GOOD.clone();
    link[20] = 99;
    assertThat(Capture.read(link).rejects()).isEqualTo(Map.of(Capture.Reject.UNKNOWN_LINK, 1L));
    byte[] tcp = GOOD.clone();
    tcp[24 + 16 + 14 + 9] = 6;
    assertThat(Capture.read(tcp).rejects()).isEqualTo(Map.of(Capture.Reject.NO_DATAGRAM, 1L));
  }

  @Test
  void noBytesThrow() {
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          byte[] bytes = Arrays.copyOf(GOOD, (int) chance.between(0, GOOD.length));
          for (long i = chance.between(0, 300); i > 0 && bytes.length > 24; i--) {
            bytes[(int) chance.between(20, bytes.length - 1)] = (byte) chance.between(0, 255);
          }
          assertThat(Capture.read(bytes).datagrams().size()).isLessThanOrEqualTo(bytes.length / 24);
        });
  }
}
