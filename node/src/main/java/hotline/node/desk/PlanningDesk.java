package hotline.node.desk;

import hotline.line.Kind;
import hotline.line.Refusals;
import hotline.line.body.Body;
import hotline.line.body.EntityId;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.Commitment;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Extents;
import hotline.line.disclosure.Subject;
import hotline.line.notice.Notice;
import hotline.line.planning.Shift;
import hotline.line.terms.Terms;
import hotline.node.api.Drafted;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Unsearched;
import hotline.node.details.Details;
import hotline.record.cbor.Decoded;
import hotline.record.statement.StatementId;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Declaring and moving notices. */
final class PlanningDesk {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A notice that is stale again and again is left to a person. */
  private static final int TRIES_MAX = 5;

  private static final long MICROS = 1_000_000;

  /** A day: more than terms can allow. */
  private static final long SECONDS_MAX = 86_400;

  private final Core core;
  private final Details details;
  private final NoticeDesk notices;
  private final MessageDesk messages;
  private final SecureRandom random;
  private final ShiftFinder finder;
  private final DraftDesk drafts;

  /** Notices that are being amended by a call that has not returned. */
  private final Set<EntityId> amending = ConcurrentHashMap.newKeySet();

  PlanningDesk(
      Core core,
      Details details,
      NoticeDesk notices,
      ConflictDesk conflicts,
      MessageDesk messages,
      SecureRandom random) {
    this.core = core;
    this.details = details;
    this.notices = notices;
    this.messages = messages;
    this.random = random;
    finder = new ShiftFinder(core, details);
    drafts = new DraftDesk(core, details, notices, conflicts);
  }

  Said declare(Requests.Declare request) {
    Optional<Terms> terms = core.terms();
    if (terms.isEmpty()) {
      return Voice.refused(Refusals.NO_TERMS);
    }
    String entity = request.entity();
    return entity == null
        ? declare(new NoticeRef(freshEntity(), 1), request, terms.get())
        : amend(entity, now -> declare(next(now), request, terms.get()));
  }

  private static NoticeRef next(Notice now) {
    return new NoticeRef(now.entity(), now.version() + 1);
  }

  /**
   * Amends an own notice, one amendment at a time: the volumes of a version that is signed must not
   * be replaced by those of another try at the same version.
   */
  private Said amend(String entity, Function<Notice, Said> amendment) {
    Optional<EntityId> found = notices.live(entity).map(Notice::entity);
    if (found.isEmpty()) {
      return Voice.refused(Refusals.NOTICE_UNKNOWN, entity);
    }
    if (!amending.add(found.get())) {
      return waits();
    }
    try {
      // In this order: what no longer waits here is in the state by now.
      if (isWaiting(found.get())) {
        return waits();
      }
      Optional<Notice> now = core.read(state -> state.notices().live(found.get()));
      if (now.isEmpty()) {
        return Voice.refused(Refusals.NOTICE_UNKNOWN, entity);
      }
      return now.get().party().equals(core.party())
          ? amendment.apply(now.get())
          : Voice.refused(Refusals.NOT_OWNER, now.get().party());
    } finally {
      amending.remove(found.get());
    }
  }

  private static Said waits() {
    return Said.refused(
        "amendment-waits",
        "An amendment of this notice is signed and on its way. Wait until the record has it, then"
            + " amend again.");
  }

  private boolean isWaiting(EntityId entity) {
    return core.outbox().waiting().stream()
        .filter(each -> each.header().kind() == Kind.NOTICE.code())
        .anyMatch(each ->
            Body.decode(Kind.NOTICE, each.content())
                    instanceof Decoded.Value<Body>(NoticeBody.Declare declared)
                && declared.entity().equals(entity));
  }

  private Said declare(NoticeRef ref, Requests.Declare request, Terms terms) {
    try {
      List<ExactVolume> volumes =
          VolumeText.read(request.volumes(), core.clock().instant(), Optional.of(terms));
      return declare(
          ref,
          request.category(),
          request.label(),
          JSON.writeValueAsString(request),
          volumes,
          request.answers(),
          release(request.release()),
          terms);
    } catch (Read.NotUnderstood typed) {
      return Said.refused("not-understood", typed.sentence());
    } catch (IllegalArgumentException wrong) {
      return Said.refused("impossible-volume", String.valueOf(wrong.getMessage()));
    }
  }

