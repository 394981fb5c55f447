package hotline.console;

import hotline.node.api.Pages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The style sheets and the scripts, under paths that hold their digest, so that they never age. */
final class Assets {
  private static final List<String> NAMES =
      List.of(
          "tokens.css",
          "console.css",
          "pages.css",
          "console.js",
          "sound.js",
          "keys.js",
          "map.js",
          "draw.js",
          "check.js",
          "ol.js",
          "world.json",
          "icon.svg");

  /** The one file of OpenLayers that is served, out of its own jar. */
  private static final String OPENLAYERS = "/META-INF/resources/webjars/ol/10.7.0/dist/ol.js";

  private final Map<String, String> paths = new HashMap<>();
  private final Map<String, Pages.Answer> files = new HashMap<>();

  Assets() {
    for (String name : NAMES) {
      byte[] bytes = read(name);
      String path = "/assets/" + digest(bytes) + "/" + name;
      paths.put(name, path);
      files.put(path, Pages.Answer.of(200, type(name), bytes));
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "json" -> "application/json";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException(name);
    };
  }

  String path(String name) {
    return Objects.requireNonNull(paths.get(name), name);
  }

  Optional<Pages.Answer> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  private static String place(String name) {
    return name.equals("ol.js") ? OPENLAYERS : name;
  }

  private static byte[] read(String name) {
    try (InputStream in =
        Objects.requireNonNull(Assets.class.getResourceAsStream(place(name)), name)) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }
}
