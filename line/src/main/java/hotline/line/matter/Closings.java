package hotline.line.matter;

import java.util.List;

/**
 * Who holds a file for closed.
 *
 * @param said by any party, in the order of the record: nothing of it is ever taken away
 * @param by the parties whose closing stands: nothing was said in the file since
 * @param closed whether every party's does, so that nothing can be said until one reopens it
 */
public record Closings(List<Closing> said, List<String> by, boolean closed) {
  /** Nobody has said anything. */
  public static final Closings NONE = new Closings(List.of(), List.of(), false);

  public Closings {
    said = List.copyOf(said);
    by = List.copyOf(by);
  }
}
