package hotline.line.bundle;

import hotline.line.Outcome;
import hotline.line.body.IncidentBody;
import hotline.line.bundle.BundleCheck.Wrong;
import hotline.record.cbor.Decoded;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements and what became of them, put together. */
final class BundleEntries {
  private BundleEntries() {}

  /** All of them, by their place; the incident's own statement among them. */
  static List<BundleEntry> join(BundleIndex index, BundleProofs entries, BundleProofs outcomes)
      throws Wrong {
    List<BundleEntry> all = new ArrayList<>();
    boolean opened = false;
    for (long at : entries.indices()) {
      if (!(Statements.parse(entries.leaf(at)) instanceof Statement statement)) {
        throw new Wrong(BundleFiles.entry(at), "it is no statement");
      }
      String code =
          code(outcomes.leaf(at), at, statement)
              .orElseThrow(
                  () -> new Wrong(BundleFiles.outcome(at), "it is not the outcome of entry " + at));
      BundleEntry entry = new BundleEntry(at, statement, code);
      all.add(entry);
      opened |=
          statement.id().equals(index.incident())
              && entry.counts()
              && entry.body().orElse(null) instanceof IncidentBody.Open;
    }
    if (!opened) {
      throw new Wrong(BundleFiles.INDEX, "the incident that it names is not among the entries");
    }
    return all;
  }

  private static Optional<String> code(byte[] leaf, long index, Statement statement) {
    return Outcome.leaf(leaf) instanceof Decoded.Value<Outcome.Leaf>(Outcome.Leaf outcome)
            && outcome.index() == index
            && outcome.id().equals(statement.id().hash())
        ? Optional.of(outcome.code())
        : Optional.empty();
  }
}
