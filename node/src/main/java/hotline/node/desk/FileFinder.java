package hotline.node.desk;

import hotline.line.MatterRefusals;
import hotline.line.Reference;
import hotline.line.body.NoticeRef;
import hotline.line.incident.Incident;
import hotline.line.workinggroup.Case;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds incidents, cases and what is referred to, by id or short name. */
final class FileFinder {
  private final Core core;
  private final NoticeDesk notices;

  FileFinder(Core core, NoticeDesk notices) {
    this.core = core;
    this.notices = notices;
  }

  static String reference(Incident incident) {
    return Reference.incident(incident.id());
  }

  static String reference(Case opened) {
    return Reference.ofCase(opened.id());
  }

  /** An incident by its reference, else what has this id. */
  Optional<StatementId> incident(String name) {
    String typed = name.strip().toUpperCase(Locale.ROOT);
    return typed.startsWith("I-")
        ? References.only(core.read(state -> state.incidents().all()), FileFinder::reference, typed)
            .map(Incident::id)
        : Core.id(name.strip().toLowerCase(Locale.ROOT));
  }

  /** A case by its reference, else what has this id. */
  Optional<StatementId> caseOf(String name) {
    String typed = name.strip().toUpperCase(Locale.ROOT);
    return typed.startsWith("K-")
        ? References.only(core.read(state -> state.cases().all()), FileFinder::reference, typed)
            .map(Case::id)
        : Core.id(name.strip().toLowerCase(Locale.ROOT));
  }

  /** The incident that something is to be said in. */
  StatementId needIncident(String name) throws Given.Refused {
    return incident(name)
        .orElseThrow(() -> new Given.Refused(MatterRefusals.FILE_UNKNOWN, "incident"));
  }

  /** The case that something is to be said in. */
  StatementId needCase(String name) throws Given.Refused {
    return caseOf(name).orElseThrow(() -> new Given.Refused(MatterRefusals.FILE_UNKNOWN, "case"));
  }

  /** The incident or case that something is to be said in. */
  StatementId needFile(String name) throws Given.Refused {
    boolean isCase = name.strip().toUpperCase(Locale.ROOT).startsWith("K-");
    return (isCase ? caseOf(name) : incident(name))
        .orElseThrow(() -> new Given.Refused(MatterRefusals.FILE_UNKNOWN, "incident or case"));
  }

  /** What is referred to: statements by their ids; incidents, cases and notices by short names. */
  List<StatementId> refers(List<String> names) throws Given.Refused {
    List<StatementId> all = new ArrayList<>();
    for (String name : names) {
      all.add(
          referred(name)
              .orElseThrow(() ->
                  new Given.Refused(
                      "not-understood",
                      "“"
                          + name
                          + "” names no statement. Give its id, or the reference of a notice, an"
                          + " incident or a case.")));
    }
    return all;
  }

  private Optional<StatementId> referred(String name) {
    String typed = name.strip().toUpperCase(Locale.ROOT);
    if (typed.startsWith("N-")) {
      return notices.find(typed).flatMap(this::statement);
    }
    return typed.startsWith("K-") ? caseOf(name) : incident(name);
  }

  /** The statement that declared the newest version of a notice. */
  private Optional<StatementId> statement(NoticeRef notice) {
    return core.read(state ->
            state
                .notices()
                .live(notice.entity())
                .map(each -> each.index())
                .or(() -> state.notices().ended(notice.entity()).map(each -> each.index())))
        .flatMap(core.outlook()::statement)
        .map(Statement::id);
  }
}
