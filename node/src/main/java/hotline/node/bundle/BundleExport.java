package hotline.node.bundle;

import hotline.line.Kind;
import hotline.line.body.Body;
import hotline.line.body.EventTime;
import hotline.line.body.IncidentBody;
import hotline.line.body.IncidentBody.What;
import hotline.line.breach.Breach;
import hotline.line.bundle.BundleFiles;
import hotline.line.bundle.BundleWriter;
import hotline.line.incident.Exhibit;
import hotline.line.incident.IncidentFile;
import hotline.line.matter.Due;
import hotline.line.matter.Motion;
import hotline.line.terms.Genesis;
import hotline.node.Times;
import hotline.node.record.LocalRecord;
import hotline.record.cbor.Decoded;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.proof.TlogProof;
import hotline.record.statement.StatementId;
import hotline.record.tiles.LogStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Takes from the record what belongs to an incident: everything that this node received around the
 * time of the event, without a gap; everything in the incident's file, whenever it was said; and
 * every statement by which keys are known.
 */
public final class BundleExport {
  /** What came so long before and after the event goes in. */
  private static final Duration AROUND = Duration.ofMinutes(15);

  /** More than this is no incident: the event's time must be given closer. */
  private static final int ENTRIES_MAX = 20_000;

  private final Genesis genesis;
  private final LocalRecord record;
  private final Path sealed;

  /**
   * From this record.
   *
   * @param sealed the folder of sealed things, each under its SHA-256; it need not exist
   */
  public BundleExport(Genesis genesis, LocalRecord record, Path sealed) {
    this.genesis = genesis;
    this.record = record;
    this.sealed = sealed;
  }

  /** Why there is no bundle. */
  public static final class NotExportable extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;

    NotExportable(String code, String sentence) {
      super(sentence);
      this.code = code;
    }

    /** Stable. */
    public String code() {
      return code;
    }
  }

  /** Checkpoints of both logs, each with the cosignatures of a receipt. */
  public record Notes(Note record, Note outcomes) {}

  /**
   * The archive of an incident.
   *
   * @throws NotExportable if something has no receipt yet, or it is too much
   * @throws IOException if the record or a sealed thing cannot be read
   */
  public byte[] archive(IncidentFile file, Notes notes) throws IOException, NotExportable {
    SortedSet<Long> indices = new TreeSet<>(record.aboutKeys());
    indices.addAll(attachments(file.incident().id()));
    for (StatementId id : statements(file)) {
      OptionalLong index = record.indexOf(id);
      if (index.isPresent()) {
        indices.add(index.getAsLong());
      }
    }
    EventTime event = file.incident().content().time();
    long first = record.sizeAt(Times.instant(event.fromUs()).minus(AROUND));
    long during = record.sizeAt(Times.instant(event.toUs()));
    long after = record.sizeAt(Times.instant(event.toUs()).plus(AROUND));
    // A line goes on while it is looked at: what came last, after the event, has no receipt yet.
    long provable = Math.min(size(notes.record()), size(notes.outcomes()));
    long end = Math.max(Math.max(first, during), Math.min(after, provable));
    if (end - first + indices.size() > ENTRIES_MAX) {
      throw new NotExportable(
          "too-much",
          "More than "
              + ENTRIES_MAX
              + " entries came around the time of this incident. Open one with a closer time.");
    }
    for (long index = first; index < end; index++) {
      indices.add(index);
    }
    long needed = indices.last() + 1;
    if (provable < needed) {
      throw new NotExportable(
          "not-confirmed",
          "Not all of it has its receipt yet. Try again when the other parties have cosigned entry "
              + indices.last()
              + ".");
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(BundleFiles.GENESIS, genesis.encoded().encode());
    for (long index : indices) {
      files.put(BundleFiles.entry(index), proof(record.entries(), notes.record(), index));
      files.put(BundleFiles.outcome(index), proof(record.outcomes(), notes.outcomes(), index));
    }
    addSealed(file, files);
    return Archive.of(BundleWriter.complete(file.incident().id(), first, end, files));
  }

  /** What put things into the file that had been said before. */
  private List<Long> attachments(StatementId incident) {
    return record.matters().stream()
        .filter(index ->
            record
                .statement(index)
                .flatMap(each ->
                    Body.decode(Kind.ATTACH, each.content())
                                instanceof Decoded.Value<Body>(IncidentBody.Attach attach)
                            && each.header().kind() == Kind.ATTACH.code()
                        ? Optional.of(attach)
                        : Optional.empty())
                .filter(attach -> attach.incident().equals(incident))
                .isPresent())
        .toList();
  }

  private static byte[] proof(LogStore log, Note note, long index) throws IOException {
    return TlogProof.of(index, log.inclusion(index, size(note)), note)
        .withExtra(log.entry(index))
        .bytes();
  }

  private static long size(Note note) {
    return Checkpoint.of(note).size();
  }

  /** Everything that was said of the incident, and what that refers to. */
  private static List<StatementId> statements(IncidentFile file) {
    List<StatementId> ids = new ArrayList<>();
    ids.add(file.incident().id());
    ids.addAll(file.incident().content().refers());
    Stream.concat(file.accounts().values().stream().flatMap(List::stream), file.exhibits().stream())
        .forEach(each -> exhibit(each, ids));
    for (Breach breach : file.breaches()) {
      ids.add(breach.said().id());
      breach.answers().forEach(each -> ids.add(each.said().id()));
      breach.followUps().forEach(each -> ids.add(each.said().id()));
    }
    Stream.of(file.agreedFacts(), file.otherFacts(), file.findings())
        .flatMap(List::stream)
        .forEach(each -> motion(each, ids));
    file.closings().said().forEach(each -> ids.add(each.said().id()));
    for (Due due : file.dues()) {
      ids.add(due.said().id());
      Due.Done done = due.done();
      if (done != null) {
        ids.add(done.said().id());
      }
    }
    return ids;
  }

  private static void exhibit(Exhibit exhibit, List<StatementId> ids) {
    ids.add(exhibit.id());
    exhibit.assessments().forEach(each -> ids.add(each.said().id()));
    if (exhibit.retraction() != null) {
      ids.add(exhibit.retraction().said().id());
    }
    if (exhibit.content() instanceof IncidentBody.Disclosure(StatementId _, What what)) {
      ids.add(
          switch (what) {
            case What.Volume(StatementId notice, var _) -> notice;
            case What.Sealed(StatementId evidence) -> evidence;
          });
    }
  }

  private static void motion(Motion motion, List<StatementId> ids) {
    ids.add(motion.id());
    motion.signatures().forEach(each -> ids.add(each.said().id()));
    if (motion.end() != null) {
      ids.add(motion.end().said().id());
    }
  }

  /** What is kept here of the sealed things in the file, by their digests. */
  private void addSealed(IncidentFile file, SortedMap<String, byte[]> files) throws IOException {
    for (Exhibit each : file.exhibits()) {
      if (each.content() instanceof IncidentBody.Evidence evidence) {
        String digest = evidence.digest().hex();
        Path kept = sealed.resolve(digest);
        if (Files.exists(kept) && Files.size(kept) <= BundleFiles.FILE_BYTES_MAX) {
          files.put(BundleFiles.evidence(digest), Files.readAllBytes(kept));
        }
      }
    }
  }
}
