package hotline.node.tls;

import java.io.IOException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** What people are told when a call fails because of TLS. */
final class TlsFault {
  private static final int CAUSES_MAX = 16;
  private static final String ALERT = "Received fatal alert: ";

  private TlsFault() {}

  /** One sentence; empty if TLS is not at fault. */
  static String sentence(String party, IOException why) {
    String found = "";
    Throwable cause = why;
    for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
      if (cause instanceof Untrusted untrusted) {
        return String.valueOf(untrusted.getMessage());
      }
      if (cause instanceof SSLException refused && found.isEmpty()) {
        found = sentence(party, String.valueOf(refused.getMessage()));
      }
      cause = cause.getCause();
    }
    return found;
  }

  /** From the JDK's own words: it has no other way to tell one fault from another. */
  private static String sentence(String party, String words) {
    if (words.startsWith(PartyTrust.NO_AUTHORITY)) {
      return words;
    }
    String lower = words.toLowerCase(Locale.ROOT);
    if (lower.contains("protocol_version") || lower.contains("protocol version")) {
      return "What answers at the address of " + party + " does not speak TLS 1.3.";
    }
    if (lower.contains("unrecognized ssl message") || lower.contains("plaintext")) {
      return "What answers at the address of " + party + " does not speak TLS at all.";
    }
    int alert = words.indexOf(ALERT);
    if (alert >= 0 && lower.contains("certificate")) {
      return party
          + "'s node does not take this node's certificate ("
          + words.substring(alert + ALERT.length())
          + "): hand them this party's newest party file, and compare the clocks.";
    }
    return "There is no TLS with " + party + ": " + words + ".";
  }
}
