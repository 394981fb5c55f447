package hotline.node.desk;

import hotline.node.api.LineApi;
import hotline.node.api.Past;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import hotline.node.details.Details;
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
  private final Core core;
  private final LineDesk line;
  private final NoticeDesk notices;
  private final PlanningDesk planning;
  private final ConflictDesk conflicts;
  private final MessageDesk messages;
  private final MessageViews messageViews;
  private final StatusDesk statuses;
  private final TermsDesk terms;
  private final WatchDesk watch;
  private final ChannelDesk channel;
  private final RecordDesk record;
  private final Details details;
  private final Effects effects;
  private final History history;

  /** Over these parts. */
  public NodeApi(Core core, Heard heard, Details details, Effects effects, SecureRandom random) {
    this(core, heard, details, effects, random, new History(core.record()));
  }

  private NodeApi(
      Core core,
      Heard heard,
      Details details,
      Effects effects,
      SecureRandom random,
      History history) {
    super(new MatterDesks(core, details, effects.book(), history));
    this.core = core;
    this.details = details;
    this.effects = effects;
    this.history = history;
    statuses = new StatusDesk(core);
    terms = new TermsDesk(core);
    watch = new WatchDesk(core);
    record = new RecordDesk(core);
    channel = new ChannelDesk(core, record);
    messageViews = new MessageViews(core);
    notices = desks.notices;
    messages = new MessageDesk(core, messageViews, watch, notices::find);
    planning = new PlanningDesk(core, details, notices, messages, random);
    conflicts = new ConflictDesk(core, details, effects.book(), messageViews);
    line = new LineDesk(core, heard, statuses, record, messageViews);
  }

  @Override
  public Views.Line line() {
    return line.line();
  }

  @Override
  public List<Views.Notice> notices(boolean all) {
    return notices.notices(all);
  }

  @Override
  public Optional<Views.Notice> notice(String entity) {
    return notices.notice(entity);
  }

  @Override
  public Said declare(Requests.Declare notice) {
    return planning.declare(notice);
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
    return notices.state(entity, state);
  }

  @Override
  public Said dispute(Requests.Dispute dispute) {
    return notices.dispute(dispute);
  }

  @Override
  public List<Views.Conflict> conflicts(boolean all) {
    return conflicts.conflicts(all);
  }

  @Override
  public List<Views.Message> messages(int limit) {
    return messageViews.messages(limit);
  }

  @Override
  public List<Views.Message> alarms() {
    return messageViews.alarms();
  }

  @Override
  public Optional<Views.Message> message(String id) {
    return messageViews.message(id);
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
  public List<Views.Offer> offers() {
    return statuses.offers();
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
  public List<TermsViews.Terms> terms() {
    return terms.terms();
  }

  @Override
  public Said proposeTerms(byte[] bytes, @Nullable String lapses) {
    return terms.propose(bytes, lapses);
  }

  @Override
  public Said termsVerb(String hash, String verb, String reason, String scope) {
    return terms.verb(hash, verb, reason, scope);
  }

  @Override
  public List<TermsViews.Terms> endedTerms() {
    return terms.ended();
  }

  @Override
  public Optional<TermsViews.TermsDiff> termsDiff(String hash) {
    return terms.diff(hash);
  }

  @Override
  public List<TermsViews.ChannelWord> channelWords() {
    return channel.words();
  }

  @Override
  public List<TermsViews.Contradiction> contradictions() {
    return channel.contradictions();
  }

  @Override
  public Optional<TermsViews.Reconciliation> reconciliation() {
    return channel.reconciliation();
  }

  @Override
  public List<Views.Watch> watch() {
    return watch.watch();
  }

  @Override
  public Said takeWatch(String post, String officer) {
    return watch.take(post, officer);
  }

  @Override
  public Said handOverWatch(String post, String toOfficer, List<String> openItems) {
    return watch.handOver(post, toOfficer, openItems);
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
    return conflicts.disclosures(limit);
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
  public long awaitChange(long seen, long atMostMs) throws InterruptedException {
    return core.changes().await(seen, atMostMs);
  }
}
