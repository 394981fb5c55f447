package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.KeyBody;
import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.node.keys.KeyFiles;
import hotline.node.keys.PartyKeys;
import hotline.node.keys.RootWord;
import hotline.node.setup.LineFolder;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Lane;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The procedures of docs/operations.md for what a disk has lost, with real nodes. */
class LostFolderTest {
  @TempDir Path folder;

  /** What was said and recorded is there once; what waited is gone, and nothing contradicts it. */
  @Test
  void aLostOutboxSaysNothingTwiceAndContradictsNothing() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      String recorded = id(TwoNodes.expectDone(text(line.south(), "recorded")));
      TwoNodes.expectDone(line.north().sequencer(false));
      String waited = id(text(line.south(), "waits"));
      line.stop(TwoNodes.SOUTH);
      Files.delete(line.data(TwoNodes.SOUTH).resolve("outbox"));
      Files.delete(line.data(TwoNodes.SOUTH).resolve("urgent"));
      line.start(TwoNodes.SOUTH);
      TwoNodes.expectDone(line.north().sequencer(true));
      String again = id(TwoNodes.expectDone(text(line.south(), "said again")));
      line.until(() -> line.north().message(again).isPresent(), "in a new chain");

      List<String> ids = line.north().entries(0, 1000).stream().map(Views.Entry::id).toList();
      assertThat(ids).doesNotHaveDuplicates().contains(recorded, again).doesNotContain(waited);
      assertThat(chainsOf(line.north(), TwoNodes.SOUTH))
          .as("each chain without a gap, each number once")
          .hasSizeGreaterThan(2);
      assertThat(line.north().line().troubles()).isEmpty();
      assertThat(Accused.isKept(line, TwoNodes.NORTH, "double-used")).isFalse();
    }
  }

  /** By chain, how many statements; fails if a number is there twice, or left out. */
  private static Map<Chain, Integer> chainsOf(LineApi api, String party) {
    Map<Chain, Set<Long>> numbers = new HashMap<>();
    for (Views.Entry each : api.entries(0, 1000)) {
      Statement said = (Statement) Statements.parse(api.entryBytes(each.index()).orElseThrow());
      Header header = said.header();
      if (header.chain().party().equals(party) && header.chain().lane() == Lane.ROUTINE) {
        assertThat(
                numbers
                    .computeIfAbsent(header.chain(), _ -> new HashSet<>())
                    .add(header.sequence()))
            .isTrue();
      }
    }
    Map<Chain, Integer> counts = new HashMap<>();
    numbers.forEach((chain, all) -> {
      assertThat(all).contains(0L, all.size() - 1L);
      counts.put(chain, all.size());
    });
    return counts;
  }

  /** The machine is gone with all its keys; the stick was in the safe. */
  @Test
  void aPartyComesBackWithItsRootKeyAlone() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      String before = id(TwoNodes.expectDone(text(line.south(), "before the fire")));
      line.until(() -> line.north().message(before).isPresent(), "recorded");
      Path south = line.data(TwoNodes.SOUTH);
      Path stick = folder.resolve("stick");
      var lost = PartyKeys.open(south.resolve("keys"), line.random).node().publicKey();
      var _ = new KeyFiles(south.resolve("keys")).takeRootAway(stick);
      line.stop(TwoNodes.SOUTH);
      Files.move(south, folder.resolve("burnt"));

      PartyKeys fresh =
          PartyKeys.renew(south.resolve("keys"), KeyFiles.rootIn(stick).publicKey(), line.random);
      LineFolder again = new LineFolder(south);
      var _ = again.add(line.export(TwoNodes.NORTH));
      byte[] genesis = Files.readAllBytes(line.data(TwoNodes.NORTH).resolve(LineFolder.GENESIS));
      var _ = again.join(genesis, line.own(TwoNodes.SOUTH));
      line.start(TwoNodes.SOUTH);
      line.until(() -> line.south().message(before).isPresent(), "the record is fetched");
      assertThat(line.south().line().troubles())
          .extracting(Views.Trouble::code)
          .contains("own-key-unknown");
      assertThat(text(line.south(), "too early").done()).isFalse();

      for (KeyBody each :
          List.of(
              new KeyBody.Enrol("a", fresh.node().publicKey()),
              new KeyBody.Revoke(lost, "burnt"))) {
        TwoNodes.expectDone(
            line.south()
                .tellKeys(
                    RootWord.sign(
                            KeyFiles.rootIn(stick),
                            again.genesis().orElseThrow().lineId(),
                            TwoNodes.SOUTH,
                            Mode.LIVE,
                            each,
                            line.random,
                            line.clock.instant())
                        .bytes()));
      }
      line.until(
          () -> line.south().keys().stream().anyMatch(each -> each.enrolled() != null), "enrolled");
      String after = id(TwoNodes.expectDone(text(line.south(), "after the fire")));
      line.until(() -> line.north().message(after).isPresent(), "heard");
      assertThat(line.north().message(before)).as("what was said before stands").isPresent();
    }
  }

  private static String id(Said said) {
    return Objects.requireNonNull(said.id());
  }

  private static Said text(LineApi api, String text) {
    return api.send(
        new Requests.Message("TEXT", List.of(), text, "en", null, null, null, List.of(), null));
  }
}
