package hotline.line.bundle;

import hotline.line.terms.Genesis;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Terms;
import hotline.record.cbor.Decoded;
import hotline.record.note.Checkpoint;
import hotline.record.note.Cosignature;
import hotline.record.note.Note;
import hotline.record.note.Parsed;
import hotline.record.note.VerifierKey;
import hotline.record.proof.Policy;
import hotline.record.signature.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks a bundle from the root keys up: every file is listed and as listed, the genesis has these
 * root keys, the statements about terms bring the other keys, every statement and outcome is in a
 * log that all needed parties cosigned, every signature holds where it stands, every opening opens
 * its commitment, every sealed thing has its digest, and what is derived is made again and
 * compared. Total: whatever the bytes, a result.
 */
public final class BundleCheck {
  private final SortedMap<String, byte[]> files;
  private final Map<String, PublicKey> roots;
  private final List<String> held = new ArrayList<>();
  private final List<String> open = new ArrayList<>();
  private final List<String> accusations = new ArrayList<>();

  /** The first thing that is wrong, carried to where the result is made. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    Wrong(String file, String why) {
      super(file + ": " + why);
    }
  }

  /**
   * What was found.
   *
   * @param held what holds, in the order in which it was checked
   * @param open what could not be checked with what was given
   * @param accusations what a party signed that proves it wrong; the bundle is whole all the same
   * @param fault the first thing that does not hold, with the file that it is in; null if all does
   */
  public record Result(
      List<String> held, List<String> open, List<String> accusations, @Nullable String fault) {
    /** Keeps its own copies. */
    public Result {
      held = List.copyOf(held);
      open = List.copyOf(open);
      accusations = List.copyOf(accusations);
    }
  }

  /**
   * A check of these files, by name.
   *
   * @param roots the parties' root keys, which the reader has from the parties themselves; a party
   *     that is missing here is left open and named
   */
  public BundleCheck(SortedMap<String, byte[]> files, Map<String, PublicKey> roots) {
    this.files = new TreeMap<>(files);
    this.roots = new TreeMap<>(roots);
  }

  /** Checks everything once; stops at the first thing that does not hold. */
  public Result run() {
    try {
      check();
      return new Result(held, open, accusations, null);
    } catch (Wrong wrong) {
      return new Result(held, open, accusations, wrong.getMessage());
    }
  }

  private void check() throws Wrong {
    BundleIndex index = listed();
    Genesis genesis = genesis(index);
    List<Long> indices = indices(files);
    BundleProofs entries = BundleProofs.read(files, BundleFiles::entry, indices);
    BundleProofs outcomes = BundleProofs.read(files, BundleFiles::outcome, indices);
    List<BundleEntry> all = BundleEntries.join(index, entries, outcomes);
    Terms terms = signed(genesis, all);
    inLog(entries, genesis.recordKey(terms.hostTerms()), genesis, terms, "the record");
    inLog(outcomes, genesis.outcomesKey(terms.hostTerms()), genesis, terms, "the outcomes");
    complete(index, all);
    Dossier dossier = Dossier.of(index, genesis, all, files);
    accusations.addAll(dossier.accusations());
    held.add(dossier.openings().size() + " volumes opened, each as it was committed to");
    held.add(dossier.sealed().size() + " sealed files, each as it was sealed");
    derived(dossier);
  }

  /** Every file is listed, every listed file is there, and each is what was listed. */
  private BundleIndex listed() throws Wrong {
    byte[] bytes = files.get(BundleFiles.INDEX);
    if (bytes == null) {
      throw new Wrong(BundleFiles.INDEX, "it is missing; this is no bundle");
    }
    BundleIndex index =
        BundleIndex.parse(bytes)
            .orElseThrow(() ->
                new Wrong(BundleFiles.INDEX, "it is not the list of a bundle in its one form"));
    Set<String> names = new HashSet<>(files.keySet());
    names.remove(BundleFiles.INDEX);
    for (Map.Entry<String, BundleIndex.Line> each : index.files().entrySet()) {
      byte[] file = files.get(each.getKey());
      if (!BundleFiles.isName(each.getKey())) {
        throw new Wrong(each.getKey(), "no file of a bundle has this name");
      }
      if (file == null) {
        throw new Wrong(each.getKey(), "it is listed and missing");
      }
      if (!BundleIndex.Line.of(file).equals(each.getValue())) {
        throw new Wrong(each.getKey(), "its bytes are not those that were listed; it was changed");
      }
      names.remove(each.getKey());
    }
    if (!names.isEmpty()) {
      throw new Wrong(names.stream().sorted().findFirst().orElseThrow(), "it is not listed");
    }
    held.add(index.files().size() + " files, each as listed");
    return index;
  }

