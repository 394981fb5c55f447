package hotline.node.feed;

import hotline.traffic.csv.RecordedLine;
import hotline.traffic.report.TargetReport;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A recording as text, packed if its name ends in {@code .gz}; read as it is needed. */
final class CsvFile implements Recorded {
  private final Path path;
  private @Nullable InputStream in;

  CsvFile(String at) {
    path = Path.of(at);
  }

  @Override
  public Optional<Piece> next(Intake into) throws IOException {
    InputStream open = in;
    if (open == null) {
      open = open();
      String heading = line(open);
      if (heading == null || !heading.startsWith(RecordedLine.HEADING)) {
        throw new IOException(path + " does not begin with " + RecordedLine.HEADING + ".");
      }
    }
    for (String line = line(open); line != null; line = line(open)) {
      switch (RecordedLine.parse(line)) {
        case RecordedLine.Row(TargetReport report) -> {
          return Optional.of(new Piece(report.timeUs(), List.of(report)));
        }
        case RecordedLine.Rejected(RecordedLine.Reject reason) -> into.reject(reason.name(), 1);
      }
    }
    return Optional.empty();
  }

  private InputStream open() throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(path));
    in = raw;
    if (path.toString().endsWith(".gz")) {
      in = new BufferedInputStream(new GZIPInputStream(raw));
    }
    return in;
  }

  /** The next line, cut where it is too long for the decoder; null at the end. */
  private static @Nullable String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int each = in.read();
    if (each < 0) {
      return null;
    }
    for (; each >= 0 && each != '\n'; each = in.read()) {
      if (line.length() <= RecordedLine.LENGTH_LIMIT && each != '\r') {
        line.append((char) each);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
