package hotline.cli;

import hotline.cli.check.AccusationFileCheck;
import hotline.cli.check.BundleFileCheck;
import hotline.cli.check.PartyFiles;
import hotline.cli.check.ProofCheck;
import hotline.cli.check.ProofKeys;
import hotline.cli.client.FileTrouble;
import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.line.accusation.Accusation;
import hotline.line.accusation.AccusationCheck;
import hotline.line.bundle.BundleCheck;
import hotline.node.bundle.Archive;
import hotline.record.signature.PublicKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        "Checks a proof file, an accusation or an incident's bundle, without asking anyone.",
        "A proof: the keys come from --terms with the genesis, or from --policy, or from the policy"
            + " file in --data.",
        "A bundle: only the root keys count, from --root, --genesis or the genesis in --data.",
        "An accusation (evidence/.../accusation): the keys come from --terms with the genesis."
      },
      footer = {
        "",
        "Example:",
        "  hotline proof verify --genesis line.genesis --terms terms.cbor it.proof"
      })
  int verify(
      @Mixin NodeOptions node,
      @Parameters(
              paramLabel = "FILE",
              description = "A proof, a bundle, or an accusation that a node keeps.")
          Path file,
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
          @Nullable String key,
      @Option(
              names = "--terms",
              paramLabel = "FILE",
              description = "The terms that it was said under, as you signed them.")
          @Nullable Path terms,
      @Option(
              names = "--enrolment",
              paramLabel = "FILE",
              description = "The proof of the entry that gave the signer a key since those terms.")
          @Nullable Path enrolment,
      @Option(
              names = "--officer",
              paramLabel = "FILE",
              description = "The proof of the entry that enrolled the officer who signed inside.")
          @Nullable Path officer,
      @Option(
              names = "--root",
              paramLabel = "PARTY=HEX",
              description = "A party's root key, as that party gave it to you; for bundles.")
          @Nullable List<String> roots,
      @Option(
              names = "--record",
              paramLabel = "DIR",
              description = "Your copy of the record; for an accusation about outcomes.")
          @Nullable String record) {
    byte[] bytes = node.bytes(file, Archive.BYTES_MAX);
    if (BundleFileCheck.isBundle(bytes)) {
      return bundle(node, bytes, genesis, roots == null ? List.of() : roots);
    }
    if (Accusation.isOne(bytes)) {
      return accusation(node, bytes, genesis, terms, record);
    }
    byte[] said = statement == null ? null : node.bytes(statement);
    ProofCheck.Result result =
        terms == null
            ? byPolicy(node, bytes, policy, said, genesis, key)
            : new ProofCheck(
                    bytes,
                    keys(node, genesis, terms),
                    said,
                    enrolment == null ? null : node.bytes(enrolment),
                    officer == null ? null : node.bytes(officer))
                .run();
    node.print(
        result,
        (output, found) -> print(output, found.held(), List.of(), found.fault(), found.open()));
    return result.fault() == null ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private static ProofCheck.Result byPolicy(
      NodeOptions node,
      byte[] proof,
      @Nullable Path policy,
      byte @Nullable [] statement,
      @Nullable Path genesis,
      @Nullable String key) {
    Path rules = policy == null ? node.dataFile("policy", "--policy FILE or --terms FILE") : policy;
    return new ProofCheck(
            proof, node.bytes(rules), statement, genesis == null ? null : node.bytes(genesis), key)
        .run();
  }

  private static int accusation(
      NodeOptions node,
      byte[] bytes,
      @Nullable Path genesis,
      @Nullable Path terms,
      @Nullable String record) {
    if (terms == null) {
      throw node.usage("An accusation is checked with the terms you signed: give --terms FILE.");
    }
    Path founding = genesis == null ? node.dataFile("genesis.cbor", "--genesis FILE") : genesis;
    AccusationCheck.Judgement judgement;
    try {
      judgement =
          AccusationFileCheck.check(
              bytes,
              node.bytes(founding),
              node.bytes(terms),
              record == null ? null : PartyFiles.at(record, node.peerTls(record)));
    } catch (IllegalArgumentException wrong) {
      throw node.usage(String.valueOf(wrong.getMessage()));
    } catch (IOException | UncheckedIOException unread) {
      throw new FileTrouble(String.valueOf(unread.getMessage()));
    }
    node.print(
        judgement,
        (output, found) ->
            print(
                output,
                found.held(),
                found.proved().stream().toList(),
                found.fault().orElse(null),
                List.of()));
    return judgement.proved().isPresent() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private static ProofKeys keys(NodeOptions node, @Nullable Path genesis, Path terms) {
    Path founding = genesis == null ? node.dataFile("genesis.cbor", "--genesis FILE") : genesis;
    try {
      return ProofKeys.of(node.bytes(founding), node.bytes(terms));
    } catch (IllegalArgumentException wrong) {
      throw node.usage(String.valueOf(wrong.getMessage()));
    }
  }

  private static int bundle(
      NodeOptions node, byte[] bytes, @Nullable Path genesis, List<String> typed) {
    Map<String, PublicKey> keys = new TreeMap<>();
    for (String each : typed) {
      Map.Entry<String, PublicKey> root =
          BundleFileCheck.root(each)
              .orElseThrow(() ->
                  node.usage(
                      "--root is PARTY=HEX: the algorithm and the key as hexadecimal digits"));
      keys.put(root.getKey(), root.getValue());
    }
    if (keys.isEmpty()) {
      Path file = genesis == null ? node.dataFile("genesis.cbor", "--root PARTY=HEX") : genesis;
      keys.putAll(
          BundleFileCheck.roots(node.bytes(file))
              .orElseThrow(() -> node.usage(file + " is no genesis of a line")));
    }
    BundleCheck.Result result = BundleFileCheck.check(bytes, keys);
    node.print(
        result,
        (output, found) ->
            print(output, found.held(), found.accusations(), found.fault(), found.open()));
    return result.fault() == null ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private static void print(
      Output output,
      List<String> held,
      List<String> accusations,
      @Nullable String fault,
      List<String> open) {
    held.forEach(line -> output.line("holds   " + line, Tone.GOOD));
    accusations.forEach(line -> output.line("PROOF   " + line, Tone.BAD));
    if (fault != null) {
      output.line("FAILS   " + fault, Tone.BAD);
    }
    open.forEach(line -> output.line("open    " + line, Tone.CARE));
  }
}
