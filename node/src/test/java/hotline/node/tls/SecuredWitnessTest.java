package hotline.node.tls;

import static hotline.node.tls.SecuredPair.NORTH;
import static hotline.node.tls.SecuredPair.SOUTH;
import static hotline.node.tls.SecuredPair.done;

import hotline.line.terms.Terms;
import hotline.line.terms.WitnessParty;
import hotline.node.api.LineApi;
import hotline.node.api.MatterViews;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.witness.WitnessNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness of the terms on its own machine: the host reaches it over mutual TLS alone. */
class SecuredWitnessTest {
  private static final String SEAL = "seal";

  @TempDir private Path folder;

  @Test
  void itCosignsAndBothPartiesShowIt() throws Exception {
    try (SecuredPair line = new SecuredPair(folder)) {
      line.visit(SEAL);
      try (WitnessNode _ =
          WitnessNode.start(line.config(SEAL), SecuredPair.CLOCK, SecuredPair.RANDOM)) {
        line.start().agree();
        nameIt(line);
        Said said =
            done(line.api(SOUTH).status(new Requests.Status("IN_FORCE", null, null, "as ever")));
        long index = Objects.requireNonNull(said.index());
        for (String party : List.of(NORTH, SOUTH)) {
          line.until(() -> cosigned(line.api(party)) > index, party + " shows its cosignature");
        }
      }
    }
  }

  private static void nameIt(SecuredPair line) throws Exception {
    String now = line.api(NORTH).terms().getFirst().hash();
    Terms terms = Terms.decode(line.api(NORTH).termsBytes(now).orElseThrow()).orElseThrow();
    Terms next =
        terms
            .next()
            .witnesses(List.of(new WitnessParty(SEAL, "The seal", line.own(SEAL).cosigner())))
            .build();
    String hash = next.hash().hex();
    done(line.api(NORTH).proposeTerms(next.encode()));
    line.until(() -> line.api(SOUTH).termsBytes(hash).isPresent(), "south sees the proposal");
    done(line.api(SOUTH).termsVerb(hash, "sign", ""));
    line.until(() -> line.api(SOUTH).terms().getFirst().hash().equals(hash), "terms 2 in force");
  }

  private static long cosigned(LineApi api) {
    return api.guests().stream()
        .map(MatterViews.Guest::cosigned)
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .findFirst()
        .orElse(-1);
  }
}
