package hotline.node.feed;

import java.io.Closeable;
import java.io.IOException;

/** One connection, socket or file of a feed. */
interface Source extends Closeable {
  /**
   * Opens it and reads until its end; a live source that ends without an error was closed by the
   * other side.
   *
   * @param opened to be called once it is open
   * @throws IOException one sentence that says what failed
   */
  void read(Intake into, Runnable opened) throws IOException;

  /** Ends {@link #read} soon; from another thread, also before it has begun. */
  @Override
  void close();

  /** The source that is set. */
  static Source of(FeedConfig config, TrafficClock clock) {
    return switch (config.kind()) {
      case SBS -> new TcpSource(config.endpoint(), new SbsReader());
      case BEAST -> new TcpSource(config.endpoint(), new BeastReader());
      case CAT062 -> new UdpSource(config.endpoint(), config.network(), 62);
      case CAT021 -> new UdpSource(config.endpoint(), config.network(), 21);
      case AIRCRAFT_JSON -> new WebSource(config.at());
      case CSV -> new RecordingSource(new CsvFile(config.at()), clock);
      case PCAP -> new RecordingSource(new PcapFile(config.at()), clock);
    };
  }
}
