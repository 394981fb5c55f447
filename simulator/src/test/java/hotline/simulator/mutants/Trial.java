package hotline.simulator.mutants;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seeds run with a mutant in the place of the product. */
final class Trial {
  private final MutantLoader loader;
  private final Method run;

  private Trial(MutantLoader loader) throws ReflectiveOperationException {
    this.loader = loader;
    this.run =
        loader.loadClass("hotline.simulator.mutants.Trial").getDeclaredMethod("here", long.class);
    run.setAccessible(true);
  }

  static Trial of(@Nullable Mutant mutant) throws ReflectiveOperationException {
    return new Trial(new MutantLoader(mutant));
  }

  /** What the checkers say; also that a line could not even be founded. */
  List<?> violations(long seed) throws ReflectiveOperationException {
    List<?> violations;
    try {
      violations = (List<?>) run.invoke(null, seed);
    } catch (InvocationTargetException failed) {
      violations = List.of("failed: " + failed.getCause());
    }
    if (!loader.hasChanged()) {
      throw new IllegalStateException("there is no such place to change");
    }
    return violations;
  }

  /** Runs where this class was loaded. */
  static List<String> here(long seed) {
    return hotline.simulator.Simulator.only(seed).violations();
  }
}
