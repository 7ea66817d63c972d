/*
 * The page before an interview: when it is, what has happened with that company
 * so far, who is who there, what is open, what they and the writer said of the
 * writer's weak points, and the checklist.
 *
 * Text and Markdown are the same page: what differs is in the few functions at
 * the top.
 */
#include "output/prep.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "model/company.h"
#include "output/escape.h"
#include "output/link.h"
#include "output/table.h"

#define DEFAULT_COLUMNS 80
#define LEAST_COLUMNS	40
#define MOST_EVENTS	12
#define MOST_PEOPLE	12
#define MOST_ITEMS	12
#define MOST_WEAKNESSES 6
#define MOST_WORDS	5 /* of what they said */

struct page {
	struct jscan_buf *out;
	const struct jscan_report *report;
	const char *key; /* of the company, folded */
	struct jscan_arena arena;
	size_t width;
	bool has_color;
	bool is_markdown;
};

static const char *say_day(struct page *page, struct jscan_date date)
{
	char text[11];

	jscan_date_format(text, date);
	return jscan_arena_strdup(&page->arena, text);
}

static void add_title(struct page *page, const char *text)
{
	if (page->is_markdown) {
		jscan_buf_adds(page->out, "# ");
		jscan_escape_markdown(page->out, text);
		jscan_buf_addc(page->out, '\n');
		return;
	}
	jscan_color_start(page->out, page->has_color, JSCAN_COLOR_STRONG);
	jscan_text_wrap(page->out, text, 0, page->width);
	jscan_color_end(page->out, page->has_color, JSCAN_COLOR_STRONG);
}

static void add_heading(struct page *page, const char *text)
{
	jscan_buf_addc(page->out, '\n');
	if (page->is_markdown) {
		jscan_buf_addf(page->out, "## %s\n\n", text);
		return;
	}
	jscan_color_start(page->out, page->has_color, JSCAN_COLOR_STRONG);
	jscan_buf_addf(page->out, "%s", text);
	jscan_color_end(page->out, page->has_color, JSCAN_COLOR_STRONG);
	jscan_buf_addc(page->out, '\n');
}

static void add_place(struct page *page, const char *path, unsigned line)
{
	jscan_buf_adds(page->out, " ([");
	jscan_escape_markdown(page->out, path);
	jscan_buf_addf(page->out, ":%u](", line);
	jscan_link_add(page->out, page->report, path, line);
	jscan_buf_adds(page->out, "))");
}

/* One item of a list; `path` may be NULL. */
static void add_item(struct page *page, const char *text, const char *path,
		     unsigned line)
{
	struct jscan_buf lines;

	if (page->is_markdown) {
		jscan_buf_adds(page->out, "- ");
		jscan_escape_markdown(page->out, text);
		if (path)
			add_place(page, path, line);
		jscan_buf_addc(page->out, '\n');
		return;
	}
	if (path)
		text = jscan_arena_printf(&page->arena, "%s (%s:%u)", text,
					  path, line);
	jscan_buf_init(&lines);
	jscan_text_wrap(&lines, text, 4, page->width);
	jscan_buf_adds(page->out, "  - ");
	if (lines.len > 4)
		jscan_buf_add(page->out, lines.data + 4, lines.len - 4);
	else
		jscan_buf_addc(page->out, '\n');
	jscan_buf_release(&lines);
}

/* What belongs to the item above. */
static void add_below(struct page *page, const char *label, const char *text)
{
	if (!text || !*text)
		return;
	if (page->is_markdown) {
		jscan_buf_addf(page->out, "  - *%s* ", label);
		jscan_escape_markdown(page->out, text);
		jscan_buf_addc(page->out, '\n');
		return;
	}
	text = jscan_arena_printf(&page->arena, "%s %s", label, text);
	jscan_text_wrap(page->out, text, 6, page->width);
}

static bool is_company(struct page *page, const char *company)
{
	return company &&
	       !strcmp(jscan_company_fold(&page->arena, company), page->key);
}

struct happened {
	const struct jscan_entry *entry;
	const struct jscan_event *event;
};

static int compare_happened(const void *left, const void *right)
{
	const struct happened *a = left, *b = right;
	int order = jscan_date_compare(a->event->date, b->event->date);

	if (!order)
		order = (int)a->event->type - (int)b->event->type;
	if (!order)
		order = strcmp(a->event->what ? a->event->what : "",
			       b->event->what ? b->event->what : "");
	if (!order)
		order = strcmp(a->entry->path, b->entry->path);
	if (!order)
		order = (a->event->line > b->event->line) -
			(a->event->line < b->event->line);
	return order;
}

static bool is_alike(const struct happened *a, const struct happened *b)
{
	return a->event->type == b->event->type &&
	       !jscan_date_compare(a->event->date, b->event->date);
}

/* Not a bare note, nor what its neighbour tells as well or better. */
static bool is_telling(const struct happened *items, size_t i, size_t count)
{
	const char *what = items[i].event->what;

	if (!what)
		return items[i].event->type != JSCAN_EVENT_NOTE &&
		       (i + 1 == count || !is_alike(&items[i], &items[i + 1]));
	return !i || !is_alike(&items[i], &items[i - 1]) ||
	       !items[i - 1].event->what ||
	       strcmp(items[i - 1].event->what, what) != 0;
}

