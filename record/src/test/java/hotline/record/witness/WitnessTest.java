package hotline.record.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.record.disk.CrashDisk;
import hotline.record.disk.FileDisk;
import hotline.record.merkle.Hash;
import hotline.record.merkle.MemoryTree;
import hotline.record.merkle.Merkle;
import hotline.record.merkle.MerkleProofs;
import hotline.record.merkle.TlogVectors;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.NoteSigner;
import hotline.record.note.VerifierKey;
import hotline.record.signature.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class WitnessTest {
  private static final VerifierKey LOG = VerifierKey.parse(TlogVectors.vkey("log")).orThrow();
  private static final VerifierKey LOG2 = VerifierKey.parse(TlogVectors.vkey("log2")).orThrow();
  private static final NoteSigner LOG_SIGNER =
      NoteSigner.log(LOG.name(), SigningKey.fromSeed(TlogVectors.seed("log")));
  private static final NoteSigner COSIGNER =
      NoteSigner.cosigner(
          TlogVectors.ALL.get("keys").get("w1").get("name").asString(),
          SigningKey.fromSeed(TlogVectors.seed("w1")));
  private static final long NOW = 1_767_225_600L;
  private static final MemoryTree TREE = TlogVectors.tree(400);

  @TempDir Path folder;

  private static List<VerifierKey> keysOf(String origin) {
    return List.of(LOG, LOG2).stream().filter(key -> key.name().equals(origin)).toList();
  }

  private static Witness witness(WitnessStore store) {
    return new Witness(COSIGNER, WitnessTest::keysOf, store);
  }

  private static byte[] request(long oldSize, long newSize) {
    return new AddCheckpointRequest(
            oldSize, MerkleProofs.consistency(TREE, oldSize, newSize), note(newSize))
        .bytes();
  }

  private static Note note(long size) {
    return LOG_SIGNER.sign(new Checkpoint(LOG.name(), size, MerkleProofs.root(TREE, size)));
  }

  @Test
  void answersTheSessionAsTheTextSaysNotAsTheToolDid() throws IOException {
    try (WitnessFiles files = WitnessFiles.open(FileDisk.create(folder))) {
      Witness witness = witness(files);
      for (JsonNode step :
          TlogVectors.ALL.get("witness_session").get("steps").valueStream().toList()) {
        byte[] body = TlogVectors.base64(step.get("request_body_b64"));
        WitnessReply reply = witness.addCheckpoint(body, NOW);
        assertThat(reply.status())
            .as(step.get("step").asString())
            .isEqualTo(Integer.parseInt(step.get("spec_status").asString().substring(0, 3)));
        if (step.has("spec_body")) {
          assertThat(reply.body()).isEqualTo(step.get("spec_body").asString());
          assertThat(reply.contentType()).isEqualTo(step.get("spec_content_type").asString());
        }
        if (reply.status() == 200) {
          Note note = AddCheckpointRequest.parse(body).orThrow().note();
          assertThat(answer(reply, note)).isInstanceOf(WitnessAnswer.Cosigned.class);
          assertThat(AddCheckpointRequest.parse(body).orThrow().bytes()).isEqualTo(body);
        }
      }
    }
    assertThat(folder.resolve(WitnessFiles.path(LOG.name()))).exists();
    assertThat(WitnessFiles.path(LOG.name()))
        .startsWith(TlogVectors.ALL.get("witness_session").get("origin_hash_hex").asString());
  }

  private static WitnessAnswer answer(WitnessReply reply, Note note) {
    return WitnessAnswer.read(
        reply.status(), reply.contentType(), reply.bytes(), note, List.of(COSIGNER.verifierKey()));
  }

  @Test
  void theCosignatureIsTheVectorsOwn() throws IOException {
    JsonNode known = TlogVectors.list("checkpoints").get(1);
    try (WitnessFiles files = WitnessFiles.open(FileDisk.create(folder))) {
      assertThat(witness(files).addCheckpoint(request(0, 5), NOW).body())
          .isEqualTo(known.get("cosignature_v1").get("line").asString());
    }
  }

  @Test
  void remembersOverARestart() throws IOException {
    try (WitnessFiles files = WitnessFiles.open(FileDisk.create(folder))) {
      assertThat(witness(files).addCheckpoint(request(0, 5), NOW).status()).isEqualTo(200);
    }
    try (WitnessFiles files = WitnessFiles.open(FileDisk.create(folder))) {
      Witness witness = witness(files);
      assertThat(answer(witness.addCheckpoint(request(0, 6), NOW), note(6)))
          .isEqualTo(new WitnessAnswer.Behind(5));
      assertThat(witness.addCheckpoint(request(5, 6), NOW).status()).isEqualTo(200);
      assertThat(witness.state(LOG.name()).orElseThrow().checkpoint().size()).isEqualTo(6);
      assertThat(witness.state(LOG.name()).orElseThrow().note().signatures()).hasSize(2);
    }
  }

  @Test
  void refusesToStartAnewFromADamagedState() throws IOException {
    try (WitnessFiles files = WitnessFiles.open(FileDisk.create(folder))) {
      assertThat(witness(files).addCheckpoint(request(0, 5), NOW).status()).isEqualTo(200);
      Path state = folder.resolve(WitnessFiles.path(LOG.name()));
      Files.write(state, Arrays.copyOf(Files.readAllBytes(state), 60));
      assertThatThrownBy(() -> witness(files).addCheckpoint(request(0, 6), NOW))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void refusesAProofWhereNoneBelongsAndNoneWhereOneDoes() throws IOException {
    try (WitnessFiles files = WitnessFiles.open(FileDisk.create(folder))) {
      Witness witness = witness(files);
      Hash any = TREE.node(0, 0);
      assertThat(status(witness, 0, List.of(any), note(5))).isEqualTo(422);
      assertThat(status(witness, 0, List.of(), note(5))).isEqualTo(200);
      assertThat(status(witness, 5, List.of(any), note(5))).isEqualTo(422);
      assertThat(status(witness, 5, List.of(), note(7))).isEqualTo(422);
      assertThat(status(witness, 4, List.of(), note(4))).isEqualTo(409);
      assertThat(status(witness, 5, MerkleProofs.consistency(TREE, 5, 7), note(7))).isEqualTo(200);
    }
  }

  /** An empty tree has one root; a signed other one is refused as unprocessable, not as unknown. */
  @Test
  void anEmptyTreeHasOneRoot() throws IOException {
    String text = LOG.name() + "\n0\n" + TREE.node(0, 0).base64() + "\n";
    Note forged = Note.of(text).with(LOG_SIGNER.sign(text));
    try (WitnessFiles files = WitnessFiles.open(FileDisk.create(folder))) {
      Witness witness = witness(files);
      assertThat(status(witness, 0, List.of(), forged)).isEqualTo(422);
      assertThat(status(witness, 0, List.of(), note(0))).isEqualTo(200);
      assertThat(status(witness, 0, List.of(), note(3))).isEqualTo(200);
    }
  }

  private static int status(Witness witness, long oldSize, List<Hash> proof, Note note)
      throws IOException {
    return witness
        .addCheckpoint(new AddCheckpointRequest(oldSize, proof, note).bytes(), NOW)
        .status();
  }

  /** Two histories, many threads, one state: at most one of the two is ever cosigned. */
  @Test
  void neverCosignsTwoHistoriesWhoeverComesFirst() throws Exception {
    MemoryTree fork = TlogVectors.tree(5);
    fork.append(Merkle.leaf(new byte[] {1}));
    Note other = LOG_SIGNER.sign(new Checkpoint(LOG.name(), 6, fork.root()));
    byte[] forked =
        new AddCheckpointRequest(5, MerkleProofs.consistency(fork, 5, 6), other).bytes();
    for (int round = 0; round < 20; round++) {
      try (WitnessFiles files =
          WitnessFiles.open(FileDisk.create(folder.resolve(String.valueOf(round))))) {
        Witness witness = witness(files);
        assertThat(witness.addCheckpoint(request(0, 5), NOW).status()).isEqualTo(200);
        List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (byte[] body : List.of(request(5, 6), forked)) {
          threads.add(
              Thread.ofPlatform()
                  .start(() -> {
                    try {
                      statuses.add(witness.addCheckpoint(body, NOW).status());
                    } catch (IOException failed) {
                      statuses.add(500);
                    }
                  }));
        }
        for (Thread thread : threads) {
          thread.join();
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
      }
    }
  }

  /** Whatever a crash takes away, it takes no state of which a cosignature has left. */
  @Test
  void aCosignatureNeverOutlivesItsState() throws IOException {
    assertThat(forgotten(false)).isEmpty();
  }

  /** The same check on a disk that forgets to force: it must notice. */
  @Test
  void aSkippedFsyncIsNoticed() throws IOException {
    assertThat(forgotten(true)).isNotEmpty();
  }

  private static List<String> forgotten(boolean lazy) throws IOException {
    List<String> forgotten = new ArrayList<>();
    for (int steps = 0; ; steps++) {
      CrashDisk disk = new CrashDisk();
      disk.skipFileForce(lazy);
      disk.stopAfter(steps);
      long answered = 0;
      boolean stopped = false;
      try (WitnessFiles files = WitnessFiles.open(disk)) {
        for (long size : new long[] {5, 9, 12}) {
          WitnessReply reply = witness(files).addCheckpoint(request(answered, size), NOW);
          assertThat(reply.status()).isEqualTo(200);
          answered = size;
        }
      } catch (CrashDisk.Stopped crash) {
        stopped = true;
      }
      for (long seed = 0; seed < 6; seed++) {
        CrashDisk after = disk.crash(seed);
        try (WitnessFiles files = WitnessFiles.open(after)) {
          long held = files.load(LOG.name()).map(s -> s.checkpoint().size()).orElse(0L);
          if (held < answered) {
            forgotten.add("step " + steps + ", seed " + seed + ": held " + held);
          }
        } catch (IOException unreadable) {
          forgotten.add("step " + steps + ", seed " + seed + ": " + unreadable.getMessage());
        }
      }
      if (!stopped) {
        return forgotten;
      }
    }
  }

  @Test
  void readsRepliesStrictly() {
    Note note = note(5);
    List<VerifierKey> keys = List.of(COSIGNER.verifierKey());
    String line = COSIGNER.cosign(note.text(), NOW).line();
    String stranger =
        NoteSigner.cosigner("stranger", SigningKey.fromSeed(new byte[32]))
            .cosign(note.text(), NOW)
            .line();
    assertThat(read(200, line + stranger, note, keys)).isInstanceOf(WitnessAnswer.Cosigned.class);
    String wrong = COSIGNER.cosign(note(6).text(), NOW).line();
    for (String body :
        List.of("", "\n", stranger, wrong, line + line, line + "\n" + line, "\n\n" + line)) {
      assertThat(read(200, body, note, keys)).isInstanceOf(WitnessAnswer.Malformed.class);
    }
    assertThat(conflict("5\n")).isEqualTo(new WitnessAnswer.Behind(5));
    for (String body : List.of("", "5", "05\n", "5\n\n", "-1\n", "9223372036854775808\n", "５\n")) {
      assertThat(conflict(body)).isInstanceOf(WitnessAnswer.Malformed.class);
    }
    assertThat(read(403, "no\u001b[2J\n", note, keys))
        .isEqualTo(new WitnessAnswer.Refused(403, "no [2J"));
  }

  private static WitnessAnswer conflict(String body) {
    return WitnessAnswer.read(
        409,
        WitnessReply.SIZE_TYPE,
        body.getBytes(StandardCharsets.UTF_8),
        note(5),
        List.of(COSIGNER.verifierKey()));
  }

  private static WitnessAnswer read(int status, String body, Note note, List<VerifierKey> keys) {
    return WitnessAnswer.read(
        status, "text/plain", body.getBytes(StandardCharsets.UTF_8), note, keys);
  }
}
