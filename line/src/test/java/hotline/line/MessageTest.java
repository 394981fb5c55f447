package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.Address;
import hotline.line.body.Body;
import hotline.line.body.MessageBody;
import hotline.line.body.NoticeRef;
import hotline.line.body.Word;
import hotline.line.effect.MessageEffect;
import hotline.line.message.Delivery;
import hotline.line.message.LineMessage;
import hotline.record.statement.Lane;
import hotline.record.statement.StatementId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages, and the four things that can become of one. */
class MessageTest {
  private final TestLine line = TestLine.of(false, "east", "north", "south");

  @Test
  void eachStepHasItsTimeAndPlace() {
    StatementId stop = send("south", MessageBody.Message.bare(Kind.STOP));
    assertThat(delivery(stop, "north").delivered()).isNull();
    assertThat(reply("north", Lane.URGENT, new MessageBody.Delivered(stop))).isEqualTo("ok");
    long deliveredUs = line.nowUs;
    assertThat(reply("north", Lane.URGENT, new MessageBody.Displayed(stop, "duty")))
        .isEqualTo("ok");
    assertThat(reply("north", Lane.URGENT, new MessageBody.Accepted(stop, "watch", "Anna")))
        .isEqualTo("ok");
    assertThat(reply("north", Lane.URGENT, answer(stop, Word.WILCO))).isEqualTo("ok");
    Delivery north = delivery(stop, "north");
    assertThat(north.delivered()).isEqualTo(new Delivery.Step(deliveredUs, null, null));
    assertThat(north.displayed())
        .isEqualTo(new Delivery.Step(deliveredUs + TestLine.SECOND_US, "duty", null));
    assertThat(north.accepted())
        .isEqualTo(new Delivery.Step(deliveredUs + 2 * TestLine.SECOND_US, "watch", "Anna"));
    assertThat(north.finalAnswer().orElseThrow().word()).isEqualTo(Word.WILCO);
    assertThat(delivery(stop, "east").delivered()).as("silence is nothing").isNull();
  }

  @Test
  void sayingItAgainIsToldSoAndChangesNothing() {
    StatementId stop = send("south", MessageBody.Message.bare(Kind.STOP));
    for (MessageBody.Reply reply :
        List.of(
            new MessageBody.Delivered(stop),
            new MessageBody.Displayed(stop, "duty"),
            new MessageBody.Accepted(stop, "duty", "Anna"),
            answer(stop, Word.ROGER))) {
      assertThat(reply("north", Lane.URGENT, reply)).isEqualTo("ok");
      Delivery before = delivery(stop, "north");
      assertThat(reply("north", Lane.URGENT, reply)).isEqualTo("already-said");
      assertThat(delivery(stop, "north")).isEqualTo(before);
    }
  }

  @Test
  void standbyKeepsTheDialogueOpenAndAnAnswerClosesIt() {
    StatementId query = send("south", MessageBody.Message.bare(Kind.QUERY));
    for (int i = 1; i < Delivery.ANSWERS_MAX; i++) {
      assertThat(reply("north", Lane.ROUTINE, answer(query, Word.STANDBY))).isEqualTo("ok");
    }
    assertThat(reply("north", Lane.ROUTINE, answer(query, Word.STANDBY)))
        .as("room is kept for the final one")
        .isEqualTo("already-said");
    assertThat(reply("north", Lane.ROUTINE, answer(query, Word.AFFIRM))).isEqualTo("ok");
    assertThat(reply("north", Lane.ROUTINE, answer(query, Word.NEGATIVE)))
        .isEqualTo("already-said");
    assertThat(reply("east", Lane.ROUTINE, answer(query, Word.NEGATIVE))).isEqualTo("ok");
  }

  @Test
  void onlyThoseItIsForSpeakOfIt() {
    StatementId toDuty = send("south", to(Kind.QUERY, new Address("north", Optional.of("duty"))));
    assertThat(reply("south", Lane.ROUTINE, new MessageBody.Delivered(toDuty)))
        .isEqualTo("not-addressed");
    assertThat(reply("east", Lane.ROUTINE, answer(toDuty, Word.ROGER))).isEqualTo("not-addressed");
    assertThat(reply("north", Lane.ROUTINE, new MessageBody.Displayed(toDuty, "watch")))
        .isEqualTo("not-addressed");
    assertThat(reply("north", Lane.ROUTINE, new MessageBody.Accepted(toDuty, "attic", "Anna")))
        .isEqualTo("not-addressed");
    assertThat(reply("north", Lane.ROUTINE, new MessageBody.Accepted(toDuty, "duty", "Anna")))
        .isEqualTo("ok");
  }

