package hotline.bench;

import hotline.line.bundle.BundleCheck;
import hotline.node.api.LineApi;
import hotline.node.api.MatterApi.Exported;
import hotline.node.api.MatterRequests;
import hotline.node.api.Said;
import hotline.node.bundle.Archive;
import hotline.record.signature.PublicKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * The bundle of an incident of an hour: exported at a host that a follower keeps up with, read
 * again and checked with nothing but the root keys. All entries lie in the incident's time, so all
 * of them go in, each with its two proofs. Loopback only; bounded by its own number.
 */
public final class HourIncident {
  /** Four a second for an hour; what the nodes say of them comes on top, and 20,000 go in. */
  private static final int ENTRIES = 15_000;

  private static final int TIMES = 3;

  private HourIncident() {}

  /** {@code HourIncident [ENTRIES]}. */
  public static void main(String[] args)
      throws IOException, InterruptedException, Archive.NotABundle {
    int entries = args.length == 0 ? ENTRIES : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("hotline-hour");
    try (LoopbackLine line = LoopbackLine.open(folder.resolve("line"), true)) {
      measure(line, entries);
    } finally {
      Load.delete(folder);
    }
  }

  private static void measure(LoopbackLine line, int entries)
      throws IOException, InterruptedException, Archive.NotABundle {
    LineApi api = line.north().api();
    Instant began = Instant.now();
    new LongLine(line).fill(entries);
    Said opened =
        api.openIncident(
            new MatterRequests.Incident(
                "An hour",
                began.truncatedTo(ChronoUnit.SECONDS).toString(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                null,
                null,
                null,
                "All of it.",
                List.of()));
    Long index = opened.index();
    if (!opened.done() || opened.id() == null || index == null) {
      throw new IllegalStateException(opened.sentence());
    }
    LoopbackLine.await(() -> api.line().record().confirmedSize() > index);
    System.out.printf("%,d entries in the record, all confirmed%n", api.line().record().size());
    // Both logs have to be cosigned as far as that.
    String incident = Objects.requireNonNull(opened.id());
    LoopbackLine.await(() -> canExport(api, incident));
    Map<String, PublicKey> roots = line.roots();
    for (int i = 0; i < TIMES; i++) {
      once(api, incident, roots);
    }
  }

  private static boolean canExport(LineApi api, String incident) {
    try {
      return switch (api.exportIncident(incident)) {
        case Exported.Archive _ -> true;
        case Exported.Refused(String code, String sentence) -> {
          if (!code.equals("not-confirmed")) {
            throw new IllegalStateException(sentence);
          }
          yield false;
        }
      };
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void once(LineApi api, String incident, Map<String, PublicKey> roots)
      throws IOException, Archive.NotABundle {
    long beganNs = System.nanoTime();
    Exported.Archive archive =
        switch (api.exportIncident(incident)) {
          case Exported.Archive whole -> whole;
          case Exported.Refused(String code, String sentence) ->
              throw new IllegalStateException(code + ": " + sentence);
        };
    long exportedNs = System.nanoTime();
    SortedMap<String, byte[]> files = Archive.files(archive.bytes());
    long readNs = System.nanoTime();
    BundleCheck.Result result = new BundleCheck(files, roots).run();
    long checkedNs = System.nanoTime();
    System.out.printf(
        "bundle of %,d files, %,d KiB: exported %.2f s, read %.2f s, checked %.2f s; %s%n",
        files.size(),
        archive.bytes().length >> 10,
        (exportedNs - beganNs) / 1e9,
        (readNs - exportedNs) / 1e9,
        (checkedNs - readNs) / 1e9,
        result.fault() == null ? "it holds" : result.fault());
  }
}
