/*
 * The file of a cache: a header, the facts of notes one behind the other, what
 * the caller wants to remember, what folders held, and a list of notes by path that
 * says where each one's facts are.  Only this machine reads it, so numbers are as
 * it has them.
 *
 * Every part has a hash.  What does not fit is treated as not there.
 */
#ifndef JSCAN_CACHE_FILE_H
#define JSCAN_CACHE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/sha1.h"
#include "cache/cache.h"
#include "entry/source.h"

/* To be changed with the layout of anything in the file. */
#define JSCAN_CACHE_VERSION 10

struct jscan_cache_note {
	struct jscan_stamp stamp;
	uint64_t offset; /* of its facts, in the file */
	uint64_t hash;	 /* of their bytes */
	uint32_t len;
	uint32_t path; /* offset in the paths */
	unsigned char id[JSCAN_SHA1_BYTES]; /* as git names the content */
	unsigned char has_stamp;	    /* else it is not to be relied on */
	unsigned char has_id;
	unsigned char unused[6];
	struct jscan_mark mark;
};

/* A piece of a file, read at once: what is asked for next lies near. */
struct jscan_cache_window {
	char *bytes;
	uint64_t at;
	size_t len;
};

struct jscan_cache_file {
	bool is_there; /* and fits; else all below is empty */
	int fd;	       /* -1 once everything is read */
	uint64_t bytes;
	struct jscan_cache_note *notes; /* by path */
	size_t count;
	const char *paths; /* a NUL behind each */
	char *index;	   /* holds both */
	char *facts;	   /* of all notes, once they are read at once */
	uint64_t facts_bytes;
	struct jscan_cache_window window;
	char *memory;	       /* once it is read */
	uint64_t memory_bytes; /* behind the facts */
	uint64_t memory_hash;
	char *folders;		/* once they are read */
	uint64_t folders_bytes; /* behind the memory */
	uint64_t folders_hash;
};

/*
 * Opens the file `name` in an open folder.  It fits when it is the user's own,
 * whole, of this version, and made with the same key; else it is not there.
 */
void jscan_cache_file_open(struct jscan_cache_file *file, int dir_fd,
			   const char *name, uint64_t key);
void jscan_cache_file_close(struct jscan_cache_file *file);

const char *jscan_cache_file_path(const struct jscan_cache_file *file,
				  size_t index);

/* What was written beside the facts, or NULL; lives as long as the file. */
const char *jscan_cache_file_memory(struct jscan_cache_file *file, size_t *len);

/* The same of the folders, aligned as for numbers. */
const char *jscan_cache_file_folders(struct jscan_cache_file *file,
				     size_t *len);

/* Reads the facts of all notes at once: for when most of them are needed. */
void jscan_cache_file_load(struct jscan_cache_file *file);

/*
 * The bytes of a note's facts, NULL when they are not what was written.  They
 * live in `arena`, or as long as the file is open.
 */
const char *jscan_cache_file_facts(const struct jscan_cache_file *file,
				   const struct jscan_cache_note *note,
				   struct jscan_arena *arena);

/* `len` bytes of a file at a place, which lies before its end; or NULL. */
const char *jscan_cache_window_get(struct jscan_cache_window *window, int fd,
				   uint64_t offset, size_t len, uint64_t end,
				   struct jscan_arena *arena);

/* The same for one thread alone, which asks for notes that lie together. */
const char *jscan_cache_file_next(struct jscan_cache_file *file,
				  const struct jscan_cache_note *note,
				  struct jscan_arena *arena);

/* A file in the making, beside the one that it is to replace. */
struct jscan_cache_writer {
	int dir_fd;
	int fd; /* -1: not begun */
	const char *name;
	const char *beside;
	struct timespec since; /* the file system's time when it was begun */
	struct jscan_buf buf;  /* facts that are not in the file yet */
	uint64_t at;	       /* where they begin */
	struct jscan_cache_window window;
	bool has_failed;
};

void jscan_cache_writer_init(struct jscan_cache_writer *writer, int dir_fd,
			     const char *name, struct jscan_arena *arena);

/*
 * Begins the file.  False when another run is writing it, or it cannot be
 * written: nobody needs to know.
 */
bool jscan_cache_writer_begin(struct jscan_cache_writer *writer);

/* Adds the facts of a note; works before it is begun, too. */
void jscan_cache_writer_add(struct jscan_cache_writer *writer,
			    struct jscan_cache_note *note, const char *facts,
			    size_t len);

/* What was added of a note, NULL when it cannot be read; lives in `arena`. */
const char *jscan_cache_writer_facts(struct jscan_cache_writer *writer,
				     const struct jscan_cache_note *note,
				     struct jscan_arena *arena);

/* A note of the list that ends the file. */
struct jscan_cache_row {
	const char *path;
	struct jscan_cache_note *note; /* its `path` is set while writing */
	bool is_old; /* its facts are to be copied from the file before */
};

struct jscan_cache_rest { /* of a file, behind the facts */
	const struct jscan_cache_memory *memory;
	const struct jscan_cache_memory *folders;
	const struct jscan_cache_row *rows; /* by path */
	size_t count;
};

/* Adds the rest, and puts the file in place. */
void jscan_cache_writer_finish(struct jscan_cache_writer *writer,
			       const struct jscan_cache_rest *rest,
			       uint64_t key);
void jscan_cache_writer_release(struct jscan_cache_writer *writer);

#endif
