package hotline.traffic.modes;

import hotline.traffic.report.SixBit;
import org.jspecify.annotations.Nullable;

/**
 * What one Mode S frame says.
 *
 * @param format downlink format, 0 to 24
 * @param aircraft transponder address: said in the frame (formats 11, 17, 18) or laid over its
 *     parity (the others: any bit error is another address, so believe one only if it is known)
 * @param typeCode of an extended squitter, 0 to 31; −1 of other formats
 * @param content what is read of it
 * @param answer what an answer (formats 20, 21) carries besides: a call sign (register 2,0) or a
 *     turn report (5,0); null where it is neither for sure
 */
public record ModeS(
    int format, int aircraft, int typeCode, Content content, @Nullable Content answer) {
  private static final int SHORT = 7;
  private static final int LONG = 14;
  private static final int SQUITTER = 17;
  private static final int SUPPLEMENTARY = 18;
  private static final int ALL_CALL = 11;

  /** What a frame says. */
  public sealed interface Content
      permits Other, Height, Squawk, Identification, Airborne, Surface, Velocity, TurnReport {}

  /** Nothing that is read here. */
  public record Other() implements Content {}

  /** Why a frame is not used. */
  public enum Reject {
    /** Not 7 or 14 bytes, or a format that has the other length. */
    LENGTH,
    /** The parity does not hold. */
    PARITY,
    /** A format that is not in use. */
    FORMAT
  }

  /** What came of reading a frame: a message, or why not. */
  public sealed interface Result {}

  /** A frame that holds. */
  public record Read(ModeS message) implements Result {}

  /** A frame that is not used. */
  public record Rejected(Reject reason) implements Result {}

  /** A pressure height; null if the aircraft does not say it. */
  public record Height(@Nullable Integer pressureFt) implements Content {}

  /** A squawk in twelve bits. */
  public record Squawk(int code) implements Content {}

  /** A call sign; empty if one of its characters means nothing. */
  public record Identification(String callsign) implements Content {}

  /**
   * A compact position in the air.
   *
   * @param position to be turned into a place by {@link CompactPosition}
   * @param heightFt feet; null if not said
   * @param geometric whether the height is geometric: above W84, not on 1013.25 hPa
   */
  public record Airborne(
      CompactPosition.Half position, @Nullable Integer heightFt, boolean geometric)
      implements Content {}

  /**
   * A compact position on the ground.
   *
   * @param position to be turned into a place by {@link CompactPosition}
   * @param trackMillidegrees over ground; null if not said
   */
  public record Surface(CompactPosition.Half position, @Nullable Integer trackMillidegrees)
      implements Content {}

  /**
   * A velocity.
   *
   * @param knots over ground; NaN if only airspeed is said
   * @param trackDegrees over ground, 0 up to 360; NaN if not said
   * @param climbFpm null if not said
   * @param climbGeometric whether the rate is geometric
   * @param geometricAboveFt how far the geometric height is above the pressure height; null if not
   *     said
   */
  public record Velocity(
      double knots,
      double trackDegrees,
      @Nullable Integer climbFpm,
      boolean climbGeometric,
      @Nullable Integer geometricAboveFt)
      implements Content {}

  /** Reads one frame of 7 or 14 bytes. Total. */
  public static Result read(byte[] frame) {
    if (frame.length != SHORT && frame.length != LONG) {
      return new Rejected(Reject.LENGTH);
    }
    int format = Math.min((frame[0] & 0xff) >> 3, 24);
    if ((format >= 16 ? LONG : SHORT) != frame.length) {
      return new Rejected(Reject.LENGTH);
    }
    int overlay = Parity.overlay(frame);
    return switch (format) {
      case SQUITTER, SUPPLEMENTARY ->
          overlay == 0 ? new Read(squitter(format, frame)) : new Rejected(Reject.PARITY);
      case ALL_CALL -> {
        boolean interrogatorOnly = (overlay & ~0x7f) == 0;
        yield interrogatorOnly
            ? new Read(new ModeS(format, three(frame, 1), -1, new Other(), null))
            : new Rejected(Reject.PARITY);
      }
      case 0, 4, 16 -> new Read(new ModeS(format, overlay, -1, height(frame), null));
      case 5 -> new Read(new ModeS(format, overlay, -1, squawk(frame), null));
      case 20 -> new Read(new ModeS(format, overlay, -1, height(frame), answer(frame)));
      case 21 -> new Read(new ModeS(format, overlay, -1, squawk(frame), answer(frame)));
      case 24 -> new Read(new ModeS(format, overlay, -1, new Other(), null));
      default -> new Rejected(Reject.FORMAT);
    };
  }

  private static Content height(byte[] frame) {
    return new Height(AltitudeCode.thirteen(code(frame)));
  }

  private static Content squawk(byte[] frame) {
    return new Squawk(AltitudeCode.squawk(code(frame)));
  }

  private static @Nullable Content answer(byte[] frame) {
    long message = message(frame);
    if (message >> 48 == 0x20) {
      String callsign = SixBit.text(message & ((1L << 48) - 1));
      return callsign.isEmpty() ? null : new Identification(callsign);
    }
    return TurnReport.find(message);
  }

  /** Bits 33 to 88. */
  private static long message(byte[] frame) {
    long message = 0;
    for (int i = 4; i < 11; i++) {
      message = message << 8 | (frame[i] & 0xff);
    }
    return message;
  }

  /** Bits 20 to 32. */
  private static int code(byte[] frame) {
    return (frame[2] & 0x1f) << 8 | (frame[3] & 0xff);
  }

  private static int three(byte[] frame, int at) {
    return (frame[at] & 0xff) << 16 | (frame[at + 1] & 0xff) << 8 | (frame[at + 2] & 0xff);
  }

  private static ModeS squitter(int format, byte[] frame) {
    long message = message(frame);
    int typeCode = (int) (message >> 51);
    int aircraft = three(frame, 1);
    // Of format 18 only ADS-B by devices with a true address is taken; the rest is rebroadcast.
    boolean own = format == SQUITTER || (frame[0] & 7) == 0;
    return new ModeS(
        format, aircraft, typeCode, own ? content(typeCode, message) : new Other(), null);
  }

  private static Content content(int typeCode, long message) {
    if (typeCode >= 1 && typeCode <= 4) {
      return new Identification(SixBit.text(message & (1L << 48) - 1));
    }
    if (typeCode >= 5 && typeCode <= 8) {
      boolean tracked = (message >> 43 & 1) != 0;
      int track = (int) (message >> 36 & 0x7f);
      return new Surface(half(message), tracked ? (track * 360_000 + 64) / 128 : null);
    }
    if ((typeCode >= 9 && typeCode <= 18) || (typeCode >= 20 && typeCode <= 22)) {
      boolean geometric = typeCode >= 20;
      int code = (int) (message >> 36 & 0xfff);
      return new Airborne(half(message), AltitudeCode.twelve(code), geometric);
    }
    return typeCode == 19 ? VelocityBits.read(message) : new Other();
  }

  private static CompactPosition.Half half(long message) {
    return new CompactPosition.Half(
        (message >> 34 & 1) != 0, (int) (message >> 17 & 0x1ffff), (int) (message & 0x1ffff));
  }
}
