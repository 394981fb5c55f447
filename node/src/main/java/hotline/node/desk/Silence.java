package hotline.node.desk;

import hotline.line.Refusals;
import hotline.node.api.LineApi;
import hotline.node.api.Said;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The API of a node whose party is none of the line's: it shows everything and says nothing. Every
 * call that would say something is refused before anything is looked at, whatever it is, so that a
 * call that is new tomorrow is silent too.
 */
public final class Silence {
  /** They answer with what became of it, and say nothing over the line. */
  private static final Set<String> PRIVATE =
      Set.of("keepSealed", "sequencer", "runFeed", "acceptAlerts", "markNuisance");

  private Silence() {}

  /** The one sentence that an observer hears when it tries to speak. */
  static Said refused(String party) {
    return Voice.refused(Refusals.OBSERVER_SILENT, party);
  }

  /** As {@code api}, but silent. */
  public static LineApi over(LineApi api, String party) {
    return (LineApi)
        Proxy.newProxyInstance(
            LineApi.class.getClassLoader(),
            new Class<?>[] {LineApi.class},
            (_, method, arguments) ->
                speaks(method) ? refused(party) : call(api, method, arguments));
  }

  private static boolean speaks(Method method) {
    return method.getReturnType() == Said.class && !PRIVATE.contains(method.getName());
  }

  private static @Nullable Object call(LineApi api, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(api, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause() == null ? thrown : thrown.getCause();
    }
  }
}
