/*
 * Finding a note of the journal and reading it once more.  Whatever is said of
 * a line, or done to it, has to be the line that the scan saw.
 */
#include "act/journal.h"

#include <errno.h>
#include <string.h>

#include "base/error.h"
#include "base/hash.h"

long jscan_journal_find_note(const struct jscan_journal *journal,
			     const char *path)
{
	size_t low = 0, high = journal->source->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(journal->source->files[middle].path, path);

		if (!order)
			return (long)middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return -1;
}

int jscan_journal_read(struct jscan_buf *out,
		       const struct jscan_journal *journal, size_t index,
		       struct jscan_error *err)
{
	const char *path = journal->facts[index].path;
	struct jscan_stamp stamp;
	enum jscan_read_result result =
		journal->source->read(journal->source, index, out, &stamp);

	if (result != JSCAN_READ_OK)
		return jscan_error_set_at(err, JSCAN_ERR_IO, path, 0, 0,
					  "cannot read it again: %s",
					  result == JSCAN_READ_FAILED
						  ? strerror(errno)
						  : "it is not there as it "
						    "was");
	if (jscan_hash_bytes(out->len ? out->data : "", out->len) !=
	    journal->facts[index].content)
		return jscan_error_set_at(err, JSCAN_ERR_REFUSED, path, 0, 0,
					  "changed since it was scanned: try "
					  "again");
	return 0;
}
