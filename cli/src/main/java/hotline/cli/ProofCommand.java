package hotline.cli;

import hotline.cli.check.ProofCheck;
import hotline.cli.print.Output.Tone;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline proof verify FILE}: offline, with keys that one already has. */
@Command(
    name = "proof",
    mixinStandardHelpOptions = true,
    description = "Proofs that a statement is in the record: checked offline.")
final class ProofCommand {
  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Checks a proof file without asking anyone.",
        "The keys come from --policy, or from the policy file in --data."
      })
  int verify(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "FILE", description = "As \"record prove\" writes it.") Path file,
      @Option(names = "--policy", paramLabel = "FILE", description = "The log and its cosigners.")
          @Nullable Path policy,
      @Option(
              names = "--statement",
              paramLabel = "FILE",
              description = "The statement's bytes, if the proof does not carry them.")
          @Nullable Path statement,
      @Option(names = "--genesis", paramLabel = "FILE", description = "The line it has to be of.")
          @Nullable Path genesis,
      @Option(
              names = "--key",
              paramLabel = "HEX",
              description = "The key that must have signed the statement (a root or node key).")
          @Nullable String key) {
    Path keys = policy == null ? node.dataFile("policy", "--policy FILE") : policy;
    ProofCheck check =
        new ProofCheck(
            node.bytes(file),
            node.bytes(keys),
            statement == null ? null : node.bytes(statement),
            genesis == null ? null : node.bytes(genesis),
            key);
    ProofCheck.Result result = check.run();
    node.print(
        result,
        (output, found) -> {
          found.held().forEach(line -> output.line("holds   " + line, Tone.GOOD));
          if (found.fault() != null) {
            output.line("FAILS   " + found.fault(), Tone.BAD);
          }
          found.open().forEach(line -> output.line("open    " + line, Tone.CARE));
        });
    return result.fault() == null ? ExitCode.DONE : ExitCode.REFUSED;
  }
}
