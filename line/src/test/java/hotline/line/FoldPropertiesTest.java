package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.effect.ChainEffect;
import hotline.line.effect.Effect;
import hotline.record.merkle.Frontier;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.testkit.Chance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds of every history. */
class FoldPropertiesTest {
  private static final int STATEMENTS = 150;

  @Test
  void historiesReachMostOfTheRules() {
    Set<String> reached = new TreeSet<>();
    Seeds.some(30)
        .forEach(seed -> history(seed).outcomes.stream().map(Outcome::code).forEach(reached::add));
    Set<String> rules = Refusal.all().stream().map(Refusal::code).collect(Collectors.toSet());
    rules.retainAll(reached);
    assertThat(reached).contains("ok", "malformed", "duplicate", "gap", "time-went-back");
    assertThat(rules).as("rules that a generated history runs into").hasSizeGreaterThan(30);
  }

  @Test
  void everyPrefixOfARecordFoldsToTheStateOfItsTime() {
    Seeds.some(12)
        .forEach(seed -> {
          TestLine line = TestLine.ofTwo();
          Histories history = Histories.on(line, Chance.of(seed)).go(STATEMENTS / 2);
          String then = Portrait.of(line.state);
          int size = line.entries.size();
          history.go(STATEMENTS / 2);
          assertThat(Portrait.of(replay(line, size))).as("seed %d", seed).isEqualTo(then);
          assertThat(Portrait.of(replay(line, line.entries.size())))
              .as("seed %d", seed)
              .isEqualTo(Portrait.of(line.state));
        });
  }

  @Test
  void replayGivesTheSameOutcomeRoot() {
    Seeds.some(12)
        .forEach(seed -> {
          TestLine line = history(seed);
          Frontier roots = Frontier.EMPTY;
          LineState again = LineState.of(line.line());
          for (int i = 0; i < line.entries.size(); i++) {
            roots = roots.append(Merkle.leaf(again.apply(line.entry(i)).bytes()));
          }
          assertThat(roots.root()).as("seed %d", seed).isEqualTo(outcomeRoot(line));
        });
  }

  /** If the effects alone make the state, then equal digests of them mean equal states. */
  @Test
  void theEffectsAloneMakeTheState() {
    Seeds.some(12)
        .forEach(seed -> {
          TestLine line = history(seed);
          Rules rules = new Rules();
          for (Outcome outcome : line.outcomes) {
            outcome.effects().stream()
                .filter(effect -> !(effect instanceof ChainEffect.Advanced))
                .forEach(rules::on);
          }
          assertThat(Portrait.of(rules))
              .as("seed %d", seed)
              .isEqualTo(Portrait.of(line.state.rules()));
          assertThat(rules)
              .as("seed %d, to the last private field", seed)
              .usingRecursiveComparison()
              .ignoringFields("notices.index")
              .isEqualTo(line.state.rules());
        });
  }

  @Test
  void differentEffectsHaveDifferentDigests() {
    Seeds.some(6)
        .forEach(seed -> {
          List<Effect> effects =
              history(seed).outcomes.stream()
                  .flatMap(outcome -> outcome.effects().stream())
                  .distinct()
                  .toList();
          assertThat(effects.stream().map(Effect::encoded).distinct().count())
              .as("seed %d", seed)
              .isEqualTo(effects.size());
        });
  }

  @Test
  void onlyAcceptedStatementsChangeAnythingButTheirChain() {
    Seeds.some(12)
        .forEach(seed -> {
          Histories history = Histories.of(Chance.of(seed));
          TestLine line = history.line;
          for (int i = 0; i < STATEMENTS; i++) {
            String before = Portrait.of(line.state.rules());
            String heads = line.state.heads().toCbor().toString();
            history.go(1);
            Outcome outcome = line.outcomes.getLast();
            if (outcome.verdict() != Verdict.ACCEPTED) {
              assertThat(Portrait.of(line.state.rules())).isEqualTo(before);
              assertThat(outcome.sentence()).isNotBlank();
            }
            if (outcome.verdict() == Verdict.VOID) {
              assertThat(line.state.heads().toCbor().toString()).isEqualTo(heads);
              assertThat(outcome.effects()).isEmpty();
            }
          }
        });
  }

  @Test
  void noBytesMakeItThrow() {
    Seeds.some(6)
        .forEach(seed -> {
          TestLine line = history(seed);
          Chance chance = Chance.of(seed);
          for (int i = 0; i < 200; i++) {
            byte[] bytes = chance.pick(line.entries).clone();
            for (long flips = chance.between(1, 3); flips > 0 && bytes.length > 0; flips--) {
              bytes[(int) chance.between(0, bytes.length - 1)] ^=
                  (byte) (1 << chance.between(0, 7));
            }
            Outcome outcome = line.order(bytes, chance.oneIn(2), Optional.empty());
            assertThat(outcome.verdict()).isEqualTo(Verdict.VOID);
          }
        });
  }

  private static TestLine history(long seed) {
    return Histories.of(Chance.of(seed)).go(STATEMENTS).line;
  }

  private static LineState replay(TestLine line, int size) {
    LineState state = LineState.of(line.line());
    for (int i = 0; i < size; i++) {
      state.apply(line.entry(i));
    }
    return state;
  }

  private static Hash outcomeRoot(TestLine line) {
    Frontier frontier = Frontier.EMPTY;
    for (Outcome outcome : line.outcomes) {
      frontier = frontier.append(Merkle.leaf(outcome.bytes()));
    }
    return frontier.root();
  }
}
