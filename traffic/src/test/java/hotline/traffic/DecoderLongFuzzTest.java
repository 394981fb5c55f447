package hotline.traffic;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** The search of {@link DecoderFuzzTest} for an hour, when asked for: {@code traffic/pom.xml}. */
class DecoderLongFuzzTest {
  @FuzzTest(maxDuration = "1h")
  void everyFormatIsTotal(byte[] bytes) {
    DecoderFuzzTest.read(bytes);
  }
}
