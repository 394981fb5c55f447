package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.accusation.Accusation;
import hotline.line.accusation.AccusationCheck;
import hotline.line.terms.Genesis;
import hotline.node.setup.LineFolder;
import hotline.record.cbor.Decoded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What a stranger with the genesis and the terms makes of the evidence that a node keeps. */
final class Accused {
  private Accused() {}

  /** The folder of the one piece of evidence of this name. */
  static Path folder(TwoNodes line, String party, String wrong) throws IOException {
    try (Stream<Path> all = Files.list(line.data(party).resolve("evidence"))) {
      return all.filter(each -> each.getFileName().toString().startsWith(wrong))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Whether there is any of this name. */
  static boolean isKept(TwoNodes line, String party, String wrong) {
    Path all = line.data(party).resolve("evidence");
    try (Stream<Path> files = Files.exists(all) ? Files.list(all) : Stream.empty()) {
      return files.anyMatch(each -> each.getFileName().toString().startsWith(wrong));
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  static AccusationCheck.Judgement judge(TwoNodes line, Path folder) throws IOException {
    byte[] file = Files.readAllBytes(folder.resolve("accusation"));
    if (!(Accusation.decode(file) instanceof Decoded.Value<Accusation>(Accusation accusation))) {
      throw new AssertionError("not an accusation");
    }
    Genesis genesis = new LineFolder(line.data(TwoNodes.NORTH)).genesis().orElseThrow();
    return new AccusationCheck(genesis, line.terms(), _ -> Optional.empty()).run(accusation);
  }

  /** It proves this to a stranger. */
  static void proves(TwoNodes line, String keeper, String wrong, String what) throws IOException {
    assertThat(judge(line, folder(line, keeper, wrong)).proved()).get().asString().contains(what);
  }
}
