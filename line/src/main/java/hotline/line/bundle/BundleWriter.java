package hotline.line.bundle;

import hotline.line.bundle.BundleCheck.Wrong;
import hotline.line.terms.Genesis;
import hotline.record.cbor.Decoded;
import hotline.record.statement.StatementId;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a bundle whole: what is derived, and the list of all that is in it. */
public final class BundleWriter {
  private BundleWriter() {}

  /**
   * The whole bundle.
   *
   * @param from no entry from this place on, to {@code to}, is left out
   * @param files genesis, proofs and evidence
   * @throws IllegalArgumentException if these are not the files of a bundle
   */
  public static SortedMap<String, byte[]> complete(
      StatementId incident, long from, long to, SortedMap<String, byte[]> files) {
    Genesis genesis = genesis(files);
    SortedMap<String, byte[]> all = new TreeMap<>(files);
    BundleIndex draft = BundleIndex.of(genesis.lineId(), incident, from, to, all);
    try {
      all.putAll(Derived.files(BundleCheck.dossier(draft, genesis, files)));
    } catch (Wrong wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    }
    all.put(BundleFiles.INDEX, BundleIndex.of(genesis.lineId(), incident, from, to, all).bytes());
    return all;
  }

  private static Genesis genesis(SortedMap<String, byte[]> files) {
    return switch (Genesis.decode(files.getOrDefault(BundleFiles.GENESIS, new byte[0]))) {
      case Decoded.Value<Genesis>(Genesis genesis) -> genesis;
      case Decoded.Fault<Genesis>(String sentence) ->
          throw new IllegalArgumentException("a bundle has a genesis: " + sentence);
    };
  }
}
