package hotline.simulator.check;

import hotline.line.Kind;
import hotline.line.accusation.Accusation;
import hotline.line.body.Body;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.DetailAnswer;
import hotline.line.disclosure.Document;
import hotline.line.disclosure.Extents;
import hotline.line.disclosure.Promise;
import hotline.line.disclosure.RecordedNotice;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.merkle.MerkleProofs;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.SignedCheckpoint;
import hotline.record.note.VerifierKey;
import hotline.record.proof.TlogProof;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import hotline.simulator.world.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Evidence as a stranger checks it: from the files alone and the accused host's public log keys, by
 * docs/trust.md.
 */
final class Convictions {
  private static final byte[] NOTHING = {};
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final List<VerifierKey> keys;

  /** Against the host with these keys, of the record and of the outcomes. */
  Convictions(List<VerifierKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /** The folders of evidence on a machine, each with why it convicts nobody; empty if it does. */
  record Found(String name, Optional<String> fault) {}

  List<Found> on(Machine machine) throws IOException {
    Path evidence = machine.data().resolve("evidence");
    List<Found> all = new ArrayList<>();
    if (Files.exists(evidence)) {
      try (Stream<Path> folders = Files.list(evidence)) {
        for (Path each : folders.sorted().toList()) {
          String name = String.valueOf(each.getFileName());
          // What begins with a dot is a draft, and shown to nobody.
          if (!name.startsWith(".")) {
            all.add(new Found(name, fault(name, each)));
          }
        }
      }
    }
    return all;
  }

  private Optional<String> fault(String name, Path folder) throws IOException {
    boolean holds =
        name.startsWith("two-histories-")
            ? twoHistories(folder)
            : name.startsWith("broken-promise-")
                ? brokenPromise(folder)
                : name.startsWith("forged-entry-")
                    ? entry(folder).isPresent()
                    : name.startsWith("double-used-")
                        ? doubleUsed(folder)
                        : name.startsWith("false-details-")
                            ? falseDetails(folder)
                            : name.startsWith("outcome-root-")
                                && signed(folder.resolve("checkpoint")).isPresent();
    return holds ? Optional.empty() : Optional.of(name + " proves nothing");
  }

  private Optional<Checkpoint> signed(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    return keys.stream()
        .flatMap(key -> SignedCheckpoint.open(bytes, key).asOptional().stream())
        .map(SignedCheckpoint::checkpoint)
        .findFirst();
  }

  private boolean twoHistories(Path folder) throws IOException {
    Checkpoint held = signed(folder.resolve("checkpoint-held")).orElse(null);
    Checkpoint shown = signed(folder.resolve("checkpoint-shown")).orElse(null);
    if (held == null || shown == null || !held.origin().equals(shown.origin())) {
      return false;
    }
    if (held.size() == shown.size()) {
      return !held.root().equals(shown.root());
    }
    List<Hash> proof = new ArrayList<>();
    Matcher lines = HASH.matcher(Files.readString(folder.resolve("consistency.txt")));
    while (lines.find()) {
      proof.add(hash(lines.group()));
    }
    Matcher root = HASH.matcher(Files.readString(folder.resolve("why.txt")));
    Checkpoint small = held.size() < shown.size() ? held : shown;
    Checkpoint large = held.size() < shown.size() ? shown : held;
    return root.find()
        && !hash(root.group()).equals(small.root())
        && MerkleProofs.verifyConsistency(
            small.size(), hash(root.group()), large.size(), large.root(), proof);
  }

  private static Hash hash(String hex) {
    return Hash.of(HexFormat.of().parseHex(hex));
  }

  private boolean brokenPromise(Path folder) throws IOException {
    Optional<Placed> entry = entry(folder);
    return entry.isPresent()
        && Document.parse(Files.readAllBytes(folder.resolve("promise")))
            instanceof Decoded.Value<Document>(Document document)
        && keys.stream().anyMatch(key -> document.signedBy(key.key()))
        && Promise.decode(document.payload()) instanceof Decoded.Value<Promise>(Promise promise)
        && promise.index() == entry.get().index()
        && !promise.leaf().equals(entry.get().leaf());
  }

  /** Whose they are, the check of who lies says. */
  private static boolean doubleUsed(Path folder) throws IOException {
    return Statements.parse(Files.readAllBytes(folder.resolve("first"))) instanceof Statement first
        && Statements.parse(Files.readAllBytes(folder.resolve("second")))
            instanceof Statement second
        && first.header().chain().equals(second.header().chain())
        && first.header().sequence() == second.header().sequence()
        && !first.id().equals(second.id());
  }

  /** The notice stands in the record, and its party's answer opens something else than it has. */
  private boolean falseDetails(Path folder) throws IOException {
    if (!(Accusation.decode(Files.readAllBytes(folder.resolve("accusation")))
        instanceof Decoded.Value<Accusation>(Accusation accusation))) {
      return false;
    }
    byte[] entry = accusation.part("notice").orElse(NOTHING);
    TlogProof place =
        TlogProof.parse(accusation.part("notice-proof").orElse(NOTHING)).asOptional().orElse(null);
    return place != null
        && isSigned(place.note())
        && MerkleProofs.verifyInclusion(
            Merkle.leaf(entry),
            place.index(),
            Checkpoint.of(place.note()).size(),
            place.path(),
            Checkpoint.of(place.note()).root())
        && Statements.parse(entry) instanceof Statement said
        && Body.decode(Kind.NOTICE, said.content())
            instanceof Decoded.Value<Body>(NoticeBody.Declare notice)
        && Document.parse(accusation.part("answer").orElse(NOTHING))
            instanceof Decoded.Value<Document>(Document document)
        && document.header().from().equals(said.header().chain().party())
        && DetailAnswer.decode(document.payload())
            instanceof Decoded.Value<DetailAnswer>(DetailAnswer answer)
        && answer
            .told(recorded(said, notice), said.header().line())
            .filter(DetailAnswer.Told.False.class::isInstance)
            .isPresent();
  }

  private static RecordedNotice recorded(Statement said, NoticeBody.Declare notice) {
    return new RecordedNotice(
        new NoticeRef(notice.entity(), notice.version()),
        said.header().chain().party(),
        new Extents(notice.extents()),
        notice.commitment(),
        notice.leaves(),
        true);
  }

  private record Placed(long index, Hash leaf) {}

  /** The entry that a checkpoint of the host's has, with its proof. */
  private Optional<Placed> entry(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(each -> each.toString().endsWith(".tlog-proof")).toList();
    }
    if (files.size() != 1) {
      return Optional.empty();
    }
    String name = String.valueOf(files.getFirst().getFileName()).replace(".tlog-proof", "");
    TlogProof proof =
        TlogProof.parse(Files.readAllBytes(files.getFirst())).asOptional().orElse(null);
    Hash leaf = Merkle.leaf(Files.readAllBytes(folder.resolve(name)));
    if (proof == null || !isSigned(proof.note())) {
      return Optional.empty();
    }
    Checkpoint checkpoint = Checkpoint.of(proof.note());
    return MerkleProofs.verifyInclusion(
            leaf, proof.index(), checkpoint.size(), proof.path(), checkpoint.root())
        ? Optional.of(new Placed(proof.index(), leaf))
        : Optional.empty();
  }

  private boolean isSigned(Note note) {
    return keys.stream().anyMatch(key -> SignedCheckpoint.open(note, key).asOptional().isPresent());
  }
}
