package hotline.cli;

import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.node.api.LineApi;
import hotline.node.api.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline terms …}: what the parties have agreed. */
@Command(
    name = "terms",
    description = "The terms: in force when every party has signed the same bytes.",
    mixinStandardHelpOptions = true)
final class TermsCommand {
  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows the terms in force, then proposals, clause by clause.")
  int show(@Mixin NodeOptions node) {
    return node.show(line -> List.copyOf(line.terms()), TermsCommand::print);
  }

  private static void print(Output output, List<Views.Terms> all) {
    if (all.isEmpty()) {
      output.line("No terms are in force or proposed.");
    }
    for (Views.Terms terms : all) {
      output.line(
          "terms " + terms.number() + ", " + Plain.words(terms.state()) + ", " + terms.hash(),
          Tone.HEADING);
      output.line("signed by " + Plain.list(terms.signedBy()));
      terms.clauses().forEach(clause -> output.line("  " + clause));
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Proposes terms from their canonical bytes; proposing signs them.")
  int propose(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "FILE", description = "The terms, as CBOR (docs/format.md).")
          Path file) {
    byte[] terms;
    try {
      terms = Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new NodeOptions.Unreadable("Cannot read " + file + ".");
    }
    return node.say(line -> line.proposeTerms(terms));
  }

  @Command(mixinStandardHelpOptions = true, description = "Signs proposed terms.")
  int sign(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "HASH", description = "Of the terms, or how it begins.")
          String hash) {
    return node.say(line -> line.termsVerb(find(line, hash), "sign", ""));
  }

  @Command(mixinStandardHelpOptions = true, description = "Refuses proposed terms.")
  int refuse(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "HASH", description = "Of the terms, or how it begins.") String hash,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason) {
    return node.say(line -> line.termsVerb(find(line, hash), "refuse", reason));
  }

  private static String find(LineApi line, String hash) {
    return NodeOptions.one(line.terms(), each -> Map.entry(each.hash(), ""), hash, "terms").hash();
  }
}
