package hotline.line.bundle;

import hotline.line.bundle.BundleCheck.Wrong;
import hotline.record.merkle.Merkle;
import hotline.record.merkle.MerkleProofs;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.Parsed;
import hotline.record.proof.TlogProof;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** The proofs of one log, all under the same checkpoint. */
final class BundleProofs {
  private final LongFunction<String> name;
  private final SortedMap<Long, Proof> proofs;

  /** A proof, and the bytes that it carries. */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  private record Proof(TlogProof path, byte[] leaf) {}

  private BundleProofs(LongFunction<String> name, SortedMap<Long, Proof> proofs) {
    this.name = name;
    this.proofs = proofs;
  }

  static BundleProofs read(Map<String, byte[]> files, LongFunction<String> name, List<Long> indices)
      throws Wrong {
    SortedMap<Long, Proof> proofs = new TreeMap<>();
    byte[] first = null;
    for (long index : indices) {
      String file = name.apply(index);
      byte[] bytes = files.get(file);
      if (bytes == null) {
        throw new Wrong(file, "it is missing");
      }
      switch (TlogProof.parse(bytes)) {
        case Parsed.Refused<TlogProof> refused -> throw new Wrong(file, refused.sentence());
        case Parsed.Good<TlogProof>(TlogProof proof) -> {
          byte[] note = proof.note().bytes();
          if (proof.index() != index || proof.extra().isEmpty()) {
            throw new Wrong(file, "it is not the proof, with the bytes, of entry " + index);
          }
          if (first != null && !Arrays.equals(first, note)) {
            throw new Wrong(file, "it has another checkpoint than the others");
          }
          first = note;
          proofs.put(
              index, new Proof(proof, Base64.getDecoder().decode(proof.extra().orElseThrow())));
        }
      }
    }
    if (proofs.isEmpty()) {
      throw new Wrong("entries/", "there is none");
    }
    return new BundleProofs(name, proofs);
  }

  /** The checkpoint that all are under, with its signatures. */
  Note note() {
    return proofs.values().iterator().next().path().note();
  }

  String firstFile() {
    return name.apply(proofs.firstKey());
  }

  int count() {
    return proofs.size();
  }

  /** What stands in the log at this place, if the path holds. */
  byte[] leaf(long index) {
    Proof proof = proofs.get(index);
    if (proof == null) {
      throw new IllegalArgumentException("no proof of entry " + index);
    }
    return proof.leaf().clone();
  }

  /** The places, rising. */
  Iterable<Long> indices() {
    return proofs.keySet();
  }

  void requireUnder(Checkpoint checkpoint) throws Wrong {
    for (Map.Entry<Long, Proof> each : proofs.entrySet()) {
      if (!MerkleProofs.verifyInclusion(
          Merkle.leaf(each.getValue().leaf()),
          each.getKey(),
          checkpoint.size(),
          each.getValue().path().path(),
          checkpoint.root())) {
        throw new Wrong(
            name.apply(each.getKey()), "its path does not lead to the checkpoint's root");
      }
    }
  }
}
