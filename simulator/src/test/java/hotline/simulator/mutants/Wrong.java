package hotline.simulator.mutants;

import hotline.line.Admission;
import hotline.line.LineState;
import hotline.line.Verified;
import hotline.record.merkle.Hash;
import hotline.record.signature.PublicKey;
import hotline.record.statement.ChainHeads;
import hotline.record.statement.ChainVerdict;
import hotline.record.statement.Claim;
import hotline.record.statement.LineId;
import hotline.record.statement.Statement;
import hotline.record.tiles.LogStore;
import hotline.record.witness.WitnessFiles;
import hotline.record.witness.WitnessState;
import java.nio.channels.FileChannel;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What mutants do in the place of a call; each with the receiver first. */
public final class Wrong {
  private Wrong() {}

  /** A sync that is none. */
  public static void noForce(FileChannel file, boolean alsoAttributes) {}

  /** The same, of a log. */
  public static long noSync(LogStore log) {
    return log.size();
  }

  /** To the front of the queue. */
  public static boolean addFirst(List<Object> list, Object what) {
    list.addFirst(what);
    return true;
  }

  /** Always the same. */
  public static void noBytes(SecureRandom random, byte[] bytes) {}

  /** Says that it is stored. */
  public static boolean notStored(
      WitnessFiles files, String origin, long expected, WitnessState next) {
    return true;
  }

  /** Says that it is there. */
  public static @Nullable Object notPut(Map<Object, Object> map, Object key, Object value) {
    return null;
  }

  /** Says that it was not there. */
  public static @Nullable Object alwaysNew(Map<Object, Object> map, Object key, Object value) {
    map.put(key, value);
    return null;
  }

  /** Every signature holds. */
  public static boolean signed(Statement statement, PublicKey key) {
    return true;
  }

  /** Whatever is there will do. */
  public static <T> Optional<T> unfiltered(Optional<T> what, Predicate<? super T> wanted) {
    return what;
  }

  /** Nothing will do. */
  public static <T> Optional<T> nothing(Optional<T> what, Predicate<? super T> wanted) {
    return Optional.empty();
  }

  /** Every line is ours. */
  public static boolean same(LineId line, @Nullable Object other) {
    return true;
  }

  /** Every root is the same. */
  public static boolean sameRoot(Hash root, @Nullable Object other) {
    return true;
  }

  /** Every statement may be recorded. */
  public static Admission admit(LineState state, Statement statement, Optional<Verified> known) {
    return new Admission.Admit();
  }

  /** Every number is the next. */
  public static ChainVerdict admitted(ChainHeads heads, Claim claim) {
    return new ChainVerdict.Admitted();
  }
}
