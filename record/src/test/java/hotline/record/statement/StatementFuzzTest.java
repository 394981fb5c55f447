package hotline.record.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Replays kept inputs in the build; {@code record/pom.xml} says how to search for new ones. */
class StatementFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void nothingIsThrownAndWhatIsReadKeepsItsBytes(byte[] bytes) {
    switch (Statements.parse(bytes)) {
      case Statement statement -> {
        assertThat(statement.bytes()).isEqualTo(bytes);
        assertThat(statement.claim().header()).isEqualTo(statement.header());
      }
      case Malformed malformed -> assertThat(malformed.sentence()).isNotEmpty();
    }
  }
}
