package hotline.node.line;

import static hotline.node.line.TwoNodes.NORTH;
import static hotline.node.line.TwoNodes.SOUTH;
import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Unsearched;
import hotline.node.api.Views;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two notices that meet, from the first declaration to the last answer. */
class ConflictsTest {
  private static final String HERE = "47.0 N 8.0 E";
  private static final String NEARBY = "47.02 N 8.03 E";
  private static final int FEET = 10_000;

  @TempDir Path folder;

  /** North declares first, so that South is to move; both are in the record at both. */
  private static void declareTwo(TwoNodes line, int inMinutes) {
    int before = line.north().notices(false).size();
    expectDone(line.north().declare(line.circle(HERE, "5 NM", FEET, inMinutes)));
    line.until(() -> line.south().notices(false).size() == before + 1, "south sees the first");
    expectDone(line.south().declare(line.circle(NEARBY, "5 NM", FEET, inMinutes)));
    line.until(() -> line.north().notices(false).size() == before + 2, "north sees the second");
    line.until(() -> line.south().notices(false).size() == before + 2, "south sees both");
  }

  static Optional<Views.Conflict> only(LineApi api, String certainty) {
    List<Views.Conflict> open = api.conflicts(false);
    return open.size() == 1 && open.getFirst().certainty().equals(certainty)
        ? Optional.of(open.getFirst())
        : Optional.empty();
  }

  /** The conflict as South sees it, once both know it exactly and South was asked to move. */
  private static Views.Conflict exact(TwoNodes line) {
    line.until(() -> only(line.north(), "EXACT").isPresent(), "exact in north");
    line.until(
        () -> only(line.south(), "EXACT").filter(each -> each.messageId() != null).isPresent(),
        "south is asked to move");
    line.until(
        () -> only(line.north(), "EXACT").filter(each -> each.messageId() != null).isPresent(),
        "north sees that it has asked");
    return only(line.south(), "EXACT").orElseThrow();
  }

  private static long conflictMessages(LineApi api) {
    return api.messages(1_000).stream().filter(each -> each.kind().equals("CONFLICT")).count();
  }

  @Test
  void bothSidesFindTheSameConflictAndAShiftClearsIt() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      declareTwo(line, 30);
      Views.Conflict south = exact(line);
      Views.Conflict north = only(line.north(), "EXACT").orElseThrow();
      assertThat(north.reference()).isEqualTo(south.reference());
      assertThat(north.overlapStart()).isEqualTo(south.overlapStart());
      assertThat(north.overlapEnd()).isEqualTo(south.overlapEnd());
      assertThat(north.overlapBand()).isEqualTo(south.overlapBand());
      assertThat(north.messageId()).isEqualTo(south.messageId());
      assertThat(List.of(north.toMove(), south.toMove())).containsOnly(SOUTH);
      assertThat(Objects.requireNonNull(south.place()).referencePoint()).isEqualTo("zrh");
      assertThat(south.toBeAnsweredHere()).isTrue();
      assertThat(north.toBeAnsweredHere()).isFalse();
      assertThat(conflictMessages(line.north())).isEqualTo(1);

