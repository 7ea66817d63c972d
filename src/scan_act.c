/*
 * The public calls on a finished scan: why, draft, done, snooze.  Each hands
 * the parts of the scan on to the folder act.
 */
#include "scan.h"

#include <errno.h>
#include <string.h>

#include "act/change.h"
#include "act/draft.h"
#include "act/new.h"
#include "act/find.h"
#include "act/why.h"
#include "base/error.h"

static struct jscan_journal open_journal(struct jscan_scan *scan)
{
	struct jscan_journal journal = {.report = &scan->report,
					.config = &scan->config,
					.lexicon = scan->lexicon,
					.source = &scan->source,
					.facts = scan->gathered.facts,
					.dir_fd = scan->dir_fd,
					.arena = &scan->arena};

	return journal;
}

/* Of what a follow-up came from, a brief scan has kept nothing. */
static int check_whole(const struct jscan_scan *scan, struct jscan_error *err)
{
	return scan->is_brief ? jscan_error_set(err, JSCAN_ERR_USAGE,
						"a brief scan cannot do that")
			      : 0;
}

int jscan_scan_find_followup(const struct jscan_followup **out,
			     const struct jscan_scan *scan, const char *id,
			     struct jscan_error *err)
{
	return jscan_followup_find(out, &scan->report, id, err);
}

int jscan_scan_explain(struct jscan_explanations *out, struct jscan_scan *scan,
		       const char *what, struct jscan_error *err)
{
	struct jscan_journal journal = open_journal(scan);

	if (check_whole(scan, err) < 0)
		return -1;
	return jscan_why_make(out, &journal, what, err);
}

int jscan_scan_mark_done(struct jscan_edit *out, struct jscan_scan *scan,
			 const struct jscan_edit_options *options,
			 struct jscan_error *err)
{
	struct jscan_journal journal = open_journal(scan);

	if (check_whole(scan, err) < 0)
		return -1;
	return jscan_change_mark_done(out, &journal, options, err);
}

int jscan_scan_snooze(struct jscan_edit *out, struct jscan_scan *scan,
		      const struct jscan_edit_options *options,
		      struct jscan_error *err)
{
	struct jscan_journal journal = open_journal(scan);

	if (check_whole(scan, err) < 0)
		return -1;
	return jscan_change_snooze(out, &journal, options, err);
}

int jscan_scan_write_draft(struct jscan_scan *scan, const char *id,
			   enum jscan_format format, jscan_write_fn write,
			   void *data, struct jscan_error *err)
{
	struct jscan_journal journal = open_journal(scan);
	struct jscan_buf out;
	int ret;

	if (check_whole(scan, err) < 0)
		return -1;
	jscan_buf_init(&out);
	ret = jscan_draft_make(&out, &journal, id, format, err);
	if (!ret && write(data, out.len ? out.data : "", out.len) < 0)
		ret = jscan_error_set(err, JSCAN_ERR_IO,
				      "cannot write the draft: %s",
				      strerror(errno));
	jscan_buf_release(&out);
	return ret;
}

int jscan_scan_new_note(struct jscan_new_note *out, struct jscan_scan *scan,
			const struct jscan_new_options *options,
			struct jscan_error *err)
{
	struct jscan_journal journal = open_journal(scan);

	if (check_whole(scan, err) < 0)
		return -1;
	journal.new_mode = jscan_scan_get_mode(scan);
	return jscan_new_note(out, &journal, options, err);
}
