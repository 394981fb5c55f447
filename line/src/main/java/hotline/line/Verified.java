package hotline.line;

import hotline.record.signature.PublicKey;
import hotline.record.statement.StatementId;

/**
 * A signature check that the caller has made already, of exactly these bytes.
 *
 * @param id the statement that was checked
 * @param key under which its signature held
 */
public record Verified(StatementId id, PublicKey key) {}
