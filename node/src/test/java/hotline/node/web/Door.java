package hotline.node.web;

import hotline.node.api.Pages;
import hotline.node.api.Right;
import hotline.node.officer.InnerSigning;
import hotline.record.cbor.CborMap;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import hotline.record.statement.Officer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server over {@link AnyLine}, with a browser and a client that know the way in. */
final class Door implements AutoCloseable {
  final AnyLine line;
  final LineServer server;
  final Path token;
  final PlainPages pages = new PlainPages();

  private final HttpClient client;

  Door(Path folder, long seed) throws IOException {
    line = new AnyLine(seed);
    token = folder.resolve("api.token");
    Settings settings = new Settings("127.0.0.1", 0, token, "north", "a", Duration.ofMillis(300));
    server = LineServer.start(settings, line.api(), new AnyLine.EchoPeers(), pages, () -> "up 1\n");
    client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }

  /** Pages that say what they were asked. */
  static final class PlainPages implements Pages {
    final java.util.concurrent.atomic.AtomicInteger sent =
        new java.util.concurrent.atomic.AtomicInteger();

    /** What each form that says something has said: who signed it. */
    final List<String> signed = new java.util.concurrent.CopyOnWriteArrayList<>();

    private Answer says() {
      String by;
      try {
        by =
            InnerSigning.here()
                .orElseThrow()
                .sign(
                    LineId.of(new byte[LineId.BYTES]),
                    new Officer.Act(1, Mode.LIVE, CborMap.empty()),
                    1,
                    false)
                .map(each -> each.keyId().toString())
                .orElse("node");
      } catch (InnerSigning.WrongSignature wrong) {
        by = wrong.sentence();
      }
      signed.add(by);
      return Answer.of(200, "text/plain", by.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Answer page(Request request) {
      if (request.path().equals("/act/speak/signed")) {
        return says();
      }
      String said =
          request.csrf()
              + "\n"
              + request.method()
              + " "
              + request.path()
              + " "
              + request.form()
              + " "
              + request.kept();
      byte[] body = said.getBytes(StandardCharsets.UTF_8);
      return new Answer(
          200, "text/plain", body, null, Map.of("post", "ops"), sent::incrementAndGet);
    }

    @Override
    public Optional<Answer> asset(String path) {
      return path.equals("/assets/1/a.css")
          ? Optional.of(Answer.of(200, "text/css", new byte[0]))
          : Optional.empty();
    }

    @Override
    public Answer signIn(String sentence) {
      return Answer.of(
          200, "text/plain", ("sign in: " + sentence).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Answer refused(Request request, String code, String sentence) {
      return Answer.of(403, "text/plain", code.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Right> right(String method, String path) {
      return path.startsWith("/act/decide")
          ? Optional.of(Right.DECIDE)
          : path.startsWith("/act/nobody")
              ? Optional.empty()
              : Optional.of(
                  path.startsWith("/act/urgent")
                      ? Right.URGENT
                      : method.equals("POST") && path.startsWith("/act/speak")
                          ? Right.SPEAK
                          : Right.SEE);
    }

    @Override
    public Answer signedOut(String sentence) {
      return Answer.of(401, "text/plain", sentence.getBytes(StandardCharsets.UTF_8));
    }
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  String bearer() {
    try {
      return "Bearer " + Files.readString(token).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(at(path)).header("Authorization", bearer()));
  }

  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Authorization", bearer())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  HttpResponse<String> browse(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(at(path)));
  }

  /** A form of this page's own origin. */
  HttpResponse<String> submit(String path, String form) throws IOException, InterruptedException {
    return send(formRequest(path, form).header("Origin", "http://127.0.0.1:" + server.port()));
  }

  HttpRequest.Builder formRequest(String path, String form) {
    return HttpRequest.newBuilder(at(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  /** Opens the page by a new link; the cookie stays in this browser. */
  String signIn() throws IOException, InterruptedException {
    send(HttpRequest.newBuilder(URI.create(server.pageLink())));
    return browse("/").body().lines().findFirst().orElseThrow();
  }

  /** What comes back for these bytes, until the server closes or says enough. */
  String raw(List<String> lines, String body) throws IOException {
    try (Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      String head = String.join("\r\n", lines) + "\r\n\r\n";
      socket.getOutputStream().write((head + body).getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      byte[] some = new byte[8_192];
      int n = socket.getInputStream().read(some);
      return n < 0 ? "" : new String(some, 0, n, StandardCharsets.ISO_8859_1);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    server.close();
  }
}
