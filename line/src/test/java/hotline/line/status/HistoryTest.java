package hotline.line.status;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.ChannelState;
import hotline.line.body.Scope;
import hotline.record.merkle.Merkle;
import hotline.record.statement.StatementId;
import hotline.testkit.Chance;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of a party's words counts, against a reading that forgets nothing. */
class HistoryTest {
  private static final List<Scope> SCOPES =
      List.of(Scope.WHOLE, scope("east", null), scope(null, "transit"), scope("east", "transit"));

  /** Things that lie in no scope but the whole, in the zone, of the category, in both. */
  private static final List<Predicate<Scope>> THINGS =
      SCOPES.stream().<Predicate<Scope>>map(place -> scope -> scope.includes(place)).toList();

  private static final int TIMES = 3;

  /** Every sequence of three words over every scope and time, asked of everything at every time. */
  @Test
  void everyShortHistory() {
    int words = SCOPES.size() * TIMES;
    for (int number = 0; number < words * words * words; number++) {
      List<ChannelStatus> said = new ArrayList<>();
      int rest = number;
      for (int i = 0; i < 3; i++) {
        said.add(word(i, rest % SCOPES.size(), rest / SCOPES.size() % TIMES));
        rest /= words;
      }
      assertAlike(said);
    }
  }

  @Test
  void longHistoriesForgetNothingThatCounts() {
    for (long seed = 0; seed < 20; seed++) {
      Chance chance = Chance.of(seed);
      History history = History.EMPTY;
      List<ChannelStatus> all = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        ChannelStatus next =
            word(i, (int) chance.between(0, SCOPES.size() - 1), i + (int) chance.between(0, 50));
        history = history.with(next).orElseThrow();
        all.add(next);
        assertThat(history.said().size()).isLessThanOrEqualTo(History.KEPT_MAX);
        for (Predicate<Scope> thing : THINGS) {
          for (int time = i; time < i + 60; time += 7) {
            assertThat(history.at(time, thing)).isEqualTo(oracle(all, time, thing));
          }
        }
      }
    }
  }

  @Test
  void whereNothingMayBeForgottenThereIsNoRoom() {
    History history = History.EMPTY;
    for (int i = 0; i < History.KEPT_MAX; i++) {
      history = history.with(word(i, scope("z" + i, null), 0)).orElseThrow();
    }
    assertThat(history.with(word(99, scope("z99", null), 0))).isEmpty();
    assertThat(history.with(word(99, Scope.WHOLE, 1_000)))
        .as("nor for what is only announced")
        .isEmpty();
    assertThat(history.with(word(99, Scope.WHOLE, 99)).map(History::said))
        .as("the whole line, from now on, always gets through")
        .hasValueSatisfying(said -> assertThat(said.size()).isLessThanOrEqualTo(64));
    assertThat(history.with(word(99, scope("z7", null), 99)))
        .as("a word in the place of another")
        .isPresent();
  }

  private static void assertAlike(List<ChannelStatus> said) {
    History history = History.EMPTY;
    for (ChannelStatus next : said) {
      history = history.with(next).orElseThrow();
    }
    for (Predicate<Scope> thing : THINGS) {
      for (int time = -1; time <= TIMES; time++) {
        assertThat(history.at(time, thing)).isEqualTo(oracle(said, time, thing));
      }
    }
    for (int time = -1; time <= TIMES; time++) {
      List<ChannelStatus> standing = history.standing(time);
      for (Predicate<Scope> thing : THINGS) {
        assertThat(
                standing.reversed().stream().filter(each -> thing.test(each.scope())).findFirst())
            .as("what stands is all that is needed")
            .isEqualTo(oracle(said, time, thing));
      }
    }
  }

  private static Optional<ChannelStatus> oracle(
      List<ChannelStatus> said, long time, Predicate<Scope> thing) {
    @Nullable ChannelStatus last = null;
    for (ChannelStatus each : said) {
      if (each.effectiveUs() <= time && thing.test(each.scope())) {
        last = each;
      }
    }
    return Optional.ofNullable(last);
  }

  private static ChannelStatus word(int number, int scope, long effectiveUs) {
    return word(number, SCOPES.get(scope), effectiveUs);
  }

  private static ChannelStatus word(int number, Scope scope, long effectiveUs) {
    return new ChannelStatus(
        "north",
        scope,
        number % 2 == 0 ? ChannelState.SUSPENDED : ChannelState.IN_FORCE,
        effectiveUs,
        effectiveUs,
        number,
        null,
        "words",
        new StatementId(Merkle.plain(ByteBuffer.allocate(4).putInt(number).array())),
        number,
        List.of());
  }

  private static Scope scope(@Nullable String zone, @Nullable String category) {
    return new Scope(Optional.ofNullable(zone), Optional.ofNullable(category));
  }
}
