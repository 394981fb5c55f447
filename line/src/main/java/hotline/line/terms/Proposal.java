package hotline.line.terms;

import hotline.record.merkle.Hash;
import java.util.List;

/**
 * Terms that some party wants.
 *
 * @param party who proposed them
 * @param index of the entry that proposed them
 * @param signedBy in the order of the parties' names
 */
public record Proposal(Hash hash, Terms terms, String party, long index, List<String> signedBy) {
  public Proposal {
    signedBy = List.copyOf(signedBy);
  }
}
