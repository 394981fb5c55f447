package hotline.line.terms;

import hotline.record.merkle.Hash;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Terms that some party wants.
 *
 * @param party who proposed them
 * @param index of the entry that proposed them
 * @param signedBy in the order of the parties' names
 * @param lapsesUs a signature signed later comes too late, µs since 1970 UTC; null: none does
 * @param agreedIndex of the entry by which the last party signed, while their time has not come;
 *     null: some party has not signed
 */
public record Proposal(
    Hash hash,
    Terms terms,
    String party,
    long index,
    List<String> signedBy,
    @Nullable Long lapsesUs,
    @Nullable Long agreedIndex) {
  public Proposal {
    signedBy = List.copyOf(signedBy);
  }

  /** Whether all have signed: they wait for their time. */
  public boolean isAgreed() {
    return agreedIndex != null;
  }

  /** Whether a signature signed at this time comes too late. */
  public boolean isLapsedAt(long timeUs) {
    return lapsesUs != null && timeUs > lapsesUs;
  }

  Proposal signed(String by) {
    List<String> all = Stream.concat(signedBy.stream(), Stream.of(by)).sorted().toList();
    return new Proposal(hash, terms, party, index, all, lapsesUs, agreedIndex);
  }

  Proposal agreed(long at) {
    return new Proposal(hash, terms, party, index, signedBy, lapsesUs, at);
  }
}
