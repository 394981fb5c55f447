package hotline.line.matter;

import hotline.line.MatterRefusals;
import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.line.body.MatterBody;
import hotline.line.body.MotionBody;
import hotline.line.effect.Effect;
import hotline.line.effect.MatterEffect;
import hotline.line.effect.MatterEffect.DueDone;
import hotline.line.effect.MatterEffect.DuePut;
import hotline.line.effect.MatterEffect.FileClosing;
import hotline.line.effect.MatterEffect.MotionEnded;
import hotline.line.effect.MatterEffect.MotionPut;
import hotline.line.effect.MatterEffect.MotionSigned;
import hotline.line.matter.Motion.State;
import hotline.line.terms.Terms;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rules of signing, vetoing and retracting, and of what is due.
 *
 * <p>A motion is agreed from the entry at which the last of those signs who have to, never before,
 * and by nothing else. One veto of any of them ends it. Signatures and vetoes stay where they are.
 */
public final class MatterFold implements Matters {
  private final Files files;
  private final Map<StatementId, Motion> motions = new HashMap<>();
  private final Map<StatementId, Due> dues = new HashMap<>();

  /** By file, in the order of the record. */
  private final Map<StatementId, List<StatementId>> motionsOf = new HashMap<>();

  private final Map<StatementId, List<StatementId>> duesOf = new HashMap<>();

  /** Over the files that it shares with the folds of incidents and of cases. */
  public MatterFold(Files files) {
    this.files = files;
  }

  /** What the rules say to a statement; a RETRACT is asked about here if it is of a motion. */
  public Ruling decide(Spoken spoken, MatterBody body, Terms terms) {
    return switch (body) {
      case MatterBody.Fact fact ->
          Ruling.unless(
              files.barred(spoken, fact.file()), () -> put(spoken, fact, terms.partyNames(), null));
      case MatterBody.Agree agree -> agree(spoken, agree, terms);
      case MatterBody.Veto veto -> veto(spoken, veto, terms);
      case MatterBody.Retract retract -> retract(spoken, retract);
      case MatterBody.Due due -> due(spoken, due, terms);
      case MatterBody.DueDone done -> done(spoken, done);
      case MatterBody.Close close ->
          Ruling.unless(
              SeatRules.check(spoken, close.seat(), files.sort(close.file()), terms),
              () -> files.close(spoken, close, terms.partyNames()));
      case MatterBody.Reopen reopen ->
          Ruling.unless(
              SeatRules.check(spoken, reopen.seat(), files.sort(reopen.file()), terms),
              () -> files.reopen(spoken, reopen));
    };
  }

  /** Grants a motion, signed by its speaker; whether there is room for it was asked before. */
  public Ruling put(Spoken spoken, MotionBody content, List<String> needs, @Nullable String seat) {
    Said said = Said.of(spoken);
    Motion motion =
        new Motion(said, content, needs, List.of(new Signature(said, null, seat)), null);
    List<Effect> effects = new ArrayList<>();
    effects.add(new MotionPut(motion));
    if (motion.missing().isEmpty()) {
      effects.add(agreed(motion.id(), said));
    }
    return new Ruling.Granted(effects);
  }

  private static MotionEnded agreed(StatementId id, Said last) {
    return new MotionEnded(id, new Motion.End(State.AGREED, last, "", "", null));
  }

  private Ruling agree(Spoken spoken, MatterBody.Agree agree, Terms terms) {
    Motion motion = motions.get(agree.item());
    if (motion == null) {
      return unknown();
    }
    Optional<Ruling.Refused> refused =
        Files.wrongMode(spoken, motion.said().mode())
            .or(() -> SeatRules.check(spoken, agree.seat(), sort(motion), terms))
            .or(() -> files.closed(motion.content().file()));
    if (refused.isPresent()) {
      return refused.get();
    }
    // Who does not have to sign may do so after it was agreed, too.
    if (motion.state() == State.VETOED || motion.state() == State.RETRACTED) {
      return ended(motion);
    }
    if (motion.isSignedBy(spoken.party())) {
      return MatterRefusals.ITEM_SIGNED.refuse();
    }
    if (agree.dissent().isPresent() && !motion.content().takesDissent()) {
      return MatterRefusals.NO_DISSENT.refuse(motion.content().kind().word());
    }
    Said said = Said.of(spoken);
    List<Effect> effects = new ArrayList<>();
    effects.add(
        new MotionSigned(
            motion.id(),
            new Signature(said, agree.dissent().orElse(null), agree.seat().orElse(null))));
    if (motion.state() == State.OPEN && motion.missing().equals(List.of(spoken.party()))) {
      effects.add(agreed(motion.id(), said));
    }
    return new Ruling.Granted(effects);
  }

