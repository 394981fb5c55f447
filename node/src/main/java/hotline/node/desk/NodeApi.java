package hotline.node.desk;

import hotline.node.alert.AlertBook;
import hotline.node.api.AlertViews;
import hotline.node.api.ConformanceViews;
import hotline.node.api.Drafted;
import hotline.node.api.LineApi;
import hotline.node.api.Past;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.TrafficViews;
import hotline.node.api.Views;
import hotline.node.conformance.ConformanceWatch;
import hotline.node.details.Details;
import hotline.node.feed.LiveTraffic;
import hotline.node.record.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The node's own API: each call goes to the desk whose matter it is. */
public final class NodeApi extends NodeMatters implements LineApi {
  private final LineDesk line;
  private final PlanningDesk planning;
  private final MessageDesk messages;
  private final SheetDesk sheets;
  private final KeyDesk keys;
  private final Details details;
  private final Effects effects;
  private final History history;
  private final TrafficDesk traffic;
  private final ConformanceDesk conformance;
  private final AlertDesk alerts;
  private final StickDesk stick;

  /** Over these parts. */
  public NodeApi(
      Core core,
      Heard heard,
      Details details,
      Effects effects,
      LiveTraffic traffic,
      ConformanceWatch conformance,
      AlertBook alerts,
      StickDesk stick,
      SecureRandom random) {
    this(
        core,
        heard,
        details,
        effects,
        traffic,
        conformance,
        alerts,
        stick,
        random,
        new History(core.record()));
  }

  private NodeApi(
      Core core,
      Heard heard,
      Details details,
      Effects effects,
      LiveTraffic traffic,
      ConformanceWatch conformance,
      AlertBook alerts,
      StickDesk stick,
      SecureRandom random,
      History history) {
    super(core, details, effects.book(), history);
    this.details = details;
    this.effects = effects;
    this.stick = stick;
    this.traffic = new TrafficDesk(traffic);
    this.conformance = new ConformanceDesk(core, details, desks.notices, conformance);
    this.history = history;
    messages = new MessageDesk(core, messageViews, watches, desks.notices::find);
    this.alerts =
        new AlertDesk(
            core, details, traffic, this.traffic, alerts, messages, messageViews, watches);
    planning = new PlanningDesk(core, details, desks.notices, conflictDesk, messages, random);
    sheets = new SheetDesk(core, termsDesk);
    keys = new KeyDesk(core, core.voice().own());
    line = new LineDesk(core, heard, statuses, record, messageViews, outside, keys, watches);
  }

  @Override
  public Views.Line line() {
    return line.line();
  }

  @Override
  public Said declare(Requests.Declare notice) {
    return planning.declare(notice);
  }

  @Override
  public Drafted draft(Requests.Declare notice) {
    return planning.drafted(notice);
  }

  @Override
  public Said shift(Requests.Shift shift) {
    return planning.shift(shift);
  }

  @Override
  public Optional<Requests.Shift> findShift(String entity) {
    return planning.findShift(entity);
  }

  @Override
  public Said noticeState(String entity, String state) {
    return desks.notices.state(entity, state);
  }

  @Override
  public Said dispute(Requests.Dispute dispute) {
    return desks.notices.dispute(dispute);
  }

  @Override
  public List<Views.Message> alarms() {
    return messageViews.alarms();
  }

  @Override
  public Said send(Requests.Message message) {
    return messages.send(message);
  }

  @Override
  public Said displayed(String message, String post) {
    return messages.displayed(message, post);
  }

  @Override
  public Said accept(String message, String post, String officer) {
    return messages.accept(message, post, officer);
  }

  @Override
  public Said answer(Requests.Answer answer) {
    return messages.answer(answer);
  }

  @Override
  public Said status(Requests.Status status) {
    return statuses.status(status);
  }

  @Override
  public Said offer(Requests.Offer offer) {
    return statuses.offer(offer);
  }

  @Override
  public Said offerVerb(String offer, String verb, String reason) {
    return statuses.verb(offer, verb, reason);
  }

  @Override
  public Said proposeTerms(byte[] bytes, @Nullable String lapses) {
    return termsDesk.propose(bytes, lapses);
  }

