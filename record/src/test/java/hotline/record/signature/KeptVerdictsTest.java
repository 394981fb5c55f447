package hotline.record.signature;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.record.signature.KeptVerdicts.Kept;
import hotline.record.signature.KeptVerdicts.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every vector on every engine that this build can load. */
class KeptVerdictsTest {
  private static final List<String> EVERYWHERE = List.of("tink", "jdk");

  static Stream<Arguments> enginesAndVectors() {
    return Arrays.stream(Algorithm.values())
        .flatMap(algorithm ->
            loaded(algorithm).stream()
                .flatMap(engine ->
                    KeptVerdicts.all().stream()
                        .filter(kept -> kept.algorithm() == algorithm)
                        .map(kept -> Arguments.of(algorithm, engine.name(), engine, kept))));
  }

  @ParameterizedTest(name = "{0} {1}: {3}")
  @MethodSource("enginesAndVectors")
  void everyEngineGivesEveryKeptVerdict(
      Algorithm algorithm, String name, Engine engine, Kept kept) {
    assertThat(KeptVerdicts.verdict(engine, kept))
        .as("%s %s: %s", algorithm, name, kept.name())
        .isEqualTo(kept.verdict());
  }

  @Test
  void theResourceIsTheVectorsOfTheProject() {
    JsonNode vectors = vectors();
    String expected =
        Stream.of(Algorithm.ED25519, Algorithm.ES256)
            .flatMap(algorithm ->
                vectors
                    .get(algorithm.name().toLowerCase(Locale.ROOT))
                    .valueStream()
                    .map(vector -> line(algorithm, vector)))
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(KeptVerdicts.text()).isEqualTo(expected);
    assertThat(KeptVerdicts.all()).hasSize(50);
  }

  @Test
  void theFallbacksAreOnEveryMachine() {
    assertThat(loaded(Algorithm.ED25519)).extracting(Engine::name).containsAll(EVERYWHERE);
    assertThat(loaded(Algorithm.ES256)).extracting(Engine::name).contains("jdk");
  }

  private static String line(Algorithm algorithm, JsonNode vector) {
    Verdict verdict =
        !vector.path("key_may_be_enrolled").asBoolean(true)
            ? Verdict.NO_KEY
            : vector.get("accept").asBoolean() ? Verdict.HOLDS : Verdict.FAILS;
    return String.join(
        " ",
        algorithm.name(),
        vector.get("public_key").asString(),
        vector.get("message").asString(),
        vector.get("signature").asString(),
        verdict.name(),
        vector.get("name").asString());
  }

  private static JsonNode vectors() {
    try (InputStream in = KeptVerdictsTest.class.getResourceAsStream("signature-vectors.json")) {
      return JsonMapper.shared().readTree(Objects.requireNonNull(in));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static List<Engine> loaded(Algorithm algorithm) {
    return Engines.candidates(algorithm).stream()
        .flatMap(candidate -> {
          try {
            return Stream.of(candidate.loader().load());
          } catch (ReflectiveOperationException | GeneralSecurityException | LinkageError absent) {
            return Stream.empty();
          }
        })
        .toList();
  }
}
