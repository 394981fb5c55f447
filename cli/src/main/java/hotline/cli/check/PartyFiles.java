package hotline.cli.check;

import hotline.record.note.Note;
import hotline.record.note.VerifierKey;
import hotline.record.tiles.TileSource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * What a party shows of its copy of a line (docs/format.md §9), wherever it lies.
 *
 * @param where as a person would write it
 * @param record the log of statements
 * @param outcomes the log of their outcomes, if it is there
 * @param recordKey the one line of {@code record.vkey}, if it is there
 * @param outcomesKey the one line of {@code outcomes.vkey}, if it is there
 */
public record PartyFiles(
    String where,
    TileSource record,
    Optional<TileSource> outcomes,
    Optional<VerifierKey> recordKey,
    Optional<VerifierKey> outcomesKey) {
  private static final String RECORD = "record";
  private static final String OUTCOMES = "outcomes";
  private static final String KEY = ".vkey";

  /**
   * Finds a line's files at {@code place}: a folder or address of a party's data, of its record, or
   * of a node.
   *
   * @param tls what to ask a node with, over TLS
   * @throws IOException with one sentence if there are none
   */
  public static PartyFiles at(String place, Optional<SSLContext> tls) throws IOException {
    return place.startsWith("http://") || place.startsWith("https://")
        ? atAddress(place, tls)
        : inFolder(Path.of(place));
  }

  private static PartyFiles inFolder(Path folder) throws IOException {
    Path data = folder;
    if (Files.exists(folder.resolve(TileSource.CHECKPOINT))) {
      data = folder.toAbsolutePath().normalize().resolveSibling("");
    }
    Path record = data.equals(folder) ? folder.resolve(RECORD) : folder;
    if (!Files.exists(record.resolve(TileSource.CHECKPOINT))) {
      throw new IOException(
          "There is no record in "
              + folder
              + ": give a party's data folder, or the folder with the file checkpoint.");
    }
    Path outcomes = data.resolve(OUTCOMES);
    boolean both =
        !record.equals(outcomes) && Files.exists(outcomes.resolve(TileSource.CHECKPOINT));
    return new PartyFiles(
        folder.toString(),
        TileSource.directory(record),
        both ? Optional.of(TileSource.directory(outcomes)) : Optional.empty(),
        key(record.resolveSibling(record.getFileName() + KEY)),
        key(data.resolve(OUTCOMES + KEY)));
  }

  private static Optional<VerifierKey> key(Path file) throws IOException {
    return Files.exists(file)
        ? Optional.of(key(Files.readString(file), file.toString()))
        : Optional.empty();
  }

  private static VerifierKey key(String line, String where) throws IOException {
    var parsed = VerifierKey.parse(line.strip());
    return parsed
        .asOptional()
        .orElseThrow(() -> new IOException(where + " is not a log's key (name+id+base64)."));
  }

  /** A node's own address, or one of static files, with or without the folder's name. */
  private static PartyFiles atAddress(String place, Optional<SSLContext> tls) throws IOException {
    URI base = URI.create(place.endsWith("/") ? place : place + "/");
    for (String below : List.of("", RECORD + "/", "peer/v1/" + RECORD + "/")) {
      URI record = base.resolve(below);
      TileSource files = new HttpTiles(record, tls);
      if (files.read(TileSource.CHECKPOINT, Note.NOTE_BYTES_MAX).isPresent()) {
        return beside(place, record, files, tls);
      }
    }
    throw new IOException("There is no record at " + place + ": is it a node's address?");
  }

  private static PartyFiles beside(
      String place, URI record, TileSource files, Optional<SSLContext> tls) throws IOException {
    TileSource parent = new HttpTiles(record.resolve(".."), tls);
    TileSource outcomes = new HttpTiles(record.resolve("../" + OUTCOMES + "/"), tls);
    boolean both = outcomes.read(TileSource.CHECKPOINT, Note.NOTE_BYTES_MAX).isPresent();
    return new PartyFiles(
        place,
        files,
        both ? Optional.of(outcomes) : Optional.empty(),
        key(parent, RECORD + KEY),
        key(parent, OUTCOMES + KEY));
  }

  private static Optional<VerifierKey> key(TileSource parent, String name) throws IOException {
    Optional<byte[]> line = parent.read(name, VerifierKey.LENGTH_MAX);
    return line.isEmpty()
        ? Optional.empty()
        : Optional.of(key(new String(line.get(), StandardCharsets.UTF_8), parent + name));
  }
}
