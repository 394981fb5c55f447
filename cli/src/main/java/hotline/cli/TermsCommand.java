package hotline.cli;

import hotline.cli.client.Refused;
import hotline.cli.setup.FirstTerms;
import hotline.cli.setup.GuestFiles;
import hotline.cli.setup.NodeSettings;
import hotline.cli.setup.SheetEdit;
import hotline.cli.setup.SheetFile;
import hotline.line.sheet.Sheet;
import hotline.line.terms.Terms;
import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.SheetApi;
import hotline.node.api.TermsViews;
import hotline.record.cbor.Decoded;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
  private static final String HASH = "Of the terms, or how it begins.";

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows the terms in force, then proposals, clause by clause.",
      footer = {"", "Example:", "  hotline terms show --data north"})
  int show(@Mixin NodeOptions node, @Mixin AtOption at) {
    return node.show(line -> List.copyOf(at.of(line).terms()), TermsPrint::all);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows proposals that did not come into force, and why: vetoes among them.",
      footer = {"", "Example:", "  hotline terms ended --data north"})
  int ended(@Mixin NodeOptions node, @Mixin AtOption at) {
    return node.show(line -> List.copyOf(at.of(line).endedTerms()), TermsPrint::ended);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows what terms change in those in force, clause by clause.",
      footer = {"", "Example:", "  hotline terms diff --data south 556ee0e02e9a"})
  int diff(
      @Mixin NodeOptions node,
      @Mixin AtOption at,
      @Parameters(paramLabel = "HASH", description = HASH) String hash) {
    return node.show(
        line -> Named.found(at.of(line).termsDiff(found(line, hash)), "terms", hash),
        TermsPrint::diff);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Writes the bytes of terms to a file, as they are signed.",
      footer = {"", "Example:", "  hotline terms save --data south --out terms.cbor 556ee0e02e9a"})
  int save(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "HASH", description = HASH) String hash,
      @Option(names = "--out", required = true, paramLabel = "FILE") Path out) {
    return node.ask(
        line -> node.wrote(out, Named.found(line.termsBytes(found(line, hash)), "terms", hash)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Prints the next terms as a sheet: every clause as it stands, with a comment.",
        "Change it in any editor, look at what it changes with check, then propose it."
      },
      footer = {"", "Example:", "  hotline terms sheet --data north --out next.toml"})
  int sheet(
      @Mixin NodeOptions node,
      @Option(names = "--out", paramLabel = "FILE", description = "Printed, if not given.")
          @Nullable Path out) {
    return out == null
        ? node.show(LineApi::termsSheet, TermsPrint::sheet)
        : node.ask(line ->
            node.wrote(out, SheetFile.write(line.termsSheet()).getBytes(StandardCharsets.UTF_8)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows what a sheet changes, or what cannot stand in it; nothing is said.",
      footer = {"", "Example:", "  hotline terms check --data north next.toml"})
  int check(@Mixin NodeOptions node, @Parameters(paramLabel = "FILE") Path file) {
    Requests.Sheet sheet = sheet(file, node.bytes(file));
    return node.ask(line -> {
      SheetApi.Filled filled = line.fillTerms(sheet);
      node.print(filled, TermsPrint::filled);
      return filled.hash() == null ? ExitCode.REFUSED : ExitCode.DONE;
    });
  }

  private static Requests.Sheet sheet(Path file, byte[] bytes) {
    try {
      return SheetFile.read(bytes);
    } catch (IllegalArgumentException wrong) {
      throw new Refused("not-understood", file + " is no sheet of terms: " + wrong.getMessage());
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Proposes terms, from a sheet or canonical bytes; proposing signs them.",
      footer = {
        "",
        "Example:",
        "  hotline terms propose --data north --lapses 2026-12-01T12:00Z next.toml"
      })
  int propose(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "FILE", description = "A sheet, or terms as CBOR.") Path file,
      @Option(
              names = "--lapses",
              paramLabel = "TIME",
              description = "Who signs later comes too late; no such time, if not given.")
          @Nullable String lapses) {
    byte[] bytes = node.bytes(file);
    if (SheetFile.isTerms(bytes)) {
      return node.say(line -> line.proposeTerms(bytes, lapses));
    }
    Requests.Sheet sheet = sheet(file, bytes);
    return node.say(line -> line.proposeSheet(sheet, lapses));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Signs proposed terms.",
      footer = {"", "Example:", "  hotline terms sign --data south 556ee0e02e9a"})
  int sign(
      @Mixin NodeOptions node, @Parameters(paramLabel = "HASH", description = HASH) String hash) {
    return verb(node, hash, "sign", "", "");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Refuses proposed terms: a veto, recorded with its scope and reason.",
      footer = {
        "",
        "Example:",
        "  hotline terms refuse --data south --scope \"the east\" --reason \"Too wide.\"",
        "    556ee0e02e9a"
      })
  int refuse(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "HASH", description = HASH) String hash,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason,
      @Option(
              names = "--scope",
              defaultValue = "",
              paramLabel = "TEXT",
              description = "What in them this is about; all of them, if not given.")
          String scope) {
    return verb(node, hash, "refuse", reason, scope);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Withdraws terms that this party has proposed.",
      footer = {"", "Example:", "  hotline terms withdraw --data north 556ee0e02e9a"})
  int withdraw(
      @Mixin NodeOptions node, @Parameters(paramLabel = "HASH", description = HASH) String hash) {
    return verb(node, hash, "withdraw", "", "");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Says that agreed terms begin, their time having come.",
        "The nodes say so by themselves; this is for when none of them does."
      },
      footer = {"", "Example:", "  hotline terms begin --data north 556ee0e02e9a"})
  int begin(
      @Mixin NodeOptions node, @Parameters(paramLabel = "HASH", description = HASH) String hash) {
    return verb(node, hash, "begin", "", "");
  }

  private static int verb(NodeOptions node, String hash, String verb, String reason, String scope) {
    return node.say(line -> line.termsVerb(find(line, hash), verb, reason, scope));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Drafts the first terms, with the default figures, of all parties known in --data.",
        "The node need not run."
      },
      footer = {
        "",
        "Example:",
        "  hotline terms draft --data north --out terms.cbor --category transit"
      })
  int draft(
      @Mixin NodeOptions node,
      @Mixin NodeSettings settings,
      @Option(names = "--out", required = true, paramLabel = "FILE") Path out,
      @Option(names = "--category", required = true, paramLabel = "NAME") List<String> categories,
      @Mixin Clauses clauses) {
    return node.onFolder(
        settings,
        folder -> {
          String host = settings.complete(folder.data()).hostParty();
          Sheet sheet = FirstTerms.sheet(host, folder.founders().values(), categories);
          Terms terms = drafted(node, () -> clauses.fill(new SheetEdit(sheet)));
          node.write(out, terms.encode());
          return TermsPrint.Drafted.of(terms, List.of());
        },
        (output, drafted) -> TermsPrint.drafted(output, out, drafted));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Drafts the next terms from those in force: all stays but what is given.",
        "What has a name that is there already takes its place."
      },
      footer = {
        "",
        "Example:",
        "  hotline terms change --data north --out next.cbor",
        "    --third-party \"relief=Relief flights\" --horizontal \"6 NM\""
      })
  int change(
      @Mixin NodeOptions node,
      @Option(names = "--out", required = true, paramLabel = "FILE") Path out,
      @Option(names = "--category", paramLabel = "NAME", description = "One more; repeat.")
          @Nullable List<String> categories,
      @Mixin Clauses clauses,
      @Option(names = "--third-party", paramLabel = "NAME=TITLE", description = "Repeat.")
          @Nullable List<String> thirdParties,
      @Option(
              names = "--seats",
              paramLabel = "PARTY=SEAT,SEAT…",
              description = "All seats of a party; repeat.")
          @Nullable List<String> seats,
      @Option(
              names = "--without",
              paramLabel = "NAME",
              description = "Leaves out what has this name, in whatever list; repeat.")
          @Nullable List<String> without,
      @Option(names = "--horizontal", paramLabel = "DISTANCE", description = "The least distance.")
          @Nullable String horizontal,
      @Option(names = "--vertical", paramLabel = "FEET", description = "The least, in height.")
          @Nullable Long verticalFt,
      @Option(
              names = "--effective",
              paramLabel = "TIME",
              description = "In force from then; as soon as all have signed, if not given.")
          @Nullable String effective) {
    return node.ask(line -> {
      Terms before = inForce(line);
      SheetEdit edit =
          new SheetEdit(Sheet.next(before))
              .without(given(without))
              .add("categories", given(categories))
              .add("third-parties", given(thirdParties))
              .set("separation-horizontal", horizontal)
              .set("separation-vertical", verticalFt == null ? null : verticalFt + " ft")
              .set("effective", effective);
      Terms next = drafted(node, () -> clauses.fill(edit.seats(given(seats))));
      node.write(out, next.encode());
      node.print(
          TermsPrint.Drafted.of(next, List.of(before)),
          (output, drafted) -> TermsPrint.drafted(output, out, drafted));
      return ExitCode.DONE;
    });
  }

  private static Terms drafted(NodeOptions node, Supplier<SheetEdit> edit) {
    try {
      return edit.get().terms(Instant.now());
    } catch (IllegalArgumentException wrong) {
      throw node.usage(String.valueOf(wrong.getMessage()));
    }
  }

  private static List<String> given(@Nullable List<String> typed) {
    return typed == null ? List.of() : typed;
  }

  private static Terms inForce(LineApi line) {
    String hash =
        line.terms().stream()
            .filter(each -> each.state().equals("IN_FORCE"))
            .map(TermsViews.Terms::hash)
            .findFirst()
            .orElseThrow(() ->
                new Refused("no-terms", "No terms are in force: begin with \"terms draft\"."));
    byte[] bytes = Named.found(line.termsBytes(hash), "terms", hash);
    if (Terms.decode(bytes) instanceof Decoded.Value<Terms>(Terms terms)
        && terms.hash().hex().equals(hash)) {
      return terms;
    }
    throw new Refused("not-a-node", "What the node gives as terms " + hash + " are not these.");
  }

  /** Terms that are not over, by how their hash begins. */
  static String find(LineApi line, String hash) {
    return NodeOptions.one(
            line.terms(), each -> Map.entry(each.hash(), ""), hash, "proposal of terms")
        .hash();
  }

  /** As {@link #find}, and those that are over too. */
  private static String found(LineApi line, String hash) {
    return line.endedTerms().stream()
        .map(TermsViews.Terms::hash)
        .filter(each -> each.equals(hash))
        .findFirst()
        .orElseGet(() -> find(line, hash));
  }

  /** Clauses of terms, as typed. */
  static final class Clauses {
    @Option(
        names = "--zone",
        paramLabel = "NAME=TITLE=POSITION;POSITION;…",
        description = "Three corners or more; repeat.")
    private List<String> zones = List.of();

    @Option(names = "--point", paramLabel = "NAME=TITLE=POSITION", description = "Repeat.")
    private List<String> points = List.of();

    @Option(
        names = "--observer",
        paramLabel = "TITLE=FILE",
        description = "One more, by its party file; repeat.")
    private List<String> observers = List.of();

    @Option(
        names = "--witness",
        paramLabel = "TITLE=FILE",
        description = "One more, by its party file; repeat.")
    private List<String> witnesses = List.of();

    @Option(
        names = "--set",
        paramLabel = "CLAUSE=VALUE",
        description = "Any clause, by its name on the sheet; of a list, all its values; repeat.")
    private List<String> set = List.of();

    @Option(
        names = "--add",
        paramLabel = "CLAUSE=VALUE",
        description = "One more value of a list; what has its name already is replaced; repeat.")
    private List<String> add = List.of();

    private SheetEdit fill(SheetEdit edit) {
      return edit.add("zones", zones)
          .add("points", points)
          .add("observers", GuestFiles.observers(observers))
          .add("witnesses", GuestFiles.witnesses(witnesses))
          .set(set)
          .add(add);
    }
  }
}