  @Override
  public Said termsVerb(String hash, String verb, String reason, String scope) {
    return termsDesk.verb(hash, verb, reason, scope);
  }

  @Override
  public Sheet termsSheet() {
    return sheets.sheet();
  }

  @Override
  public Filled fillTerms(Requests.Sheet sheet) {
    return sheets.fill(sheet);
  }

  @Override
  public Said proposeSheet(Requests.Sheet sheet, @Nullable String lapses) {
    return sheets.propose(sheet, lapses);
  }

  @Override
  public List<Key> keys() {
    return keys.keys();
  }

  @Override
  public Said askForKey(String officer, String key) {
    return keys.askForKey(officer, key);
  }

  @Override
  public List<KeyRequest> keyRequests() {
    return keys.keyRequests();
  }

  @Override
  public Said tellKeys(byte[] statement) {
    return keys.tellKeys(statement);
  }

  @Override
  public Said takeWatch(String post, String officer) {
    return watches.take(post, officer);
  }

  @Override
  public Said handOverWatch(String post, String toOfficer, List<String> openItems) {
    return watches.handOver(post, toOfficer, openItems);
  }

  @Override
  public List<Views.Entry> entries(long from, int limit) {
    return record.entries(from, limit);
  }

  @Override
  public Optional<byte[]> entryBytes(long index) {
    return record.bytes(index);
  }

  @Override
  public Optional<String> prove(String statementId) {
    return record.prove(statementId);
  }

  @Override
  public List<Views.Disclosure> disclosures(int limit) {
    return conflictDesk.disclosures(limit);
  }

  @Override
  public Past past(Instant at) {
    Instant now = core.clock().instant();
    Instant then = at.isAfter(now) ? now : at;
    try {
      return new PastApi(
          core.at(then, history),
          then,
          details,
          effects.book().asItWas(effects.journal().at(then)),
          history);
    } catch (IOException failed) {
      throw new UncheckedIOException("what was known then cannot be read", failed);
    }
  }

  @Override
  public Said sequencer(boolean running) {
    return record.sequencer(running);
  }

  @Override
  public List<TrafficViews.Feed> feeds() {
    return traffic.feeds();
  }

  @Override
  public Said runFeed(String name, boolean running) {
    return traffic.run(name, running);
  }

  @Override
  public TrafficViews.Sky sky() {
    return traffic.sky();
  }

  @Override
  public List<TrafficViews.Track> tracks(int limit) {
    return traffic.tracks(limit);
  }

  @Override
  public List<TrafficViews.Alert> alerts(boolean all) {
    return alerts.alerts(all);
  }

  @Override
  public Optional<AlertViews.Detail> alert(long number) {
    return alerts.alert(number);
  }

  @Override
  public AlertViews.Counts alertCounts() {
    return alerts.counts();
  }

  @Override
  public Said acceptAlerts(List<Long> numbers, String post, String officer) {
    return alerts.accept(numbers, post, officer);
  }

  @Override
  public Said markNuisance(long number, boolean nuisance, String post, String officer) {
    return alerts.nuisance(number, nuisance, post, officer);
  }

  @Override
  public Said warnOfAlert(long number, String post, String officer) {
    return alerts.warn(number, post, officer);
  }

  @Override
  public List<ConformanceViews.Flight> conformance() {
    return conformance.conformance();
  }

  @Override
  public Said flownBy(String notice, ConformanceViews.FlownBy aircraft) {
    return conformance.flownBy(notice, aircraft);
  }

  @Override
  public Optional<byte[]> stickFile(int part) {
    return stick.stickFile(part);
  }

  @Override
  public Carried stickWaiting() {
    return stick.stickWaiting();
  }

  @Override
  public Brought bringStick(byte[] file) {
    return stick.bringStick(file);
  }

  @Override
  public List<Arrived> broughtByStick(int limit) {
    return stick.broughtByStick(limit);
  }

  @Override
  public long awaitChange(long seen, long atMostMs) throws InterruptedException {
    return core.changes().await(seen, atMostMs);
  }
}
