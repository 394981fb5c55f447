package hotline.line.sheet;

import hotline.line.terms.Matter;
import hotline.line.terms.MustAgree;
import hotline.line.terms.Observer;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Seats;
import hotline.line.terms.Terms;
import hotline.line.terms.ThirdParty;
import hotline.line.terms.WitnessParty;
import hotline.record.signature.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who is in a sheet: parties with their keys, posts and seats, and those around the line. */
final class People {
  static final String THIRD = "NAME = TITLE";
  static final String KEYED = "NAME = TITLE = KEY";
  private static final String NODE = "node ";

  private People() {}

  static List<String> keys(PartyTerms party) {
    List<String> keys = new ArrayList<>();
    keys.add("root = " + Text.key(party.rootKey()));
    party.nodes().forEach(node -> keys.add(NODE + node.node() + " = " + Text.key(node.key())));
    keys.add("log = " + Text.key(party.logKey()));
    keys.add("outcomes = " + Text.key(party.outcomeKey()));
    keys.add("cosigner = " + Text.key(party.cosignerKey()));
    return keys;
  }

  static List<PartyTerms> parties(Values values, Terms before) {
    return before.parties().stream().map(party -> party(values, party)).toList();
  }

  private static PartyTerms party(Values values, PartyTerms before) {
    List<String> keys = values.words("keys-" + before.party(), keys(before));
    List<String> posts =
        values.many("posts-" + before.party(), before.posts(), post -> post, Text::name);
    Map<String, PublicKey> ring = new TreeMap<>();
    for (String key : keys) {
      String[] parts = Text.parts(key, 2, "a key as WHAT = KEY");
      if (ring.put(parts[0], Text.key(parts[1])) != null) {
        throw new IllegalArgumentException("“" + parts[0] + "” is there twice.");
      }
    }
    return new PartyTerms(
        before.party(),
        taken(ring, "root"),
        nodes(ring),
        taken(ring, "log"),
        taken(ring, "outcomes"),
        taken(ring, "cosigner"),
        posts);
  }

  private static List<PartyTerms.NodeKey> nodes(Map<String, PublicKey> ring) {
    List<PartyTerms.NodeKey> nodes = new ArrayList<>();
    ring.forEach((what, key) -> {
      if (what.startsWith(NODE)) {
        nodes.add(new PartyTerms.NodeKey(Text.name(what.substring(NODE.length())), key));
      } else if (!List.of("root", "log", "outcomes", "cosigner").contains(what)) {
        throw new IllegalArgumentException(
            "“" + what + "” is none of: root, node NAME, log, outcomes, cosigner.");
      }
    });
    return nodes;
  }

  private static PublicKey taken(Map<String, PublicKey> ring, String what) {
    PublicKey key = ring.get(what);
    if (key == null) {
      throw new IllegalArgumentException("The key “" + what + "” is missing.");
    }
    return key;
  }

  /** In the order of the parties; who has no seat is not named. */
  static List<Seats> seats(Values values, Terms before) {
    List<Seats> all = new ArrayList<>();
    for (String party : before.partyNames()) {
      List<String> seats =
          values.many("seats-" + party, before.seats(party), seat -> seat, Text::name);
      if (!seats.isEmpty()) {
        all.add(new Seats(party, seats));
      }
    }
    return all;
  }

  /** Of a matter that names nobody, every party decides. */
  static List<MustAgree> agreement(Values values, Terms before) {
    List<MustAgree> all = new ArrayList<>();
    for (Matter matter : Matter.values()) {
      List<String> parties = values.words(agreementName(matter), agreed(before, matter));
      if (!parties.isEmpty()) {
        all.add(new MustAgree(matter, parties.stream().sorted().toList()));
      }
    }
    return all;
  }

  static String agreementName(Matter matter) {
    return switch (matter) {
      case OFFER -> "agree-offer";
      case PROPOSAL -> "agree-proposal";
      case MINUTES -> "agree-minutes";
    };
  }

  static List<String> agreed(Terms terms, Matter matter) {
    return terms.agreement().stream()
        .filter(each -> each.matter() == matter)
        .findFirst()
        .map(MustAgree::parties)
        .orElse(List.of());
  }

  static String write(ThirdParty one) {
    return one.name() + " = " + one.title();
  }

  static ThirdParty third(String text) {
    String[] parts = exactly(text, 2, "a third party as " + THIRD);
    return new ThirdParty(Text.name(parts[0]), Text.title(parts[1]));
  }

  static String write(Observer one) {
    return one.name() + " = " + one.title() + " = " + Text.key(one.key());
  }

  static Observer observer(String text) {
    String[] parts = exactly(text, 3, "an observer as " + KEYED);
    return new Observer(Text.name(parts[0]), Text.title(parts[1]), Text.key(parts[2]));
  }

  static String write(WitnessParty one) {
    return one.name() + " = " + one.title() + " = " + Text.key(one.cosignerKey());
  }

  static WitnessParty witness(String text) {
    String[] parts = exactly(text, 3, "a witness as " + KEYED);
    return new WitnessParty(Text.name(parts[0]), Text.title(parts[1]), Text.key(parts[2]));
  }

  private static String[] exactly(String text, int count, String form) {
    String[] parts = Text.parts(text, count, form);
    if (parts.length != count) {
      throw new IllegalArgumentException("Write " + form + ".");
    }
    return parts;
  }
}
