package hotline.node.desk;

import hotline.node.api.LineView;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import hotline.node.details.ConflictBook;
import hotline.node.details.Details;
import hotline.node.record.History;
import java.util.List;
import java.util.Optional;

/** The line looked at, from now or from the past: each call to its desk. */
class LineLook extends MatterLook implements LineView {
  final Core core;
  final MessageViews messageViews;
  final ConflictDesk conflictDesk;
  final StatusDesk statuses;
  final TermsDesk termsDesk;
  final WatchDesk watches;
  final RecordDesk record;
  final ChannelDesk channel;
  final OutsideDesk outside;

  /**
   * Looking from where {@code core} looks.
   *
   * @param book of the conflicts as they are, or were, known there
   */
  LineLook(Core core, Details details, ConflictBook book, History history) {
    super(new MatterDesks(core, details, book, history));
    this.core = core;
    messageViews = new MessageViews(core);
    conflictDesk = new ConflictDesk(core, details, book, messageViews);
    statuses = new StatusDesk(core);
    termsDesk = new TermsDesk(core);
    watches = new WatchDesk(core);
    record = new RecordDesk(core);
    channel = new ChannelDesk(core, record);
    outside = new OutsideDesk(core);
  }

  @Override
  public List<Views.Notice> notices(boolean all) {
    return desks.notices.notices(all);
  }

  @Override
  public Optional<Views.Notice> notice(String entity) {
    return desks.notices.notice(entity);
  }

  @Override
  public List<Views.Conflict> conflicts(boolean all) {
    return conflictDesk.conflicts(all);
  }

  @Override
  public List<Views.Message> messages(int limit) {
    return messageViews.messages(limit);
  }

  @Override
  public Optional<Views.Message> message(String id) {
    return messageViews.message(id);
  }

  @Override
  public List<Views.Offer> offers() {
    return statuses.offers();
  }

  @Override
  public List<TermsViews.Terms> terms() {
    return termsDesk.terms();
  }

  @Override
  public List<TermsViews.Terms> endedTerms() {
    return termsDesk.ended();
  }

  @Override
  public Optional<TermsViews.TermsDiff> termsDiff(String hash) {
    return termsDesk.diff(hash);
  }

  @Override
  public Optional<byte[]> termsBytes(String hash) {
    return termsDesk.bytes(hash);
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
  public TermsViews.Outside outside() {
    return outside.outside();
  }

  @Override
  public List<Views.Watch> watch() {
    return watches.watch();
  }
}
