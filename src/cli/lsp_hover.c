/*
 * What is shown of a line: the follow-ups that come from it, with how they came
 * about, and the weaknesses and strengths that it speaks of.  Lines are those
 * of the disk, which the scan has read; a line that was edited since has none.
 *
 * Explanations live as long as the scan, so each line is explained only once.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli/escape.h"
#include "cli/lsp.h"
#include "cli/lsp_memory.h"

struct jscan_lsp_hover {
	char *path;
	unsigned line;
	char *text;
	struct jscan_lsp_hover *next;
};

struct page {
	FILE *out;
	bool has_markdown;
	size_t parts; /* items and weaknesses written */
};

/*
 * Text of the journal: as it is, whatever it would mean in markdown.  It never
 * begins a line, so that nothing else needs to be escaped.
 */
static void put(const struct page *page, const char *text)
{
	char *shown;
	size_t len;
	FILE *stream = jscan_lsp_open_text(&shown, &len);

	jscan_escape_write(stream, text);
	fclose(stream);
	for (size_t i = 0; i < len; i++) {
		if (page->has_markdown && strchr("\\`*_[]<>&~|$", shown[i]))
			fputc('\\', page->out);
		fputc(shown[i], page->out);
	}
	free(shown);
}

static void put_strong(const struct page *page, const char *text)
{
	fputs(page->has_markdown ? "**" : "", page->out);
	put(page, text);
	fputs(page->has_markdown ? "**" : "", page->out);
}

static void begin_part(struct page *page)
{
	if (page->parts++)
		fputs(page->has_markdown ? "\n---\n\n" : "\n", page->out);
}

static void put_labelled(const struct page *page, const char *label,
			 const char *text)
{
	if (!text || *text == '\0')
		return;
	fprintf(page->out, page->has_markdown ? "\n*%s* " : "%s ", label);
	put(page, text);
	fputc('\n', page->out);
}

static void put_steps(const struct page *page,
		      const struct jscan_explanation *explanation)
{
	for (size_t i = 0; i < explanation->step_count; i++) {
		const struct jscan_step *step = &explanation->steps[i];

		fprintf(page->out, "%zu. ", i + 1);
		put(page, step->text);
		if (step->path) {
			fputs(" (", page->out);
			put(page, step->path);
			if (step->line)
				fprintf(page->out, ":%u", step->line);
			fputc(')', page->out);
		}
		fputc('\n', page->out);
	}
}

static void put_status(const struct page *page,
		       const struct jscan_followup *item)
{
	const char *status = jscan_status_name(item->status);
	char due[11];

	jscan_date_format(due, item->due);
	if (item->status == JSCAN_STATUS_OVERDUE)
		fprintf(page->out, "%s by %u day%s (due %s)\n", status,
			item->days_overdue, item->days_overdue == 1 ? "" : "s",
			due);
	else if (item->status == JSCAN_STATUS_DUE)
		fprintf(page->out, "%s, by %s\n", status, due);
	else
		fprintf(page->out, "%s (due %s)\n", status, due);
}

static bool is_closed(const struct jscan_followup *item)
{
	return item->status == JSCAN_STATUS_DONE ||
	       item->status == JSCAN_STATUS_LAPSED;
}

static void add_item(struct page *page, struct jscan_lsp *lsp,
		     const struct jscan_followup *item)
{
	struct jscan_explanations explanations;
	struct jscan_error err;
	bool is_explained = jscan_scan_explain(&explanations, lsp->scan,
					       item->id, &err) == 0 &&
			    explanations.count > 0;

	begin_part(page);
	put_strong(page,
		   is_explained ? explanations.items[0].title : item->action);
	fputs(page->has_markdown ? "  \n" : "\n", page->out);
	put_status(page, item);
	if (is_closed(item))
		return;
	put_labelled(page, "Why:", item->why);
	fputc('\n', page->out);
	if (is_explained)
		put_steps(page, &explanations.items[0]);
}

static const struct jscan_weakness *
find_weakness(const struct jscan_report *report, const char *id)
{
	for (size_t i = 0; i < report->weakness_count; i++)
		if (!strcmp(report->weaknesses[i].id, id))
			return &report->weaknesses[i];
	return NULL;
}

static const char *find_title(const struct jscan_scan *scan, const char *id)
{
	const struct jscan_category *category;

	for (size_t i = 0; (category = jscan_scan_get_category(scan, i)); i++)
		if (!strcmp(category->id, id))
			return category->title;
	return id;
}

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

