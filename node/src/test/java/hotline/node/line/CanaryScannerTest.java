package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Datum;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.testkit.Chance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scanner finds every form of every kind of canary that is planted, and nothing else. */
class CanaryScannerTest {
  private static final Position PLACE = new Position(-33_481_926_357L, 151_739_284_615L);
  private static final Instant MOMENT = Instant.parse("2026-11-23T04:17:39.482617Z");

  @TempDir Path folder;

  private static List<Canary> canaries(Chance chance) {
    List<Canary> all = new ArrayList<>(Canary.coordinates("place", PLACE));
    all.add(Canary.pair("place as a pair", PLACE));
    all.add(Canary.band("metres", new HeightBand(Datum.W84, 3_741_927, 4_186_533)));
    all.add(Canary.band("feet", new HeightBand(Datum.STANDARD_PRESSURE, 10_347, 12_653)));
    all.add(Canary.time("moment", MOMENT));
    all.add(Canary.words("call sign", "Kestrel 77 \"home\""));
    all.add(Canary.secret("salt", chance.bytes(32)));
    return all;
  }

  private static CanaryScanner.Found scan(CanaryScanner scanner, byte[] bytes) {
    CanaryScanner.Found found = new CanaryScanner.Found();
    scanner.scan(bytes, "here", found);
    return found;
  }

  /** In the midst of noise. */
  private static byte[] planted(Chance chance, byte[] what) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(chance.bytes((int) chance.between(0, 2_000)));
    out.writeBytes(what);
    out.writeBytes(chance.bytes((int) chance.between(0, 2_000)));
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] deflate(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zip = new DeflaterOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void everyFormIsFoundWhereItIsPlantedPlainAndCompressed() throws IOException {
    Chance chance = Chance.of(Chance.seeds().findFirst().orElseThrow());
    List<Canary> canaries = canaries(chance);
    CanaryScanner scanner = new CanaryScanner(canaries);
    int forms = 0;
    for (Canary canary : canaries) {
      for (Canary.Form form : canary.forms()) {
        byte[] plain = planted(chance, form.bytes());
        assertThat(scan(scanner, plain).has(canary, form, "here")).as("%s", form).isTrue();
        byte[] twice = planted(chance, gzip(planted(chance, deflate(plain))));
        assertThat(scan(scanner, twice).has(canary, form, "here")).as("%s", form).isTrue();
        forms++;
      }
    }
    assertThat(forms).isGreaterThan(500);
    assertThat(scan(scanner, chance.bytes(4 << 20)).names()).isEmpty();
  }

  /** The seconds of a time may have the digits of a place; written as a place they are found. */
  @Test
  void theSecondOfATimeIsNoPlace() throws IOException {
    CanaryScanner scanner = new CanaryScanner(canaries(Chance.of(1)));
    String time = "{\"signed\":\"2026-11-23T12:31:28.9156Z\"}";
    assertThat(scan(scanner, time.getBytes(StandardCharsets.UTF_8)).names()).isEmpty();
    for (String place : List.of("33 28.9156", "at 28.9156", ":28.9156", "T12:31 28.9156")) {
      assertThat(scan(scanner, place.getBytes(StandardCharsets.UTF_8)).names())
          .as(place)
          .contains("place latitude");
    }
  }

  /** What others would write, by coders of their own. */
  @Test
  void whatIsWrittenByOtherMeansIsFound() throws IOException {
    Chance chance = Chance.of(Chance.seeds().findFirst().orElseThrow());
    CanaryScanner scanner = new CanaryScanner(canaries(chance));
    byte[] cbor =
        CborArray.of(CborValue.of(PLACE.latNanodegrees()), CborValue.of(PLACE.lngNanodegrees()))
            .encode();
    String json = "{\"lat\":-33.481926357,\"lng\":151.7393}";
    for (String text :
        List.of(
            HexFormat.of().formatHex(cbor),
            Base64.getEncoder().encodeToString(cbor),
            Base64.getUrlEncoder().encodeToString(planted(chance, cbor)),
            "33.48193 S 151.73928 E",
            "33°28.9156'S 151°44.3571'E",
            "33°28'54.935\"S 151°44'21.425\"E",
            "-33.4819264,151.7392846",
            json,
            Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)))) {
      assertThat(scan(scanner, text.getBytes(StandardCharsets.UTF_16LE)).names())
          .as(text)
          .anyMatch(name -> name.startsWith("place"));
      assertThat(scan(scanner, text.getBytes(StandardCharsets.UTF_8)).names())
          .as(text)
          .contains("place latitude", "place longitude");
    }
    assertThat(scan(scanner, cbor).names()).contains("place latitude", "place longitude");
  }

  /** Coarse words are what the design releases; they are no find. */
  @Test
  void whatIsRoundedByTheTermsIsNotFound() {
    CanaryScanner scanner =
        new CanaryScanner(canaries(Chance.of(Chance.seeds().findFirst().orElseThrow())));
    String coarse = "33.5 S 151.7 E 2026-11-23T04:17:00Z 10000 13000 3600000 4200000";
    assertThat(scan(scanner, coarse.getBytes(StandardCharsets.UTF_8)).names()).isEmpty();
  }

  @Test
  void aFormAcrossTwoWindowsOfAFileIsFound() throws IOException {
    Chance chance = Chance.of(Chance.seeds().findFirst().orElseThrow());
    Canary secret = Canary.secret("salt", chance.bytes(32));
    byte[] bytes = new byte[33 << 20];
    byte[] form = secret.forms().getFirst().bytes();
    System.arraycopy(form, 0, bytes, (16 << 20) - 7, form.length);
    Path file = folder.resolve("large");
    Files.write(file, bytes);
    CanaryScanner.Found found = new CanaryScanner.Found();
    new CanaryScanner(List.of(secret)).scan(file, "file", found);
    assertThat(found.has(secret)).isTrue();
  }
}
