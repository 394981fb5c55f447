package hotline.cli;

import hotline.node.api.MatterRequests;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline breach …}: who says that who broke what was agreed, and the answer. */
@Command(
    name = "breach",
    description = "The breach ledger: each claim with the other's answer beside it.",
    mixinStandardHelpOptions = true)
final class BreachCommand {
  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists the claims of all parties, newest first.",
      footer = {"", "Example:", "  hotline breach list --data north"})
  int list(@Mixin NodeOptions node, @Mixin AtOption at) {
    return node.show(line -> List.copyOf(at.of(line).breaches()), BreachPrint::list);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows one claim with every answer and follow-up.",
      footer = {"", "Example:", "  hotline breach show --data north 41"})
  int show(
      @Mixin NodeOptions node,
      @Mixin AtOption at,
      @Parameters(paramLabel = "BREACH", description = Named.HOW) String breach) {
    return node.show(
        line ->
            Named.found(
                at.of(line).breaches().stream()
                    .filter(each -> Named.is(each.by(), breach))
                    .findFirst(),
                "claim of a breach",
                breach),
        BreachPrint::one);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Claims that a party broke what was agreed.",
        "Against exactly one of: a clause of the terms, a notice of that party, a track."
      },
      footer = {
        "",
        "Example:",
        "  hotline breach claim --data north south",
        "    --notice N-E37R3 --start 2030-01-01T10:10Z --end 2030-01-01T10:14Z",
        "    \"Left its volume to the west.\""
      })
  int claim(
      @Mixin NodeOptions node,
      @Mixin TimesOptions times,
      @Mixin PlaceOptions place,
      @Parameters(paramLabel = "PARTY", description = "Who broke it.") String party,
      @Parameters(paramLabel = "WORDS", description = "What happened.") String words,
      @Option(
              names = "--clause",
              paramLabel = "NUMBER",
              description = "Of the terms, as \"terms show\" numbers them.")
          @Nullable Integer clause,
      @Option(names = "--notice", paramLabel = "NOTICE", description = "Its reference or id.")
          @Nullable String notice,
      @Option(names = "--track", paramLabel = "TEXT", description = "A track, as you name it.")
          @Nullable String track,
      @Option(names = "--zone", paramLabel = "NAME", description = "A zone of the terms.")
          @Nullable String zone) {
    return node.say(line ->
        line.claimBreach(
            new MatterRequests.Breach(
                party,
                clause,
                notice,
                track,
                times.start(),
                times.end(),
                place.position(),
                place.floor(),
                place.ceiling(),
                zone,
                words)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Answers a claim of a breach by this party.",
      footer = {
        "",
        "Example:",
        "  hotline breach answer --data south 41 disputes \"It was inside.\""
      })
  int answer(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "BREACH", description = Named.HOW) String breach,
      @Parameters(paramLabel = "WORD", description = "accepts, disputes, no-comment or needs-time.")
          String word,
      @Parameters(paramLabel = "TEXT", arity = "0..1") @Nullable String text,
      @Option(names = "--until", paramLabel = "TIME", description = "With needs-time, and only so.")
          @Nullable String until) {
    return node.say(line ->
        line.answerBreach(
            new MatterRequests.BreachAnswer(Named.id(line, breach), word, until, text)));
  }

  @Command(
      name = "follow-up",
      mixinStandardHelpOptions = true,
      description = "Comments on a claim; narrows or withdraws this party's own.",
      footer = {
        "",
        "Example:",
        "  hotline breach follow-up --data north 41 narrowed \"Only to 10:12.\""
      })
  int followUp(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "BREACH", description = Named.HOW) String breach,
      @Parameters(paramLabel = "STEP", description = "comment, narrowed or withdrawn.") String step,
      @Parameters(paramLabel = "WORDS") String words) {
    return node.say(line ->
        line.followUpBreach(new MatterRequests.FollowUp(Named.id(line, breach), step, words)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "The line in numbers, computed from the record alone: the same at every node.",
        "Answer times, late notices, missed line checks, breaches by week and by place."
      },
      footer = {"", "Example:", "  hotline breach statistics --data north"})
  int statistics(@Mixin NodeOptions node, @Mixin AtOption at) {
    return node.show(line -> at.of(line).statistics(), BreachPrint::statistics);
  }
}
