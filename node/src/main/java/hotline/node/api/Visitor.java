package hotline.node.api;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for a page.
 *
 * @param officer as the party calls the person on the line; null: nobody is signed in
 * @param role of the person; null with the officer
 * @param lapsed whether the sign-in is over, and only what cannot wait is still taken
 */
public record Visitor(Way way, @Nullable String officer, @Nullable Role role, boolean lapsed) {
  /** How a browser came in. */
  public enum Way {
    /** No officers are set up at this node: whoever opens the page speaks for its party. */
    ANYBODY,
    /** By a one-time link from the node's own machine, past the sign-in. */
    LINK,
    /** With name and password. */
    SIGNED_IN
  }

  /** Of a node without officers. */
  public static final Visitor ANYBODY = new Visitor(Way.ANYBODY, null, null, false);

  /** By a link, where officers are set up. */
  public static final Visitor LINK = new Visitor(Way.LINK, null, null, false);

  /** A person is known if, and only if, one signed in. */
  public Visitor {
    if ((way == Way.SIGNED_IN) != (officer != null && role != null)) {
      throw new IllegalArgumentException("a person is known where one has signed in");
    }
  }

  /** A person who has signed in. */
  public static Visitor of(String officer, Role role, boolean lapsed) {
    return new Visitor(Way.SIGNED_IN, officer, role, lapsed);
  }

  /** Whether a person has signed in, and that is not over. */
  public boolean signedIn() {
    return officer != null && !lapsed;
  }

  /**
   * Whether this may be done. A sign-in that is over never takes the page away, nor STOP, DISTRESS
   * and the acceptance of an alarm from who had them.
   */
  public boolean may(Right right) {
    return role == null
        || (role.may(right) && (!lapsed || right == Right.SEE || right == Right.URGENT));
  }
}
