package hotline.cli;

import hotline.cli.client.LineClient;
import hotline.cli.client.Refused;
import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.cli.setup.NodeSettings;
import hotline.cli.setup.PartyFolder;
import hotline.line.body.KeyBody;
import hotline.line.body.WatchBody;
import hotline.node.api.KeyApi;
import hotline.record.signature.PublicKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline key …}: the keys of the parties, and what a root key says of them. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = {
      "The keys of the parties: which count, new ones, stolen ones.",
      "A party's root key enrols and revokes its keys alone, at once, from wherever it is kept."
    })
final class KeyCommand {
  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists the keys of every party: which count, from and until which entry.",
      footer = {"", "Example:", "  hotline key list --data south"})
  int list(@Mixin NodeOptions node) {
    return node.show(LineClient::keys, KeyCommand::print);
  }

  private static void print(Output output, List<KeyApi.Key> keys) {
    Table table = new Table("PARTY", "PURPOSE", "KEY", "STATE", "SAID", "REASON");
    Instant now = Instant.now();
    for (KeyApi.Key each : keys) {
      table.row(
          each.party() + (each.own() ? " (own)" : ""),
          purpose(each),
          each.id() + (each.used() ? " (in use)" : ""),
          state(each),
          each.said() == null ? Plain.NOTHING : Plain.time(each.said(), now),
          Plain.text(each.reason()));
    }
    output.table(table, "No terms name any key yet.");
  }

  private static String purpose(KeyApi.Key key) {
    String whose = key.officer() == null ? key.node() : key.officer();
    return whose == null ? key.purpose() : key.purpose() + " " + Plain.text(whose);
  }

  private static String state(KeyApi.Key key) {
    String pending = key.recorded() ? "" : ", not recorded yet";
    if (!key.counts()) {
      return "revoked" + (key.revoked() == null ? "" : " at entry " + key.revoked()) + pending;
    }
    return (key.enrolled() != null
            ? "enrolled at entry " + key.enrolled()
            : key.recorded() ? "by the terms" : "enrolled")
        + pending;
  }

  @Command(
      name = "new",
      mixinStandardHelpOptions = true,
      description = {
        "Makes a new key for this node, beside the one that it signs with, and shows it.",
        "Once: until it is used, the same is shown again."
      },
      footer = {"", "Example:", "  hotline key new --data south"})
  int makeNew(@Mixin NodeOptions node, @Mixin NodeSettings settings) {
    return node.onFolder(
        settings,
        folder -> Shown.of(folder.nextKey()),
        (output, shown) -> {
          shown.print(output);
          output.line(
              "Enrol it with the root key (hotline key enrol), stop the node, and put it in use"
                  + " (hotline key use).",
              Tone.CARE);
        });
  }

  /** A key, for people and programs. */
  record Shown(String id, String key) {
    static Shown of(PublicKey key) {
      return new Shown(key.id().toString(), HexFormat.of().formatHex(key.encoded()));
    }

    void print(Output output) {
      output.line("key  " + key);
      output.line("id   " + id);
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description =
          "Puts the new key of this node in use, and deletes the old; the node must not run.",
      footer = {"", "Example:", "  hotline key use --data south"})
  int use(@Mixin NodeOptions node, @Mixin NodeSettings settings) {
    return node.onFolder(
        settings,
        folder -> Shown.of(folder.useNextKey()),
        (output, shown) -> {
          shown.print(output);
          output.line("The node signs with it from its next start on.");
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Takes the root key away from this folder, into a file on a stick that goes to a safe.",
        "It is written there, read again, and only then deleted here."
      },
      footer = {"", "Example:", "  hotline key away --data south --to /media/stick/south.root"})
  int away(
      @Mixin NodeOptions node,
      @Mixin NodeSettings settings,
      @Option(names = "--to", required = true, paramLabel = "FILE") Path to) {
    return node.onFolder(
        settings,
        folder -> Shown.of(folder.takeRootAway(to)),
        (output, shown) -> {
          shown.print(output);
          output.line(
              "The root key is in "
                  + to
                  + " and nowhere else. Make a second copy, and keep both in"
                  + " different safes: nobody can replace it.",
              Tone.CARE);
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Makes new keys for a party that has lost its folder, around its root key on the stick.",
        "The root key stays there; enrol the new node key, and agree on terms with the others."
      },
      footer = {
        "",
        "Example:",
        "  hotline key restore --data new --party south --root /media/stick/south.root"
      })
  int restore(
      @Mixin NodeOptions node,
      @Mixin NodeSettings settings,
      @Option(names = "--root", required = true, paramLabel = "FILE") Path root) {
    return node.beforeKeys(
        settings,
        config -> Shown.of(PartyFolder.renew(config, root)),
        (output, shown) -> {
          shown.print(output);
          output.line(
              "Take in the others' party files and join the line, start the node, and enrol this"
                  + " key (hotline key enrol).",
              Tone.CARE);
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Gives a node of this party one more key, signed with the root key; the old ones count on.",
        "With --officer: the key of a person, who signs inside what the node says.",
        "Sent by the node, or with --genesis and --out only signed, on a machine without one."
      },
      footer = {
        "",
        "Example:",
        "  hotline key enrol --data south --root /media/stick/south.root 0188d2…"
      })
  int enrol(
      @Mixin NodeOptions node,
      @Mixin RootOptions root,
      @Parameters(paramLabel = "KEY", description = "As key new shows it.") String key,
      @Option(
              names = "--for",
              paramLabel = "NAME",
              description = "Whose key it is, as the terms name the node (this node).")
          @Nullable String name,
      @Option(
              names = "--officer",
              paramLabel = "NAME",
              description = "Of whom it is, as the party calls the person on this line.")
          @Nullable String officer) {
    PublicKey read = inFull(key);
    if (officer != null) {
      if (name != null || officer.isBlank() || officer.length() > WatchBody.OFFICER_MAX) {
        throw node.usage("A key is for a node or for an officer, whose name has 1 to 40 letters.");
      }
      KeyBody enrol = new KeyBody.EnrolOfficer(officer, read);
      return root.isOffline() ? root.sign(node, enrol) : root.say(node, _ -> enrol);
    }
    if (root.isOffline()) {
      if (name == null) {
        throw node.usage("Which node is it for? Give --for NAME.");
      }
      return root.sign(node, new KeyBody.Enrol(name, read));
    }
    return root.say(
        node, line -> new KeyBody.Enrol(name == null ? line.line().node() : name, read));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Lists the keys that officers of this party have made in their browsers and ask for.",
        "Compare a key with its officer before you enrol it: by eye, or by voice."
      },
      footer = {"", "Example:", "  hotline key requests --data south"})
  int requests(@Mixin NodeOptions node) {
    return node.show(LineClient::keyRequests, KeyCommand::printRequests);
  }

  private static void printRequests(Output output, List<KeyApi.KeyRequest> requests) {
    Table table = new Table("OFFICER", "ID", "ASKED", "KEY");
    Instant now = Instant.now();
    for (KeyApi.KeyRequest each : requests) {
      table.row(Plain.text(each.officer()), each.id(), Plain.time(each.asked(), now), each.key());
    }
    output.table(table, "No officer asks for a key.");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Ends a key of this party for good, signed with the root key: what it signs counts no more.",
        "Every peer counts it from when it comes, the record from its entry on."
      },
      footer = {
        "",
        "Example:",
        "  hotline key revoke --data south --root /media/stick/south.root 53be --reason stolen"
      })
  int revoke(
      @Mixin NodeOptions node,
      @Mixin RootOptions root,
      @Parameters(paramLabel = "KEY", description = "In full, or the beginning of its id.")
          String key,
      @Option(
              names = "--reason",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "For the others, up to 500 characters.")
          String reason) {
    return root.isOffline()
        ? root.sign(node, new KeyBody.Revoke(inFull(key), reason))
        : root.say(node, line -> new KeyBody.Revoke(own(line, key), reason));
  }

  private static PublicKey own(LineClient line, String typed) {
    List<KeyApi.Key> own = line.keys().stream().filter(KeyApi.Key::own).toList();
    return inFull(
        own.stream().anyMatch(each -> each.key().equals(typed)) || typed.length() > 16
            ? typed
            : NodeOptions.one(own, each -> Map.entry(each.id(), each.key()), typed, "key").key());
  }

  private static PublicKey inFull(String typed) {
    try {
      return PublicKey.decode(HexFormat.of().parseHex(typed))
          .orElseThrow(() -> new Refused("not-a-key", typed + " is not a sound key."));
    } catch (IllegalArgumentException notHex) {
      throw new Refused(
          "not-a-key", "A key is given in hexadecimal digits, as key new and key list show it.");
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Hands in what key enrol or key revoke has signed elsewhere.",
        "At this party's node, or at any other party's if this one's is in the wrong hands."
      },
      footer = {"", "Example:", "  hotline key send --data north south.revocation"})
  int send(@Mixin NodeOptions node, @Parameters(paramLabel = "FILE") Path file) {
    byte[] statement = node.bytes(file);
    return node.say(line -> line.tellKeys(statement));
  }
}
