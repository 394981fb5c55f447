package hotline.cli.client;

import hotline.node.api.LineView;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The views of a node elsewhere, as they are or as they were. Thread-safe. */
class ViewClient extends MatterViewClient implements LineView {
  ViewClient(Wire wire, Optional<Instant> at) {
    super(wire, at);
  }

  @Override
  public List<Views.Notice> notices(boolean all) {
    return List.of(read("notices?all=" + all, Views.Notice[].class));
  }

  @Override
  public Optional<Views.Notice> notice(String entity) {
    return find("notices/" + part(entity), Views.Notice.class);
  }

  @Override
  public List<Views.Conflict> conflicts(boolean all) {
    return List.of(read("conflicts?all=" + all, Views.Conflict[].class));
  }

  @Override
  public List<Views.Message> messages(int limit) {
    return List.of(read("messages?limit=" + limit, Views.Message[].class));
  }

  @Override
  public Optional<Views.Message> message(String id) {
    return find("messages/" + part(id), Views.Message.class);
  }

  @Override
  public List<Views.Offer> offers() {
    return List.of(read("offers", Views.Offer[].class));
  }

  @Override
  public List<TermsViews.Terms> terms() {
    return List.of(read("terms", TermsViews.Terms[].class));
  }

  @Override
  public List<Views.Watch> watch() {
    return List.of(read("watch", Views.Watch[].class));
  }

  @Override
  public List<TermsViews.Terms> endedTerms() {
    return List.of(read("terms/ended", TermsViews.Terms[].class));
  }

  @Override
  public Optional<TermsViews.TermsDiff> termsDiff(String hash) {
    return find("terms/" + part(hash) + "/diff", TermsViews.TermsDiff.class);
  }

  @Override
  public Optional<byte[]> termsBytes(String hash) {
    return bytes("terms/" + part(hash));
  }

  @Override
  public List<TermsViews.ChannelWord> channelWords() {
    return List.of(read("status/words", TermsViews.ChannelWord[].class));
  }

  @Override
  public List<TermsViews.Contradiction> contradictions() {
    return List.of(read("status/contradictions", TermsViews.Contradiction[].class));
  }

  @Override
  public Optional<TermsViews.Reconciliation> reconciliation() {
    return find("reconciliation", TermsViews.Reconciliation.class);
  }

  @Override
  public TermsViews.Outside outside() {
    return read("status/outside", TermsViews.Outside.class);
  }
}
