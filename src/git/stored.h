/*
 * Notes as a repository holds them: staged in the index, or in a commit.  The
 * work tree is neither read nor touched.
 *
 * The configuration file is one of the stored files, and says which of them
 * are notes; hence the two steps.
 */
#ifndef JSCAN_GIT_STORED_H
#define JSCAN_GIT_STORED_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "config/config.h"
#include "entry/source.h"
#include "git/index.h"
#include "git/repository.h"
#include "journalscan.h"

struct jscan_stored;

/*
 * Opens what is staged (`revision` NULL) or a revision, as gitrevisions(7)
 * writes them, of the repository that holds the folder `dir`.  On success *out
 * is the caller's, to be given to jscan_stored_free().
 *
 * Returns 0, or -1: JSCAN_ERR_NOT_FOUND (no such revision), and what
 * jscan_repository_open() and jscan_index_read() can say.
 */
int jscan_stored_open(struct jscan_stored **out, const char *dir,
		      const char *revision,
		      const struct jscan_repository_options *options,
		      struct jscan_error *err);
void jscan_stored_free(struct jscan_stored *stored);

/* What was opened; they live as long as it. */
struct jscan_repository *jscan_stored_repository(struct jscan_stored *stored);
/* Of what is staged. */
const struct jscan_index *jscan_stored_index(const struct jscan_stored *stored);

/*
 * What the merge that git is making comes to: of HEAD and the one other commit
 * that git names in the environment (GITHEAD_…) while it calls a merge driver.
 * Returns 0, or -1: JSCAN_ERR_NOT_FOUND when there is no such merge, and what
 * jscan_stored_open() can say.
 */
int jscan_stored_open_merge(struct jscan_stored **out, const char *dir,
			    const struct jscan_repository_options *options,
			    struct jscan_error *err);

/*
 * Appends the stored file `path`, relative to the folder, to `out`; not a byte
 * when the result is another than JSCAN_READ_OK.
 */
enum jscan_read_result jscan_stored_read(struct jscan_stored *stored,
					 struct jscan_buf *out,
					 const char *path, size_t most_bytes);

/*
 * Makes a source of the stored notes: those that a checkout would hold, with
 * the choice of entry/select.h.  Ignore files of git play no part, as they do
 * not for files that git tracks.  Files in conflict are named in `diags`.
 *
 * `stored` must outlive the source.  Returns 0, or -1: JSCAN_ERR_REPOSITORY,
 * JSCAN_ERR_LIMIT.
 */
int jscan_stored_open_source(struct jscan_source *out,
			     struct jscan_stored *stored,
			     const struct jscan_config *config,
			     struct jscan_arena *arena,
			     struct jscan_diags *diags,
			     struct jscan_error *err);

#endif
