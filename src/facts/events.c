/*
 * Which events a note speaks of: its dated headings, and the entry itself.
 * Decides the type of an entry that names none, and its date where the front
 * matter and the file's name give none.
 */
#include "facts/internal.h"

#include <limits.h>
#include <string.h>

#include "base/date.h"
#include "base/utf8.h"

/* A heading with a date in it. */
struct heading {
	size_t block;
	struct jscan_date date; /* unset: a day that does not exist */
	struct jscan_event_words words;
	const char *text; /* without the date; NULL when nothing is left */
};

struct headings {
	struct heading *items;
	size_t count;
};

/* Is the date one by which something is due? */
static bool is_deadline(const struct jscan_block *block,
			const struct jscan_when *when)
{
	size_t end = when->offset;

	if (when->mod == JSCAN_WHEN_BY)
		return true;
	while (end > 0 && strchr(" :\n", block->text[end - 1]))
		end--;
	return end >= 3 && !strncasecmp(block->text + end - 3, "due", 3) &&
	       (end == 3 || block->text[end - 4] == ' ' ||
		block->text[end - 4] == '(');
}

static bool is_word_byte(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26 ||
	       (unsigned char)(c - '0') < 10;
}

static size_t trim_bytes(const char *text, size_t len)
{
	static const char *const marks[] = {" ", "\t", "\n", ":", ",", ";",
					    "-", "(",  ")",  "[", "]", "|",
					    ".", "*",  "\xe2\x80\x93",
					    "\xe2\x80\x94", "\xc2\xb7"};

	if (len > 0 && is_word_byte(*text)) /* so are most */
		return 0;
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t mark = strlen(marks[i]);

		if (mark <= len && !memcmp(text, marks[i], mark))
			return mark;
	}
	return 0;
}

static size_t trim_end_bytes(const char *text, size_t len)
{
	for (size_t bytes = 1; bytes <= 3 && bytes <= len; bytes++) {
		if (trim_bytes(text + len - bytes, bytes) == bytes)
			return bytes;
	}
	return 0;
}

/* The heading's words without its date. */
static const char *words_without(struct jscan_fill *fill,
				 const struct jscan_block *block,
				 const struct jscan_when *when)
{
	size_t end = when->offset + when->len, len, cut;
	char *text = jscan_arena_alloc(fill->arena, block->len + 2);

	memcpy(text, block->text, when->offset);
	len = when->offset;
	while (len && (cut = trim_end_bytes(text, len)))
		len -= cut;
	if (len)
		text[len++] = ' ';
	while (end < block->len &&
	       (cut = trim_bytes(block->text + end, block->len - end)))
		end += cut;
	memcpy(text + len, block->text + end, block->len - end);
	len += block->len - end;
	while (len && (cut = trim_end_bytes(text, len)))
		len -= cut;
	text[len] = '\0';
	while (len && (cut = trim_bytes(text, len))) {
		text += cut;
		len -= cut;
	}
	return len ? text : NULL;
}

/* The date that makes a heading an event, or NULL. */
static const struct jscan_when *find_date(const struct jscan_block *block,
					  const struct jscan_whens *whens)
{
	for (size_t i = 0; i < whens->count; i++) {
		const struct jscan_when *when = &whens->items[i];

		if (when->sureness <= JSCAN_WHEN_DAY && !is_deadline(block, when))
			return when;
	}
	return NULL;
}

static void add_heading(struct jscan_fill *fill, struct headings *headings,
			size_t index, const struct jscan_when *when)
{
	const struct jscan_block *block = &fill->document->blocks[index];
	struct heading heading = {.block = index, .date = when->start};
	unsigned line, column;

	jscan_document_position(fill->document, block, when->offset, &line,
				&column);
	jscan_fill_note_order(fill, when, line, column);
	if (when->is_impossible)
		jscan_diags_add(&fill->diags, fill->facts->path, line, column,
				JSCAN_DIAG_NO_SUCH_DAY, "no such day: %.*s",
				(int)when->len, block->text + when->offset);
	heading.text = words_without(fill, block, when);
	jscan_event_words_read(&heading.words,
			       heading.text
				       ? jscan_fill_fold(fill, heading.text)
				       : "");
	headings->items = jscan_arena_grow(fill->arena, headings->items,
					   headings->count, sizeof(heading));
	headings->items[headings->count++] = heading;
}

