package hotline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher and the finder themselves, in a checkout with blanks in its path, with a Maven and a
 * JDK that are scripts of this test.
 */
class LauncherTest {
  private static final String JAVA =
      """
      #!/bin/sh
      for word; do
        case $word in -XX:AOTCacheOutput=*) : >"${word#*=}"; exit 0 ;; esac
      done
      printf '<%s>' "$@"
      echo
      """;
  private static final String MVN =
      """
      #!/bin/sh
      echo "[INFO] a Maven log"
      echo built >>builds
      [ -z "${FAIL:-}" ] || { echo "[ERROR] no such symbol: Frobnicator"; exit 1; }
      sleep 0.3
      mkdir -p cli/target
      echo jar >cli/target/hotline.jar
      """;

  @TempDir private Path temp;
  private Path checkout;
  private Path tools;
  private final Map<String, String> more = new TreeMap<>();

  /** What a run did. */
  private record Ran(int code, String out, String err) {}

  @BeforeEach
  void layOut() throws IOException {
    checkout = temp.resolve("check out");
    tools = Files.createDirectory(temp.resolve("tools"));
    for (String name : List.of("hotline", "bin/find-jdk")) {
      Path to = checkout.resolve(name);
      Files.createDirectories(to.resolveSibling(""));
      Files.copy(root().resolve(name), to);
      assertThat(to.toFile().setExecutable(true)).isTrue();
    }
    for (String name : List.of("pom.xml", "cli/pom.xml", "cli/src/main/java/A.java")) {
      Path to = checkout.resolve(name);
      Files.createDirectories(to.resolveSibling(""));
      Files.writeString(to, name);
      age(to);
    }
    jdk(temp.resolve("jdks/jdk 25"), "25.0.3");
    script(tools.resolve("mvn"), MVN);
  }

  /** Everything that was there before the build is older than the build. */
  private static void age(Path file) throws IOException {
    FileTime past = FileTime.from(Instant.now().minusSeconds(60));
    for (Path one = file; !one.endsWith("check out"); one = one.resolveSibling("")) {
      Files.setLastModifiedTime(one, past);
    }
  }

  @Test
  void theFinderTakesTheRightOneAndNoOther() throws Exception {
    jdk(temp.resolve("jdks/a 17"), "17.0.1");
    jdk(temp.resolve("jdks/b 250"), "250");
    assertThat(find("").out()).isEqualTo(temp.resolve("jdks/jdk 25") + "\n");

    Path own = temp.resolve("own jdk");
    jdk(own, "25");
    assertThat(find(own.toString()).out()).isEqualTo(own + "\n");
    assertThat(find(temp.resolve("jdks/a 17").toString()).out())
        .isEqualTo(temp.resolve("jdks/jdk 25") + "\n");
  }

  @Test
  void theFinderFollowsPathThroughLinks() throws Exception {
    Path elsewhere = temp.resolve("elsewhere");
    jdk(elsewhere, "25.0.1");
    Files.createSymbolicLink(tools.resolve("javac"), Path.of("link"));
    Files.createSymbolicLink(tools.resolve("link"), elsewhere.resolve("bin/javac"));
    assertThat(find("").out()).isEqualTo(elsewhere.toRealPath() + "\n");
  }

