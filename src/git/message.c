/*
 * The message of a snapshot.  Its first line says what changed and what cannot
 * wait; the trailers can be read by `git interpret-trailers --parse`.
 */
#include <string.h>

#include "base/date.h"
#include "git/snapshot.h"

#define MOST_SUBJECT 60 /* bytes of a path in the first line */

static void add(struct jscan_buf *out, bool *is_first, size_t count,
		const char *what)
{
	if (!count)
		return;
	if (*is_first)
		jscan_buf_addf(out, "%zu %s %s", count,
			       count == 1 ? "entry" : "entries", what);
	else
		jscan_buf_addf(out, ", %zu %s", count, what);
	*is_first = false;
}

/* "2 entries added, 1 changed", or the file's name when it is but one. */
static void put_changes(struct jscan_buf *out,
			const struct jscan_snapshot_changes *changes)
{
	size_t count = changes->added + changes->changed + changes->removed;
	const char *verb = changes->added     ? "add"
			   : changes->changed ? "change"
					      : "remove";
	bool is_first = true;

	if (!count) {
		jscan_buf_adds(out, "new report");
	} else if (count == 1 && strlen(changes->first) <= MOST_SUBJECT) {
		jscan_buf_addf(out, "%s %s", verb, changes->first);
	} else {
		add(out, &is_first, changes->added, "added");
		add(out, &is_first, changes->changed, "changed");
		add(out, &is_first, changes->removed, "removed");
	}
}

/* A note may put line ends and worse into the name of its file. */
static void make_one_line(char *text)
{
	for (; *text; text++) {
		if ((unsigned char)*text < ' ' || *text == 127)
			*text = '?';
	}
}

static void put_subject(struct jscan_buf *out,
			const struct jscan_snapshot_changes *changes,
			const struct jscan_snapshot_facts *facts)
{
	size_t start = out->len;

	if (facts->subject) {
		jscan_buf_adds(out, facts->subject);
	} else {
		jscan_buf_adds(out, "journal: ");
		put_changes(out, changes);
		if (facts->overdue)
			jscan_buf_addf(out, "; %u overdue", facts->overdue);
		make_one_line(out->data + start);
	}
	while (out->len > start && out->data[out->len - 1] == '\n')
		out->len--;
	jscan_buf_adds(out, "\n\n");
}

void jscan_snapshot_describe(struct jscan_buf *out,
			     const struct jscan_snapshot_changes *changes,
			     const struct jscan_snapshot_facts *facts)
{
	char day[11];

	put_subject(out, changes, facts);
	if (facts->top_weakness) {
		size_t start = out->len;

		jscan_buf_addf(out, "Recurs most: %s, in %u interview%s.",
			       facts->top_weakness, facts->top_interviews,
			       facts->top_interviews == 1 ? "" : "s");
		make_one_line(out->data + start);
		jscan_buf_adds(out, "\n\n");
	}
	jscan_date_format(day, facts->as_of);
	jscan_buf_addf(out, "Journalscan-Entries: %u\n", facts->entries);
	jscan_buf_addf(out, "Journalscan-Overdue: %u\n", facts->overdue);
	jscan_buf_addf(out, "Journalscan-Due: %u\n", facts->due);
	jscan_buf_addf(out, "Journalscan-As-Of: %s\n", day);
}
