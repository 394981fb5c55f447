package hotline.node.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What renders the pages for a signed-in browser. The web carries requests to it that are already
 * checked (Host, Origin, cookie, CSRF token, sizes), and adds every security header itself; so
 * pages know neither HTTP servers nor cookies. Thread-safe.
 */
public interface Pages {
  /** Answers one request of a signed-in browser; an unknown path is a 404 page. */
  Answer page(Request request);

  /**
   * A file that anyone may have and that never changes under its path (style sheets, script), by
   * its path with the leading slash; empty if there is none.
   */
  Optional<Answer> asset(String path);

  /** The page shown where there is no session: how to get a new one-time link, and nothing else. */
  Answer signedOut(String sentence);

  /**
   * The page where people sign in, at {@code /sign-in}: a form with the fields {@code name}, {@code
   * password} and {@code code}.
   *
   * @param sentence why it is shown
   */
  Answer signIn(String sentence);

  /**
   * A page for a signed-in browser whose form was not taken because of who sent it: what alarms
   * stays in sight.
   */
  Answer refused(Request request, String code, String sentence);

  /** What one has to be allowed to ask for an address; empty: nobody may. */
  Optional<Right> right(String method, String path);

  /**
   * One request.
   *
   * @param method {@code GET} or {@code POST}
   * @param path decoded, with the leading slash, without the query
   * @param form the fields of a POST; empty for a GET
   * @param csrf the token that every POST form of the answer has to carry as field {@code csrf}
   * @param upload the bytes of a file that was sent with the form; null: none
   * @param kept what earlier answers asked to keep with this session
   * @param visitor who asks
   */
  @SuppressWarnings("ArrayRecordComponent") // carried once, never compared
  record Request(
      String method,
      String path,
      Map<String, List<String>> query,
      Map<String, List<String>> form,
      byte @Nullable [] upload,
      String csrf,
      Map<String, String> kept,
      Visitor visitor) {
    /** Of a node without officers. */
    public Request(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> form,
        byte @Nullable [] upload,
        String csrf,
        Map<String, String> kept) {
      this(method, path, query, form, upload, csrf, kept, Visitor.ANYBODY);
    }

    /** Without a file. */
    public Request(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> form,
        String csrf,
        Map<String, String> kept) {
      this(method, path, query, form, null, csrf, kept);
    }

    /** Keeps its own copies. */
    public Request {
      query = Map.copyOf(query);
      form = Map.copyOf(form);
      kept = Map.copyOf(kept);
    }

    /** The same, as if nothing had been typed. */
    public Request untyped() {
      return new Request(method, path, query, Map.of(), null, csrf, kept, visitor);
    }

    /** Another page for the same visitor: nothing was typed there. */
    public Request at(String page) {
      return at(page, Map.of(), null);
    }

    /** Another page for the same visitor, with what was typed in a form. */
    public Request at(String page, Map<String, List<String>> typed, byte @Nullable [] file) {
      return new Request(method, page, Map.of(), typed, file, csrf, kept, visitor);
    }

    /** The first value of a form field, or the empty string. */
    public String field(String name) {
      return first(form, name);
    }

    /** The first value of a query parameter, or the empty string. */
    public String parameter(String name) {
      return first(query, name);
    }

    private static String first(Map<String, List<String>> values, String name) {
      List<String> all = values.getOrDefault(name, List.of());
      return all.isEmpty() ? "" : all.getFirst();
    }
  }

  /**
   * One answer.
   *
   * @param location where a 303 leads, a path of this node; null for none
   * @param keep small values to keep with the session (at most 8, of at most 64 characters)
   * @param afterSent run once the answer has been handed to the browser's connection: what may be
   *     claimed only then (that a message stands on a screen)
   */
  @SuppressWarnings("ArrayRecordComponent") // carried once, never compared
  record Answer(
      int status,
      String mediaType,
      byte[] body,
      @Nullable String location,
      Map<String, String> keep,
      Runnable afterSent) {

    /** Refuses a redirect that leaves this node. */
    public Answer {
      keep = Map.copyOf(keep);
      Objects.requireNonNull(afterSent);
      if (location != null
          && (!location.startsWith("/")
              || location.startsWith("//")
              || !location.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\'))) {
        throw new IllegalArgumentException("not a path of this node: " + location);
      }
    }

    /** A body and nothing else. */
    public static Answer of(int status, String mediaType, byte[] body) {
      return new Answer(status, mediaType, body, null, Map.of(), () -> {});
    }

    /** After a POST: see {@code location} (303). */
    public static Answer see(String location, Map<String, String> keep) {
      return new Answer(303, "text/plain", new byte[0], location, keep, () -> {});
    }
  }
}
