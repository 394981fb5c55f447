package hotline.cli;

import hotline.cli.client.FileTrouble;
import hotline.cli.client.Refused;
import hotline.cli.print.Output;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.node.api.Drafted;
import hotline.node.api.LineApi;
import hotline.node.api.LineView;
import hotline.node.api.Requests;
import hotline.node.api.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code hotline notice …}: what will fly. */
@Command(
    name = "notice",
    description = "Notices: what will fly, where, how high and when.",
    mixinStandardHelpOptions = true)
final class NoticeCommand {
  @Command(
      footer = {"", "Example:", "  hotline notice list --data north"},
      mixinStandardHelpOptions = true,
      description = "Lists the notices of all parties, soonest first.")
  int list(
      @Mixin NodeOptions node,
      @Mixin AtOption at,
      @Option(names = "--all", description = "Also those that have ended.") boolean all) {
    return node.show(line -> List.copyOf(at.of(line).notices(all)), NoticeCommand::print);
  }

  private static void print(Output output, List<Views.Notice> notices) {
    output.table(table(notices), "No notices.");
  }

  private static Table table(List<Views.Notice> notices) {
    Table table =
        new Table(
            "NOTICE", "PARTY", "STATE", "CATEGORY", "FROM", "TO", "BAND", "CONFLICTS", "NOTE");
    Instant now = Instant.now();
    for (Views.Notice notice : notices) {
      table.row(
          notice.reference() + " v" + notice.version(),
          notice.party(),
          Plain.words(notice.state()),
          notice.category(),
          Plain.time(notice.start(), now),
          Plain.time(notice.end(), now),
          notice.band().text(),
          Plain.count(notice.conflicts()),
          note(notice));
    }
    return table;
  }

  private static String note(Views.Notice notice) {
    StringBuilder note = new StringBuilder(notice.label() == null ? "" : notice.label());
    for (Views.Covered covered : notice.covered()) {
      if (!covered.covered()) {
        note.append(note.isEmpty() ? "" : "; ").append(covered.why());
      }
    }
    for (Views.Dispute dispute : notice.disputes()) {
      note.append(note.isEmpty() ? "" : "; ").append("disputed by ").append(dispute.party());
    }
    if (notice.late()) {
      note.append(note.isEmpty() ? "" : "; ").append("late");
    }
    return note.toString();
  }

  @Command(
      footer = {"", "Example:", "  hotline notice show --data south N-E37R3"},
      mixinStandardHelpOptions = true,
      description = "Shows one notice, with as much of its volumes as this node may know.")
  int show(
      @Mixin NodeOptions node,
      @Mixin AtOption at,
      @Parameters(paramLabel = "NOTICE", description = "Its reference or id.") String reference) {
    return node.show(line -> find(at.of(line), reference), NoticeCommand::print);
  }

  private static void print(Output output, Views.Notice notice) {
    output.table(table(List.of(notice)), "");
    output.line("id      " + notice.entity());
    output.line("record  " + Plain.count(notice.cellTokens().size(), "cell"));
    if (!notice.release().isEmpty()) {
      output.line("release to " + Plain.list(notice.release()));
    }
    Instant now = Instant.now();
    for (Views.Volume volume : notice.volumes()) {
      output.line(
          "volume  "
              + (volume.radiusMm() == null
                  ? "outline of " + volume.outlineLatLngNanodegrees().size() / 2 + " corners"
                  : "circle of " + Plain.nauticalMiles(volume.radiusMm()))
              + ", "
              + volume.band().text()
              + ", "
              + Plain.time(volume.start(), now)
              + " to "
              + Plain.time(volume.end(), now));
    }
    notice.crossings().forEach(each -> output.line("crosses " + each.words()));
    for (Views.Dispute dispute : notice.disputes()) {
      output.line("dispute " + dispute.party() + ", " + dispute.ground() + ": " + dispute.reason());
    }
  }

