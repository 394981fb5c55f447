package hotline.node.desk;

import hotline.airspace.Position;
import hotline.line.Kind;
import hotline.line.Refusals;
import hotline.line.body.TermsBody;
import hotline.line.terms.Proposal;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsInForce;
import hotline.line.terms.TermsText;
import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.record.cbor.CborBytes;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Terms: proposed, signed, refused, shown. */
final class TermsDesk {
  private static final int REASON_MAX = 500;

  private final Core core;

  TermsDesk(Core core) {
    this.core = core;
  }

  List<Views.Terms> terms() {
    return core.read(state -> {
      List<Views.Terms> all = new ArrayList<>();
      Optional<TermsInForce> inForce = state.agreement().inForce();
      inForce.ifPresent(
          now -> all.add(view(now.hash(), now.terms(), "IN_FORCE", now.terms().partyNames())));
      for (Proposal proposal : state.agreement().proposals()) {
        all.add(view(proposal.hash(), proposal.terms(), "PROPOSED", proposal.signedBy()));
      }
      return all;
    });
  }

  private static Views.Terms view(Hash hash, Terms terms, String state, List<String> signedBy) {
    return new Views.Terms(
        hash.hex(),
        terms.number(),
        state,
        List.copyOf(signedBy),
        TermsText.clauses(terms).stream().map(TermsText.Clause::toString).toList(),
        terms.zones().stream()
            .map(zone -> new Views.Terms.Zone(zone.zone(), zone.title(), outline(zone.outline())))
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
        terms.separation().verticalFt());
  }

  static List<Long> outline(List<Position> outline) {
    return outline.stream()
        .flatMap(each -> Stream.of(each.latNanodegrees(), each.lngNanodegrees()))
        .toList();
  }

  Said propose(byte[] bytes) {
    return switch (Terms.decode(bytes)) {
      case Decoded.Fault<Terms>(String sentence) -> Voice.refused(Refusals.TERMS_INVALID, sentence);
      case Decoded.Value<Terms>(Terms terms) -> {
        TermsBody body = new TermsBody.Propose(new CborBytes(bytes));
        yield needsRoot(terms) ? asRoot(body) : core.voice().say(body);
      }
    };
  }

  Said verb(String hex, String verb, String reason) {
    Optional<Hash> hash = hash(hex);
    if (hash.isEmpty()) {
      return Voice.refused(Refusals.TERMS_UNKNOWN);
    }
    return switch (verb) {
      case "sign" -> sign(hash.get());
      case "refuse" ->
          reason.length() > REASON_MAX
              ? Said.refused("too-long", "Give a reason of at most 500 characters.")
              : say(hash.get(), new TermsBody.Refuse(hash.get(), reason));
      default -> Said.refused("unknown-verb", "Sign or refuse the terms.");
    };
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
