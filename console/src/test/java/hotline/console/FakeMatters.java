package hotline.console;

import hotline.node.api.MatterRequests;
import hotline.node.api.MatterViews;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.TermsViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Saying things to a node in memory, and what the parties quarrel over there. */
abstract class FakeMatters extends FakeTraffic {
  /** {@code LIVE}, {@code EXERCISE} or {@code TEST}. */
  String mode = "LIVE";

  final List<MatterViews.Breach> breaches = new ArrayList<>(SampleMatters.breaches());
  final List<MatterViews.Incident> incidents = new ArrayList<>(List.of(SampleMatters.incident()));
  final List<MatterViews.Exhibit> unattached = new ArrayList<>(SampleMatters.unattached());
  final List<MatterViews.Case> cases = new ArrayList<>(List.of(SampleCases.file()));
  final List<MatterViews.ThirdParty> thirdParties =
      new ArrayList<>(SampleCases.thirdParties("line down"));
  final List<MatterViews.Relay> relays = new ArrayList<>(SampleCases.relays("line down"));

  final List<TermsViews.ChannelWord> channelWords = new ArrayList<>();
  final List<TermsViews.Contradiction> contradictions = new ArrayList<>();
  final List<TermsViews.Terms> endedTerms = new ArrayList<>();

  /** What was said while the channel was suspended; null: it never was. */
  TermsViews.@Nullable Reconciliation reconciliation;

  /** What lies outside of what is agreed, and what is inside again. */
  TermsViews.Outside outside = new TermsViews.Outside(null, List.of(), 0, List.of());

  /** Whether there is no bundle. */
  boolean unreadable;

  /** What was asked for, as text, oldest first. */
  final List<String> calls = new ArrayList<>();

  /** The keys of every party. */
  final List<Key> keys = new ArrayList<>();

  /** What officers ask to be enrolled. */
  final List<KeyRequest> requests = new ArrayList<>();

  /** What the next statement is answered with; null: it is done. */
  @Nullable Said refusal;

  private int next = 150;
  private long change;

  @Override
  public List<Key> keys() {
    return List.copyOf(keys);
  }

  @Override
  public Said askForKey(String officer, String key) {
    calls.add("askForKey " + officer + " " + key);
    return Said.refused("not-a-key", "That is no sound key of an officer: make it again.");
  }

  @Override
  public List<KeyRequest> keyRequests() {
    return List.copyOf(requests);
  }

  @Override
  public Said tellKeys(byte[] statement) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Sheet termsSheet() {
    return SampleSheet.sheet();
  }

  @Override
  public Filled fillTerms(Requests.Sheet sheet) {
    return SampleSheet.filled(sheet);
  }

  @Override
  public Said proposeSheet(Requests.Sheet sheet, @Nullable String lapses) {
    return said("propose-sheet " + sheet + " " + lapses);
  }

  /** Something is said: what was asked for, as text. */
  @Override
  final synchronized Said said(String call) {
    calls.add(call);
    if (refusal != null) {
      return refusal;
    }
    changed();
    return new Said(
        true, Said.State.RECORDED, "ok", "Recorded; not confirmed yet.", Samples.id(next++), 48L);
  }

  /** Something changed: whoever waits for it goes on. */
  final synchronized void changed() {
    change++;
    notifyAll();
  }

  @Override
  public final synchronized long awaitChange(long seen, long atMostMs) throws InterruptedException {
    long endNs = System.nanoTime() + atMostMs * 1_000_000;
    while (change == seen && System.nanoTime() < endNs) {
      wait(Math.max(1, (endNs - System.nanoTime()) / 1_000_000));
    }
    return change;
  }

  @Override
  public List<TermsViews.ChannelWord> channelWords() {
    return List.copyOf(channelWords);
  }

  @Override
  public List<TermsViews.Contradiction> contradictions() {
    return List.copyOf(contradictions);
  }

  @Override
  public Optional<TermsViews.Reconciliation> reconciliation() {
    return Optional.ofNullable(reconciliation);
  }

  @Override
  public TermsViews.Outside outside() {
    return outside;
  }

  @Override
  public List<TermsViews.Terms> endedTerms() {
    return List.copyOf(endedTerms);
  }

  @Override
  public Optional<byte[]> termsBytes(String hash) {
    return Optional.empty();
  }

  @Override
  public Optional<TermsViews.TermsDiff> termsDiff(String hash) {
    return terms().stream()
        .filter(one -> one.hash().equals(hash))
        .findFirst()
        .map(one -> SampleChannel.diff(terms().getFirst(), one));
  }

  @Override
  public List<MatterViews.Breach> breaches() {
    return List.copyOf(breaches);
  }

  @Override
  public List<MatterViews.IncidentLine> incidents() {
    return incidents.stream()
        .map(one ->
            new MatterViews.IncidentLine(
                one.reference(),
                one.by(),
                one.title(),
                one.from(),
                one.to(),
                one.exhibits().size(),
                one.agreed().size(),
                (int) one.dues().stream().filter(MatterViews.Due::overdue).count(),
                one.closings().closed()))
        .toList();
  }

