package hotline.node.line;

import hotline.node.HostMachine;
import hotline.node.Listen;
import hotline.node.Node;
import hotline.node.NodeConfig;
import hotline.node.NodeConfigFile;
import hotline.node.order.GroupAdmin;
import hotline.node.tls.MachineTls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;

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
    try (AutoCloseable _ =
        HostGroup.DESK.equals(config.node()) ? Node.start(config) : HostMachine.start(config)) {
      System.out.println("READY");
      obey(config);
    }
    System.exit(0);
  }

  private static void obey(NodeConfig config) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String text = in.readLine(); text != null; text = in.readLine()) {
      System.out.println(answer(config, text.split(" ", -1)));
    }
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
