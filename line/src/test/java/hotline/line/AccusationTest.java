package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.accusation.Accusation;
import hotline.line.accusation.AccusationCheck;
import hotline.line.accusation.Wrong;
import hotline.line.body.ChainBody;
import hotline.line.body.MessageBody;
import hotline.line.disclosure.Document;
import hotline.line.disclosure.DocumentType;
import hotline.line.disclosure.Nonce;
import hotline.line.disclosure.Promise;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.NoteSigner;
import hotline.record.proof.TlogProof;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.testkit.Chance;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Trees and paths are made by the recursions of RFC 6962 §2.1, word for word. */
class AccusationTest {
  private static final byte[] NO_ENTRY = {1, 2, 3};

  private final TestLine line = TestLine.of(true, "north", "south");
  private final NoteSigner log = NoteSigner.log(line.genesis.origin(), Keyring.key("north/log"));
  private final NoteSigner outcomes =
      NoteSigner.log(line.genesis.outcomesOrigin(), Keyring.key("north/outcomes"));

  private List<byte[]> entries() {
    return new ArrayList<>(line.entries);
  }

  private List<byte[]> rewritten() {
    List<byte[]> all = entries();
    all.set(3, NO_ENTRY);
    return all;
  }

  private static Hash root(List<byte[]> leaves) {
    if (leaves.size() <= 1) {
      return leaves.isEmpty() ? Merkle.EMPTY_ROOT : Merkle.leaf(leaves.getFirst());
    }
    int half = Integer.highestOneBit(leaves.size() - 1);
    return Merkle.node(root(leaves.subList(0, half)), root(leaves.subList(half, leaves.size())));
  }

