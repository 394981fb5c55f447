package hotline.console;

import hotline.node.api.Right;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one has to be allowed for a page or a form, by its address; what is not here is nobody's.
 */
final class Rights {
  /** By what follows {@code /act/}. */
  static final Map<String, Right> FORMS =
      Map.ofEntries(
          Map.entry("urgent", Right.URGENT),
          Map.entry("messages", Right.SPEAK),
          Map.entry("notices", Right.SPEAK),
          Map.entry("alerts", Right.SPEAK),
          Map.entry("import", Right.SPEAK),
          Map.entry("third", Right.SPEAK),
          Map.entry("stick", Right.SPEAK),
          Map.entry("hand-off", Right.SPEAK),
          Map.entry("status", Right.DECIDE),
          Map.entry("offers", Right.DECIDE),
          Map.entry("terms", Right.DECIDE),
          Map.entry("proposal", Right.DECIDE),
          Map.entry("draft", Right.DECIDE),
          Map.entry("watch", Right.WATCH),
          Map.entry("shelve", Right.WATCH),
          Map.entry("breaches", Right.INVESTIGATE),
          Map.entry("incidents", Right.INVESTIGATE),
          Map.entry("cases", Right.GROUP),
          Map.entry("language", Right.SEE),
          Map.entry("key", Right.SEE));

  private Rights() {}

  static Optional<Right> of(String method, String path) {
    List<String> parts = List.of(path.substring(1).split("/", -1));
    if (method.equals("GET")) {
      return Optional.of(Right.SEE);
    }
    if (!method.equals("POST") || parts.size() < 2 || !parts.getFirst().equals("act")) {
      return Optional.empty();
    }
    // To say that one has heard is as urgent as what was heard.
    boolean accepts =
        parts.size() == 4
            && List.of("messages", "alerts").contains(parts.get(1))
            && parts.get(3).equals("accept");
    return accepts ? Optional.of(Right.URGENT) : Optional.ofNullable(FORMS.get(parts.get(1)));
  }
}
