package hotline.line.bundle;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files that are made from the others: the same from the same, to the byte. */
final class Derived {
  private Derived() {}

  static SortedMap<String, byte[]> files(Dossier dossier) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    GeoJson volumes = new GeoJson();
    dossier.openings().forEach(volumes::volume);
    put(files, "report.html", new Report(dossier).html());
    put(files, "timeline.csv", Timeline.csv(dossier));
    put(files, "volumes.geojson", volumes.toString());
    put(files, "tracks.geojson", Tracks.geoJson(dossier));
    return files;
  }

  private static void put(SortedMap<String, byte[]> files, String name, String text) {
    files.put(BundleFiles.DERIVED + name, text.getBytes(StandardCharsets.UTF_8));
  }
}
