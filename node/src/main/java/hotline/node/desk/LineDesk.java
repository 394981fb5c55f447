package hotline.node.desk;

import hotline.line.terms.Terms;
import hotline.node.Times;
import hotline.node.api.Views;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The line as a whole: the top of every page. */
final class LineDesk {
  private final Core core;
  private final Instant since;
  private final Heard heard;
  private final StatusDesk statuses;
  private final RecordDesk record;
  private final MessageViews messages;
  private final OutsideDesk outside;
  private final KeyDesk keys;
  private final WatchDesk watches;

  LineDesk(
      Core core,
      Heard heard,
      StatusDesk statuses,
      RecordDesk record,
      MessageViews messages,
      OutsideDesk outside,
      KeyDesk keys,
      WatchDesk watches) {
    this.core = core;
    this.since = core.clock().instant();
    this.heard = heard;
    this.statuses = statuses;
    this.record = record;
    this.messages = messages;
    this.outside = outside;
    this.keys = keys;
    this.watches = watches;
  }

  Views.Line line() {
    Proven proven = proven();
    return new Views.Line(
        core.genesis().lineId().toString(),
        core.genesis().name(),
        core.party(),
        core.config().node(),
        core.keyring().host(),
        core.config().mode().name(),
        core.clock().instant(),
        statuses.parties(party -> Optional.ofNullable(heard.of(party))),
        record.state(),
        record.outbox(),
        proven.at(),
        proven.by(),
        messages.unacceptedAlarms(),
        troubles());
  }

  private List<Views.Trouble> troubles() {
    List<Views.Trouble> all = watches.with(keys.with(outside.with(core.troubles().open())));
    return core.speaks()
        ? Stream.concat(missedChecks().stream(), all.stream()).toList()
        : Stream.concat(Stream.of(guest()), all.stream()).toList();
  }

  /** With which parties the line was not proven for longer than the terms allow. */
  private List<Views.Trouble> missedChecks() {
    Optional<Terms> terms = core.terms();
    if (terms.isEmpty()) {
      return List.of();
    }
    Duration every = Duration.of(terms.get().times().lineCheckEveryUs(), ChronoUnit.MICROS);
    List<Views.Trouble> missed = new ArrayList<>();
    for (String party : core.genesis().parties()) {
      // Before this node ran nobody could have answered it.
      Instant last = proven(party).filter(at -> at.isAfter(since)).orElse(since);
      Instant due = last.plus(every);
      if (!party.equals(core.party()) && due.isBefore(core.clock().instant())) {
        missed.add(
            new Views.Trouble(
                due,
                "line-check-" + party,
                "No line check with %s was answered for longer than the %d minutes of the terms. Send one; if nobody answers, call by voice."
                    .formatted(party, every.toMinutes())));
      }
    }
    return missed;
  }

  private Optional<Instant> proven(String party) {
    return core.read(state -> state.messages().lineProven(party))
        .map(each -> Times.instant(each.timeUs()));
  }

  /** For every page of a node that is none of a party's. */
  private Views.Trouble guest() {
    boolean named =
        core.terms().stream()
            .flatMap(terms -> terms.observers().stream())
            .anyMatch(each -> each.name().equals(core.party()));
    return new Views.Trouble(
        since,
        "observer",
        named
            ? "This is a node of the observer %s: it sees and checks everything in the record, and does not speak. A party says what is to be said."
                .formatted(core.party())
            : "%s is no party of this line, and no terms in force name it as an observer. It sees what it is given and does not speak. Ask the parties to name it in their terms."
                .formatted(core.party()));
  }

  private record Proven(@Nullable Instant at, @Nullable String by) {}

  /** The last line check that another party answered. */
  private Proven proven() {
    Proven last = new Proven(null, null);
    for (String party : core.genesis().parties()) {
      Instant at = party.equals(core.party()) ? null : proven(party).orElse(null);
      if (at != null && (last.at() == null || at.isAfter(last.at()))) {
        last = new Proven(at, party);
      }
    }
    return last;
  }
}
