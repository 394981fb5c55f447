package hotline.node.desk;

import hotline.line.Kind;
import hotline.line.body.Address;
import hotline.line.body.Body;
import hotline.line.body.MessageBody;
import hotline.line.message.LineMessage;
import hotline.line.terms.Terms;
import hotline.node.Times;
import hotline.node.api.SignedBy;
import hotline.node.api.Views;
import hotline.node.urgent.UrgentLane;
import hotline.record.statement.Lane;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Messages as people see them: of the record and of the urgent lane, each once. */
final class MessageViews {
  private static final int LIMIT_MAX = 10_000;
  private static final Set<Kind> ALARMING = Set.of(Kind.STOP, Kind.DISTRESS, Kind.WARNING);

  private final Core core;

  MessageViews(Core core) {
    this.core = core;
  }

  List<Views.Message> messages(int limit) {
    Optional<Terms> terms = core.terms();
    return latest(Math.clamp(limit, 1, LIMIT_MAX)).stream().map(each -> view(each, terms)).toList();
  }

  Optional<Views.Message> message(String id) {
    return Core.id(id).flatMap(this::find).map(each -> view(each, core.terms()));
  }

  /** How many messages wait for a person to accept them. */
  int unacceptedAlarms() {
    return (int) alarms().stream().filter(each -> each.alarm().equals("UNACCEPTED")).count();
  }

  /**
   * Asks the urgent lane, which has every alarm: not the latest messages, among which an alarm
   * could drown.
   */
  List<Views.Message> alarms() {
    Optional<Terms> terms = core.terms();
    return core.outlook().arrived().stream()
        .filter(each -> each.body() instanceof MessageBody.Message)
        .flatMap(each -> find(each.statement().id()).stream())
        .filter(each -> !alarm(each, isLate(each)).equals("NONE"))
        .map(each -> view(each, terms))
        .filter(each -> each.delivery().answered() == null)
        .toList();
  }

  private List<Spoken> latest(int limit) {
    Map<StatementId, Spoken> all = new LinkedHashMap<>();
    for (LineMessage each : core.read(state -> state.messages().latest(limit))) {
      all.put(each.id(), Spoken.of(each, core.outlook().replies(each.id())));
    }
    for (Statement each : urgentUnrecorded()) {
      direct(each).ifPresent(message -> all.putIfAbsent(message.id(), message));
    }
    return all.values().stream()
        .sorted(Comparator.comparingLong(Spoken::saidUs).reversed().thenComparing(Spoken::id))
        .limit(limit)
        .toList();
  }

  private List<Statement> urgentUnrecorded() {
    List<Statement> all = new ArrayList<>(core.outlook().ownNotRecorded());
    for (UrgentLane.Arrived each : core.outlook().arrived()) {
      if (!each.byRecord() && !core.outlook().isRecorded(each.statement().id())) {
        all.add(each.statement());
      }
    }
    return all;
  }

  private Optional<Spoken> direct(Statement statement) {
    Optional<Body> body = UrgentLane.decode(statement);
    return body.orElse(null) instanceof MessageBody.Message message
        ? Optional.of(
            Spoken.of(
                statement,
                message,
                core.genesis().parties(),
                core.outlook().replies(statement.id())))
        : Optional.empty();
  }

  /** One message, by whatever way it is known. */
  Optional<Spoken> find(StatementId id) {
    Optional<LineMessage> recorded = core.read(state -> state.messages().message(id));
    if (recorded.isPresent()) {
      return Optional.of(Spoken.of(recorded.get(), core.outlook().replies(id)));
    }
    return unrecorded(id).flatMap(this::direct);
  }

  private Optional<Statement> unrecorded(StatementId id) {
    return core.outlook()
        .arrived(id)
        .map(UrgentLane.Arrived::statement)
        .or(() ->
            core.outlook().ownNotRecorded().stream()
                .filter(each -> each.id().equals(id))
                .findFirst());
  }

  private Views.Message view(Spoken message, Optional<Terms> terms) {
    boolean own = message.party().equals(core.party());
    boolean late = isLate(message);
    MessageBody.Message body = message.body();
    return new Views.Message(
        message.id().toString(),
        body.kind().word(),
        message.lane() == Lane.URGENT,
        message.party(),
        own,
        body.to().isEmpty()
            ? message.addressed()
            : body.to().stream().map(MessageViews::address).toList(),
        Times.instant(message.saidUs()),
        body.replyByUs().map(Times::instant).orElse(null),
        body.text().orElse(null),
        body.language().orElse(null),
        body.position().map(each -> Places.place(each, terms)).orElse(null),
        body.band().map(Places::band).orElse(null),
        body.notices().stream().map(each -> NoticeText.reference(each.entity())).toList(),
        delivery(message),
        answers(message),
        alarm(message, late),
        late,
        way(message),
        message.mode().name(),
        message.index(),
        signedBy(message),
        body.passedUs().map(Times::instant).orElse(null));
  }

