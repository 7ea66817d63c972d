/* The weaknesses in the report file: how often, which way, the very lines. */
#include <string.h>

#include "output/escape.h"
#include "output/md_part.h"

#define MOST_EVIDENCE 5

static const char *describe_trend(enum jscan_trend trend)
{
	switch (trend) {
	case JSCAN_TREND_WORSE:
		return "getting worse";
	case JSCAN_TREND_BETTER:
		return "getting better";
	case JSCAN_TREND_STEADY:
		return "steady";
	case JSCAN_TREND_NEW:
		break;
	}
	return "too early for a trend";
}

static void add_evidence(struct jscan_buf *out,
			 const struct jscan_report *report,
			 struct jscan_places evidence)
{
	size_t shown =
		evidence.count < MOST_EVIDENCE ? evidence.count : MOST_EVIDENCE;

	/* Paths mostly begin with the date: the last ones are the latest. */
	for (size_t i = evidence.count - shown; i < evidence.count; i++) {
		jscan_buf_adds(out, "- \xe2\x80\x9c");
		jscan_escape_markdown(out, evidence.items[i].text
						   ? evidence.items[i].text
						   : "");
		jscan_buf_adds(out, "\xe2\x80\x9d ");
		jscan_md_add_link(out, report, evidence.items[i].path,
				  evidence.items[i].line);
		jscan_buf_addc(out, '\n');
	}
	if (shown < evidence.count)
		jscan_buf_addf(out, "- and %zu more\n", evidence.count - shown);
}

static void add_labelled(struct jscan_buf *out, const char *label,
			 const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	jscan_buf_addf(out, "\n*%s* ", label);
	jscan_escape_markdown(out, text);
	jscan_buf_addc(out, '\n');
}

static void add_recurring(struct jscan_buf *out,
			  const struct jscan_report *report,
			  const struct jscan_weakness *weakness)
{
	struct jscan_buf source;

	jscan_buf_init(&source);
	jscan_buf_adds(out, "\n### ");
	jscan_escape_markdown(out, weakness->title);
	jscan_buf_addf(out, "\n\nIn %u of %u interviews, %s.\n\n",
		       weakness->interviews, weakness->of,
		       describe_trend(weakness->trend));
	add_evidence(out, report, weakness->evidence);
	add_labelled(out, "Ask yourself:", weakness->questions);
	add_labelled(out, "One thing to do:", weakness->advice);
	if (weakness->source && strcmp(weakness->source, "practice") != 0 &&
	    strcmp(weakness->source, "your own") != 0) {
		jscan_source_describe(&source, weakness->source);
		add_labelled(out, "From:", source.data);
	}
	jscan_buf_release(&source);
}

void jscan_md_add_weaknesses(struct jscan_buf *out,
			     const struct jscan_report *report)
{
	bool has_any = false, has_once = false;

	for (size_t i = 0; i < report->weakness_count; i++) {
		if (!report->weaknesses[i].is_recurring)
			continue;
		if (!has_any)
			jscan_buf_adds(out, "\n## Weaknesses that recur\n");
		has_any = true;
		add_recurring(out, report, &report->weaknesses[i]);
	}
	for (size_t i = 0; i < report->weakness_count; i++) {
		const struct jscan_weakness *weakness = &report->weaknesses[i];

		if (weakness->is_recurring)
			continue;
		if (!has_once)
			jscan_buf_adds(out, "\n## Weaknesses seen once\n\n");
		has_once = true;
		jscan_buf_adds(out, "- ");
		jscan_escape_markdown_block(out, weakness->title);
		for (size_t k = 0;
		     k < weakness->evidence.count && k < MOST_EVIDENCE; k++) {
			const struct jscan_place *place =
				&weakness->evidence.items[k];

			jscan_buf_adds(out, k ? ", " : ": ");
			jscan_md_add_link(out, report, place->path,
					  place->line);
		}
		jscan_buf_addc(out, '\n');
	}
}
