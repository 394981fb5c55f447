package hotline.node.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Reads bodies of bounded size in bounded time. */
final class Bodies {
  /** For JSON and forms. */
  static final int MAX = 1 << 20;

  /** For a whole body; one read waits at most the socket's own time. */
  private static final Duration TIME = Duration.ofSeconds(20);

  private Bodies() {}

  /** The body, if it is at most {@code maxBytes} and comes in time. */
  static byte[] read(Incoming request, int maxBytes) {
    long announced = announced(request);
    if (announced > maxBytes) {
      throw tooLarge(maxBytes);
    }
    var all = new ByteArrayOutputStream(Math.clamp(announced, 64, maxBytes));
    byte[] part = new byte[8_192];
    long endNs = System.nanoTime() + TIME.toNanos();
    try {
      InputStream in = request.body();
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        if (all.size() + n > maxBytes) {
          throw tooLarge(maxBytes);
        }
        all.write(part, 0, n);
        if (System.nanoTime() > endNs) {
          throw tooSlow();
        }
      }
    } catch (IOException | UncheckedIOException slowOrGone) {
      throw tooSlow();
    }
    return all.toByteArray();
  }

  private static long announced(Incoming request) {
    String length = request.header().apply("Content-Length").orElse("0");
    try {
      return Long.parseLong(length);
    } catch (NumberFormatException malformed) {
      throw Problem.of(400, "length-malformed", "Content-Length is not a number.").refusal();
    }
  }

  private static Problem.Refused tooLarge(int maxBytes) {
    String sentence = "The body is larger than " + maxBytes + " bytes; send less.";
    return Problem.of(413, "too-large", sentence).refusal();
  }

  private static Problem.Refused tooSlow() {
    return Problem.of(408, "too-slow", "The body did not arrive in time; send it again.").refusal();
  }
}
