package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.EveryKind.Row;
import hotline.line.body.ChannelState;
import hotline.line.body.Scope;
import hotline.line.body.StatusBody;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDefaults;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind in every situation of the channel: what a suspension refuses, and nothing else. */
class SuspensionTest {
  private static final Scope EAST = new Scope(Optional.of("east"), Optional.empty());
  private static final Scope WEST = new Scope(Optional.of("west"), Optional.empty());
  private static final Scope TRANSIT = new Scope(Optional.empty(), Optional.of("transit"));
  private static final Scope SURVEY = new Scope(Optional.empty(), Optional.of("survey"));
  private static final Scope TRANSIT_IN_EAST =
      new Scope(Optional.of("east"), Optional.of("transit"));
  private static final Scope SURVEY_IN_EAST = new Scope(Optional.of("east"), Optional.of("survey"));

  /** What is refused when the terms let nothing pass that they need not, and can be placed. */
  private static final Set<String> PLACED =
      Set.of(
          "NOTICE",
          "NOTICE-STATE ACTIVATED",
          "DISPUTE",
          "CONFLICT",
          "QUERY about notices",
          "TEXT about notices");

  /** What names no notice. */
  private static final Set<String> UNPLACED = Set.of("QUERY", "TEXT");

  /** What passes nevertheless if the terms list it. */
  private static final Set<String> TALK =
      Set.of("QUERY", "TEXT", "QUERY about notices", "TEXT about notices");

  private static final List<Kind> MINIMUM = Terms.SAFETY_MINIMUM.stream().sorted().toList();

  private enum Bars {
    NOTHING,
    ALL,
    WHAT_IS_IN_THE_SCOPE,
    WHAT_IS_NOT;

    private Set<String> rows() {
      return switch (this) {
        case NOTHING -> Set.of();
        case ALL -> union(PLACED, UNPLACED);
        case WHAT_IS_IN_THE_SCOPE -> PLACED;
        case WHAT_IS_NOT -> UNPLACED;
      };
    }
  }

  private static final List<Situation> SITUATIONS =
      List.of(
          new Situation("nobody has spoken", Bars.NOTHING, _ -> {}),
          new Situation(
              "all in force",
              Bars.NOTHING,
              then(says("north", true, Scope.WHOLE), says("south", true, Scope.WHOLE))),
          new Situation("own suspended", Bars.ALL, says("north", false, Scope.WHOLE)),
          new Situation("own suspended later", Bars.NOTHING, later("north", Scope.WHOLE)),
          new Situation("other suspended", Bars.ALL, says("south", false, Scope.WHOLE)),
          new Situation("other suspended later", Bars.NOTHING, later("south", Scope.WHOLE)),
          new Situation(
              "both suspended",
              Bars.ALL,
              then(says("north", false, Scope.WHOLE), says("south", false, Scope.WHOLE))),
          new Situation(
              "restored by itself",
              Bars.NOTHING,
              then(says("north", false, Scope.WHOLE), says("north", true, Scope.WHOLE))),
          new Situation("restored by offer", Bars.NOTHING, restored(Scope.WHOLE)),
          new Situation("own zone", Bars.WHAT_IS_IN_THE_SCOPE, says("north", false, EAST)),
          new Situation("other zone", Bars.WHAT_IS_IN_THE_SCOPE, says("south", false, EAST)),
          new Situation("own category", Bars.WHAT_IS_IN_THE_SCOPE, says("north", false, TRANSIT)),
          new Situation("other category", Bars.WHAT_IS_IN_THE_SCOPE, says("south", false, TRANSIT)),
          new Situation(
              "own zone and category",
              Bars.WHAT_IS_IN_THE_SCOPE,
              says("north", false, TRANSIT_IN_EAST)),
          new Situation(
              "other zone and category",
              Bars.WHAT_IS_IN_THE_SCOPE,
              says("south", false, TRANSIT_IN_EAST)),
          new Situation("own zone elsewhere", Bars.NOTHING, says("north", false, WEST)),
          new Situation("other zone elsewhere", Bars.NOTHING, says("south", false, WEST)),
          new Situation("own other category", Bars.NOTHING, says("north", false, SURVEY)),
          new Situation("other other category", Bars.NOTHING, says("south", false, SURVEY)),
          new Situation(
              "own zone other category", Bars.NOTHING, says("north", false, SURVEY_IN_EAST)),
          new Situation("own zone later", Bars.NOTHING, later("north", EAST)),
          new Situation(
              "whole then zone restored",
              Bars.WHAT_IS_NOT,
              then(says("north", false, Scope.WHOLE), says("north", true, EAST))),
          new Situation(
              "whole then another zone restored",
              Bars.ALL,
              then(says("north", false, Scope.WHOLE), says("north", true, WEST))),
          new Situation(
              "zone then whole restored",
              Bars.NOTHING,
              then(says("north", false, EAST), says("north", true, Scope.WHOLE))),
          new Situation("zone restored by offer", Bars.WHAT_IS_NOT, restored(EAST)));

