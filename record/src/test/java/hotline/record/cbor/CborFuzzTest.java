package hotline.record.cbor;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Replays kept inputs in the build; {@code record/pom.xml} says how to search for new ones. */
class CborFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void nothingIsThrownAndWhatIsAcceptedIsInItsOneForm(byte[] bytes) {
    switch (CborReader.read(bytes, 16_384)) {
      case Decoded.Value<CborValue>(CborValue value) -> assertThat(value.encode()).isEqualTo(bytes);
      case Decoded.Fault<CborValue>(String sentence) -> assertThat(sentence).isNotEmpty();
    }
  }
}
