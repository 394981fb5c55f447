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
              Drafted.Checked.class,
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
      assertThat(line.north().draft(beside))
          .isInstanceOfSatisfying(
              Drafted.Checked.class, draft -> assertThat(draft.crossings()).isEmpty());
    }
  }

  /** What is shown before sending is what comes of it: at this node, and on the other's screen. */
  @Test
  void aDraftShowsWhatTheDeclaredNoticeWillBe() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      TwoNodes.expectDone(line.south().declare(line.circle("47.0 N 8.0 E", "5 NM", 10_000, 20)));
      line.until(() -> line.north().notices(false).size() == 1, "north sees the first");
      Requests.Declare typed = line.circle("47.0 N 8.05 E", "5 NM", 11_000, 22);
      Drafted.Checked draft = (Drafted.Checked) line.north().draft(typed);
      assertThat(line.north().notices(false)).hasSize(1);
      assertThat(line.north().disclosures(10)).isEmpty();
      assertThat(draft.conflicts())
          .singleElement()
          .satisfies(one -> {
            assertThat(one.certainty()).isEqualTo("POSSIBLE");
            assertThat(one.toMove()).isEqualTo("north");
            assertThat(one.otherParty()).isEqualTo("south");
          });
      assertThat(draft.opens()).containsExactly(new Drafted.Opens("south", 1));
      assertThat(draft.leadSeconds()).isEqualTo(line.terms().times().noticeLeadUs() / 1_000_000);

      line.cut.put("north DETAILS", true);
      TwoNodes.expectDone(line.north().declare(typed));
      line.until(() -> line.south().notices(false).size() == 2, "south sees it");
      Views.Notice shown =
          line.south().notices(false).stream().filter(one -> !one.own()).findFirst().orElseThrow();
      Views.Notice seen = draft.seen();
      assertThat(seen.own()).isFalse();
      assertThat(seen.label()).isNull();
      assertThat(seen.volumes()).isEmpty();
      assertThat(seen.cellTokens()).isEqualTo(shown.cellTokens());
      assertThat(seen.band()).isEqualTo(shown.band());
      assertThat(seen.start()).isEqualTo(shown.start());
      assertThat(seen.end()).isEqualTo(shown.end());
      assertThat(seen.late()).isEqualTo(shown.late());
      assertThat(seen.category()).isEqualTo(shown.category());
      assertThat(seen.covered()).isEqualTo(shown.covered());
      assertThat(seen.version()).isEqualTo(shown.version());
      line.until(() -> exact(line.north()), "exact, once South's volumes are opened");

      Views.Conflict open = open(line.north()).orElseThrow();
      Requests.Declare amended =
          new Requests.Declare(
              open.ownEntity(), typed.category(), typed.label(), typed.volumes(), null);
      Drafted.Checked again = (Drafted.Checked) line.north().draft(amended);
      assertThat(again.seen().version()).isEqualTo(2);
      assertThat(again.conflicts())
          .singleElement()
          .satisfies(one -> {
            assertThat(one.certainty()).isEqualTo("EXACT");
            assertThat(one.place()).isEqualTo(open.place());
            assertThat(one.overlapStart()).isEqualTo(open.overlapStart());
          });
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
