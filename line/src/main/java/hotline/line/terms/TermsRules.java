package hotline.line.terms;

import hotline.line.Kind;
import hotline.record.signature.PublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the parts of terms owe one another. */
final class TermsRules {
  private TermsRules() {}

  static void parties(List<PartyTerms> parties, String host) {
    Terms.require(
        parties.size() >= Genesis.PARTIES_MIN && parties.size() <= Genesis.PARTIES_MAX,
        "terms have 2 to 10 parties");
    Terms.requireRising(names(parties), "the parties");
    Terms.require(names(parties).contains(host), "the host is one of the parties");
  }

  static void places(List<Zone> zones, List<ReferencePoint> points, List<AgreedLine> lines) {
    Terms.requireRange(zones.size(), 0, Terms.ZONES_MAX, "the number of zones");
    Terms.requireDistinct(zones.stream().map(Zone::zone).toList(), "the zones");
    Terms.requireRange(points.size(), 0, Terms.POINTS_MAX, "the number of reference points");
    Terms.requireDistinct(
        points.stream().map(ReferencePoint::name).toList(), "the reference points");
    Terms.requireRange(lines.size(), 0, Terms.LINES_MAX, "the number of lines and corridors");
    Terms.requireDistinct(lines.stream().map(AgreedLine::name).toList(), "the lines and corridors");
  }

  static void survives(List<Kind> survives) {
    Terms.require(
        IntStream.range(1, survives.size())
            .allMatch(i -> survives.get(i - 1).code() < survives.get(i).code()),
        "the kinds that survive a suspension stand in the order of their numbers, each once");
    Terms.require(
        survives.containsAll(Terms.SAFETY_MINIMUM),
        "STOP, DISTRESS, WARNING, LINE-CHECK and what answers them survive every suspension");
  }

  /** One name is one of them only: whoever reads it never asks which is meant. */
  static void circle(
      List<PartyTerms> parties,
      List<ThirdParty> thirdParties,
      List<Observer> observers,
      List<WitnessParty> witnesses) {
    Terms.requireRange(
        thirdParties.size(), 0, Terms.THIRD_PARTIES_MAX, "the number of third parties");
    Terms.requireRange(observers.size(), 0, Terms.OBSERVERS_MAX, "the number of observers");
    Terms.requireRange(witnesses.size(), 0, Terms.WITNESSES_MAX, "the number of witnesses");
    Terms.requireDistinct(
        Stream.of(
                names(parties).stream(),
                thirdParties.stream().map(ThirdParty::name),
                observers.stream().map(Observer::name),
                witnesses.stream().map(WitnessParty::name))
            .flatMap(each -> each)
            .toList(),
        "the names of parties, third parties, observers and witnesses");
  }

  static void consent(
      List<PartyTerms> parties,
      List<MustAgree> agreement,
      List<Seats> seats,
      List<AgreedLine> lines) {
    List<String> names = names(parties);
    Terms.require(
        IntStream.range(1, agreement.size())
            .allMatch(i -> agreement.get(i - 1).matter().compareTo(agreement.get(i).matter()) < 0),
        "who must agree is said in the order of the matters, of each once");
    Terms.require(
        agreement.stream().allMatch(each -> names.containsAll(each.parties())),
        "who must agree are parties of the terms");
    Terms.requireRising(seats.stream().map(Seats::party).toList(), "the seats of parties");
    Terms.require(
        lines.stream().flatMap(AgreedLine::sides).allMatch(names::contains),
        "the sides of a line are of parties of the terms");
    for (Seats each : seats) {
      Terms.require(names.contains(each.party()), "seats are of parties of the terms");
      Terms.require(
          parties.stream()
              .filter(party -> party.party().equals(each.party()))
              .noneMatch(party -> party.posts().stream().anyMatch(each.seats()::contains)),
          "a seat of " + each.party() + " in the working group has another name than its posts");
    }
  }

  static void keys(List<PublicKey> keys) {
    Terms.require(new HashSet<>(keys).size() == keys.size(), "all keys in the terms are different");
  }

  private static List<String> names(List<PartyTerms> parties) {
    return parties.stream().map(PartyTerms::party).toList();
  }
}
