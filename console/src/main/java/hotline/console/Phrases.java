package hotline.console;

import static hotline.console.Html.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The phrases of coded messages in one language, out of plain files: each is a sentence with named
 * holes. A phrase that no interpreter has reviewed since it last changed says so.
 */
final class Phrases {
  /** The first is the source of the others. */
  static final List<String> LANGUAGES = List.of("en", "ru", "ar");

  private static final Pattern HOLE = Pattern.compile("\\{([a-z]+)}");
  private static final int DIGEST_BYTES = 8;
  private static final Map<String, Phrases> ALL = all();

  private final String language;
  private final Map<String, String> phrases;
  private final Set<String> reviewed;

  private Phrases(String language, Map<String, String> phrases, Set<String> reviewed) {
    this.language = language;
    this.phrases = phrases;
    this.reviewed = reviewed;
  }

  /** The phrases of a language; English for one that there is not. */
  static Phrases of(String language) {
    return Objects.requireNonNull(ALL.getOrDefault(language, ALL.get(LANGUAGES.getFirst())));
  }

  /** Phrases out of the text of their file and of the list of reviews. */
  static Phrases read(String language, String file, String reviews) {
    Properties properties = new Properties();
    try (Reader in = new StringReader(file)) {
      properties.load(in);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    Map<String, String> phrases = new TreeMap<>();
    properties.forEach((key, phrase) -> phrases.put((String) key, (String) phrase));
    Set<String> reviewed =
        reviews
            .lines()
            .map(line -> line.strip().split("\\s+", 5))
            .filter(line -> line.length == 5 && line[0].equals(language))
            .filter(line -> line[2].equals(digest(phrases.getOrDefault(line[1], ""))))
            .map(line -> line[1])
            .collect(Collectors.toUnmodifiableSet());
    return new Phrases(language, Map.copyOf(phrases), reviewed);
  }

  private static Map<String, Phrases> all() {
    Map<String, Phrases> all = new LinkedHashMap<>();
    for (String language : LANGUAGES) {
      all.put(language, read(language, file(language + ".properties"), file("reviewed.txt")));
    }
    return all;
  }

  private static String file(String name) {
    String path = "phrases/" + name;
    try (var in = Objects.requireNonNull(Phrases.class.getResourceAsStream(path), path);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return reader.readAllAsString();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What stands in the list of reviews for a phrase. */
  static String digest(String phrase) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(phrase.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }

  String language() {
    return language;
  }

  /** Whether this is the language that the phrases were written in. */
  boolean source() {
    return language.equals(LANGUAGES.getFirst());
  }

  String direction() {
    return language.equals("ar") ? "rtl" : "ltr";
  }

  Set<String> keys() {
    return new TreeSet<>(phrases.keySet());
  }

  boolean has(String key) {
    return phrases.containsKey(key);
  }

  /** The phrase as it stands in its file. */
  String phrase(String key) {
    return Objects.requireNonNull(phrases.get(key), key);
  }

  /** The names of the holes of a phrase. */
  Set<String> holes(String key) {
    return HOLE.matcher(phrase(key))
        .results()
        .map(hole -> hole.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether an interpreter stands by the phrase as it is. */
  boolean reviewed(String key) {
    return source() || reviewed.contains(key);
  }

  /** The phrase with its holes filled. */
  Html say(String key, Map<String, Html> filled) {
    String phrase = phrase(key);
    List<Html> pieces = new java.util.ArrayList<>();
    Matcher hole = HOLE.matcher(phrase);
    int end = 0;
    while (hole.find()) {
      pieces.add(text(phrase.substring(end, hole.start())));
      pieces.add(Objects.requireNonNull(filled.get(hole.group(1)), hole.group(1)));
      end = hole.end();
    }
    pieces.add(text(phrase.substring(end)));
    return Html.all(pieces);
  }
}
