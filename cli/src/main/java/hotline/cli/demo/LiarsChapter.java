package hotline.cli.demo;

import hotline.cli.check.PublicCopy;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.line.Kind;
import hotline.line.body.Body;
import hotline.line.body.IncidentBody;
import hotline.node.NodeConfigFile;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import hotline.node.keys.PartyKeys;
import hotline.record.cbor.Decoded;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import hotline.simulator.hostile.Forgeries;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Both parties lie, each with its own keys: South signs an old statement anew, North signs another
 * history. A tool of the simulator does it, which no node has. A copy of South's node is shown
 * North's other history, because it stops at it, as it should.
 */
final class LiarsChapter implements Chapter {
  private static final Program.Ran NOT_RUN = new Program.Ran(-1, "");
  private static final String NOWHERE = "http://127.0.0.1:9";

  private static final Duration AT_MOST = Duration.ofSeconds(30);

  private final AtomicReference<Program.Ran> rewritten = new AtomicReference<>(NOT_RUN);
  private final AtomicReference<Program.Ran> twoHistories = new AtomicReference<>(NOT_RUN);
  private int answerToSouth;
  private int answerToNorth;

  @Override
  public String title() {
    return "Two liars: caught, with proof";
  }

  @Override
  public void play(Stage stage) {
    Path copy = stage.scratch().resolve("copies").resolve(stage.south().party());
    AtomicReference<NodeProcess> started = new AtomicReference<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      Files.createDirectories(copy);
      Path terms = Files.write(stage.scratch().resolve("terms.cbor"), terms(stage));
      Views.Entry old = account(stage);
      try (Together both = new Together(2)) {
        both.run(() -> started.set(copyOfSouth(stage, copy)));
        both.run(() -> southRewrites(stage, http, old));
      }
      NodeProcess node = Optional.ofNullable(started.get()).orElseThrow();
      try (node) {
        northShowsAnother(stage, http, node, old.index() + 1);
      }
      try (Together both = new Together(2)) {
        both.run(() -> rewritten.set(judge(stage.north().data(), "double-used", terms)));
        both.run(() -> twoHistories.set(judge(copy, "two-histories", terms)));
      }
    } catch (IOException failed) {
      throw new Failed("Cannot play the liars: " + failed.getMessage(), failed);
    }
    for (Program.Ran ran : List.of(rewritten.get(), twoHistories.get())) {
      stage
          .commentary()
          .say(
              Instant.now(),
              "hotline proof verify --genesis … --terms … accusation: exit code " + ran.code(),
              ran.code() == 0 ? Tone.GOOD : Tone.CARE);
      ran.said().lines().forEach(stage.commentary()::more);
    }
  }

  private static byte[] terms(Stage stage) {
    return stage.north().line().terms().stream()
        .filter(each -> each.state().equals("IN_FORCE"))
        .map(TermsViews.Terms::hash)
        .findFirst()
        .flatMap(hash -> stage.north().line().termsBytes(hash))
        .orElseThrow(() -> new Failed("No terms are in force."));
  }

  /** South's account of the incident. */
  private static Views.Entry account(Stage stage) {
    return WholeRecord.entries(stage.north()).stream()
        .filter(each -> each.kind().equals(Kind.ACCOUNT.word()))
        .filter(each -> each.party().equals(stage.south().party()))
        .findFirst()
        .orElseThrow(() -> new Failed("South has given no account."));
  }

  /** South's number, South's key, other words. */
  private void southRewrites(Stage stage, HttpClient http, Views.Entry old) {
    byte[] bytes = stage.south().line().entryBytes(old.index()).orElseThrow();
    if (!(Statements.parse(bytes) instanceof Statement statement)
        || !(Body.decode(Kind.ACCOUNT, statement.content())
            instanceof Decoded.Value<Body>(IncidentBody.Account account))) {
      throw new Failed("Entry " + old.index() + " is no account.");
    }
    var other = new IncidentBody.Account(account.incident(), "We were never there.");
    answerToSouth =
        post(
            http,
            address(stage.north().data()) + "/peer/v1/statements",
            Forgeries.rewritten(keys(stage.south()).node(), statement, other.content()));
    stage
        .commentary()
        .say(
            "South signs its account, entry "
                + old.index()
                + ", once more with other words and hands that in. North's node refuses it ("
                + answerToSouth
                + ").");
  }

  private void northShowsAnother(Stage stage, HttpClient http, NodeProcess node, long size)
      throws IOException {
    String origin = stage.north().line().line().record().origin();
    answerToNorth =
        post(
            http,
            node.address() + "/peer/v1/add-checkpoint",
            Forgeries.anotherHistory(keys(stage.north()).log(), origin, size));
    stage
        .commentary()
        .say(
            "North signs another history of the first "
                + Plain.count(size)
                + " entries and shows it to a copy of South's node, which refuses it ("
                + answerToNorth
                + ") and stops.");
  }

  /** South's node once more, on a copy of its data, which hears of nobody but who calls it. */
  private static NodeProcess copyOfSouth(Stage stage, Path copy) {
    Path data = stage.south().data();
    try {
      PublicCopy.make(data, copy);
      for (String folder : List.of("keys", "parties", "witness")) {
        copyFolder(data.resolve(folder), copy.resolve(folder));
      }
      String host = stage.north().party();
      new NodeConfigFile(stage.south().party(), null, null, host, NOWHERE, null, null, null, null)
          .writeIfAbsent(copy);
    } catch (IOException failed) {
      throw new Failed("Cannot copy South's data: " + failed.getMessage(), failed);
    }
    return NodeProcess.start(stage.south().party(), copy);
  }

  private static void copyFolder(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static PartyKeys keys(Side side) {
    try {
      return PartyKeys.open(side.data().resolve("keys"), new SecureRandom());
    } catch (IOException unreadable) {
      throw new Failed("Cannot read the keys of " + side.title() + ".", unreadable);
    }
  }

  private static String address(Path data) {
    try {
      return Files.readString(data.resolve("api.url")).strip();
    } catch (IOException unreadable) {
      throw new Failed("The node left no address.", unreadable);
    }
  }

  private static int post(HttpClient http, String address, byte[] body) {
    try {
      return http.send(
              HttpRequest.newBuilder(URI.create(address))
                  .version(HttpClient.Version.HTTP_1_1)
                  .timeout(AT_MOST)
                  .POST(BodyPublishers.ofByteArray(body))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    } catch (IOException failed) {
      throw new Failed("Cannot call " + address + ": " + failed.getMessage(), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failed("The demo was interrupted.", stopped);
    }
  }

  /** Somebody else's computer, which has the genesis, the terms, and the file. */
  private static Program.Ran judge(Path data, String wrong, Path terms) {
    try (Stream<Path> all = Files.list(data.resolve("evidence"))) {
      Path accusation =
          all.filter(each -> each.getFileName().toString().startsWith(wrong))
              .map(each -> each.resolve("accusation"))
              .findFirst()
              .orElseThrow(() -> new Failed("No evidence of " + wrong + " is kept."));
      return Program.run(
          "proof",
          "verify",
          "--genesis",
          data.resolve("genesis.cbor").toString(),
          "--terms",
          terms.toString(),
          accusation.toString());
    } catch (IOException none) {
      throw new Failed("No evidence is kept in " + data + ".", none);
    }
  }

  @Override
  public void check(Stage stage, Checks checks) {
    checks.that(
        answerToSouth >= 400
            && rewritten.get().code() == 0
            && rewritten.get().said().contains("PROOF   " + stage.south().party()),
        "South's rewritten statement is refused, and the file convicts South alone");
    checks.that(
        answerToNorth == 403
            && twoHistories.get().code() == 0
            && twoHistories.get().said().contains("PROOF   " + stage.north().party()),
        "North's second history is refused, and the file convicts North alone");
  }
}
