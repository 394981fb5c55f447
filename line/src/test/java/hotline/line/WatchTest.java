package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.WatchBody;
import hotline.line.watch.Watch;
import hotline.record.statement.StatementId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Taking the watch and handing it over. */
class WatchTest {
  private static final StatementId OPEN = StatementId.of(new byte[32]);

  private final TestLine line = TestLine.ofTwo();

  @Test
  void aHandoverIsCompleteWhenTheNamedOfficerTakesIt() {
    assertThat(handOver("Boris")).isEqualTo("no-watch");
    assertThat(take("Anna").taken()).isEqualTo(Watch.Taken.FRESH);
    assertThat(handOver("Boris")).isEqualTo("ok");
    assertThat(watch().officer()).as("until Boris takes it").isEqualTo("Anna");
    assertThat(watch().handingTo()).isEqualTo("Boris");
    Watch taken = take("Boris");
    assertThat(taken.taken()).isEqualTo(Watch.Taken.AS_NAMED);
    assertThat(taken.handingTo()).isNull();
    assertThat(taken.open()).containsExactly(OPEN);
  }

  @Test
  void whoTakesItOtherwiseIsRecordedAsThat() {
    take("Anna");
    assertThat(take("Boris").taken()).isEqualTo(Watch.Taken.UNNAMED);
    handOver("Chen");
    assertThat(take("Dora").taken()).isEqualTo(Watch.Taken.OTHER_THAN_NAMED);
  }

  @Test
  void eachPartyAndPostHasItsOwn() {
    take("Anna");
    assertThat(line.state.watches().at("south", "duty")).isEmpty();
    assertThat(line.state.watches().at("north", "watch")).isEmpty();
    assertThat(line.say("north", new WatchBody.Take("attic", "Anna")).code())
        .isEqualTo("post-unknown");
  }

  private Watch take(String officer) {
    line.accepted("north", new WatchBody.Take("duty", officer));
    return watch();
  }

  private String handOver(String officer) {
    return line.say("north", new WatchBody.Handover("duty", officer, List.of(OPEN))).code();
  }

  private Watch watch() {
    return line.state.watches().at("north", "duty").orElseThrow();
  }
}
