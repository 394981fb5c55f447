package hotline.cli;

import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.setup.FirstTerms;
import hotline.cli.setup.NodeSettings;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsText;
import hotline.node.api.LineApi;
import hotline.node.api.TermsViews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
  int show(@Mixin NodeOptions node, @Mixin AtOption at) {
    return node.show(line -> List.copyOf(at.of(line).terms()), TermsCommand::print);
  }

  private static void print(Output output, List<TermsViews.Terms> all) {
    if (all.isEmpty()) {
      output.line("No terms are in force or proposed.");
    }
    for (TermsViews.Terms terms : all) {
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

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Drafts the first terms, with the default figures, of all parties known in --data.",
        "The node need not run."
      })
  int draft(
      @Mixin NodeOptions node,
      @Mixin NodeSettings settings,
      @Option(names = "--out", required = true, paramLabel = "FILE") Path out,
      @Option(names = "--category", required = true, paramLabel = "NAME") List<String> categories,
      @Option(
              names = "--zone",
              paramLabel = "NAME=TITLE=POSITION;POSITION;…",
              description = "Three corners or more.")
          @Nullable List<String> zones,
      @Option(names = "--point", paramLabel = "NAME=TITLE=POSITION")
          @Nullable List<String> points) {
    return node.onFolder(
        settings,
        folder -> {
          Terms terms =
              FirstTerms.draft(
                  settings.complete(folder.data()).hostParty(),
                  folder.parties().values(),
                  categories,
                  zones == null ? List.of() : zones,
                  points == null ? List.of() : points);
          node.write(out, terms.encode());
          return new Drafted(
              terms.hash().hex(),
              TermsText.clauses(terms).stream().map(TermsText.Clause::toString).toList());
        },
        (output, drafted) -> {
          output.line("wrote " + out + ", terms " + drafted.hash(), Tone.HEADING);
          drafted.clauses().forEach(clause -> output.line("  " + clause));
        });
  }

  /** Terms that nobody has proposed yet. */
  record Drafted(String hash, List<String> clauses) {}

  static String find(LineApi line, String hash) {
    return NodeOptions.one(
            line.terms(), each -> Map.entry(each.hash(), ""), hash, "proposal of terms")
        .hash();
  }
}
