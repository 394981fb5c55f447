package hotline.console;

import hotline.node.api.MatterViews;
import hotline.node.api.Past;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sample line as its node knew it: what was signed or sent by then, nothing else. */
record FakePast(FakeLine line, Instant at, List<Views.PartyStatus> parties) implements Past {
  private boolean come(Instant when) {
    return !when.isAfter(at);
  }

  @Override
  public long entries() {
    return 41;
  }

  @Override
  public List<Views.Notice> notices(boolean all) {
    return line.notices(all).stream().filter(one -> come(one.delivery().sent())).toList();
  }

  @Override
  public Optional<Views.Notice> notice(String entity) {
    return line.notice(entity).filter(one -> come(one.delivery().sent()));
  }

  @Override
  public List<Views.Conflict> conflicts(boolean all) {
    return come(Samples.at("13:58:00")) ? line.conflicts(all) : List.of();
  }

  @Override
  public List<Views.Message> messages(int limit) {
    return line.messages(limit).stream().filter(one -> come(one.signed())).toList();
  }

  @Override
  public Optional<Views.Message> message(String id) {
    return line.message(id).filter(one -> come(one.signed()));
  }

  @Override
  public MatterViews.Statistics statistics() {
    return line.statistics();
  }

  @Override
  public List<Views.Offer> offers() {
    return line.offers().stream().filter(one -> come(one.said())).toList();
  }

  @Override
  public List<TermsViews.Terms> terms() {
    return line.terms();
  }

  @Override
  public List<TermsViews.Terms> endedTerms() {
    return List.of();
  }

  @Override
  public List<TermsViews.Contradiction> contradictions() {
    return List.of();
  }

  @Override
  public Optional<TermsViews.Reconciliation> reconciliation() {
    return Optional.empty();
  }

  @Override
  public TermsViews.Outside outside() {
    return line.outside();
  }

  @Override
  public List<TermsViews.ChannelWord> channelWords() {
    return line.channelWords();
  }

  @Override
  public Optional<byte[]> termsBytes(String hash) {
    return line.termsBytes(hash);
  }

  @Override
  public Optional<TermsViews.TermsDiff> termsDiff(String hash) {
    return line.termsDiff(hash);
  }

  @Override
  public List<Views.Watch> watch() {
    return line.watch();
  }

  @Override
  public List<MatterViews.Breach> breaches() {
    return line.breaches();
  }

  @Override
  public List<MatterViews.IncidentLine> incidents() {
    return line.incidents();
  }

  @Override
  public Optional<MatterViews.Incident> incident(String id) {
    return line.incident(id);
  }

  @Override
  public List<MatterViews.Exhibit> unattached() {
    return line.unattached();
  }

  @Override
  public List<MatterViews.CaseLine> cases() {
    return line.cases();
  }

  @Override
  public Optional<MatterViews.Case> caseOf(String id) {
    return line.caseOf(id);
  }

  @Override
  public List<MatterViews.HandedOff> handedOff() {
    return line.handedOff();
  }

  @Override
  public List<MatterViews.ThirdParty> thirdParties() {
    return line.thirdParties();
  }

  @Override
  public List<MatterViews.Guest> guests() {
    return line.guests();
  }

  @Override
  public List<MatterViews.Relay> relays(int limit) {
    return line.relays(limit);
  }
}