  /** What would come of this if it were declared; nothing is said. */
  Drafted drafted(Requests.Declare request) {
    Optional<Terms> terms = core.terms();
    String entity = request.entity();
    Optional<Notice> amended = entity == null ? Optional.empty() : notices.live(entity);
    if (terms.isEmpty()) {
      return new Drafted.Refused(Refusals.NO_TERMS.code(), Refusals.NO_TERMS.sentence());
    }
    if (entity != null && amended.filter(now -> now.party().equals(core.party())).isEmpty()) {
      return new Drafted.Refused(
          Refusals.NOTICE_UNKNOWN.code(), Refusals.NOTICE_UNKNOWN.sentence(entity));
    }
    NoticeRef ref =
        amended.map(PlanningDesk::next).orElseGet(() -> new NoticeRef(freshEntity(), 1));
    try {
      List<ExactVolume> volumes = VolumeText.read(request.volumes(), core.clock().instant(), terms);
      Optional<Said> count = count(volumes, terms.get());
      if (count.isPresent()) {
        return new Drafted.Refused(count.get().code(), count.get().sentence());
      }
      NoticeBody.Declare body =
          body(
              ref,
              request.category(),
              volumes,
              Optional.empty(),
              release(request.release()),
              terms.get());
      Notice notice =
          Notice.declared(
              body,
              core.party(),
              core.config().mode(),
              drafts.nowUs(),
              Long.MAX_VALUE,
              amended.orElse(null));
      return drafts.check(notice, volumes, terms.get());
    } catch (Read.NotUnderstood typed) {
      return new Drafted.Refused("not-understood", typed.sentence());
    } catch (IllegalArgumentException wrong) {
      return new Drafted.Refused("impossible-volume", String.valueOf(wrong.getMessage()));
    }
  }

  private static List<String> release(@Nullable List<String> typed) {
    return typed == null
        ? List.of()
        : typed.stream().map(String::strip).distinct().sorted().toList();
  }

  /** A random id whose short name no live notice has. */
  private EntityId freshEntity() {
    while (true) {
      byte[] bytes = new byte[EntityId.LENGTH];
      random.nextBytes(bytes);
      EntityId entity = new EntityId(bytes);
      if (notices.live(NoticeText.reference(entity)).isEmpty()) {
        return entity;
      }
    }
  }

  private Said declare(
      NoticeRef ref,
      String category,
      @Nullable String label,
      String typed,
      List<ExactVolume> volumes,
      @Nullable String answers,
      List<String> release,
      Terms terms) {
    Optional<Said> count = count(volumes, terms);
    if (count.isPresent()) {
      return count.get();
    }
    Optional<StatementId> answered = answers == null ? Optional.empty() : Core.id(answers);
    if (answers != null && answered.isEmpty()) {
      return Voice.refused(Refusals.MESSAGE_UNKNOWN);
    }
    NoticeBody.Declare body = body(ref, category, volumes, answered, release, terms);
    try {
      // What is committed to must be on disk before anyone can ask for it.
      details.store().keepOwn(ref, label, typed, volumes);
    } catch (IOException failed) {
      return Said.refused("disk", "Nothing was said: " + failed.getMessage());
    }
    Said said = crossing(sayFresh(body), volumes, terms);
    return said.done() && answers != null ? answered(said, answers, ref) : said;
  }

  private static Optional<Said> count(List<ExactVolume> volumes, Terms terms) {
    int most = terms.limits().volumesPerNotice();
    return volumes.isEmpty() || volumes.size() > most
        ? Optional.of(
            Said.refused("too-many-volumes", "Give 1 to " + most + " volumes in one notice."))
        : Optional.empty();
  }

  /** All that anyone but this node will have of it: no finer than the terms allow. */
  private NoticeBody.Declare body(
      NoticeRef ref,
      String category,
      List<ExactVolume> volumes,
      Optional<StatementId> answered,
      List<String> release,
      Terms terms) {
    Commitment commitment =
        Commitment.of(
            new Subject(core.genesis().lineId(), core.party(), ref), volumes, details.secret());
    return new NoticeBody.Declare(
        ref.entity(),
        ref.version(),
        category,
        Extents.around(volumes, terms.granularity()).list(),
        commitment.root(),
        commitment.leaves(),
        answered,
        release);
  }