  @Command(
      footer = {
        "",
        "Example:",
        "  hotline notice declare --data north --category transit --label ABC123",
        "    --at \"46.3 N 6.5 E\" --radius \"5 NM\" --floor FL310 --ceiling FL330",
        "    --start 2030-01-01T10:00Z --end 2030-01-01T10:30Z"
      },
      mixinStandardHelpOptions = true,
      description = {
        "Declares a notice.",
        "Give one volume by options, or several as JSON in a file (see docs/cli.md)."
      })
  int declare(@Mixin NodeOptions node, @Mixin VolumeOptions volume) {
    Requests.Declare notice = volume.notice(node, null, null);
    return node.say(line -> line.declare(notice));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description =
          "Shows what would come of a notice: conflicts, what others see; declares nothing.",
      footer = {
        "",
        "Example:",
        "  hotline notice draft --data north --category transit --at \"46.3 N 6.5 E\"",
        "    --radius \"5 NM\" --floor FL310 --ceiling FL330",
        "    --start 2030-01-01T10:00Z --end 2030-01-01T10:30Z"
      })
  int draft(@Mixin NodeOptions node, @Mixin VolumeOptions volume) {
    Requests.Declare notice = volume.notice(node, null, null);
    return node.ask(line ->
        switch (line.draft(notice)) {
          case Drafted.Checked checked -> {
            node.print(checked, NoticeCommand::printChecked);
            yield ExitCode.DONE;
          }
          case Drafted.Refused(String code, String sentence) -> node.refused(code, sentence);
        });
  }

  private static void printChecked(Output output, Drafted.Checked drafted) {
    if (drafted.crossings().isEmpty()) {
      output.line("It crosses no agreed line and uses no corridor.");
    }
    drafted.crossings().forEach(each -> output.line(each.words()));
    drafted.conflicts().stream()
        .map(each ->
            (each.certainty().equals("EXACT") ? "conflict with " : "possible conflict with ")
                + each.otherReference()
                + " of "
                + each.otherParty()
                + ", "
                + each.overlapStart()
                + " to "
                + each.overlapEnd())
        .forEach(output::line);
    Views.Notice seen = drafted.seen();
    output.line(
        "The others see: %s, %s, %s to %s, %d coarse cells%s"
            .formatted(
                seen.category(),
                seen.band().text(),
                seen.start(),
                seen.end(),
                seen.cellTokens().size(),
                seen.late() ? ": late" : ""));
    drafted
        .opens()
        .forEach(each ->
            output.line("Exact volumes that " + each.party() + " may ask for: " + each.volumes()));
  }

  @Command(
      footer = {
        "",
        "Example:",
        "  hotline notice amend --data north --category transit --at \"46.3 N 6.5 E\"",
        "    --radius \"4 NM\" --floor FL310 --ceiling FL330",
        "    --start 2030-01-01T10:00Z --end 2030-01-01T10:30Z N-GR7SJ"
      },
      mixinStandardHelpOptions = true,
      description = "Amends a notice: declares its next version.")
  int amend(
      @Mixin NodeOptions node,
      @Mixin VolumeOptions volume,
      @Option(names = "--answers", paramLabel = "MESSAGE", description = "The CONFLICT it answers.")
          @Nullable String answers,
      @Parameters(paramLabel = "NOTICE", description = "Its reference or id.") String reference) {
    return node.say(
        line -> line.declare(volume.notice(node, find(line, reference).entity(), answers)));
  }