/* All dated events of the company in order; *past: how many are not to come. */
static struct happened *gather(struct page *page, size_t *count, size_t *past)
{
	const struct jscan_report *report = page->report;
	struct happened *items = NULL;
	size_t kept = 0, all = 0;

	for (size_t i = 0; i < report->entry_count; i++) {
		const struct jscan_entry *entry = &report->entries[i];

		if (!is_company(page, entry->company))
			continue;
		for (size_t j = 0; j < entry->event_count; j++) {
			struct happened item = {entry, &entry->events[j]};

			if (!jscan_date_is_set(item.event->date))
				continue;
			items = jscan_arena_grow(&page->arena, items, all,
						 sizeof(item));
			items[all++] = item;
		}
	}
	if (all)
		qsort(items, all, sizeof(*items), compare_happened);
	*past = 0;
	for (size_t i = 0; i < all; i++) {
		/* Those before it are sorted, and already looked at. */
		if (!is_telling(items, i, all))
			continue;
		if (jscan_date_compare(items[i].event->date, report->as_of) <=
		    0)
			++*past;
		items[kept++] = items[i];
	}
	*count = kept;
	return items;
}

static const char *say_event(struct page *page, const struct happened *item)
{
	const struct jscan_event *event = item->event;

	return jscan_arena_printf(
		&page->arena, "%s %s%s%s", say_day(page, event->date),
		jscan_event_type_name(event->type), event->what ? ": " : "",
		event->what ? event->what : "");
}

static void add_events(struct page *page)
{
	size_t count, past, first;
	struct happened *items = gather(page, &count, &past);
	bool has_any = false;

	for (size_t i = past; i < count; i++) {
		if (items[i].event->type != JSCAN_EVENT_INTERVIEW)
			continue;
		if (!has_any)
			add_heading(page, "Arranged");
		has_any = true;
		add_item(page, say_event(page, &items[i]), items[i].entry->path,
			 items[i].event->line);
	}
	if (!past)
		return;
	add_heading(page, "What has happened");
	first = past > MOST_EVENTS ? past - MOST_EVENTS : 0;
	if (first)
		add_item(page,
			 jscan_arena_printf(&page->arena, "and %zu before that",
					    first),
			 NULL, 0);
	for (size_t i = first; i < past; i++)
		add_item(page, say_event(page, &items[i]), items[i].entry->path,
			 items[i].event->line);
}

static const char *say_application(struct page *page,
				   const struct jscan_application *a)
{
	const char *last = say_day(page, a->last);

	return jscan_arena_printf(&page->arena, "%s: %s, %u interview%s%s%s",
				  a->role && *a->role ? a->role : "no role",
				  jscan_outcome_name(a->state), a->interviews,
				  a->interviews == 1 ? "" : "s",
				  *last ? ", last heard of on " : "", last);
}

static void add_applications(struct page *page)
{
	const struct jscan_report *report = page->report;
	bool has_any = false;

	for (size_t i = 0; i < report->application_count; i++) {
		const struct jscan_application *a = &report->applications[i];

		if (!is_company(page, a->company))
			continue;
		if (!has_any)
			add_heading(page, "Applications");
		has_any = true;
		add_item(page, say_application(page, a), NULL, 0);
	}
}

static bool is_of_company(struct page *page, const struct jscan_contact *who)
{
	for (size_t i = 0; i < who->companies.count; i++) {
		if (is_company(page, who->companies.items[i]))
			return true;
	}
	return false;
}

/* "Dana Ruiz, CTO, dana@acme.example, +49 …" */
static const char *say_contact(struct page *page,
			       const struct jscan_contact *who)
{
	const char *text = who->name ? who->name : "somebody";

	if (who->title)
		text = jscan_arena_printf(&page->arena, "%s, %s", text,
					  who->title);
	if (who->role)
		text = jscan_arena_printf(&page->arena, "%s, %s", text,
					  who->role);
	if (who->emails.count)
		text = jscan_arena_printf(&page->arena, "%s, %s", text,
					  who->emails.items[0]);
	if (who->phones.count)
		text = jscan_arena_printf(&page->arena, "%s, %s", text,
					  who->phones.items[0]);
	return text;
}

static void add_people(struct page *page)
{
	const struct jscan_report *report = page->report;
	size_t count = 0;

	for (size_t i = 0; i < report->contact_count; i++) {
		const struct jscan_contact *who = &report->contacts[i];
		size_t last = who->mentions.count;

		if (!is_of_company(page, who) || ++count > MOST_PEOPLE)
			continue;
		if (count == 1)
			add_heading(page, "People");
		add_item(page, say_contact(page, who),
			 last ? who->mentions.items[last - 1].path : NULL,
			 last ? who->mentions.items[last - 1].line : 0);
	}
	if (count > MOST_PEOPLE)
		add_item(page,
			 jscan_arena_printf(&page->arena, "and %zu more",
					    count - MOST_PEOPLE),
			 NULL, 0);
}

