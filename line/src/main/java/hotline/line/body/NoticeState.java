package hotline.line.body;

import java.util.EnumSet;
import java.util.Set;

/** How far a declared activity is. */
public enum NoticeState implements Coded {
  /** Declared, and known to all. */
  ACCEPTED(0, "accepted"),
  /** It flies as declared. */
  ACTIVATED(1, "activated"),
  /** It flies, and not as declared; it means to come back to it. */
  NONCONFORMING(2, "nonconforming"),
  /** It will not come back to what was declared: keep clear of it. */
  CONTINGENT(3, "contingent"),
  /** Over; its airspace is free of it. */
  ENDED(4, "ended");

  private final int code;
  private final String words;

  NoticeState(int code, String words) {
    this.code = code;
    this.words = words;
  }

  @Override
  public int code() {
    return code;
  }

  /** As people say it. */
  public String words() {
    return words;
  }

  /** The states that may come next (ASTM F3548-21's, without going back to accepted). */
  public Set<NoticeState> next() {
    return switch (this) {
      case ACCEPTED -> EnumSet.of(ACTIVATED, NONCONFORMING, CONTINGENT, ENDED);
      case ACTIVATED -> EnumSet.of(NONCONFORMING, CONTINGENT, ENDED);
      case NONCONFORMING -> EnumSet.of(ACTIVATED, CONTINGENT, ENDED);
      case CONTINGENT -> EnumSet.of(ENDED);
      case ENDED -> EnumSet.noneOf(NoticeState.class);
    };
  }
}
