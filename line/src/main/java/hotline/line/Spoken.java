package hotline.line;

import hotline.line.terms.PartyTerms;
import hotline.record.statement.Basis;
import hotline.record.statement.Lane;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * A statement that has its place: all that a rule may know of it besides what it says.
 *
 * @param index its place in the record, from 0
 */
public record Spoken(long index, Statement statement) {
  /** Its name. */
  public StatementId id() {
    return statement.id();
  }

  /** Who speaks. */
  public String party() {
    return statement.header().chain().party();
  }

  /** Whether the party's root key speaks. */
  public boolean byRoot() {
    return statement.header().chain().node().equals(PartyTerms.ROOT_NODE);
  }

  /** By which way. */
  public Lane lane() {
    return statement.header().chain().lane();
  }

  /** Whether it is meant. */
  public Mode mode() {
    return statement.header().mode();
  }

  /** When it was signed, by the signer's clock, µs since 1970 UTC. */
  public long timeUs() {
    return statement.header().timeUs();
  }

  /** The record that the signer had verified. */
  public @Nullable Basis basis() {
    return statement.header().basis();
  }
}
