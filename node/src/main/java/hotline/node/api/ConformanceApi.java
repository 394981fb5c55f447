package hotline.node.api;

import java.util.List;

/**
 * How this party's own aircraft keep to its notices. It is this party's own: nothing of it goes to
 * another party but a NOTICE-STATE that is said.
 */
public interface ConformanceApi {
  /** Own notices that are flown, or may be, those first whose state an officer should change. */
  List<ConformanceViews.Flight> conformance();

  /**
   * Keeps by what the aircraft that flies an own notice is known, in place of what was kept before;
   * all null: by its label alone. Nothing of it is said.
   */
  Said flownBy(String notice, ConformanceViews.FlownBy aircraft);
}
