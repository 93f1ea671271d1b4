/*
 * Loaded into a writer with LD_PRELOAD. For the files of one folder it writes down every call that changes them, so that
 * a power failure can be played again at any point, and it makes a call fail, as a bad or full disk would.
 *
 *   SHIM_FOLDER  the folder, without a slash at its end
 *   SHIM_LOG     the record to append to; none without it
 *   SHIM_FAIL    which change fails, from 1; 0 or none: no change
 *   SHIM_ERRNO   the error of a change that fails
 *   SHIM_STICKY  1: every later one fails too
 *
 * An entry of the record: a letter, the lengths of a name and of data, a place in the file, the name, the data. Numbers
 * are as the machine has them: 2, 8 and 8 bytes. The letters: O a new file, W bytes at a place, T a new length, S a file
 * is on the disk, D the folder is on the disk, U a name is gone, R a name became another (the data), A said on stdout.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST_FILES 4096
#define NAME_SIZE 128
#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static char names[MOST_FILES][NAME_SIZE]; /* by descriptor; empty for a file that is none of ours */
static const char *folder = "";
static int record = -1, failing = 0, failure = 0, sticky = 0;
static long changes = 0;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int number(const char *name) {
  const char *value = getenv(name);
  return value == NULL ? 0 : atoi(value);
}

__attribute__((constructor)) static void begin(void) {
  const char *log = getenv("SHIM_LOG");
  if (getenv("SHIM_FOLDER") != NULL) folder = getenv("SHIM_FOLDER");
  failing = number("SHIM_FAIL"), failure = number("SHIM_ERRNO"), sticky = number("SHIM_STICKY");
  if (log != NULL) record = NEXT(open)(log, O_CREAT | O_APPEND | O_WRONLY, 0644);
}

/* The name within the folder; "." for the folder itself, NULL for any other path. */
static const char *ours(const char *path) {
  size_t length = strlen(folder);
  if (length == 0 || strncmp(path, folder, length) != 0) return NULL;
  if (path[length] == '\0') return ".";
  return path[length] == '/' && strlen(path + length + 1) < NAME_SIZE ? path + length + 1 : NULL;
}

static const char *named(int fd) { return fd >= 0 && fd < MOST_FILES && names[fd][0] != '\0' ? names[fd] : NULL; }

static void put(const void *bytes, size_t length) {
  if (NEXT(write)(record, bytes, length) != (ssize_t)length) abort();
}

static void note(char letter, const char *name, uint64_t place, const void *data, uint64_t length) {
  char head[19];
  uint16_t name_length = strlen(name);
  if (record < 0) return;
  head[0] = letter;
  memcpy(head + 1, &name_length, 2), memcpy(head + 3, &length, 8), memcpy(head + 11, &place, 8);
  pthread_mutex_lock(&lock);
  put(head, sizeof head), put(name, name_length), put(data, length);
  pthread_mutex_unlock(&lock);
}

/* Whether this change of one of our files is to fail. */
static int fails(int fd) {
  if (named(fd) == NULL) return 0;
  long now = __sync_add_and_fetch(&changes, 1);
  if (failing == 0 || now < failing || (now > failing && !sticky)) return 0;
  errno = failure;
  return 1;
}

static int opened(int fd, const char *path, int flags, int existed) {
  const char *name = ours(path);
  if (fd < 0 || fd >= MOST_FILES) return fd;
  strcpy(names[fd], name == NULL ? "" : name);
  if (name != NULL && !existed) note('O', name, 0, "", 0);
  if (name != NULL && existed && (flags & O_TRUNC)) note('T', name, 0, "", 0);
  return fd;
}

#define OPEN(name)                                                                                                     \
  int name(const char *path, int flags, ...) {                                                                         \
    va_list rest;                                                                                                      \
    va_start(rest, flags);                                                                                             \
    int mode = flags & O_CREAT ? va_arg(rest, int) : 0;                                                                \
    va_end(rest);                                                                                                      \
    int existed = access(path, F_OK) == 0;                                                                             \
    return opened(NEXT(name)(path, flags, mode), path, flags, existed);                                                \
  }
OPEN(open)
OPEN(open64)

int close(int fd) {
  if (named(fd) != NULL) names[fd][0] = '\0';
  return NEXT(close)(fd);
}

ssize_t write(int fd, const void *bytes, size_t length) {
  if (fails(fd)) return -1;
  off_t place = named(fd) == NULL ? 0 : lseek(fd, 0, SEEK_CUR);
  ssize_t written = NEXT(write)(fd, bytes, length);
  if (written > 0 && named(fd) != NULL) note('W', named(fd), place, bytes, written);
  if (written > 0 && fd == STDOUT_FILENO) note('A', "", 0, bytes, written);
  return written;
}

#define PWRITE(name, offset)                                                                                           \
  ssize_t name(int fd, const void *bytes, size_t length, offset place) {                                               \
    if (fails(fd)) return -1;                                                                                          \
    ssize_t written = NEXT(name)(fd, bytes, length, place);                                                            \
    if (written > 0 && named(fd) != NULL) note('W', named(fd), place, bytes, written);                                 \
    return written;                                                                                                    \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define TRUNCATE(name, offset)                                                                                         \
  int name(int fd, offset length) {                                                                                    \
    if (fails(fd)) return -1;                                                                                          \
    int result = NEXT(name)(fd, length);                                                                               \
    if (result == 0 && named(fd) != NULL) note('T', named(fd), length, "", 0);                                         \
    return result;                                                                                                     \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name)                                                                                                     \
  int name(int fd) {                                                                                                   \
    if (fails(fd)) return -1;                                                                                          \
    int result = NEXT(name)(fd);                                                                                       \
    if (result == 0 && named(fd) != NULL) note(strcmp(named(fd), ".") == 0 ? 'D' : 'S', named(fd), 0, "", 0);          \
    return result;                                                                                                     \
  }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
  int result = NEXT(unlink)(path);
  if (result == 0 && ours(path) != NULL) note('U', ours(path), 0, "", 0);
  return result;
}

int rename(const char *from, const char *to) {
  int result = NEXT(rename)(from, to);
  if (result == 0 && ours(from) != NULL && ours(to) != NULL) note('R', ours(from), 0, ours(to), strlen(ours(to)));
  return result;
}
