package hotline.line;

import hotline.line.body.Body;
import hotline.line.body.ChainBody;
import hotline.line.body.TermsBody;
import hotline.line.terms.Genesis;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Seats;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDefaults;
import hotline.line.terms.TermsInForce;
import hotline.line.terms.ThirdParty;
import hotline.record.cbor.CborBytes;
import hotline.record.merkle.Frontier;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.signature.PublicKey;
import hotline.record.signature.Signer;
import hotline.record.statement.Basis;
import hotline.record.statement.LineId;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A line in memory: voices, a log, and the fold over it. */
final class TestLine {
  static final long NOON_US = 1_800_000_000_000_000L;
  static final long SECOND_US = 1_000_000;

  final Genesis genesis;
  final LineState state;
  final List<byte[]> entries = new ArrayList<>();
  final List<Boolean> basisHolds = new ArrayList<>();
  final List<@Nullable Verified> vouched = new ArrayList<>();
  final List<Outcome> outcomes = new ArrayList<>();
  private final Map<StatementId, Integer> places = new HashMap<>();
  final Map<String, Voice> voices = new TreeMap<>();
  final Map<String, Voice> roots = new TreeMap<>();

  private final boolean signed;
  private final List<Hash> logRoots = new ArrayList<>(List.of(Merkle.EMPTY_ROOT));
  private Frontier frontier = Frontier.EMPTY;
  long nowUs = NOON_US;

  private TestLine(List<String> parties, boolean signed) {
    this.signed = signed;
    this.genesis =
        new Genesis(
            "Test line",
            parties.stream()
                .map(party -> new Genesis.Founder(party, Keyring.key(party + "/root").publicKey()))
                .toList(),
            new byte[Genesis.NONCE_BYTES]);
    this.state = LineState.of(genesis.lineId());
    long incarnation = 1;
    for (String party : parties) {
      roots.put(party, new Voice(line(), party, "root", signer(party + "/root"), incarnation++));
      voices.put(party, new Voice(line(), party, "one", signer(party + "/one"), incarnation++));
    }
  }

  /** Before its first entry. */
  static TestLine unfounded(boolean signed, String... parties) {
    return new TestLine(List.of(parties), signed);
  }

  /** With terms in force and every chain begun. */
  static TestLine of(boolean signed, String... parties) {
    TestLine line = unfounded(signed, parties);
    line.found();
    line.agree(line.firstTerms());
    line.voices.values().forEach(voice -> line.accepted(voice, begin()));
    return line;
  }

  /** North and South, with statements that are vouched for. */
  static TestLine ofTwo() {
    return of(false, "north", "south");
  }

  static ChainBody.Begin begin() {
    return new ChainBody.Begin(List.of(), Optional.empty());
  }

  void found() {
    List<Voice> all = List.copyOf(roots.values());
    accepted(all.getFirst(), new ChainBody.Begin(List.of(), Optional.of(genesis)));
    all.subList(1, all.size()).forEach(root -> accepted(root, begin()));
  }

  Terms firstTerms() {
    return TermsDefaults.first(
            genesis.parties().getFirst(),
            genesis.parties().stream().map(TestLine::partyTerms).toList(),
            List.of("transit", "survey"),
            List.of(Places.zone("east", 8), Places.zone("west", -8)),
            List.of(Places.point("alpha", 46, 8)))
        .draft()
        .seats(
            genesis.parties().stream()
                .map(party -> new Seats(party, List.of("chair", "scribe")))
                .toList())
        .thirdParties(
            List.of(
                new ThirdParty("civil", "Civil control"),
                new ThirdParty("rescue", "Rescue flights")))
        .build();
  }

  static PartyTerms partyTerms(String party) {
    return new PartyTerms(
        party,
        key(party + "/root"),
        List.of(new PartyTerms.NodeKey("one", key(party + "/one"))),
        key(party + "/log"),
        key(party + "/outcomes"),
        key(party + "/cosigner"),
        List.of("duty", "watch"));
  }