  private Genesis genesis(BundleIndex index) throws Wrong {
    byte[] bytes = files.get(BundleFiles.GENESIS);
    if (bytes == null) {
      throw new Wrong(BundleFiles.GENESIS, "it is missing");
    }
    if (!(Genesis.decode(bytes) instanceof Decoded.Value<Genesis>(Genesis genesis))) {
      throw new Wrong(BundleFiles.GENESIS, "it is no genesis of a line");
    }
    if (!genesis.lineId().equals(index.line())) {
      throw new Wrong(BundleFiles.GENESIS, "its hash is not the line id that the bundle names");
    }
    held.add("line " + genesis.name() + ", id " + genesis.lineId());
    for (Genesis.Founder founder : genesis.founders()) {
      PublicKey given = roots.get(founder.party());
      if (given == null) {
        open.add(
            "the root key of "
                + founder.party()
                + ", "
                + founder.rootKey().id()
                + ": compare it with what they gave you");
      } else if (!given.equals(founder.rootKey())) {
        throw new Wrong(
            BundleFiles.GENESIS, "the root key of " + founder.party() + " is not the one given");
      } else {
        held.add("the root key of " + founder.party() + " is the one given");
      }
    }
    for (String party : roots.keySet()) {
      if (genesis.rootKey(party).isEmpty()) {
        throw new Wrong(BundleFiles.GENESIS, party + " is no party of this line");
      }
    }
    return genesis;
  }

  /** What the files say, not checked beyond what it takes to say it. */
  static Dossier dossier(BundleIndex index, Genesis genesis, SortedMap<String, byte[]> files)
      throws Wrong {
    List<Long> indices = indices(files);
    return Dossier.of(
        index,
        genesis,
        BundleEntries.join(
            index,
            BundleProofs.read(files, BundleFiles::entry, indices),
            BundleProofs.read(files, BundleFiles::outcome, indices)),
        files);
  }

  private static List<Long> indices(SortedMap<String, byte[]> files) {
    return files.keySet().stream()
        .flatMap(name -> BundleFiles.entryIndex(name).stream().boxed())
        .sorted()
        .toList();
  }

  /** Every signature, by the keys of its time; the terms at the end. */
  private Terms signed(Genesis genesis, List<BundleEntry> all) throws Wrong {
    KeyHistory keys = new KeyHistory(genesis, all.getFirst().statement().header().mode());
    for (BundleEntry entry : all) {
      String file = BundleFiles.entry(entry.index());
      if (!entry.statement().header().line().equals(genesis.lineId())) {
        throw new Wrong(file, "it is a statement of another line");
      }
      Optional<String> fault = keys.next(entry);
      if (fault.isPresent()) {
        throw new Wrong(file, fault.get());
      }
    }
    held.add(all.size() + " statements, each signed by its party");
    keys.officers().forEach((who, signed) -> held.add(signed + " of them signed inside by " + who));
    return keys.inForce()
        .orElseThrow(() ->
            new Wrong(
                "entries/", "the statements by which the parties agreed terms are not among them"));
  }

  /** Everything is under one checkpoint that the log signed and the needed parties cosigned. */
  private void inLog(
      BundleProofs proofs, VerifierKey log, Genesis genesis, Terms terms, String what)
      throws Wrong {
    Map<String, VerifierKey> cosigners = new LinkedHashMap<>();
    for (PartyTerms party : terms.parties()) {
      if (!party.party().equals(terms.host())) {
        cosigners.put(party.party(), genesis.cosignerKey(party));
      }
    }
    Policy policy = Policy.of(log, cosigners, terms.quorum() - 1);
    Note note = proofs.note();
    switch (policy.approve(note)) {
      case Parsed.Refused<Policy.Approved> refused ->
          throw new Wrong(proofs.firstFile(), "its checkpoint: " + refused.sentence());
      case Parsed.Good<Policy.Approved>(Policy.Approved approved) -> {
        proofs.requireUnder(approved.checkpoint());
        Checkpoint checkpoint = approved.checkpoint();
        held.add(
            what
                + ": "
                + proofs.count()
                + " entries in "
                + checkpoint.origin()
                + " at size "
                + checkpoint.size()
                + ", root "
                + checkpoint.root().hex());
        approved.cosignatures().forEach((party, seen) -> held.add(cosigned(what, party, seen)));
      }
    }
  }

  private static String cosigned(String what, String party, Cosignature cosignature) {
    return what
        + ": cosigned by "
        + party
        + " at "
        + Instant.ofEpochSecond(cosignature.unixSeconds());
  }

  private void complete(BundleIndex index, List<BundleEntry> all) throws Wrong {
    long there =
        all.stream()
            .filter(
                each -> each.index() >= index.completeFrom() && each.index() < index.completeTo())
            .count();
    if (index.completeTo() < index.completeFrom()
        || there != index.completeTo() - index.completeFrom()) {
      throw new Wrong(
          BundleFiles.INDEX,
          "it says that no entry from %d to %d is left out, and some are"
              .formatted(index.completeFrom(), index.completeTo()));
    }
    if (there == 0) {
      open.add("what was said around the event: no run of entries without a gap is in the bundle");
    } else {
      held.add(
          "no entry from %d to %d is left out".formatted(index.completeFrom(), index.completeTo()));
    }
    open.add("whether entries outside these that matter were left out: the exporter chose");
  }

  private void derived(Dossier dossier) throws Wrong {
    SortedMap<String, byte[]> again = Derived.files(dossier);
    for (Map.Entry<String, byte[]> each : again.entrySet()) {
      if (!Arrays.equals(each.getValue(), files.getOrDefault(each.getKey(), new byte[0]))) {
        throw new Wrong(
            each.getKey(), "it does not say what the statements and files of the bundle say");
      }
    }
    for (String name : files.keySet()) {
      if (name.startsWith(BundleFiles.DERIVED) && !again.containsKey(name)) {
        throw new Wrong(name, "nothing in the bundle gives this file");
      }
    }
    held.add(again.size() + " derived files, made again from the others: the same");
  }
}
