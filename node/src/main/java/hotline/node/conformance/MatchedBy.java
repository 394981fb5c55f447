package hotline.node.conformance;

/** By what a track was found to be the one that flies a notice; the first counts most. */
public enum MatchedBy {
  /** An officer said so. */
  HAND,
  /** The transponder address. */
  ADDRESS,
  /** The call sign. */
  CALLSIGN,
  /** The squawk. */
  SQUAWK
}
