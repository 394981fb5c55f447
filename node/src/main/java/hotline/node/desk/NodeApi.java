package hotline.node.desk;

import hotline.node.api.Drafted;
import hotline.node.api.LineApi;
import hotline.node.api.Past;
import hotline.node.api.Requests;
import hotline.node.api.Said;
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
  private final LineDesk line;
  private final PlanningDesk planning;
  private final MessageDesk messages;
  private final SheetDesk sheets;
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
    super(core, details, effects.book(), history);
    this.details = details;
    this.effects = effects;
    this.history = history;
    messages = new MessageDesk(core, messageViews, watches, desks.notices::find);
    planning = new PlanningDesk(core, details, desks.notices, messages, random);
    sheets = new SheetDesk(core, termsDesk);
    line = new LineDesk(core, heard, statuses, record, messageViews, outside);
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
  public long awaitChange(long seen, long atMostMs) throws InterruptedException {
    return core.changes().await(seen, atMostMs);
  }
}
