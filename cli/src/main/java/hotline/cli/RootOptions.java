package hotline.cli;

import hotline.cli.client.FileTrouble;
import hotline.cli.client.LineClient;
import hotline.cli.client.Refused;
import hotline.line.body.KeyBody;
import hotline.line.terms.Genesis;
import hotline.node.api.Views;
import hotline.node.keys.KeyFiles;
import hotline.node.keys.RootWord;
import hotline.record.cbor.Decoded;
import hotline.record.signature.SigningKey;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The root key, and where its word goes: to a node, or into a file on a machine that has none. */
final class RootOptions {
  private static final int LINE_ID_DIGITS = 64;

  @Option(
      names = "--root",
      required = true,
      paramLabel = "FILE",
      description = "The root key, on its stick.")
  private Path root = Path.of("");

  @Option(
      names = "--genesis",
      paramLabel = "FILE",
      description = "The line's genesis: sign only, ask no node.")
  private @Nullable Path genesis;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to write what was signed.")
  private @Nullable Path out;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "Of the line, without a node: live, exercise or test (live).")
  private Mode mode = Mode.LIVE;

  /** Whether to sign only. */
  boolean isOffline() {
    return genesis != null;
  }

  /** Signs into a file. */
  int sign(NodeOptions node, KeyBody body) {
    if (genesis == null || out == null) {
      throw node.usage("Without a node, give --genesis FILE and --out FILE.");
    }
    if (!(Genesis.decode(node.bytes(genesis)) instanceof Decoded.Value<Genesis>(Genesis line))) {
      throw new Refused("not-a-genesis", genesis + " is not a genesis.");
    }
    SigningKey key = read();
    String party =
        line.founders().stream()
            .filter(each -> each.rootKey().equals(key.publicKey()))
            .map(Genesis.Founder::party)
            .findFirst()
            .orElseThrow(() ->
                new Refused(
                    "not-a-root", root + " is no root key of the line “" + line.name() + "”."));
    Statement word = word(key, line.lineId(), party, mode, body);
    return node.wrote(out, word.bytes());
  }

  /** Signs and hands it to the node; with {@code --out} also into a file. */
  int say(NodeOptions node, Function<LineClient, KeyBody> body) {
    return node.say(line -> {
      Views.Line now = line.line();
      Statement word =
          word(read(), line(now.lineId()), now.party(), Mode.valueOf(now.mode()), body.apply(line));
      if (out != null) {
        node.write(out, word.bytes());
      }
      return line.tellKeys(word.bytes());
    });
  }

  private static LineId line(String hex) {
    if (hex.length() != LINE_ID_DIGITS) {
      throw new Refused("not-a-node", "The node names no line.");
    }
    return LineId.of(HexFormat.of().parseHex(hex));
  }

  private SigningKey read() {
    try {
      return KeyFiles.rootIn(root);
    } catch (IOException unusable) {
      throw new FileTrouble(String.valueOf(unusable.getMessage()));
    }
  }

  private static Statement word(
      SigningKey key, LineId line, String party, Mode mode, KeyBody body) {
    return RootWord.sign(key, line, party, mode, body, new SecureRandom(), Instant.now());
  }
}