  @Test
  void whatIsSaidOfAMessageGoesWhereItWent() {
    StatementId stop = send("south", MessageBody.Message.bare(Kind.STOP));
    StatementId text = send("south", MessageBody.Message.bare(Kind.TEXT));
    assertThat(reply("north", Lane.ROUTINE, new MessageBody.Delivered(stop)))
        .isEqualTo("wrong-lane");
    assertThat(reply("north", Lane.URGENT, new MessageBody.Delivered(text)))
        .isEqualTo("wrong-lane");
  }

  @Test
  void aRoutineMessageNamesWhomTheTermsKnow() {
    Voice south = line.voice("south");
    assertThat(line.say(south, to(Kind.TEXT, address("moon"))).code())
        .isEqualTo("addressee-unknown");
    assertThat(line.say(south, to(Kind.TEXT, new Address("north", Optional.of("attic")))).code())
        .isEqualTo("addressee-unknown");
    assertThat(line.say(south, to(Kind.TEXT, address("south"))).code())
        .isEqualTo("addressee-unknown");
  }

  @Test
  void anUrgentOneIsNeverRefusedForThatAndGoesToAllInstead() {
    StatementId lost = send("south", to(Kind.STOP, address("moon"), address("south")));
    assertThat(message(lost).isFor("north", "duty")).isTrue();
    assertThat(message(lost).isFor("east", "watch")).isTrue();
    assertThat(message(lost).isFor("south")).isFalse();
    StatementId half = send("south", to(Kind.STOP, address("moon"), address("north")));
    assertThat(message(half).isFor("north")).isTrue();
    assertThat(message(half).isFor("east")).isFalse();
  }

  @Test
  void aReplyMayBeInTheRecordBeforeItsUrgentMessage() {
    Voice south = line.voice("south");
    Voice.Draft stop = line.draft(south, MessageBody.Message.bare(Kind.STOP));
    stop.sequence = 50;
    StatementId id = stop.sign().id();
    assertThat(reply("north", Lane.URGENT, new MessageBody.Accepted(id, "duty", "Anna")))
        .isEqualTo("ok");
    assertThat(reply("north", Lane.URGENT, answer(id, Word.WILCO))).isEqualTo("ok");
    assertThat(reply("south", Lane.URGENT, answer(id, Word.WILCO))).isEqualTo("ok");
    Outcome arrived = line.say(south, stop);
    assertThat(arrived.code()).isEqualTo("ok");
    assertThat(delivery(id, "north").accepted()).isNotNull();
    assertThat(delivery(id, "north").finalAnswer()).isPresent();
    assertThat(delivery(id, "south").finalAnswer()).as("not addressed").isEmpty();
    assertThat(reply("north", Lane.URGENT, answer(id, Word.UNABLE))).isEqualTo("already-said");
  }

  @Test
  void aRoutineReplyNeedsItsMessage() {
    StatementId unknown = StatementId.of(new byte[32]);
    assertThat(reply("north", Lane.ROUTINE, new MessageBody.Delivered(unknown)))
        .isEqualTo("message-unknown");
    assertThat(reply("north", Lane.URGENT, new MessageBody.Displayed(unknown, "attic")))
        .isEqualTo("message-unknown");
  }

  @Test
  void earlyRepliesAreBounded() {
    for (int i = 0; i < 1_000; i++) {
      byte[] id = new byte[32];
      id[0] = (byte) i;
      id[1] = (byte) (i >>> 8);
      assertThat(reply("north", Lane.URGENT, new MessageBody.Delivered(StatementId.of(id))))
          .isEqualTo("ok");
    }
    byte[] one = new byte[32];
    one[2] = 1;
    assertThat(reply("north", Lane.URGENT, new MessageBody.Delivered(StatementId.of(one))))
        .isEqualTo("message-unknown");
    assertThat(reply("east", Lane.URGENT, new MessageBody.Delivered(StatementId.of(one))))
        .as("another party's room is its own")
        .isEqualTo("ok");
  }

