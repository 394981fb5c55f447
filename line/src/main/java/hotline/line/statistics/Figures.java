package hotline.line.statistics;

/**
 * What was counted of a party's activities, and of breaches that others claim of it.
 *
 * @param notices that it declared: each once, by its first version
 * @param late those declared later than the terms ask before they start
 * @param crossings those that by their cells may cross an agreed line or use a corridor
 * @param lateCrossings those of them for which less notice was given than that line asks for
 * @param flights those that were activated: each once
 * @param claimed breaches that others claim of it, withdrawn ones too
 * @param answered those whose latest answer is more than a wish for time
 * @param accepted those with that as the latest answer
 * @param disputed those with that as the latest answer
 * @param withdrawn by their claimants
 */
public record Figures(
    long notices,
    long late,
    long crossings,
    long lateCrossings,
    long flights,
    long claimed,
    long answered,
    long accepted,
    long disputed,
    long withdrawn) {
  /** Nothing. */
  public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Both together. */
  public Figures plus(Figures other) {
    return new Figures(
        notices + other.notices,
        late + other.late,
        crossings + other.crossings,
        lateCrossings + other.lateCrossings,
        flights + other.flights,
        claimed + other.claimed,
        answered + other.answered,
        accepted + other.accepted,
        disputed + other.disputed,
        withdrawn + other.withdrawn);
  }
}
