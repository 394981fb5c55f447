package hotline.node.record;

import hotline.line.accusation.Wrong;
import hotline.line.disclosure.Document;
import hotline.line.disclosure.Promise;
import hotline.node.Troubles;
import hotline.node.store.FramedFile;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.proof.TlogProof;
import hotline.record.tiles.LogStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's promises to this node, kept on disk until the record reaches their place. A place that
 * holds another leaf then is proof against the host, which a stranger can check: both are signed by
 * the same log key. Safe for use by many threads.
 */
final class Promises implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Promises.class);

  /** The oldest make room: the sender hands a statement in again until it is recorded. */
  private static final int KEPT_MAX = 10_000;

  /** Broken ones that are kept as evidence, in one run: each convicts the host by itself. */
  private static final int ACCUSED_MAX = 16;

  private final FramedFile file;
  private final Troubles troubles;
  private final Evidence evidence;

  /** Not yet covered; guarded by this, as is the count. */
  private final List<Kept> kept;

  private int accused;

  private record Kept(Promise promise, Document signed) {}

  private Promises(FramedFile file, List<Kept> kept, Troubles troubles, Evidence evidence) {
    this.file = file;
    this.kept = kept;
    this.troubles = troubles;
    this.evidence = evidence;
  }

  /** Opens the file, or a new one; promises below {@code size} were looked at before. */
  static Promises open(Path path, long size, Troubles troubles, Evidence evidence)
      throws IOException {
    FramedFile.Opened opened = FramedFile.open(path);
    List<Kept> kept = new ArrayList<>();
    for (byte[] frame : opened.contents()) {
      if (Document.parse(frame) instanceof Decoded.Value<Document>(Document signed)
          && Promise.decode(signed.payload()) instanceof Decoded.Value<Promise>(Promise promise)
          && promise.index() >= size) {
        kept.add(new Kept(promise, signed));
      }
    }
    if (kept.size() == opened.contents().size()) {
      return new Promises(opened.file(), kept, troubles, evidence);
    }
    opened.file().close();
    FramedFile.replace(path, kept.stream().map(each -> each.signed().bytes()).toList());
    return new Promises(FramedFile.open(path).file(), kept, troubles, evidence);
  }

  /** Keeps a promise that was checked to be the host's own. */
  void keep(Promise promise, Document signed) {
    synchronized (this) {
      kept.add(new Kept(promise, signed));
      if (kept.size() > KEPT_MAX) {
        kept.removeFirst();
      }
    }
    try {
      file.append(signed.bytes());
    } catch (IOException failed) {
      LOG.atWarn().setCause(failed).log("a promise of the host is kept in memory alone");
    }
  }

  /**
   * Holds the host to what it promised below this checkpoint, which this node has verified and
   * whose entries are {@code entries}.
   */
  synchronized void hold(String host, Checkpoint checkpoint, Note note, LogStore entries)
      throws IOException {
    for (Iterator<Kept> each = kept.iterator(); each.hasNext(); ) {
      Kept next = each.next();
      long index = next.promise().index();
      if (index < checkpoint.size()) {
        Hash leaf = entries.leafHash(index);
        if (!leaf.equals(next.promise().leaf()) && accused < ACCUSED_MAX) {
          accused++;
          accuse(host, next, checkpoint, note, entries);
        }
        each.remove();
      }
    }
  }

  private void accuse(String host, Kept broken, Checkpoint checkpoint, Note note, LogStore entries)
      throws IOException {
    long index = broken.promise().index();
    TlogProof proof = TlogProof.of(index, entries.inclusion(index, checkpoint.size()), note);
    byte[] promise = broken.signed().bytes();
    byte[] entry = entries.entry(index);
    String name = "entry-" + index;
    String where =
        evidence.keep(
            Wrong.BROKEN_PROMISE,
            host,
            Map.of("promise", promise, "entry", entry, "proof", proof.bytes()),
            Map.of("promise", promise, name, entry, name + ".tlog-proof", proof.bytes()));
    troubles.raise(
        "broken-promise",
        "The host "
            + host
            + " promised place "
            + index
            + " of the record to a statement of ours and has put another there. Call the other"
            + " post. What was promised is handed in again. The evidence is in "
            + where
            + ".");
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