  @Test
  void anAnsweredLineCheckProvesTheLine() {
    StatementId check = send("south", MessageBody.Message.bare(Kind.LINE_CHECK));
    reply("north", Lane.URGENT, new MessageBody.Delivered(check));
    assertThat(line.state.messages().lineProven("north")).isEmpty();
    Voice north = line.voice("north");
    Outcome answered =
        line.say(north, line.draft(north, answer(check, Word.ROGER)).in(Lane.URGENT));
    assertThat(answered.effects())
        .contains(new MessageEffect.LineProven("north", check, line.nowUs));
    assertThat(line.state.messages().lineProven("north").orElseThrow().timeUs())
        .isEqualTo(line.nowUs);
    assertThat(line.state.messages().lineProven("south")).isEmpty();
  }

  @Test
  void aConflictNamesOneNoticeOfEachOfTwoParties() {
    line.accepted("south", Places.declare(1, 1, Places.extent(46, 8, 10, 0)));
    line.accepted("south", Places.declare(2, 1, Places.extent(46, 8, 10, 0)));
    line.accepted("north", Places.declare(3, 1, Places.extent(46, 8, 10, 0)));
    assertThat(conflict(1, 3)).isEqualTo("ok");
    assertThat(conflict(1, 2)).isEqualTo("conflict-needs-two");
    assertThat(conflict(1)).isEqualTo("conflict-needs-two");
    assertThat(conflict(1, 9)).isEqualTo("conflict-needs-two");
    assertThat(conflict(1, 2, 3)).isEqualTo("conflict-needs-two");
  }

  @Test
  void anAnswerNamesANoticeOfItsOwnParty() {
    line.accepted("south", Places.declare(1, 1, Places.extent(46, 8, 10, 0)));
    line.accepted("north", Places.declare(3, 1, Places.extent(46, 8, 10, 0)));
    conflict(1, 3);
    StatementId id = line.state.messages().latest(1).getFirst().id();
    assertThat(reply("north", Lane.ROUTINE, wilco(id, 1))).isEqualTo("notice-unknown");
    assertThat(reply("north", Lane.ROUTINE, wilco(id, 3))).isEqualTo("ok");
  }

  @Test
  void anOldMessageOfOnePartyIsForgottenAndNoneOfAnothers() {
    StatementId souths = send("south", MessageBody.Message.bare(Kind.STOP));
    StatementId first = send("north", MessageBody.Message.bare(Kind.STOP));
    for (int i = 0; i < 10_000; i++) {
      send("north", MessageBody.Message.bare(Kind.STOP));
    }
    assertThat(line.state.messages().message(first)).isEmpty();
    assertThat(line.state.messages().message(souths)).isPresent();
    assertThat(line.state.messages().all()).hasSize(10_001);
  }

  private String conflict(long... entities) {
    List<NoticeRef> notices =
        Arrays.stream(entities).mapToObj(each -> new NoticeRef(Places.entity(each), 1)).toList();
    return line.say(
            "south",
            new MessageBody.Message(
                Kind.CONFLICT,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                notices))
        .code();
  }

  private static MessageBody.Answer wilco(StatementId message, long entity) {
    return new MessageBody.Answer(
        message,
        Word.WILCO,
        Optional.empty(),
        Optional.of(new NoticeRef(Places.entity(entity), 1)));
  }

  private StatementId send(String party, MessageBody.Message message) {
    return new StatementId(line.accepted(party, message).id());
  }

  private static Address address(String party) {
    return new Address(party, Optional.empty());
  }

  private static MessageBody.Message to(Kind kind, Address... to) {
    return new MessageBody.Message(
        kind,
        List.of(to),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static MessageBody.Answer answer(StatementId message, Word word) {
    return new MessageBody.Answer(message, word, Optional.empty(), Optional.empty());
  }

  private String reply(String party, Lane lane, Body reply) {
    Voice voice = line.voice(party);
    Voice.Draft draft = line.draft(voice, reply).in(lane);
    return line.say(voice, draft).code();
  }

  private LineMessage message(StatementId id) {
    return line.state.messages().message(id).orElseThrow();
  }

  private Delivery delivery(StatementId id, String party) {
    return message(id).delivery(party);
  }
}
