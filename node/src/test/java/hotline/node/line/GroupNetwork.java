package hotline.node.line;

import hotline.node.Listen;
import hotline.testkit.Chance;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The network between the machines of a host. What one machine opens to another goes over a link of
 * its own, which can be cut, and made slow and lossy. All machines have one name and port each;
 * each machine finds the names in a hosts file of its own, where they lead to its links. All of
 * 127/8 is this machine, as Linux has it.
 */
final class GroupNetwork implements Closeable {
  /** A packet that is lost is sent again by TCP: what follows it waits as long. */
  private static final long LOST_NS = 250_000_000;

  private final List<String> machines;
  private final int port;
  private final boolean linked;

  /** By who opens it and to whom, as {@code a b}. */
  private final Map<String, Link> links = new TreeMap<>();

  private final Chance chance;

  private volatile long delayNs;

  /** One of so many pieces is lost; 0: none. */
  private volatile int lostOneIn;

  /**
   * Between machines of these names; files are written into {@code folder}.
   *
   * @param linked whether there are links; without, the machines reach each other directly, also in
   *     one process
   */
  GroupNetwork(Path folder, List<String> machines, boolean linked, Chance chance)
      throws IOException {
    this.machines = List.copyOf(machines);
    this.chance = chance;
    this.linked = linked;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
    for (String from : linked ? machines : List.<String>of()) {
      List<String> known = new ArrayList<>();
      known.add("127.0.0.1 localhost " + InetAddress.getLocalHost().getHostName());
      for (String to : machines) {
        known.add(at(from, to) + " " + name(to));
        if (!from.equals(to)) {
          links.put(from + " " + to, new Link(at(from, to), at(to, to)));
        }
      }
      Files.write(hosts(folder, from), known);
    }
  }

  private static Path hosts(Path folder, String machine) {
    return folder.resolve("hosts-" + machine);
  }

  /** What the machine's process is started with. */
  static String option(Path folder, String machine) {
    return "-Djdk.net.hosts.file=" + hosts(folder, machine);
  }

  private static String name(String machine) {
    return "machine-" + machine;
  }

  /** Where one machine finds another; itself, where it is. */
  private String at(String from, String to) {
    return "127.77." + (1 + machines.indexOf(from)) + "." + (1 + machines.indexOf(to));
  }

  /** The address by which the group knows a machine. */
  Listen known(String machine) {
    return linked ? new Listen(name(machine), port) : real(machine);
  }

  /** The address where it really is. */
  Listen real(String machine) {
    return new Listen(at(machine, machine), port);
  }

  /** Cuts what one machine opens to another, or heals it: what was held then goes on. */
  void cut(String from, String to, boolean cut) {
    Link link = links.get(from + " " + to);
    if (link != null) {
      link.cut(cut);
    }
  }

  /** The machine reaches none of the others, or does again. */
  void cutFrom(String machine, boolean cut) {
    machines.forEach(other -> cut(machine, other, cut));
  }

  /** None of the others reaches the machine, or does again. */
  void cutTo(String machine, boolean cut) {
    machines.forEach(other -> cut(other, machine, cut));
  }

  /** Makes all links slow and lossy, or none. */
  void weather(boolean bad) {
    delayNs = bad ? 20_000_000 : 0;
    lostOneIn = bad ? 60 : 0;
  }

  private void delay() {
    long ns = delayNs;
    int of = lostOneIn;
    synchronized (chance) {
      if (of > 0 && chance.oneIn(of)) {
        ns += LOST_NS;
      }
    }
    if (ns > 0) {
      LockSupport.parkNanos(ns);
    }
  }

  @Override
  public void close() throws IOException {
    for (Link each : links.values()) {
      each.close();
    }
  }

  /** What one machine opens to another, with the answers to that. */
  private final class Link implements Closeable {
    private final ServerSocket door;
    private final InetSocketAddress to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Guarded by this, as is each byte that goes on. */
    private boolean cut;

    Link(String at, String to) throws IOException {
      this.to = new InetSocketAddress(to, port);
      this.door = new ServerSocket(port, 50, InetAddress.getByName(at));
      Thread _ = Thread.startVirtualThread(this::accept);
    }

    synchronized void cut(boolean now) {
      cut = now;
      notifyAll();
    }

    private void accept() {
      while (!door.isClosed()) {
        try {
          Socket here = door.accept();
          open.add(here);
          Thread _ = Thread.startVirtualThread(() -> carry(here));
        } catch (IOException closed) {
          // Seen above.
        }
      }
    }

    private void carry(Socket here) {
      try (here;
          Socket there = new Socket()) {
        there.connect(to);
        open.add(there);
        Thread back = Thread.startVirtualThread(() -> pump(there, here));
        pump(here, there);
        back.join();
      } catch (IOException | InterruptedException over) {
        // Whoever is left hears that it is closed.
      } finally {
        open.removeIf(Socket::isClosed);
      }
    }

    private void pump(Socket from, Socket onto) {
      byte[] piece = new byte[1 << 14];
      try (from;
          onto) {
        InputStream in = from.getInputStream();
        OutputStream out = onto.getOutputStream();
        int length = in.read(piece);
        while (length >= 0) {
          delay();
          pass(out, piece, length);
          length = in.read(piece);
        }
        awaitWhole();
      } catch (IOException | InterruptedException over) {
        // Both ends are closed now.
      }
    }

    private synchronized void pass(OutputStream out, byte[] piece, int length)
        throws IOException, InterruptedException {
      awaitWhole();
      out.write(piece, 0, length);
    }

    /** Nothing goes over a cut link, not even that the other end has hung up. */
    private synchronized void awaitWhole() throws InterruptedException {
      while (cut) {
        wait();
      }
    }

    @Override
    public void close() throws IOException {
      door.close();
      cut(false);
      for (Socket each : open) {
        each.close();
      }
    }
  }
}
