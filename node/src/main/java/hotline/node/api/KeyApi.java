package hotline.node.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of every party: which count, and a party's own word about its keys. */
public interface KeyApi {
  /** Every key that the terms in force name or that was enrolled or revoked since, by party. */
  List<Key> keys();

  /**
   * Hands in what a root key has signed elsewhere about its party's keys, this party's or
   * another's: it goes to every other party directly, and to the record.
   */
  Said tellKeys(byte[] statement);

  /**
   * Keeps the public key that an officer has made in a browser, for the party to enrol; it counts
   * for nothing until then.
   *
   * @param officer as the party calls the person on the line
   * @param key algorithm and key in hexadecimal digits
   */
  Said askForKey(String officer, String key);

  /** What officers have asked to be enrolled and the root key has said nothing of, oldest first. */
  List<KeyRequest> keyRequests();

  /**
   * A key that an officer asks to be enrolled.
   *
   * @param officer as the party calls the person on the line
   * @param id as statements would name it
   * @param key algorithm and key in hexadecimal digits
   */
  record KeyRequest(String officer, String id, String key, Instant asked) {}

  /**
   * One key.
   *
   * @param purpose {@code root}, {@code node}, {@code log}, {@code outcomes}, {@code cosigner},
   *     {@code officer}; of a revoked key that nothing names any more, {@code other}
   * @param node whose it is, if it is a node's
   * @param officer whose it is, if it is a person's
   * @param id as statements name it
   * @param key algorithm and key in hexadecimal digits
   * @param counts whether it counts now; of what is not recorded, for what comes directly
   * @param enrolled the entry from which on it counts; null: by the terms, or not recorded yet
   * @param revoked the entry from which on it counts no more; null: not, or not recorded yet
   * @param recorded whether the record has the latest word about it
   * @param said when its party signed the latest word about it; null: the terms alone name it
   * @param reason why it was revoked
   * @param used whether this node signs with it
   */
  record Key(
      String party,
      boolean own,
      String purpose,
      @Nullable String node,
      @Nullable String officer,
      String id,
      String key,
      boolean counts,
      @Nullable Long enrolled,
      @Nullable Long revoked,
      boolean recorded,
      @Nullable Instant said,
      @Nullable String reason,
      boolean used) {}
}
