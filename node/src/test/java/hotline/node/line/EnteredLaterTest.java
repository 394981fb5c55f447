package hotline.node.line;

import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Views;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was passed by voice or on paper is entered later, with the time at which it was said. */
class EnteredLaterTest {
  @TempDir Path folder;

  private static Said send(LineApi api, String kind, String passed) {
    return api.send(
        new Requests.Message(
            kind, List.of(), "By voice.", "en", null, null, null, List.of(), null, passed));
  }

  private static Views.Message message(LineApi api, Said said) {
    return api.message(Objects.requireNonNull(said.id())).orElseThrow();
  }

  private Instant minutesAgo(TwoNodes line, int minutes) {
    return line.clock.instant().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60L * minutes);
  }

  @Test
  void bothTimesAreShownAndAnOldOneDoesNotAlarm() throws IOException {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      Instant hourAgo = minutesAgo(line, 60);
      Said old = expectDone(send(line.south(), "WARNING", hourAgo.toString()));
      Said fresh = expectDone(send(line.south(), "WARNING", minutesAgo(line, 1).toString()));
      Said words = expectDone(send(line.south(), "TEXT", hourAgo.toString()));
      for (Said each : List.of(old, fresh, words)) {
        String id = Objects.requireNonNull(each.id());
        line.until(
            () -> line.north().message(id).filter(it -> it.index() != null).isPresent(),
            "north has it in the record");
      }
      for (LineApi each : List.of(line.north(), line.south())) {
        Views.Message one = message(each, old);
        assertThat(one.passed()).isEqualTo(hourAgo);
        assertThat(one.signed()).isAfter(hourAgo.plusSeconds(3_500));
        assertThat(one.replyBy()).isNull();
        assertThat(message(each, words).passed()).isEqualTo(hourAgo);
      }
      assertThat(message(line.north(), old).late()).isTrue();
      assertThat(message(line.north(), old).alarm()).isEqualTo("NONE");
      assertThat(message(line.north(), fresh).late()).isFalse();
      assertThat(line.north().alarms()).extracting(Views.Message::id).containsExactly(fresh.id());
    }
  }

  @Test
  void theClockAloneIsTheLastSuchAndTheFutureIsRefused() throws IOException {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      String clock = minutesAgo(line, 20 * 60).toString().substring(11, 16) + "Z";
      Said said = expectDone(send(line.south(), "TEXT", clock));
      Instant passed = message(line.south(), said).passed();
      assertThat(passed).isBetween(minutesAgo(line, 24 * 60 + 1), line.clock.instant());
      Said future = send(line.south(), "WARNING", minutesAgo(line, -60).toString());
      assertThat(future.done()).isFalse();
      assertThat(future.sentence()).contains("still to come");
      assertThat(send(line.south(), "WARNING", "tea time").code()).isEqualTo("not-understood");
    }
  }
}
