/*
 * Where notes come from.  A source lists the markdown files of a journal,
 * sorted by the bytes of their raw path, and reads one of them.  The folder is
 * one source; the index and a commit of a repository are others (src/git).
 */
#ifndef JSCAN_ENTRY_SOURCE_H
#define JSCAN_ENTRY_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "config/config.h"
#include "journalscan.h"

/* What tells that a file may have changed. */
struct jscan_stamp {
	int64_t mtime; /* seconds */
	int64_t ctime;
	uint32_t mtime_ns;
	uint32_t ctime_ns;
	uint64_t inode;
	uint64_t size;
};

void jscan_stamp_set(struct jscan_stamp *out, const struct stat *stat);
bool jscan_stamp_is_same(const struct jscan_stamp *a,
			 const struct jscan_stamp *b);

struct jscan_source_file {
	const char *path;     /* relative, with '/', valid UTF-8 */
	const char *raw_path; /* the same as the system has it */
};

struct jscan_source {
	const struct jscan_source_file *files;
	size_t count;
	/*
	 * Appends the bytes of file `index` to `out`.  Of a folder, `stamp`
	 * becomes the file's before its first byte was read; of what git holds
	 * it is left alone.  May be called from several threads at once.
	 */
	enum jscan_read_result (*read)(const struct jscan_source *source,
				       size_t index, struct jscan_buf *out,
				       struct jscan_stamp *stamp);
	/*
	 * Of a folder: the stamp of file `index`, false when it is no regular
	 * file any more.  NULL for what git holds.
	 */
	bool (*stamp)(const struct jscan_source *source, size_t index,
		      struct jscan_stamp *out);
	/* Of what git holds: the 20 bytes that name its content.  Else NULL. */
	const unsigned char *(*id)(const struct jscan_source *source,
				   size_t index);
	/*
	 * Of a folder: the open folder below which all that read() opens lies.
	 * NULL where that is not one place.
	 */
	int (*folder)(const struct jscan_source *source);
	void (*close)(struct jscan_source *source);
	void *data;
};

/*
 * Folders of which is known, from another time, what they held: their paths end
 * with '/', or are "", and the names are as entry/listing.h has them.
 */
struct jscan_listings {
	void *data;
	/* NULL where the folder is not known to be one of that stamp. */
	const char *(*find)(void *data, const char *path,
			    const struct jscan_stamp *stamp, size_t *len);
	/* `names` are what it held after it had that stamp; to be copied. */
	void (*keep)(void *data, const char *path,
		     const struct jscan_stamp *stamp, const char *names,
		     size_t len);
};

struct jscan_folder_options {
	const struct jscan_config *config;
	const char *excludes_path; /* git's global ignore file, or NULL */
	/*
	 * May spare the listing of folders, where the file system tells by
	 * their times whether a name in them came or went; or NULL.
	 */
	const struct jscan_listings *listings;
	/*
	 * Whether git tracks a file by its path from the top, or something in
	 * a folder when that ends in '/': then it does not ignore it, whatever
	 * its rules say.  NULL: it tracks nothing.
	 */
	bool (*is_tracked)(void *tracked, const char *path);
	void *tracked;
};

/* A note larger than this is named and not read. */
#define JSCAN_NOTE_MOST_BYTES ((size_t)8 << 20)

/*
 * Opens the folder `dir` and lists its notes: regular files ending in .md or
 * .markdown, in no folder whose name starts with a dot, not ignored by git or
 * by the configuration, not the report.  Symbolic links are left out silently,
 * save that `dir` itself may be one.  What cannot be listed (an unreadable
 * folder, a pipe with a note's name, a path past the limit) is added to
 * `diags`.
 *
 * In a repository the ignore files count that git would read: those in the
 * folders from its top down, its info/exclude, and `excludes_path`.  They say
 * what is left out below `dir`, save what git tracks all the same; `dir` itself
 * was asked for, and is read even where they name it.
 *
 * Everything but what close() gives back lives in `arena`.  Returns 0, or -1:
 * JSCAN_ERR_IO when `dir` itself, or its ignore file, cannot be read.
 */
int jscan_source_open_folder(struct jscan_source *out, const char *dir,
			     const struct jscan_folder_options *options,
			     struct jscan_arena *arena,
			     struct jscan_diags *diags,
			     struct jscan_error *err);

#endif
