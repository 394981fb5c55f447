package hotline.line.statistics;

import java.util.Comparator;

/**
 * Where something was, as coarsely as figures need it.
 *
 * @param name of the zone or the point; empty for nowhere
 */
public record Place(Sort sort, String name) implements Comparable<Place> {
  /** Not said, or nothing is near that has a name. */
  public static final Place NOWHERE = new Place(Sort.NOWHERE, "");

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::sort).thenComparing(Place::name);

  /** What the name is of. */
  public enum Sort {
    /** A zone of the terms that were in force. */
    ZONE,
    /** In no zone; the reference point of those terms that is nearest. */
    NEAR,
    NOWHERE
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
