package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.MessageBody;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeRef;
import hotline.line.body.ThirdPartyBody;
import hotline.line.body.ThirdPartyBody.Step;
import hotline.line.body.ThirdPartyBody.To;
import hotline.line.body.ThirdPartyBody.What;
import hotline.line.effect.ThirdPartyEffect;
import hotline.line.thirdparty.Relay;
import hotline.record.statement.Mode;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Third parties: who can reach them, and what was handed on. */
class ThirdPartyTest {
  private static final To CIVIL = new To.ThirdParty("civil");
  private static final To TOWER = new To.Unit("Tower 2");

  private final TestLine line = TestLine.of(false, "east", "north", "south");

  @Test
  void eachPartySaysWhomItCanReachAndTheLatestCounts() {
    assertThat(line.state.thirdParties().reach("north", "civil")).isEmpty();
    line.accepted("north", new ThirdPartyBody.Reach("civil", true, "by telephone"));
    line.accepted("north", new ThirdPartyBody.Reach("civil", false, "the line is dead"));
    line.accepted("south", new ThirdPartyBody.Reach("civil", true, ""));
    assertThat(line.state.thirdParties().reach("north", "civil").orElseThrow().content().can())
        .isFalse();
    assertThat(line.state.thirdParties().reaches()).hasSize(2);
    assertThat(line.say("north", new ThirdPartyBody.Reach("moon", true, "")).code())
        .isEqualTo("third-party-unknown");
    Voice north = line.voice("north");
    ThirdPartyBody.Reach drill = new ThirdPartyBody.Reach("civil", true, "");
    assertThat(line.say(north, line.draft(north, drill).mode(Mode.EXERCISE)).code())
        .isEqualTo("wrong-mode");
  }

  @Test
  void aNoticeIsHandedOnToWhomItIsReleased() {
    line.accepted("south", released(1, List.of("civil")));
    NoticeRef notice = new NoticeRef(Places.entity(1), 1);
    assertThat(relay("north", new What.Declared(notice), CIVIL, Step.HANDED_ON)).isEqualTo("ok");
    assertThat(
            relay("north", new What.Declared(notice), new To.ThirdParty("rescue"), Step.HANDED_ON))
        .isEqualTo("not-released");
    assertThat(relay("north", new What.Declared(notice), new To.ThirdParty("moon"), Step.HANDED_ON))
        .isEqualTo("third-party-unknown");
    assertThat(relay("north", new What.Declared(notice), TOWER, Step.HANDED_ON))
        .as("its own unit")
        .isEqualTo("ok");
    assertThat(relay("south", new What.Declared(notice), CIVIL, Step.HANDED_ON))
        .isEqualTo("own-item");
    NoticeRef later = new NoticeRef(Places.entity(1), 2);
    assertThat(relay("east", new What.Declared(later), CIVIL, Step.HANDED_ON))
        .isEqualTo("version-old");
    NoticeRef unknown = new NoticeRef(Places.entity(9), 1);
    assertThat(relay("east", new What.Declared(unknown), CIVIL, Step.HANDED_ON))
        .isEqualTo("notice-unknown");
  }

  @Test
  void whatWasBegunIsTickedOffThoughTheNoticeHasEnded() {
    line.accepted("south", released(1, List.of("civil")));
    What notice = new What.Declared(new NoticeRef(Places.entity(1), 1));
    relay("north", notice, CIVIL, Step.HANDED_ON);
    line.accepted("south", new NoticeBody.End(Places.entity(1), 1));
    assertThat(relay("north", notice, CIVIL, Step.CONFIRMED)).isEqualTo("ok");
    assertThat(relay("east", notice, CIVIL, Step.HANDED_ON)).isEqualTo("notice-ended");
    assertThat(line.state.thirdParties().relaysOf(notice))
        .extracting(each -> each.content().step())
        .containsExactly(Step.CONFIRMED);
  }

  @Test
  void aMessageIsHandedOnByThoseItIsForAndItsSenderSeesIt() {
    What stop = new What.Message(Quarrel.id(line.accepted("south", stop())));
    Outcome outcome =
        line.say(
            "north", new ThirdPartyBody.Relay(stop, TOWER, Step.HANDED_ON, Optional.of("read")));
    assertThat(outcome.effects())
        .anySatisfy(effect -> assertThat(effect).isInstanceOf(ThirdPartyEffect.Relayed.class));
    assertThat(relay("south", stop, TOWER, Step.HANDED_ON)).isEqualTo("not-addressed");
    assertThat(relay("east", stop, TOWER, Step.COULD_NOT)).isEqualTo("ok");
    assertThat(line.state.thirdParties().relaysOf(stop))
        .extracting(each -> each.said().party())
        .containsExactly("north", "east");
    What nothing = new What.Message(StatementId.of(new byte[32]));
    assertThat(relay("north", nothing, TOWER, Step.HANDED_ON)).isEqualTo("message-unknown");
  }

  @Test
  void receiversOfOneThingAreBoundedForEachParty() {
    What stop = new What.Message(Quarrel.id(line.accepted("south", stop())));
    for (int i = 0; i < 16; i++) {
      assertThat(relay("north", stop, new To.Unit("Tower " + i), Step.HANDED_ON)).isEqualTo("ok");
    }
    assertThat(relay("north", stop, new To.Unit("Tower 16"), Step.HANDED_ON))
        .isEqualTo("relayed-enough");
    assertThat(relay("north", stop, new To.Unit("Tower 3"), Step.CONFIRMED)).isEqualTo("ok");
    assertThat(relay("east", stop, new To.Unit("Tower 16"), Step.HANDED_ON)).isEqualTo("ok");
  }

  @Test
  void anOldRelayOfOnePartyIsForgottenAndNoneOfAnothers() {
    What first = new What.Message(Quarrel.id(line.accepted("south", stop())));
    relay("north", first, TOWER, Step.HANDED_ON);
    relay("east", first, TOWER, Step.HANDED_ON);
    for (int i = 0; i < 625; i++) {
      What stop = new What.Message(Quarrel.id(line.accepted("south", stop())));
      for (int tower = 0; tower < 16; tower++) {
        relay("north", stop, new To.Unit("Tower " + tower), Step.HANDED_ON);
      }
    }
    assertThat(line.state.thirdParties().relaysOf(first))
        .extracting(Relay::said)
        .extracting("party")
        .containsExactly("east");
  }

  private static MessageBody.Message stop() {
    return MessageBody.Message.bare(Kind.STOP);
  }

  private static NoticeBody.Declare released(long version, List<String> release) {
    NoticeBody.Declare plain = Places.declare(1, version, Places.extent(46, 8, 10, 0));
    return new NoticeBody.Declare(
        plain.entity(),
        version,
        plain.category(),
        plain.extents(),
        plain.commitment(),
        plain.leaves(),
        plain.answers(),
        release);
  }

  private String relay(String party, What what, To to, Step step) {
    return line.say(party, new ThirdPartyBody.Relay(what, to, step, Optional.empty())).code();
  }
}
