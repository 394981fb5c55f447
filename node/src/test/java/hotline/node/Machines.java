package hotline.node;

import hotline.node.order.GroupSequencer;
import hotline.node.order.Member;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;

/** Machines of one host whose logs are cut far sooner than in use. */
public final class Machines {
  private Machines() {}

  /** The machine with the desk. */
  public static Node desk(NodeConfig config, long snapshotEvery) throws IOException {
    TlsConfig tls = config.tls();
    Member member =
        HostMachine.member(
            config,
            Objects.requireNonNull(tls.machines()),
            true,
            InstantSource.system(),
            new SecureRandom());
    NodeConfig alone =
        new NodeConfig(
            config.data(),
            config.party(),
            config.node(),
            config.host(),
            config.port(),
            config.hostParty(),
            config.peers(),
            config.posts(),
            config.officer(),
            config.mode(),
            new TlsConfig(tls.pages(), tls.peers(), tls.addresses()),
            config.witnesses(),
            config.traffic());
    return Pageless.start(
        alone,
        Surroundings.real()
            .with((order, machine) -> GroupSequencer.of(order, machine, member, snapshotEvery)));
  }

  /** Another one. */
  public static HostMachine machine(NodeConfig config, long snapshotEvery) throws IOException {
    return HostMachine.start(config, snapshotEvery);
  }
}
