package hotline.cli;

import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What the parties say of the channel as people read it: side by side, never merged. */
final class StatusPrint {
  private StatusPrint() {}

  static void now(Output output, StatusCommand.Shown shown) {
    Views.Line line = shown.line();
    output.line(
        line.name()
            + ", seen by "
            + line.party()
            + " ("
            + line.mode().toLowerCase(Locale.ROOT)
            + ") at "
            + Plain.time(line.now()),
        Tone.HEADING);
    parties(output, line.parties(), line.now());
    Views.RecordState record = line.record();
    output.line(
        "record "
            + Plain.count(record.size())
            + " entries, "
            + Plain.count(record.confirmedSize())
            + " confirmed; sequencer "
            + Plain.words(record.sequencer())
            + "; root "
            + Plain.shortId(record.root()));
    output.line("outbox " + Plain.count(line.outbox().waiting(), "statement") + " waiting");
    output.line("alarms " + line.unacceptedAlarms() + " not accepted");
    for (Views.Trouble trouble : line.troubles()) {
      output.line(
          "trouble since " + Plain.time(trouble.since(), line.now()) + ": " + trouble.sentence(),
          Tone.BAD);
    }
    offers(output, shown.offers(), line.now());
    int contradictions = shown.contradictions().size();
    if (contradictions > 0) {
      output.line(
          Plain.count(contradictions, "word")
              + " unlike an earlier one of the same party: \"hotline status contradictions\"");
    }
  }

  static void past(Output output, StatusCommand.ShownPast shown) {
    output.line(
        "As this node knew it at "
            + shown.at()
            + ", with "
            + Plain.count(shown.entries(), "entries", "entry"),
        Tone.HEADING);
    parties(output, shown.parties(), shown.at());
    offers(output, shown.offers(), shown.at());
  }

  private static void parties(Output output, List<Views.PartyStatus> all, Instant now) {
    Table parties =
        new Table("PARTY", "STATUS", "SINCE", "CONDITION", "WORDS", "RECEIPT", "LAST HEARD");
    for (Views.PartyStatus party : all) {
      parties.row(
          party.party() + (party.own() ? " (own)" : ""),
          Plain.words(party.state()),
          Plain.time(party.effective(), now),
          party.condition() == null ? "none" : words(party.condition()),
          Plain.text(party.words()),
          party.confirmed() ? "confirmed" : "not confirmed",
          party.own() ? Plain.NOTHING : Plain.time(party.heard(), now));
    }
    output.table(parties, "No party has a status: no terms are in force.");
  }

  private static void offers(Output output, List<Views.Offer> offers, Instant now) {
    for (Views.Offer offer : offers) {
      output.line(
          "offer "
              + Plain.shortId(offer.id())
              + " by "
              + offer.party()
              + " at "
              + Plain.time(offer.said(), now)
              + of(offer.scope())
              + (offer.counters() == null ? "" : ", counters " + Plain.shortId(offer.counters()))
              + ": "
              + Plain.words(offer.state())
              + ", lapses "
              + Plain.time(offer.lapses(), now)
              + ": "
              + Plain.text(offer.words())
              + (offer.condition() == null ? "" : " [" + words(offer.condition()) + "]"));
    }
  }

  private static String of(Views.Scope scope) {
    return scope.zone() == null && scope.category() == null ? "" : ", of " + words(scope);
  }

  private static String words(Views.Scope scope) {
    if (scope.zone() == null) {
      return scope.category() == null ? "the whole line" : scope.category();
    }
    return (scope.category() == null ? "everything" : scope.category()) + " in " + scope.zone();
  }

  /** A condition as its rules say it. */
  static String words(Views.Condition condition) {
    return "only " + String.join("; ", condition.rules().stream().map(StatusPrint::words).toList());
  }

  private static String words(Views.Condition.Rule rule) {
    StringBuilder words =
        new StringBuilder(rule.category() == null ? "any category" : rule.category())
            .append(" in ")
            .append(rule.zone() == null ? "any zone" : rule.zone());
    if (rule.times() != null) {
      words.append(", ").append(rule.times()).append(" UTC");
    }
    if (rule.floor() != null) {
      words.append(", ").append(rule.floor()).append(" to ").append(rule.ceiling());
    }
    return words.toString();
  }

