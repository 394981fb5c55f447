package hotline.cli;

import hotline.cli.client.Refused;
import hotline.node.api.LineApi;
import hotline.node.api.MatterViews;
import hotline.node.api.Views;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What has no short name of its own: claims, exhibits, facts, proposals, dues. The lists show where
 * it is in the record, and by that it is named; or by its id.
 */
final class Named {
  /** How such a thing is named, for help texts. */
  static final String HOW = "Its entry in the record, as the lists show it, or its id.";

  /** Shorter than any beginning of an id that is shown. */
  private static final Pattern ENTRY = Pattern.compile("[0-9]{1,9}");

  private Named() {}

  /** The id of what was said in an entry of the record; any other text is an id already. */
  static String id(LineApi line, String typed) {
    if (!ENTRY.matcher(typed).matches()) {
      return typed;
    }
    long index = Long.parseLong(typed);
    return line.entries(index, 1).stream()
        .filter(each -> each.index() == index)
        .map(Views.Entry::id)
        .findFirst()
        .orElseThrow(() ->
            new Refused("not-found", "The record of this node has no entry " + typed + " yet."));
  }

  /** As {@link #id}, of what need not be given. */
  static @Nullable String idOrNull(LineApi line, @Nullable String typed) {
    return typed == null ? null : id(line, typed);
  }

  /** What is referred to: entries by their ids, notices, incidents and cases by their names. */
  static List<String> ids(LineApi line, @Nullable List<String> typed) {
    return typed == null ? List.of() : typed.stream().map(each -> id(line, each)).toList();
  }

  /** Whether this is what was named. */
  static boolean is(MatterViews.By by, String typed) {
    return ENTRY.matcher(typed).matches()
        ? by.index() == Long.parseLong(typed)
        : by.id().equals(typed);
  }

  /** What was looked for, or a refusal that says where to look. */
  static <T> T found(Optional<T> found, String what, String typed) {
    return found.orElseThrow(
        () -> new Refused("not-found", "There is no " + what + " " + typed + ": list them first."));
  }
}
