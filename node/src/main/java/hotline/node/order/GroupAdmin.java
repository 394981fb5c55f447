package hotline.node.order;

import hotline.node.Listen;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.ratis.client.RaftClient;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.proto.RaftProtos.CommitInfoProto;
import org.apache.ratis.proto.RaftProtos.RaftPeerProto;
import org.apache.ratis.proto.RaftProtos.RoleInfoProto;
import org.apache.ratis.protocol.GroupInfoReply;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.retry.RetryPolicies;
import org.apache.ratis.thirdparty.io.grpc.Status;
import org.apache.ratis.thirdparty.io.grpc.StatusRuntimeException;

/**
 * Looks at the host's group and changes it, through any one of its machines. Who may is decided by
 * the certificate alone.
 */
public final class GroupAdmin {
  /** One machine less than half may be gone; more machines make every answer slower. */
  private static final int MACHINES_MAX = 5;

  private static final Duration LOOK_WITHIN = Duration.ofSeconds(20);

  private static final Duration OPEN_WITHIN = Duration.ofSeconds(6);

  /** One try of a change; a machine that has much to catch up with takes several. */
  private static final Duration CHANGE_WITHIN = Duration.ofSeconds(30);

  private static final int TRIES = 40;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  private final Listen contact;
  private final Member.Tls tls;

  /** Through the machine at {@code contact}. */
  public GroupAdmin(Listen contact, Member.Tls tls) {
    this.contact = contact;
    this.tls = tls;
  }

  /**
   * A machine of the group.
   *
   * @param id its name in the group, made with its disk
   * @param committed how far it is known to have ordered entries; -1 if it was not heard
   */
  public record Machine(String id, String address, boolean leads, long committed) {}

  /** The machines of the group, by name; empty if the one that is asked was added to none yet. */
  public List<Machine> list() throws IOException {
    GroupInfoReply info = info(contact);
    String leader = leader(info.getRoleInfoProto());
    Map<String, Long> committed = new HashMap<>();
    for (CommitInfoProto each : info.getCommitInfos()) {
      committed.merge(id(each.getServer()), each.getCommitIndex(), Math::max);
    }
    return peers(info.getGroup()).stream()
        .map(peer -> {
          String id = peer.getId().toString();
          return new Machine(
              id, peer.getAddress(), id.equals(leader), committed.getOrDefault(id, -1L));
        })
        .sorted(Comparator.comparing(Machine::id))
        .toList();
  }

  /** Adds the machine at an address, which runs and waits; it counts when it has caught up. */
  public Machine add(Listen machine) throws IOException {
    return change(reachable(), machine);
  }

  /** Takes a machine out of the group, whether it runs or not. */
  public void remove(String id) throws IOException {
    set(without(reachable(), id));
  }

  /** Puts one machine in the place of another, which may be gone for good, in one step. */
  public Machine replace(String id, Listen machine) throws IOException {
    return change(without(reachable(), id), machine);
  }

  private Machine change(List<RaftPeer> others, Listen machine) throws IOException {
    RaftPeerProto self = info(machine).getRoleInfoProto().getSelf();
    RaftPeer added =
        RaftPeer.newBuilder()
            .setId(id(self))
            .setAddress(Member.address(machine))
            .setPriority(others.getFirst().getPriority())
            .build();
    List<RaftPeer> all = new ArrayList<>(others);
    if (all.stream().anyMatch(peer -> peer.getId().equals(added.getId()))) {
      throw new IOException("The machine at " + added.getAddress() + " is in the group already.");
    }
    all.add(added);
    if (all.size() > MACHINES_MAX) {
      throw new IOException("A group has at most " + MACHINES_MAX + " machines.");
    }
    set(all);
    return new Machine(added.getId().toString(), added.getAddress(), false, -1);
  }

  private static List<RaftPeer> without(List<RaftPeer> peers, String id) throws IOException {
    List<RaftPeer> rest =
        peers.stream().filter(peer -> !peer.getId().toString().equals(id)).toList();
    if (rest.size() == peers.size()) {
      throw new IOException("There is no machine " + id + " in the group: list them first.");
    }
    if (rest.isEmpty()) {
      throw new IOException("The last machine of a group cannot be removed.");
    }
    return rest;
  }

