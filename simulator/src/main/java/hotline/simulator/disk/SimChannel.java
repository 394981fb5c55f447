package hotline.simulator.disk;

import hotline.simulator.disk.Inode.Plain;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** An open file of a simulated disk; or an open folder, which can only be forced. */
final class SimChannel extends FileChannel {
  private final SimFileSystem system;
  private final SimPath path;
  private final Inode node;
  private int position;

  SimChannel(SimPath path, Inode node) {
    this.system = path.getFileSystem();
    this.path = path;
    this.node = node;
  }

  private SimDisk disk() throws IOException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
    return system.disk();
  }

  private Plain file() {
    if (node instanceof Plain file) {
      return file;
    }
    throw new NonReadableChannelException();
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int read = read(into, position);
    position += Math.max(0, read);
    return read;
  }

  @Override
  public int read(ByteBuffer into, long at) throws IOException {
    var _ = disk();
    byte[] bytes = file().read(Math.toIntExact(at), into.remaining());
    into.put(bytes);
    return bytes.length == 0 && into.hasRemaining() ? -1 : bytes.length;
  }

  @Override
  public long read(ByteBuffer[] into, int from, int count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    int written = write(bytes, position);
    position += written;
    return written;
  }

  @Override
  public int write(ByteBuffer bytes, long at) throws IOException {
    byte[] all = new byte[bytes.remaining()];
    bytes.get(all);
    disk().write(path, file(), Math.toIntExact(at), all);
    return all.length;
  }

  @Override
  public long write(ByteBuffer[] bytes, int from, int count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public FileChannel position(long at) {
    position = Math.toIntExact(at);
    return this;
  }

  @Override
  public long size() throws IOException {
    var _ = disk();
    return node instanceof Plain file ? file.size() : 0;
  }

  @Override
  public FileChannel truncate(long length) throws IOException {
    disk().truncate(file(), Math.toIntExact(length));
    position = Math.min(position, Math.toIntExact(length));
    return this;
  }

  @Override
  public void force(boolean alsoAttributes) throws IOException {
    disk().force(path, node);
  }

  @Override
  public long transferTo(long from, long count, WritableByteChannel to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferFrom(ReadableByteChannel from, long at, long count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long from, long length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock lock(long from, long length, boolean shared) {
    return new Held(this);
  }

  /** There is one process on a simulated machine, and it holds what it asks for until it ends. */
  @Override
  public FileLock tryLock(long from, long length, boolean shared) {
    return new Held(this);
  }

  @Override
  protected void implCloseChannel() {}

  private static final class Held extends FileLock {
    Held(FileChannel channel) {
      super(channel, 0, Long.MAX_VALUE, false);
    }

    @Override
    public boolean isValid() {
      return channel().isOpen();
    }

    @Override
    public void release() {}
  }
}
