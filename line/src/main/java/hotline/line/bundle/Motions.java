package hotline.line.bundle;

import hotline.line.UtcText;
import hotline.line.body.Body;
import hotline.line.body.MatterBody;
import hotline.line.body.MotionBody;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What was put to the parties for their signatures, and what each did with it. */
final class Motions {
  private final List<Motion> motions;
  private final List<List<String>> dues;

  private record Motion(BundleEntry entry, MotionBody body, String state, List<String> words) {}

  private Motions(List<Motion> motions, List<List<String>> dues) {
    this.motions = motions;
    this.dues = dues;
  }

  static Motions of(Dossier dossier, StatementId file) {
    List<Motion> motions = new ArrayList<>();
    List<List<String>> dues = new ArrayList<>();
    for (BundleEntry each : dossier.entries()) {
      Body body = each.counts() ? each.body().orElse(null) : null;
      if (body instanceof MotionBody motion && motion.file().equals(file)) {
        motions.add(motion(dossier, each, motion));
      } else if (body instanceof MatterBody.Due due && due.file().equals(file)) {
        dues.add(
            List.of(due.party(), due.words(), UtcText.of(due.dueUs()), done(dossier, each, due)));
      }
    }
    return new Motions(motions, dues);
  }

  private static Motion motion(Dossier dossier, BundleEntry put, MotionBody body) {
    StatementId id = put.statement().id();
    List<String> words = new ArrayList<>();
    TreeSet<String> signed = new TreeSet<>(List.of(put.party()));
    words.add(said(put, "signed by putting it"));
    String ended = "";
    for (BundleEntry each : dossier.entries()) {
      Body about = each.counts() ? each.body().orElse(null) : null;
      if (about instanceof MatterBody.Agree agree && agree.item().equals(id)) {
        signed.add(each.party());
        words.add(
            said(
                each,
                agree
                    .dissent()
                    .map(text -> "signed, with dissent: “" + text + "”")
                    .orElse("signed")));
      } else if (about instanceof MatterBody.Veto veto && veto.item().equals(id)) {
        ended = "vetoed";
        words.add(said(each, "vetoed, of " + veto.scope() + ": “" + veto.reason() + "”"));
      } else if (about instanceof MatterBody.Retract retract && retract.item().equals(id)) {
        ended = "taken back";
        words.add(said(each, "taken back: “" + retract.reason() + "”"));
      }
    }
    boolean all = signed.containsAll(dossier.genesis().parties());
    return new Motion(put, body, !ended.isEmpty() ? ended : all ? "signed by all" : "open", words);
  }

  private static String done(Dossier dossier, BundleEntry due, MatterBody.Due content) {
    for (BundleEntry each : dossier.entries()) {
      if (each.counts()
          && each.body().orElse(null) instanceof MatterBody.DueDone done
          && done.due().equals(due.statement().id())) {
        return said(each, "done: " + done.words());
      }
    }
    long lastUs =
        dossier.entries().stream().mapToLong(BundleEntry::saidUs).max().orElse(Long.MIN_VALUE);
    return content.dueUs() < lastUs ? "overdue at the last statement of this bundle" : "open";
  }

  private static String said(BundleEntry entry, String words) {
    return entry.party()
        + " "
        + words
        + " (entry "
        + entry.index()
        + ", "
        + UtcText.of(entry.saidUs())
        + ")";
  }

  void on(Page page) {
    page.part("Facts and findings: agreed is only what all have signed");
    page.table(
        List.of("entry", "what", "words", "state", "who did what"),
        motions.stream()
            .map(each ->
                List.of(
                    Long.toString(each.entry().index()),
                    each.body().kind().word(),
                    each.body().words(),
                    each.state(),
                    String.join("\n", each.words())))
            .toList());
    if (!dues.isEmpty()) {
      page.part("What is due");
      page.table(List.of("party", "what", "by", "state"), dues);
    }
  }
}