  private void set(List<RaftPeer> peers) throws IOException {
    List<RaftPeer> asked = new ArrayList<>(peers);
    for (RaftPeer now : peers(info(contact).getGroup())) {
      if (asked.stream().noneMatch(peer -> peer.getId().equals(now.getId()))) {
        asked.add(now);
      }
    }
    try (RaftClient client = client(asked, CHANGE_WITHIN)) {
      RaftClientReply reply = client.admin().setConfiguration(peers);
      if (!reply.isSuccess()) {
        throw new IOException(
            "The group was not changed: " + reply.getException().getMessage(),
            reply.getException());
      }
    }
  }

  /**
   * The machines of the group as the others can reach them. One that was a host alone is known by
   * no address at first: it is told its own before anybody joins it, as whoever joins asks it by
   * that.
   */
  private List<RaftPeer> reachable() throws IOException {
    RaftGroup group = info(contact).getGroup();
    List<RaftPeer> peers = peers(group);
    if (peers.isEmpty()) {
      throw new IOException("That machine waits to be added itself: ask one of the group.");
    }
    if (group.getPeers().stream().noneMatch(GroupAdmin::isNowhere)) {
      return peers;
    }
    // Another address alone counts as no change for Ratis; the priorities of all stay equal.
    RaftPeer alone = peers.getFirst();
    List<RaftPeer> told =
        List.of(RaftPeer.newBuilder(alone).setPriority(alone.getPriority() + 1).build());
    set(told);
    return told;
  }

  private List<RaftPeer> peers(RaftGroup group) {
    return group.getPeers().stream()
        .map(peer ->
            isNowhere(peer)
                ? RaftPeer.newBuilder(peer).setAddress(Member.address(contact)).build()
                : peer)
        .toList();
  }

  /** As a host alone calls itself. */
  private static boolean isNowhere(RaftPeer peer) {
    return peer.getAddress().endsWith(":0");
  }

  private static String id(RaftPeerProto peer) {
    return RaftPeerId.valueOf(peer.getId()).toString();
  }

  private static String leader(RoleInfoProto role) {
    if (role.hasLeaderInfo()) {
      return id(role.getSelf());
    }
    RaftPeerProto leader = role.getFollowerInfo().getLeaderInfo().getId();
    return leader.getId().isEmpty() ? "" : id(leader);
  }

  /** What one machine says; it answers to any name, and tells its own. */
  private GroupInfoReply info(Listen at) throws IOException {
    RaftPeer there = RaftPeer.newBuilder().setId("whoever").setAddress(Member.address(at)).build();
    try (RaftClient client = client(List.of(there), LOOK_WITHIN)) {
      GroupInfoReply reply = info(client, there.getId());
      if (!reply.isSuccess()) {
        throw new IOException(
            "The machine at " + there.getAddress() + " does not answer.", reply.getException());
      }
      return reply;
    }
  }

  /** A machine that Ratis has closed opens again by itself, soon. */
  private static GroupInfoReply info(RaftClient client, RaftPeerId there) throws IOException {
    long deadlineNs = System.nanoTime() + OPEN_WITHIN.toNanos();
    while (true) {
      try {
        return client.getGroupManagementApi(there).info(RatisSequencer.GROUP);
      } catch (StatusRuntimeException unanswered) {
        Status.Code code = unanswered.getStatus().getCode();
        boolean maySoon = code == Status.Code.INTERNAL || code == Status.Code.UNAVAILABLE;
        if (!maySoon || System.nanoTime() - deadlineNs > 0) {
          throw new IOException("No machine of the host answers there: " + code, unanswered);
        }
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      }
    }
  }

  private RaftClient client(List<RaftPeer> peers, Duration within) {
    return RaftClient.newBuilder()
        .setRaftGroup(RaftGroup.valueOf(RatisSequencer.GROUP, peers))
        .setProperties(RatisSettings.client(new RaftProperties(), within))
        .setParameters(tls.parameters())
        .setRetryPolicy(
            RetryPolicies.retryUpToMaximumCountWithFixedSleep(
                TRIES, RatisSettings.time(BETWEEN_TRIES)))
        .build();
  }
}
