package hotline.node.desk;

import hotline.airspace.Position;
import hotline.line.Kind;
import hotline.line.Refusals;
import hotline.line.body.TermsBody;
import hotline.line.terms.EndedProposal;
import hotline.line.terms.Proposal;
import hotline.line.terms.ProposalEnd;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsInForce;
import hotline.line.terms.TermsText;
import hotline.node.Times;
import hotline.node.api.Said;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import hotline.record.cbor.CborBytes;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Terms: proposed, signed, refused, shown. */
final class TermsDesk {
  private final Core core;

  TermsDesk(Core core) {
    this.core = core;
  }

  List<TermsViews.Terms> terms() {
    return core.read(state -> {
      List<TermsViews.Terms> all = new ArrayList<>();
      Optional<TermsInForce> inForce = state.agreement().inForce();
      inForce.ifPresent(now ->
          all.add(view(now.hash(), now.terms(), "IN_FORCE", now.terms().partyNames(), null, null)));
      for (Proposal each : state.agreement().proposals()) {
        all.add(view(each, each.isAgreed() ? "AGREED" : "PROPOSED", null));
      }
      return all;
    });
  }

  /** Newest first. */
  List<TermsViews.Terms> ended() {
    return core.read(state -> state.agreement().ended()).reversed().stream()
        .map(each -> {
          ProposalEnd end = each.end();
          return view(
              each.proposal(),
              end.ending().name(),
              new TermsViews.Terms.End(
                  end.by(), end.scope(), end.reason(), Times.instant(end.timeUs())));
        })
        .toList();
  }

  /** Against those in force; without any, everything is new. */
  Optional<TermsViews.TermsDiff> diff(String hex) {
    Optional<Terms> wanted = find(hex);
    Optional<TermsInForce> inForce = core.read(state -> state.agreement().inForce());
    return wanted.map(terms ->
        new TermsViews.TermsDiff(
            terms.hash().hex(),
            inForce.map(now -> now.hash().hex()).orElse(null),
            changes(inForce.map(TermsInForce::terms), terms)));
  }

  /** What terms change in others; without any, everything is new. */
  static List<TermsViews.ClauseChange> changes(Optional<Terms> before, Terms terms) {
    return before.isPresent()
        ? TermsText.diff(before.get(), terms).stream()
            .map(each ->
                new TermsViews.ClauseChange(
                    each.topic().number(), each.what(), each.before(), each.after()))
            .toList()
        : TermsText.clauses(terms).stream()
            .map(each ->
                new TermsViews.ClauseChange(each.topic().number(), each.what(), null, each.text()))
            .toList();
  }

  /** What the parties sign. */
  Optional<byte[]> bytes(String hex) {
    return find(hex).map(Terms::encode);
  }

  private Optional<Terms> find(String hex) {
    return hash(hex)
        .flatMap(each ->
            core.read(state ->
                state
                    .agreement()
                    .proposal(each)
                    .or(() ->
                        state.agreement().ended().reversed().stream()
                            .map(EndedProposal::proposal)
                            .filter(ended -> ended.hash().equals(each))
                            .findFirst())
                    .map(Proposal::terms)
                    .or(() ->
                        state
                            .agreement()
                            .inForce()
                            .filter(now -> now.hash().equals(each))
                            .map(TermsInForce::terms))
                    .or(() -> state.agreement().earlier(each))));
  }

  private static TermsViews.Terms view(
      Proposal proposal, String state, TermsViews.Terms.@Nullable End end) {
    return view(proposal.hash(), proposal.terms(), state, proposal.signedBy(), proposal, end);
  }

