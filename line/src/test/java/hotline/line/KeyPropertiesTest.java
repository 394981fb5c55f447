package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.Body;
import hotline.line.body.KeyBody;
import hotline.line.body.MessageBody;
import hotline.record.signature.PublicKey;
import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Over random histories of keys stolen, enrolled, revoked and claimed by others: what a key may say
 * is what two sets of each party say, and nothing but the party's own root key changes these.
 */
class KeyPropertiesTest {
  private static final List<String> PARTIES = List.of("north", "south");
  private static final int STEPS = 60;

  /** What every key would be allowed, kept beside the fold. */
  private static final class Model {
    private final Map<String, Set<String>> counting = new HashMap<>();
    private final Map<String, Set<String>> known = new HashMap<>();
    private final Map<String, Set<String>> revoked = new HashMap<>();

    Model() {
      for (String party : PARTIES) {
        counting.put(party, new HashSet<>(Set.of(party + "/one")));
        known.put(party, new HashSet<>(Set.of(party + "/one")));
        revoked.put(party, new HashSet<>());
      }
    }

    private static Set<String> of(Map<String, Set<String>> sets, String party) {
      return Objects.requireNonNull(sets.get(party));
    }

    String speaks(String party, String key) {
      if (of(revoked, party).contains(key)) {
        return "key-revoked";
      }
      return of(counting, party).contains(key) ? "ok" : "unknown-key";
    }

    String enrols(String party, String key) {
      if (of(revoked, party).contains(key)) {
        return "key-spent";
      }
      if (!of(known, party).add(key)) {
        return "key-known";
      }
      of(counting, party).add(key);
      return "ok";
    }

    String revokes(String party, String key) {
      if (!of(revoked, party).add(key)) {
        return "key-spent";
      }
      of(counting, party).remove(key);
      return "ok";
    }
  }

  @Test
  void aKeySaysWhatItsPartysRootKeyLetsIt() {
    Seeds.some(8)
        .forEach(seed -> {
          Story story = new Story(Chance.of(seed));
          for (int i = 0; i < STEPS; i++) {
            story.step("seed %d, step %d".formatted(seed, i));
          }
          story.everyEntryThatWasNotVoidStillVerifies("seed " + seed);
        });
  }

  /** One history. */
  private static final class Story {
    private final Model model = new Model();
    private final TestLine line = TestLine.of(true, "north", "south");
    private final Chance chance;

    Story(Chance chance) {
      this.chance = chance;
    }

    void step(String where) {
      String party = chance.pick(PARTIES);
      String key = chance.pick(PARTIES) + "/" + chance.pick(List.of("one", "k1", "k2", "k3", "k4"));
      PublicKey named = TestLine.key(key);
      switch ((int) chance.between(0, 5)) {
        case 0 ->
            assertThat(say(line.root(party), party + "/root", new KeyBody.Enrol("one", named)))
                .as(where)
                .isEqualTo(model.enrols(party, key));
        case 1 ->
            assertThat(say(line.root(party), party + "/root", new KeyBody.Revoke(named, "")))
                .as(where)
                .isEqualTo(model.revokes(party, key));
        case 2 -> {
          // A node's key, whoever holds it, changes no keys.
          String with = party + "/" + chance.pick(List.of("one", "k1", "k2"));
          String may = model.speaks(party, with);
          assertThat(say(line.voice(party), with, new KeyBody.Revoke(named, "")))
              .as(where)
              .isEqualTo(may.equals("ok") ? "keys-by-root" : may);
        }
        case 3 -> {
          // Nor does another party's root key in this party's name.
          String other = party.equals("north") ? "south" : "north";
          assertThat(say(line.root(party), other + "/root", new KeyBody.Revoke(named, "")))
              .as(where)
              .isEqualTo("unknown-key");
        }
        default ->
            assertThat(say(line.voice(party), key, MessageBody.Message.bare(Kind.LINE_CHECK)))
                .as(where)
                .isEqualTo(model.speaks(party, key));
      }
    }

    private String say(Voice voice, String with, Body body) {
      Voice.Draft draft = line.draft(voice, body);
      draft.with = Keyring.key(with);
      return line.say(voice, draft).code();
    }

    /** What is void leaves no trace, so the record without it is one that an honest host orders. */
    void everyEntryThatWasNotVoidStillVerifies(String where) {
      List<byte[]> honest = new ArrayList<>();
      for (int i = 0; i < line.entries.size(); i++) {
        if (line.outcomes.get(i).verdict() != Verdict.VOID) {
          honest.add(line.entries.get(i));
        }
      }
      RecordCheck check = new RecordCheck(line.line(), line::rootAt);
      honest.forEach(entry -> assertThat(check.next(entry)).as(where).isEmpty());
      for (String party : PARTIES) {
        assertThat(check.state().keys().revoked(party))
            .as(where)
            .hasSameSizeAs(line.state.keys().revoked(party));
      }
    }
  }
}
