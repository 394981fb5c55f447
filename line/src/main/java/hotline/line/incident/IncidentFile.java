package hotline.line.incident;

import hotline.line.breach.Breach;
import hotline.line.matter.Closings;
import hotline.line.matter.Due;
import hotline.line.matter.Motion;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that is in the file of an incident, at one moment of the record.
 *
 * @param accounts by party, each party's versions in their order: the last is its present one. A
 *     party that has given none is not in it
 * @param exhibits evidence, disclosures and claims, in the order in which they came into the file
 * @param breaches that were attached, in that order
 * @param agreedFacts signed by all
 * @param otherFacts open, vetoed or retracted: none of them is agreed
 * @param closings who holds it for closed
 * @param findings with their signatures and dissents
 */
public record IncidentFile(
    Incident incident,
    SortedMap<String, List<Exhibit>> accounts,
    List<Exhibit> exhibits,
    List<Breach> breaches,
    List<Motion> agreedFacts,
    List<Motion> otherFacts,
    List<Motion> findings,
    List<Due> dues,
    Closings closings) {
  public IncidentFile {
    accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
    exhibits = List.copyOf(exhibits);
    breaches = List.copyOf(breaches);
    agreedFacts = List.copyOf(agreedFacts);
    otherFacts = List.copyOf(otherFacts);
    findings = List.copyOf(findings);
    dues = List.copyOf(dues);
  }

  /** A party's present version. */
  public Optional<Exhibit> account(String party) {
    return Optional.ofNullable(accounts.get(party)).map(List::getLast);
  }

  /** What the parties differ on: present versions and exhibits that some party disputes. */
  public List<Exhibit> differing() {
    return Stream.concat(accounts.values().stream().map(List::getLast), exhibits.stream())
        .filter(exhibit -> exhibit.stands() && exhibit.isDisputed())
        .toList();
  }
}
