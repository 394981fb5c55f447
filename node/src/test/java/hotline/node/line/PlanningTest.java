package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.Crossing;
import hotline.node.api.Drafted;
import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Views;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanningTest {
  @TempDir Path folder;

  @Test
  void aConflictIsFoundNamedAnsweredAndClearedAtBothEnds() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      TwoNodes.expectDone(line.north().declare(line.circle("47.0 N 8.0 E", "5 NM", 10_000, 20)));
      TwoNodes.expectDone(line.south().declare(line.circle("47.0 N 8.05 E", "5 NM", 11_000, 22)));
      line.until(() -> exact(line.north()) && exact(line.south()), "exact at both ends");
      Views.Conflict south = open(line.south()).orElseThrow();
      assertThat(south.toMove()).isEqualTo("south");
      assertThat(open(line.north()).orElseThrow().toMove()).isEqualTo("south");
      line.until(
          () -> open(line.south()).filter(Views.Conflict::toBeAnsweredHere).isPresent(),
          "south is asked to move");

      Requests.Shift found = line.south().findShift(south.ownEntity()).orElseThrow();
      String message = open(line.south()).orElseThrow().messageId();
      Said said =
          line.south()
              .shift(
                  new Requests.Shift(
                      found.entity(), found.verticalFeet(), found.seconds(), message));
      TwoNodes.expectDone(said);
      line.until(
          () -> open(line.north()).isEmpty() && open(line.south()).isEmpty(), "clear at both");
      line.until(
          () -> line.north().conflicts(true).stream().anyMatch(c -> c.state().equals("CLEARED")),
          "shown as cleared");
      assertThat(line.north().disclosures(100))
          .extracting(Views.Disclosure::direction)
          .contains("RECEIVED", "GIVEN");
    }
  }

  /** Before it is declared, when it is, and after: exactly here, as the cells allow there. */
  @Test
  void whatCrossesAnAgreedLineIsSaidAtBothEnds() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      Requests.Declare over = line.circle("47.0 N 9.9 E", "5 NM", 10_000, 20);
      assertThat(line.north().draft(over))
          .isInstanceOfSatisfying(
              Drafted.Crosses.class,
              draft ->
                  assertThat(draft.crossings())
                      .singleElement()
                      .satisfies(one -> {
                        assertThat(one.line()).isEqualTo("river");
                        assertThat(one.exact() && one.late()).isTrue();
                        assertThat(one.words()).startsWith("crosses the river: 30 min notice");
                      }));
      assertThat(line.north().notices(false)).isEmpty();
      Said said = TwoNodes.expectDone(line.north().declare(over));
      assertThat(said.sentence()).contains("It crosses the river: 30 min notice", ": late.");
      line.until(() -> !line.south().notices(false).isEmpty(), "south sees it");
      assertThat(line.north().notices(false).getFirst().crossings().getFirst().exact()).isTrue();
      Crossing there = line.south().notices(false).getFirst().crossings().getFirst();
      assertThat(there.exact()).isFalse();
      assertThat(there.words()).startsWith("may cross the river: 30 min notice is asked, 1");
      line.until(
          () -> line.south().statistics().weeks().stream().anyMatch(w -> w.lateCrossings() == 1),
          "it is counted");
      Requests.Declare beside = line.circle("47.0 N 9.0 E", "5 NM", 10_000, 20);
      assertThat(line.north().draft(beside)).isEqualTo(new Drafted.Crosses(List.of()));
    }
  }

  @Test
  void whileTheOtherNodeCannotBeAskedItIsAPossibleConflictAndNeverClear() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      line.cut.put("south DETAILS", true);
      TwoNodes.expectDone(line.south().declare(line.circle("47.0 N 8.0 E", "5 NM", 10_000, 20)));
      TwoNodes.expectDone(line.north().declare(line.circle("47.0 N 8.05 E", "5 NM", 11_000, 22)));
      line.until(() -> open(line.north()).isPresent(), "possible at north");
      assertThat(open(line.north()).orElseThrow().certainty()).isEqualTo("POSSIBLE");
      line.until(() -> exact(line.south()), "exact at south, which can ask");
      assertThat(open(line.north()).orElseThrow().certainty()).isEqualTo("POSSIBLE");
      line.cut.clear();
      line.until(() -> exact(line.north()), "exact once it can be asked");
    }
  }

  @Test
  void whatCannotBeIsRefusedInOneSentence() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      for (Requests.Declare wrong :
          List.of(
              line.circle("north pole", "5 NM", 10_000, 20),
              line.circle("47.0 N 8.0 E", "far", 10_000, 20),
              line.circle("47.0 N 8.0 E", "9000000 km", 10_000, 20))) {
        Said said = line.north().declare(wrong);
        assertThat(said.done()).isFalse();
        assertThat(said.sentence()).isNotBlank();
      }
      assertThat(line.north().notices(true)).isEmpty();
    }
  }

  private static boolean exact(LineApi api) {
    return open(api).filter(each -> each.certainty().equals("EXACT")).isPresent();
  }

  private static Optional<Views.Conflict> open(LineApi api) {
    return api.conflicts(false).stream().findFirst();
  }
}
