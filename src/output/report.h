/*
 * What the writers of a report share.  Each appends to a buffer that hands on
 * what it holds now and then; none can fail but by that.
 */
#ifndef JSCAN_OUTPUT_REPORT_H
#define JSCAN_OUTPUT_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "journalscan.h"

/* The first line of a file of ours, Markdown and HTML alike. */
#define JSCAN_REPORT_COMMENT \
	"<!-- made by journalscan - do not edit, the next scan writes it " \
	"anew -->\n"

typedef void (*jscan_writer_fn)(struct jscan_buf *out,
				const struct jscan_report *report,
				const struct jscan_format_options *options);

void jscan_write_text(struct jscan_buf *out, const struct jscan_report *report,
		      const struct jscan_format_options *options);
void jscan_write_md(struct jscan_buf *out, const struct jscan_report *report,
		    const struct jscan_format_options *options);
void jscan_write_html(struct jscan_buf *out, const struct jscan_report *report,
		      const struct jscan_format_options *options);
void jscan_write_json(struct jscan_buf *out, const struct jscan_report *report,
		      const struct jscan_format_options *options);
void jscan_write_ndjson(struct jscan_buf *out,
			const struct jscan_report *report,
			const struct jscan_format_options *options);
void jscan_write_csv(struct jscan_buf *out, const struct jscan_report *report,
		     const struct jscan_format_options *options);
void jscan_write_ics(struct jscan_buf *out, const struct jscan_report *report,
		     const struct jscan_format_options *options);
void jscan_write_sarif(struct jscan_buf *out, const struct jscan_report *report,
		       const struct jscan_format_options *options);
void jscan_write_sqlite(struct jscan_buf *out,
			const struct jscan_report *report,
			const struct jscan_format_options *options);
void jscan_write_vcf(struct jscan_buf *out, const struct jscan_report *report,
		     const struct jscan_format_options *options);

/* To be called before the writer of that name: loads its library. */
int jscan_prepare_ics(struct jscan_error *err);
int jscan_prepare_sqlite(struct jscan_error *err);

/* Is the item one that a person still has to see: overdue, due, upcoming? */
bool jscan_followup_is_open(const struct jscan_followup *item);

/*
 * A name for a person in files of others: from the mail address, else from name
 * and company, so that the next export changes the same card.
 */
void jscan_contact_identify(struct jscan_buf *out,
			    const struct jscan_contact *contact);

/* The same number for the same text, here and always (FNV-1a). */
uint64_t jscan_output_hash(const char *text);

/* What to do, in words: "Send a thank-you note". */
const char *jscan_followup_phrase(const struct jscan_followup *item);

/*
 * The articles behind a source ("ten-reasons 6; feedback-loop") by name and
 * number, as plain text; other sources as they are.
 */
void jscan_source_describe(struct jscan_buf *out, const char *source);

#endif
