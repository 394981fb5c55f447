package hotline.node.line;

import com.sun.management.HotSpotDiagnosticMXBean;
import hotline.node.Node;
import hotline.node.NodeConfigFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * South's node in a process of its own, whose owner looks into its memory: prints {@code PORT n},
 * then writes what it remembers into each folder whose path it reads. It ends with its input.
 */
final class SpiedNode {
  private static final int PAGE = 4_096;
  private static final byte[] NOTHING = new byte[PAGE];

  private SpiedNode() {}

  /** The data folder, and the address of North's node. */
  public static void main(String[] arguments) throws IOException {
    String settings = "party = 'south'\nhost = 'north'\nfollow = '" + arguments[1] + "'\n";
    try (Node node = Node.start(NodeConfigFile.parse(settings).complete(Path.of(arguments[0])));
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println("PORT " + node.httpPort());
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        dump(Path.of(line));
        System.out.println("DUMPED");
      }
    }
  }

  private static void dump(Path folder) throws IOException {
    boolean liveOnly = false;
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(folder.resolve("heap.hprof").toString(), liveOnly);
    dumpMemory(folder.resolve("memory"));
  }

  /** All memory that can be written, of the heap and beside it: where the system shows it. */
  private static void dumpMemory(Path file) throws IOException {
    Path maps = Path.of("/proc/self/maps");
    if (!Files.exists(maps)) {
      return;
    }
    try (RandomAccessFile memory = new RandomAccessFile("/proc/self/mem", "r");
        OutputStream out = Files.newOutputStream(file)) {
      for (String line : Files.readAllLines(maps)) {
        String[] words = line.split("[ -]", 4);
        if (words[2].startsWith("rw")) {
          copy(
              memory,
              Long.parseUnsignedLong(words[0], 16),
              Long.parseUnsignedLong(words[1], 16),
              out);
        }
      }
    }
  }

  private static void copy(RandomAccessFile memory, long from, long to, OutputStream out)
      throws IOException {
    byte[] page = new byte[PAGE];
    for (long at = from; at < to; at += PAGE) {
      try {
        memory.seek(at);
        memory.readFully(page);
      } catch (IOException gone) {
        // Given back to the system meanwhile, or a device.
        return;
      }
      if (!Arrays.equals(page, NOTHING)) {
        out.write(page);
      }
    }
  }
}
