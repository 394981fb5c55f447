package hotline.line;

import hotline.line.effect.Effect;
import hotline.record.statement.LineId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The states that a line went through, one after each entry. Outcomes enter in order; the state at
 * any size leaves. It repeats what the entries changed instead of judging them again, which is why
 * it is fast: only effects change the state, and each says its new value in full.
 *
 * <p>One owner; not safe for use by several threads at once.
 */
public final class Replay {
  /** States that are kept, so that two readers at two instants do not begin anew by turns. */
  private static final int CURSORS_MAX = 2;

  private final LineId line;
  private final List<List<Effect>> journal = new ArrayList<>();

  /** The one used last stands last. */
  private final List<LineState> cursors = new ArrayList<>();

  /** Of a line, before its first entry. */
  public Replay(LineId line) {
    this.line = line;
  }

  /**
   * Takes what became of the next entry.
   *
   * @throws IllegalArgumentException if it is not the next one, which is a fault of the caller
   */
  public void add(Outcome outcome) {
    if (outcome.index() != journal.size()) {
      throw new IllegalArgumentException(
          "entry " + outcome.index() + " is not next: " + journal.size());
    }
    journal.add(outcome.effects());
  }

  /** How many entries it has. */
  public int size() {
    return journal.size();
  }

  /**
   * The state after the first {@code size} entries; it belongs to this object, which changes it at
   * the next call.
   *
   * @throws IndexOutOfBoundsException if it has not so many
   */
  public LineState at(int size) {
    if (size < 0 || size > journal.size()) {
      throw new IndexOutOfBoundsException(size + " of " + journal.size());
    }
    LineState cursor = nearest(size);
    for (int i = (int) cursor.size(); i < size; i++) {
      cursor.repeat(journal.get(i));
    }
    cursors.remove(cursor);
    cursors.addLast(cursor);
    return cursor;
  }

  /**
   * Tells what the entries from {@code from} to before {@code to} changed, in order.
   *
   * @throws IndexOutOfBoundsException if it has not so many
   */
  public void tell(int from, int to, Consumer<List<Effect>> listener) {
    journal.subList(from, to).forEach(listener);
  }

  private LineState nearest(int size) {
    LineState best = null;
    for (LineState each : cursors) {
      if (each.size() <= size && (best == null || each.size() > best.size())) {
        best = each;
      }
    }
    if (best != null) {
      return best;
    }
    if (cursors.size() == CURSORS_MAX) {
      cursors.removeFirst();
    }
    return LineState.of(line);
  }
}
