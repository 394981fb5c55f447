package hotline.cli;

import hotline.cli.client.FileTrouble;
import hotline.cli.client.Refused;
import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.account.Account;
import hotline.node.account.Accounts;
import hotline.node.account.Audit;
import hotline.node.account.OneTimeCode;
import hotline.node.account.PasswordHash;
import hotline.node.api.Role;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline officer …}: the people of a node, on the node's own machine. */
@Command(
    name = "officer",
    mixinStandardHelpOptions = true,
    description = {
      "The people of a node: who signs in at its pages, and what each may do there.",
      "Works on the node's data folder, on its own machine, also while it runs."
    })
final class OfficerCommand {
  private static final String ROLES =
      "officer, supervisor, interpreter, working-group, investigator, administrator or viewer.";

  /** An account, without anything secret. */
  record Shown(
      String name, String officer, String role, boolean password, boolean code, boolean disabled) {
    static Shown of(Account account) {
      return new Shown(
          account.name(),
          account.officer(),
          account.role().word(),
          account.password() != null,
          account.totp() != null,
          account.disabled());
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Adds a person. From the first on, the page asks everybody to sign in.",
        "Without --password-file, set the password next: hotline officer password."
      },
      footer = {
        "",
        "Example:",
        "  hotline officer add --data north anna --officer \"Anna K.\" --role officer"
      })
  int add(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "NAME", description = "What is typed to sign in.") String name,
      @Option(
              names = "--officer",
              paramLabel = "TEXT",
              description = "As the party calls the person on the line (NAME).")
          @Nullable String officer,
      @Option(names = "--role", required = true, paramLabel = "ROLE", description = ROLES)
          String role,
      @Option(
              names = "--password-file",
              paramLabel = "FILE",
              description = "The first line of this file is the password.")
          @Nullable Path password) {
    return change(
        node,
        "added",
        name,
        accounts ->
            accounts.add(
                new Account(
                    name,
                    officer == null ? name : officer,
                    role(role),
                    password == null ? null : hash(line(password)),
                    null,
                    false)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists the people of this node; nothing secret is shown.",
      footer = {"", "Example:", "  hotline officer list --data north"})
  int list(@Mixin NodeOptions node) {
    try {
      List<Shown> all = accounts(node).all().stream().map(Shown::of).toList();
      node.print(all, OfficerCommand::print);
      return ExitCode.DONE;
    } catch (IOException unreadable) {
      throw new Refused("folder", String.valueOf(unreadable.getMessage()));
    }
  }

  private static void print(Output output, List<Shown> all) {
    Table table = new Table("NAME", "OFFICER", "ROLE", "PASSWORD", "CODE", "STATE");
    for (Shown each : all) {
      table.row(
          each.name(),
          Plain.text(each.officer()),
          each.role(),
          each.password() ? "set" : "none yet",
          each.code() ? "asked for" : "no",
          each.disabled() ? "disabled" : "may sign in");
    }
    output.table(table, "No officers are set up: whoever opens the page speaks for the party.");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Gives a person another role, from the next press on.",
      footer = {"", "Example:", "  hotline officer role --data north anna supervisor"})
  int role(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "ROLE", description = ROLES) String role) {
    Role chosen = role(role);
    return change(
        node, "role-" + chosen.word(), name, all -> all.change(name, each -> each.with(chosen)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Sets a person's password: typed twice here, or from a file.",
      footer = {"", "Example:", "  hotline officer password --data north anna"})
  int password(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "NAME") String name,
      @Option(
              names = "--password-file",
              paramLabel = "FILE",
              description = "The first line of this file is the password.")
          @Nullable Path file) {
    PasswordHash hash = hash(file == null ? typed(node) : line(file));
    return change(node, "password", name, all -> all.change(name, each -> each.with(hash)));
  }

  /** What an authenticator needs. */
  record Secret(String secret, String uri) {}

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Makes a new secret for a person's one-time codes, and shows it once.",
        "From then on a code is asked for; --off asks for none any more."
      },
      footer = {"", "Example:", "  hotline officer totp --data north anna"})
  int totp(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--off", description = "Asks for no codes any more.") boolean off) {
    if (off) {
      return change(node, "no-code", name, all -> all.change(name, each -> each.withCode(null)));
    }
    Secret secret = secret(node, name);
    int code =
        change(node, "code", name, all -> all.change(name, each -> each.withCode(secret.secret())));
    node.print(
        secret,
        (output, shown) -> {
          output.line("secret  " + shown.secret());
          output.line("for an authenticator  " + shown.uri());
          output.line("It is not shown again.", Tone.CARE);
        });
    return code;
  }

  private static Secret secret(NodeOptions node, String name) {
    String secret = OneTimeCode.secret(new SecureRandom());
    String party = String.valueOf(node.dataFolder().toAbsolutePath().getFileName());
    return new Secret(secret, OneTimeCode.uri(secret, party, name));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Lets a person sign in no more, and ends what is open; --again lets in again.",
        "An officer's key is revoked beside this: hotline key revoke."
      },
      footer = {"", "Example:", "  hotline officer disable --data north anna"})
  int disable(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--again", description = "Lets the person sign in again.") boolean again) {
    return change(
        node,
        again ? "enabled" : "disabled",
        name,
        all -> all.change(name, each -> each.disabled(!again)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Who signed in, tried to, and was changed, oldest first.",
      footer = {"", "Example:", "  hotline officer audit --data north --limit 20"})
  int audit(
      @Mixin NodeOptions node,
      @Option(names = "--limit", defaultValue = "50", paramLabel = "N") int limit) {
    try {
      List<Audit.Line> all = Audit.of(accounts(node)).latest(Math.clamp(limit, 1, 100_000));
      node.print(all, OfficerCommand::printAudit);
      return ExitCode.DONE;
    } catch (IOException unreadable) {
      throw new Refused("folder", String.valueOf(unreadable.getMessage()));
    }
  }

  private static void printAudit(Output output, List<Audit.Line> all) {
    Table table = new Table("AT", "WHAT", "NAME", "FROM");
    Instant now = Instant.now();
    for (Audit.Line each : all) {
      table.row(Plain.time(each.at(), now), each.what(), each.name(), each.from());
    }
    output.table(table, "Nothing is noted.");
  }

  private interface Change {
    void on(Accounts accounts) throws IOException;
  }

  private static int change(NodeOptions node, String what, String name, Change change) {
    Accounts accounts = accounts(node);
    try {
      change.on(accounts);
    } catch (IllegalArgumentException wrong) {
      throw new Refused("account", String.valueOf(wrong.getMessage()));
    } catch (IOException refused) {
      throw new Refused("folder", String.valueOf(refused.getMessage()));
    }
    Audit.of(accounts).note(Instant.now(), what, name, "command-line");
    if (!what.equals("code")) {
      node.print(
          accounts.find(name).map(Shown::of).orElseThrow(),
          (output, shown) -> print(output, List.of(shown)));
    }
    return ExitCode.DONE;
  }

  private static Accounts accounts(NodeOptions node) {
    Path folder = node.dataFolder();
    if (!Files.isDirectory(folder)) {
      throw new FileTrouble(folder + " is no data folder of a node.");
    }
    return Accounts.in(folder);
  }

  private static Role role(String word) {
    return Role.of(word)
        .orElseThrow(() ->
            new Refused(
                "role",
                "There is no role %s; choose one of %s."
                    .formatted(
                        Plain.text(word),
                        Arrays.stream(Role.values())
                            .map(Role::word)
                            .collect(Collectors.joining(", ")))));
  }

  private static PasswordHash hash(String password) {
    try {
      return PasswordHash.of(password, new SecureRandom());
    } catch (IllegalArgumentException wrong) {
      throw new Refused("password", String.valueOf(wrong.getMessage()));
    }
  }

  private static String line(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    } catch (CharacterCodingException notText) {
      throw new Refused("password", file + " is no text in UTF-8.");
    } catch (IOException unreadable) {
      throw new FileTrouble("Cannot read " + file + ".");
    }
  }

  private static String typed(NodeOptions node) {
    Console console =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .orElseThrow(
                () -> node.usage("Nobody can type a password here: give --password-file FILE."));
    char[] first = console.readPassword("Password: ");
    char[] second = console.readPassword("Again: ");
    if (first == null || !Arrays.equals(first, second)) {
      throw new Refused("password", "The two differ; nothing was changed.");
    }
    return new String(first);
  }
}
