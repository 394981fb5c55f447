package hotline.cli.setup;

import hotline.line.disclosure.PartyFile;
import hotline.record.cbor.Decoded;
import hotline.record.signature.PublicKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Observers and witnesses for a sheet of terms, from the party files that they handed over. */
public final class GuestFiles {
  private static final int BYTES_MAX = 1 << 16;

  private GuestFiles() {}

  /**
   * Values of the clause {@code observers}: each is known by its root key.
   *
   * @param given each {@code Title=FILE}
   * @throws IllegalArgumentException with one sentence about what cannot stand
   */
  public static List<String> observers(List<String> given) {
    return given.stream().map(each -> value(each, PartyFile::root)).toList();
  }

  /** Values of the clause {@code witnesses}: each cosigns with its cosigner key. */
  public static List<String> witnesses(List<String> given) {
    return given.stream().map(each -> value(each, PartyFile::cosigner)).toList();
  }

  private static String value(String given, Function<PartyFile, PublicKey> key) {
    String[] parts = given.split("=", 2);
    if (parts.length != 2) {
      throw new IllegalArgumentException("Give a title and a party file as TITLE=FILE.");
    }
    PartyFile file = read(Path.of(parts[1].strip()));
    return file.party()
        + " = "
        + parts[0].strip()
        + " = "
        + Base64.getEncoder().encodeToString(key.apply(file).encoded());
  }

  private static PartyFile read(Path path) {
    try {
      byte[] bytes = Files.size(path) > BYTES_MAX ? new byte[0] : Files.readAllBytes(path);
      return switch (PartyFile.open(bytes)) {
        case Decoded.Value<PartyFile>(PartyFile file) -> file;
        case Decoded.Fault<PartyFile>(String sentence) ->
            throw new IllegalArgumentException(path + " is no good party file: " + sentence);
      };
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("Cannot read " + path + ".", unreadable);
    }
  }
}