static void add_open(struct page *page)
{
	const struct jscan_report *report = page->report;
	size_t count = 0;

	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];

		if (!jscan_followup_is_open(item) ||
		    !is_company(page, item->company) || ++count > MOST_ITEMS)
			continue;
		if (count == 1)
			add_heading(page, "Open promises and follow-ups");
		add_item(page,
			 jscan_arena_printf(
				 &page->arena, "%s %s%s%s (%s) [%s]",
				 say_day(page, item->due),
				 jscan_followup_phrase(item),
				 item->contact ? " \xe2\x86\x92 " : "",
				 item->contact ? item->contact : "",
				 jscan_status_name(item->status), item->id),
			 item->path, item->line);
	}
	if (count > MOST_ITEMS)
		add_item(page,
			 jscan_arena_printf(&page->arena, "and %zu more",
					    count - MOST_ITEMS),
			 NULL, 0);
}

/* What this company said of the writer, the latest last. */
static void add_feedback(struct page *page)
{
	const struct jscan_report *report = page->report;
	size_t count = 0, seen = 0;

	for (size_t i = 0; i < report->assessment_count; i++) {
		const struct jscan_assessment *a = &report->assessments[i];

		count += a->source == JSCAN_FROM_FEEDBACK &&
			 is_company(page, a->company);
	}
	for (size_t i = 0; i < report->assessment_count; i++) {
		const struct jscan_assessment *a = &report->assessments[i];

		if (a->source != JSCAN_FROM_FEEDBACK ||
		    !is_company(page, a->company) ||
		    ++seen + MOST_WORDS <= count)
			continue;
		if (seen == 1 || seen + MOST_WORDS == count + 1)
			add_heading(page, "What they said of you");
		add_item(page, a->text, a->path, a->line);
	}
}

static bool has_shown_here(struct page *page, const char *weakness)
{
	const struct jscan_report *report = page->report;

	for (size_t i = 0; i < report->assessment_count; i++) {
		const struct jscan_assessment *a = &report->assessments[i];

		if (a->polarity == JSCAN_WEAKNESS &&
		    !strcmp(a->weakness, weakness) &&
		    is_company(page, a->company))
			return true;
	}
	return false;
}

static void add_weakness(struct page *page, const struct jscan_weakness *w)
{
	static const char *const trends[] = {
		[JSCAN_TREND_NEW] = "",
		[JSCAN_TREND_WORSE] = ", getting worse",
		[JSCAN_TREND_STEADY] = ", steady",
		[JSCAN_TREND_BETTER] = ", getting better",
	};
	size_t last = w->evidence.count;

	add_item(page,
		 jscan_arena_printf(
			 &page->arena, "%s: in %u of %u interviews%s%s",
			 w->title, w->interviews, w->of, trends[w->trend],
			 has_shown_here(page, w->id) ? "; here too" : ""),
		 last ? w->evidence.items[last - 1].path : NULL,
		 last ? w->evidence.items[last - 1].line : 0);
	add_below(page, "Ask yourself:", w->questions);
	add_below(page, "To do:", w->advice);
}

static void add_weaknesses(struct page *page)
{
	const struct jscan_report *report = page->report;
	size_t count = 0;

	for (size_t i = 0; i < report->weakness_count; i++) {
		if (!report->weaknesses[i].is_recurring ||
		    ++count > MOST_WEAKNESSES)
			continue;
		if (count == 1)
			add_heading(page, "Your weaknesses that recur");
		add_weakness(page, &report->weaknesses[i]);
	}
}

static void add_checks(struct page *page)
{
	for (size_t i = 0; i < jscan_check_count; i++) {
		const struct jscan_check *check = &jscan_checks[i];

		if (check->title)
			add_heading(page, check->title);
		add_item(page,
			 jscan_arena_printf(&page->arena, "%s [%u%s%s]",
					    check->text, check->article,
					    check->number ? ": " : "",
					    check->number ? check->number : ""),
			 NULL, 0);
	}
	add_heading(page, "The articles, and their numbers");
	for (size_t i = 0; i < jscan_article_count; i++)
		add_item(page,
			 jscan_arena_printf(&page->arena, "[%zu] %s", i + 1,
					    jscan_articles[i]),
			 NULL, 0);
}

void jscan_write_prep(struct jscan_buf *out, const struct jscan_report *report,
		      const struct jscan_format_options *options,
		      const char *company, bool is_markdown)
{
	struct page page = {.out = out,
			    .report = report,
			    .width = options->columns,
			    .has_color = options->has_color,
			    .is_markdown = is_markdown};

	if (!page.width)
		page.width = DEFAULT_COLUMNS;
	if (page.width < LEAST_COLUMNS)
		page.width = LEAST_COLUMNS;
	jscan_arena_init(&page.arena);
	page.key = jscan_company_fold(&page.arena, company);
	add_title(&page, jscan_arena_printf(&page.arena, "Before you meet %s",
					    company));
	add_applications(&page);
	add_events(&page);
	add_people(&page);
	add_open(&page);
	add_feedback(&page);
	add_weaknesses(&page);
	add_checks(&page);
	jscan_arena_release(&page.arena);
}
