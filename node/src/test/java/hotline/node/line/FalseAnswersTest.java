package hotline.node.line;

import static hotline.node.line.TwoNodes.NORTH;
import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.HeightBand;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.line.body.EntityId;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.Commitment;
import hotline.line.disclosure.DetailAnswer;
import hotline.line.disclosure.DetailRequest;
import hotline.line.disclosure.DisclosureSecret;
import hotline.line.disclosure.Document;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Subject;
import hotline.node.api.Views;
import hotline.node.keys.PartyKeys;
import hotline.node.peer.PeerAnswers;
import hotline.node.peer.PeerEndpoints;
import hotline.record.merkle.Hash;
import hotline.record.signature.Signer;
import hotline.record.signature.SigningKey;
import hotline.record.statement.LineId;
import hotline.testkit.Chance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** North's node answers South's questions wrongly, in every way there is. */
class FalseAnswersTest {
  private static final int SLOT_MINUTES = 15;

  @TempDir Path folder;

  /** Makes of the question and the true answer another one. */
  private interface Lie extends BiFunction<Document, byte[], PeerEndpoints.Answer> {}

  private static PeerEndpoints lying(PeerEndpoints honest, Lie lie, AtomicInteger told) {
    return new PeerEndpoints() {
      @Override
      public Answer post(Call call, byte[] body) {
        Answer answer = honest.post(call, body);
        if (call != Call.DETAILS) {
          return answer;
        }
        Answer lied = lie.apply(Document.parse(body).orElseThrow(), answer.body());
        told.incrementAndGet();
        return lied;
      }

      @Override
      public Answer file(Log log, String path) {
        return honest.file(log, path);
      }
    };
  }

  static PeerEndpoints.Answer ok(byte[] body) {
    return PeerEndpoints.Answer.cose(200, body);
  }

  /** The answer with another content, signed by {@code signer}. */
  static byte[] signed(byte[] truth, Signer signer, DetailAnswer content) {
    return Document.sign(signer, Document.parse(truth).orElseThrow().header(), content.content())
        .bytes();
  }

  private static DetailAnswer content(byte[] truth) {
    return DetailAnswer.decode(Document.parse(truth).orElseThrow().payload()).orElseThrow();
  }

  private static List<NoticeRef> wanted(Document question) {
    return DetailRequest.decode(question.payload()).orElseThrow().wanted();
  }

  private static Map<String, Lie> lies(TwoNodes line, Chance chance) throws IOException {
    Signer north = PartyKeys.open(line.data(NORTH).resolve("keys"), line.random).node();
    AtomicReference<byte[]> first = new AtomicReference<>();
    Map<String, Lie> lies = new LinkedHashMap<>();
    lies.put(
        "keeps the first answer",
        (_, truth) -> {
          first.compareAndSet(null, truth);
          return PeerAnswers.problem(503, "busy", "Not now.");
        });
    lies.put("an old answer again", (_, truth) -> ok(first.get() == null ? truth : first.get()));
    lies.put("nothing", (_, _) -> PeerEndpoints.Answer.empty(200));
    lies.put("noise", (_, _) -> ok(chance.bytes(500)));
    lies.put("too large", (_, truth) -> ok(Arrays.copyOf(truth, Document.BYTES_MAX + 1)));
    lies.put("cut short", (_, truth) -> ok(Arrays.copyOf(truth, truth.length - 1)));
    lies.put("no status", (_, truth) -> new PeerEndpoints.Answer(204, "", truth));
    lies.put(
        "one bit",
        (_, truth) -> {
          byte[] flipped = truth.clone();
          flipped[(int) chance.between(0, truth.length - 1)] ^= (byte) (1 << chance.between(0, 7));
          return ok(flipped);
        });
    SigningKey stranger = SigningKey.generate(line.random);
    lies.put("a stranger", (_, truth) -> ok(signed(truth, stranger, content(truth))));
    Signer south = new Asking(line).key();
    lies.put("South itself", (_, truth) -> ok(signed(truth, south, content(truth))));
    lies.put(
        "another question",
        (_, truth) ->
            ok(
                signed(
                    truth,
                    north,
                    new DetailAnswer(
                        Hash.of(chance.bytes(Hash.LENGTH)),
                        content(truth).opened(),
                        content(truth).withheld()))));
    lies.put(
        "about nothing",
        (question, truth) ->
            ok(signed(truth, north, new DetailAnswer(question.digest(), List.of(), List.of()))));
    lies.put(
        "about another notice",
        (question, truth) ->
            ok(
                signed(
                    truth,
                    north,
                    new DetailAnswer(
                        question.digest(),
                        List.of(
                            new DetailAnswer.Opened(
                                new NoticeRef(new EntityId(chance.bytes(EntityId.LENGTH)), 1),
                                List.of())),
                        List.of()))));
    lies.put(
        "it does not meet",
        (question, truth) ->
            ok(
                signed(
                    truth,
                    north,
                    new DetailAnswer(
                        question.digest(),
                        List.of(),
                        wanted(question).stream()
                            .map(each -> new DetailAnswer.Kept(each, "does-not-meet"))
                            .toList()))));
    return lies;
  }

