package hotline.bench;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborReader;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Decoded;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How fast canonical bytes of about a kilobyte are written and read. */
@State(Scope.Thread)
public class CborBenchmark {
  private final byte[] body = new byte[1024];
  private final byte[] written = write();

  /** Writes them. */
  @Benchmark
  public final byte[] write() {
    return CborArray.of(CborValue.of(1_700_000_000_000_000L), CborValue.of(body)).encode();
  }

  /** Reads them. */
  @Benchmark
  public Decoded<CborValue> read() {
    return CborReader.read(written, 16_384);
  }
}
