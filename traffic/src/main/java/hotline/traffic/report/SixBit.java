package hotline.traffic.report;

/** Call signs as ICAO Annex 10 vol. IV 3.1.2.9 packs them: eight characters of six bits. */
public final class SixBit {
  /** Place 0 stands for “no character”, '#' for a code that means nothing. */
  private static final String CHARACTERS =
      "#ABCDEFGHIJKLMNOPQRSTUVWXYZ##### ###############0123456789######";

  private static final int LENGTH = 8;

  private SixBit() {}

  /**
   * The call sign of 48 bits, without trailing blanks; empty if a character means nothing: a call
   * sign is right or it is not used.
   */
  public static String text(long bits) {
    StringBuilder text = new StringBuilder(LENGTH);
    for (int i = LENGTH - 1; i >= 0; i--) {
      text.append(CHARACTERS.charAt((int) (bits >> (6 * i) & 63)));
    }
    String all = text.toString().stripTrailing();
    return all.indexOf('#') >= 0 || all.indexOf(' ') >= 0 ? "" : all;
  }
}