  private static List<Hash> path(int index, List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return new ArrayList<>();
    }
    int half = Integer.highestOneBit(leaves.size() - 1);
    List<byte[]> left = leaves.subList(0, half);
    List<byte[]> right = leaves.subList(half, leaves.size());
    List<Hash> path = index < half ? path(index, left) : path(index - half, right);
    path.add(root(index < half ? right : left));
    return path;
  }

  private static List<Hash> join(int size, List<byte[]> leaves, boolean whole) {
    if (size == leaves.size()) {
      return new ArrayList<>(whole ? List.of() : List.of(root(leaves)));
    }
    int half = Integer.highestOneBit(leaves.size() - 1);
    List<byte[]> left = leaves.subList(0, half);
    List<byte[]> right = leaves.subList(half, leaves.size());
    List<Hash> path = size <= half ? join(size, left, whole) : join(size - half, right, false);
    path.add(root(size <= half ? right : left));
    return path;
  }

  private byte[] signed(List<byte[]> leaves) {
    return note(leaves).bytes();
  }

  private Note note(List<byte[]> leaves) {
    return log.sign(new Checkpoint(line.genesis.origin(), leaves.size(), root(leaves)));
  }

  private byte[] proof(int index, List<byte[]> leaves) {
    return TlogProof.of(index, path(index, leaves), note(leaves)).bytes();
  }

  private Accusation accuse(Wrong wrong, Map<String, byte[]> parts) {
    return new Accusation(
        line.line(), wrong, wrong == Wrong.DOUBLE_USED ? "south" : "north", parts);
  }

  private AccusationCheck.Judgement judge(Accusation accusation) {
    return new AccusationCheck(
            line.genesis, line.terms(), size -> Optional.of(Merkle.plain(new byte[] {(byte) size})))
        .run(accusation);
  }

  /** It proves what it says, and not with any byte of it changed. */
  private void proves(Accusation accusation, String what) {
    assertThat(judge(accusation).proved()).get().asString().contains(what);
    byte[] file = accusation.encode();
    for (int i = 0; i < file.length; i++) {
      byte[] changed = file.clone();
      changed[i] ^= (byte) (1 << (i % 8));
      if (Accusation.decode(changed) instanceof Decoded.Value<Accusation>(Accusation read)) {
        assertThat(judge(read).proved()).as("with byte %d changed", i).isEmpty();
      }
    }
  }

  private void provesNothing(Accusation accusation, String why) {
    assertThat(judge(accusation).proved()).isEmpty();
    assertThat(judge(accusation).fault()).get().asString().contains(why);
  }

  @Test
  void twoTreesOfOneSize() {
    proves(
        accuse(
            Wrong.TWO_HISTORIES, Map.of("held", signed(entries()), "shown", signed(rewritten()))),
        "north has signed two trees of " + line.entries.size());
    provesNothing(
        accuse(Wrong.TWO_HISTORIES, Map.of("held", signed(entries()), "shown", signed(entries()))),
        "one and the same");
  }

  private Accusation histories(List<byte[]> held, List<byte[]> shown) {
    List<byte[]> small = held.size() < shown.size() ? held : shown;
    List<byte[]> large = held.size() < shown.size() ? shown : held;
    ByteArrayOutputStream path = new ByteArrayOutputStream();
    join(small.size(), large, true).forEach(hash -> path.writeBytes(hash.bytes()));
    return accuse(
        Wrong.TWO_HISTORIES,
        Map.of(
            "held",
            signed(held),
            "shown",
            signed(shown),
            "root",
            root(large.subList(0, small.size())).bytes(),
            "path",
            path.toByteArray()));
  }

  /** At each pair of sizes, whichever of the two is the larger. */
  @Test
  void aHistoryThatDoesNotContinueAnother() {
    List<byte[]> other = rewritten();
    List<byte[]> honest = entries();
    for (int small = 4; small < honest.size(); small++) {
      for (int large = small + 1; large <= honest.size(); large++) {
        List<byte[]> held = honest.subList(0, small);
        assertThat(judge(histories(held, other.subList(0, large))).proved()).isPresent();
        assertThat(judge(histories(other.subList(0, large), held)).proved()).isPresent();
        provesNothing(histories(held, honest.subList(0, large)), "continues");
      }
    }
    proves(histories(honest.subList(0, 5), other), "begins with others than the 5");
  }

  private byte[] promise(int index, byte[] entry, String key) {
    Document.Header header =
        new Document.Header(
            line.line(),
            "north",
            "one",
            "south",
            DocumentType.PROMISE,
            Nonce.of(new byte[Nonce.LENGTH]),
            1);
    Promise promise = new Promise(1, index, Merkle.leaf(entry), 1);
    return Document.sign(Keyring.key(key), header, promise.content()).bytes();
  }

  @Test
  void aPlaceThatHasSomethingElse() {
    List<byte[]> all = entries();
    Map<String, byte[]> there = Map.of("entry", all.get(4), "proof", proof(4, all));
    proves(
        accuse(Wrong.BROKEN_PROMISE, with(there, "promise", promise(4, NO_ENTRY, "north/log"))),
        "promised place 4");
    provesNothing(
        accuse(Wrong.BROKEN_PROMISE, with(there, "promise", promise(4, all.get(4), "north/log"))),
        "what was promised");
    provesNothing(
        accuse(Wrong.BROKEN_PROMISE, with(there, "promise", promise(5, NO_ENTRY, "north/log"))),
        "another place");
    provesNothing(
        accuse(Wrong.BROKEN_PROMISE, with(there, "promise", promise(4, NO_ENTRY, "south/log"))),
        "not one of north");
  }

  private static Map<String, byte[]> with(Map<String, byte[]> parts, String name, byte[] part) {
    Map<String, byte[]> all = new TreeMap<>(parts);
    all.put(name, part);
    return all;
  }

  private Accusation ordered(byte[] entry) {
    List<byte[]> all = entries();
    all.add(entry);
    int index = all.size() - 1;
    return accuse(Wrong.FORGED_ENTRY, Map.of("entry", entry, "proof", proof(index, all)));
  }

  private Accusation after(int before, byte[] entry) {
    List<byte[]> all = entries();
    all.add(entry);
    int index = all.size() - 1;
    return accuse(
        Wrong.FORGED_ENTRY,
        Map.of(
            "entry",
            entry,
            "proof",
            proof(index, all),
            "before",
            all.get(before),
            "before-proof",
            proof(before, all)));
  }

  private Voice.Draft text() {
    return line.draft(line.voice("south"), MessageBody.Message.bare(Kind.TEXT));
  }

  @Test
  void anEntryThatNobodySaid() {
    proves(ordered(NO_ENTRY), "no statement at all");
    byte[] bent = text().sign().bytes();
    bent[bent.length - 1] ^= 1;
    proves(ordered(bent), "not signed by south");
    Voice.Draft elsewhere = text();
    elsewhere.of = TestLine.unfounded(true, "east", "west").line();
    proves(ordered(elsewhere.sign().bytes()), "of another line");
    provesNothing(ordered(text().sign().bytes()), "signed as it should be");
    Voice.Draft stranger = text();
    stranger.with = Keyring.key("stranger");
    provesNothing(ordered(stranger.sign().bytes()), "no such key");
  }

  @Test
  void anEntryOutOfItsChain() {
    int last = line.entries.size() - 1;
    assertThat(line.entries.get(last)).isNotEmpty();
    proves(after(last, line.entries.get(last)), "stands at place " + last);
    Voice.Draft again = text();
    again.sequence--;
    again.before = StatementId.of(new byte[32]);
    proves(after(last, again.sign().bytes()), "the number that entry " + last);
    Voice.Draft unlinked = text();
    unlinked.before = StatementId.of(new byte[32]);
    proves(after(last, unlinked.sign().bytes()), "does not link");
    proves(after(last, text().at(1).sign().bytes()), "signed earlier");
    provesNothing(after(last, text().sign().bytes()), "as they should");
    provesNothing(after(0, text().sign().bytes()), "different chains");
  }

  @Test
  void twoStatementsWithOneNumber() {
    Statement first = text().sign();
    Statement second = text().sign();
    proves(
        accuse(Wrong.DOUBLE_USED, Map.of("first", first.bytes(), "second", second.bytes())),
        "south/one has signed two statements with number 1");
    provesNothing(
        accuse(Wrong.DOUBLE_USED, Map.of("first", first.bytes(), "second", first.bytes())),
        "one and the same");
    Statement withdraw = line.draft(line.voice("south"), new ChainBody.Withdraw(first.id())).sign();
    provesNothing(
        accuse(Wrong.DOUBLE_USED, Map.of("first", first.bytes(), "second", withdraw.bytes())),
        "lawful");
    Voice.Draft stranger = text();
    stranger.with = Keyring.key("north/one");
    provesNothing(
        accuse(
            Wrong.DOUBLE_USED, Map.of("first", first.bytes(), "second", stranger.sign().bytes())),
        "not signed by a key");
  }

  @Test
  void outcomesThatTheEntriesDoNotHave() {
    Note wrong = outcomes.sign(new Checkpoint(line.genesis.outcomesOrigin(), 7, Merkle.EMPTY_ROOT));
    proves(accuse(Wrong.WRONG_OUTCOMES, Map.of("shown", wrong.bytes())), "outcomes of 7 entries");
    Hash own = Merkle.plain(new byte[] {7});
    Note right = outcomes.sign(new Checkpoint(line.genesis.outcomesOrigin(), 7, own));
    provesNothing(accuse(Wrong.WRONG_OUTCOMES, Map.of("shown", right.bytes())), "what these rules");
    AccusationCheck.Judgement alone =
        new AccusationCheck(line.genesis, line.terms(), _ -> Optional.empty())
            .run(accuse(Wrong.WRONG_OUTCOMES, Map.of("shown", wrong.bytes())));
    assertThat(alone.fault()).get().asString().contains("--record");
  }

  @Test
  void onlyTheHostCanDoWhatTheHostDoes() {
    Map<String, byte[]> parts = Map.of("held", signed(entries()), "shown", signed(rewritten()));
    provesNothing(
        new Accusation(line.line(), Wrong.TWO_HISTORIES, "south", parts), "only the host");
  }

  @Test
  void whatIsNoAccusationIsReadAsNone() {
    Chance chance = Chance.of(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] noise = chance.bytes((int) chance.between(0, 200));
      assertThat(Accusation.decode(noise)).isInstanceOf(Decoded.Fault.class);
      assertThat(Accusation.isOne(noise)).isFalse();
    }
    assertThat(Accusation.isOne(ordered(NO_ENTRY).encode())).isTrue();
  }
}