  static void channelWords(Output output, List<TermsViews.ChannelWord> all) {
    Table table = new Table("PARTY", "OF", "STATUS", "FROM", "SAID", "CONDITION", "WORDS");
    Instant now = Instant.now();
    for (TermsViews.ChannelWord each : all) {
      table.row(
          each.party() + (each.own() ? " (own)" : ""),
          words(each.scope()),
          Plain.words(each.state()) + (each.counts() ? "" : ", later"),
          Plain.time(each.effective(), now),
          Plain.time(each.said(), now),
          each.condition() == null ? "none" : words(each.condition()),
          Plain.text(each.words()));
    }
    output.table(table, "No party has said anything of the channel.");
  }

  static void contradictions(Output output, List<TermsViews.Contradiction> all) {
    if (all.isEmpty()) {
      output.line("No party contradicts itself.");
    }
    Instant now = Instant.now();
    for (TermsViews.Contradiction each : all) {
      output.line(
          each.party()
              + ", of the time from "
              + Plain.time(each.from(), now)
              + (each.to() == null ? " on" : " to " + Plain.time(each.to(), now)),
          Tone.HEADING);
      both(output, "said first", each.earlier(), now);
      both(output, "said later", each.later(), now);
    }
  }

  private static void both(Output output, String which, TermsViews.ChannelWord word, Instant now) {
    output.line(
        "  "
            + which
            + ", "
            + Plain.time(word.said(), now)
            + ": "
            + words(word.scope())
            + " "
            + Plain.words(word.state())
            + " from "
            + Plain.time(word.effective(), now)
            + (word.condition() == null ? "" : ", " + words(word.condition()))
            + ": "
            + Plain.text(word.words()));
  }

  static void outside(Output output, TermsViews.Outside outside) {
    Instant now = Instant.now();
    if (outside.outside().isEmpty()) {
      output.line("Nothing that runs or starts soon is outside of what is agreed.");
    }
    outside.outside().forEach(each -> outside(output, each, now));
    if (outside.more() > 0) {
      output.line("and " + Plain.count(outside.more()) + " more");
    }
    if (!outside.again().isEmpty()) {
      output.line("Inside again since " + Plain.time(outside.since(), now), Tone.HEADING);
      outside.again().forEach(each -> outside(output, each, now));
    }
  }

  private static void outside(Output output, TermsViews.OutsideNotice each, Instant now) {
    output.line(
        each.reference()
            + " v"
            + each.version()
            + " of "
            + each.party()
            + (each.running() ? ", running" : ", from " + Plain.time(each.start(), now))
            + ", to "
            + Plain.time(each.end(), now));
    for (TermsViews.OutsideReason reason : each.reasons()) {
      output.line(
          "  for "
              + reason.party()
              + " since "
              + Plain.time(reason.effective(), now)
              + ": "
              + reason.why());
    }
  }

  static void reconciliation(Output output, TermsViews.Reconciliation meanwhile) {
    output.line(
        "Suspended by "
            + meanwhile.suspendedBy()
            + " in entry "
            + meanwhile.suspendedAt()
            + (meanwhile.restoredAt() == null
                ? "; not restored yet"
                : "; restored in entry " + meanwhile.restoredAt()),
        Tone.HEADING);
    Table table = new Table("ENTRY", "SIGNED", "PARTY", "KIND", "VERDICT", "CONFIRMED", "ID");
    Instant now = Instant.now();
    for (Views.Entry entry : meanwhile.entries()) {
      table.row(
          Long.toString(entry.index()),
          Plain.time(entry.signed(), now),
          entry.party(),
          entry.kind(),
          RecordCommand.verdict(entry),
          entry.confirmed() ? "yes" : "no",
          Plain.shortId(entry.id()));
    }
    output.table(table, "Nothing was said meanwhile.");
    if (meanwhile.more() > 0) {
      output.line("and " + Plain.count(meanwhile.more()) + " more: see \"hotline record show\"");
    }
  }
}
