/*
 * A disk that forgets: preloaded into a program, it keeps beside one folder an image of what a
 * power cut would leave of it. A file's bytes come into the image when the file is forced, its name
 * when the folder in which it stands is forced, and nothing else ever does: the strictest reading of
 * POSIX. Also a disk that is full, for as long as one file exists.
 *
 *   POWERCUT_FOLDER  the folder; symbolic links must not lead to it
 *   POWERCUT_IMAGE   where the image is kept, on the same file system: data/INODE holds the bytes of a
 *                    file, names/INODE the lines "F|D inode mode name" of a folder, held/INODE keeps
 *                    what was deleted, so that its number is not given to another file
 *   POWERCUT_LIE     a part of a path: what has it in its name is "forced" without coming into the
 *                    image (a program that skips the sync); optional
 *   POWERCUT_FULL    a file; while it exists, files below the folder do not grow by more than the
 *                    number of bytes that is written in it; optional
 *
 * Memory that is mapped and forced by msync is not followed: it counts as not forced.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name))

static const char *folder;
static const char *image;
static const char *lie;
static const char *full;

/* Held while the image changes: an older state of a file must not replace a newer one. */
static pthread_mutex_t changing = PTHREAD_MUTEX_INITIALIZER;

/* What may still be written while the disk is full; -1 while it is not. Guarded by filling. */
static pthread_mutex_t filling = PTHREAD_MUTEX_INITIALIZER;
static long room = -1;

static void die(const char *what, const char *path) {
  fprintf(stderr, "powercut: %s %s: %s\n", what, path, strerror(errno));
  _exit(86);
}

static int is_below(const char *path) {
  size_t length = folder == NULL ? 0 : strlen(folder);
  return length > 0 && strncmp(path, folder, length) == 0 &&
         (path[length] == '/' || path[length] == 0);
}

/* The path of an open file, if it is of the folder. */
static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_below(path);
}

static void write_all(int fd, const char *bytes, size_t length, const char *path) {
  while (length > 0) {
    ssize_t some = REAL(ssize_t, "write", int, const void *, size_t)(fd, bytes, length);
    if (some < 0) die("write", path);
    bytes += some;
    length -= (size_t)some;
  }
}

/* Opens a draft that settle() gives its name: a kill at any moment leaves the old one or the new. */
static int draft(char *path) {
  snprintf(path, PATH_MAX, "%s/draft", image);
  int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0) die("open", path);
  return fd;
}

static void settle(int fd, const char *from, const char *kind, ino_t inode) {
  char to[PATH_MAX];
  snprintf(to, sizeof to, "%s/%s/%lu", image, kind, (unsigned long)inode);
  close(fd);
  if (REAL(int, "rename", const char *, const char *)(from, to) != 0) die("rename", to);
}

static void keep_data(const char *path, ino_t inode) {
  static char bytes[1 << 16];
  char name[PATH_MAX];
  int from = open(path, O_RDONLY | O_CLOEXEC);
  if (from < 0) die("open", path);
  int to = draft(name);
  ssize_t some;
  while ((some = read(from, bytes, sizeof bytes)) > 0) write_all(to, bytes, (size_t)some, name);
  if (some < 0) die("read", path);
  close(from);
  settle(to, name, "data", inode);
}

/* Keeps the names of one folder; of all below it too, with their bytes, if deep. */
static void keep_names(const char *path, ino_t inode, int deep) {
  char name[PATH_MAX];
  char *lines = NULL;
  size_t length = 0;
  FILE *text = open_memstream(&lines, &length);
  DIR *names = opendir(path);
  if (names == NULL || text == NULL) die("list", path);
  for (struct dirent *each = readdir(names); each != NULL; each = readdir(names)) {
    if (strcmp(each->d_name, ".") == 0 || strcmp(each->d_name, "..") == 0) continue;
    char below[PATH_MAX + 256];
    struct stat seen;
    snprintf(below, sizeof below, "%s/%s", path, each->d_name);
    if (lstat(below, &seen) != 0) continue; /* gone meanwhile */
    int is_folder = S_ISDIR(seen.st_mode);
    fprintf(text, "%c %lu %o %s\n", is_folder ? 'D' : 'F', (unsigned long)seen.st_ino,
            seen.st_mode & 0777, each->d_name);
    if (deep && is_folder) keep_names(below, seen.st_ino, 1);
    if (deep && !is_folder) keep_data(below, seen.st_ino);
  }
  closedir(names);
  fclose(text);
  int fd = draft(name);
  write_all(fd, lines, length, name);
  settle(fd, name, "names", inode);
  free(lines);
}

__attribute__((constructor)) static void begin(void) {
  const char *wanted = getenv("POWERCUT_FOLDER");
  image = getenv("POWERCUT_IMAGE");
  lie = getenv("POWERCUT_LIE");
  full = getenv("POWERCUT_FULL");
  struct stat top;
  if (wanted == NULL || (image == NULL && full == NULL)) return;
  folder = wanted;
  if (image == NULL) return;
  if (stat(folder, &top) != 0) die("stat", folder);
  const char *kinds[] = {"", "/data", "/names", "/held"};
  for (int i = 0; i < 4; i++) {
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s%s", image, kinds[i]);
    if (REAL(int, "mkdir", const char *, mode_t)(path, 0700) == 0) continue;
    if (i > 0 || errno != EEXIST) die("mkdir", path);
    /* A program that our program runs: nothing of the folder is its business. */
    folder = NULL;
    image = NULL;
    return;
  }
  keep_names(folder, top.st_ino, 1);
}

