package hotline.line;

import hotline.line.breach.Breach;
import hotline.line.incident.Exhibit;
import hotline.line.incident.IncidentFile;
import hotline.line.matter.Closings;
import hotline.line.matter.Due;
import hotline.line.matter.Motion;
import hotline.line.matter.Said;
import hotline.line.workinggroup.CaseFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every word that a state holds of a quarrel, by whose it is: what only its author may add to. */
final class Words {
  private final Map<String, Set<String>> byAuthor = new TreeMap<>();

  private Words() {}

  static Map<String, Set<String>> of(LineState state, List<String> parties) {
    Words words = new Words();
    state.breaches().all().forEach(words::breach);
    state
        .incidents()
        .all()
        .forEach(each -> words.incident(state.incidents().incident(each.id()).orElseThrow()));
    parties.forEach(party -> state.incidents().loose(party, 10_000).forEach(words::exhibit));
    state.cases().all().forEach(each -> words.file(state.cases().file(each.id()).orElseThrow()));
    state.cases().handOffs().forEach(each -> words.add(each.said(), each.content()));
    return words.byAuthor;
  }

  private void add(Said said, Object what) {
    byAuthor.computeIfAbsent(said.party(), _ -> new TreeSet<>()).add(said + ": " + what);
  }

  private void breach(Breach breach) {
    add(breach.said(), breach.claim());
    breach.answers().forEach(each -> add(each.said(), each.answer()));
    breach.followUps().forEach(each -> add(each.said(), each.followUp()));
  }

  private void exhibit(Exhibit exhibit) {
    add(exhibit.said(), exhibit.content());
    exhibit
        .assessments()
        .forEach(each -> add(each.said(), exhibit.id() + " " + each.view() + each.reason()));
    if (exhibit.retraction() != null) {
      add(exhibit.retraction().said(), exhibit.id() + exhibit.retraction().reason());
    }
  }

  private void motion(Motion motion) {
    add(motion.said(), motion.content() + " needs " + motion.needs());
    motion
        .signatures()
        .forEach(each -> add(each.said(), motion.id() + " " + each.dissent() + each.seat()));
    if (motion.end() != null) {
      add(motion.end().said(), motion.id() + " " + motion.end());
    }
  }

  private void due(Due due) {
    add(due.said(), due.content());
    if (due.done() != null) {
      add(due.done().said(), due.id() + " " + due.done());
    }
  }

  private void closings(Closings closings) {
    closings.said().forEach(each -> add(each.said(), each.step() + each.words() + each.seat()));
  }

  private void incident(IncidentFile file) {
    file.accounts().values().forEach(versions -> versions.forEach(this::exhibit));
    file.exhibits().forEach(this::exhibit);
    file.agreedFacts().forEach(this::motion);
    file.otherFacts().forEach(this::motion);
    file.findings().forEach(this::motion);
    file.dues().forEach(this::due);
    closings(file.closings());
  }

  private void file(CaseFile file) {
    add(file.opened().said(), file.opened().content());
    file.agenda()
        .forEach(item ->
            item.positions()
                .values()
                .forEach(own -> own.forEach(each -> add(each.said(), each.content()))));
    file.agreed().forEach(this::motion);
    file.differing().forEach(this::motion);
    file.minutes().forEach(this::motion);
    file.dues().forEach(this::due);
    closings(file.closings());
    file.handOffs().forEach(each -> add(each.said(), each.content()));
  }
}
