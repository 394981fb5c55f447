package hotline.node.account;

import hotline.node.api.Role;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One person of a node.
 *
 * @param name what is typed to sign in: {@code [a-z][a-z0-9-]{0,30}}
 * @param officer as the party calls the person on the line, 1 to 40 characters
 * @param password what is kept of the password; null: nobody can sign in with it yet
 * @param totp the shared secret of one-time codes in base32; null: none is asked for
 * @param disabled whether the person may not sign in any more
 */
public record Account(
    String name,
    String officer,
    Role role,
    @Nullable PasswordHash password,
    @Nullable String totp,
    boolean disabled) {
  /** The most characters of an officer's name. */
  public static final int OFFICER_MAX = 40;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");

  /** Refuses names that could be misread. */
  public Account {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "A name to sign in with has 1 to 31 small letters, digits and hyphens.");
    }
    if (officer.isBlank()
        || officer.length() > OFFICER_MAX
        || officer.chars().anyMatch(c -> Character.isISOControl(c) || isDirection(c))) {
      throw new IllegalArgumentException(
          "An officer's name on the line has 1 to 40 characters, and none that cannot be seen.");
    }
  }

  /** Whether this is a name to sign in with. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Marks that turn the direction of what follows. */
  private static boolean isDirection(int c) {
    return (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200e
        || c == 0x200f
        || c == 0x061c;
  }

  /** The same person with another password. */
  public Account with(PasswordHash another) {
    return new Account(name, officer, role, another, totp, disabled);
  }

  /** The same person in another role. */
  public Account with(Role another) {
    return new Account(name, officer, another, password, totp, disabled);
  }

  /** The same person with another secret of one-time codes, or none. */
  public Account withCode(@Nullable String secret) {
    return new Account(name, officer, role, password, secret, disabled);
  }

  /** The same person, let in or not. */
  public Account disabled(boolean now) {
    return new Account(name, officer, role, password, totp, now);
  }
}
