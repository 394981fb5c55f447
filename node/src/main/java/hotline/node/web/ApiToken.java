package hotline.node.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The secret that every call of {@code /line/v1} carries: one line in {@code DATA/api.token}, which
 * only the owner may read. Made at the first start, kept afterwards.
 */
final class ApiToken {
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  private static final String OWNER_ONLY = "rw-------";

  private final String token;

  private ApiToken(String token) {
    this.token = token;
  }

  /** Reads the token in {@code file}, or makes it. */
  static ApiToken at(Path file) throws IOException {
    try {
      create(file);
    } catch (FileAlreadyExistsException kept) {
      return new ApiToken(read(file));
    }
    return new ApiToken(read(file));
  }

  private static void create(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
    try (FileChannel out =
        posix ? FileChannel.open(file, NEW, owner) : FileChannel.open(file, NEW)) {
      out.write(ByteBuffer.wrap((Secrets.fresh() + "\n").getBytes(StandardCharsets.US_ASCII)));
      out.force(true);
    }
  }

  private static String read(Path file) throws IOException {
    if (Files.size(file) > 200) {
      throw new IOException(file + " is not a token: delete it and start again to get a new one");
    }
    String line = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    if (!line.matches("[A-Za-z0-9_-]{32,128}")) {
      throw new IOException(file + " is not a token: delete it and start again to get a new one");
    }
    var posix =
        Files.getFileAttributeView(file, java.nio.file.attribute.PosixFileAttributeView.class);
    if (posix != null
        && !PosixFilePermissions.toString(posix.readAttributes().permissions())
            .endsWith("------")) {
      throw new IOException(
          file + " can be read by others: delete it and start again to get a new one");
    }
    return line;
  }

  /** Six characters that tell this node's folder from others; they reveal nothing of the token. */
  String mark() {
    return Secrets.digest("mark of " + token).substring(0, 6);
  }

  /** Whether an {@code Authorization} header carries this token. */
  boolean admits(String authorization) {
    return authorization.regionMatches(true, 0, "Bearer ", 0, 7)
        && Secrets.same(token, authorization.substring(7).strip());
  }
}
