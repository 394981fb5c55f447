package hotline.line.body;

import hotline.record.cbor.Field;
import hotline.record.merkle.Hash;
import hotline.record.statement.StatementId;

/** Reads the names of things by their hashes. */
final class Ids {
  private Ids() {}

  static StatementId statement(Field field) {
    return StatementId.of(field.bytes(StatementId.BYTES));
  }

  static Hash hash(Field field) {
    return Hash.of(field.bytes(Hash.LENGTH));
  }

  static EntityId entity(Field field) {
    return new EntityId(field.bytes(EntityId.LENGTH));
  }
}
