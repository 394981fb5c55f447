package hotline.line;

import hotline.line.body.Address;
import hotline.line.body.Body;
import hotline.line.body.MessageBody;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeRef;
import hotline.line.body.NoticeState;
import hotline.line.body.WatchBody;
import hotline.line.body.Word;
import hotline.line.message.LineMessage;
import hotline.line.notice.Notice;
import hotline.record.merkle.Hash;
import hotline.record.statement.Basis;
import hotline.record.statement.Lane;
import hotline.record.statement.Mode;
import hotline.record.statement.StatementId;
import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whole histories of a line by chance: parties that mostly make sense, and now and then lie, repeat
 * themselves, speak out of turn or send noise.
 */
final class Histories {
  private static final List<Kind> MESSAGES =
      List.of(
          Kind.STOP,
          Kind.DISTRESS,
          Kind.WARNING,
          Kind.QUERY,
          Kind.LINE_CHECK,
          Kind.CONFLICT,
          Kind.TEXT);

  final TestLine line;
  private final Chance chance;
  private final Talks talks;
  private final Quarrels quarrels;

  private Histories(TestLine line, Chance chance) {
    this.line = line;
    this.chance = chance;
    this.talks = new Talks(line, chance);
    this.quarrels = new Quarrels(line, chance);
  }

  /** A line of two or three parties, with terms in force. */
  static Histories of(Chance chance) {
    TestLine line =
        chance.oneIn(3)
            ? TestLine.of(false, "east", "north", "south")
            : TestLine.of(false, "north", "south");
    return new Histories(line, chance);
  }

  /** On this line. */
  static Histories on(TestLine line, Chance chance) {
    return new Histories(line, chance);
  }

  /** So many more statements of any party. */
  Histories go(int statements) {
    for (int i = 0; i < statements; i++) {
      speak(chance.pick(line.genesis.parties()));
    }
    return this;
  }

  /** One more statement of a party, or something in its name. */
  Outcome speak(String party) {
    if (chance.oneIn(40)) {
      return line.order(chance.bytes((int) chance.between(0, 60)), true, Optional.empty());
    }
    if (chance.oneIn(40) && !line.entries.isEmpty()) {
      return line.order(chance.pick(line.entries), true, Optional.empty());
    }
    boolean byRoot = chance.oneIn(12);
    Voice voice = byRoot ? line.root(party) : line.voice(party);
    Body body = byRoot || chance.oneIn(30) ? talks.terms(party) : body(party);
    Voice.Draft draft = line.draft(voice, body);
    if (body instanceof MessageBody.Reply reply) {
      draft.in(laneOf(reply));
    }
    distort(draft);
    return line.say(voice, draft);
  }

  /** A reply goes where its message went; one that has no message yet is urgent. */
  private Lane laneOf(MessageBody.Reply reply) {
    return line.state
        .messages()
        .message(reply.message())
        .map(LineMessage::lane)
        .orElse(Lane.URGENT);
  }

  private void distort(Voice.Draft draft) {
    switch ((int) chance.between(0, 60)) {
      case 0 -> draft.basis(line.basisAt((int) chance.between(0, line.entries.size())));
      case 1 -> draft.basis(new Basis(chance.between(0, 2L * line.entries.size()), hash()));
      case 2 -> draft.basis(null);
      case 3 -> draft.terms(hash());
      case 4 -> draft.terms(null);
      case 5 -> draft.at(line.nowUs - chance.between(0, 60) * TestLine.SECOND_US);
      case 6 -> draft.sequence = Math.max(0, draft.sequence + chance.between(-1, 1));
      case 7 -> draft.before = new StatementId(hash());
      case 8 -> draft.kind = (int) chance.between(0, 70);
      case 9 -> draft.in(chance.oneIn(2) ? Lane.URGENT : Lane.ROUTINE);
      case 10 -> draft.mode(Mode.EXERCISE);
      case 11 -> draft.with = new Keyring.Unsigned(TestLine.key("stranger"));
      default -> {
        // As it should be.
      }
    }
  }

