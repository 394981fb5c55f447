package hotline.node.order;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.ratis.client.RaftClient;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.retry.RetryPolicies;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls to machines of the group, from one of them; safe for many threads. */
final class ToMachine implements GroupMachine.Way {
  private static final Logger LOG = LoggerFactory.getLogger(ToMachine.class);
  private static final int TRIES = 30;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

  private final RaftClient client;
  private final List<RaftPeer> peers;

  /** To whichever of {@code peers} leads. */
  ToMachine(List<RaftPeer> peers, RaftProperties properties, Parameters tls) {
    this.peers = peers;
    this.client =
        RaftClient.newBuilder()
            .setRaftGroup(RaftGroup.valueOf(RatisSequencer.GROUP, peers))
            .setProperties(properties)
            .setParameters(tls)
            .setRetryPolicy(
                RetryPolicies.retryUpToMaximumCountWithFixedSleep(
                    TRIES, RatisSettings.time(BETWEEN_TRIES)))
            .build();
  }

  List<RaftPeer> peers() {
    return peers;
  }

  RaftClientReply send(Message message) throws IOException {
    return client.io().send(message);
  }

  @Override
  public byte[] ask(byte[] question) throws IOException {
    RaftClientReply reply =
        client.io().sendReadOnly(Message.valueOf(ByteString.copyFrom(question)));
    if (!reply.isSuccess()) {
      throw new IOException("another machine of the host did not answer", reply.getException());
    }
    return reply.getMessage().getContent().toByteArray();
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException failed) {
      LOG.atDebug().setCause(failed).log("a way to another machine was not closed cleanly");
    }
  }
}
