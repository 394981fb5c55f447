package hotline.cli.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of checking a record.
 *
 * @param place where it was read
 * @param lineId what two people compare by voice; null if the record does not say
 * @param name of the line, for people
 * @param entries how many entries were checked and held
 * @param refused how many of them a rule refused, by code (a recorded outcome, no fault)
 * @param outcomes how many entries of the outcome log were compared
 * @param root of the record, if all of it holds
 * @param cosigned who has cosigned the checkpoint, and when
 * @param open what could not be checked with what was there
 * @param fault the first thing that does not hold; null if everything does
 */
public record RecordResult(
    String place,
    @Nullable String lineId,
    @Nullable String name,
    long entries,
    Map<String, Long> refused,
    long outcomes,
    @Nullable String root,
    List<String> cosigned,
    List<String> open,
    @Nullable Fault fault) {

  /**
   * What does not hold.
   *
   * @param firstEntry the entry at fault, or the first that can no longer be proved; null if it is
   *     no entry's
   * @param lastEntry the last one concerned
   * @param file relative to the log's folder; null if no file is damaged
   */
  public record Fault(
      @Nullable Long firstEntry,
      @Nullable Long lastEntry,
      @Nullable String file,
      String sentence) {}
}