  private Body body(String party) {
    return switch ((int) chance.between(0, 16)) {
      case 0, 1, 2, 3 -> declare(party);
      case 4 -> move(party);
      case 5 -> {
        NoticeRef notice = notice(party);
        yield new NoticeBody.End(notice.entity(), notice.version());
      }
      case 6 -> {
        NoticeRef notice = notice(other(party));
        yield new NoticeBody.Dispute(
            notice.entity(), notice.version(), chance.pick(grounds()), "too close");
      }
      case 7, 8 -> message();
      case 9, 10 -> reply();
      case 11 -> talks.status();
      case 12, 13, 14, 15 -> quarrels.body(party);
      default -> watch();
    };
  }

  private NoticeBody.Declare declare(String party) {
    long number = entityNumber(party);
    long version =
        line.state.notices().live(Places.entity(number)).map(Notice::version).orElse(0L)
            + (chance.oneIn(15) ? chance.between(-1, 2) : 1);
    int lat = 46;
    int lng = (int) chance.between(7, 9);
    return Places.declare(
        number,
        Math.max(1, version),
        chance.oneIn(20) ? "parade" : chance.pick(List.of("transit", "survey")),
        Places.extent(lat, lng, (int) chance.between(10, 12), chance.between(0, 20)));
  }

  private Body move(String party) {
    NoticeRef notice = notice(party);
    return new NoticeBody.Move(
        notice.entity(),
        notice.version(),
        chance.pick(
            List.of(NoticeState.ACTIVATED, NoticeState.NONCONFORMING, NoticeState.CONTINGENT)));
  }

  private long entityNumber(String party) {
    return 100L * (1 + line.genesis.parties().indexOf(party)) + chance.between(0, 9);
  }

  /** Mostly a live notice of the party, in its newest version. */
  private NoticeRef notice(String party) {
    List<Notice> own =
        line.state.notices().live().stream()
            .filter(notice -> notice.party().equals(party))
            .toList();
    return own.isEmpty() || chance.oneIn(10)
        ? new NoticeRef(Places.entity(entityNumber(other(party))), chance.between(1, 2))
        : chance.pick(own).ref();
  }

  private String other(String party) {
    return chance.pick(
        line.genesis.parties().stream().filter(each -> !each.equals(party)).toList());
  }

  private static List<NoticeBody.Ground> grounds() {
    return List.of(NoticeBody.Ground.values());
  }

  private Body message() {
    Kind kind = chance.pick(MESSAGES);
    List<NoticeRef> notices = new ArrayList<>();
    if (kind == Kind.CONFLICT) {
      line.genesis.parties().forEach(party -> notices.add(notice(party)));
    }
    List<Address> to =
        chance.oneIn(2)
            ? List.of()
            : List.of(
                new Address(
                    chance.pick(line.genesis.parties()),
                    chance.oneIn(2)
                        ? Optional.empty()
                        : Optional.of(chance.pick(List.of("duty", "watch", "attic")))));
    return new MessageBody.Message(
        kind,
        to,
        Optional.empty(),
        chance.oneIn(2) ? Optional.of("hear me") : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        notices.stream().limit(2).toList());
  }

  private Body reply() {
    List<LineMessage> latest = line.state.messages().latest(5);
    StatementId message =
        latest.isEmpty() || chance.oneIn(10) ? new StatementId(hash()) : chance.pick(latest).id();
    String post = chance.pick(List.of("duty", "watch", "attic"));
    return switch ((int) chance.between(0, 3)) {
      case 0 -> new MessageBody.Delivered(message);
      case 1 -> new MessageBody.Displayed(message, post);
      case 2 -> new MessageBody.Accepted(message, post, "Officer");
      default ->
          new MessageBody.Answer(
              message, chance.pick(List.of(Word.values())), Optional.empty(), Optional.empty());
    };
  }

  private Body watch() {
    String post = chance.pick(List.of("duty", "watch", "attic"));
    String officer = chance.pick(List.of("Anna", "Boris", "Chen"));
    return chance.oneIn(2)
        ? new WatchBody.Take(post, officer)
        : new WatchBody.Handover(post, officer, List.of());
  }

  private Hash hash() {
    return Hash.of(chance.bytes(Hash.LENGTH));
  }
}
