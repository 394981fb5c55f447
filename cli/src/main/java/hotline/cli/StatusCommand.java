package hotline.cli;

import hotline.cli.client.LineClient;
import hotline.cli.client.Refused;
import hotline.node.api.LineApi;
import hotline.node.api.Past;
import hotline.node.api.Requests;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.List;
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
  private static final String OFFER = "Its id, or how it begins.";

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows every party's status side by side, the record and the outbox.",
      footer = {"", "Example:", "  hotline status show --data north"})
  int show(@Mixin NodeOptions node, @Mixin AtOption at) {
    return at.instant()
        .map(then -> node.show(line -> past(line, then), StatusPrint::past))
        .orElseGet(() ->
            node.show(
                line -> new Shown(line.line(), line.offers(), line.contradictions()),
                StatusPrint::now));
  }

  private static ShownPast past(LineClient line, Instant at) {
    Past past = line.past(at);
    return new ShownPast(at, past.entries(), past.parties(), past.offers());
  }

  /** What {@code show} answers: with {@code --json}, as it is. */
  record Shown(
      Views.Line line, List<Views.Offer> offers, List<TermsViews.Contradiction> contradictions) {}

  /** What {@code show --at} answers: with {@code --json}, as it is. */
  record ShownPast(
      Instant at, long entries, List<Views.PartyStatus> parties, List<Views.Offer> offers) {}

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows every word of every party that stands, also on a zone or a category.",
      footer = {"", "Example:", "  hotline status words --data north"})
  int words(@Mixin NodeOptions node, @Mixin AtOption at) {
    return node.show(line -> List.copyOf(at.of(line).channelWords()), StatusPrint::channelWords);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows where a party said otherwise than its own earlier word: both texts.",
      footer = {"", "Example:", "  hotline status contradictions --data north"})
  int contradictions(@Mixin NodeOptions node, @Mixin AtOption at) {
    return node.show(
        line -> List.copyOf(at.of(line).contradictions()), StatusPrint::contradictions);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Shows which running and soon starting notices, of either party, lie outside of what the",
        "parties agree on, and each party's reason."
      },
      footer = {"", "Example:", "  hotline status outside --data north"})
  int outside(@Mixin NodeOptions node, @Mixin AtOption at) {
    return node.show(line -> at.of(line).outside(), StatusPrint::outside);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows what was said while the channel was suspended the last time.",
      footer = {"", "Example:", "  hotline status reconciliation --data north"})
  int reconciliation(@Mixin NodeOptions node, @Mixin AtOption at) {
    return node.show(
        line ->
            at.of(line)
                .reconciliation()
                .orElseThrow(() -> new Refused("not-found", "The channel was never suspended.")),
        StatusPrint::reconciliation);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Suspends this party's own channel, or a part of it.",
        "STOP, DISTRESS and WARNING still pass, and what the terms list."
      },
      footer = {
        "",
        "Example:",
        "  hotline status suspend --data south --zone east \"After an incident.\""
      })
  int suspend(
      @Mixin NodeOptions node,
      @Mixin ScopeOptions scope,
      @Parameters(paramLabel = "WORDS", description = "Why, for the other side.") String words,
      @Option(names = "--effective", paramLabel = "TIME", description = "Now, if not given.")
          @Nullable String effective) {
    return node.say(line ->
        line.status(new Requests.Status("SUSPENDED", effective, null, words, scope.scope())));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "States this party's own channel in force, on a condition or none.",
      footer = {
        "",
        "Example:",
        "  hotline status restore --data north --only \"any:east, 22:00-06:00, FL300 to FL330\"",
        "    \"At night, high.\""
      })
  int restore(
      @Mixin NodeOptions node,
      @Mixin ScopeOptions scope,
      @Mixin ConditionOptions condition,
      @Parameters(paramLabel = "WORDS", arity = "0..1", defaultValue = "") String words,
      @Option(names = "--effective", paramLabel = "TIME", description = "Now, if not given.")
          @Nullable String effective) {
    Views.Condition only = condition.condition(node, words);
    return node.say(line ->
        line.status(new Requests.Status("IN_FORCE", effective, only, words, scope.scope())));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Offers to restore the channel, on a condition or none; several can be open.",
        "With --counters, in answer to an offer of the other side."
      },
      footer = {
        "",
        "Example:",
        "  hotline status offer --data south --only patrol:east \"Patrols, in the east.\""
      })
  int offer(
      @Mixin NodeOptions node,
      @Mixin ScopeOptions scope,
      @Mixin ConditionOptions condition,
      @Parameters(paramLabel = "WORDS", description = "The offer as people will read it.")
          String words,
      @Option(names = "--counters", paramLabel = "OFFER", description = OFFER)
          @Nullable String counters,
      @Option(
              names = "--lapses-in",
              paramLabel = "SECONDS",
              defaultValue = "600",
              description = "When it is no longer open (${DEFAULT-VALUE}).")
          long lapsesInSeconds) {
    Views.Condition only = condition.condition(node, words);
    return node.say(line ->
        line.offer(
            new Requests.Offer(
                only,
                words,
                lapsesInSeconds,
                counters == null ? null : find(line, counters),
                scope.scope())));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Accepts the other side's offer.",
      footer = {"", "Example:", "  hotline status accept --data north 0e92b0664e7a"})
  int accept(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "OFFER", description = OFFER) String offer) {
    return verb(node, offer, "accept", "");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Refuses the other side's offer.",
      footer = {"", "Example:", "  hotline status refuse --data north 0e92b0664e7a --reason No."})
  int refuse(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "OFFER", description = OFFER) String offer,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason) {
    return verb(node, offer, "refuse", reason);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Withdraws this party's own offer.",
      footer = {"", "Example:", "  hotline status withdraw --data south 0e92b0664e7a"})
  int withdraw(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "OFFER", description = OFFER) String offer) {
    return verb(node, offer, "withdraw", "");
  }

  private static int verb(NodeOptions node, String offer, String verb, String reason) {
    return node.say(line -> line.offerVerb(find(line, offer), verb, reason));
  }

  private static String find(LineApi line, String offer) {
    return NodeOptions.one(line.offers(), each -> Map.entry(each.id(), ""), offer, "offer").id();
  }
}
