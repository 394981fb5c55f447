package hotline.node.web;

import hotline.node.api.Pages;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries browsers to the pages: the one-time link, the cookie, the checks, the headers. */
final class PageRoutes {
  private static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Pages pages;
  private final Access access;
  private final Tickets tickets;

  PageRoutes(Pages pages, Access access, Tickets tickets) {
    this.pages = pages;
    this.access = access;
    this.tickets = tickets;
  }

  Outgoing handle(Incoming request) {
    String first = request.segments().isEmpty() ? "" : request.segments().getFirst();
    if (first.equals("assets")) {
      return asset(request);
    }
    if (request.path().equals("/open")) {
      return open(request);
    }
    return access
        .session(request)
        .map(session -> inside(request, session))
        .orElseGet(() -> signedOut("This browser is not signed in, or its session is over.", 401));
  }

  /** Whether the request is a signed-in browser's, for the stream of changes. */
  void stream(Incoming request) {
    Access.pageRead(request);
    if (access.session(request).isEmpty()) {
      throw Problem.of(401, "session", "Open the page by a new one-time link.").refusal();
    }
  }

  private Outgoing asset(Incoming request) {
    requireMethod(request, "GET");
    return pages
        .asset(request.path())
        .map(file ->
            secured(Outgoing.of(file.status(), file.mediaType(), file.body()))
                .with("Cache-Control", "private, max-age=31536000, immutable"))
        .orElseThrow(() -> Route.missing("file"));
  }

  private Outgoing open(Incoming request) {
    requireMethod(request, "GET");
    if (!tickets.use(request.parameter("ticket").orElse(""))) {
      Problem problem =
          access
              .wrong("ticket", "This link was already used, or is older than ten minutes.")
              .problem();
      return signedOut(problem.detail(), problem.status());
    }
    return secured(Outgoing.text(303, ""))
        .with("Set-Cookie", access.opened())
        .with("Location", "/");
  }

  private Outgoing inside(Incoming request, Sessions.Session session) {
    Multipart form = new Multipart(Map.of(), null);
    if (request.method().equals("POST")) {
      access.pageWrite(request);
      form = form(request);
      Access.csrf(session, form.fields().getOrDefault("csrf", List.of()));
      if (request.path().equals("/sign-out")) {
        access.signOut(request);
        return signedOut("This browser is signed out.", 200).with("Set-Cookie", access.closed());
      }
    } else {
      requireMethod(request, "GET");
      Access.pageRead(request);
    }
    Pages.Answer answer =
        pages.page(
            new Pages.Request(
                request.method(),
                request.path(),
                request.query(),
                form.fields(),
                form.file(),
                session.csrf(),
                session.kept()));
    session.keep(answer.keep());
    return carried(answer);
  }

  /** A form; only one with a file may be large. */
  private static Multipart form(Incoming request) {
    if (request.mediaType().equals(Multipart.TYPE)) {
      byte[] body = Bodies.read(request, Bodies.SEALED_MAX);
      return Multipart.read(request.header().apply("Content-Type").orElse(""), body);
    }
    if (!request.mediaType().equals("application/x-www-form-urlencoded")) {
      String sentence = "Forms are sent as application/x-www-form-urlencoded.";
      throw Problem.of(415, "content-type", sentence).refusal();
    }
    byte[] body = Bodies.read(request, Bodies.MAX);
    return new Multipart(UrlText.fields(new String(body, StandardCharsets.ISO_8859_1)), null);
  }

  private static Outgoing carried(Pages.Answer answer) {
    Outgoing out = secured(Outgoing.of(answer.status(), answer.mediaType(), answer.body()));
    if (answer.location() != null) {
      out = out.with("Location", answer.location());
    }
    return new Outgoing(
        out.status(), out.mediaType(), out.body(), out.headers(), answer.afterSent());
  }

  private Outgoing signedOut(String sentence, int status) {
    Pages.Answer answer = pages.signedOut(sentence);
    return secured(Outgoing.of(status, answer.mediaType(), answer.body()));
  }

  /** What every answer to a browser says, beside what every answer says. */
  private static Outgoing secured(Outgoing answer) {
    Map<String, List<String>> headers = new LinkedHashMap<>(answer.headers());
    headers.put("Content-Security-Policy", List.of(CSP));
    headers.put("X-Frame-Options", List.of("DENY"));
    headers.put("Permissions-Policy", List.of("camera=(), geolocation=(), microphone=()"));
    return new Outgoing(
        answer.status(), answer.mediaType(), answer.body(), headers, answer.after());
  }

  private static void requireMethod(Incoming request, String method) {
    if (!request.method().equals(method)) {
      throw Problem.of(405, "method", "Ask this with " + method + ".").refusal();
    }
  }
}
