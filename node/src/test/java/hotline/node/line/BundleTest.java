package hotline.node.line;

import static hotline.node.line.TwoNodes.NORTH;
import static hotline.node.line.TwoNodes.SOUTH;
import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.line.bundle.BundleCheck;
import hotline.node.api.LineApi;
import hotline.node.api.MatterApi.Exported;
import hotline.node.api.MatterRequests;
import hotline.node.api.Requests;
import hotline.node.bundle.Archive;
import hotline.node.keys.PartyKeys;
import hotline.record.merkle.Merkle;
import hotline.record.signature.PublicKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An incident leaves two real nodes as one file, which holds to the last byte and no further. */
class BundleTest {
  private static final byte[] TRACK =
      "time,lat,lng,height\n1,47.0,8.0,10000\n2,47.1,8.1,10000\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  static String in(int minutes) {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60L * minutes).toString();
  }

  /** The archive of an incident with a disclosure, a sealed track, a dispute and an agreed fact. */
  static byte[] archive(TwoNodes line) throws Exception {
    line.agree();
    String notice =
        Objects.requireNonNull(
            expectDone(line.north().declare(line.circle("47.0 N 8.0 E", "5 NM", 10_000, 30))).id());
    assertThat(notice).isNotEmpty();
    String entity = line.north().notices(false).getFirst().entity();
    String track = HexFormat.of().formatHex(Merkle.plain(TRACK).bytes());
    String incident =
        Objects.requireNonNull(
            expectDone(
                    line.north()
                        .openIncident(
                            new MatterRequests.Incident(
                                "Near pass",
                                in(-2),
                                in(-1),
                                "47.0 N 8.0 E",
                                null,
                                null,
                                "They came too close <b>& fast</b>.",
                                List.of())))
                .id());
    expectDone(
        line.north()
            .seal(
                new MatterRequests.Seal(
                    "TRACK", "our radar", track, TRACK.length, null, null, incident)));
    line.until(() -> line.north().keepSealed(TRACK).done(), "the track is kept");
    String disclosure =
        Objects.requireNonNull(
            expectDone(
                    line.north()
                        .disclose(new MatterRequests.Disclose(incident, entity, 1L, 0, null)))
                .id());
    String fact =
        Objects.requireNonNull(
            expectDone(
                    line.north()
                        .fact(
                            new MatterRequests.Wording(incident, "Both were airborne.", List.of())))
                .id());
    line.until(() -> line.south().incident(incident).isPresent(), "south sees it");
    line.until(
        () -> line.south().incident(incident).orElseThrow().differing().size() == 1, "the fact");
    expectDone(line.south().account(incident, "We kept our heading."));
    expectDone(
        line.south().assess(new MatterRequests.Assess(disclosure, "DISPUTES", "Not what we saw.")));
    expectDone(line.south().agree(new MatterRequests.Agree(fact, null, null)));
    expectDone(line.south().due(new MatterRequests.Due(incident, NORTH, "The tape", in(-5))));
    expectDone(line.south().close(new MatterRequests.Closing(incident, "", null)));
    line.until(
        () -> !line.north().incident(incident).orElseThrow().closings().by().isEmpty(), "closing");
    expectDone(line.north().close(new MatterRequests.Closing(incident, "All is said.", null)));
    Exported[] exported = new Exported[1];
    line.until(
        () -> {
          try {
            exported[0] = line.north().exportIncident(incident);
          } catch (java.io.IOException failed) {
            throw new AssertionError(failed);
          }
          return exported[0] instanceof Exported.Archive archive
              && text(archive.bytes(), "derived/report.html").contains("We kept our heading.")
              && text(archive.bytes(), "derived/report.html").contains("signed by all")
              && text(archive.bytes(), "derived/report.html").contains("Closed since ");
        },
        "a bundle of everything");
    return ((Exported.Archive) exported[0]).bytes();
  }

  /** The bundle of an incident, once it can be exported. */
  static Optional<byte[]> exported(LineApi api, String incident) {
    try {
      return api.exportIncident(incident) instanceof Exported.Archive archive
          ? Optional.of(archive.bytes())
          : Optional.empty();
    } catch (java.io.IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static String text(byte[] archive, String file) {
    try {
      return new String(
          Archive.files(archive).getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
    } catch (Archive.NotABundle refused) {
      throw new AssertionError(refused);
    }
  }

  static Map<String, PublicKey> roots(Path folder) throws Exception {
    Map<String, PublicKey> roots = new TreeMap<>();
    for (String party : List.of(NORTH, SOUTH)) {
      PartyKeys keys = PartyKeys.open(folder.resolve(party).resolve("keys"), new SecureRandom());
      roots.put(party, keys.root().publicKey());
    }
    return roots;
  }

  @Test
  void itHoldsAndEveryChangedByteIsNamed() throws Exception {
    byte[] archive;
    try (TwoNodes line = new TwoNodes(folder).start()) {
      archive = archive(line);
    }
    Map<String, PublicKey> roots = roots(folder);
    SortedMap<String, byte[]> files = Archive.files(archive);
    BundleCheck.Result whole = new BundleCheck(files, roots).run();
    assertThat(whole.fault()).isNull();
    assertThat(whole.accusations()).isEmpty();
    assertThat(whole.held()).anyMatch(each -> each.startsWith("1 volumes opened"));
    assertThat(text(archive, "derived/report.html"))
        .contains("They came too close &lt;b&gt;&amp; fast&lt;/b&gt;.", "Not what we saw.")
        .contains("every party has nothing left to say.", "overdue at the last statement")
        .containsPattern("<h1>Incident I-[2-9A-Z]{5}: Near pass</h1>")
        .containsPattern("opens volume 0 of notice N-[2-9A-Z]{5} \\([0-9a-f]{12}\\)");
    assertThat(text(archive, "derived/timeline.csv"))
        .contains("puts as a fact: “Both were airborne.”", "south,AGREE,ok,\"signs ")
        .doesNotContain("\"FACT\"", "\"AGREE\"");
    assertThat(text(archive, "derived/tracks.geojson")).contains("[8.0,47.0],[8.1,47.1]");
    assertThat(text(archive, "derived/volumes.geojson")).contains("\"radiusMm\":9260000");

    // Whatever byte is changed, and even if the list is written anew, the file is named.
    for (String name : files.keySet()) {
      SortedMap<String, byte[]> changed = new TreeMap<>(files);
      byte[] bytes = files.get(name).clone();
      bytes[bytes.length / 2] ^= 1;
      changed.put(name, bytes);
      String fault = new BundleCheck(changed, roots).run().fault();
      // A digest changed in the list looks the same as a file changed under it.
      assertThat(fault).as(name).isNotNull();
      if (!name.equals("BUNDLE")) {
        assertThat(fault).startsWith(name);
        changed.put("BUNDLE", relisted(changed));
        assertThat(new BundleCheck(changed, roots).run().fault()).as(name).isNotNull();
      }
      SortedMap<String, byte[]> without = new TreeMap<>(files);
      without.remove(name);
      assertThat(new BundleCheck(without, roots).run().fault()).as(name).contains(name);
    }
    SortedMap<String, byte[]> more = new TreeMap<>(files);
    more.put("derived/more.csv", new byte[] {1});
    assertThat(new BundleCheck(more, roots).run().fault()).startsWith("derived/more.csv");
    Map<String, PublicKey> foreign = new TreeMap<>(roots);
    foreign.put(NORTH, roots.get(SOUTH));
    assertThat(new BundleCheck(files, foreign).run().fault()).contains("root key of north");
    assertThat(new BundleCheck(files, Map.of()).run().open()).hasSizeGreaterThanOrEqualTo(2);
    SortedMap<String, byte[]> noRun = new TreeMap<>(files);
    noRun.put(
        "BUNDLE",
        text(archive, "BUNDLE")
            .replaceFirst("complete [0-9]+ [0-9]+", "complete 0 0")
            .getBytes(StandardCharsets.US_ASCII));
    assertThat(whole.held()).anyMatch(each -> each.startsWith("no entry from"));
    assertThat(new BundleCheck(noRun, roots).run())
        .satisfies(
            empty -> assertThat(empty.held()).noneMatch(each -> each.startsWith("no entry from")),
            empty -> assertThat(empty.open()).anyMatch(each -> each.contains("no run of entries")));
  }

  /** What comes after the event and has no receipt stays out; what came during it is waited for. */
  @Test
  void aLineThatGoesOnHoldsNoBundleUp() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      String incident = incident(line, -2, -1);
      line.until(() -> exported(line.north(), incident).isPresent(), "a bundle");
      String during = incident(line, -2, 1);
      line.until(() -> exported(line.north(), during).isPresent(), "another");
      line.stop(SOUTH);
      expectDone(
          line.north()
              .send(
                  new Requests.Message(
                      "TEXT", List.of(), "And then.", "en", null, null, null, List.of(), null)));
      assertThat(exported(line.north(), incident)).as("after the event").isPresent();
      assertThat(exported(line.north(), during)).as("during the event").isEmpty();
    }
  }

  private static String incident(TwoNodes line, int fromMinutes, int toMinutes) {
    return Objects.requireNonNull(
        expectDone(
                line.north()
                    .openIncident(
                        new MatterRequests.Incident(
                            "Near pass",
                            in(fromMinutes),
                            in(toMinutes),
                            null,
                            null,
                            null,
                            "Words.",
                            List.of())))
            .id());
  }

  /** What a forger makes of whole files: each in another's place, or of another line. */
  @Test
  void whatIsReorderedForeignOrNestedIsNamed() throws Exception {
    byte[] archive;
    byte[] other;
    try (TwoNodes line = new TwoNodes(folder.resolve("one")).start()) {
      archive = archive(line);
    }
    try (TwoNodes line = new TwoNodes(folder.resolve("other")).start()) {
      other = archive(line);
    }
    Map<String, PublicKey> roots = roots(folder.resolve("one"));
    SortedMap<String, byte[]> files = Archive.files(archive);
    SortedMap<String, byte[]> foreign = Archive.files(other);
    List<String> entries =
        files.keySet().stream().filter(each -> each.startsWith("entries/")).toList();
    List<String> outcomes =
        files.keySet().stream().filter(each -> each.startsWith("outcomes/")).toList();
    for (List<String> all : List.of(entries, outcomes)) {
      SortedMap<String, byte[]> swapped = new TreeMap<>(files);
      swapped.put(all.get(2), files.get(all.get(3)));
      swapped.put(all.get(3), files.get(all.get(2)));
      assertThat(fault(swapped, roots)).startsWith(all.get(2));
    }
    for (String name : List.of("genesis.cbor", entries.getLast(), outcomes.getLast())) {
      SortedMap<String, byte[]> mixed = new TreeMap<>(files);
      mixed.put(name, foreign.getOrDefault(name, foreign.get("entries/000000000003.tlog-proof")));
      assertThat(fault(mixed, roots)).as(name).isNotNull();
    }
    assertThat(new BundleCheck(foreign, roots).run().fault()).startsWith("genesis.cbor");
    SortedMap<String, byte[]> nested = new TreeMap<>(files);
    String inner = "evidence/" + Merkle.plain(archive).hex();
    nested.put(inner, archive);
    assertThat(new BundleCheck(nested, roots).run().fault()).startsWith(inner);
    nested.put("BUNDLE", listedToo(nested, inner));
    assertThat(new BundleCheck(nested, roots).run().fault()).isNotNull();
    refused(backwards(files), "one form");
  }

  private static @Nullable String fault(
      SortedMap<String, byte[]> files, Map<String, PublicKey> roots) {
    files.put("BUNDLE", relisted(files));
    return new BundleCheck(files, roots).run().fault();
  }

  private static byte[] listedToo(SortedMap<String, byte[]> files, String name) {
    String list = new String(relisted(files), StandardCharsets.US_ASCII);
    byte[] bytes = files.get(name);
    String line = Merkle.plain(bytes).hex() + " " + bytes.length + " " + name + "\n";
    int at = list.indexOf(" genesis.cbor\n");
    int start = list.lastIndexOf('\n', at) + 1;
    return (list.substring(0, start) + line + list.substring(start))
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** The same files, in the opposite order. */
  private static byte[] backwards(SortedMap<String, byte[]> files) throws Exception {
    Map<String, byte[]> reversed = new java.util.LinkedHashMap<>();
    files.reversed().forEach(reversed::put);
    return zip(reversed, ZipEntry.STORED);
  }

  /** The list of these files, as someone who forges would write it. */
  private static byte[] relisted(SortedMap<String, byte[]> files) {
    String list = new String(files.get("BUNDLE"), StandardCharsets.US_ASCII);
    List<String> lines = new ArrayList<>();
    for (String line : list.substring(list.indexOf("\n\n") + 2).lines().toList()) {
      String name = line.split(" ", 3)[2];
      byte[] bytes = files.get(name);
      lines.add(Merkle.plain(bytes).hex() + " " + bytes.length + " " + name + "\n");
    }
    return (list.substring(0, list.indexOf("\n\n") + 2) + String.join("", lines))
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void archivesThatAreNoBundlesAreRefused() throws Exception {
    byte[] good = Archive.of(new TreeMap<>(Map.of("BUNDLE", new byte[] {1, 2, 3})));
    assertThat(Archive.files(good)).containsOnlyKeys("BUNDLE");
    for (String name :
        List.of(
            "../BUNDLE", "/BUNDLE", "entries/../BUNDLE", "bundle.zip", "derived/a.sh", "BUNDLE ")) {
      refused(zip(Map.of(name, new byte[9]), ZipEntry.STORED), "no file of a bundle is called");
    }
    refused(zip(Map.of("BUNDLE", new byte[1 << 20]), ZipEntry.DEFLATED), "is compressed");
    byte[] changed = good.clone();
    changed[new String(good, StandardCharsets.ISO_8859_1).indexOf("\1\2\3")] ^= 1;
    refused(changed, "BUNDLE was changed or damaged");
    byte[] longer = java.util.Arrays.copyOf(good, good.length + 1);
    refused(longer, "one form");
    byte[] shorter = java.util.Arrays.copyOf(good, good.length - 1);
    refused(shorter, "");
    byte[] before = new byte[good.length + 5];
    System.arraycopy(good, 0, before, 5, good.length);
    refused(before, "");
    refused(new byte[0], "no ZIP archive");
    refused("PK".getBytes(StandardCharsets.US_ASCII), "no ZIP archive");
  }

  private static void refused(byte[] archive, String why) {
    assertThatThrownBy(() -> Archive.files(archive))
        .isInstanceOf(Archive.NotABundle.class)
        .hasMessageContaining(why);
  }

  private static byte[] zip(Map<String, byte[]> files, int method) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
          java.util.zip.CRC32 crc = new java.util.zip.CRC32();
          crc.update(each.getValue());
          entry.setSize(each.getValue().length);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(each.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
