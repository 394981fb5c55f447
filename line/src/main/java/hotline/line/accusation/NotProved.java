package hotline.line.accusation;

/** Why an accusation proves nothing. */
final class NotProved extends Exception {
  private static final long serialVersionUID = 1;

  NotProved(String why) {
    super(why);
  }

  static void unless(boolean holds, String otherwise) throws NotProved {
    if (!holds) {
      throw new NotProved(otherwise);
    }
  }
}
