package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** The machines of a host that run, each a process of its own ({@link MachineProcess}). */
final class HostProcesses implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PACE_NS = 50_000_000;

  private final Path folder;
  private final ChildJava java;
  private final Map<String, Process> processes = new TreeMap<>();

  /** What each process says. */
  private final Map<String, BlockingQueue<String>> said = new ConcurrentHashMap<>();

  /** What is put under a machine when it starts. */
  private final Map<String, UnaryOperator<ProcessBuilder>> under = new TreeMap<>();

  /** Each machine's data is in {@code folder} under its name. */
  HostProcesses(Path folder, ChildJava java) {
    this.folder = folder;
    this.java = java;
  }

  /** From its next start on a machine runs on something else than this one's disk. */
  void putUnder(String name, UnaryOperator<ProcessBuilder> disk) {
    under.put(name, disk);
  }

  /** Whether this one runs; one that is stopped for a while does. */
  boolean runs(String name) {
    return processes.containsKey(name);
  }

  /** One that runs. */
  String any() {
    return processes.keySet().iterator().next();
  }

  /** Starts machines, or starts them again, and waits until they answer. */
  void start(String... names) throws IOException, InterruptedException {
    for (String name : names) {
      launch(name);
    }
    for (String name : names) {
      assertThat(answer(name)).as("machine " + name).isEqualTo("READY");
    }
  }

  private void launch(String name) throws IOException {
    ProcessBuilder starting = java.process(MachineProcess.class, folder.resolve(name).toString());
    starting.command().add(1, GroupNetwork.option(folder, name));
    Process process = under.getOrDefault(name, each -> each).apply(starting).start();
    processes.put(name, process);
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    said.put(name, lines);
    Thread _ =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
                out.lines().forEach(lines::add);
              } catch (IOException | UncheckedIOException killed) {
                // It ends below as well.
              }
              lines.add("GONE");
            });
  }

  private String answer(String name) throws InterruptedException {
    BlockingQueue<String> lines = Objects.requireNonNull(said.get(name));
    return String.valueOf(lines.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
  }

  /** Has a machine change the group, as {@link MachineProcess} reads it; the name that is told. */
  String change(String name, String command) throws IOException, InterruptedException {
    Process process = Objects.requireNonNull(processes.get(name));
    process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.US_ASCII));
    process.getOutputStream().flush();
    String answer = answer(name);
    assertThat(answer).as(command).startsWith("DONE ");
    return answer.substring("DONE ".length());
  }

  /** People at a machine's desk press STOP; its id. */
  String stop(String name) throws IOException, InterruptedException {
    return change(name, "stop");
  }

  /** Waits until people at a machine's desk see these messages. */
  void awaitSeen(String name, List<String> messages) throws IOException, InterruptedException {
    long deadlineNs = System.nanoTime() + PATIENCE.toNanos();
    for (String each : messages) {
      while (!change(name, "sees " + each).equals("true")) {
        assertThat(System.nanoTime()).as("%s sees %s", name, each).isLessThan(deadlineNs);
        LockSupport.parkNanos(PACE_NS);
      }
    }
  }

  /** Kills a machine without warning. */
  void kill(String name) {
    Process process = Objects.requireNonNull(processes.remove(name));
    process.destroyForcibly().onExit().join();
  }

  /** Stops a machine from running, or lets it go on: the others hear nothing of it meanwhile. */
  void pause(String name, boolean paused) throws IOException, InterruptedException {
    long id = Objects.requireNonNull(processes.get(name)).pid();
    int status =
        new ProcessBuilder("kill", paused ? "-STOP" : "-CONT", String.valueOf(id))
            .start()
            .waitFor();
    if (status != 0) {
      throw new AssertionError("no signal reached machine " + name);
    }
  }

  @Override
  public void close() {
    processes.values().forEach(each -> each.destroyForcibly().onExit().join());
  }
}