static void add_assessment(struct page *page, const struct jscan_lsp *lsp,
			   const struct jscan_assessment *assessment)
{
	bool is_strength = assessment->polarity == JSCAN_STRENGTH;
	const struct jscan_weakness *weakness =
		is_strength ? NULL
			    : find_weakness(lsp->report, assessment->weakness);

	begin_part(page);
	put_strong(page, find_title(lsp->scan, assessment->weakness));
	fputs(" (", page->out);
	put(page, assessment->weakness);
	fprintf(page->out, "), %s\n",
		jscan_polarity_name(assessment->polarity));
	if (weakness) {
		char first[11], last[11];

		jscan_date_format(first, weakness->first);
		jscan_date_format(last, weakness->last);
		fprintf(page->out,
			"%sIn %u of %u interviews, %s; first %s, last %s.\n",
			page->has_markdown ? "\n" : "", weakness->interviews,
			weakness->of, describe_trend(weakness->trend), first,
			last);
	}
	put_labelled(page, "Said here:", assessment->text);
	if (weakness) {
		put_labelled(page, "Ask yourself:", weakness->questions);
		put_labelled(page, "One thing to do:", weakness->advice);
	}
}

/* One weakness may be read twice in a line; it is shown once. */
static bool is_repeated(const struct jscan_report *report, size_t index)
{
	const struct jscan_assessment *own = &report->assessments[index];

	for (size_t i = index; i-- > 0;) {
		const struct jscan_assessment *other = &report->assessments[i];

		if (strcmp(other->path, own->path) != 0 ||
		    other->line != own->line)
			break;
		if (other->polarity == own->polarity &&
		    !strcmp(other->weakness, own->weakness))
			return true;
	}
	return false;
}

/* Open items first.  The text is the caller's; "" when there is none. */
static char *describe(struct jscan_lsp *lsp, const char *path, unsigned line)
{
	const struct jscan_report *report = lsp->report;
	struct page page = {.has_markdown = lsp->has_markdown};
	char *text;
	size_t len;

	page.out = jscan_lsp_open_text(&text, &len);
	for (int closed = 0; closed <= 1; closed++)
		for (size_t i = 0; i < report->followup_count; i++) {
			const struct jscan_followup *item =
				&report->followups[i];

			if (item->line == line && is_closed(item) == closed &&
			    !strcmp(item->path, path))
				add_item(&page, lsp, item);
		}
	for (size_t i = 0; i < report->assessment_count; i++)
		if (report->assessments[i].line == line &&
		    !strcmp(report->assessments[i].path, path) &&
		    !is_repeated(report, i))
			add_assessment(&page, lsp, &report->assessments[i]);
	fclose(page.out);
	return text;
}

/* NULL when nothing is to be said. */
static const char *find_text(struct jscan_lsp *lsp, const char *path,
			     unsigned line)
{
	struct jscan_lsp_hover *hover = lsp->hovers;
	char *text;

	while (hover && (hover->line != line || strcmp(hover->path, path) != 0))
		hover = hover->next;
	if (hover)
		return hover->text;
	text = describe(lsp, path, line);
	if (*text == '\0') {
		free(text);
		return NULL;
	}
	hover = jscan_lsp_alloc(sizeof(*hover));
	hover->path = jscan_lsp_strndup(path, strlen(path));
	hover->line = line;
	hover->text = text;
	hover->next = lsp->hovers;
	lsp->hovers = hover;
	return hover->text;
}

/* The line of the disk, from 1, that a line of the editor is; 0: none. */
static unsigned find_saved_line(const struct jscan_lsp *lsp,
				const struct jscan_lsp_document *document,
				size_t line)
{
	struct jscan_text saved;
	size_t before;
	bool is_same;

	if (!jscan_lsp_read_note(&saved, lsp, document->relative))
		return 0;
	is_same = jscan_text_map_line(&before, document->text, saved, line);
	free((char *)(uintptr_t)saved.bytes);
	return is_same ? (unsigned)before + 1 : 0;
}

json_t *jscan_lsp_hover(struct jscan_lsp *lsp,
			const struct jscan_lsp_document *document, size_t line)
{
	struct jscan_text shown;
	const char *text;
	unsigned saved;

	if (!lsp->scan || !document->relative)
		return json_null();
	saved = find_saved_line(lsp, document, line);
	text = saved ? find_text(lsp, document->relative, saved) : NULL;
	if (!text || !jscan_text_find_line(&shown, document->text, line))
		return json_null();
	return json_pack(
		"{s:{s:s, s:s}, s:o}", "contents", "kind",
		lsp->has_markdown ? "markdown" : "plaintext", "value", text,
		"range",
		jscan_lsp_range(line, 0,
				jscan_text_count_units(shown, shown.len,
						       lsp->is_utf8)));
}

void jscan_lsp_release_hovers(struct jscan_lsp *lsp)
{
	while (lsp->hovers) {
		struct jscan_lsp_hover *hover = lsp->hovers;

		lsp->hovers = hover->next;
		free(hover->path);
		free(hover->text);
		free(hover);
	}
}