  /** Asks the statement itself only where its party has officers: lists are long. */
  private SignedBy signedBy(Spoken message) {
    if (core.read(state -> state.keys().officers(message.party()).isEmpty())) {
      return SignedBy.NODE;
    }
    Long index = message.index();
    Optional<Statement> statement =
        index != null ? core.record().statement(index) : unrecorded(message.id());
    return statement
        .map(each -> core.signedBy(each, index == null ? Long.MAX_VALUE : index))
        .orElse(SignedBy.NODE);
  }

  private static String address(Address address) {
    return address.post().map(post -> address.party() + "/" + post).orElse(address.party());
  }

  /**
   * As the urgent lane noted it when it came. The record may show a message a moment before the
   * lane has noted it, and long after the lane has dropped it: then by the time of its entry.
   */
  private boolean isLate(Spoken message) {
    if (message.lane() != Lane.URGENT || message.party().equals(core.party())) {
      return false;
    }
    Long index = message.index();
    return core.outlook()
        .arrived(message.id())
        .map(UrgentLane.Arrived::late)
        .orElseGet(() ->
            UrgentLane.isLate(
                message.body().saidUs(message.saidUs()),
                Optional.ofNullable(index)
                    .flatMap(core.outlook()::receivedAt)
                    .orElseGet(core.outlook()::instant)));
  }

  private String alarm(Spoken message, boolean late) {
    Optional<Spoken.Steps> own = message.stepsOf(core.party());
    boolean meant = message.mode() == core.config().mode();
    if (late || !meant || own.isEmpty() || !ALARMING.contains(message.body().kind())) {
      return "NONE";
    }
    return own.get().acceptedUs() == null ? "UNACCEPTED" : "ACCEPTED";
  }

  private String way(Spoken message) {
    if (core.outlook().isBrought(core.stick(), message.id())) {
      return "STICK";
    }
    boolean own = message.party().equals(core.party());
    boolean direct =
        own
            ? core.outlook().isReached(message.id())
            : core.outlook().arrived(message.id()).filter(each -> !each.byRecord()).isPresent();
    return message.index() == null ? "DIRECT" : direct ? "BOTH" : "RECORD";
  }

  /** A step counts when every addressed party has taken it; its time is the last one's. */
  private Views.Delivery delivery(Spoken message) {
    List<Spoken.Steps> steps =
        message.party().equals(core.party())
            ? message.steps()
            : message.stepsOf(core.party()).map(List::of).orElse(message.steps());
    Long index = message.index();
    return new Views.Delivery(
        Times.instant(message.saidUs()),
        index == null ? null : core.outlook().receivedAt(index).orElse(null),
        index == null ? null : core.outlook().confirmedAt(index).orElse(null),
        last(steps, Spoken.Steps::deliveredUs),
        last(steps, Spoken.Steps::displayedUs),
        last(steps, Spoken.Steps::acceptedUs),
        last(steps, each -> each.answer().map(Spoken.Answered::timeUs).orElse(null)),
        join(steps, Spoken.Steps::acceptedBy),
        join(steps, each -> each.answer().map(Spoken.Answered::word).orElse(null)));
  }

  private static @Nullable Instant last(
      List<Spoken.Steps> steps, Function<Spoken.Steps, @Nullable Long> time) {
    List<Long> times = new ArrayList<>();
    for (Spoken.Steps each : steps) {
      Long us = time.apply(each);
      if (us == null) {
        return null;
      }
      times.add(us);
    }
    return times.stream().max(Comparator.naturalOrder()).map(Times::instant).orElse(null);
  }

  private static @Nullable String join(
      List<Spoken.Steps> steps, Function<Spoken.Steps, @Nullable String> text) {
    List<String> all = new ArrayList<>();
    for (Spoken.Steps each : steps) {
      String one = text.apply(each);
      if (one != null) {
        all.add(one);
      }
    }
    return all.isEmpty() ? null : String.join(", ", all);
  }

  private static List<Views.Answer> answers(Spoken message) {
    List<Views.Answer> all = new ArrayList<>();
    for (Spoken.Steps each : message.steps()) {
      for (Spoken.Answered answer : each.answers()) {
        all.add(
            new Views.Answer(
                each.party(),
                Objects.requireNonNull(answer.word()),
                answer.text(),
                Times.instant(answer.timeUs())));
      }
    }
    all.sort(Comparator.comparing(Views.Answer::said));
    return all;
  }
}
