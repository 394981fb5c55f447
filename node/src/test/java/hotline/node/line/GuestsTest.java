package hotline.node.line;

import static hotline.node.line.TwoNodes.NORTH;
import static hotline.node.line.TwoNodes.SOUTH;
import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.line.disclosure.PartyFile;
import hotline.line.terms.Observer;
import hotline.line.terms.Terms;
import hotline.line.terms.WitnessParty;
import hotline.node.api.LineApi;
import hotline.node.api.MatterRequests;
import hotline.node.api.MatterViews;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.node.peer.PeerEndpoints.Log;
import hotline.node.setup.LineFolder;
import hotline.node.witness.LineWitness;
import hotline.record.note.Note;
import hotline.record.proof.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An observer sees and does not speak; a witness holds only digests and cosigns. */
class GuestsTest {
  private static final String WATCHER = "watcher";
  private static final String SEAL = "seal";

  @TempDir private Path folder;

  /** Terms that name both, agreed by root keys, since they bring keys. */
  private static void nameGuests(TwoNodes line) throws IOException {
    PartyFile watcher = line.own(WATCHER);
    PartyFile seal = line.own(SEAL);
    Terms next =
        line.terms()
            .next()
            .observers(List.of(new Observer(WATCHER, "The watchers", watcher.root())))
            .witnesses(List.of(new WitnessParty(SEAL, "The seal", seal.cosigner())))
            .build();
    expectDone(line.north().proposeTerms(next.encode()));
    String hash = next.hash().hex();
    line.until(() -> line.south().termsBytes(hash).isPresent(), "south sees the proposal");
    expectDone(line.south().termsVerb(hash, "sign", ""));
    line.until(() -> line.north().terms().getFirst().hash().equals(hash), "terms 2 in force");
  }

