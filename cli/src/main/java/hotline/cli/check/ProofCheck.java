package hotline.cli.check;

import hotline.record.merkle.Merkle;
import hotline.record.note.Cosignature;
import hotline.record.note.Parsed;
import hotline.record.proof.Policy;
import hotline.record.proof.TlogProof;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A proof file checked offline, against keys that the reader already has. */
public final class ProofCheck {
  private final byte[] proof;
  private final byte @Nullable [] policy;
  private final byte @Nullable [] statement;
  private final byte @Nullable [] genesis;
  private final @Nullable String key;
  private final @Nullable ProofKeys keys;
  private final byte @Nullable [] enrolment;
  private final byte @Nullable [] officer;

  private final List<String> held = new ArrayList<>();
  private final List<String> open = new ArrayList<>();

  /**
   * What was found.
   *
   * @param held what holds, in the order in which it was checked
   * @param open what could not be checked with what was given
   * @param fault the first thing that does not hold; null if all does
   */
  public record Result(List<String> held, List<String> open, @Nullable String fault) {}

  /**
   * A check of {@code proof} against {@code policy}.
   *
   * @param statement its bytes, if the proof does not carry them
   * @param genesis of the line that the statement must be of; null leaves that open
   * @param key as hex, {@code algorithm ‖ key}; null leaves the statement's signature open
   */
  public ProofCheck(
      byte[] proof,
      byte[] policy,
      byte @Nullable [] statement,
      byte @Nullable [] genesis,
      @Nullable String key) {
    this.proof = proof.clone();
    this.policy = policy.clone();
    this.statement = statement == null ? null : statement.clone();
    this.genesis = genesis == null ? null : genesis.clone();
    this.key = key;
    this.keys = null;
    this.enrolment = null;
    this.officer = null;
  }

  /**
   * A check of {@code proof} against root keys and terms, the party's own signature included.
   *
   * @param statement its bytes, if the proof does not carry them
   * @param enrolment the proof of the entry that gave the signer its key, if the terms do not name
   *     it
   * @param officer the proof of the entry that gave the officer a key who signed inside
   */
  public ProofCheck(
      byte[] proof,
      ProofKeys keys,
      byte @Nullable [] statement,
      byte @Nullable [] enrolment,
      byte @Nullable [] officer) {
    this.proof = proof.clone();
    this.policy = null;
    this.statement = statement == null ? null : statement.clone();
    this.genesis = null;
    this.key = null;
    this.keys = keys;
    this.enrolment = enrolment == null ? null : enrolment.clone();
    this.officer = officer == null ? null : officer.clone();
  }

  /** Checks all that can be checked; stops at the first thing that does not hold. */
  public Result run() {
    String fault = fault();
    return new Result(List.copyOf(held), List.copyOf(open), fault);
  }

  private @Nullable String fault() {
    if (policy == null) {
      return under(Objects.requireNonNull(keys).policy());
    }
    return switch (Policy.parse(policy)) {
      case Parsed.Refused<Policy> refused -> "the policy: " + refused.sentence();
      case Parsed.Good<Policy>(Policy read) -> under(read);
    };
  }

  private @Nullable String under(Policy rules) {
    return switch (TlogProof.parse(proof)) {
      case Parsed.Refused<TlogProof> refused -> "the proof: " + refused.sentence();
      case Parsed.Good<TlogProof>(TlogProof read) -> inclusion(read, rules);
    };
  }

  private @Nullable String inclusion(TlogProof read, Policy rules) {
    Optional<byte[]> entry =
        statement == null ? read.extra().map(Base64.getDecoder()::decode) : Optional.of(statement);
    if (entry.isEmpty()) {
      return "the proof does not carry the statement: give its bytes with --statement FILE";
    }
    return switch (read.verify(entry.get(), rules)) {
      case Parsed.Refused<Policy.Approved> refused -> refused.sentence();
      case Parsed.Good<Policy.Approved>(Policy.Approved approved) -> {
        held.add(
            "entry "
                + read.index()
                + " of "
                + approved.checkpoint().size()
                + " in "
                + approved.checkpoint().origin()
                + ", root "
                + approved.checkpoint().root());
        approved.cosignatures().forEach((name, seen) -> held.add(cosigned(name, seen)));
        String fault = statement(entry.get(), read.index());
        if (fault == null && Statements.parse(entry.get()) instanceof Statement said) {
          clocks(said, approved.cosignatures());
        }
        yield fault;
      }
    };
  }

  private static String cosigned(String name, Cosignature cosignature) {
    return "cosigned by " + name + " at " + Instant.ofEpochSecond(cosignature.unixSeconds());
  }

