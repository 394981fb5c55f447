package hotline.node.line;

import hotline.node.HostMachine;
import hotline.node.Listen;
import hotline.node.Node;
import hotline.node.NodeConfig;
import hotline.node.NodeConfigFile;
import hotline.node.api.Requests;
import hotline.node.order.GroupAdmin;
import hotline.node.tls.MachineTls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One machine of a host, in a process of its own: the one with the desk, or another. It changes the
 * group as its standard input says, and stops when nobody holds that any more.
 */
final class MachineProcess {
  private MachineProcess() {}

  /** The data folder. */
  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    NodeConfig config = NodeConfigFile.in(data).complete(data);
    if (HostGroup.DESK.equals(config.node())) {
      try (Node desk = Node.start(config)) {
        System.out.println("READY");
        obey(config, desk);
      }
    } else {
      try (HostMachine _ = HostMachine.start(config)) {
        System.out.println("READY");
        obey(config, null);
      }
    }
    System.exit(0);
  }

  private static void obey(NodeConfig config, @Nullable Node desk) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String text = in.readLine(); text != null; text = in.readLine()) {
      String[] words = text.split(" ", -1);
      System.out.println(desk == null ? answer(config, words) : atDesk(desk, config, words));
    }
  }

  /** What people there say and see. */
  private static String atDesk(Node desk, NodeConfig config, String[] words) {
    return switch (words[0]) {
      case "stop" ->
          "DONE "
              + desk.api()
                  .send(
                      new Requests.Message(
                          "STOP", List.of(), null, null, null, null, null, List.of(), null))
                  .id();
      case "sees" -> "DONE " + desk.api().message(words[1]).isPresent();
      default -> answer(config, words);
    };
  }

  private static String answer(NodeConfig config, String[] words) {
    try {
      GroupAdmin group =
          new GroupAdmin(
              Objects.requireNonNull(config.tls().machines()).listen(),
              MachineTls.admin(
                  config.data(), config.party(), InstantSource.system(), new SecureRandom()));
      return switch (words[0]) {
        case "add" -> "DONE " + group.add(Listen.parse("add", words[1])).id();
        case "replace" -> "DONE " + group.replace(words[1], Listen.parse("replace", words[2])).id();
        case "remove" -> {
          group.remove(words[1]);
          yield "DONE " + words[1];
        }
        default -> "no such command";
      };
    } catch (IOException refused) {
      return "REFUSED " + refused.getMessage();
    }
  }
}
