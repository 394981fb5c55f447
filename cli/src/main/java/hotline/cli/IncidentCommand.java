package hotline.cli;

import hotline.node.api.MatterApi.Exported;
import hotline.node.api.MatterRequests;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline incident …}: what happened, as each party says it. */
@Command(
    name = "incident",
    description = "Incidents: what each party says, brings forward and holds of the others' word.",
    mixinStandardHelpOptions = true)
final class IncidentCommand extends FileCommands {
  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists incidents, newest first.",
      footer = {"", "Example:", "  hotline incident list --data north"})
  int list(@Mixin NodeOptions node, @Mixin AtOption at) {
    return node.show(line -> List.copyOf(at.of(line).incidents()), IncidentPrint::list);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description =
          "Shows an incident: each party's own words, and what each holds of the others'.",
      footer = {"", "Example:", "  hotline incident show --data north I-7K2MQ"})
  int show(
      @Mixin NodeOptions node,
      @Mixin AtOption at,
      @Parameters(paramLabel = "INCIDENT", description = WHICH) String incident) {
    return node.show(
        line -> Named.found(at.of(line).incident(incident), "incident", incident),
        IncidentPrint::one);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Opens an incident, with this party's first version of what happened.",
      footer = {
        "",
        "Example:",
        "  hotline incident open --data north --start 2026-11-22T10:00Z",
        "    --end 2026-11-22T10:10Z --refers N-GR7SJ \"Near pass\" \"They came close.\""
      })
  int open(
      @Mixin NodeOptions node,
      @Mixin TimesOptions times,
      @Mixin PlaceOptions place,
      @Mixin Refers refers,
      @Parameters(paramLabel = "TITLE") String title,
      @Parameters(paramLabel = "WORDS", description = "This party's version.") String words) {
    return node.say(line ->
        line.openIncident(
            new MatterRequests.Incident(
                title,
                times.start(),
                times.end(),
                place.position(),
                place.floor(),
                place.ceiling(),
                words,
                refers.ids(line))));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Gives this party's version of what happened, anew: the earlier ones stay.",
      footer = {
        "",
        "Example:",
        "  hotline incident account --data south I-7K2MQ \"Nobody came close.\""
      })
  int account(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "INCIDENT", description = WHICH) String incident,
      @Parameters(paramLabel = "WORDS") String words) {
    return node.say(line -> line.account(incident, words));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Claims that something happened, or will: a claim about the future can be lodged before.",
        "Without --incident it stands alone, until \"attach\"."
      },
      footer = {
        "",
        "Example:",
        "  hotline incident claim --data north --start 2030-01-01T10:00Z",
        "    --end 2030-01-01T12:00Z \"They will jam channel 5.\""
      })
  int claim(
      @Mixin NodeOptions node,
      @Mixin TimesOptions times,
      @Parameters(paramLabel = "WORDS") String words,
      @Option(names = "--at", paramLabel = "POSITION", description = "\"46.3 N 6.5 E\".")
          @Nullable String position,
      @Option(names = "--incident", paramLabel = "INCIDENT", description = WHICH)
          @Nullable String incident,
      @Option(
              names = "--narrows",
              paramLabel = "CLAIM",
              description = "The own claim whose place it takes: its entry or id.")
          @Nullable String narrows) {
    return node.say(line ->
        line.claim(
            new MatterRequests.Claim(
                incident,
                words,
                times.start(),
                times.end(),
                position,
                Named.idOrNull(line, narrows))));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists claims and sealed things that belong to no incident yet.",
      footer = {"", "Example:", "  hotline incident unattached --data north"})
  int unattached(@Mixin NodeOptions node, @Mixin AtOption at) {
    return node.show(line -> List.copyOf(at.of(line).unattached()), IncidentPrint::exhibits);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Puts an own claim, sealed thing or claim of a breach into an incident.",
      footer = {"", "Example:", "  hotline incident attach --data north I-7K2MQ 47"})
  int attach(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "INCIDENT", description = WHICH) String incident,
      @Parameters(paramLabel = "ITEM", description = Named.HOW) String item) {
    return node.say(line -> line.attach(incident, Named.id(line, item)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Says what this party holds of what another has brought forward.",
      footer = {
        "",
        "Example:",
        "  hotline incident assess --data south 47 disputes --reason \"Not where it was.\""
      })
  int assess(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "ITEM", description = Named.HOW) String item,
      @Parameters(
              paramLabel = "WORD",
              description = "accepts, disputes, cannot-verify or no-firm-information.")
          String word,
      @Option(names = "--reason", paramLabel = "TEXT", description = "A dispute has one.")
          @Nullable String reason) {
    return node.say(
        line -> line.assess(new MatterRequests.Assess(Named.id(line, item), word, reason)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Words a finding; that signs it. The others sign it, with dissent or without.",
      footer = {
        "",
        "Example:",
        "  hotline incident finding --data south I-7K2MQ \"The buffers were too small.\""
      })
  int finding(
      @Mixin NodeOptions node,
      @Mixin Refers refers,
      @Parameters(paramLabel = "INCIDENT", description = WHICH) String incident,
      @Parameters(paramLabel = "WORDS") String words) {
    return node.say(
        line -> line.finding(new MatterRequests.Wording(incident, words, refers.ids(line))));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Seals a file by its SHA-256 and length: the file stays here, and can be shown later to be",
        "what it was."
      },
      footer = {
        "",
        "Example:",
        "  hotline incident seal --data north --sort track --incident I-7K2MQ own.csv"
      })
  int seal(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "FILE", description = "At most 64 MiB, if it is to be kept.")
          Path file,
      @Option(names = "--sort", required = true, description = "${COMPLETION-CANDIDATES}.")
          Sort sort,
      @Option(
              names = "--title",
              paramLabel = "TEXT",
              description = "What the others read; the file's name, if not given.")
          @Nullable String title,
      @Option(names = "--start", paramLabel = "TIME", description = "From when it has data.")
          @Nullable String start,
      @Option(names = "--end", paramLabel = "TIME", description = "Until when it has data.")
          @Nullable String end,
      @Option(names = "--incident", paramLabel = "INCIDENT", description = WHICH)
          @Nullable String incident) {
    SealedFile sealed = SealedFile.of(file);
    return node.say(line ->
        line.seal(
            new MatterRequests.Seal(
                sort.name().toUpperCase(Locale.ROOT),
                title == null ? String.valueOf(file.getFileName()) : title,
                sealed.sha256(),
                sealed.bytes(),
                start,
                end,
                incident)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Gives the node the bytes of a file that was sealed, by this party or another.",
        "It keeps them outside of the record; they go into the bundles of the incident."
      },
      footer = {"", "Example:", "  hotline incident keep --data north own.csv"})
  int keep(@Mixin NodeOptions node, @Parameters(paramLabel = "FILE") Path file) {
    byte[] bytes = node.bytes(file, SealedFile.KEPT_BYTES_MAX);
    return node.say(line -> line.keepSealed(bytes));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Writes a sealed thing that is kept at the node to a file.",
      footer = {"", "Example:", "  hotline incident fetch --data north --out copy.csv 47"})
  int fetch(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "ITEM", description = Named.HOW) String item,
      @Option(names = "--out", required = true, paramLabel = "FILE") Path out) {
    return node.ask(line -> {
      byte[] bytes = Named.found(line.keptSealed(Named.id(line, item)), "kept bytes of", item);
      return node.wrote(out, bytes);
    });
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Discloses one exact volume of an own notice, or hands over what was sealed.",
        "A volume proves by itself that it is what was committed to then."
      },
      footer = {
        "",
        "Example:",
        "  hotline incident disclose --data north --notice N-GR7SJ I-7K2MQ"
      })
  int disclose(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "INCIDENT", description = WHICH) String incident,
      @Option(names = "--notice", paramLabel = "NOTICE", description = "An own one.")
          @Nullable String notice,
      @Option(
              names = "--notice-version",
              paramLabel = "N",
              description = "The newest, if not given.")
          @Nullable Long version,
      @Option(
              names = "--volume",
              paramLabel = "N",
              description = "Which of its volumes, from 0; the first, if not given.")
          @Nullable Integer volume,
      @Option(names = "--sealed", paramLabel = "ITEM", description = "An own sealed thing.")
          @Nullable String sealed) {
    if ((notice == null) == (sealed == null)) {
      throw node.usage("Give exactly one of --notice and --sealed.");
    }
    return node.say(line ->
        line.disclose(
            new MatterRequests.Disclose(
                incident, notice, version, volume, Named.idOrNull(line, sealed))));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Writes one file with all that a stranger needs to check the incident.",
      footer = {"", "Example:", "  hotline incident export --data north --out near.zip I-7K2MQ"})
  int export(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "INCIDENT", description = WHICH) String incident,
      @Option(names = "--out", paramLabel = "FILE", description = "Not given: a name of its own.")
          @Nullable Path out) {
    return node.ask(line ->
        switch (line.exportIncident(incident)) {
          case Exported.Archive(String name, byte[] bytes) ->
              node.wrote(out == null ? Path.of(name) : out, bytes);
          case Exported.Refused(String code, String sentence) -> node.refused(code, sentence);
        });
  }

  /** What is sealed. */
  enum Sort {
    track,
    file,
    recording,
    other
  }
}
