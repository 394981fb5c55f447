package hotline.line.bundle;

import hotline.line.UtcText;
import hotline.line.body.Body;
import hotline.line.body.IncidentBody;
import hotline.line.body.MatterBody;
import hotline.line.body.MotionBody;
import hotline.record.statement.StatementId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a file is closed, from its statements alone: by what each party has said of that with
 * nothing said in the file since (docs/format.md §5).
 */
final class ClosedFile {
  private final List<String> parties;
  private final Set<StatementId> inFile = new HashSet<>();
  private final TreeSet<String> by = new TreeSet<>();
  private long lastUs;

  private ClosedFile(List<String> parties, StatementId file) {
    this.parties = parties;
    inFile.add(file);
  }

  /** The entries of a bundle have everything that was said in the file. */
  static ClosedFile of(Dossier dossier, StatementId file) {
    ClosedFile closed = new ClosedFile(dossier.genesis().parties(), file);
    dossier.entries().stream().filter(BundleEntry::counts).forEach(closed::next);
    return closed;
  }

  private void next(BundleEntry entry) {
    Optional<Body> body = entry.body();
    if (body.isEmpty() || about(body.get()).stream().noneMatch(inFile::contains)) {
      return;
    }
    switch (body.get()) {
      case MatterBody.Close _ -> {
        by.add(entry.party());
        lastUs = entry.saidUs();
      }
      default -> {
        by.clear();
        inFile.add(entry.statement().id());
        if (body.get() instanceof IncidentBody.Attach attach) {
          inFile.add(attach.item());
        }
      }
    }
  }

  /** The file that a statement is said in, or the thing in one that it speaks of. */
  private static List<StatementId> about(Body body) {
    return switch (body) {
      case IncidentBody.Account account -> List.of(account.incident());
      case IncidentBody.Evidence evidence -> evidence.incident().stream().toList();
      case IncidentBody.Claim claim -> claim.incident().stream().toList();
      case IncidentBody.Disclosure disclosure -> List.of(disclosure.incident());
      case IncidentBody.Attach attach -> List.of(attach.incident());
      case IncidentBody.Assess assess -> List.of(assess.item());
      case MotionBody motion -> List.of(motion.file());
      case MatterBody.Due due -> List.of(due.file());
      case MatterBody.DueDone done -> List.of(done.due());
      case MatterBody.Agree agree -> List.of(agree.item());
      case MatterBody.Veto veto -> List.of(veto.item());
      case MatterBody.Retract retract -> List.of(retract.item());
      case MatterBody.Close close -> List.of(close.file());
      case MatterBody.Reopen reopen -> List.of(reopen.file());
      default -> List.of();
    };
  }

  /** For people. */
  String words() {
    if (by.containsAll(parties)) {
      return "Closed since %s: every party has nothing left to say.".formatted(UtcText.of(lastUs));
    }
    return by.isEmpty()
        ? "Open."
        : "Open; nothing left to say, as it is: " + String.join(", ", by) + ".";
  }
}