  private static TermsViews.Terms view(
      Hash hash,
      Terms terms,
      String state,
      List<String> signedBy,
      @Nullable Proposal proposal,
      TermsViews.Terms.@Nullable End end) {
    Long lapsesUs = proposal == null ? null : proposal.lapsesUs();
    return new TermsViews.Terms(
        hash.hex(),
        terms.number(),
        state,
        List.copyOf(signedBy),
        TermsText.clauses(terms).stream().map(TermsText.Clause::toString).toList(),
        terms.zones().stream()
            .map(zone ->
                new TermsViews.Terms.Zone(zone.zone(), zone.title(), outline(zone.outline())))
            .toList(),
        terms.points().stream()
            .map(point ->
                new Views.Place(
                    point.position().latNanodegrees(),
                    point.position().lngNanodegrees(),
                    point.title(),
                    point.name(),
                    null,
                    null))
            .toList(),
        terms.categories(),
        terms.survives().stream().map(Kind::word).toList(),
        terms.separation().horizontalMm(),
        terms.separation().verticalFt(),
        proposal == null ? null : proposal.party(),
        terms.effectiveUs().map(Times::instant).orElse(null),
        lapsesUs == null ? null : Times.instant(lapsesUs),
        end,
        terms.seats().stream()
            .map(each -> new TermsViews.Terms.Seats(each.party(), each.seats()))
            .toList(),
        terms.lines().stream()
            .map(line ->
                new TermsViews.Terms.Line(
                    line.name(),
                    line.title(),
                    line.sort().name(),
                    outline(line.points()),
                    line.widthMm(),
                    line.band().map(Places::band).orElse(null)))
            .toList());
  }

  static List<Long> outline(List<Position> outline) {
    return outline.stream()
        .flatMap(each -> Stream.of(each.latNanodegrees(), each.lngNanodegrees()))
        .toList();
  }

  Said propose(byte[] bytes, @Nullable String lapses) {
    Optional<Long> lapsesUs;
    try {
      lapsesUs = Given.next(lapses, core.clock().instant());
    } catch (Read.NotUnderstood typed) {
      return Said.refused("not-understood", typed.sentence());
    }
    return switch (Terms.decode(bytes)) {
      case Decoded.Fault<Terms>(String sentence) -> Voice.refused(Refusals.TERMS_INVALID, sentence);
      case Decoded.Value<Terms>(Terms terms) -> propose(terms, lapsesUs);
    };
  }

  private Said propose(Terms terms, Optional<Long> lapsesUs) {
    TermsBody body = new TermsBody.Propose(new CborBytes(terms.encode()), lapsesUs);
    return needsRoot(terms) ? asRoot(body) : core.voice().say(body);
  }

  Said verb(String hex, String verb, String reason, String scope) {
    Optional<Hash> hash = hash(hex);
    if (hash.isEmpty()) {
      return Voice.refused(Refusals.TERMS_UNKNOWN);
    }
    if (reason.length() > TermsBody.REASON_MAX || scope.length() > TermsBody.SCOPE_MAX) {
      return Said.refused(
          "too-long", "Give a reason of at most 500 characters, and a scope of at most 200.");
    }
    return switch (verb) {
      case "sign" -> sign(hash.get());
      case "refuse" -> say(hash.get(), new TermsBody.Refuse(hash.get(), reason, scope));
      case "withdraw" -> say(hash.get(), new TermsBody.Withdraw(hash.get(), reason));
      case "begin" -> begin(hash.get());
      default -> Said.refused("unknown-verb", "Sign, refuse, withdraw or begin the terms.");
    };
  }

  /** Puts agreed terms in force; before the first are, only root keys can say so. */
  Said begin(Hash hash) {
    TermsBody body = new TermsBody.Begin(hash);
    return core.terms().isEmpty() ? asRoot(body) : core.voice().say(body);
  }

  private Said sign(Hash hash) {
    return say(hash, new TermsBody.Sign(hash));
  }

  /** What answers a proposal is said by the same kind of key that the proposal needs. */
  private Said say(Hash hash, TermsBody body) {
    Optional<Proposal> proposal =
        core.read(state ->
            state.agreement().proposals().stream()
                .filter(each -> each.hash().equals(hash))
                .findFirst());
    if (proposal.isEmpty()) {
      return Voice.refused(Refusals.TERMS_UNKNOWN);
    }
    return needsRoot(proposal.get().terms()) ? asRoot(body) : core.voice().say(body);
  }

  private Said asRoot(TermsBody body) {
    return core.record().size() == 0
        ? Said.refused(
            "not-founded", "The host has not begun the record yet. Start its node, then try again.")
        : core.voice().sayAsRoot(body);
  }

  /** The first terms, and those with other keys, are for root keys alone. */
  private boolean needsRoot(Terms terms) {
    return core.terms().map(now -> !now.hasKeysOf(terms)).orElse(true);
  }

  private static Optional<Hash> hash(String hex) {
    try {
      return hex.length() == 2 * Hash.LENGTH
          ? Optional.of(Hash.of(HexFormat.of().parseHex(hex)))
          : Optional.empty();
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }
}