  /** Who says to have signed after others cosigned it: one of the two clocks was wrong. */
  private void clocks(Statement said, Map<String, Cosignature> cosignatures) {
    List<Long> byOthers = new ArrayList<>();
    cosignatures.forEach((name, seen) -> {
      // A cosignature's time is in whole seconds.
      long afterS = said.header().timeUs() / 1_000_000 - seen.unixSeconds();
      if (afterS > 1) {
        held.add(
            "signed %d s after %s cosigned it, by the two clocks: one of them was wrong"
                .formatted(afterS, name));
        if (!name.equals(said.header().chain().party())) {
          byOthers.add(afterS);
        }
      }
    });
    if (keys != null && byOthers.size() > keys.named().liars()) {
      byOthers.sort(Comparator.reverseOrder());
      // Of one more than may lie, one does not; and its difference is not below the least of them.
      held.add(
          "%d others contradict the clock of %s, and at most %d may lie: it was ahead of an honest one's by %d s or more"
              .formatted(
                  byOthers.size(),
                  said.header().chain().party(),
                  keys.named().liars(),
                  byOthers.get(keys.named().liars())));
    }
  }

  private @Nullable String statement(byte[] entry, long index) {
    if (!(Statements.parse(entry) instanceof Statement said)) {
      return "the entry is not a statement";
    }
    held.add(
        "a statement of "
            + said.header().chain().party()
            + ", kind "
            + said.header().kind()
            + ", signed at "
            + Instant.ofEpochSecond(0, said.header().timeUs() * 1_000)
            + ", id "
            + said.id());
    String fault = keys == null ? byGiven(said) : byTerms(said, index, keys);
    return fault == null ? byOfficer(said, index) : fault;
  }

  private @Nullable String byOfficer(Statement said, long index) {
    if (said.officer().isEmpty()) {
      return officer == null ? null : "no officer has signed inside";
    }
    if (keys == null || officer == null) {
      open.add(
          "the officer's signature inside, by the key "
              + said.officer().get().keyId()
              + ": give the proof of its enrolment with --officer FILE, and --terms");
      return null;
    }
    return switch (OfficerCheck.of(said.officer().get(), said, index, officer, keys)) {
      case Parsed.Refused<String> refused -> "the officer: " + refused.sentence();
      case Parsed.Good<String>(String sentence) -> {
        held.add(sentence);
        yield null;
      }
    };
  }

  private @Nullable String byTerms(Statement said, long index, ProofKeys given) {
    if (!said.header().line().hash().equals(given.line())) {
      return "the statement is of another line than this genesis";
    }
    held.add("of the line " + said.header().line());
    Optional<PublicKey> signer = given.key(said);
    if (signer.isEmpty()) {
      return byEnrolled(said, index, given);
    }
    if (!said.signedBy(signer.get())) {
      return "the statement is not signed by the key that the terms name";
    }
    held.add("signed by the key that the terms name, terms " + given.terms());
    return null;
  }

  private @Nullable String byEnrolled(Statement said, long index, ProofKeys given) {
    if (enrolment == null) {
      return "no key in these terms speaks for the signer: it signed under other terms, or its"
          + " root key gave it one since; then give the proof of that entry with --enrolment FILE";
    }
    return switch (Enrolled.of(enrolment, given)) {
      case Parsed.Refused<Enrolled> refused -> "the enrolment: " + refused.sentence();
      case Parsed.Good<Enrolled>(Enrolled enrolled) -> {
        if (!enrolled.speaksFor(said) || !said.signedBy(enrolled.key())) {
          yield "the statement is not signed by the key that was enrolled";
        }
        if (enrolled.index() >= index) {
          yield "the key was enrolled at entry " + enrolled.index() + ", after it was used";
        }
        held.add(
            "signed by the key that its root key enrolled at entry "
                + enrolled.index()
                + ", terms "
                + given.terms());
        yield null;
      }
    };
  }

  private @Nullable String byGiven(Statement said) {
    if (genesis == null) {
      open.add("the line: give --genesis FILE to check that it is of your line");
    } else if (!said.header().line().hash().equals(Merkle.plain(genesis))) {
      return "the statement is of another line than this genesis";
    } else {
      held.add("of the line " + said.header().line());
    }
    return signature(said);
  }

  private @Nullable String signature(Statement said) {
    if (key == null) {
      open.add("the party's own signature: give its key with --key HEX");
      return null;
    }
    Optional<PublicKey> signer = hex(key).flatMap(PublicKey::decode);
    if (signer.isEmpty()) {
      return "--key is not a key: algorithm and key as hexadecimal digits";
    }
    if (!said.signedBy(signer.get())) {
      return "the statement is not signed by the key given";
    }
    held.add("signed by the key given");
    return null;
  }

  private static Optional<byte[]> hex(String text) {
    try {
      return Optional.of(HexFormat.of().parseHex(text.strip()));
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }
}