  @Test
  void noFalseAnswerMakesAConflictKnownOrClear() throws Exception {
    Chance chance = Chance.of(Chance.seeds().findFirst().orElseThrow());
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      Map<String, Lie> lies = lies(line, chance);
      for (int i = 1; i <= lies.size(); i++) {
        expectDone(
            line.north().declare(line.circle("47.0 N 8.0 E", "5 NM", 9_000, i * SLOT_MINUTES)));
      }
      line.until(() -> line.south().notices(false).size() == lies.size(), "south sees all");
      int slot = 0;
      for (Map.Entry<String, Lie> lie : lies.entrySet()) {
        slot++;
        int pairs = slot;
        AtomicInteger told = new AtomicInteger();
        line.northLies(honest -> lying(honest, lie.getValue(), told));
        expectDone(
            line.south().declare(line.circle("47.0 N 8.0 E", "5 NM", 9_000, slot * SLOT_MINUTES)));
        line.until(
            () -> told.get() > 0 && line.south().conflicts(false).size() == pairs, lie.getKey());
        assertThat(line.south().conflicts(false))
            .as(lie.getKey())
            .allSatisfy(each -> assertThat(each.certainty()).isEqualTo("POSSIBLE"));
      }
      line.northLies(honest -> honest);
      line.until(
          () ->
              line.south().conflicts(false).stream()
                      .filter(each -> each.certainty().equals("EXACT"))
                      .count()
                  == lies.size(),
          "all known when told truly");
    }
  }

  @Test
  void volumesThatWereNotCommittedToAreEvidence() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      Signer north = PartyKeys.open(line.data(NORTH).resolve("keys"), line.random).node();
      line.northLies(honest ->
          lying(
              honest,
              (question, truth) -> ok(signed(truth, north, invented(NORTH, question.bytes()))),
              new AtomicInteger()));
      expectDone(line.north().declare(line.circle("47.0 N 8.0 E", "5 NM", 9_000, 30)));
      line.until(() -> line.south().notices(false).size() == 1, "south sees it");
      expectDone(line.south().declare(line.circle("47.0 N 8.0 E", "5 NM", 9_000, 30)));
      line.until(
          () ->
              line.south().line().troubles().stream()
                  .map(Views.Trouble::code)
                  .anyMatch("false-details"::equals),
          "a trouble for people");
      Views.Conflict possible = ConflictsTest.only(line.south(), "POSSIBLE").orElseThrow();
      assertThat(line.notice(line.south(), possible.otherEntity()).volumes()).isEmpty();
      assertThat(line.south().disclosures(10))
          .extracting(Views.Disclosure::direction)
          .contains("RECEIVED");
      line.until(() -> Accused.isKept(line, TwoNodes.SOUTH, "false-details"), "an accusation");
      Accused.proves(line, TwoNodes.SOUTH, "false-details", "(not-committed");
    }
  }

  /** The answer to a question that opens of each notice a volume that nobody committed to. */
  static DetailAnswer invented(String party, byte[] question) {
    Document asked = Document.parse(question).orElseThrow();
    Volume volume =
        new Volume(
            new Circle(TwoNodes.at(47, 8), 1_000_000),
            new HeightBand(Datum.STANDARD_PRESSURE, 1_000, 2_000),
            new TimeInterval(0, 1));
    return new DetailAnswer(
        asked.digest(),
        wanted(asked).stream()
            .map(notice -> opened(asked.header().line(), party, notice, volume))
            .toList(),
        List.of());
  }

  private static DetailAnswer.Opened opened(
      LineId line, String party, NoticeRef notice, Volume volume) {
    return new DetailAnswer.Opened(
        notice,
        List.of(
            Commitment.of(
                    new Subject(line, party, notice),
                    List.of(new ExactVolume(volume, null)),
                    new DisclosureSecret(new byte[DisclosureSecret.LENGTH]))
                .open(0)));
  }
}
