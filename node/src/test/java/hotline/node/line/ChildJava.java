package hotline.node.line;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Java processes on the class path of this test. With {@link #rehearse} they start from an archive
 * of classes that are loaded and linked already, which takes less than half the time: a test that
 * starts hundreds of them waits for little else.
 */
final class ChildJava {
  /** Of the program and of the archive; one that was made under other flags is not used. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xmx256m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /**
   * The fastest signature engine, left out: its own tests when it is loaded take half a second, as
   * long as all the rest of a start. Every engine gives the same verdicts.
   */
  private static final String SLOW_TO_LOAD = "AmazonCorrettoCryptoProvider";

  private final Path folder;
  private final String classPath;
  private final Path archive;

  /** With its own files in {@code folder}, which is empty. */
  ChildJava(Path folder) throws IOException {
    this.folder = folder;
    this.archive = folder.resolve("classes.aot");
    List<String> path = new ArrayList<>();
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (part.contains(SLOW_TO_LOAD)) {
        continue;
      }
      // An archive remembers jars only.
      path.add(
          Files.isDirectory(Path.of(part))
              ? jar(Path.of(part), folder.resolve(path.size() + ".jar"))
              : part);
    }
    this.classPath = String.join(File.pathSeparator, path);
  }

  private static String jar(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(
            new JarEntry(classes.relativize(each).toString().replace(File.separatorChar, '/')));
        Files.copy(each, out);
        out.closeEntry();
      }
    }
    return jar.toString();
  }

  /** Runs {@code main}, which must end by itself, and keeps the classes that it used. */
  void rehearse(Class<?> main, String... arguments) throws IOException, InterruptedException {
    Path log = folder.resolve("rehearsal.log");
    int status =
        new ProcessBuilder(command(List.of("-XX:AOTCacheOutput=" + archive), main, arguments))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (status != 0) {
      throw new AssertionError("the rehearsal failed: " + Files.readString(log));
    }
  }

  /** A process that is not started; it complains where this one does. */
  ProcessBuilder process(Class<?> main, String... arguments) {
    List<String> cached =
        Files.exists(archive) ? List.of("-XX:AOTCache=" + archive) : List.<String>of();
    return new ProcessBuilder(command(cached, main, arguments))
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private List<String> command(List<String> archiving, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(archiving);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