  static PublicKey key(String name) {
    return Keyring.key(name).publicKey();
  }

  /** Everyone signs these terms with the root key. */
  void agree(Terms terms) {
    List<Voice> all = List.copyOf(roots.values());
    accepted(all.getFirst(), new TermsBody.Propose(new CborBytes(terms.encode())));
    all.subList(1, all.size()).forEach(root -> accepted(root, new TermsBody.Sign(terms.hash())));
  }

  Signer signer(String name) {
    return signed ? Keyring.key(name) : new Keyring.Unsigned(key(name));
  }

  LineId line() {
    return genesis.lineId();
  }

  Voice voice(String party) {
    return Objects.requireNonNull(voices.get(party));
  }

  Voice root(String party) {
    return Objects.requireNonNull(roots.get(party));
  }

  Terms terms() {
    return state.terms().orElseThrow();
  }

  /** What a well-behaved node would sign now. */
  Voice.Draft draft(Voice voice, Body body) {
    nowUs += SECOND_US;
    return voice
        .draft(body, nowUs)
        .basis(basis())
        .terms(state.agreement().inForce().map(TermsInForce::hash).orElse(null));
  }

  Basis basis() {
    return new Basis(entries.size(), frontier.root());
  }

  Basis basisAt(int size) {
    return new Basis(size, logRoots.get(size));
  }

  Outcome say(Voice voice, Body body) {
    return say(voice, draft(voice, body));
  }

  Outcome say(String party, Body body) {
    return say(voice(party), body);
  }

  Outcome say(Voice voice, Voice.Draft draft) {
    Statement statement = draft.sign();
    Outcome outcome = order(statement);
    if (outcome.verdict() != Verdict.VOID) {
      voice.recorded(statement);
    }
    return outcome;
  }

  Outcome accepted(Voice voice, Body body) {
    Outcome outcome = say(voice, body);
    if (outcome.verdict() != Verdict.ACCEPTED) {
      throw new AssertionError(outcome.code() + ": " + outcome.sentence());
    }
    return outcome;
  }

  Outcome accepted(String party, Body body) {
    return accepted(voice(party), body);
  }

  Outcome order(Statement statement) {
    return order(
        statement.bytes(),
        Entry.basisHolds(statement, entries.size(), this::rootAt),
        signed
            ? Optional.empty()
            : state
                .key(
                    statement.header().chain().party(),
                    statement.header().chain().node(),
                    statement.keyId())
                .or(() -> genesis.rootKey(statement.header().chain().party()))
                .flatMap(key -> Keyring.vouch(statement, key)));
  }

  /** An entry of this line for another fold over it. */
  Entry entry(int index) {
    return new Entry(
        index,
        entries.get(index),
        basisHolds.get(index),
        refersHold(entries.get(index), index),
        Optional.ofNullable(vouched.get(index)));
  }

  Outcome order(byte[] bytes, boolean holds, Optional<Verified> verified) {
    boolean refersHold = refersHold(bytes, entries.size());
    Outcome outcome = state.apply(new Entry(entries.size(), bytes, holds, refersHold, verified));
    if (Statements.parse(bytes) instanceof Statement statement) {
      places.putIfAbsent(statement.id(), entries.size());
    }
    entries.add(bytes);
    basisHolds.add(holds);
    vouched.add(verified.orElse(null));
    outcomes.add(outcome);
    frontier = frontier.append(Merkle.leaf(bytes));
    logRoots.add(frontier.root());
    return outcome;
  }

  private boolean refersHold(byte[] bytes, int index) {
    return !(Statements.parse(bytes) instanceof Statement statement)
        || Entry.refers(statement).stream().allMatch(id -> places.getOrDefault(id, index) < index);
  }

  Optional<Hash> rootAt(long size) {
    return size < logRoots.size() ? Optional.of(logRoots.get((int) size)) : Optional.empty();
  }
}