      Requests.Shift found = line.south().findShift(south.ownEntity()).orElseThrow();
      assertThat(found.verticalFeet()).isEqualTo(2_000L);
      String message = Objects.requireNonNull(south.messageId());
      expectDone(
          line.south()
              .shift(new Requests.Shift(found.entity(), found.verticalFeet(), null, message)));
      for (LineApi api : List.of(line.north(), line.south())) {
        line.until(() -> api.conflicts(false).isEmpty(), "cleared");
        assertThat(api.conflicts(true))
            .singleElement()
            .satisfies(each -> assertThat(each.state()).isEqualTo("CLEARED"));
        line.until(
            () ->
                api.message(message)
                    .filter(each -> "WILCO".equals(each.delivery().answer()))
                    .isPresent(),
            "WILCO");
      }
      Views.Notice moved = line.notice(line.south(), south.ownEntity());
      assertThat(moved.version()).isEqualTo(2);
      assertThat(moved.label()).isEqualTo("TEST01");
      assertThat(moved.volumes().getFirst().band().floor()).isEqualTo(FEET + 2_000L);
      assertThat(line.notice(line.north(), south.ownEntity()).label()).isNull();
    }
  }

  @Test
  void whatIsAnsweredUnableStaysOpenAndSaysSo() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      declareTwo(line, 30);
      String message = Objects.requireNonNull(exact(line).messageId());
      expectDone(line.south().answer(new Requests.Answer(message, "STANDBY", null)));
      expectDone(line.south().answer(new Requests.Answer(message, "UNABLE", "no room")));
      for (LineApi api : List.of(line.north(), line.south())) {
        line.until(
            () -> only(api, "EXACT").filter(each -> each.state().equals("UNABLE")).isPresent(),
            "UNABLE");
        assertThat(only(api, "EXACT").orElseThrow().toBeAnsweredHere()).isFalse();
      }
    }
  }

  @Test
  void aSilentPeerLeavesAPossibleConflictAndNoSearch() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      line.cut.put(NORTH + " DETAILS", true);
      declareTwo(line, 30);
      line.until(() -> only(line.north(), "EXACT").isPresent(), "north is told");
      line.until(() -> only(line.south(), "POSSIBLE").isPresent(), "south is not");
      Views.Conflict possible = only(line.south(), "POSSIBLE").orElseThrow();
      assertThat(possible.place()).isNull();
      assertThat(line.notice(line.south(), possible.otherEntity()).volumes()).isEmpty();
      assertThatThrownBy(() -> line.south().findShift(possible.ownEntity()))
          .isInstanceOf(Unsearched.class);
      line.cut.clear();
      line.until(() -> only(line.south(), "EXACT").isPresent(), "told in the end");
      assertThat(line.south().findShift(possible.ownEntity())).isPresent();
    }
  }

  @Test
  void aRestartForgetsNothingAndAsksNothingTwice() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      declareTwo(line, 30);
      Views.Conflict before = exact(line);
      Views.Notice own = line.notice(line.south(), before.ownEntity());
      int disclosures = line.south().disclosures(1_000).size();
      line.stop(SOUTH);
      line.stop(NORTH);
      line.cut.put(NORTH + " DETAILS", true);
      line.cut.put(SOUTH + " DETAILS", true);
      line.start();
      Views.Conflict after = exact(line);
      assertThat(after).isEqualTo(before);
      assertThat(line.notice(line.south(), before.ownEntity()).volumes()).isEqualTo(own.volumes());
      assertThat(line.notice(line.south(), before.ownEntity()).label()).isEqualTo(own.label());
      assertThat(line.south().disclosures(1_000)).hasSize(disclosures);
      // Something later in the record, so that a second message would be there as well.
      expectDone(
          line.north()
              .send(
                  new Requests.Message(
                      "TEXT", List.of(), "after", "en", null, null, null, List.of(), null)));
      assertThat(conflictMessages(line.north())).isEqualTo(1);
    }
  }

  @Test
  void amendmentsOfOneNoticeGoOneByOne() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      declareTwo(line, 30);
      Views.Conflict conflict = exact(line);
      String entity = conflict.ownEntity();
      line.cut.put(NORTH, true);
      Said first = line.south().shift(new Requests.Shift(entity, 2_000L, null, null));
      assertThat(first.state()).isEqualTo(Said.State.QUEUED);
      Said second = line.south().shift(new Requests.Shift(entity, 500L, null, null));
      assertThat(second.code()).isEqualTo("amendment-waits");
      line.cut.clear();
      line.until(() -> line.notice(line.south(), entity).version() == 2, "the first came through");
      assertThat(line.notice(line.south(), entity).volumes().getFirst().band().floor())
          .isEqualTo(FEET + 2_000L);
      line.until(() -> line.north().conflicts(false).isEmpty(), "opened as committed");
    }
  }

  @Test
  void shiftsBeyondTheTermsAreRefused() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      expectDone(line.south().declare(line.circle(HERE, "5 NM", FEET, 30)));
      line.until(() -> line.south().notices(false).size() == 1, "declared");
      String entity = line.south().notices(false).getFirst().entity();
      List<Requests.Shift> wrong =
          List.of(
              new Requests.Shift(entity, 300L, null, null),
              new Requests.Shift(entity, 2_500L, null, null),
              new Requests.Shift(entity, 500L, 60L, null),
              new Requests.Shift(entity, null, null, null),
              new Requests.Shift(entity, 0L, null, null),
              new Requests.Shift(entity, null, 660L, null),
              new Requests.Shift(entity, null, Long.MIN_VALUE, null),
              new Requests.Shift(entity, null, Long.MAX_VALUE, null));
      for (Requests.Shift each : wrong) {
        assertThat(line.south().shift(each).code()).isEqualTo("shift-not-allowed");
      }
      Requests.Declare bare = line.circle("47 8", "5", FEET, 30);
      assertThat(line.south().declare(bare).code()).isEqualTo("not-understood");
      assertThat(line.notice(line.south(), entity).version()).isEqualTo(1);
    }
  }
}
