package hotline.cli;

import hotline.cli.client.FileTrouble;
import hotline.cli.client.Refused;
import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.setup.PartyFolder;
import hotline.node.HostMachine;
import hotline.node.Listen;
import hotline.node.NodeConfig;
import hotline.node.NodeConfigFile;
import hotline.node.TlsConfig;
import hotline.node.order.GroupAdmin;
import hotline.node.setup.MachineFolder;
import hotline.node.tls.MachineTls;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hotline host machine …}: several machines that are one host. */
@Command(
    name = "machine",
    mixinStandardHelpOptions = true,
    description = {
      "Several machines that are one host: any of them can die.",
      "Who may add and remove them is decided by the TLS authority in the data folder."
    })
final class MachineCommand {
  /** Which machine of the group is asked. */
  static final class Contact {
    @Option(
        names = "--at",
        paramLabel = "HOST:PORT",
        description = "Another machine of the group to ask, if that of DIR does not run.")
    private @Nullable String at;

    private GroupAdmin open(NodeOptions node) throws IOException {
      Path data = node.dataFolder();
      NodeConfig config = settings(data);
      TlsConfig.Machines own = config.tls().machines();
      Listen contact = at != null ? Listen.parse("--at", at) : own == null ? null : own.listen();
      if (contact == null) {
        throw new IOException(
            "There is no machine-listen in hotline.toml: this host is one machine.");
      }
      return new GroupAdmin(
          contact,
          MachineTls.admin(data, config.party(), InstantSource.system(), new SecureRandom()));
    }
  }

  private static NodeConfig settings(Path data) throws IOException {
    try {
      return NodeConfigFile.in(data).complete(data);
    } catch (IllegalArgumentException wrong) {
      throw new IOException(wrong.getMessage(), wrong);
    }
  }

  private interface Work<T> {
    T on(GroupAdmin group) throws IOException;
  }

  private static <T> T work(NodeOptions node, Contact contact, Work<T> work) {
    try {
      return work.on(contact.open(node));
    } catch (IllegalArgumentException wrong) {
      throw node.usage(String.valueOf(wrong.getMessage()));
    } catch (IOException refused) {
      throw new Refused("machines", String.valueOf(refused.getMessage()));
    }
  }

  @Command(
      footer = {
        "",
        "Example:",
        "  hotline host machine prepare b --data north --peer-listen 192.0.2.17:8501",
        "    --machine-listen 192.0.2.17:8601 --out north-b"
      },
      mixinStandardHelpOptions = true,
      description = {
        "Makes the data folder of another machine, to be carried there.",
        "It has the keys of both logs and the TLS authority, and no key to say anything with."
      })
  int prepare(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "NAME", description = "What the machine is called: b, c.")
          String name,
      @Option(
              names = "--peer-listen",
              required = true,
              paramLabel = "HOST:PORT",
              description = "Where the other parties' nodes come in there.")
          String peerListen,
      @Option(
              names = "--machine-listen",
              required = true,
              paramLabel = "HOST:PORT",
              description = "Where the host's other machines reach it.")
          String machineListen,
      @Option(names = "--out", required = true, paramLabel = "DIR") Path out) {
    Path data = node.dataFolder();
    try {
      PartyFolder desk = PartyFolder.open(settings(data));
      MachineFolder.make(
          desk.settings(), desk.export(List.of()).file(), out, name, peerListen, machineListen);
    } catch (IllegalArgumentException wrong) {
      throw node.usage(String.valueOf(wrong.getMessage()));
    } catch (IOException refused) {
      throw new Refused("machines", String.valueOf(refused.getMessage()));
    }
    node.output().line("made " + out);
    node.output()
        .line(
            "Carry it to its machine, and nowhere else: it holds the keys of the logs.", Tone.CARE);
    return ExitCode.DONE;
  }

  @Command(
      footer = {"", "Example:", "  hotline host machine up --data north-b"},
      mixinStandardHelpOptions = true,
      description = "Runs a machine without a desk, and stays; it waits until it is added.")
  int up(@Mixin NodeOptions node, @Mixin StayOptions stay) {
    try {
      HostMachine machine = HostMachine.start(settings(node.dataFolder()));
      node.output().line(UpCommand.READY + "machine");
      stay.untilStopped(machine::close);
      return ExitCode.DONE;
    } catch (IOException failed) {
      throw new FileTrouble(String.valueOf(failed.getMessage()));
    }
  }

  @Command(
      footer = {"", "Example:", "  hotline host machine list --data north"},
      mixinStandardHelpOptions = true,
      description = "Lists the machines of the host, and which of them leads.")
  int list(@Mixin NodeOptions node, @Mixin Contact contact) {
    node.print(work(node, contact, GroupAdmin::list), MachineCommand::print);
    return ExitCode.DONE;
  }

  @Command(
      footer = {"", "Example:", "  hotline host machine add 192.0.2.17:8601 --data north"},
      mixinStandardHelpOptions = true,
      description = "Adds a machine that runs and waits; it counts when it has caught up.")
  int add(
      @Mixin NodeOptions node,
      @Mixin Contact contact,
      @Parameters(paramLabel = "HOST:PORT") String machine) {
    Listen added = listen(node, machine);
    return changed(node, work(node, contact, group -> group.add(added)), "added");
  }

  @Command(
      footer = {"", "Example:", "  hotline host machine remove b-1f0c3a77 --data north"},
      mixinStandardHelpOptions = true,
      description = "Takes a machine out of the host, whether it runs or not.")
  int remove(
      @Mixin NodeOptions node,
      @Mixin Contact contact,
      @Parameters(paramLabel = "ID", description = "As the list names it.") String id) {
    String removed =
        work(
            node,
            contact,
            group -> {
              group.remove(id);
              return id;
            });
    node.print(new Changed("removed", removed), MachineCommand::print);
    return ExitCode.DONE;
  }

  @Command(
      footer = {
        "",
        "Example:",
        "  hotline host machine replace b-1f0c3a77 192.0.2.18:8601 --data north"
      },
      mixinStandardHelpOptions = true,
      description = "Puts a machine that runs and waits in the place of one that is lost.")
  int replace(
      @Mixin NodeOptions node,
      @Mixin Contact contact,
      @Parameters(paramLabel = "ID", description = "The lost one, as the list names it.") String id,
      @Parameters(paramLabel = "HOST:PORT") String machine) {
    Listen added = listen(node, machine);
    return changed(node, work(node, contact, group -> group.replace(id, added)), "added");
  }

  private static Listen listen(NodeOptions node, String text) {
    try {
      return Listen.parse("machine", text);
    } catch (IllegalArgumentException wrong) {
      throw node.usage(String.valueOf(wrong.getMessage()));
    }
  }

  private static int changed(NodeOptions node, GroupAdmin.Machine machine, String what) {
    node.print(new Changed(what, machine.id()), MachineCommand::print);
    return ExitCode.DONE;
  }

  /** What was done to which machine; with {@code --json}, as it is. */
  record Changed(String what, String machine) {}

  private static void print(Output output, Changed changed) {
    output.line(changed.what() + " " + changed.machine());
  }

  private static void print(Output output, List<GroupAdmin.Machine> machines) {
    if (machines.isEmpty()) {
      output.line("It waits to be added to a group.");
    }
    for (GroupAdmin.Machine each : machines) {
      output.line(
          each.id()
              + " at "
              + each.address()
              + (each.leads() ? ", leads" : "")
              + (each.committed() < 0 ? "" : ", at " + each.committed()));
    }
  }
}
