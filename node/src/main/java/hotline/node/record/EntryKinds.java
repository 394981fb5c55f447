package hotline.node.record;

import hotline.line.Kind;
import hotline.record.statement.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the few entries stand that are looked for by kind. Not safe for many threads. */
final class EntryKinds {
  private final List<Long> aboutKeys = new ArrayList<>();
  private final List<Long> aboutMatters = new ArrayList<>();

  void note(Statement statement, long index) {
    Optional<Kind> kind = Kind.ofCode(statement.header().kind());
    if (index == 0 || kind.filter(Kind::isAboutTerms).isPresent()) {
      aboutKeys.add(index);
    }
    if (kind.filter(Kind::isAboutMatters).isPresent()) {
      aboutMatters.add(index);
    }
  }

  /** The first entry, and all about terms. */
  List<Long> aboutKeys() {
    return List.copyOf(aboutKeys);
  }

  /** All about breaches, incidents, cases and third parties. */
  List<Long> aboutMatters() {
    return List.copyOf(aboutMatters);
  }
}
