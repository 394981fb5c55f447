package hotline.cli.check;

import hotline.line.bundle.BundleCheck;
import hotline.line.terms.Genesis;
import hotline.node.bundle.Archive;
import hotline.record.cbor.Decoded;
import hotline.record.signature.PublicKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An incident's bundle checked offline, trusting only root keys. */
public final class BundleFileCheck {
  private BundleFileCheck() {}

  /** Whether a file is meant to be a bundle: it begins as a ZIP archive does. */
  public static boolean isBundle(byte[] file) {
    return file.length > 4 && file[0] == 'P' && file[1] == 'K';
  }

  /** Checks everything; the first thing that is wrong is the fault. */
  public static BundleCheck.Result check(byte[] archive, Map<String, PublicKey> roots) {
    try {
      return new BundleCheck(Archive.files(archive), roots).run();
    } catch (Archive.NotABundle refused) {
      return new BundleCheck.Result(
          List.of(), List.of(), List.of(), "the archive: " + refused.getMessage());
    }
  }

  /** The root keys in a genesis that the reader has from elsewhere. */
  public static Optional<Map<String, PublicKey>> roots(byte[] genesis) {
    return Genesis.decode(genesis) instanceof Decoded.Value<Genesis>(Genesis read)
        ? Optional.of(roots(read))
        : Optional.empty();
  }

  private static Map<String, PublicKey> roots(Genesis genesis) {
    Map<String, PublicKey> roots = new TreeMap<>();
    genesis.founders().forEach(each -> roots.put(each.party(), each.rootKey()));
    return roots;
  }

  /** A root key as {@code party=hex}: algorithm and key. */
  public static Optional<Map.Entry<String, PublicKey>> root(String typed) {
    int equals = typed.indexOf('=');
    try {
      return equals < 1
          ? Optional.empty()
          : PublicKey.decode(HexFormat.of().parseHex(typed.substring(equals + 1).strip()))
              .map(key -> Map.entry(typed.substring(0, equals).strip(), key));
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }
}
