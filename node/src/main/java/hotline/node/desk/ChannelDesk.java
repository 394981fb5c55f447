package hotline.node.desk;

import hotline.line.body.ChannelState;
import hotline.line.status.ChannelStatus;
import hotline.line.status.Contradiction;
import hotline.node.Times;
import hotline.node.api.TermsViews;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every word of every party on its channel, and what was said while it was suspended. */
final class ChannelDesk {
  private static final int ENTRIES_MAX = 1_000;

  private final Core core;
  private final RecordDesk record;

  ChannelDesk(Core core, RecordDesk record) {
    this.core = core;
    this.record = record;
  }

  List<TermsViews.ChannelWord> words() {
    long nowUs = Times.micros(core.outlook().instant());
    List<TermsViews.ChannelWord> all = new ArrayList<>();
    for (String party : core.genesis().parties()) {
      List<ChannelStatus> standing = core.read(state -> state.statuses().standing(party, nowUs));
      standing.forEach(each -> all.add(view(each, true)));
      core.read(state -> state.statuses().said(party)).stream()
          .filter(each -> each.effectiveUs() > nowUs)
          .forEach(each -> all.add(view(each, false)));
    }
    return all;
  }

  private TermsViews.ChannelWord view(ChannelStatus word, boolean counts) {
    return new TermsViews.ChannelWord(
        word.party(),
        word.party().equals(core.party()),
        ConditionText.view(word.scope()),
        word.state().name(),
        Times.instant(word.claimedUs()),
        Times.instant(word.saidUs()),
        ConditionText.view(word.condition()),
        word.words(),
        word.statement().toString(),
        core.outlook().isConfirmed(word.index()),
        counts,
        word.contradicts().stream().map(StatementId::toString).toList());
  }

  /** Newest first. */
  List<TermsViews.Contradiction> contradictions() {
    long nowUs = Times.micros(core.outlook().instant());
    return core.genesis().parties().stream()
        .flatMap(party -> core.read(state -> state.statuses().contradictions(party)).stream())
        .sorted(Comparator.<Contradiction>comparingLong(each -> each.later().index()).reversed())
        .map(each -> view(each, nowUs))
        .toList();
  }

  private TermsViews.Contradiction view(Contradiction found, long nowUs) {
    List<ChannelStatus> standing =
        core.read(state -> state.statuses().standing(found.party(), nowUs));
    Long toUs = found.toUs();
    return new TermsViews.Contradiction(
        found.party(),
        view(found.earlier(), standing.contains(found.earlier())),
        view(found.later(), standing.contains(found.later())),
        Times.instant(found.fromUs()),
        toUs == null ? null : Times.instant(toUs));
  }

  /** From the entry that suspended the line as a whole to the one after which nobody had it so. */
  private record Span(String by, long from, long to) {}

  Optional<TermsViews.Reconciliation> reconciliation() {
    return span()
        .map(span -> {
          long end = span.to() < 0 ? core.outlook().size() : span.to();
          int shown = (int) Math.min(ENTRIES_MAX, end - span.from() - 1);
          return new TermsViews.Reconciliation(
              span.by(),
              span.from(),
              span.to() < 0 ? null : span.to(),
              shown <= 0 ? List.of() : record.entries(span.from() + 1, shown),
              Math.max(0, end - span.from() - 1 - shown));
        });
  }

  private Optional<Span> span() {
    List<ChannelStatus> words =
        core.read(state ->
            core.genesis().parties().stream()
                .flatMap(party -> state.statuses().said(party).stream())
                .filter(each -> each.scope().isWhole())
                .sorted(Comparator.comparingLong(ChannelStatus::index))
                .toList());
    Span last = null;
    Set<String> suspended = new HashSet<>();
    for (ChannelStatus each : words) {
      boolean was = !suspended.isEmpty();
      if (each.state() == ChannelState.SUSPENDED) {
        suspended.add(each.party());
      } else {
        suspended.remove(each.party());
      }
      if (!was && !suspended.isEmpty()) {
        last = new Span(each.party(), each.index(), -1);
      } else if (was && suspended.isEmpty() && last != null) {
        last = new Span(last.by(), last.from(), each.index());
      }
    }
    return Optional.ofNullable(last);
  }
}
