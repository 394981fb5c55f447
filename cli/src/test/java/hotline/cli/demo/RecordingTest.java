package hotline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.EntityId;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.ExactVolume;
import hotline.line.planning.ConflictSearch;
import hotline.line.planning.NoticeVolumes;
import hotline.line.terms.TermsDefaults;
import hotline.traffic.Loss;
import hotline.traffic.LossSearch;
import hotline.traffic.Minima;
import hotline.traffic.RecordedTrack;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The recording and the demo's own checks, without nodes: three ways to find the same pairs. */
class RecordingTest {
  private static final Instant BEGIN = Instant.parse("2026-11-22T15:00:00Z");

  @Test
  void threeWaysFindTheSamePairs() {
    Recording recording = Recording.read();
    List<RecordedTrack> north = recording.tracks(Names.NORTH, BEGIN);
    List<RecordedTrack> south = recording.tracks(Names.SOUTH, BEGIN);
    List<NoticeVolumes> ours = notices(north, 0);
    List<NoticeVolumes> theirs = notices(south, 1_000);
    Set<AllPairs.Pair> found = new HashSet<>();
    ConflictSearch.search(ours, theirs, TermsDefaults.SEPARATION)
        .forEach(conflict ->
            found.add(
                new AllPairs.Pair(
                    conflict.own().entity().toString(), conflict.other().entity().toString())));
    AllPairs truth = AllPairs.of(plain(ours), plain(theirs));
    assertThat(truth.agreesWith(found)).isTrue();
    Set<AllPairs.Pair> oneFewer = new HashSet<>(found);
    oneFewer.remove(truth.certain().iterator().next());
    assertThat(truth.agreesWith(oneFewer)).isFalse();
    Set<AllPairs.Pair> oneMore = new HashSet<>(found);
    oneMore.add(new AllPairs.Pair("no", "such pair"));
    assertThat(truth.agreesWith(oneMore)).isFalse();

    Minima minima = new Minima(9_260_000, 1_000);
    List<Loss> instants = LossSearch.atInstants(north, south, minima);
    List<Loss> throughout = LossSearch.continuous(north, south, minima);
    assertThat(instants).hasSize(60);
    assertThat(throughout).hasSizeGreaterThanOrEqualTo(instants.size());
    for (Loss loss : throughout) {
      assertThat(found)
          .contains(
              new AllPairs.Pair(
                  ours.get(loss.first()).notice().entity().toString(),
                  theirs.get(loss.second()).notice().entity().toString()));
    }
  }

  private static List<NoticeVolumes> notices(List<RecordedTrack> tracks, int from) {
    List<NoticeVolumes> notices = new ArrayList<>();
    for (RecordedTrack track : tracks) {
      byte[] entity = ByteBuffer.allocate(16).putInt(from + notices.size()).array();
      notices.add(new NoticeVolumes(new NoticeRef(new EntityId(entity), 1), volumes(track)));
    }
    return notices;
  }

  private static List<ExactVolume> volumes(RecordedTrack track) {
    return NoticesChapter.volumes(track);
  }

  private static Map<String, List<PlainVolume>> plain(List<NoticeVolumes> notices) {
    Map<String, List<PlainVolume>> plain = new TreeMap<>();
    notices.forEach(each ->
        plain.put(
            each.notice().entity().toString(),
            each.volumes().stream().map(PlainVolume::of).toList()));
    return plain;
  }
}
