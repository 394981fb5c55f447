package hotline.cli.setup;

import hotline.line.disclosure.PartyFile;
import hotline.line.sheet.Sheet;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDefaults;
import hotline.node.setup.LineFolder;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** The first terms of a line, with the default figures: what the parties begin their talks with. */
public final class FirstTerms {
  private FirstTerms() {}

  /** A sheet of terms 1, with nothing but these categories filled in. */
  public static Sheet sheet(String host, Collection<PartyFile> parties, List<String> categories) {
    TreeMap<String, PartyTerms> sorted = new TreeMap<>();
    parties.forEach(file -> sorted.put(file.party(), LineFolder.terms(file)));
    return Sheet.first(
        TermsDefaults.first(
            host, List.copyOf(sorted.values()), List.copyOf(categories), List.of(), List.of()));
  }

  /**
   * Terms 1.
   *
   * @param zones each {@code name=Title=position;position;position…}
   * @param points each {@code name=Title=position}
   * @throws IllegalArgumentException with one sentence about what cannot stand
   */
  public static Terms draft(
      String host,
      Collection<PartyFile> parties,
      List<String> categories,
      List<String> zones,
      List<String> points) {
    return new SheetEdit(sheet(host, parties, categories))
        .add("zones", zones)
        .add("points", points)
        .terms(Instant.EPOCH);
  }
}