static void find_headings(struct jscan_fill *fill, struct headings *headings)
{
	const struct jscan_document *document = fill->document;
	struct jscan_when_context context = {
		.is_day_first = fill->config->is_day_first};

	context.reference = jscan_date_is_set(fill->own_date)
				    ? fill->own_date
				    : fill->facts->applied;
	for (size_t i = 0; i < document->block_count; i++) {
		const struct jscan_block *block = &document->blocks[i];
		const struct jscan_when *when;
		struct jscan_whens whens;

		if (block->kind != JSCAN_BLOCK_HEADING || block->is_quoted)
			continue;
		jscan_when_find(&whens, block->text, block->len, &context,
				fill->arena);
		when = find_date(block, &whens);
		if (!when)
			continue;
		/* One scope is the note's own. */
		if (!jscan_fill_has_room(fill, JSCAN_LIMIT_HEADINGS,
					 headings->count, block->line))
			break;
		add_heading(fill, headings, i, when);
		/* A heading without a year is near the one before it. */
		if (!when->is_impossible && !jscan_date_is_set(fill->own_date))
			context.reference = when->start;
	}
}

static bool is_interview(enum jscan_event_type type)
{
	return type == JSCAN_EVENT_INTERVIEW || type == JSCAN_EVENT_MOCK;
}

/* Dated headings of interviews, none at the entry's own date. */
static bool is_file_of_interviews(const struct jscan_fill *fill,
				  const struct headings *headings)
{
	bool has_any = false;

	for (size_t i = 0; i < headings->count; i++) {
		const struct heading *heading = &headings->items[i];

		if (heading->words.type != JSCAN_EVENT_INTERVIEW)
			continue;
		has_any = true;
		if (jscan_date_is_set(fill->own_date) &&
		    !jscan_date_compare(heading->date, fill->own_date))
			return false;
	}
	return has_any;
}

static enum jscan_event_type decide_type(const struct jscan_fill *fill,
					 const struct headings *headings)
{
	const struct jscan_facts *facts = fill->facts;

	if (fill->has_type)
		return facts->type;
	if (fill->has_stage)
		return JSCAN_EVENT_INTERVIEW;
	if (is_file_of_interviews(fill, headings))
		return JSCAN_EVENT_NOTE;
	if (fill->is_status_applied || (jscan_date_is_set(facts->applied) &&
					!jscan_date_is_set(fill->own_date)))
		return JSCAN_EVENT_APPLICATION;
	if (facts->outcome == JSCAN_OUTCOME_REJECTED &&
	    !jscan_date_is_set(fill->outcome_date))
		return JSCAN_EVENT_REJECTION;
	return JSCAN_EVENT_INTERVIEW;
}

static void date_entry(struct jscan_fill *fill, const struct headings *headings)
{
	struct jscan_facts *facts = fill->facts;
	struct jscan_scope *entry = &facts->scopes[0];

	entry->date = fill->own_date;
	entry->line = fill->own_date_line;
	/* The outcome date dates a rejection itself. */
	if (facts->type == JSCAN_EVENT_REJECTION &&
	    jscan_date_is_set(fill->outcome_date)) {
		entry->date = fill->outcome_date;
		entry->line = fill->outcome_date_line;
	}
	if (jscan_date_is_set(entry->date))
		return;
	entry->line = 1;
	if (facts->type == JSCAN_EVENT_APPLICATION &&
	    jscan_date_is_set(facts->applied)) {
		entry->date = facts->applied;
		entry->line = facts->applied_line;
		return;
	}
	for (size_t i = 0; i < headings->count; i++) {
		const struct heading *heading = &headings->items[i];

		if (!jscan_date_is_set(heading->date))
			continue;
		entry->date = heading->date;
		entry->line = fill->document->blocks[heading->block].line;
		return;
	}
	jscan_diags_add(&fill->diags, facts->path, 0, 0, JSCAN_DIAG_NO_DATE,
			"this entry has no date: add a line 'date: YYYY-MM-DD' "
			"to its front matter");
}

