package hotline.node.desk;

import hotline.node.api.Past;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import hotline.node.details.ConflictBook;
import hotline.node.details.Details;
import hotline.node.record.History;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The desks' own views, looking from an instant that is past. */
final class PastApi extends MatterLook implements Past {
  private final Core core;
  private final Instant at;
  private final NoticeDesk notices;
  private final ConflictDesk conflicts;
  private final MessageViews messages;
  private final StatusDesk statuses;
  private final TermsDesk terms;
  private final WatchDesk watch;
  private final ChannelDesk channel;

  /**
   * Looking from where {@code core} looks.
   *
   * @param book of the conflicts as they were known then
   */
  PastApi(Core core, Instant at, Details details, ConflictBook book, History history) {
    super(new MatterDesks(core, details, book, history));
    this.core = core;
    this.at = at;
    messages = new MessageViews(core);
    notices = desks.notices;
    conflicts = new ConflictDesk(core, details, book, messages);
    statuses = new StatusDesk(core);
    terms = new TermsDesk(core);
    watch = new WatchDesk(core);
    channel = new ChannelDesk(core, new RecordDesk(core));
  }

  @Override
  public Instant at() {
    return at;
  }

  @Override
  public long entries() {
    return core.outlook().size();
  }

  @Override
  public List<Views.PartyStatus> parties() {
    return statuses.parties(_ -> Optional.empty());
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
  public List<Views.Conflict> conflicts(boolean all) {
    return conflicts.conflicts(all);
  }

  @Override
  public List<Views.Message> messages(int limit) {
    return messages.messages(limit);
  }

  @Override
  public Optional<Views.Message> message(String id) {
    return messages.message(id);
  }

  @Override
  public List<Views.Offer> offers() {
    return statuses.offers();
  }

  @Override
  public List<TermsViews.Terms> terms() {
    return terms.terms();
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
}
