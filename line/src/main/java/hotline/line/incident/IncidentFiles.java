package hotline.line.incident;

import hotline.line.Kind;
import hotline.line.body.IncidentBody;
import hotline.line.breach.Breach;
import hotline.line.breach.Breaches;
import hotline.line.matter.Matters;
import hotline.line.matter.Motion;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Lays the file of an incident out for reading. */
final class IncidentFiles {
  private IncidentFiles() {}

  static IncidentFile of(
      Incident incident,
      List<StatementId> items,
      Map<StatementId, Exhibit> exhibits,
      Breaches breaches,
      Matters matters) {
    SortedMap<String, List<Exhibit>> accounts = new TreeMap<>();
    List<Exhibit> others = new ArrayList<>();
    List<Breach> claimed = new ArrayList<>();
    for (StatementId id : items) {
      Exhibit exhibit = exhibits.get(id);
      if (exhibit == null) {
        breaches.breach(id).ifPresent(claimed::add);
      } else {
        switch (exhibit.content()) {
          case IncidentBody.Open _, IncidentBody.Account _ ->
              accounts.computeIfAbsent(exhibit.said().party(), _ -> new ArrayList<>()).add(exhibit);
          case IncidentBody.Evidence _, IncidentBody.Disclosure _, IncidentBody.Claim _ ->
              others.add(exhibit);
        }
      }
    }
    accounts.replaceAll((_, versions) -> List.copyOf(versions));
    List<Motion> motions = matters.motionsOf(incident.id());
    Predicate<Motion> fact = motion -> motion.content().kind() == Kind.FACT;
    Predicate<Motion> agreed = motion -> motion.state() == Motion.State.AGREED;
    return new IncidentFile(
        incident,
        accounts,
        others,
        claimed,
        motions.stream().filter(fact.and(agreed)).toList(),
        motions.stream().filter(fact.and(agreed.negate())).toList(),
        motions.stream().filter(fact.negate()).toList(),
        matters.duesOf(incident.id()),
        matters.closings(incident.id()));
  }
}
