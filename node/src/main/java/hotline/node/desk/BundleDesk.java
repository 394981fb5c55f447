package hotline.node.desk;

import hotline.line.incident.IncidentFile;
import hotline.line.terms.Terms;
import hotline.node.api.MatterApi.Exported;
import hotline.node.bundle.BundleExport;
import hotline.node.bundle.BundleExport.Notes;
import hotline.node.peer.PeerEndpoints.Log;
import hotline.node.record.Keyring;
import hotline.record.note.Note;
import hotline.record.note.Parsed;
import hotline.record.proof.Policy;
import hotline.record.tiles.LogStore;
import java.io.IOException;
import java.util.Optional;

/** An incident as one archive, from the record as it is confirmed now. */
final class BundleDesk {
  private static final String NOT_CONFIRMED =
      "The newest checkpoint has not all the cosignatures of a receipt. See whether the other"
          + " parties' nodes are up, then try again.";

  private final Core core;
  private final FileFinder files;
  private final BundleExport export;

  BundleDesk(Core core, FileFinder files, SealedThings sealed) {
    this.core = core;
    this.files = files;
    this.export = new BundleExport(core.genesis(), core.record(), sealed.folder());
  }

  Exported export(String name) throws IOException {
    Optional<IncidentFile> file =
        files.incident(name).flatMap(id -> core.read(state -> state.incidents().incident(id)));
    Optional<Terms> terms = core.terms();
    if (file.isEmpty() || terms.isEmpty()) {
      return new Exported.Refused(
          "incident-unknown", "No such incident is known. Look at the incidents.");
    }
    Optional<Note> record = note(Log.RECORD);
    Optional<Note> outcomes = note(Log.OUTCOMES);
    if (record.isEmpty() || outcomes.isEmpty()) {
      return new Exported.Refused("not-confirmed", NOT_CONFIRMED);
    }
    try {
      return new Exported.Archive(
          "incident-" + file.get().incident().id().toString().substring(0, 12) + ".zip",
          export.archive(file.get(), new Notes(record.get(), outcomes.get())));
    } catch (BundleExport.NotExportable refused) {
      return new Exported.Refused(refused.code(), String.valueOf(refused.getMessage()));
    }
  }

  /** The newest checkpoint of a log that a stranger would accept. */
  private Optional<Note> note(Log log) {
    boolean ofRecord = log == Log.RECORD;
    Keyring keys = core.keyring();
    Policy policy = keys.policy(ofRecord ? keys.log() : keys.outcomes());
    LogStore store = ofRecord ? core.record().entries() : core.record().outcomes();
    return store
        .published()
        .filter(note -> policy.approve(note) instanceof Parsed.Good<Policy.Approved>)
        .or(() -> core.host().flatMap(host -> host.confirmedNote(log)));
  }
}
