package hotline.node.record;

import hotline.line.disclosure.PartyFile;
import hotline.line.terms.Genesis;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsInForce;
import hotline.node.setup.LineFolder;
import hotline.record.note.Note;
import hotline.record.note.SignedCheckpoint;
import hotline.record.note.VerifierKey;
import hotline.record.proof.Policy;
import hotline.record.signature.KeyId;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Chain;
import hotline.record.statement.Statement;
import hotline.record.tiles.LogStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which key speaks for whom: as the terms in force say, and each party's own word on its keys
 * since; before the first terms, as the party files say that were exchanged in person. Safe for use
 * by many threads.
 */
public final class Keyring {
  private final Genesis genesis;
  private final String host;
  private final Map<String, PartyTerms> exchanged;
  private final LocalRecord record;
  private final HeardKeys heard = new HeardKeys();

  /**
   * For one line.
   *
   * @param host the party that hosts before terms say so
   * @param parties the party files, this party's own among them
   */
  public Keyring(Genesis genesis, String host, Map<String, PartyFile> parties, LocalRecord record) {
    this.genesis = genesis;
    this.host = host;
    Map<String, PartyTerms> all = new TreeMap<>();
    parties.forEach((party, file) -> all.put(party, LineFolder.terms(file)));
    // Files of observers and witnesses are here as well; they speak for no party.
    all.keySet().retainAll(genesis.parties());
    this.exchanged = Map.copyOf(all);
    this.record = record;
  }

  private Optional<Terms> terms() {
    return record.read(state -> state.agreement().inForce()).map(TermsInForce::terms);
  }

  /** What is known of a party. */
  public Optional<PartyTerms> party(String party) {
    Optional<Terms> terms = terms();
    return terms.isPresent() ? terms.get().party(party) : Optional.ofNullable(exchanged.get(party));
  }

  /** The key with this name that speaks for a node of a party in the record now. */
  private Optional<PublicKey> key(String party, String node, KeyId kid) {
    return terms().isPresent()
        ? record.read(state -> state.key(party, node, kid))
        : party(party).flatMap(known -> known.key(node)).filter(key -> key.id().equals(kid));
  }

  /** The key by which this statement is to be signed for the record. */
  public Optional<PublicKey> key(Statement statement) {
    Chain chain = statement.header().chain();
    return key(chain.party(), chain.node(), statement.keyId());
  }

  /**
   * The key with this name that is believed in what a node says directly, now: a party's own word
   * about its keys counts here from when it came, whether the record has it or not.
   */
  public Optional<PublicKey> speaking(String party, String node, KeyId kid) {
    return key(party, node, kid)
        .or(() -> heard.enrolled(party, node, kid).filter(_ -> hasNode(party, node)))
        .filter(key -> !isRevoked(party, key));
  }

  private boolean hasNode(String party, String node) {
    return party(party).flatMap(known -> known.key(node)).isPresent();
  }

  /** Whether a party has ended a key of its own, in the record or directly. */
  public boolean isRevoked(String party, PublicKey key) {
    return heard.isRevoked(party, key.id())
        || record.read(state -> state.keys().isRevoked(party, key));
  }

  /** Whether a party has ended a key of its own with this name, in the record or directly. */
  public boolean isRevoked(String party, KeyId kid) {
    return heard.isRevoked(party, kid)
        || record.read(state -> state.keys().revoked(party, kid)).isPresent();
  }

  /** Takes note of what a party's root key says of its keys; its signature has been checked. */
  public void hear(Statement statement) {
    heard.hear(statement);
  }

  /** What the parties have said directly of their keys since this node's file of that began. */
  public HeardKeys heard() {
    return heard;
  }

  /** The party whose machines order. */
  public String host() {
    return terms().map(Terms::host).orElse(host);
  }

  /** The epoch of the terms in force; 0 before the first. */
  public long epoch() {
    return terms().map(Terms::epoch).orElse(0L);
  }

  /** The key of the record's checkpoints. */
  public VerifierKey log() {
    return genesis.recordKey(party(host()).orElseThrow());
  }

  /** The key of the outcomes' checkpoints. */
  public VerifierKey outcomes() {
    return genesis.outcomesKey(party(host()).orElseThrow());
  }

  /**
   * Refuses what is published here if the host has not signed it: then this disk, or a person, has
   * changed a checkpoint whose root still holds.
   */
  void checkPublished() throws IOException {
    checkPublished(record.entries(), log(), "record/checkpoint");
    checkPublished(record.outcomes(), outcomes(), "outcomes/checkpoint");
  }

  private void checkPublished(LogStore store, VerifierKey key, String file) throws IOException {
    Optional<Note> published = store.published();
    if (published.isPresent()
        && SignedCheckpoint.open(published.get(), key).asOptional().isEmpty()) {
      throw new IOException(
          file
              + " is damaged: "
              + host()
              + " has not signed it. Restore record/ and outcomes/ from a backup or from another"
              + " party's copy.");
    }
  }

  /** The cosigner key of a party, or of a witness of the terms in force. */
  public Optional<VerifierKey> cosigner(String name) {
    return party(name)
        .map(genesis::cosignerKey)
        .or(() -> Optional.ofNullable(witnesses().get(name)));
  }

  /** The cosigner keys of the witnesses that the terms in force name. */
  public Map<String, VerifierKey> witnesses() {
    Map<String, VerifierKey> keys = new LinkedHashMap<>();
    terms()
        .map(Terms::witnesses)
        .orElse(List.of())
        .forEach(each -> keys.put(each.name(), genesis.cosignerKey(each)));
    return keys;
  }

  /** Whether this is a party of the line: only a party's cosignature counts for a receipt. */
  public boolean isParty(String name) {
    return genesis.parties().contains(name);
  }

  /** Whether a cosignature of this name counts now: a party's, by a key that it has not revoked. */
  boolean counts(String name) {
    return isParty(name)
        && party(name).filter(known -> isRevoked(name, known.cosignerKey())).isEmpty();
  }

  /** How many of a note's lines are cosignatures of parties that count, checked before. */
  int counted(Note note) {
    List<String> names =
        cosigners().entrySet().stream()
            .filter(each -> counts(each.getKey()))
            .map(each -> each.getValue().name())
            .toList();
    return (int) note.signatures().stream().filter(line -> names.contains(line.name())).count();
  }

  /** The cosigners whose word is asked for: all parties but the host, by party. */
  public Map<String, VerifierKey> cosigners() {
    Map<String, VerifierKey> keys = new LinkedHashMap<>();
    for (String party : genesis.parties()) {
      if (!party.equals(host())) {
        cosigner(party).ifPresent(key -> keys.put(party, key));
      }
    }
    return keys;
  }

  /** How many of the cosigners make a receipt, beside the host. */
  public int cosignersNeeded() {
    int parties = genesis.parties().size();
    return terms().map(Terms::quorum).orElse((parties + 1) / 2 + 1) - 1;
  }

  /** What a stranger checks the record's receipts with. */
  public Policy policy() {
    return policy(log());
  }

  /** What a stranger checks the receipts of the log with this key with. */
  public Policy policy(VerifierKey log) {
    Policy parties = Policy.of(log, cosigners(), cosignersNeeded());
    List<Policy.Witness> all = new ArrayList<>(parties.witnesses());
    // Named, so that their lines are checked where they are; counted for nothing.
    witnesses().forEach((name, key) -> all.add(new Policy.Witness(name, key, Optional.empty())));
    return new Policy(parties.logs(), all, parties.groups(), parties.quorum());
  }
}
