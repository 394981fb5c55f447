package hotline.node.desk;

import hotline.line.Kind;
import hotline.line.Outcome;
import hotline.line.Refusals;
import hotline.line.body.Address;
import hotline.line.body.Body;
import hotline.line.body.MessageBody;
import hotline.line.body.NoticeRef;
import hotline.line.body.Word;
import hotline.node.Times;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.record.statement.Lane;
import hotline.record.statement.StatementId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Messages: sent, shown, accepted, answered. */
final class MessageDesk {
  private final Core core;
  private final MessageViews views;
  private final WatchDesk watch;
  private final Function<String, Optional<NoticeRef>> notices;

  /** Finds notices by entity or reference with {@code notices}. */
  MessageDesk(
      Core core,
      MessageViews views,
      WatchDesk watch,
      Function<String, Optional<NoticeRef>> notices) {
    this.core = core;
    this.views = views;
    this.watch = watch;
    this.notices = notices;
  }

  Said send(Requests.Message request) {
    Optional<Kind> kind =
        Arrays.stream(Kind.values())
            .filter(Kind::isMessage)
            .filter(each -> each.word().equals(request.kind().toUpperCase(Locale.ROOT)))
            .findFirst();
    if (kind.isEmpty()) {
      return Said.refused("unknown-kind", "There is no message of kind “" + request.kind() + "”.");
    }
    try {
      MessageBody.Message body = body(kind.get(), request);
      if (kind.get().lanes() == Kind.Lanes.URGENT) {
        return core.voice().sayUrgent(body);
      }
      return core.terms().isEmpty() ? Voice.refused(Refusals.NO_TERMS) : core.voice().say(body);
    } catch (Read.NotUnderstood typed) {
      return Said.refused("not-understood", typed.sentence());
    } catch (IllegalArgumentException wrong) {
      return Said.refused("not-understood", String.valueOf(wrong.getMessage()));
    }
  }

  private MessageBody.Message body(Kind kind, Requests.Message request) throws Read.NotUnderstood {
    List<Address> to = new ArrayList<>();
    for (String address : request.to()) {
      to.add(address(address));
    }
    List<NoticeRef> named = new ArrayList<>();
    for (String notice : request.notices()) {
      named.add(
          notices
              .apply(notice)
              .orElseThrow(
                  () -> new IllegalArgumentException("There is no notice “" + notice + "”.")));
    }
    return new MessageBody.Message(
        kind,
        to,
        replyBy(kind, request),
        Given.text(request.text()),
        Given.text(request.language()),
        Given.position(request.position(), core.terms()),
        Given.band(request.floor(), request.ceiling()),
        named,
        passed(request.passed()));
  }

  private Optional<Long> passed(@Nullable String typed) throws Read.NotUnderstood {
    Optional<String> given = Given.text(typed);
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(Read.pastUs(given.get(), core.clock().instant()));
  }

  private static Address address(String typed) {
    int slash = typed.indexOf('/');
    return slash < 0
        ? new Address(typed.strip(), Optional.empty())
        : new Address(
            typed.substring(0, slash).strip(), Optional.of(typed.substring(slash + 1).strip()));
  }

  /** As asked; else by the terms, for what wants an answer and was not answered by voice. */
  private Optional<Long> replyBy(Kind kind, Requests.Message request) {
    Instant now = core.clock().instant();
    Long seconds = request.replyWithinSeconds();
    if (seconds != null) {
      return Optional.of(Times.micros(now.plusSeconds(Math.clamp(seconds, 1, 604_800))));
    }
    if (request.passed() != null) {
      return Optional.empty();
    }
    return switch (kind) {
      case WARNING, QUERY, CONFLICT, LINE_CHECK ->
          core.terms().map(terms -> Times.micros(now) + terms.times().replyByUs());
      default -> Optional.empty();
    };
  }

  Said displayed(String message, String post) {
    return reply(message, id -> new MessageBody.Displayed(id, post), steps -> steps.displayedUs());
  }

  Said accept(String message, String post, String officer) {
    String who = officer.isBlank() ? watch.officerAt(post) : officer.strip();
    return reply(
        message, id -> new MessageBody.Accepted(id, post, who), steps -> steps.acceptedUs());
  }

  Said answer(Requests.Answer request) {
    return answer(request, Optional.empty());
  }

  /** Answers, naming the notice that complies. */
  Said answer(Requests.Answer request, Optional<NoticeRef> notice) {
    Optional<Word> word =
        Arrays.stream(Word.values())
            .filter(each -> each.name().equals(request.word().toUpperCase(Locale.ROOT)))
            .findFirst();
    if (word.isEmpty()) {
      return Said.refused(
          "unknown-word", "Answer WILCO, UNABLE, ROGER, STANDBY, AFFIRM or NEGATIVE.");
    }
    return reply(
        request.message(),
        id -> new MessageBody.Answer(id, word.get(), Given.text(request.text()), notice),
        steps -> steps.answer().map(Spoken.Answered::timeUs).orElse(null));
  }

  /** Says something of a message once, in the lane in which it came. */
  private Said reply(
      String message,
      Function<StatementId, Body> body,
      Function<Spoken.Steps, @Nullable Long> before) {
    Optional<Spoken> spoken = Core.id(message).flatMap(views::find);
    if (spoken.isEmpty()) {
      return Voice.refused(Refusals.MESSAGE_UNKNOWN);
    }
    Optional<Spoken.Steps> own = spoken.get().stepsOf(core.party());
    if (own.isEmpty()) {
      return Voice.refused(Refusals.NOT_ADDRESSED, core.party());
    }
    if (before.apply(own.get()) != null) {
      return new Said(
          true,
          Said.State.RECORDED,
          Outcome.OK,
          "That was said already; nothing is to be done.",
          null,
          null);
    }
    Body reply = body.apply(spoken.get().id());
    return spoken.get().lane() == Lane.URGENT
        ? core.voice().sayUrgent(reply)
        : core.voice().say(reply);
  }
}
