package hotline.traffic.report;

import org.jspecify.annotations.Nullable;

/**
 * What one message says of one aircraft; null is “not said”.
 *
 * @param timeUs µs since 1970 UTC of what is reported; of the message where that is not said; of
 *     the day or of the receiver's counter where the format has no date
 * @param trackNumber of the tracker that sent it
 * @param aircraft transponder address, six lower-case hex digits
 * @param callsign capital letters and digits, without trailing blanks, not empty
 * @param squawk four octal digits
 * @param place where
 * @param pressureFt height on 1013.25 hPa, feet
 * @param geometricFt height above the W84 ellipsoid, feet
 * @param clearedFt the level that the aircraft is cleared for, or has selected, feet
 * @param speedMilliknots over ground, thousandths of a knot
 * @param trackMillidegrees over ground, clockwise from true north, 0 up to 360,000
 * @param climbFpm feet a minute, up is positive
 * @param onGround whether it is on the ground
 */
public record TargetReport(
    long timeUs,
    @Nullable Integer trackNumber,
    @Nullable String aircraft,
    @Nullable String callsign,
    @Nullable String squawk,
    @Nullable Place place,
    @Nullable Integer pressureFt,
    @Nullable Integer geometricFt,
    @Nullable Integer clearedFt,
    @Nullable Integer speedMilliknots,
    @Nullable Integer trackMillidegrees,
    @Nullable Integer climbFpm,
    @Nullable Boolean onGround) {

  /** A report in the making: what is not set stays unsaid. */
  public static final class Builder {
    private final long timeUs;
    private @Nullable Integer trackNumber;
    private @Nullable String aircraft;
    private @Nullable String callsign;
    private @Nullable String squawk;
    private @Nullable Place place;
    private @Nullable Integer pressureFt;
    private @Nullable Integer geometricFt;
    private @Nullable Integer clearedFt;
    private @Nullable Integer speedMilliknots;
    private @Nullable Integer trackMillidegrees;
    private @Nullable Integer climbFpm;
    private @Nullable Boolean onGround;

    /** A report of this time that says nothing yet. */
    public Builder(long timeUs) {
      this.timeUs = timeUs;
    }

    /** Sets the sender's number of the track. */
    public Builder trackNumber(int number) {
      trackNumber = number;
      return this;
    }

    /** Sets the address from its 24 bits. */
    public Builder aircraft(int address) {
      aircraft = hex(address);
      return this;
    }

    /** Sets the call sign; an empty one says nothing. */
    public Builder callsign(String text) {
      callsign = text.isEmpty() ? null : text;
      return this;
    }

    /** Sets the squawk from its twelve bits. */
    public Builder squawk(int code) {
      squawk = octal(code);
      return this;
    }

    /** Sets where. */
    public Builder place(@Nullable Place where) {
      place = where;
      return this;
    }

    /** Sets the pressure height. */
    public Builder pressureFt(@Nullable Integer feet) {
      pressureFt = feet;
      return this;
    }

    /** Sets the geometric height. */
    public Builder geometricFt(@Nullable Integer feet) {
      geometricFt = feet;
      return this;
    }

    /** Sets the cleared or selected level. */
    public Builder clearedFt(int feet) {
      clearedFt = feet;
      return this;
    }

    /** Sets speed and track over ground from knots and degrees; any turn is taken off. */
    public Builder motion(double knots, double degrees) {
      speedKnots(knots);
      trackDegrees(degrees);
      return this;
    }

    /** Sets the speed over ground. */
    public Builder speedKnots(double knots) {
      speedMilliknots = (int) Math.round(knots * 1000);
      return this;
    }

    /** Sets the track over ground; any turn is taken off. */
    public Builder trackDegrees(double degrees) {
      trackMillidegrees = Math.floorMod(Math.round(degrees * 1000), 360_000);
      return this;
    }

    /** Sets the vertical rate. */
    public Builder climbFpm(@Nullable Integer feetPerMinute) {
      climbFpm = feetPerMinute;
      return this;
    }

    /** Sets whether it is on the ground. */
    public Builder onGround(boolean ground) {
      onGround = ground;
      return this;
    }

    /** The report. */
    public TargetReport build() {
      return new TargetReport(
          timeUs,
          trackNumber,
          aircraft,
          callsign,
          squawk,
          place,
          pressureFt,
          geometricFt,
          clearedFt,
          speedMilliknots,
          trackMillidegrees,
          climbFpm,
          onGround);
    }
  }

  /** The same, of another time. */
  public TargetReport at(long otherUs) {
    return new TargetReport(
        otherUs,
        trackNumber,
        aircraft,
        callsign,
        squawk,
        place,
        pressureFt,
        geometricFt,
        clearedFt,
        speedMilliknots,
        trackMillidegrees,
        climbFpm,
        onGround);
  }

  /** An address as six lower-case hex digits. */
  public static String hex(int address) {
    return digits(address, 6, 4);
  }

  /** A squawk as four octal digits. */
  public static String octal(int code) {
    return digits(code, 4, 3);
  }

  private static String digits(int value, int count, int bits) {
    char[] digits = new char[count];
    for (int i = 0; i < count; i++) {
      int digit = value >> (bits * (count - 1 - i)) & ((1 << bits) - 1);
      digits[i] = Character.forDigit(digit, 1 << bits);
    }
    return new String(digits);
  }
}
