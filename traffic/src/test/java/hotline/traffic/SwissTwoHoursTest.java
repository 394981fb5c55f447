package hotline.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The demo's two hours of real traffic, laid over each other. */
class SwissTwoHoursTest {
  private static final Path EXTRACT =
      Path.of("../cli/src/main/resources/hotline/cli/demo/swiss-two-hours.csv.gz");
  private static final long HOUR_US = 3_600_000_000L;
  private static final long NINE_US = 1_533_114_000_000_000L;
  private static final long ELEVEN_US = NINE_US + 2 * HOUR_US;
  private static final Minima FIVE_NM = new Minima(9_260_000, 1_000);

  @Test
  void sixtyPairsAreInsideTheMinimaAtTheInstants() throws IOException {
    RecordedTraffic traffic = read();
    assertThat(traffic.rejects()).isEmpty();
    List<RecordedTrack> north = traffic.during(NINE_US, NINE_US + HOUR_US);
    List<RecordedTrack> south =
        traffic.during(ELEVEN_US, ELEVEN_US + HOUR_US).stream()
            .map(track -> track.moved(NINE_US - ELEVEN_US, 0))
            .toList();
    assertThat(points(north) + points(south)).isEqualTo(24_393);
    assertThat(north).hasSize(128).doesNotHaveDuplicates();
    assertThat(south).hasSize(142);

    Set<String> instants = pairs(LossSearch.atInstants(north, south, FIVE_NM));
    Set<String> continuous = pairs(LossSearch.continuous(north, south, FIVE_NM));
    assertThat(instants).hasSize(60);
    assertThat(continuous).containsAll(instants);
    Set<String> between = new HashSet<>(continuous);
    between.removeAll(instants);
    assertThat(between).hasSizeLessThan(10);
  }

  private static Set<String> pairs(List<Loss> losses) {
    return losses.stream()
        .map(loss -> loss.first() + "-" + loss.second())
        .collect(Collectors.toSet());
  }

  private static long points(List<RecordedTrack> tracks) {
    return tracks.stream().mapToLong(track -> track.points().size()).sum();
  }

  private static RecordedTraffic read() throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(EXTRACT))) {
      return RecordedTraffic.read(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    }
  }
}
