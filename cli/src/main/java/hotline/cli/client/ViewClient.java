package hotline.cli.client;

import hotline.node.api.LineView;
import hotline.node.api.Views;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The views of a node elsewhere, as they are or as they were. Thread-safe. */
class ViewClient implements LineView {
  private final Wire wire;
  private final String at;

  ViewClient(Wire wire, Optional<Instant> at) {
    this.wire = wire;
    this.at = at.map(instant -> "at=" + instant).orElse("");
  }

  /** Reads all that is at this path. */
  <T> T read(String path, Class<T> type) {
    return wire.get(asked(path), type);
  }

  private String asked(String path) {
    return at.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + at;
  }

  private static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public List<Views.Notice> notices(boolean all) {
    return List.of(read("notices?all=" + all, Views.Notice[].class));
  }

  @Override
  public Optional<Views.Notice> notice(String entity) {
    return wire.get(asked("notices/" + part(entity)))
        .map(body -> wire.read(body, Views.Notice.class));
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
    return wire.get(asked("messages/" + part(id)))
        .map(body -> wire.read(body, Views.Message.class));
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
}
