package hotline.simulator.disk;

import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/** What is said of a file beside its bytes; there are no users and no times. */
record SimAttributes(Inode node) implements PosixFileAttributes {
  private static final FileTime NEVER = FileTime.fromMillis(0);

  @Override
  public UserPrincipal owner() {
    throw new UnsupportedOperationException();
  }

  @Override
  public GroupPrincipal group() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Set<PosixFilePermission> permissions() {
    return node.permissions();
  }

  @Override
  public FileTime lastModifiedTime() {
    return NEVER;
  }

  @Override
  public FileTime lastAccessTime() {
    return NEVER;
  }

  @Override
  public FileTime creationTime() {
    return NEVER;
  }

  @Override
  public boolean isRegularFile() {
    return node instanceof Inode.Plain;
  }

  @Override
  public boolean isDirectory() {
    return node instanceof Inode.Folder;
  }

  @Override
  public boolean isSymbolicLink() {
    return false;
  }

  @Override
  public boolean isOther() {
    return false;
  }

  @Override
  public long size() {
    return node instanceof Inode.Plain file ? file.size() : 0;
  }

  @Override
  public Object fileKey() {
    return node;
  }

  /** The view that permissions are read and set by. */
  record View(SimPath path) implements PosixFileAttributeView {
    private Inode node() throws IOException {
      return path.getFileSystem().disk().get(path);
    }

    @Override
    public String name() {
      return "posix";
    }

    @Override
    public PosixFileAttributes readAttributes() throws IOException {
      return new SimAttributes(node());
    }

    @Override
    public void setPermissions(Set<PosixFilePermission> wanted) throws IOException {
      node().permit(wanted);
    }

    @Override
    public void setGroup(GroupPrincipal group) {
      throw new UnsupportedOperationException();
    }

    @Override
    public UserPrincipal getOwner() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setOwner(UserPrincipal owner) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setTimes(FileTime modified, FileTime accessed, FileTime created) {}
  }
}
