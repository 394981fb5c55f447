package hotline.node.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one has to be allowed for a page, a form or a call of {@code /line/v1}: the one table. What
 * is not in it is nobody's.
 */
public final class Rights {
  /** Forms, by what follows {@code /act/}. */
  public static final Map<String, Right> FORMS =
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

  /** Calls that say or do something, by what follows {@code /line/v1/}: as the forms for it. */
  private static final Map<String, Right> CALLS =
      Map.ofEntries(
          Map.entry("stop", form("urgent")),
          Map.entry("messages", form("messages")),
          Map.entry("notices", form("notices")),
          Map.entry("disputes", form("notices")),
          Map.entry("alerts", form("alerts")),
          Map.entry("third-parties", form("third")),
          Map.entry("relays", form("third")),
          Map.entry("stick", form("stick")),
          Map.entry("status", form("status")),
          Map.entry("offers", form("offers")),
          Map.entry("terms", form("terms")),
          Map.entry("watch", form("watch")),
          Map.entry("breaches", form("breaches")),
          Map.entry("incidents", form("incidents")),
          Map.entry("claims", form("incidents")),
          Map.entry("evidence", form("incidents")),
          Map.entry("items", form("incidents")),
          Map.entry("dues", form("incidents")),
          Map.entry("cases", form("cases")));

  private Rights() {}

  private static Right form(String area) {
    return Optional.ofNullable(FORMS.get(area)).orElseThrow();
  }

  /** For a page or a form, by its address. */
  public static Optional<Right> of(String method, String path) {
    List<String> parts = parts(path);
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

  /**
   * For a call, by what follows {@code /line/v1}; empty: only this machine's own token may, which
   * is for what no page has: keys, feeds, the sequencer, links.
   */
  public static Optional<Right> call(String method, String template) {
    if (method.equals("GET")) {
      return Optional.of(Right.SEE);
    }
    return switch (template) {
      case "/messages/{id}/accept", "/messages/{id}/displayed", "/alerts/accept" ->
          Optional.of(Right.URGENT);
      case "/keys/requests" -> Optional.of(form("key"));
      default ->
          method.equals("POST")
              ? Optional.ofNullable(CALLS.get(parts(template).getFirst()))
              : Optional.empty();
    };
  }

  private static List<String> parts(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /**
   * Whether a person may hand a watch over: who has it, or a supervisor in that officer's place.
   * Whoever has not signed in is this machine.
   */
  public static boolean mayHandOver(Visitor visitor, LineApi line, String post) {
    String officer = visitor.officer();
    if (officer == null || visitor.role() == Role.SUPERVISOR) {
      return true;
    }
    String own = line.line().party();
    return line.watch().stream()
        .anyMatch(each ->
            each.party().equals(own) && each.post().equals(post) && officer.equals(each.officer()));
  }
}
