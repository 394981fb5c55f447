package hotline.record.signature;

import hotline.record.signature.EngineReport.Standing;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The engines that check signatures, tried at start.
 *
 * <p>Fastest first; the first that gives every kept verdict is used, for as long as the process
 * lives. Which one is used changes the speed only, so two machines may differ in it.
 */
public final class Engines {
  private Engines() {}

  /**
   * What became of every engine, fastest first within an algorithm. The first call tries them; a
   * node calls it before anything else, writes it to its log, and stops if an algorithm has none
   * {@link Standing#USED}.
   */
  public static List<EngineReport> report() {
    return Stream.of(ForEd25519.CHOICE, ForEs256.CHOICE)
        .flatMap(choice -> choice.reports().stream())
        .toList();
  }

  /** The engine in use. */
  static Engine used(Algorithm algorithm) {
    Choice choice =
        switch (algorithm) {
          case ED25519 -> ForEd25519.CHOICE;
          case ES256 -> ForEs256.CHOICE;
        };
    if (choice.engine() == null) {
      throw new IllegalStateException("no signature engine can be used: " + choice.reports());
    }
    return choice.engine();
  }

  /** Every engine that a build can have, fastest first. */
  static List<Candidate> candidates(Algorithm algorithm) {
    Candidate accp =
        candidate(
            "accp", "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider", algorithm);
    Candidate conscrypt = candidate("conscrypt", "org.conscrypt.OpenSSLProvider", algorithm);
    Candidate jdk = new Candidate("jdk", () -> new JcaEngine("jdk", platformProvider(), algorithm));
    return switch (algorithm) {
      case ED25519 -> List.of(accp, conscrypt, new Candidate("tink", TinkEngine::new), jdk);
      case ES256 -> List.of(accp, conscrypt, jdk);
    };
  }

  /** Takes the first candidate that gives every kept verdict; the ones after it are not loaded. */
  static Choice choose(Algorithm algorithm, List<Candidate> candidates) {
    List<EngineReport> reports = new ArrayList<>();
    Engine used = null;
    for (Candidate candidate : candidates) {
      if (used != null) {
        reports.add(
            new EngineReport(
                algorithm,
                candidate.name(),
                Standing.SPARE,
                "not tried: " + used.name() + " is faster"));
        continue;
      }
      try {
        Engine engine = candidate.loader().load();
        Optional<String> fault = fault(algorithm, engine);
        used = fault.isEmpty() ? engine : null;
        reports.add(
            new EngineReport(
                algorithm,
                candidate.name(),
                fault.isEmpty() ? Standing.USED : Standing.REFUSED,
                fault.orElse("gives every kept verdict")));
      } catch (ReflectiveOperationException | GeneralSecurityException | LinkageError absent) {
        reports.add(
            new EngineReport(
                algorithm, candidate.name(), Standing.ABSENT, "cannot be loaded: " + absent));
      }
    }
    return new Choice(used, List.copyOf(reports));
  }

  /**
   * Why an engine must not be used. One that breaks on a kept vector is as bad as one that lies.
   */
  private static Optional<String> fault(Algorithm algorithm, Engine engine) {
    try {
      return KeptVerdicts.firstDifference(algorithm, engine)
          .map(name -> "differs from the kept verdict on “" + name + "”");
    } catch (RuntimeException broken) {
      return Optional.of("broke on a kept vector: " + broken);
    }
  }

  /** Linked by name: its jar may be absent. */
  private static Candidate candidate(String name, String className, Algorithm algorithm) {
    return new Candidate(
        name,
        () ->
            new JcaEngine(
                name,
                Class.forName(className)
                    .asSubclass(Provider.class)
                    .getDeclaredConstructor()
                    .newInstance(),
                algorithm));
  }

  private static Provider platformProvider() throws GeneralSecurityException {
    Provider provider = Security.getProvider("SunEC");
    if (provider == null) {
      throw new GeneralSecurityException("this Java has no provider SunEC");
    }
    return provider;
  }

  /** An engine that may not be there. */
  record Candidate(String name, Loader loader) {}

  /** Makes an engine. */
  @FunctionalInterface
  interface Loader {
    Engine load() throws ReflectiveOperationException, GeneralSecurityException;
  }

  /** What the start came to. */
  record Choice(@Nullable Engine engine, List<EngineReport> reports) {}

  /** Tried when the first key of its algorithm is used. */
  private static final class ForEd25519 {
    static final Choice CHOICE = choose(Algorithm.ED25519, candidates(Algorithm.ED25519));
  }

  /** Tried when the first key of its algorithm is used. */
  private static final class ForEs256 {
    static final Choice CHOICE = choose(Algorithm.ES256, candidates(Algorithm.ES256));
  }
}