  @Test
  void anObserverSeesAndChecksEverythingAndDoesNotSpeak() throws IOException {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      line.visit(WATCHER);
      line.visit(SEAL);
      LineApi watcher = line.start(WATCHER).api();
      line.until(() -> !watcher.terms().isEmpty(), "the observer follows");
      assertThat(trouble(watcher).sentence()).contains("no terms in force name it");
      nameGuests(line);
      Said notice = expectDone(line.north().declare(line.circle("47 N 8 E", "5 NM", 10_000, 30)));
      expectDone(
          line.south()
              .send(
                  new Requests.Message(
                      "TEXT", List.of(), "To all.", "en", null, null, null, List.of(), null)));
      expectDone(
          line.north()
              .openIncident(
                  new MatterRequests.Incident(
                      "Near pass", "1200Z", "1210Z", null, null, null, "We saw two.", List.of())));
      line.until(
          () -> watcher.line().record().size() == line.north().line().record().size(),
          "the observer has all");
      assertThat(watcher.notices(false)).hasSize(1);
      assertThat(watcher.messages(10)).hasSize(1);
      assertThat(watcher.incidents()).hasSize(1);
      assertThat(watcher.guests()).isEqualTo(line.south().guests());
      line.until(
          () -> watcher.line().record().confirmedSize() > notice.index(),
          "the parties' cosignatures confirm, not the observer's own");
      line.until(() -> watcher.prove(String.valueOf(notice.id())).isPresent(), "it proves it");
      assertThat(trouble(watcher).sentence()).contains("the observer watcher", "does not speak");
      everyWordIsRefused(watcher);
      assertThat(line.north().entries(0, 1_000))
          .noneMatch(entry -> String.valueOf(entry).contains("party=" + WATCHER));
      assertThat(watcher.line().outbox().waiting()).isZero();
    } finally {
      assertThat(folder.resolve(WATCHER).resolve("record").resolve("checkpoint")).exists();
    }
  }

  private static Views.Trouble trouble(LineApi api) {
    return api.line().troubles().stream()
        .filter(each -> each.code().equals("observer"))
        .findFirst()
        .orElseThrow();
  }

  /** Whatever says something is refused with the one sentence, before anything is looked at. */
  private static void everyWordIsRefused(LineApi watcher) {
    TreeSet<String> tried = new TreeSet<>();
    for (Method method : LineApi.class.getMethods()) {
      if (method.getReturnType() == Said.class
          && !List.of("keepSealed", "runFeed", "sequencer", "acceptAlerts", "markNuisance")
              .contains(method.getName())) {
        Object[] nothing = new Object[method.getParameterCount()];
        for (int i = 0; i < nothing.length; i++) {
          Class<?> type = method.getParameterTypes()[i];
          nothing[i] = type == boolean.class ? true : type == long.class ? (Object) 1L : null;
        }
        try {
          Said said = (Said) method.invoke(watcher, nothing);
          assertThat(said.done()).isFalse();
          assertThat(said.code()).as(method.getName()).isEqualTo("observer-silent");
          assertThat(said.sentence()).contains(WATCHER + " is an observer");
          tried.add(method.getName());
        } catch (ReflectiveOperationException thrown) {
          throw new LinkageError(method.toString(), thrown);
        }
      }
    }
    assertThat(tried).contains("send", "declare", "proposeSheet", "claimBreach", "answer");
  }

  @Test
  void anObserverThatSpeaksAllTheSameIsNotHeard() throws IOException {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      line.visit(WATCHER);
      assertThatThrownBy(() ->
              new LineFolder(line.data(SOUTH))
                  .visit(
                      Files.readAllBytes(line.data(SOUTH).resolve("genesis.cbor")),
                      line.own(SOUTH)))
          .hasMessageContaining("join it without --guest");
      assertThatThrownBy(() ->
              new LineFolder(line.data(WATCHER))
                  .join(
                      Files.readAllBytes(line.data(SOUTH).resolve("genesis.cbor")),
                      line.own(WATCHER)))
          .hasMessageContaining("--guest");
    }
  }

  @Test
  void aWitnessHoldsOnlyDigestsAndCosigns() throws IOException {
    try (TwoNodes line = new TwoNodes(folder)) {
      line.visit(WATCHER);
      line.visit(SEAL);
      LineWitness witness = LineWitness.open(line.config(SEAL), line.clock, line.random);
      try (witness) {
        line.witnesses.put(SEAL, witness.peers());
        line.start().agree();
        nameGuests(line);
        Said said = expectDone(line.north().declare(line.circle("47 N 8 E", "5 NM", 10_000, 30)));
        line.until(() -> size(witness) > said.index(), "the witness has cosigned");
        line.until(() -> cosigned(line.north()) > said.index(), "north shows it");
        line.until(() -> cosigned(line.south()) > said.index(), "south has its line too");
        policyNamesIt(line, witness);
        onlyDigests(line.data(SEAL));
        refusesAllElse(witness.peers());
      }
      aSecondHistoryIsNotCosigned(line);
    }
  }

  private static long size(LineWitness witness) {
    try {
      return Math.min(witness.size(Log.RECORD), witness.size(Log.OUTCOMES));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static long cosigned(LineApi api) {
    return api.guests().stream()
        .filter(each -> each.role().equals("WITNESS"))
        .map(MatterViews.Guest::cosigned)
        .mapToLong(each -> each == null ? -1 : each)
        .findFirst()
        .orElse(-1);
  }

  /** A stranger checks the witness's line by the policy, and it counts for nothing there. */
  private static void policyNamesIt(TwoNodes line, LineWitness witness) throws IOException {
    for (String party : List.of(NORTH, SOUTH)) {
      Path data = line.data(party);
      Policy policy = Policy.parse(Files.readAllBytes(data.resolve("policy"))).orThrow();
      assertThat(policy.witnesses()).anyMatch(each -> each.key().equals(witness.verifierKey()));
      assertThat(policy.groups().getFirst().members()).containsExactly(SOUTH);
      line.until(() -> approved(policy, data).contains(SEAL), "its line is on the checkpoint");
    }
  }

  private static List<String> approved(Policy policy, Path data) {
    try {
      Note note = Note.parse(Files.readAllBytes(data.resolve("record/checkpoint"))).orThrow();
      return policy
          .approve(note)
          .asOptional()
          .map(approved -> List.copyOf(approved.cosignatures().keySet()))
          .orElse(List.of());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Nothing in the folder is longer than a note, or has a statement in it. */
  private static void onlyDigests(Path data) throws IOException {
    assertThat(data.resolve("record")).doesNotExist();
    assertThat(data.resolve("outcomes")).doesNotExist();
    List<Path> states = new ArrayList<>();
    try (Stream<Path> all = Files.walk(data.resolve("witness"))) {
      all.filter(each -> each.endsWith("checkpoint")).forEach(states::add);
    }
    assertThat(states).hasSize(2);
    for (Path state : states) {
      assertThat(Note.parse(Files.readAllBytes(state)).asOptional()).isPresent();
    }
  }

  private static void refusesAllElse(PeerEndpoints peers) {
    for (Call call : Call.values()) {
      byte[] body = "nonsense".getBytes(StandardCharsets.UTF_8);
      int expected = call == Call.ADD_CHECKPOINT ? 400 : 404;
      assertThat(peers.post(call, body).status()).as(call.name()).isEqualTo(expected);
    }
    assertThat(peers.file(Log.RECORD, "tile/0/000").status()).isEqualTo(404);
    assertThat(peers.file(Log.RECORD, "checkpoint").status()).isEqualTo(200);
  }

  /** After a start it knows what it cosigned, and takes nothing that does not continue it. */
  private void aSecondHistoryIsNotCosigned(TwoNodes line) throws IOException {
    byte[] held = Files.readAllBytes(line.data(NORTH).resolve("record/checkpoint"));
    try (LineWitness again = LineWitness.open(line.config(SEAL), line.clock, line.random)) {
      assertThat(again.size(Log.RECORD)).isPositive();
      byte[] body =
          ("old 0\n\n" + new String(held, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
      Answer answer = again.peers().post(Call.ADD_CHECKPOINT, body);
      assertThat(answer.status()).isEqualTo(409);
      assertThat(Arrays.equals(answer.body(), body)).isFalse();
    }
  }

  @Test
  void aPartyIsNoWitnessAndAWitnessKnowsTheHost() throws IOException {
    try (TwoNodes line = new TwoNodes(folder)) {
      assertThatThrownBy(() -> LineWitness.open(line.config(SOUTH), line.clock, line.random))
          .hasMessageContaining("run its node with up");
      assertThatThrownBy(() -> LineWitness.open(line.config(SEAL), line.clock, line.random))
          .hasMessageContaining("has no line yet");
    }
  }
}
