package hotline.line.bundle;

import hotline.line.Kind;
import hotline.line.UtcText;
import java.util.Comparator;
import java.util.List;

/** What was said, in the order of the signers' own times; event time and entry stand apart. */
final class Timeline {
  private static final Comparator<BundleEntry> BY_TIME =
      Comparator.comparingLong(BundleEntry::saidUs).thenComparingLong(BundleEntry::index);

  private Timeline() {}

  static List<BundleEntry> of(Dossier dossier) {
    return dossier.entries().stream().sorted(BY_TIME).toList();
  }

  /** One line an entry; RFC 4180. */
  static String csv(Dossier dossier) {
    StringBuilder csv = new StringBuilder("signed,entry,id,party,kind,outcome,words\r\n");
    Names names = new Names(dossier);
    for (BundleEntry each : of(dossier)) {
      csv.append(UtcText.of(each.saidUs()))
          .append(',')
          .append(each.index())
          .append(',')
          .append(each.statement().id())
          .append(',')
          .append(each.party())
          .append(',')
          .append(kind(each))
          .append(',')
          .append(each.code())
          .append(',')
          .append(field(words(each, names)))
          .append("\r\n");
    }
    return csv.toString();
  }

  static String kind(BundleEntry entry) {
    return entry.kind().map(Kind::word).orElse("kind " + entry.statement().header().kind());
  }

  static String words(BundleEntry entry, Names names) {
    return entry
        .body()
        .map(body -> Telling.of(body, names))
        .orElse("(this version cannot read it)");
  }

  /** Quoted; what a table program would take for a formula is made harmless by the quote mark. */
  private static String field(String text) {
    String one = text.replace("\"", "\"\"");
    boolean formula = !one.isEmpty() && "=+-@\t\r".indexOf(one.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + one + "\"";
  }
}
