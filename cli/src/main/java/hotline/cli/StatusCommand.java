package hotline.cli;

import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline status …}: what each party says of the channel, and offers to restore it. */
@Command(
    name = "status",
    description = "What each party says of the channel; suspending and restoring it.",
    mixinStandardHelpOptions = true)
final class StatusCommand {
  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows every party's status side by side, the record and the outbox.")
  int show(@Mixin NodeOptions node) {
    return node.show(
        line -> new Shown(line.line(), line.offers()), (output, shown) -> print(output, shown));
  }

  /** What {@code show} answers: with {@code --json}, as it is. */
  record Shown(Views.Line line, List<Views.Offer> offers) {}

  private static void print(Output output, Shown shown) {
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
    Table parties =
        new Table("PARTY", "STATUS", "SINCE", "CONDITION", "WORDS", "RECEIPT", "LAST HEARD");
    for (Views.PartyStatus party : line.parties()) {
      parties.row(
          party.party() + (party.own() ? " (own)" : ""),
          Plain.words(party.state()),
          Plain.time(party.effective(), line.now()),
          party.condition() == null ? "none" : words(party.condition()),
          Plain.text(party.words()),
          party.confirmed() ? "confirmed" : "not confirmed",
          party.own() ? Plain.NOTHING : Plain.time(party.heard(), line.now()));
    }
    output.table(parties, "No party has a status: no terms are in force.");
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
    printOffers(output, shown);
  }

  private static void printOffers(Output output, Shown shown) {
    for (Views.Offer offer : shown.offers()) {
      output.line(
          "offer "
              + Plain.shortId(offer.id())
              + " by "
              + offer.party()
              + " at "
              + Plain.time(offer.said(), shown.line().now())
              + ": "
              + Plain.words(offer.state())
              + ", lapses "
              + Plain.time(offer.lapses(), shown.line().now())
              + ": "
              + Plain.text(offer.words())
              + (offer.condition() == null ? "" : " [" + words(offer.condition()) + "]"));
    }
  }

  /** A condition as its rules say it. */
  static String words(Views.Condition condition) {
    List<String> rules = new ArrayList<>();
    for (Views.Condition.Rule rule : condition.rules()) {
      rules.add(
          (rule.category() == null ? "any category" : rule.category())
              + " in "
              + (rule.zone() == null ? "any zone" : rule.zone()));
    }
    return "only " + String.join("; ", rules);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Suspends this party's own channel. STOP, DISTRESS, WARNING still pass.")
  int suspend(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "WORDS", description = "Why, for the other side.") String words,
      @Option(names = "--effective", paramLabel = "TIME", description = "Now, if not given.")
          @Nullable String effective) {
    return node.say(line -> line.status(new Requests.Status("SUSPENDED", effective, null, words)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "States this party's own channel in force, on a condition or none.")
  int restore(
      @Mixin NodeOptions node,
      @Mixin ConditionOptions condition,
      @Parameters(paramLabel = "WORDS", arity = "0..1", defaultValue = "") String words,
      @Option(names = "--effective", paramLabel = "TIME", description = "Now, if not given.")
          @Nullable String effective) {
    return node.say(line ->
        line.status(
            new Requests.Status("IN_FORCE", effective, condition.condition(node, words), words)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Offers to restore the channel, on a condition or none.")
  int offer(
      @Mixin NodeOptions node,
      @Mixin ConditionOptions condition,
      @Parameters(paramLabel = "WORDS", description = "The offer as people will read it.")
          String words,
      @Option(
              names = "--lapses-in",
              paramLabel = "SECONDS",
              defaultValue = "600",
              description = "When it is no longer open (${DEFAULT-VALUE}).")
          long lapsesInSeconds) {
    return node.say(line ->
        line.offer(new Requests.Offer(condition.condition(node, words), words, lapsesInSeconds)));
  }

  @Command(mixinStandardHelpOptions = true, description = "Accepts the other side's offer.")
  int accept(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "OFFER", description = "Its id, or how it begins.") String offer) {
    return verb(node, offer, "accept", "");
  }

  @Command(mixinStandardHelpOptions = true, description = "Refuses the other side's offer.")
  int refuse(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "OFFER", description = "Its id, or how it begins.") String offer,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason) {
    return verb(node, offer, "refuse", reason);
  }

  @Command(mixinStandardHelpOptions = true, description = "Withdraws this party's own offer.")
  int withdraw(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "OFFER", description = "Its id, or how it begins.") String offer) {
    return verb(node, offer, "withdraw", "");
  }

  private static int verb(NodeOptions node, String offer, String verb, String reason) {
    return node.say(line -> line.offerVerb(find(line, offer), verb, reason));
  }

  private static String find(LineApi line, String offer) {
    return NodeOptions.one(line.offers(), each -> Map.entry(each.id(), ""), offer, "offer").id();
  }

  /** A condition as pairs that are allowed. */
  static final class ConditionOptions {
    private static final String ANY = "any";

    @Option(
        names = "--only",
        paramLabel = "CATEGORY:ZONE",
        description = "An allowed pair of the terms' names, or \"any\"; may be repeated.")
    private List<String> only = List.of();

    Views.@Nullable Condition condition(NodeOptions node, String words) {
      if (only.isEmpty()) {
        return null;
      }
      List<Views.Condition.Rule> rules = new ArrayList<>();
      for (String pair : only) {
        int colon = pair.indexOf(':');
        if (colon <= 0 || colon == pair.length() - 1) {
          throw node.usage("--only wants CATEGORY:ZONE, such as transit:zone-z, not " + pair + ".");
        }
        rules.add(
            new Views.Condition.Rule(
                name(pair.substring(0, colon)), name(pair.substring(colon + 1))));
      }
      return new Views.Condition(words, rules);
    }

    private static @Nullable String name(String typed) {
      return typed.equals(ANY) ? null : typed;
    }
  }
}
