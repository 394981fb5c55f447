package hotline.line;

import hotline.line.body.EntityId;
import hotline.record.statement.StatementId;
import java.nio.ByteBuffer;

/**
 * Short names for talk, the same at every node and in every report: a letter for the sort, and
 * letters from the id. Two things may have one; then only their ids tell them apart.
 */
public final class Reference {
  /** Without the letters and digits that are taken for one another, spoken or written. */
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 5;

  private Reference() {}

  /** {@code N-2A3B4}, of a notice. */
  public static String notice(EntityId entity) {
    return of('N', entity.bytes());
  }

  /** {@code I-7K2MQ}, of an incident. */
  public static String incident(StatementId opened) {
    return of('I', opened.bytes());
  }

  /** {@code K-3XW8D}, of a case. */
  public static String ofCase(StatementId opened) {
    return of('K', opened.bytes());
  }

  private static String of(char sort, byte[] id) {
    long bits = ByteBuffer.wrap(id).getLong() >>> 1;
    StringBuilder reference = new StringBuilder().append(sort).append('-');
    for (int i = 0; i < LENGTH; i++) {
      reference.append(LETTERS.charAt((int) (bits % LETTERS.length())));
      bits /= LETTERS.length();
    }
    return reference.toString();
  }
}