static int forced(int fd, const char *call) {
  char path[PATH_MAX];
  struct stat seen;
  if (REAL(int, call, int)(fd) != 0) return -1;
  if (image == NULL || !path_of(fd, path) || (lie != NULL && strstr(path, lie) != NULL)) return 0;
  pthread_mutex_lock(&changing);
  if (fstat(fd, &seen) == 0) {
    char self[64];
    snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
    if (S_ISDIR(seen.st_mode)) {
      keep_names(self, seen.st_ino, 0);
    } else {
      keep_data(self, seen.st_ino);
    }
  }
  pthread_mutex_unlock(&changing);
  return 0;
}

int fsync(int fd) { return forced(fd, "fsync"); }

int fdatasync(int fd) { return forced(fd, "fdatasync"); }

/* Holds what is about to lose its name. */
static void hold(const char *path) {
  char absolute[PATH_MAX];
  char held[PATH_MAX];
  struct stat seen;
  if (image == NULL || lstat(path, &seen) != 0 || !S_ISREG(seen.st_mode)) return;
  if (realpath(path, absolute) == NULL || !is_below(absolute)) return;
  snprintf(held, sizeof held, "%s/held/%lu", image, (unsigned long)seen.st_ino);
  if (link(path, held) != 0 && errno != EEXIST && errno != ENOENT) die("link", held);
}

int unlink(const char *path) {
  hold(path);
  return REAL(int, "unlink", const char *)(path);
}

int remove(const char *path) {
  hold(path);
  return REAL(int, "remove", const char *)(path);
}

int unlinkat(int at, const char *path, int flags) {
  if (at == AT_FDCWD) {
    hold(path);
  } else {
    char whole[2 * PATH_MAX];
    char top[PATH_MAX];
    if (path_of(at, top)) {
      snprintf(whole, sizeof whole, "%s/%s", top, path);
      hold(whole);
    }
  }
  return REAL(int, "unlinkat", int, const char *, int)(at, path, flags);
}

int rename(const char *from, const char *to) {
  hold(to);
  return REAL(int, "rename", const char *, const char *)(from, to);
}

/* A new folder may have the number of one that is gone; nothing stands in it. */
int mkdir(const char *path, mode_t mode) {
  struct stat seen;
  if (REAL(int, "mkdir", const char *, mode_t)(path, mode) != 0) return -1;
  if (image != NULL && stat(path, &seen) == 0) {
    char names[PATH_MAX];
    snprintf(names, sizeof names, "%s/names/%lu", image, (unsigned long)seen.st_ino);
    REAL(int, "unlink", const char *)(names);
  }
  return 0;
}

/* How much of a write fits; -1 with ENOSPC if nothing does. What a file has already is its own. */
static ssize_t fits(int fd, off_t at, size_t length) {
  char path[PATH_MAX];
  struct stat seen;
  if (full == NULL || length == 0) return (ssize_t)length;
  pthread_mutex_lock(&filling);
  int said = open(full, O_RDONLY | O_CLOEXEC);
  if (said < 0) {
    room = -1;
  } else {
    char digits[32] = {0};
    if (room < 0 && read(said, digits, sizeof digits - 1) >= 0) room = atol(digits);
    close(said);
  }
  ssize_t answer = (ssize_t)length;
  if (room >= 0 && path_of(fd, path) && fstat(fd, &seen) == 0 && S_ISREG(seen.st_mode)) {
    off_t begin = at < 0 ? seen.st_size : at;
    off_t growth = begin + (off_t)length - seen.st_size;
    if (growth > room) answer -= growth - room;
    if (growth > 0) room -= growth < room ? growth : room;
  }
  pthread_mutex_unlock(&filling);
  if (answer <= 0) {
    errno = ENOSPC;
    return -1;
  }
  return answer;
}

/* Where a plain write goes; -1 for the end. */
static off_t place(int fd) {
  return fcntl(fd, F_GETFL) & O_APPEND ? -1 : lseek(fd, 0, SEEK_CUR);
}

ssize_t write(int fd, const void *bytes, size_t length) {
  ssize_t some = full == NULL ? (ssize_t)length : fits(fd, place(fd), length);
  if (some < 0) return -1;
  return REAL(ssize_t, "write", int, const void *, size_t)(fd, bytes, (size_t)some);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) {
  ssize_t some = fits(fd, at, length);
  if (some < 0) return -1;
  return REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t)(fd, bytes, (size_t)some, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
  return pwrite64(fd, bytes, length, at);
}

/* In parts only if the whole does not fit: then only the first part is written. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
  size_t length = 0;
  for (int i = 0; i < count; i++) length += parts[i].iov_len;
  ssize_t some = full == NULL ? (ssize_t)length : fits(fd, place(fd), length);
  if (some < 0) return -1;
  if ((size_t)some == length) {
    return REAL(ssize_t, "writev", int, const struct iovec *, int)(fd, parts, count);
  }
  size_t first = parts[0].iov_len < (size_t)some ? parts[0].iov_len : (size_t)some;
  return REAL(ssize_t, "write", int, const void *, size_t)(fd, parts[0].iov_base, first);
}
