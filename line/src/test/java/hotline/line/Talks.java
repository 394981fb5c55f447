package hotline.line;

import hotline.airspace.Datum;
import hotline.airspace.HeightBand;
import hotline.line.body.Body;
import hotline.line.body.ChannelState;
import hotline.line.body.Condition;
import hotline.line.body.Daily;
import hotline.line.body.Scope;
import hotline.line.body.StatusBody;
import hotline.line.body.TermsBody;
import hotline.line.status.Offer;
import hotline.line.terms.Matter;
import hotline.line.terms.MustAgree;
import hotline.line.terms.Proposal;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsInForce;
import hotline.line.terms.Times;
import hotline.record.cbor.CborBytes;
import hotline.record.merkle.Hash;
import hotline.record.statement.StatementId;
import hotline.testkit.Chance;
import java.util.List;
import java.util.Optional;

/** What parties say by chance of terms, of their channel and of restoring it. */
final class Talks {
  private final TestLine line;
  private final Chance chance;

  Talks(TestLine line, Chance chance) {
    this.line = line;
    this.chance = chance;
  }

  /** A status, an offer, or an answer to one. */
  Body status() {
    List<Offer> known = line.state.statuses().offers();
    List<Offer> open = known.stream().filter(Offer::isOpen).toList();
    if (!open.isEmpty() && chance.oneIn(2)) {
      StatementId offer = chance.pick(open).id();
      return switch ((int) chance.between(0, 7)) {
        case 0 -> new StatusBody.Refuse(offer, "no");
        case 1 -> new StatusBody.Withdraw(offer);
        default -> new StatusBody.Accept(offer);
      };
    }
    long soonUs = line.nowUs + chance.between(-20, 20) * TestLine.SECOND_US;
    return switch ((int) chance.between(0, 5)) {
      case 0, 1, 2 ->
          new StatusBody.Offer(
              condition(),
              "let us " + chance.between(0, 99),
              soonUs + 30 * TestLine.SECOND_US,
              known.isEmpty() || chance.oneIn(2)
                  ? Optional.empty()
                  : Optional.of(chance.pick(known).id()),
              scope());
      case 3 ->
          new StatusBody.State(ChannelState.SUSPENDED, soonUs, Optional.empty(), "enough", scope());
      default -> new StatusBody.State(ChannelState.IN_FORCE, soonUs, condition(), "again", scope());
    };
  }

  private Scope scope() {
    return switch ((int) chance.between(0, 9)) {
      case 0 -> new Scope(Optional.of("east"), Optional.empty());
      case 1 -> new Scope(Optional.of("west"), Optional.empty());
      case 2 -> new Scope(Optional.empty(), Optional.of("transit"));
      case 3 -> new Scope(Optional.of("east"), Optional.of("survey"));
      case 4 -> new Scope(Optional.of(chance.oneIn(4) ? "moon" : "east"), Optional.of("transit"));
      default -> Scope.WHOLE;
    };
  }

  private Optional<Condition> condition() {
    return chance.oneIn(2)
        ? Optional.empty()
        : Optional.of(
            new Condition(
                "only so",
                List.of(
                    new Condition.Rule(
                        Optional.of(chance.oneIn(9) ? "parade" : "transit"),
                        chance.oneIn(2) ? Optional.empty() : Optional.of("east"),
                        chance.oneIn(2) ? Optional.empty() : Optional.of(new Daily(79_200, 21_600)),
                        chance.oneIn(2)
                            ? Optional.empty()
                            : Optional.of(
                                new HeightBand(Datum.STANDARD_PRESSURE, 5_000, 20_000))))));
  }

  /** A proposal of terms, or an answer to one. */
  Body terms(String party) {
    List<Proposal> proposals = line.state.agreement().proposals();
    if (!proposals.isEmpty() && !chance.oneIn(4)) {
      Proposal proposal = chance.pick(proposals);
      Hash hash = proposal.hash();
      return switch ((int) chance.between(0, 11)) {
        case 0 -> new TermsBody.Refuse(hash, "not like this", "times " + chance.between(0, 99));
        case 1 -> new TermsBody.Withdraw(hash, "changed our mind");
        case 2, 3 -> new TermsBody.Begin(hash);
        case 4 -> new TermsBody.Propose(new CborBytes(proposal.terms().encode()), lapsesUs());
        default -> new TermsBody.Sign(hash);
      };
    }
    TermsInForce now = line.state.agreement().inForce().orElseThrow();
    return new TermsBody.Propose(new CborBytes(next(now, party).encode()), lapsesUs());
  }

  private Optional<Long> lapsesUs() {
    return chance.oneIn(2)
        ? Optional.empty()
        : Optional.of(line.nowUs + chance.between(0, 20) * TestLine.SECOND_US);
  }

  /** The terms in force with another reply time, which tells proposals apart. */
  private Terms next(TermsInForce now, String party) {
    Terms old = now.terms();
    Times times = old.times();
    return old.next()
        .number(old.number() + (chance.oneIn(9) ? 2 : 1))
        .zones(
            chance.oneIn(4) ? List.of() : List.of(Places.zone("east", 8), Places.zone("west", -8)))
        .agreement(
            chance.oneIn(3)
                ? List.of(new MustAgree(Matter.OFFER, List.of(chance.pick(line.genesis.parties()))))
                : List.of())
        .effectiveUs(
            chance.oneIn(2)
                ? Optional.empty()
                : Optional.of(line.nowUs + chance.between(-5, 15) * TestLine.SECOND_US))
        .times(
            new Times(
                (party.length() + chance.between(1, 30)) * TestLine.SECOND_US,
                times.acceptByUs(),
                times.lineCheckEveryUs(),
                times.noticeLeadUs()))
        .build();
  }
}
