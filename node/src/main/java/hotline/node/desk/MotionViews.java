package hotline.node.desk;

import hotline.line.body.MotionBody;
import hotline.line.body.WorkingGroupBody;
import hotline.line.matter.Closing;
import hotline.line.matter.Closings;
import hotline.line.matter.Due;
import hotline.line.matter.Motion;
import hotline.line.matter.Signature;
import hotline.node.Times;
import hotline.node.api.MatterViews;
import hotline.record.statement.StatementId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is put for signature and what is due, as people see it in incidents and cases alike. */
final class MotionViews {
  private final Core core;
  private final Bylines bylines;

  MotionViews(Core core) {
    this.core = core;
    this.bylines = new Bylines(core);
  }

  List<MatterViews.Motion> motions(List<Motion> motions) {
    return motions.stream().map(this::motion).toList();
  }

  private MatterViews.Motion motion(Motion motion) {
    MotionBody content = motion.content();
    return new MatterViews.Motion(
        bylines.by(motion.said()),
        content.kind().word(),
        content.words(),
        motion.state().name(),
        motion.signatures().stream().map(this::signature).toList(),
        motion.needs(),
        vetoes(motion.end()),
        narrows(content),
        next(content),
        motion.state() == Motion.State.OPEN
            && motion.missing().contains(core.party())
            && motion.said().mode() == core.config().mode());
  }

  private MatterViews.Signature signature(Signature signature) {
    return new MatterViews.Signature(
        bylines.by(signature.said()), signature.dissent(), signature.seat());
  }

  private List<MatterViews.Veto> vetoes(Motion.@Nullable End end) {
    return end == null || end.state() != Motion.State.VETOED
        ? List.of()
        : List.of(
            new MatterViews.Veto(bylines.by(end.said()), end.scope(), end.reason(), end.seat()));
  }

  private static @Nullable String narrows(MotionBody content) {
    return content instanceof WorkingGroupBody.Proposal proposal
        ? proposal.narrows().map(StatementId::toString).orElse(null)
        : null;
  }

  private static @Nullable Instant next(MotionBody content) {
    return content instanceof WorkingGroupBody.Minutes minutes
        ? minutes.nextUs().map(Times::instant).orElse(null)
        : null;
  }

  MatterViews.Closings closings(Closings closings) {
    return new MatterViews.Closings(
        closings.closed(), closings.by(), closings.said().stream().map(this::closing).toList());
  }

  private MatterViews.Closing closing(Closing closing) {
    return new MatterViews.Closing(
        bylines.by(closing.said()), closing.step().name(), closing.words(), closing.seat());
  }

  /** How much is not done in time. */
  int overdue(List<Due> dues) {
    long nowUs = Times.micros(core.outlook().instant());
    return (int) dues.stream().filter(due -> due.isOverdue(nowUs)).count();
  }

  List<MatterViews.Due> dues(List<Due> dues) {
    return dues.stream().map(this::due).toList();
  }

  private MatterViews.Due due(Due due) {
    Due.Done done = due.done();
    return new MatterViews.Due(
        bylines.by(due.said()),
        due.content().party(),
        due.content().words(),
        Times.instant(due.content().dueUs()),
        done == null ? null : bylines.by(done.said()),
        done == null ? null : done.words(),
        due.isOverdue(Times.micros(core.outlook().instant())));
  }
}
