package hotline.node;

import hotline.record.note.VerifierKey;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * A plain C2SP witness that knows nothing of Hotline: the host asks it to cosign as it asks the
 * parties, and keeps its lines beside the checkpoint. It counts for no receipt.
 *
 * @param key what its cosignatures are checked with; its name is the witness's own
 * @param prefix what {@code /add-checkpoint} is added to
 */
public record OutsideWitness(VerifierKey key, URI prefix) {
  /** Refuses, in one sentence, what cannot be asked. */
  public OutsideWitness {
    if (key.type() != VerifierKey.Type.COSIGNATURE) {
      throw new IllegalArgumentException(
          "witnesses: " + key.name() + " is the key of a log, not of a witness (type 04)");
    }
    String scheme = prefix.getScheme();
    if (!("http".equals(scheme) || "https".equals(scheme)) || prefix.getHost() == null) {
      throw new IllegalArgumentException(
          "witnesses: " + key.name() + ": not an address like https://witness.example/: " + prefix);
    }
  }

  /** As the settings have it: the witness's vkey, and the address that it gives to logs. */
  static OutsideWitness of(String vkey, String prefix) {
    VerifierKey key =
        VerifierKey.parse(vkey)
            .asOptional()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "witnesses: not a vkey like \"w.example+0a1b2c3d+BASE64\": " + vkey));
    try {
      return new OutsideWitness(key, new URI(prefix));
    } catch (URISyntaxException wrong) {
      throw new IllegalArgumentException("witnesses: not an address: " + prefix, wrong);
    }
  }
}