  @Command(
      footer = {"", "Example:", "  hotline notice shift --data south --find N-E37R3"},
      mixinStandardHelpOptions = true,
      description = "Shifts a notice in height or in time; its footprints stay.")
  int shift(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "NOTICE", description = "Its reference or id.") String reference,
      @Option(names = "--feet", paramLabel = "±N", description = "Up, or down if negative.")
          @Nullable Long feet,
      @Option(
              names = "--seconds",
              paramLabel = "±N",
              description = "Later, or earlier if negative.")
          @Nullable Long seconds,
      @Option(names = "--find", description = "Take the nearest shift that clears it.")
          boolean find,
      @Option(names = "--answers", paramLabel = "MESSAGE", description = "The CONFLICT it answers.")
          @Nullable String answers) {
    if ((feet != null ? 1 : 0) + (seconds != null ? 1 : 0) + (find ? 1 : 0) != 1) {
      throw node.usage("Give exactly one of --feet, --seconds and --find.");
    }
    return node.say(line -> {
      String entity = find(line, reference).entity();
      Requests.Shift shift =
          find ? found(line, entity) : new Requests.Shift(entity, feet, seconds, answers);
      return line.shift(new Requests.Shift(entity, shift.verticalFeet(), shift.seconds(), answers));
    });
  }

  private static Requests.Shift found(LineApi line, String entity) {
    return line.findShift(entity)
        .orElseThrow(() ->
            new Refused(
                "no-shift",
                "No shift that the terms allow clears it: answer UNABLE, or plan it anew."));
  }

  @Command(
      footer = {"", "Example:", "  hotline notice activate --data north N-GR7SJ"},
      mixinStandardHelpOptions = true,
      description = "Says that a notice has begun.")
  int activate(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "NOTICE", description = "Its reference or id.") String reference) {
    return state(node, reference, "ACTIVATED");
  }

  @Command(
      footer = {"", "Example:", "  hotline notice report --data north N-GR7SJ nonconforming"},
      mixinStandardHelpOptions = true,
      description = "Says that a flight has left its notice (nonconforming, contingent).")
  int report(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "NOTICE", description = "Its reference or id.") String reference,
      @Parameters(paramLabel = "STATE", description = "${COMPLETION-CANDIDATES}.")
          OffNominal state) {
    return state(node, reference, state.name().toUpperCase(Locale.ROOT));
  }

  @Command(
      footer = {"", "Example:", "  hotline notice end --data north N-GR7SJ"},
      mixinStandardHelpOptions = true,
      description = "Ends a notice, flown or not.")
  int end(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "NOTICE", description = "Its reference or id.") String reference) {
    return state(node, reference, "ENDED");
  }

  @Command(
      footer = {
        "",
        "Example:",
        "  hotline notice dispute --data north --ground condition --reason \"Not covered.\"",
        "    N-E37R3"
      },
      mixinStandardHelpOptions = true,
      description = "Disputes another party's notice, on the record.")
  int dispute(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "NOTICE", description = "Its reference or id.") String reference,
      @Option(names = "--ground", required = true, description = "${COMPLETION-CANDIDATES}.")
          Ground ground,
      @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason) {
    return node.say(line ->
        line.dispute(
            new Requests.Dispute(
                find(line, reference).entity(), ground.name().toUpperCase(Locale.ROOT), reason)));
  }

  private static int state(NodeOptions node, String reference, String state) {
    return node.say(line -> line.noticeState(find(line, reference).entity(), state));
  }

  static Views.Notice find(LineView line, String reference) {
    return NodeOptions.one(
        line.notices(true),
        notice -> Map.entry(notice.entity(), notice.reference()),
        reference,
        "notice");
  }

  /** How a flight can be outside its notice. */
  enum OffNominal {
    nonconforming,
    contingent
  }

  /** What a dispute is about. */
  enum Ground {
    condition,
    position,
    time,
    other
  }

  /** The volumes of a notice as typed. */
  static final class VolumeOptions {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Option(names = "--category", paramLabel = "NAME", description = "A category of the terms.")
    private @Nullable String category;

    @Option(
        names = "--label",
        paramLabel = "TEXT",
        description = "Yours alone, such as a call sign.")
    private @Nullable String label;

    @Option(
        names = "--at",
        paramLabel = "POSITION",
        description = "A corner of the outline (three or more), or the centre of a circle.")
    private List<String> at = List.of();

    @Option(names = "--radius", paramLabel = "DISTANCE", description = "Of a circle: \"5 NM\".")
    private @Nullable String radius;

    @Option(names = "--floor", paramLabel = "HEIGHT", description = "\"FL300\", \"1500 m W84\".")
    private @Nullable String floor;

    @Option(names = "--ceiling", paramLabel = "HEIGHT")
    private @Nullable String ceiling;

    @Option(names = "--start", paramLabel = "TIME", description = "2026-11-22T14:02:00Z.")
    private @Nullable String start;

    @Option(names = "--end", paramLabel = "TIME")
    private @Nullable String end;

    @Option(names = "--volumes", paramLabel = "FILE", description = "Several volumes, as JSON.")
    private @Nullable Path volumes;

    @Option(
        names = "--release",
        paramLabel = "NAME",
        description = "A third party of the terms to whom others may hand it on; may be repeated.")
    private List<String> release = List.of();

    Requests.Declare notice(NodeOptions node, @Nullable String entity, @Nullable String answers) {
      if (category == null) {
        throw node.usage("Which category of the terms? Give --category NAME.");
      }
      return new Requests.Declare(entity, category, label, volumes(node), answers, release);
    }

    private List<Requests.Volume> volumes(NodeOptions node) {
      if (volumes != null) {
        try {
          return List.of(JSON.readValue(Files.readString(volumes), Requests.Volume[].class));
        } catch (IOException unreadable) {
          throw new FileTrouble("Cannot read " + volumes + ".");
        } catch (JacksonException wrong) {
          throw node.usage(volumes + " is not a list of volumes: " + wrong.getOriginalMessage());
        }
      }
      if (at.isEmpty() || floor == null || ceiling == null || start == null || end == null) {
        throw node.usage(
            "A volume needs --at, --floor, --ceiling, --start and --end, or all in --volumes FILE.");
      }
      return List.of(new Requests.Volume(at, radius, floor, ceiling, start, end, null));
    }
  }
}
