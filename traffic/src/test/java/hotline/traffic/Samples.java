package hotline.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The wire samples of others among the test resources; see the README beside them. */
public final class Samples {
  private Samples() {}

  /** A sample, unpacked. */
  public static byte[] bytes(String name) {
    try (InputStream in =
            Objects.requireNonNull(Samples.class.getResourceAsStream("/hotline/traffic/" + name));
        InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in) {
      return plain.readAllBytes();
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** The lines of a sample. */
  public static List<String> lines(String name) {
    return new String(bytes(name), StandardCharsets.US_ASCII).lines().toList();
  }

  /** The rows of a table below its heading, cut at the commas. */
  public static List<List<String>> rows(String name) {
    return lines(name).stream().skip(1).map(line -> Arrays.asList(line.split(",", -1))).toList();
  }
}