  private Ruling veto(Spoken spoken, MatterBody.Veto veto, Terms terms) {
    Motion motion = motions.get(veto.item());
    if (motion == null) {
      return unknown();
    }
    Optional<Ruling.Refused> refused =
        Files.wrongMode(spoken, motion.said().mode())
            .or(() -> SeatRules.check(spoken, veto.seat(), sort(motion), terms))
            .or(() -> files.closed(motion.content().file()));
    if (refused.isPresent()) {
      return refused.get();
    }
    if (!motion.content().takesVeto()) {
      return MatterRefusals.NO_VETO.refuse(motion.content().kind().word());
    }
    if (motion.said().party().equals(spoken.party())) {
      return MatterRefusals.OWN_ITEM.refuse();
    }
    if (!motion.needs().contains(spoken.party())) {
      return MatterRefusals.VETO_NOT_YOURS.refuse(String.join(", ", motion.needs()));
    }
    if (motion.state() != State.OPEN) {
      return ended(motion);
    }
    return Ruling.grant(
        new MotionEnded(
            motion.id(),
            new Motion.End(
                State.VETOED,
                Said.of(spoken),
                veto.scope(),
                veto.reason(),
                veto.seat().orElse(null))));
  }

  private Ruling retract(Spoken spoken, MatterBody.Retract retract) {
    Motion motion = motions.get(retract.item());
    if (motion == null) {
      return unknown();
    }
    if (!motion.said().party().equals(spoken.party())) {
      return MatterRefusals.NOT_YOURS.refuse(motion.said().party());
    }
    Optional<Ruling.Refused> refused =
        Files.wrongMode(spoken, motion.said().mode())
            .or(() -> files.closed(motion.content().file()));
    if (refused.isPresent()) {
      return refused.get();
    }
    return motion.state() == State.OPEN
        ? Ruling.grant(
            new MotionEnded(
                motion.id(),
                new Motion.End(State.RETRACTED, Said.of(spoken), "", retract.reason(), null)))
        : ended(motion);
  }

  private Ruling due(Spoken spoken, MatterBody.Due due, Terms terms) {
    if (terms.party(due.party()).isEmpty()) {
      return MatterRefusals.PARTY_UNKNOWN.refuse(due.party());
    }
    return Ruling.unless(
        files.barred(spoken, due.file()),
        () -> Ruling.grant(new DuePut(new Due(Said.of(spoken), due, null))));
  }

  private Ruling done(Spoken spoken, MatterBody.DueDone done) {
    Due due = dues.get(done.due());
    if (due == null) {
      return unknown();
    }
    if (!due.content().party().equals(spoken.party())) {
      return MatterRefusals.NOT_YOURS.refuse(due.content().party());
    }
    Optional<Ruling.Refused> refused =
        Files.wrongMode(spoken, due.said().mode()).or(() -> files.closed(due.content().file()));
    if (refused.isPresent()) {
      return refused.get();
    }
    return due.done() == null
        ? Ruling.grant(new DueDone(due.id(), new Due.Done(Said.of(spoken), done.words())))
        : MatterRefusals.ITEM_ENDED.refuse("done");
  }

  private Optional<Files.Sort> sort(Motion motion) {
    return files.sort(motion.content().file());
  }

  private static Ruling unknown() {
    return MatterRefusals.ITEM_UNKNOWN.refuse();
  }

  private static Ruling ended(Motion motion) {
    return MatterRefusals.ITEM_ENDED.refuse(motion.state().words());
  }

  /** Takes a change over. */
  public void on(MatterEffect effect) {
    switch (effect) {
      case MotionPut(Motion motion) -> {
        StatementId file = motion.content().file();
        motions.put(motion.id(), motion);
        motionsOf.computeIfAbsent(file, _ -> new ArrayList<>()).add(motion.id());
        files.count(motion.said(), Optional.of(file));
      }
      case MotionSigned(StatementId id, Signature signature) ->
          motions.computeIfPresent(
              id,
              (_, motion) -> {
                files.touch(signature.said(), motion.content().file());
                return motion.with(signature);
              });
      case MotionEnded(StatementId id, Motion.End end) ->
          motions.computeIfPresent(
              id,
              (_, motion) -> {
                files.touch(end.said(), motion.content().file());
                return motion.ended(end);
              });
      case DuePut(Due due) -> {
        StatementId file = due.content().file();
        dues.put(due.id(), due);
        duesOf.computeIfAbsent(file, _ -> new ArrayList<>()).add(due.id());
        files.count(due.said(), Optional.of(file));
      }
      case DueDone(StatementId id, Due.Done done) ->
          dues.computeIfPresent(
              id,
              (_, due) -> {
                files.touch(done.said(), due.content().file());
                return new Due(due.said(), due.content(), done);
              });
      case FileClosing(Closing closing) -> files.on(closing);
    }
  }

  @Override
  public Optional<Motion> motion(StatementId id) {
    return Optional.ofNullable(motions.get(id));
  }

  @Override
  public List<Motion> motionsOf(StatementId file) {
    return of(motionsOf, file, motions::get);
  }

  @Override
  public Optional<Due> due(StatementId id) {
    return Optional.ofNullable(dues.get(id));
  }

  @Override
  public List<Due> duesOf(StatementId file) {
    return of(duesOf, file, dues::get);
  }

  @Override
  public Closings closings(StatementId file) {
    return files.closings(file);
  }

  private static <T> List<T> of(
      Map<StatementId, List<StatementId>> ids,
      StatementId file,
      Function<StatementId, @Nullable T> get) {
    return ids.getOrDefault(file, List.of()).stream()
        .map(id -> Objects.requireNonNull(get.apply(id)))
        .toList();
  }
}