/* Is the heading the entry itself? */
static bool is_entry(const struct jscan_facts *facts,
		     const struct heading *heading)
{
	return jscan_date_is_set(heading->date) &&
	       !jscan_date_compare(heading->date, facts->date) &&
	       (!heading->words.is_known ||
		heading->words.type == facts->type);
}

static unsigned add_scope(struct jscan_fill *fill,
			  const struct heading *heading)
{
	struct jscan_facts *facts = fill->facts;
	struct jscan_scope scope = {
		.line = fill->document->blocks[heading->block].line,
		.date = heading->date,
		.type = heading->words.type,
		.touch = heading->words.touch,
		.outcome = heading->words.outcome,
		.words = heading->text,
		.about = heading->text};

	facts->scopes = jscan_arena_grow(fill->arena, facts->scopes,
					 facts->scope_count, sizeof(scope));
	facts->scopes[facts->scope_count] = scope;
	return (unsigned)facts->scope_count++;
}

/*
 * Walks the blocks with the dated headings that are open: a heading closes all
 * of its level and below.
 */
static void assign_scopes(struct jscan_fill *fill,
			  const struct headings *headings)
{
	const struct jscan_document *document = fill->document;
	unsigned scopes[8] = {0}; /* by heading level; [0] is the entry */
	unsigned levels[8] = {0};
	size_t open = 0, next = 0;

	fill->block_scopes = jscan_arena_array(fill->arena,
					       document->block_count,
					       sizeof(*fill->block_scopes));
	for (size_t i = 0; i < document->block_count; i++) {
		const struct jscan_block *block = &document->blocks[i];

		if (block->kind == JSCAN_BLOCK_HEADING && !block->is_quoted) {
			while (open && levels[open] >= block->level)
				open--;
			if (next < headings->count &&
			    headings->items[next].block == i) {
				const struct heading *heading =
					&headings->items[next++];
				bool is_own = is_entry(fill->facts, heading);

				open++;
				levels[open] = block->level;
				scopes[open] = is_own ? 0
						      : add_scope(fill, heading);
				if (is_own && !fill->facts->scopes[0].words)
					fill->facts->scopes[0].words =
						heading->text;
			}
		}
		fill->block_scopes[i] = scopes[open];
	}
}

void jscan_events_read(struct jscan_fill *fill)
{
	struct jscan_facts *facts = fill->facts;
	struct jscan_scope *entry = &facts->scopes[0];
	struct headings headings = {NULL, 0};

	find_headings(fill, &headings);
	facts->type = decide_type(fill, &headings);
	entry->type = facts->type;
	date_entry(fill, &headings);
	facts->date = entry->date;
	entry->words = facts->stage;
	if (facts->type == JSCAN_EVENT_TOUCH && !entry->touch)
		entry->touch = JSCAN_TOUCH_OTHER;
	assign_scopes(fill, &headings);
	if (!is_interview(facts->type)) {
		for (size_t i = 1; i < facts->scope_count; i++)
			facts->is_collection =
				facts->is_collection ||
				is_interview(facts->scopes[i].type);
	}
}

unsigned jscan_events_scope_of(const struct jscan_fill *fill, unsigned line)
{
	size_t low = 0, high = fill->document->block_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (fill->document->blocks[middle].line <= line)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? fill->block_scopes[low - 1] : 0;
}
