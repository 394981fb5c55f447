package hotline.cli.client;

import hotline.node.api.LineView;
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
  public List<Views.Terms> terms() {
    return List.of(read("terms", Views.Terms[].class));
  }

  @Override
  public List<Views.Watch> watch() {
    return List.of(read("watch", Views.Watch[].class));
  }

  @Override
  public List<Views.Terms> endedTerms() {
    return List.of(read("terms/ended", Views.Terms[].class));
  }

  @Override
  public Optional<Views.TermsDiff> termsDiff(String hash) {
    return find("terms/" + part(hash) + "/diff", Views.TermsDiff.class);
  }

  @Override
  public List<Views.ChannelWord> channelWords() {
    return List.of(read("status/words", Views.ChannelWord[].class));
  }

  @Override
  public List<Views.Contradiction> contradictions() {
    return List.of(read("status/contradictions", Views.Contradiction[].class));
  }

  @Override
  public Optional<Views.Reconciliation> reconciliation() {
    return find("reconciliation", Views.Reconciliation.class);
  }
}
