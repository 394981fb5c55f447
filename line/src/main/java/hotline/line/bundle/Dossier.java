package hotline.line.bundle;

import hotline.line.body.Body;
import hotline.line.body.IncidentBody;
import hotline.line.body.IncidentBody.What;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeRef;
import hotline.line.bundle.BundleCheck.Wrong;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Opening;
import hotline.line.disclosure.Subject;
import hotline.line.terms.Genesis;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Merkle;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a bundle is about, after everything in it was checked: the entries in order, the volumes
 * that were opened, and the sealed things that were handed over.
 *
 * @param accusations what a party signed that proves it wrong, in a sentence each
 */
record Dossier(
    BundleIndex index,
    Genesis genesis,
    List<BundleEntry> entries,
    Map<StatementId, BundleEntry> byId,
    List<Opened> openings,
    List<String> accusations,
    List<Sealed> sealed) {
  Dossier {
    entries = List.copyOf(entries);
    byId = Map.copyOf(byId);
    openings = List.copyOf(openings);
    accusations = List.copyOf(accusations);
    sealed = List.copyOf(sealed);
  }

  /** The entry of a statement that is known to be in the bundle. */
  BundleEntry entry(StatementId id) {
    BundleEntry entry = byId.get(id);
    if (entry == null) {
      throw new IllegalArgumentException(id + " is not in the bundle");
    }
    return entry;
  }

  /** A volume that a DISCLOSURE opened, and the notice that had committed to it. */
  record Opened(BundleEntry by, BundleEntry notice, NoticeRef ref, int item, ExactVolume volume) {}

  /** A file that an EVIDENCE had sealed. */
  @SuppressWarnings("ArrayRecordComponent") // carried once, never compared
  record Sealed(BundleEntry by, IncidentBody.Evidence evidence, byte[] bytes) {}

  static Dossier of(
      BundleIndex index, Genesis genesis, List<BundleEntry> entries, Map<String, byte[]> files)
      throws Wrong {
    List<String> accusations = new ArrayList<>();
    Map<StatementId, BundleEntry> byId = new HashMap<>();
    entries.forEach(each -> byId.put(each.statement().id(), each));
    List<Opened> openings = new ArrayList<>();
    for (BundleEntry entry : entries) {
      if (entry.counts()
          && entry.body().orElse(null)
              instanceof
              IncidentBody.Disclosure(
                  StatementId _,
                  What.Volume(StatementId of, Opening opening))) {
        BundleEntry notice = byId.get(of);
        if (notice == null || !notice.party().equals(entry.party())) {
          throw new Wrong(
              BundleFiles.entry(entry.index()), "the notice that it opens is not in the bundle");
        }
        opened(genesis, entry, opening, notice, accusations).ifPresent(openings::add);
      }
    }
    return new Dossier(
        index, genesis, entries, byId, openings, accusations, sealed(entries, files));
  }

  /** A false opening is no fault of the bundle: it is proof against the party that signed it. */
  private static Optional<Opened> opened(
      Genesis genesis,
      BundleEntry by,
      Opening opening,
      BundleEntry notice,
      List<String> accusations) {
    if (!(notice.body().orElse(null) instanceof NoticeBody.Declare declared)) {
      accusations.add(falsely(by, "it opens what is no notice"));
      return Optional.empty();
    }
    NoticeRef ref = new NoticeRef(declared.entity(), declared.version());
    Subject subject = new Subject(genesis.lineId(), by.party(), ref);
    return switch (opening.verify(subject, declared.commitment(), declared.leaves())) {
      case Decoded.Fault<ExactVolume>(String sentence) -> {
        accusations.add(falsely(by, sentence));
        yield Optional.empty();
      }
      case Decoded.Value<ExactVolume>(ExactVolume volume) ->
          Optional.of(new Opened(by, notice, ref, opening.item(), volume));
    };
  }

  private static String falsely(BundleEntry by, String sentence) {
    return "entry "
        + by.index()
        + ", signed by "
        + by.party()
        + ", is a false opening: "
        + sentence;
  }

  /** Every file under evidence/ is one that an EVIDENCE sealed. */
  private static List<Sealed> sealed(List<BundleEntry> entries, Map<String, byte[]> files)
      throws Wrong {
    List<Sealed> all = new ArrayList<>();
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      Optional<String> digest = BundleFiles.sealed(each.getKey());
      if (digest.isEmpty()) {
        continue;
      }
      if (!Merkle.plain(each.getValue()).hex().equals(digest.get())) {
        throw new Wrong(each.getKey(), "its SHA-256 is not its name");
      }
      Optional<Sealed> sealed =
          entries.stream()
              .filter(BundleEntry::counts)
              .flatMap(entry -> sealed(entry, digest.get(), each.getValue()).stream())
              .findFirst();
      all.add(
          sealed.orElseThrow(
              () -> new Wrong(each.getKey(), "no EVIDENCE in the bundle has sealed it")));
    }
    return all;
  }

  private static Optional<Sealed> sealed(BundleEntry entry, String digest, byte[] bytes) {
    Body body = entry.body().orElse(null);
    return body instanceof IncidentBody.Evidence evidence
            && evidence.digest().hex().equals(digest)
            && evidence.bytes() == bytes.length
        ? Optional.of(new Sealed(entry, evidence, bytes))
        : Optional.empty();
  }
}
