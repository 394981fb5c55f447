package hotline.node.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signed statements carried by hand between two nodes that no way joins. */
public interface StickApi {
  /**
   * What this node has signed and not every other party has confirmed, as a file for a stick;
   * urgent first, then oldest first.
   *
   * @param part of so many, from 1; how many there are stands in the file
   * @return no file if there is no such part
   */
  Optional<byte[]> stickFile(int part);

  /** How many statements a stick would take now, and in how many files. */
  Carried stickWaiting();

  /** Takes in a file from another party's node; each statement as if its node had brought it. */
  Brought bringStick(byte[] file);

  /** What came by stick before it came in any other way, newest first. */
  List<Arrived> broughtByStick(int limit);

  /** What a stick would take. */
  record Carried(int statements, int files) {}

  /** What became of a file. */
  sealed interface Brought {
    /**
     * It was read.
     *
     * @param from the party whose node wrote it
     */
    record Taken(String from, Instant written, int part, int parts, List<Item> items)
        implements Brought {
      /** How many of the items became this. */
      public long count(String became) {
        return items.stream().filter(each -> each.became().equals(became)).count();
      }
    }

    /** Nothing of it was taken; {@code sentence} says what is wrong, and where. */
    record Refused(String code, String sentence) implements Brought {}
  }

  /**
   * One statement of a file.
   *
   * @param line of the file, from 1
   * @param became {@code TAKEN} (new here, and counts), {@code KEPT} (shown; does not count before
   *     the record has it), {@code KNOWN} (was here already) or {@code REFUSED}
   * @param sentence why it was refused, or what else is to be known; may be empty
   */
  record Item(
      int line,
      String id,
      String kind,
      String party,
      Instant signed,
      String became,
      String code,
      String sentence) {}

  /**
   * One statement that came by stick.
   *
   * @param text of a message; null if it has none
   * @param index in the record; null: not in it
   */
  record Arrived(
      String id,
      String kind,
      String party,
      Instant signed,
      Instant came,
      @Nullable String text,
      @Nullable Long index) {}
}
