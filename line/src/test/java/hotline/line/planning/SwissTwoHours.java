package hotline.line.planning;

import hotline.line.body.EntityId;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.ExactVolume;
import hotline.line.terms.TermsDefaults;
import hotline.traffic.RecordedTrack;
import hotline.traffic.RecordedTraffic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** The demo's two hours of real traffic, laid over each other, and their notices. */
final class SwissTwoHours {
  private static final Path EXTRACT =
      Path.of("../cli/src/main/resources/hotline/cli/demo/swiss-two-hours.csv.gz");
  private static final long HOUR_US = 3_600_000_000L;
  private static final long NINE_US = 1_533_114_000_000_000L;
  private static final long ELEVEN_US = NINE_US + 2 * HOUR_US;

  final List<RecordedTrack> north;
  final List<RecordedTrack> south;

  private SwissTwoHours(RecordedTraffic traffic) {
    north = traffic.during(NINE_US, NINE_US + HOUR_US);
    south =
        traffic.during(ELEVEN_US, ELEVEN_US + HOUR_US).stream()
            .map(track -> track.moved(NINE_US - ELEVEN_US, 0))
            .toList();
  }

  static SwissTwoHours read() throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(EXTRACT))) {
      return new SwissTwoHours(
          RecordedTraffic.read(new String(in.readAllBytes(), StandardCharsets.US_ASCII)));
    }
  }

  /** One notice a track, in their order, by the default terms. */
  static List<NoticeVolumes> notices(int party, List<RecordedTrack> tracks) {
    return IntStream.range(0, tracks.size())
        .mapToObj(i -> new NoticeVolumes(ref(party, i), volumes(tracks.get(i))))
        .toList();
  }

  static NoticeRef ref(int party, int flight) {
    return new NoticeRef(
        new EntityId(ByteBuffer.allocate(EntityId.LENGTH).putLong(party).putLong(flight).array()),
        1);
  }

  static List<ExactVolume> volumes(RecordedTrack track) {
    return switch (TrackNotices.volumes(
        TrackNotices.path(track).orElseThrow(),
        TermsDefaults.SEPARATION,
        TermsDefaults.PLANNING,
        TermsDefaults.LIMITS)) {
      case TrackNotices.Result.Volumes(List<ExactVolume> volumes) -> volumes;
      case TrackNotices.Result.Refused(String code, String sentence) ->
          throw new AssertionError(code + ": " + sentence);
    };
  }
}
