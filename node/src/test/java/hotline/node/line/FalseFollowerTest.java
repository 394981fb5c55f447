package hotline.node.line;

import static hotline.node.line.ThreeNodes.EAST;
import static hotline.node.line.ThreeNodes.NORTH;
import static hotline.node.line.ThreeNodes.SOUTH;
import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.accusation.Accusation;
import hotline.line.accusation.AccusationCheck;
import hotline.node.api.Requests;
import hotline.node.peer.PeerEndpoints;
import hotline.record.cbor.Decoded;
import hotline.record.note.Note;
import hotline.record.signature.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One follower answers another with volumes that it has not committed to. What convicts it are the
 * trees that it has cosigned: shown by itself, or where it hides them, by the host.
 */
class FalseFollowerTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isConvictedByWhatItCosigned(boolean hidesItsCosignatures) throws Exception {
    try (ThreeNodes line = new ThreeNodes(folder)) {
      Signer east = line.keys(EAST).node();
      line.lies.put(EAST, honest -> lying(honest, east, hidesItsCosignatures));
      meet(line);
      line.until(() -> accusation(line).isPresent(), "an accusation of east at south");
      assertThat(judge(line).proved())
          .get()
          .asString()
          .startsWith("east has signed details")
          .contains("(not-committed");
      assertThat(evidence(line.data(NORTH))).isEmpty();
    }
  }

  /** Whom its signatures do not convict, nobody accuses, whatever it answered. */
  @Test
  void isNotAccusedOfATreeThatItDidNotSign() throws Exception {
    try (ThreeNodes line = new ThreeNodes(folder)) {
      Signer east = line.keys(EAST).node();
      AtomicBoolean hidden = new AtomicBoolean(true);
      line.lies.put(EAST, honest -> lying(honest, east, hidden.get()));
      line.lies.put(NORTH, honest -> hidden.get() ? bare(honest) : honest);
      meet(line);
      line.until(
          () ->
              line.api(SOUTH).line().troubles().stream()
                  .anyMatch(each -> each.code().equals("false-details")),
          "a trouble for people");
      assertThat(accusation(line)).isEmpty();
      hidden.set(false);
      line.until(() -> accusation(line).isPresent(), "an accusation when they are shown");
    }
  }

  private static void meet(ThreeNodes line) {
    var _ = expectDone(line.api(EAST).declare(circle()));
    line.until(() -> line.api(SOUTH).notices(false).size() == 1, "south sees it");
    var _ = expectDone(line.api(SOUTH).declare(circle()));
  }

  private static Requests.Declare circle() {
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1_800);
    return new Requests.Declare(
        null,
        "transit",
        "TEST01",
        List.of(
            new Requests.Volume(
                List.of("47.0 N 8.0 E"),
                "5 NM",
                "9000 ft STD",
                "11000 ft STD",
                start.toString(),
                start.plusSeconds(600).toString(),
                null)),
        null);
  }

  /** Another volume than the committed one, under its own signature. */
  private static PeerEndpoints lying(PeerEndpoints honest, Signer signer, boolean hides) {
    PeerEndpoints files = hides ? bare(honest) : honest;
    return new PeerEndpoints() {
      @Override
      public Answer post(Call call, byte[] body) {
        Answer answer = honest.post(call, body);
        return call == Call.DETAILS && answer.status() == 200
            ? FalseAnswersTest.ok(
                FalseAnswersTest.signed(
                    answer.body(), signer, FalseAnswersTest.invented(EAST, body)))
            : answer;
      }

      @Override
      public Answer file(Log log, String path) {
        return files.file(log, path);
      }
    };
  }

  /** A node that shows checkpoints with the log's own line alone. */
  private static PeerEndpoints bare(PeerEndpoints honest) {
    return new PeerEndpoints() {
      @Override
      public Answer post(Call call, byte[] body) {
        return honest.post(call, body);
      }

      @Override
      public Answer file(Log log, String path) {
        Answer answer = honest.file(log, path);
        if (!path.equals("checkpoint") || answer.status() != 200) {
          return answer;
        }
        Note note = Note.parse(answer.body()).asOptional().orElseThrow();
        return new Answer(
            200,
            answer.mediaType(),
            new Note(note.text(), note.signatures().subList(0, 1)).bytes());
      }
    };
  }

  private static List<Path> evidence(Path data) {
    Path all = data.resolve("evidence");
    try (Stream<Path> found = Files.exists(all) ? Files.list(all) : Stream.empty()) {
      return found.toList();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private static Optional<Path> accusation(ThreeNodes line) {
    return evidence(line.data(SOUTH)).stream()
        .filter(each -> String.valueOf(each.getFileName()).startsWith("false-details"))
        .findFirst();
  }

  private static AccusationCheck.Judgement judge(ThreeNodes line) throws IOException {
    byte[] file = Files.readAllBytes(accusation(line).orElseThrow().resolve("accusation"));
    if (!(Accusation.decode(file) instanceof Decoded.Value<Accusation>(Accusation accusation))) {
      throw new AssertionError("not an accusation");
    }
    return new AccusationCheck(line.genesis(), line.terms(), _ -> Optional.empty()).run(accusation);
  }
}