  @Test
  void withoutAnyJdkOneSentenceSaysWhatToDo() throws Exception {
    more.put("HOTLINE_JDKS", temp.resolve("none").toString());
    for (Ran ran : List.of(find(""), launch(checkout, checkout.resolve("hotline"), "demo"))) {
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err())
          .isEqualTo(
              "hotline needs JDK 25 and found none: install one,"
                  + " or set JAVA_HOME to its folder\n");
    }
  }

  @Test
  void buildsOnceAndAgainOnlyForNewerSources() throws Exception {
    Path hotline = checkout.resolve("hotline");
    Ran first = launch(checkout, hotline, "status", "show", "two words");
    assertThat(first.code()).isEqualTo(0);
    assertThat(first.err().lines()).hasSize(2);
    assertThat(first.err()).doesNotContain("[INFO]");
    assertThat(first.out()).endsWith("<status><show><two words>\n");
    assertThat(first.out()).contains("<-XX:TieredStopAtLevel=1>").contains("<-XX:AOTCache=");

    assertThat(launch(checkout, hotline, "up").err()).isEmpty();
    assertThat(launch(checkout, hotline, "up").out()).doesNotContain("Tiered");
    assertThat(builds()).isEqualTo(1);

    Path source = checkout.resolve("cli/src/main/java/A.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));
    assertThat(launch(checkout, hotline, "up").err()).contains("building");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void worksFromAnywhereAndThroughLinks() throws Exception {
    Path link = temp.resolve("a link");
    Files.createSymbolicLink(link, Path.of("another"));
    Files.createSymbolicLink(temp.resolve("another"), checkout.resolve("hotline"));
    assertThat(launch(temp, link, "demo").out()).endsWith("<demo>\n");
  }

  @Test
  void aFailedBuildShowsItsEndAndItsLog() throws Exception {
    more.put("FAIL", "1");
    Ran ran = launch(checkout, checkout.resolve("hotline"), "demo");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .contains("Frobnicator")
        .contains(checkout.resolve("cli/target/build.log").toString())
        .doesNotContain("[INFO]");
    more.clear();
    assertThat(launch(checkout, checkout.resolve("hotline"), "demo").code()).isEqualTo(0);
  }

  @Test
  void withoutMavenOneSentenceSaysWhatToDo() throws Exception {
    Files.delete(tools.resolve("mvn"));
    Ran ran = launch(checkout, checkout.resolve("hotline"), "demo");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).contains("install Maven 3.8.7 or newer");
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    List<Process> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(start(checkout, List.of(checkout.resolve("hotline").toString(), "demo")));
    }
    for (Process one : both) {
      assertThat(end(one).out()).endsWith("<demo>\n");
    }
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void theLockOfADeadBuildIsNoObstacle() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Path target = Files.createDirectories(checkout.resolve("cli/target"));
    Files.createSymbolicLink(target.resolve("build.lock"), Path.of(Long.toString(dead.pid())));
    assertThat(launch(checkout, checkout.resolve("hotline"), "demo").code()).isEqualTo(0);
    assertThat(builds()).isEqualTo(1);
  }

  private long builds() throws IOException {
    return Files.readAllLines(checkout.resolve("builds")).size();
  }

  private Ran find(String javaHome) throws Exception {
    more.put("JAVA_HOME", javaHome);
    return end(start(temp, List.of(checkout.resolve("bin/find-jdk").toString())));
  }

  private Ran launch(Path from, Path hotline, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(hotline.toString()));
    command.addAll(List.of(words));
    return end(start(from, command));
  }

  private Process start(Path from, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", tools + ":" + plainTools());
    environment.put("HOTLINE_JDKS", temp.resolve("jdks").toString());
    environment.putAll(more);
    return builder.start();
  }

  /** The system's tools without its Java and its Maven. */
  private Path plainTools() throws IOException {
    Path plain = temp.resolve("plain");
    if (!Files.exists(plain)) {
      Files.createDirectory(plain);
      for (String name :
          List.of(
              "dirname",
              "readlink",
              "ln",
              "rm",
              "mkdir",
              "rmdir",
              "cksum",
              "tr",
              "grep",
              "find",
              "head",
              "tail",
              "touch",
              "cat",
              "mv",
              "sleep")) {
        for (String folder : List.of("/usr/bin", "/bin")) {
          Path tool = Path.of(folder, name);
          if (Files.exists(tool) && !Files.exists(plain.resolve(name))) {
            script(plain.resolve(name), "#!/bin/sh\nexec " + tool + " \"$@\"\n");
          }
        }
      }
    }
    return plain;
  }

  private static Ran end(Process process) throws Exception {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), out, err);
  }

  private static void jdk(Path home, String version) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin/javac"), "#!/bin/sh\n");
    script(home.resolve("bin/java"), JAVA);
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
      folder = Objects.requireNonNull(folder.getParent(), "not inside the project");
    }
    return folder;
  }
}
