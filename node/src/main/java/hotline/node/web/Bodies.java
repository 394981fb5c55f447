package hotline.node.web;

import hotline.line.bundle.BundleFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Reads bodies of bounded size in bounded time. */
final class Bodies {
  /** For JSON and forms. */
  static final int MAX = 1 << 20;

  /** For the bytes of a sealed thing: the most that any body has. */
  static final int SEALED_MAX = BundleFiles.FILE_BYTES_MAX;

  private Bodies() {}

  /** The body, if it is at most {@code maxBytes} and comes in time. */
  static byte[] read(Incoming request, int maxBytes) {
    long announced = announced(request);
    if (announced > maxBytes) {
      throw tooLarge(maxBytes);
    }
    var all = new ByteArrayOutputStream(Math.clamp(announced, 64, maxBytes));
    byte[] part = new byte[8_192];
    for (int n = next(request, part); n >= 0; n = next(request, part)) {
      if (all.size() + n > maxBytes) {
        throw tooLarge(maxBytes);
      }
      all.write(part, 0, n);
    }
    return all.toByteArray();
  }

  /** The server tells a reader that is late or gone by exceptions of several kinds. */
  private static int next(Incoming request, byte[] part) {
    try {
      return request.body().read(part);
    } catch (IOException | RuntimeException slowOrGone) {
      throw tooSlow();
    }
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
