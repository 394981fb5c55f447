package hotline.node.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask. Host names other than this site's own are refused (a page elsewhere may have bound
 * its name to 127.0.0.1); calls of the API carry the token; a page's POST carries its session's
 * cookie and token, and comes from this very origin.
 */
final class Access {
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  private final ApiToken token;
  private final Sessions sessions;
  private final Attempts attempts;
  private final String cookie;
  private final Site site;

  /**
   * What cookies are called, and where the site is.
   *
   * @param cookie named after the node, because cookies of two ports of one machine are shared
   */
  Access(ApiToken token, Sessions sessions, Attempts attempts, String cookie, Site site) {
    this.token = token;
    this.sessions = sessions;
    this.attempts = attempts;
    this.cookie = cookie;
    this.site = site;
  }

  /** Refuses a request that was meant for another host. */
  void host(Incoming request) {
    String host = request.header().apply("Host").orElse("");
    if (!site.isHere(host, request.localPort())) {
      String sentence =
          site.isSecured()
              ? "This node does not answer to that name: give it as --address."
              : "This node answers to 127.0.0.1 and localhost only.";
      throw Problem.of(421, "wrong-host", sentence).refusal();
    }
  }

  /** Refuses a call of the API from a page of another origin. */
  void apiOrigin(Incoming request) {
    if (!originIsOwn(request)) {
      throw wrongOrigin();
    }
  }

  /** Whether a call carries this machine's token. */
  boolean hasToken(Incoming request) {
    return token.admits(request.header().apply("Authorization").orElse(""));
  }

  /** The session of the request's cookie. */
  Optional<Sessions.Session> session(Incoming request) {
    return secret(request).flatMap(sessions::find);
  }

  /** Ends the session of the request's cookie. */
  void signOut(Incoming request) {
    secret(request).ifPresent(sessions::close);
  }

  /**
   * The Set-Cookie value of a new session; one that this browser had before is over.
   *
   * @param account who signed in; null: by a link
   */
  String opened(Incoming request, @Nullable String account) {
    signOut(request);
    return cookie + "=" + sessions.open(account) + attributes();
  }

  /** The Set-Cookie value that removes the cookie. */
  String closed() {
    return cookie + "=" + attributes() + "; Max-Age=0";
  }

  private String attributes() {
    return "; Path=/; HttpOnly; SameSite=Strict" + (site.isSecured() ? "; Secure" : "");
  }

  /** Refuses reads that another site's page makes in the background. */
  static void pageRead(Incoming request) {
    Optional<String> site = request.header().apply("Sec-Fetch-Site");
    boolean navigates =
        request.header().apply("Sec-Fetch-Mode").map("navigate"::equals).orElse(false);
    if (site.isPresent() && !OWN_SITE.contains(site.get()) && !navigates) {
      throw wrongOrigin();
    }
  }

  /** Refuses a POST that no page of this node made: both headers, if there, must say it did. */
  void pageWrite(Incoming request) {
    Optional<String> site = request.header().apply("Sec-Fetch-Site");
    Optional<String> origin = request.header().apply("Origin");
    boolean siteIsOwn = site.map("same-origin"::equals).orElse(true);
    if (!siteIsOwn || !originIsOwn(request) || (site.isEmpty() && origin.isEmpty())) {
      throw wrongOrigin();
    }
  }

  /** Refuses a form without the session's token. */
  static void csrf(Sessions.Session session, List<String> given) {
    if (given.size() != 1 || !Secrets.same(session.csrf(), given.getFirst())) {
      String sentence = "The form is out of date: open the page again and repeat.";
      throw Problem.of(403, "csrf", sentence).refusal();
    }
  }

  /** A wrong secret; after too many of them, only a short wait. */
  Problem.Refused wrong(String code, String sentence) {
    if (attempts.tooMany()) {
      return Problem.of(429, "too-many-attempts", "Too many wrong attempts: wait a minute.")
          .refusal();
    }
    return Problem.of(401, code, sentence).refusal();
  }

  private boolean originIsOwn(Incoming request) {
    String host = request.header().apply("Host").orElse("");
    return request
        .header()
        .apply("Origin")
        .map(origin -> origin.equals(site.scheme() + "://" + host))
        .orElse(true);
  }

  private static Problem.Refused wrongOrigin() {
    String sentence = "Only pages of this node may ask this.";
    return Problem.of(403, "wrong-origin", sentence).refusal();
  }

  private Optional<String> secret(Incoming request) {
    return request.header().apply("Cookie").stream()
        .flatMap(all -> Arrays.stream(all.split(";", -1)))
        .map(String::strip)
        .filter(one -> one.startsWith(cookie + "="))
        .map(one -> one.substring(cookie.length() + 1))
        .filter(value -> !value.isEmpty() && value.length() <= 64)
        .findFirst();
  }
}