  /** What was declared, with the agreed lines and corridors that it crosses. */
  private Said crossing(Said said, List<ExactVolume> volumes, Terms terms) {
    String crosses = LinesCrossed.sentence(notices.crossings(volumes, terms));
    return said.done() && !crosses.isEmpty()
        ? new Said(
            true,
            said.state(),
            said.code(),
            said.sentence() + " " + crosses,
            said.id(),
            said.index())
        : said;
  }

  /** Says WILCO, after the notice by which this party complies. */
  private Said answered(Said said, String message, NoticeRef ref) {
    Said answer = messages.answer(new Requests.Answer(message, "WILCO", null), Optional.of(ref));
    return answer.done()
        ? said
        : new Said(
            said.done(),
            said.state(),
            said.code(),
            said.sentence() + " But the answer WILCO was refused: " + answer.sentence(),
            said.id(),
            said.index());
  }

  /** Says it again on what is newest, while only that stands against it. */
  private Said sayFresh(NoticeBody.Declare body) {
    Said said = core.voice().say(body);
    for (int tries = 1; tries < TRIES_MAX && said.code().equals(Refusals.STALE.code()); tries++) {
      said = core.voice().say(body);
    }
    return said;
  }

  Said shift(Requests.Shift request) {
    Optional<Terms> terms = core.terms();
    if (terms.isEmpty()) {
      return Voice.refused(Refusals.NO_TERMS);
    }
    Optional<Shift> shift = shift(request.verticalFeet(), request.seconds());
    if (shift.isEmpty() || !Shift.allowed(terms.get().planning()).contains(shift.get())) {
      return Said.refused(
          "shift-not-allowed",
          "Give one shift that the terms allow: up to "
              + terms.get().planning().verticalLimitFt()
              + " ft in steps of "
              + terms.get().planning().verticalStepFt()
              + " ft, or up to "
              + terms.get().planning().timeLimitUs() / MICROS
              + " s in steps of "
              + terms.get().planning().timeStepUs() / MICROS
              + " s.");
    }
    return amend(request.entity(), now -> shift(now, shift.get(), request, terms.get()));
  }

  private Said shift(Notice now, Shift shift, Requests.Shift request, Terms terms) {
    try {
      Optional<List<ExactVolume>> volumes = details.store().own(now.ref());
      Optional<List<ExactVolume>> moved = volumes.flatMap(shift::apply);
      if (moved.isEmpty()) {
        return volumes.isEmpty()
            ? Said.refused(
                "volumes-missing",
                "This node does not have the volumes of the notice. Declare it anew.")
            : Said.refused(
                "impossible-volume", "So shifted it would leave the heights or times there are.");
      }
      return declare(
          next(now),
          now.category(),
          null,
          JSON.writeValueAsString(request),
          moved.get(),
          request.answers(),
          now.release(),
          terms);
    } catch (IOException failed) {
      return Said.refused("disk", "Nothing was said: " + failed.getMessage());
    }
  }

  private static Optional<Shift> shift(@Nullable Long feet, @Nullable Long seconds) {
    if (feet != null && seconds == null && feet != 0) {
      return Optional.of(new Shift.InHeight(feet));
    }
    return feet == null
            && seconds != null
            && seconds != 0
            && -SECONDS_MAX <= seconds
            && seconds <= SECONDS_MAX
        ? Optional.of(new Shift.InTime(seconds * MICROS))
        : Optional.empty();
  }

  Optional<Requests.Shift> findShift(String entity) {
    Optional<Terms> terms = core.terms();
    Optional<Notice> own = notices.live(entity).filter(each -> each.party().equals(core.party()));
    if (terms.isEmpty() || own.isEmpty()) {
      throw new Unsearched(
          Refusals.NOTICE_UNKNOWN.code(), Refusals.NOTICE_UNKNOWN.sentence(entity));
    }
    return finder.find(own.get(), terms.get());
  }
}
