package hotline.line.bundle;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that files of a bundle may have; no other is read. */
public final class BundleFiles {
  /** What is in it. */
  public static final String INDEX = "BUNDLE";

  /** The line's genesis. */
  public static final String GENESIS = "genesis.cbor";

  /** Where derived files stand. */
  static final String DERIVED = "derived/";

  static final String EVIDENCE = "evidence/";

  private static final Pattern PROOF =
      Pattern.compile("(entries|outcomes)/([0-9]{12})\\.tlog-proof");
  private static final Pattern SEALED = Pattern.compile("evidence/([0-9a-f]{64})");
  private static final Pattern MADE = Pattern.compile("derived/[a-z]{1,20}\\.(html|csv|geojson)");

  /** No bundle has more files. */
  public static final int FILES_MAX = 50_000;

  /** No file of a bundle has more bytes: a recording, say. */
  public static final int FILE_BYTES_MAX = 64 << 20;

  /** All files of a bundle together have no more bytes. */
  public static final long BYTES_MAX = 512L << 20;

  private BundleFiles() {}

  /** Where the statement at this place stands. */
  public static String entry(long index) {
    return "entries/%012d.tlog-proof".formatted(index);
  }

  /** Where the outcome at this place stands. */
  public static String outcome(long index) {
    return "outcomes/%012d.tlog-proof".formatted(index);
  }

  /** Where a sealed thing with this digest stands. */
  public static String evidence(String sha256Hex) {
    return EVIDENCE + sha256Hex;
  }

  /** Whether a file may have this name: no folder above, no other form of the same name. */
  public static boolean isName(String name) {
    return name.equals(INDEX)
        || name.equals(GENESIS)
        || PROOF.matcher(name).matches()
        || SEALED.matcher(name).matches()
        || MADE.matcher(name).matches();
  }

  /** The place that an {@code entries/} file is for. */
  static OptionalLong entryIndex(String name) {
    Matcher matcher = PROOF.matcher(name);
    return matcher.matches() && matcher.group(1).equals("entries")
        ? OptionalLong.of(Long.parseLong(matcher.group(2)))
        : OptionalLong.empty();
  }

  /** The digest that an {@code evidence/} file has in its name. */
  static Optional<String> sealed(String name) {
    Matcher matcher = SEALED.matcher(name);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