  @Override
  public Optional<MatterViews.Incident> incident(String id) {
    return incidents.stream().filter(one -> one.reference().equals(id)).findFirst();
  }

  @Override
  public List<MatterViews.Exhibit> unattached() {
    return List.copyOf(unattached);
  }

  @Override
  public List<MatterViews.CaseLine> cases() {
    return List.of(SampleCases.line());
  }

  @Override
  public Optional<MatterViews.Case> caseOf(String id) {
    return cases.stream().filter(one -> one.reference().equals(id)).findFirst();
  }

  @Override
  public List<MatterViews.HandedOff> handedOff() {
    return List.of(SampleCases.handedOff(164, "Belongs to the group."));
  }

  @Override
  public List<MatterViews.Guest> guests() {
    return List.of(
        new MatterViews.Guest("OBSERVER", "watcher", "The watchers", "key 5", null),
        new MatterViews.Guest("WITNESS", "seal", "The seal", "key 6", 41L),
        new MatterViews.Guest("WITNESS", "far", "Far away", "key 7", null));
  }

  @Override
  public List<MatterViews.ThirdParty> thirdParties() {
    return List.copyOf(thirdParties);
  }

  @Override
  public List<MatterViews.Relay> relays(int limit) {
    return List.copyOf(relays);
  }

  @Override
  public Said claimBreach(MatterRequests.Breach breach) {
    return said("claim-breach " + breach);
  }

  @Override
  public Said answerBreach(MatterRequests.BreachAnswer answer) {
    return said("answer-breach " + answer);
  }

  @Override
  public Said followUpBreach(MatterRequests.FollowUp followUp) {
    return said("follow-up-breach " + followUp);
  }

  @Override
  public Said openIncident(MatterRequests.Incident incident) {
    return said("open-incident " + incident);
  }

  @Override
  public Said account(String incident, String words) {
    return said("account " + incident + " " + words);
  }

  @Override
  public Said seal(MatterRequests.Seal seal) {
    return said("seal " + seal);
  }

  @Override
  public Said disclose(MatterRequests.Disclose disclose) {
    return said("disclose " + disclose);
  }

  @Override
  public Said claim(MatterRequests.Claim claim) {
    return said("claim " + claim);
  }

  @Override
  public Said attach(String incident, String item) {
    return said("attach " + incident + " " + item);
  }

  @Override
  public Said assess(MatterRequests.Assess assess) {
    return said("assess " + assess);
  }

  @Override
  public Said fact(MatterRequests.Wording fact) {
    return said("fact " + fact);
  }

  @Override
  public Said finding(MatterRequests.Wording finding) {
    return said("finding " + finding);
  }

  @Override
  public Said due(MatterRequests.Due due) {
    return said("due " + due);
  }

  @Override
  public Said dueDone(String due, String words) {
    return said("due-done " + due + " " + words);
  }

  @Override
  public Said openCase(MatterRequests.Case opened) {
    return said("open-case " + opened);
  }

  @Override
  public Said position(MatterRequests.Position position) {
    return said("position " + position);
  }

  @Override
  public Said propose(MatterRequests.Proposal proposal) {
    return said("propose " + proposal);
  }

  @Override
  public Said minutes(MatterRequests.Minutes minutes) {
    return said("minutes " + minutes);
  }

  @Override
  public Said agree(MatterRequests.Agree agree) {
    return said("agree " + agree);
  }

  @Override
  public Said veto(MatterRequests.Veto veto) {
    return said("veto " + veto);
  }

  @Override
  public Said close(MatterRequests.Closing closing) {
    return said("close " + closing);
  }

  @Override
  public Said reopen(MatterRequests.Closing closing) {
    return said("reopen " + closing);
  }

  @Override
  public Said retract(String item, String reason) {
    return said("retract " + item + " " + reason);
  }

  @Override
  public Said handOff(MatterRequests.HandOff handOff) {
    return said("hand-off " + handOff);
  }

  @Override
  public Said reach(String thirdParty, boolean can, String words) {
    return said("reach " + thirdParty + " " + can + " " + words);
  }

  @Override
  public Said relay(MatterRequests.Relay relay) {
    return said("relay " + relay);
  }

  @Override
  public Optional<byte[]> keptSealed(String item) {
    return Optional.empty();
  }

  @Override
  public Said keepSealed(byte[] bytes) {
    return said("keep-sealed " + bytes.length);
  }

  @Override
  public MatterViews.Statistics statistics() {
    return SampleMatters.statistics();
  }

  @Override
  public Exported exportIncident(String incident) {
    return unreadable
        ? new Exported.Refused("bundle-missing", "A sealed thing is not kept here.")
        : new Exported.Archive(incident + ".zip", new byte[] {'P', 'K'});
  }
}
