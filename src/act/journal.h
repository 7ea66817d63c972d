/*
 * What the actions on a scanned journal work with: the scan's parts, none of
 * which they change but the arena, where results go.
 */
#ifndef JSCAN_ACT_JOURNAL_H
#define JSCAN_ACT_JOURNAL_H

#include "base/arena.h"
#include "base/buf.h"
#include "config/config.h"
#include "entry/source.h"
#include "facts/facts.h"
#include "journalscan.h"

struct jscan_journal {
	const struct jscan_report *report;
	const struct jscan_config *config;
	const struct jscan_lexicon *lexicon;
	const struct jscan_source *source;
	const struct jscan_facts *facts; /* as many as the source has files */
	int dir_fd;
	unsigned new_mode; /* of a new note, without the umask */
	struct jscan_arena *arena; /* lives as long as the scan */
};

/* Where a note stands in source and facts; -1: there is none of that path. */
long jscan_journal_find_note(const struct jscan_journal *journal,
			     const char *path);

/*
 * Appends the bytes of a note as it is now.  Returns 0, or -1: JSCAN_ERR_IO,
 * and JSCAN_ERR_REFUSED when they are not those that the scan has read.
 */
int jscan_journal_read(struct jscan_buf *out,
		       const struct jscan_journal *journal, size_t index,
		       struct jscan_error *err);

#endif
