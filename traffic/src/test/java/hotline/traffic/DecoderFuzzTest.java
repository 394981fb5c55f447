package hotline.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hotline.traffic.asterix.Asterix;
import hotline.traffic.csv.RecordedLine;
import hotline.traffic.modes.BeastStream;
import hotline.traffic.modes.ModeS;
import hotline.traffic.modes.ModeSReports;
import hotline.traffic.pcap.Capture;
import hotline.traffic.readsb.AircraftJson;
import hotline.traffic.report.TargetReport;
import hotline.traffic.sbs.SbsLine;
import hotline.traffic.sbs.SbsStream;
import hotline.traffic.track.Tracks;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Any bytes of any format give reports and counted rejects, and what is reported can be kept as
 * tracks. Replays kept inputs in the build; the full profile searches for new ones for a short
 * time, and {@link DecoderLongFuzzTest} for a long one. The first byte says which format the rest
 * is read as, so that one search finds its way into all of them.
 */
class DecoderFuzzTest {
  private static final long NOW_US = 1_700_000_000_000_000L;

  @FuzzTest(maxDuration = "20s")
  void everyFormatIsTotal(byte[] bytes) {
    read(bytes);
  }

  static void read(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(bytes, 1, bytes.length);
    switch (Math.floorMod(bytes[0], 8)) {
      case 0 -> sbs(rest);
      case 1 -> beast(rest);
      case 2 -> modeS(rest, new ModeSReports());
      case 3 -> keep(Asterix.decode(rest, NOW_US, 62).reports());
      case 4 -> keep(Asterix.decode(rest, NOW_US, 21).reports());
      case 5 -> keep(AircraftJson.decode(rest, NOW_US).reports());
      case 6 -> capture(rest);
      default ->
          assertThat(RecordedLine.parse(new String(rest, StandardCharsets.UTF_8))).isNotNull();
    }
  }

  private static void sbs(byte[] bytes) {
    for (String line : new SbsStream().add(bytes, bytes.length)) {
      if (SbsLine.parse(line) instanceof SbsLine.Message(TargetReport report)) {
        keep(List.of(report));
      }
    }
  }

  private static void beast(byte[] bytes) {
    ModeSReports reports = new ModeSReports();
    for (BeastStream.Frame frame : new BeastStream().add(bytes)) {
      modeS(frame.bytes(), reports);
    }
  }

  private static void modeS(byte[] frame, ModeSReports reports) {
    if (ModeS.read(frame) instanceof ModeS.Read(ModeS message)) {
      reports.report(message, NOW_US).ifPresent(report -> keep(List.of(report)));
    }
  }

  private static void capture(byte[] bytes) {
    for (Capture.Datagram datagram : Capture.read(bytes).datagrams()) {
      keep(Asterix.decode(datagram.payload(), datagram.timeUs(), 0).reports());
    }
  }

  private static void keep(List<TargetReport> reports) {
    Tracks tracks = new Tracks();
    for (TargetReport each : reports) {
      tracks.hear("fuzz", each);
    }
    assertThat(tracks.at(NOW_US).size()).isLessThanOrEqualTo(reports.size());
  }
}
