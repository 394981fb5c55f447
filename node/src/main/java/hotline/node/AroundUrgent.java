package hotline.node;

import hotline.line.body.MessageBody;
import hotline.node.desk.Heard;
import hotline.node.record.Keyring;
import hotline.node.record.LocalRecord;
import hotline.node.urgent.UrgentLane;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Chain;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.util.Optional;

/** The node as its urgent lane sees it. */
record AroundUrgent(
    String party,
    boolean speaks,
    LocalRecord record,
    Keyring keyring,
    Heard heard,
    Changes changes,
    Troubles troubles,
    Pace pace)
    implements UrgentLane.Surroundings {
  @Override
  public Optional<PublicKey> key(Statement statement) {
    Chain chain = statement.header().chain();
    return keyring.speaking(chain.party(), chain.node(), statement.keyId());
  }

  @Override
  public boolean isRevoked(Statement statement) {
    return keyring.isRevoked(statement.header().chain().party(), statement.keyId());
  }

  @Override
  public void learn(Statement statement) {
    keyring.hear(statement);
  }

  @Override
  public boolean isRecorded(StatementId id) {
    return record.indexOf(id).isPresent();
  }

  @Override
  public boolean isForUs(MessageBody.Message message) {
    return speaks
        && (message.to().isEmpty()
            || message.to().stream().anyMatch(each -> each.party().equals(party)));
  }

  @Override
  public void arrived(Statement statement) {
    heard.from(statement.header().chain().party());
    changes.happened();
  }

  @Override
  public void changed() {
    changes.happened();
  }
}
