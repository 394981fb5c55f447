package hotline.line.notice;

import hotline.airspace.Extent;
import hotline.line.Refusals;
import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.line.body.EntityId;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeRef;
import hotline.line.body.NoticeState;
import hotline.line.effect.NoticeEffect;
import hotline.line.effect.NoticeEffect.Declared;
import hotline.line.effect.NoticeEffect.Disputed;
import hotline.line.effect.NoticeEffect.Ended;
import hotline.line.effect.NoticeEffect.Moved;
import hotline.line.effect.NoticeEffect.NoticeMeets;
import hotline.line.status.Statuses;
import hotline.line.status.Statuses.Decision;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsInForce;
import hotline.record.statement.Basis;
import hotline.record.statement.Mode;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of notices.
 *
 * <p><b>Basis.</b> A version, or an activation, counts iff nothing that its signer had to know was
 * recorded at or after its basis: the terms, another party's status or decision on an offer,
 * another party's notice that meets it. What the signer itself said never makes it stale.
 *
 * <p><b>Bounds.</b> A party has at most {@value #LIVE_MAX} live notices with {@value #EXTENTS_MAX}
 * extents, and {@value #ENDED_MAX} that are over and still known.
 */
public final class NoticeFold implements Notices {
  /** Live notices of one party. */
  static final int LIVE_MAX = 1_000_000;

  /** Extents of the live notices of one party: half of what its index has room for. */
  static final int EXTENTS_MAX = 8_000_000;

  /** Notices of one party that are over and still known. */
  static final int ENDED_MAX = 250_000;

  /** Notices of others that one notice may meet; one that meets more is too coarse to be of use. */
  static final int MEETS_MAX = 10_000;

  private final SequencedMap<EntityId, Notice> live = new LinkedHashMap<>();
  private final NoticeIndex index = new NoticeIndex();
  private final Map<String, Load> loads = new TreeMap<>();

  /** By party; the notices of each in the order in which they ended. */
  private final Map<String, SequencedMap<EntityId, EndedNotice>> ended = new TreeMap<>();

  /** How much of the index a party takes up. */
  private record Load(int live, int extents) {
    private static final Load NONE = new Load(0, 0);

    private Load plus(int moreLive, int moreExtents) {
      return new Load(live + moreLive, extents + moreExtents);
    }
  }

  /** What the rules say to a statement. */
  public Ruling decide(Spoken spoken, NoticeBody body, TermsInForce terms, Statuses statuses) {
    return switch (body) {
      case NoticeBody.Declare declare -> declare(spoken, declare, terms, statuses);
      case NoticeBody.Move move -> move(spoken, move, terms, statuses);
      case NoticeBody.End end -> end(spoken, end);
      case NoticeBody.Dispute dispute -> dispute(spoken, dispute);
    };
  }

  private Ruling declare(
      Spoken spoken, NoticeBody.Declare body, TermsInForce terms, Statuses statuses) {
    Notice now = live.get(body.entity());
    Optional<Ruling.Refused> refused =
        now == null
            ? unfitFirst(spoken, body)
            : notOf(spoken, now).or(() -> notNext(body, now.version() + 1));
    refused =
        refused
            .or(() -> ExtentRules.check(body, terms.terms()))
            .or(() -> tooMany(spoken.party(), now, body.extents().size()));
    if (refused.isPresent()) {
      return refused.get();
    }
    List<Notice> met =
        meeting(spoken.party(), spoken.mode(), body.extents(), margin(terms.terms()));
    if (met.size() > MEETS_MAX) {
      return Refusals.MEETS_TOO_MANY.refuse(MEETS_MAX);
    }
    return stale(spoken, terms, statuses, met)
        .<Ruling>map(stale -> stale)
        .orElseGet(() -> declared(spoken, body, now, met));
  }

  private static Ruling declared(
      Spoken spoken, NoticeBody.Declare body, @Nullable Notice now, List<Notice> met) {
    Notice notice =
        Notice.declared(body, spoken.party(), spoken.mode(), spoken.timeUs(), spoken.index(), now);
    return Ruling.grant(
        new Declared(notice),
        new NoticeMeets(notice.ref(), met.stream().map(Notice::ref).toList()));
  }

  private Optional<Ruling.Refused> unfitFirst(Spoken spoken, NoticeBody.Declare body) {
    Optional<String> owner = ended(body.entity()).map(EndedNotice::party);
    if (owner.isPresent()) {
      return Optional.of(
          owner.get().equals(spoken.party())
              ? Refusals.NOTICE_ENDED.refuse()
              : Refusals.NOT_OWNER.refuse(owner.get()));
    }
    return notNext(body, 1);
  }

  private static Optional<Ruling.Refused> notNext(NoticeBody.Declare body, long next) {
    return body.version() == next
        ? Optional.empty()
        : Optional.of(Refusals.VERSION_NOT_NEXT.refuse(next));
  }

  private Optional<Ruling.Refused> tooMany(String party, @Nullable Notice now, int extents) {
    Load load = loads.getOrDefault(party, Load.NONE);
    boolean fits =
        now == null
            ? load.live() < LIVE_MAX && load.extents() + extents <= EXTENTS_MAX
            : load.extents() - now.extents().size() + extents <= EXTENTS_MAX;
    return fits ? Optional.empty() : Optional.of(Refusals.TOO_MANY_NOTICES.refuse());
  }

  private Ruling move(Spoken spoken, NoticeBody.Move body, TermsInForce terms, Statuses statuses) {
    Notice now = live.get(body.entity());
    if (now == null) {
      return notLive(body.entity());
    }
    Optional<Ruling.Refused> refused = notOf(spoken, now).or(() -> old(body, now));
    if (refused.isPresent()) {
      return refused.get();
    }
    if (!now.state().next().contains(body.state())) {
      return Refusals.WRONG_TRANSITION.refuse(now.state().words(), body.state().words());
    }
    if (body.state() == NoticeState.ACTIVATED) {
      List<Notice> met = meeting(now, margin(terms.terms()));
      Optional<Ruling.Refused> stale = stale(spoken, terms, statuses, met);
      if (stale.isPresent()) {
        return stale.get();
      }
    }
    return Ruling.grant(new Moved(now.entity(), body.state(), spoken.index()));
  }

  private Ruling end(Spoken spoken, NoticeBody.End body) {
    Notice now = live.get(body.entity());
    if (now == null) {
      return notLive(body.entity());
    }
    return Ruling.unless(
        notOf(spoken, now).or(() -> old(body, now)),
        () -> Ruling.grant(new Ended(now.entity(), spoken.index(), spoken.timeUs())));
  }

  private Ruling dispute(Spoken spoken, NoticeBody.Dispute body) {
    Notice now = live.get(body.entity());
    if (now == null) {
      return notLive(body.entity());
    }
    if (now.party().equals(spoken.party())) {
      return Refusals.OWN_NOTICE.refuse();
    }
    if (body.version() > now.version()) {
      return Refusals.NOTICE_UNKNOWN.refuse(now.entity());
    }
    if (now.disputes().size() >= Notice.DISPUTES_MAX) {
      return Refusals.TOO_MANY_DISPUTES.refuse();
    }
    return Ruling.grant(
        new Disputed(
            now.entity(),
            new Dispute(
                spoken.party(),
                body.version(),
                body.ground(),
                body.reason(),
                spoken.id(),
                spoken.timeUs(),
                spoken.index())));
  }

  private Ruling.Refused notLive(EntityId entity) {
    return ended(entity).isPresent()
        ? Refusals.NOTICE_ENDED.refuse()
        : Refusals.NOTICE_UNKNOWN.refuse(entity);
  }

  private static Optional<Ruling.Refused> notOf(Spoken spoken, Notice now) {
    if (!now.party().equals(spoken.party())) {
      return Optional.of(Refusals.NOT_OWNER.refuse(now.party()));
    }
    return now.mode() == spoken.mode()
        ? Optional.empty()
        : Optional.of(Refusals.WRONG_MODE.refuse(spoken.mode(), now.mode()));
  }

  private static Optional<Ruling.Refused> old(NoticeBody body, Notice now) {
    return body.version() == now.version()
        ? Optional.empty()
        : Optional.of(Refusals.VERSION_OLD.refuse(now.version()));
  }

  /** What was recorded at or after the basis, by others, that the signer had to know. */
  private static Optional<Ruling.Refused> stale(
      Spoken spoken, TermsInForce terms, Statuses statuses, List<Notice> met) {
    Basis basis = spoken.basis();
    if (basis == null) {
      return Optional.of(Refusals.BASIS_MISSING.refuse());
    }
    if (terms.index() >= basis.size() && !terms.by().equals(spoken.party())) {
      return Optional.of(Refusals.STALE.refuse("the terms in force since entry " + terms.index()));
    }
    Optional<Decision> decided = statuses.decidedSince(basis.size(), spoken.party());
    if (decided.isPresent()) {
      return Optional.of(
          Refusals.STALE.refuse(
              "what %s said of the channel at entry %d"
                  .formatted(decided.get().party(), decided.get().index())));
    }
    return met.stream()
        .filter(other -> other.index() >= basis.size())
        .findFirst()
        .map(other ->
            Refusals.STALE.refuse(
                "notice %s of %s, version %d, at entry %d"
                    .formatted(other.entity(), other.party(), other.version(), other.index())));
  }

  private static long margin(Terms terms) {
    return terms.separation().datumMarginFt();
  }

  /** Takes a change over. */
  public void on(NoticeEffect effect) {
    switch (effect) {
      case Declared(Notice notice) -> {
        Notice before = live.put(notice.entity(), notice);
        index.put(notice);
        int extents = notice.extents().size() - (before == null ? 0 : before.extents().size());
        load(notice.party(), before == null ? 1 : 0, extents);
      }
      case NoticeMeets _ -> {
        // For the shell; the state finds it again when it is asked.
      }
      case Moved(EntityId entity, NoticeState state, long at) ->
          live.computeIfPresent(entity, (_, notice) -> notice.in(state, at));
      case Ended(EntityId entity, long at, long timeUs) -> {
        Notice over = live.remove(entity);
        if (over != null) {
          index.remove(over);
          load(over.party(), -1, -over.extents().size());
          remember(new EndedNotice(entity, over.party(), over.version(), over.index(), at, timeUs));
        }
      }
      case Disputed(EntityId entity, Dispute dispute) ->
          live.computeIfPresent(entity, (_, notice) -> notice.with(dispute));
    }
  }

  private void load(String party, int moreLive, int moreExtents) {
    loads.put(party, loads.getOrDefault(party, Load.NONE).plus(moreLive, moreExtents));
  }

  private void remember(EndedNotice over) {
    SequencedMap<EntityId, EndedNotice> own =
        ended.computeIfAbsent(over.party(), _ -> new LinkedHashMap<>());
    own.put(over.entity(), over);
    if (own.size() > ENDED_MAX) {
      own.pollFirstEntry();
    }
  }

  @Override
  public Optional<Notice> live(EntityId entity) {
    return Optional.ofNullable(live.get(entity));
  }

  @Override
  public Optional<EndedNotice> ended(EntityId entity) {
    return ended.values().stream().map(own -> own.get(entity)).filter(Objects::nonNull).findFirst();
  }

  @Override
  public Collection<Notice> live() {
    return Collections.unmodifiableCollection(live.values());
  }

  @Override
  public List<EndedNotice> endedOf(String party, int limit) {
    SequencedMap<EntityId, EndedNotice> own = ended.get(party);
    return own == null
        ? List.of()
        : own.sequencedValues().reversed().stream().limit(limit).toList();
  }

  @Override
  public Optional<String> owner(NoticeRef notice) {
    Notice now = live.get(notice.entity());
    if (now != null) {
      return notice.version() <= now.version() ? Optional.of(now.party()) : Optional.empty();
    }
    return ended(notice.entity())
        .filter(over -> notice.version() <= over.version())
        .map(EndedNotice::party);
  }

  @Override
  public List<Notice> meeting(String party, Mode mode, List<Extent> extents, long datumMarginFeet) {
    return index.meeting(party, mode, extents, datumMarginFeet).stream()
        .map(entity -> Objects.requireNonNull(live.get(entity)))
        .toList();
  }
}
