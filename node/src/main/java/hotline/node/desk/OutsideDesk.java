package hotline.node.desk;

import hotline.line.body.NoticeState;
import hotline.line.notice.Notice;
import hotline.line.notice.Outside;
import hotline.node.Times;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What runs, or is to begin soon, and is no longer in what the parties agree on. */
final class OutsideDesk {
  /** Notices that one sentence names. */
  private static final int NAMED_MAX = 5;

  private final Core core;

  OutsideDesk(Core core) {
    this.core = core;
  }

  private Outside at(long nowUs) {
    return core.read(state ->
        state
            .terms()
            .map(terms -> Outside.at(nowUs, state.notices(), state.statuses(), terms))
            .orElse(new Outside(OptionalLong.empty(), List.of(), 0, List.of())));
  }

  TermsViews.Outside outside() {
    long nowUs = Times.micros(core.outlook().instant());
    Outside found = at(nowUs);
    return new TermsViews.Outside(
        found.sinceUs().isEmpty() ? null : Times.instant(found.sinceUs().getAsLong()),
        views(found.outside(), nowUs),
        found.more(),
        views(found.again(), nowUs));
  }

  private List<TermsViews.OutsideNotice> views(List<Outside.Item> items, long nowUs) {
    return items.stream().map(each -> view(each, nowUs)).toList();
  }

  private TermsViews.OutsideNotice view(Outside.Item item, long nowUs) {
    Notice notice = item.notice();
    return new TermsViews.OutsideNotice(
        notice.entity().hex(),
        NoticeText.reference(notice.entity()),
        notice.party(),
        notice.party().equals(core.party()),
        Math.toIntExact(notice.version()),
        notice.state().name(),
        Times.instant(notice.startUs()),
        Times.instant(notice.endUs()),
        notice.state() != NoticeState.ACCEPTED || notice.startUs() <= nowUs,
        item.reasons().stream().map(this::view).toList());
  }

  private TermsViews.OutsideReason view(Outside.Reason reason) {
    return new TermsViews.OutsideReason(
        reason.word().party(),
        reason.word().party().equals(core.party()),
        reason.word().statement().toString(),
        Times.instant(reason.word().effectiveUs()),
        reason.why());
  }

  /** For every page: that there are such notices. */
  Optional<Views.Trouble> trouble() {
    Outside found = at(Times.micros(core.outlook().instant()));
    if (found.outside().isEmpty()) {
      return Optional.empty();
    }
    long all = found.outside().size() + found.more();
    String named =
        found.outside().stream()
            .limit(NAMED_MAX)
            .map(Outside.Item::notice)
            .map(each -> NoticeText.reference(each.entity()) + " of " + each.party())
            .collect(Collectors.joining(", "));
    long sinceUs =
        found.outside().stream()
            .flatMap(each -> each.reasons().stream())
            .mapToLong(each -> each.word().effectiveUs())
            .max()
            .orElseThrow();
    return Optional.of(
        new Views.Trouble(
            Times.instant(sinceUs),
            "notices-outside",
            "%d running or soon starting %s outside of what the parties now agree on: %s%s. The status page says why; amend or end yours, and speak with the other side about theirs."
                .formatted(
                    all,
                    all == 1 ? "notice is" : "notices are",
                    named,
                    all > NAMED_MAX ? " and more" : "")));
  }

  /** What is wrong here, and that. */
  List<Views.Trouble> with(List<Views.Trouble> troubles) {
    return Stream.concat(troubles.stream(), trouble().stream()).toList();
  }
}
