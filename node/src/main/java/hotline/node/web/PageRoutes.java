package hotline.node.web;

import hotline.node.account.Account;
import hotline.node.account.SignIns;
import hotline.node.api.Pages;
import hotline.node.api.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/** Carries browsers to the pages: the one-time link, the cookie, the checks, the headers. */
final class PageRoutes {
  private static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Pages pages;
  private final Access access;
  private final Tickets tickets;
  private final People people;
  private final Presses presses;

  /** By path; only files that there are come in. */
  private final Map<String, byte[]> packed = new ConcurrentHashMap<>();

  PageRoutes(Pages pages, Access access, Tickets tickets, People people, Presses presses) {
    this.pages = pages;
    this.access = access;
    this.tickets = tickets;
    this.people = people;
    this.presses = presses;
  }

  Outgoing handle(Incoming request) {
    String first = request.segments().isEmpty() ? "" : request.segments().getFirst();
    if (first.equals("assets")) {
      return asset(request);
    }
    if (request.path().equals("/open")) {
      return open(request);
    }
    if (request.path().equals("/sign-in")) {
      return signIn(request);
    }
    Optional<Sessions.Session> session = access.session(request);
    Optional<Visitor> visitor = session.flatMap(people::visitor);
    return visitor.isPresent()
        ? inside(request, session.get(), visitor.get())
        : outside("This browser is not signed in, or its session is over.", 401);
  }

  /** Name, password and code, from this node's own page; the answer never says which was wrong. */
  private Outgoing signIn(Incoming request) {
    if (!people.any()) {
      return signedOut("No officers are set up at this node: nobody signs in.", 404);
    }
    if (request.method().equals("GET")) {
      Access.pageRead(request);
      return signInPage("Sign in to speak for this party.", 200);
    }
    requireMethod(request, "POST");
    access.pageWrite(request);
    Map<String, List<String>> typed = form(request).fields();
    return switch (people.signIn(
        one(typed, "name"), one(typed, "password"), one(typed, "code"), request.remote())) {
      case SignIns.Answer.In(Account account) ->
          secured(Outgoing.text(303, ""))
              .with("Set-Cookie", access.opened(request, account.name()))
              .with("Location", "/watch");
      case SignIns.Answer.No(int status, String sentence) -> signInPage(sentence, status);
    };
  }

  private static String one(Map<String, List<String>> typed, String field) {
    List<String> values = typed.getOrDefault(field, List.of());
    return values.size() == 1 ? values.getFirst() : "";
  }

  /** Whether the request is a signed-in browser's, for the stream of changes. */
  void stream(Incoming request) {
    Access.pageRead(request);
    if (access.session(request).flatMap(people::visitor).isEmpty()) {
      throw Problem.of(401, "session", "Open the page by a new one-time link.").refusal();
    }
  }

  private Outgoing asset(Incoming request) {
    requireMethod(request, "GET");
    return pages
        .asset(request.path())
        .map(file ->
            packed(request, secured(Outgoing.of(file.status(), file.mediaType(), file.body())))
                .with("Vary", "Accept-Encoding")
                .with("Cache-Control", "private, max-age=31536000, immutable"))
        .orElseThrow(() -> Route.missing("file"));
  }

  /** The file compressed, once a file, for a browser that takes it: the map is most of a page. */
  private Outgoing packed(Incoming request, Outgoing plain) {
    String accepted = request.header().apply("Accept-Encoding").orElse("");
    if (!List.of(accepted.split("[ ,]+", -1)).contains("gzip")) {
      return plain;
    }
    byte[] body = packed.computeIfAbsent(request.path(), _ -> gzip(plain.body()));
    return new Outgoing(plain.status(), plain.mediaType(), body, plain.headers(), plain.after())
        .with("Content-Encoding", "gzip");
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException never) {
      throw new UncheckedIOException("memory takes every byte", never);
    }
    return out.toByteArray();
  }

  private Outgoing open(Incoming request) {
    requireMethod(request, "GET");
    if (!tickets.use(request.parameter("ticket").orElse(""))) {
      Problem problem =
          access
              .wrong("ticket", "This link was already used, or is older than ten minutes.")
              .problem();
      return outside(problem.detail(), problem.status());
    }
    people.note("opened-by-link", Optional.empty(), request.remote());
    return secured(Outgoing.text(303, ""))
        .with("Set-Cookie", access.opened(request, null))
        .with("Location", "/");
  }

  private Outgoing inside(Incoming request, Sessions.Session session, Visitor visitor) {
    Multipart form = new Multipart(Map.of(), null);
    if (request.method().equals("POST")) {
      access.pageWrite(request);
      form = form(request);
      Access.csrf(session, form.fields().getOrDefault("csrf", List.of()));
      if (request.path().equals("/sign-out")) {
        access.signOut(request);
        people.note("signed-out", session.account(), request.remote());
        return outside("This browser is signed out.", 200).with("Set-Cookie", access.closed());
      }
      if (request.path().equals("/sign")) {
        return secured(presses.sign(session, form.fields()));
      }
    } else {
      requireMethod(request, "GET");
      Access.pageRead(request);
    }
    Pages.Request asked =
        new Pages.Request(
            request.method(),
            request.path(),
            request.query(),
            form.fields(),
            form.file(),
            session.csrf(),
            session.kept(),
            visitor);
    Optional<Problem> no = People.refusal(visitor, pages.right(request.method(), request.path()));
    if (no.isPresent()) {
      return carried(pages.refused(asked, no.get().code(), no.get().detail()));
    }
    if (!request.method().equals("POST")) {
      return shown(session, asked);
    }
    people.acted(session);
    return secured(
        presses.act(request, session, visitor, form.fields(), () -> shown(session, asked)));
  }

  private Outgoing shown(Sessions.Session session, Pages.Request asked) {
    Pages.Answer answer = pages.page(asked);
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

  private Outgoing outside(String sentence, int status) {
    return people.any() ? signInPage(sentence, status) : signedOut(sentence, status);
  }

  private Outgoing signInPage(String sentence, int status) {
    Pages.Answer answer = pages.signIn(sentence);
    return secured(Outgoing.of(status, answer.mediaType(), answer.body()));
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
