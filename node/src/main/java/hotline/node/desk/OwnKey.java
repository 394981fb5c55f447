package hotline.node.desk;

import hotline.line.Refusals;
import hotline.node.api.Said;
import hotline.node.keys.PartyKeys;
import hotline.node.record.Keyring;
import hotline.record.signature.PublicKey;
import java.util.Optional;

/** What this node may say: nothing for a guest, nothing with a key that its party has ended. */
public final class OwnKey {
  private final String party;
  private final String node;
  private final PartyKeys keys;
  private final Keyring keyring;

  /** Of a node of this party. */
  public OwnKey(String party, String node, PartyKeys keys, Keyring keyring) {
    this.party = party;
    this.node = node;
    this.keys = keys;
    this.keyring = keyring;
  }

  /** Why it may say nothing at all. */
  Optional<Said> silenced() {
    if (!keyring.isParty(party)) {
      return Optional.of(Silence.refused(party));
    }
    return isRevoked()
        ? Optional.of(Said.refused(Refusals.KEY_REVOKED.code(), whatToDo()))
        : Optional.empty();
  }

  /** Why it cannot sign with the root key now. */
  Optional<Said> rootAway() {
    return keys.root().isHere()
        ? Optional.empty()
        : Optional.of(Said.refused("root-away", keys.root().whereTo()));
  }

  PublicKey key() {
    return keys.node().publicKey();
  }

  boolean isRevoked() {
    return keyring.isRevoked(party, key());
  }

  /** Whether the others take what this node signs; before there are terms, nobody knows better. */
  boolean isKnown() {
    return keyring.epoch() == 0 || keyring.speaking(party, node, key().id()).isPresent();
  }

  /** For a person, when it is revoked. */
  String whatToDo() {
    return "The key of this node ("
        + key().id()
        + ") was revoked: nothing that it signs counts, and nobody takes a STOP from it. Call the"
        + " others by voice. Make a new key, enrol it with the root key, and start the node again:"
        + " hotline key new, enrol, use.";
  }

  /** For a person, when the others do not know it yet. */
  String howToEnrol() {
    return "No party knows the key of this node ("
        + key().id()
        + ") yet: what it says is refused. Enrol it with the root key: hotline key enrol.";
  }
}
