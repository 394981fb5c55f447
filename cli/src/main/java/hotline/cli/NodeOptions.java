package hotline.cli;

import hotline.cli.client.FileTrouble;
import hotline.cli.client.LineClient;
import hotline.cli.client.Refused;
import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.setup.NodeSettings;
import hotline.cli.setup.PartyFolder;
import hotline.node.NodeConfig;
import hotline.node.api.Said;
import hotline.node.tls.ClientTls;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Which node a command talks to, and how it prints the answer. */
final class NodeOptions {
  /** The file in a party's data folder that says where its node listens. */
  static final String ADDRESS_FILE = "api.url";

  /** The file in a party's data folder with the token of its API. */
  static final String TOKEN_FILE = "api.token";

  private static final long FILE_BYTES_MAX = 1 << 20;

  /** Characters of an id that have to be typed: 24 bits. */
  private static final int BEGINNING_MIN = 6;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--node",
      paramLabel = "URL",
      defaultValue = "${env:HOTLINE_NODE}",
      description = "The node to talk to (or HOTLINE_NODE).")
  private @Nullable URI node;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:HOTLINE_DATA}",
      description =
          "The node's data folder: its address and token are read there (or HOTLINE_DATA).")
  private @Nullable Path data;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      defaultValue = "${env:HOTLINE_TOKEN_FILE}",
      description = "The API's token, if not DIR/api.token (or HOTLINE_TOKEN_FILE).")
  private @Nullable Path tokenFile;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      defaultValue = "${env:HOTLINE_CA}",
      description = "The node's TLS authority, if not DIR/tls/ca.crt (or HOTLINE_CA).")
  private @Nullable Path authority;

  @Option(names = "--json", description = "Answer with JSON, for programs.")
  private boolean json;

  /** Asks the node and prints what it answers. */
  <T> int show(Function<LineClient, T> question, BiConsumer<Output, T> print) {
    try (LineClient line = open()) {
      T answer = question.apply(line);
      print(answer, print);
      return ExitCode.DONE;
    }
  }

  /** Asks the node something whose answer is more than words; the exit code. */
  int ask(ToIntFunction<LineClient> question) {
    try (LineClient line = open()) {
      return question.applyAsInt(line);
    }
  }

  /** Prints a refusal; its exit code. */
  int refused(String code, String sentence) {
    new Output(command.commandLine().getErr(), false)
        .line("refused (" + code + "): " + sentence, Tone.BAD);
    return ExitCode.REFUSED;
  }

  /** Says something, and prints what became of it. */
  int say(Function<LineClient, Said> statement) {
    try (LineClient line = open()) {
      Said said = statement.apply(line);
      if (json) {
        writer().println(JSON.writeValueAsString(said));
      } else if (said.done()) {
        output().line(said.sentence());
        printPlace(said);
      } else {
        return refused(said.code(), said.sentence());
      }
      return said.done() ? ExitCode.DONE : ExitCode.REFUSED;
    }
  }

  private void printPlace(Said said) {
    if (said.id() != null) {
      String place = said.index() == null ? "" : ", entry " + said.index() + " of the record";
      output().line("id " + said.id() + place, Tone.ASIDE);
    }
  }

  /** Prints {@code answer} as JSON or by {@code print}. */
  <T> void print(T answer, BiConsumer<Output, T> print) {
    if (json) {
      writer().println(JSON.writeValueAsString(answer));
      writer().flush();
    } else {
      print.accept(output(), answer);
    }
  }

  Output output() {
    return new Output(writer(), Output.terminalWantsColour(System.getenv()));
  }

  private PrintWriter writer() {
    return command.commandLine().getOut();
  }

  private LineClient open() {
    URI address = address();
    return new LineClient(address, token(), tls(address));
  }

  /** Whom to believe at an address: for {@code https} one authority, and not the whole world's. */
  private Optional<SSLContext> tls(URI address) {
    if (!"https".equals(address.getScheme())) {
      return Optional.empty();
    }
    Path file = authority;
    if (file == null && data != null) {
      file = ClientTls.authorityIn(data);
    }
    if (file == null) {
      throw usage("Whom to believe at " + address + "? Give --data DIR, or --ca FILE.");
    }
    try {
      return Optional.of(ClientTls.trusting(file));
    } catch (IOException unusable) {
      throw new FileTrouble(String.valueOf(unusable.getMessage()));
    }
  }

  /** What a node is asked with where the others' nodes come in: this party's own certificate. */
  Optional<SSLContext> peerTls(String place) {
    if (!place.startsWith("https://") || data == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(ClientTls.ofNode(data));
    } catch (IOException unusable) {
      throw new FileTrouble(String.valueOf(unusable.getMessage()));
    }
  }

  private URI address() {
    URI address = node;
    if (address == null && data != null) {
      address = URI.create(read(data.resolve(ADDRESS_FILE), "is the node of this folder running?"));
    }
    if (address == null) {
      throw usage("Which node? Give --node URL, or --data DIR, or set HOTLINE_NODE.");
    }
    if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
      throw usage("--node wants an address such as http://127.0.0.1:8080, not " + address + ".");
    }
    return address;
  }

  private Optional<String> token() {
    if (tokenFile != null) {
      return Optional.of(read(tokenFile, "give the file that holds the token."));
    }
    return data == null
        ? Optional.empty()
        : Optional.of(read(data.resolve(TOKEN_FILE), "is this the node's data folder?"));
  }

  /** Works on the party's data folder, whether its node runs or not, and prints what came of it. */
  <T> int onFolder(
      NodeSettings settings, PartyCommand.OnFolder<T> work, BiConsumer<Output, T> print) {
    return beforeKeys(settings, config -> work.apply(PartyFolder.open(config)), print);
  }

  /** Works on a data folder that may have no keys yet, and makes none. */
  <T> int beforeKeys(NodeSettings settings, OnConfig<T> work, BiConsumer<Output, T> print) {
    Path folder = dataFolder();
    try {
      print(work.apply(settings.complete(folder)), print);
      return ExitCode.DONE;
    } catch (IllegalArgumentException wrong) {
      throw usage(String.valueOf(wrong.getMessage()));
    } catch (IOException refused) {
      throw new Refused("folder", String.valueOf(refused.getMessage()));
    }
  }

  /** Work on the settings of a node. */
  interface OnConfig<T> {
    T apply(NodeConfig config) throws IOException;
  }

  /** Writes a file that a person named. */
  void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException unwritable) {
      throw new FileTrouble("Cannot write " + file + ".");
    }
  }

  /** Writes a new file that a person named, and says so; nothing is written over. */
  int wrote(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException there) {
      throw new Refused("exists", file + " is there already; give another name with --out FILE.");
    } catch (IOException unwritable) {
      throw new FileTrouble("Cannot write " + file + ".");
    }
    print(
        new Written(file.toString(), bytes.length),
        (output, written) ->
            output.line("wrote " + written.file() + ", " + Plain.count(written.bytes(), "byte")));
    return ExitCode.DONE;
  }

  /** A file that was written: with {@code --json}, as it is. */
  record Written(String file, long bytes) {}

  private static String read(Path file, String hint) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new FileTrouble("Cannot read " + file + ": " + hint);
    }
  }

  /** The party's data folder, or the usage error that asks for it. */
  Path dataFolder() {
    if (data == null) {
      throw usage("Which party? Give its data folder with --data DIR.");
    }
    return data;
  }

  /** A file of the data folder, or the usage error that says which flag stands for it. */
  Path dataFile(String name, String flag) {
    if (data == null) {
      throw usage("Give " + flag + ", or the party's data folder with --data DIR.");
    }
    return data.resolve(name);
  }

  /** All of a file that a person named; files of this program are never larger than 1 MiB. */
  byte[] bytes(Path file) {
    return bytes(file, FILE_BYTES_MAX);
  }

  /** All of a file that a person named, which may be as long as this. */
  byte[] bytes(Path file, long bytesMax) {
    try {
      if (Files.size(file) > bytesMax) {
        throw new FileTrouble(file + " is too large to be a file of this program.");
      }
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new FileTrouble("Cannot read " + file + ".");
    }
  }

  ParameterException usage(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }

  /**
   * The one of {@code items} whose id or reference is {@code typed}, or whose id begins with it, so
   * that people need not type 64 digits. A beginning of a few characters would name something by a
   * slip of the hand, and some of what is done to it cannot be undone.
   */
  static <T> T one(
      Iterable<T> items, Function<T, Map.Entry<String, String>> names, String typed, String what) {
    T found = null;
    boolean longEnough = typed.length() >= BEGINNING_MIN;
    for (T item : items) {
      Map.Entry<String, String> name = names.apply(item);
      if (name.getKey().equals(typed) || name.getValue().equalsIgnoreCase(typed)) {
        return item;
      }
      if (longEnough && name.getKey().startsWith(typed)) {
        if (found != null) {
          throw new Refused("ambiguous", "More than one " + what + " begins with " + typed + ".");
        }
        found = item;
      }
    }
    if (found == null) {
      throw new Refused(
          "not-found",
          "There is no %s %s: list them first%s."
              .formatted(
                  what,
                  typed,
                  longEnough
                      ? ""
                      : ", and type at least " + BEGINNING_MIN + " characters of its id"));
    }
    return found;
  }
}
