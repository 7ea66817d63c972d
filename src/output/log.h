/* The writers of a log and of a comparison; see report.h for their manner. */
#ifndef JSCAN_OUTPUT_LOG_H
#define JSCAN_OUTPUT_LOG_H

#include "base/buf.h"
#include "journalscan.h"

void jscan_log_write_text(struct jscan_buf *out, const struct jscan_log *log,
			  const struct jscan_format_options *options);
void jscan_log_write_json(struct jscan_buf *out, const struct jscan_log *log);
void jscan_log_write_csv(struct jscan_buf *out, const struct jscan_log *log);

void jscan_comparison_write_text(struct jscan_buf *out,
				 const struct jscan_comparison *comparison,
				 const struct jscan_format_options *options);
void jscan_comparison_write_json(struct jscan_buf *out,
				 const struct jscan_comparison *comparison);

/* What a stage is called: its words, else "applied", "interview" … */
const char *jscan_log_stage_name(const struct jscan_log_stage *stage);

#endif
