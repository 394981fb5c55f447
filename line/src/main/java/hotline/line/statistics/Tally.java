package hotline.line.statistics;

/** Figures while they are counted. */
final class Tally {
  long notices;
  long late;
  long crossings;
  long lateCrossings;
  long flights;
  long claimed;
  long answered;
  long accepted;
  long disputed;
  long withdrawn;

  Figures figures() {
    return new Figures(
        notices,
        late,
        crossings,
        lateCrossings,
        flights,
        claimed,
        answered,
        accepted,
        disputed,
        withdrawn);
  }
}
