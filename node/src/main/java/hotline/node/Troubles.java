package hotline.node;

import hotline.node.api.Views;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is wrong with this node or its line, for people: at most one sentence a code. Safe for many
 * threads.
 */
public final class Troubles {
  private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);
  private static final int KEPT_MAX = 64;

  private final InstantSource clock;
  private final Runnable changed;

  /** Guarded by this. */
  private final Map<String, Views.Trouble> open = new TreeMap<>();

  /** {@code changed} is called whenever something is raised or over. */
  public Troubles(InstantSource clock, Runnable changed) {
    this.clock = clock;
    this.changed = changed;
  }

  /** Something is wrong; says it once. */
  public void raise(String code, String sentence) {
    synchronized (this) {
      Views.Trouble before = open.get(code);
      if ((before != null && before.sentence().equals(sentence)) || open.size() >= KEPT_MAX) {
        return;
      }
      open.put(code, new Views.Trouble(clock.instant(), code, sentence));
    }
    LOG.atError().addKeyValue("code", code).log(sentence);
    changed.run();
  }

  /** It is over. */
  public void over(String code) {
    boolean was;
    synchronized (this) {
      was = open.remove(code) != null;
    }
    if (was) {
      LOG.atInfo().addKeyValue("code", code).log("over");
      changed.run();
    }
  }

  /** What is wrong now. */
  public synchronized List<Views.Trouble> open() {
    return new ArrayList<>(open.values());
  }
}
