package hotline.cli.demo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of the play and the folder they live in. Closing it ends the nodes and, where the data
 * are temporary, removes them; the JVM's end closes it too, whoever asks for that.
 */
final class Theatre implements AutoCloseable {
  /** The incident of the play, beside the parties' data. */
  private static final String BUNDLE = "incident-1.zip";

  private final Path folder;
  private final boolean temporary;
  private final Thread atEnd = new Thread(this::clear, "curtain");
  private final CountDownLatch interrupted = new CountDownLatch(1);

  /** Guarded by itself. */
  private final List<Side> sides = new ArrayList<>();

  private Theatre(Path folder, boolean temporary) {
    this.folder = folder;
    this.temporary = temporary;
  }

  static Theatre open(Path folder, boolean temporary) {
    Theatre theatre = new Theatre(folder, temporary);
    Runtime.getRuntime().addShutdownHook(theatre.atEnd);
    return theatre;
  }

  /** Starts the nodes and plays all chapters; the claims that did not hold come back. */
  List<String> play(Commentary commentary, SummaryChapter.Afterwards afterwards)
      throws IOException {
    try (Receiver receiver = Receiver.open()) {
      return play(commentary, afterwards, receiver);
    }
  }

  private List<String> play(
      Commentary commentary, SummaryChapter.Afterwards afterwards, Receiver receiver)
      throws IOException {
    Setup setup = Setup.of(folder, Setup.Addresses.free(), receiver.address());
    start(Names.NORTH, Names.SOUTH);
    Side north = side(Names.NORTH);
    Side south = side(Names.SOUTH);
    commentary.plain("Two parties, a node each. Watch them in two browser windows:");
    for (Side side : List.of(north, south)) {
      commentary.plain("  " + side.title() + "  " + side.line().pageLink());
    }
    Stage stage = new Stage(north, south, commentary, folder.resolve("scratch"));
    Quarrel quarrel = new Quarrel();
    Path bundle = folder.resolve(BUNDLE);
    return new Director(stage)
        .play(
            List.of(
                new TermsChapter(setup),
                new NoticesChapter(),
                new ConflictsChapter(),
                new AmendmentsChapter(),
                new StopChapter(),
                new SuspensionChapter(),
                new IncidentChapter(quarrel),
                new AccountsChapter(quarrel),
                new GroupChapter(quarrel),
                new BundleChapter(quarrel, setup, bundle),
                new TamperingChapter(),
                new LiarsChapter(),
                new TrafficChapter(receiver),
                new SummaryChapter(afterwards, bundle)));
  }

  /** Starts the nodes at the same time. */
  private void start(String... parties) {
    try (Together together = new Together(parties.length)) {
      for (String party : parties) {
        together.run(() -> keep(Side.start(party, folder.resolve(party))));
      }
    }
  }

  private Side side(String party) {
    synchronized (sides) {
      return sides.stream().filter(side -> side.party().equals(party)).findFirst().orElseThrow();
    }
  }

  /** Closes {@code side} when this is closed. */
  Side keep(Side side) {
    synchronized (sides) {
      sides.add(side);
    }
    return side;
  }

  /** Stays until Ctrl-C or the like. */
  void untilInterrupted() {
    try {
      interrupted.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    clear();
    try {
      Runtime.getRuntime().removeShutdownHook(atEnd);
    } catch (IllegalStateException alreadyEnding) {
      // The hook has done it, or is about to do it again, which is harmless.
    }
  }

  private void clear() {
    synchronized (sides) {
      sides.parallelStream().forEach(Side::close);
      sides.clear();
      removeFolder(temporary ? folder : folder.resolve("scratch"));
    }
    interrupted.countDown();
  }

  /** Best effort: what cannot be removed is left to the system's own cleaning. */
  private static void removeFolder(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes any)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException any)
                throws IOException {
              Files.deleteIfExists(each);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException left) {
      System.err.println("hotline: left behind: " + folder);
    }
  }
}