  private record Situation(String name, Bars bars, Consumer<TestLine> bring) {
    /** North's rows that are refused in it as suspended. */
    private Set<String> refused(List<Kind> survives) {
      TestLine line = EveryKind.prepared(survives);
      bring.accept(line);
      EveryKind.offers(line);
      Set<Kind> tried = EnumSet.noneOf(Kind.class);
      Set<String> refused = new TreeSet<>();
      for (Row row : EveryKind.rows(line)) {
        String code = EveryKind.code(line, row);
        if (code.equals(Refusals.SUSPENDED.code())) {
          refused.add(row.name());
        } else {
          assertThat(code).as("%s, %s", row.name(), name).isEqualTo("ok");
        }
        tried.add(row.body().kind());
      }
      assertThat(tried).as("kinds in the table").isEqualTo(EnumSet.allOf(Kind.class));
      return refused;
    }
  }

  @Test
  void everyKindInEverySituation() {
    for (List<Kind> survives : List.of(MINIMUM, TermsDefaults.SURVIVES)) {
      for (Situation situation : SITUATIONS) {
        Set<String> expected = new TreeSet<>(situation.bars().rows());
        if (!survives.equals(MINIMUM)) {
          expected.removeAll(TALK);
        }
        assertThat(situation.refused(survives))
            .as("%s, %s", situation.name(), survives)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void whatTheTermsListPassesAlways() {
    for (Situation situation : SITUATIONS) {
      assertThat(situation.refused(List.of(Kind.values()))).as(situation.name()).isEmpty();
    }
  }

  @Test
  void withThreePartiesTheTwoThatAreInForceGoOn() {
    TestLine line = TestLine.of(false, "east", "north", "south");
    says("south", false, Scope.WHOLE).accept(line);
    line.accepted("north", Places.declare(1, 1, Places.extent(46, 8, 10, 0)));
    says("east", false, EAST).accept(line);
    assertThat(line.say("north", Places.declare(2, 1, Places.extent(46, 8, 11, 0))).sentence())
        .contains("every other party (east for zone east, south for the whole line)");
    assertThat(line.say("north", Places.declare(2, 1, Places.extent(46, -8, 11, 0))).code())
        .isEqualTo("ok");
    assertThat(
            line.say(
                    "north",
                    Places.declare(3, 1, Places.extent(46, -8, 11, 0), Places.extent(46, 8, 11, 0)))
                .code())
        .as("partly in the scope is not in it")
        .isEqualTo("ok");
  }

  /** The table of docs/rules.md, from what the rules say. */
  static String table() {
    List<Situation> columns =
        Stream.of(
                "all in force",
                "own suspended",
                "other suspended",
                "own zone",
                "other zone",
                "own zone elsewhere")
            .map(name ->
                SITUATIONS.stream().filter(each -> each.name().equals(name)).findFirst().get())
            .toList();
    Map<String, List<String>> cells = new LinkedHashMap<>();
    TestLine line = EveryKind.prepared(MINIMUM);
    EveryKind.offers(line);
    EveryKind.rows(line).forEach(row -> cells.put(row.name(), new ArrayList<>()));
    for (Situation column : columns) {
      Set<String> refused = column.refused(MINIMUM);
      cells.forEach((name, row) -> row.add(refused.contains(name) ? "**if listed**" : "passes"));
    }
    StringBuilder text =
        new StringBuilder(
            """
            | what is said | all in force | own channel suspended | every other's suspended | own: a scope that holds it | every other's: a scope that holds it | a scope that does not |
            |---|---|---|---|---|---|---|
            """);
    cells.forEach((name, row) ->
        text.append("| `")
            .append(name)
            .append("` | ")
            .append(String.join(" | ", row))
            .append(" |\n"));
    return text.toString();
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  private static Consumer<TestLine> then(Consumer<TestLine> first, Consumer<TestLine> second) {
    return first.andThen(second);
  }

  private static Consumer<TestLine> says(String party, boolean inForce, Scope scope) {
    ChannelState state = inForce ? ChannelState.IN_FORCE : ChannelState.SUSPENDED;
    return line ->
        line.accepted(party, new StatusBody.State(state, 0, Optional.empty(), "words", scope));
  }

  private static Consumer<TestLine> later(String party, Scope scope) {
    return line ->
        line.accepted(
            party,
            new StatusBody.State(
                ChannelState.SUSPENDED,
                line.nowUs + 7200 * TestLine.SECOND_US,
                Optional.empty(),
                "words",
                scope));
  }

  private static Consumer<TestLine> restored(Scope scope) {
    return line -> {
      says("north", false, Scope.WHOLE).accept(line);
      says("south", false, Scope.WHOLE).accept(line);
      Outcome offer =
          line.accepted(
              "south",
              new StatusBody.Offer(
                  Optional.empty(),
                  "let us",
                  line.nowUs + 3600 * TestLine.SECOND_US,
                  Optional.empty(),
                  scope));
      line.accepted("north", new StatusBody.Accept(new StatementId(offer.id())));
    };
  }
}
