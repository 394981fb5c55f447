package hotline.node.desk;

import hotline.line.Refusals;
import hotline.line.body.EntityId;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.Commitment;
import hotline.line.disclosure.DetailAnswer;
import hotline.line.disclosure.DetailRequest;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Extents;
import hotline.line.disclosure.Subject;
import hotline.line.notice.Notice;
import hotline.line.planning.Enquiry;
import hotline.line.planning.KnownVolumes;
import hotline.line.planning.NoticeVolumes;
import hotline.line.planning.Shift;
import hotline.line.planning.ShiftSearch;
import hotline.line.terms.Terms;
import hotline.node.Times;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.details.Details;
import hotline.record.statement.StatementId;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Declaring and moving notices. */
final class PlanningDesk {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A notice that is stale again and again is left to a person. */
  private static final int TRIES_MAX = 5;

  private static final long MICROS = 1_000_000;

  private final Core core;
  private final Details details;
  private final NoticeDesk notices;
  private final MessageDesk messages;
  private final SecureRandom random;

  PlanningDesk(
      Core core, Details details, NoticeDesk notices, MessageDesk messages, SecureRandom random) {
    this.core = core;
    this.details = details;
    this.notices = notices;
    this.messages = messages;
    this.random = random;
  }

  Said declare(Requests.Declare request) {
    Optional<Terms> terms = core.terms();
    if (terms.isEmpty()) {
      return Voice.refused(Refusals.NO_TERMS);
    }
    NoticeRef ref;
    String entity = request.entity();
    if (entity == null) {
      ref = new NoticeRef(freshEntity(), 1);
    } else {
      Optional<Notice> own = notices.live(entity);
      if (own.isEmpty()) {
        return Voice.refused(Refusals.NOTICE_UNKNOWN, entity);
      }
      if (!own.get().party().equals(core.party())) {
        return Voice.refused(Refusals.NOT_OWNER, own.get().party());
      }
      ref = new NoticeRef(own.get().entity(), own.get().version() + 1);
    }
    try {
      List<ExactVolume> volumes = VolumeText.read(request.volumes(), core.clock().instant());
      return declare(
          ref,
          request.category(),
          request.label(),
          JSON.writeValueAsString(request),
          volumes,
          request.answers(),
          terms.get());
    } catch (Read.NotUnderstood typed) {
      return Said.refused("not-understood", typed.sentence());
    } catch (IllegalArgumentException wrong) {
      return Said.refused("impossible-volume", String.valueOf(wrong.getMessage()));
    }
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
      Terms terms) {
    if (volumes.isEmpty() || volumes.size() > terms.limits().volumesPerNotice()) {
      return Said.refused(
          "too-many-volumes",
          "Give 1 to " + terms.limits().volumesPerNotice() + " volumes in one notice.");
    }
    Optional<StatementId> answered = answers == null ? Optional.empty() : Core.id(answers);
    if (answers != null && answered.isEmpty()) {
      return Voice.refused(Refusals.MESSAGE_UNKNOWN);
    }
    Commitment commitment =
        Commitment.of(
            new Subject(core.genesis().lineId(), core.party(), ref), volumes, details.secret());
    NoticeBody.Declare body =
        new NoticeBody.Declare(
            ref.entity(),
            ref.version(),
            category,
            Extents.around(volumes, terms.granularity()).list(),
            commitment.root(),
            commitment.leaves(),
            answered);
    try {
      // What is committed to must be on disk before anyone can ask for it.
      details.store().keepOwn(ref, label, typed, volumes);
    } catch (IOException failed) {
      return Said.refused("disk", "Nothing was said: " + failed.getMessage());
    }
    Said said = sayFresh(body);
    if (said.done() && answers != null) {
      Said _ = messages.answer(new Requests.Answer(answers, "WILCO", null), Optional.of(ref));
    }
    return said;
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
    Optional<Notice> own = notices.live(request.entity());
    if (terms.isEmpty()) {
      return Voice.refused(Refusals.NO_TERMS);
    }
    if (own.isEmpty()) {
      return Voice.refused(Refusals.NOTICE_UNKNOWN, request.entity());
    }
    if (!own.get().party().equals(core.party())) {
      return Voice.refused(Refusals.NOT_OWNER, own.get().party());
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
    try {
      Optional<List<ExactVolume>> moved =
          details.store().own(own.get().ref()).flatMap(now -> shift.get().apply(now));
      return moved.isEmpty()
          ? Said.refused(
              "impossible-volume", "The notice cannot be so moved, or its volumes are lost.")
          : declare(
              new NoticeRef(own.get().entity(), own.get().version() + 1),
              own.get().category(),
              null,
              JSON.writeValueAsString(request),
              moved.get(),
              request.answers(),
              terms.get());
    } catch (IOException failed) {
      return Said.refused("disk", "Nothing was said: " + failed.getMessage());
    }
  }

  private static Optional<Shift> shift(@Nullable Long feet, @Nullable Long seconds) {
    if (feet != null && seconds == null && feet != 0) {
      return Optional.of(new Shift.InHeight(feet));
    }
    return feet == null && seconds != null && seconds != 0
        ? Optional.of(new Shift.InTime(Math.multiplyExact(seconds, MICROS)))
        : Optional.empty();
  }

  Optional<Requests.Shift> findShift(String entity) {
    Optional<Terms> terms = core.terms();
    Optional<Notice> own = notices.live(entity).filter(each -> each.party().equals(core.party()));
    if (terms.isEmpty() || own.isEmpty()) {
      return Optional.empty();
    }
    try {
      return findShift(own.get(), terms.get());
    } catch (IOException unknown) {
      // Somebody's volumes are not known: no shift can be called clear.
      return Optional.empty();
    }
  }

  private Optional<Requests.Shift> findShift(Notice own, Terms terms) throws IOException {
    List<ExactVolume> volumes = details.store().own(own.ref()).orElse(List.of());
    if (volumes.isEmpty()
        || !(Enquiry.of(volumes, terms.planning(), terms.granularity(), terms.limits())
            instanceof Enquiry.Allowed(Extents extents))) {
      return Optional.empty();
    }
    List<Notice> around =
        core.read(state ->
            state
                .notices()
                .meeting(
                    core.party(), own.mode(), extents.list(), terms.separation().datumMarginFt()));
    List<NoticeVolumes> others = enquire(extents, around);
    ShiftSearch.Result result =
        ShiftSearch.search(
            volumes,
            KnownVolumes.of(others, terms.separation()),
            terms.planning(),
            Times.micros(core.clock().instant()));
    return switch (result) {
      case ShiftSearch.Exhausted _ -> Optional.empty();
      case ShiftSearch.Found found ->
          Optional.of(
              switch (found.shift()) {
                case Shift.InHeight(long feet) ->
                    new Requests.Shift(own.entity().hex(), feet, null, null);
                case Shift.InTime(long us) ->
                    new Requests.Shift(own.entity().hex(), null, us / MICROS, null);
              });
    };
  }

  /** Everything that any allowed shift might meet, opened by its owners. */
  private List<NoticeVolumes> enquire(Extents extents, List<Notice> around) throws IOException {
    Map<String, List<NoticeRef>> byParty = new TreeMap<>();
    around.forEach(
        each -> byParty.computeIfAbsent(each.party(), _ -> new ArrayList<>()).add(each.ref()));
    List<NoticeVolumes> known = new ArrayList<>();
    for (Map.Entry<String, List<NoticeRef>> each : byParty.entrySet()) {
      List<NoticeRef> wanted = each.getValue().stream().sorted().toList();
      for (int from = 0; from < wanted.size(); from += DetailRequest.WANTED_MAX) {
        List<NoticeRef> batch =
            wanted.subList(from, Math.min(wanted.size(), from + DetailRequest.WANTED_MAX));
        known.addAll(enquire(each.getKey(), extents, batch));
      }
    }
    return known;
  }

  private List<NoticeVolumes> enquire(String party, Extents extents, List<NoticeRef> wanted)
      throws IOException {
    List<NoticeVolumes> known = new ArrayList<>();
    var told =
        details.ask(
            party, new DetailRequest(new DetailRequest.OnBehalfOf.Enquiry(extents), wanted));
    for (var each : told.entrySet()) {
      switch (each.getValue()) {
        case DetailAnswer.Told.Volumes _ -> {
          List<ExactVolume> volumes = List.copyOf(details.store().opened(each.getKey()).values());
          if (!volumes.isEmpty()) {
            known.add(new NoticeVolumes(each.getKey(), volumes));
          }
        }
        case DetailAnswer.Told.Nothing(String code) when code.equals("does-not-meet") -> {}
        case DetailAnswer.Told.Nothing(String code) -> throw new IOException(code);
        case DetailAnswer.Told.False(String code, String _) -> throw new IOException(code);
      }
    }
    return known;
  }
}
