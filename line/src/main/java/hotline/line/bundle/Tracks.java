package hotline.line.bundle;

import hotline.line.body.IncidentBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sealed tracks as a map has them. A track is CSV: a heading, then {@code time,lat,lng,height…}
 * with decimal degrees; what is not of that form stays a file and no line.
 */
final class Tracks {
  private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,9})?");
  private static final int POINTS_MAX = 100_000;

  private Tracks() {}

  static String geoJson(Dossier dossier) {
    GeoJson json = new GeoJson();
    for (Dossier.Sealed sealed : dossier.sealed()) {
      if (sealed.evidence().sort() == IncidentBody.Sort.TRACK) {
        List<String> points = points(sealed.bytes());
        if (points.size() > 1) {
          json.line(
              "\"party\":"
                  + GeoJson.text(sealed.by().party())
                  + ",\"title\":"
                  + GeoJson.text(sealed.evidence().title())
                  + ",\"sha256\":"
                  + GeoJson.text(sealed.evidence().digest().hex())
                  + ",\"entry\":"
                  + sealed.by().index(),
              points);
        }
      }
    }
    return json.toString();
  }

  private static List<String> points(byte[] csv) {
    List<String> points = new ArrayList<>();
    for (String line :
        new String(csv, StandardCharsets.UTF_8).lines().skip(1).limit(POINTS_MAX).toList()) {
      String[] fields = line.split(",", 5);
      if (fields.length < 3
          || !DEGREES.matcher(fields[1]).matches()
          || !DEGREES.matcher(fields[2]).matches()) {
        return List.of();
      }
      points.add("[" + fields[2] + "," + fields[1] + "]");
    }
    return points;
  }
}
