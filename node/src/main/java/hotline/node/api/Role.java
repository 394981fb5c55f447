package hotline.node.api;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person is at a node, and with it what that person may do. */
public enum Role {
  /** The duty officer. */
  OFFICER(Right.URGENT, Right.WATCH, Right.SPEAK),
  /** Whoever answers for the watch. */
  SUPERVISOR(Right.URGENT, Right.WATCH, Right.SPEAK, Right.DECIDE, Right.INVESTIGATE, Right.GROUP),
  /** Reads along, to say what was meant. */
  INTERPRETER,
  /** Sits in the working group. */
  WORKING_GROUP(Right.INVESTIGATE, Right.GROUP),
  /** Keeps the files of incidents. */
  INVESTIGATOR(Right.INVESTIGATE),
  /** Looks after the node, and speaks for nobody. */
  ADMINISTRATOR,
  /** Sees. */
  VIEWER;

  @SuppressWarnings("ImmutableEnumChecker") // never changed, never handed out
  private final Set<Right> rights;

  Role(Right... rights) {
    EnumSet<Right> all = EnumSet.of(Right.SEE);
    all.addAll(Arrays.asList(rights));
    this.rights = all;
  }

  /** Whether it may. */
  public boolean may(Right right) {
    return rights.contains(right);
  }

  /** As people type and read it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role with this word. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
