package hotline.record.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.record.merkle.MerkleProofs;
import hotline.record.merkle.TlogVectors;
import hotline.record.note.Note;
import hotline.record.note.NoteSigner;
import hotline.record.note.Parsed;
import hotline.record.note.VerifierKey;
import hotline.record.signature.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ProofTest {
  private static final String FILE = TlogVectors.ALL.get("policy_file").asString();
  private static final Policy POLICY = Policy.parse(bytes(FILE)).orThrow();
  private static final String LOG = TlogVectors.vkey("log");
  private static final String W1 = TlogVectors.vkey("w1");
  private static final String W2 = TlogVectors.vkey("w2");

  static List<JsonNode> proofs() {
    return TlogVectors.list("tlog_proofs");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void readsWritesAndChecksTheVectors(JsonNode known) {
    byte[] file = bytes(known.get("tlog_proof").asString());
    TlogProof proof = TlogProof.parse(file).orThrow();
    assertThat(proof.bytes()).isEqualTo(file);
    byte[] entry = bytes(known.get("entry_utf8").asString());
    Policy.Approved approved = proof.verify(entry, POLICY).orThrow();
    assertThat(approved.cosignatures()).containsOnlyKeys("w1", "w2");
    assertThat(approved.checkpoint().size()).isEqualTo(known.get("size").asLong());
    assertThat(proof.index()).isEqualTo(known.get("index").asLong());
    assertThat(proof.path())
        .isEqualTo(
            MerkleProofs.inclusion(
                TlogVectors.tree(300), proof.index(), known.get("size").asLong()));
    assertThat(proof.verify(bytes("hotline test entry 4"), POLICY))
        .isInstanceOfSatisfying(
            Parsed.Refused.class, r -> assertThat(r.code()).isEqualTo("proof.inclusion"));
  }

  @Test
  void noByteOfAProofCanBeChangedOrLeftOut() {
    JsonNode known = proofs().getFirst();
    byte[] file = bytes(known.get("tlog_proof").asString());
    byte[] entry = bytes(known.get("entry_utf8").asString());
    for (int at = 0; at < file.length; at++) {
      byte[] changed = file.clone();
      changed[at] ^= 1;
      assertThat(TlogProof.parse(changed).then(proof -> proof.verify(entry, POLICY)).asOptional())
          .as("byte %d", at)
          .isEmpty();
      assertThat(
              TlogProof.parse(Arrays.copyOf(file, at))
                  .then(proof -> proof.verify(entry, POLICY))
                  .asOptional())
          .as("cut to %d bytes", at)
          .isEmpty();
    }
  }

  @Test
  void theExtraIsCarriedAndProvesNothing() {
    JsonNode known = proofs().getFirst();
    TlogProof proof = TlogProof.parse(bytes(known.get("tlog_proof").asString())).orThrow();
    TlogProof more = proof.withExtra(bytes("anything"));
    assertThat(TlogProof.parse(more.bytes()).orThrow()).isEqualTo(more);
    assertThat(more.extra()).contains("YW55dGhpbmc=");
    assertThat(more.verify(bytes(known.get("entry_utf8").asString()), POLICY).asOptional())
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index 3\n",
        "c2sp.org/tlog-proof@v2\nindex 3\n",
        "c2sp.org/tlog-proof@v1\n",
        "c2sp.org/tlog-proof@v1\nindex 03\n",
        "c2sp.org/tlog-proof@v1\nindex -1\n",
        "c2sp.org/tlog-proof@v1\nindex  3\n",
        "c2sp.org/tlog-proof@v1\nindex 3 \n",
        "c2sp.org/tlog-proof@v1\nindex 9223372036854775808\n",
        "c2sp.org/tlog-proof@v1\nindex 3\nextra YQ==\n",
        "c2sp.org/tlog-proof@v1\nextra \nindex 3\n",
        "c2sp.org/tlog-proof@v1\nextra YQ=\nindex 3\n",
        "c2sp.org/tlog-proof@v1\nextra YQ==\nextra YQ==\nindex 3\n",
        "c2sp.org/tlog-proof@v1\r\nindex 3\n",
        "c2sp.org/tlog-proof@v1\nindex 3\nAAAA\n",
      })
  void noProofLooksLikeThis(String head) {
    String file = proofs().getFirst().get("tlog_proof").asString();
    String note = file.substring(file.indexOf("\n\n") + 1);
    assertThat(TlogProof.parse(bytes(head + note)).asOptional()).isEmpty();
  }

  @Test
  void aPathIsBounded() {
    String file = proofs().getFirst().get("tlog_proof").asString();
    String note = file.substring(file.indexOf("\n\n") + 1);
    String hash = TlogVectors.tree(1).root().base64() + "\n";
    String head = "c2sp.org/tlog-proof@v1\nindex 3\n";
    assertThat(TlogProof.parse(bytes(head + hash.repeat(63) + note)).asOptional()).isPresent();
    assertThat(TlogProof.parse(bytes(head + hash.repeat(64) + note)).asOptional()).isEmpty();
    assertThat(TlogProof.parse(bytes(head + hash.repeat(10_000) + note)).asOptional()).isEmpty();
  }

  @Test
  void policyFilesAreReadAndWritten() {
    assertThat(POLICY).hasToString(FILE);
    String spread =
        """
        # who must have seen it
        \tlog  %s https://log.example/
        witness A %s
          # one of two
        witness B\t%s https://b.example/ \n\n
        group pair any A B
        quorum pair
        """
            .formatted(LOG, W1, W2);
    Policy read = Policy.parse(bytes(spread)).orThrow();
    assertThat(Policy.parse(read.bytes()).orThrow()).isEqualTo(read);
    assertThat(read.logs().getFirst().url()).contains("https://log.example/");
    assertThat(read.groups()).containsExactly(new Policy.Group("pair", 1, List.of("A", "B")));
    Map<String, VerifierKey> witnesses = new LinkedHashMap<>();
    witnesses.put("w1", VerifierKey.parse(W1).orThrow());
    witnesses.put("w2", VerifierKey.parse(W2).orThrow());
    assertThat(Policy.of(VerifierKey.parse(LOG).orThrow(), witnesses, 2).bytes())
        .isEqualTo(bytes(FILE.replace(" q", " quorum")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "quorum",
        "quorum x",
        "quorum none\nquorum none",
        "quorum none none",
        "log",
        "log LOG u v\nquorum none",
        "log LOG\nlog LOG\nquorum none",
        "log W1\nquorum none",
        "log LOG+\nquorum none",
        "witness a LOG\nquorum a",
        "witness a W1\nwitness a W2\nquorum a",
        "witness a W1\nwitness b W1\nquorum a",
        "witness none W1\nquorum none",
        "quorum a\nwitness a W1",
        "group g 1 a\nwitness a W1\nquorum g",
        "witness a W1\ngroup a 1 a\nquorum a",
        "witness a W1\ngroup g 0 a\nquorum g",
        "witness a W1\ngroup g 2 a\nquorum g",
        "witness a W1\ngroup g 01 a\nquorum g",
        "witness a W1\ngroup g some a\nquorum g",
        "witness a W1\ngroup g all\nquorum g",
        "witness a W1\ngroup g any a a\nquorum g",
        "witness a W1\nwitness b W2\ngroup g any a b\ngroup h any a g\nquorum h",
        "witness a W1\ngroup g any a none\nquorum g",
        "witness a W1\ngroup g any g\nquorum g",
        "witness a W1\ngroup g any a\nwitness g W2\nquorum g",
        "quorum none\u0000",
        "quorum none\r",
        "quorum none\u007f",
        "Quorum none",
        "tree x\nquorum none"
      })
  void noPolicyLooksLikeThis(String lines) {
    String file =
        lines
            .replaceAll("LOG\\b", escape(LOG))
            .replaceAll("W1\\b", escape(W1))
            .replaceAll("W2\\b", escape(W2));
    assertThat(Policy.parse(bytes(file + "\n")).asOptional()).isEmpty();
  }

  private static String escape(String vkey) {
    return Matcher.quoteReplacement(vkey);
  }

  @Test
  void aPolicyIsBoundedAndWhole() {
    assertThat(Policy.parse(bytes(FILE.stripTrailing())).asOptional()).isEmpty();
    assertThat(Policy.parse(new byte[] {(byte) 0xff, '\n'}).asOptional()).isEmpty();
    assertThat(Policy.parse(bytes("#".repeat(300_000) + "\nquorum none\n")).asOptional()).isEmpty();
    assertThat(Policy.parse(bytes("# only\nquorum none\n")).asOptional()).isPresent();
  }

  /** Every set of the seven witnesses against the plain meaning of a nested quorum. */
  @Test
  void quorumsAreCounted() {
    List<Policy.Group> groups =
        List.of(
            new Policy.Group("xs", 2, List.of("x1", "x2", "x3")),
            new Policy.Group("ys", 1, List.of("y1", "y2")),
            new Policy.Group("all", 2, List.of("xs", "ys")));
    List<String> names = List.of("x1", "x2", "x3", "y1", "y2", "z");
    List<Policy.Witness> witnesses = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      byte[] seed = new byte[32];
      seed[0] = (byte) i;
      witnesses.add(
          new Policy.Witness(
              names.get(i),
              NoteSigner.cosigner("w", SigningKey.fromSeed(seed)).verifierKey(),
              Optional.empty()));
    }
    Policy policy = new Policy(List.of(), witnesses, groups, "all");
    for (int mask = 0; mask < 1 << names.size(); mask++) {
      Set<String> cosigned = new HashSet<>();
      int xs = 0;
      int ys = 0;
      for (int i = 0; i < names.size(); i++) {
        if (((mask >> i) & 1) == 1) {
          cosigned.add(names.get(i));
          xs += i < 3 ? 1 : 0;
          ys += i == 3 || i == 4 ? 1 : 0;
        }
      }
      assertThat(policy.isMet(cosigned)).isEqualTo(xs >= 2 && ys >= 1);
    }
    assertThat(policy.isMet(Set.of("xs", "ys", "all")))
        .as("names of groups sign nothing")
        .isFalse();
    assertThatThrownBy(() -> new Policy(List.of(), witnesses, groups, "nobody"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMissingCosignatureFailsTheQuorumAndAWrongOneTheWholeNote() {
    String file = proofs().getFirst().get("tlog_proof").asString();
    TlogProof proof = TlogProof.parse(bytes(file)).orThrow();
    byte[] entry = bytes(proofs().getFirst().get("entry_utf8").asString());
    Note note = proof.note();
    Note one = new Note(note.text(), note.signatures().subList(0, 2));
    assertThat(code(TlogProof.of(proof.index(), proof.path(), one).verify(entry, POLICY)))
        .isEqualTo("policy.quorum");
    Note noLog = new Note(note.text(), note.signatures().subList(1, 3));
    assertThat(code(TlogProof.of(proof.index(), proof.path(), noLog).verify(entry, POLICY)))
        .isEqualTo("policy.log");
    Note twice = note.with(note.signatures().getLast());
    assertThat(code(TlogProof.of(proof.index(), proof.path(), twice).verify(entry, POLICY)))
        .isEqualTo("note.duplicate");
    Policy any = Policy.parse(bytes(FILE.replace("group q 2", "group q any"))).orThrow();
    assertThat(TlogProof.of(proof.index(), proof.path(), one).verify(entry, any).asOptional())
        .isPresent();
  }

  private static String code(Parsed<Policy.Approved> verdict) {
    return verdict instanceof Parsed.Refused<Policy.Approved> refused ? refused.code() : "good";
  }
}
