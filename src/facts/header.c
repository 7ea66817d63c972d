/*
 * The front matter's own values: what makes a note an entry, its day, its type
 * and its outcome.  The lists of facts are in header_facts.c.
 */
#include "facts/value.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"

/* YYYY-MM-DD or YYYYMMDD at the start of the file's name. */
static struct jscan_date name_date(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	struct jscan_date none = {0, 0, 0}, date;
	char text[11];
	size_t digits = strspn(name, "0123456789");

	if (digits == 8)
		snprintf(text, sizeof(text), "%.4s-%.2s-%.2s", name, name + 4,
			 name + 6);
	else
		snprintf(text, sizeof(text), "%.10s", name);
	if ((digits != 8 && (strlen(name) > 10 && name[10] >= '0' &&
			     name[10] <= '9')) ||
	    jscan_date_parse(&date, text) < 0)
		return none;
	return date;
}

/* Says that a file's name starts with a day like 2026-02-30. */
static void warn_of_name_date(struct jscan_fill *fill)
{
	static const char shape[] = "dddd-dd-dd";
	const char *slash = strrchr(fill->facts->path, '/');
	const char *name = slash ? slash + 1 : fill->facts->path;

	for (size_t i = 0; shape[i]; i++) {
		if (shape[i] == 'd' ? name[i] < '0' || name[i] > '9'
				    : name[i] != shape[i])
			return;
	}
	if (name[10] < '0' || name[10] > '9')
		jscan_diags_add(&fill->diags, fill->facts->path, 0, 0,
				JSCAN_DIAG_NO_SUCH_DAY, "no such day: %.10s",
				name);
}

static void add_tag(struct jscan_fill *fill, const struct jscan_yaml *value,
		    const char *text, size_t len)
{
	struct jscan_texts *tags = &fill->facts->tags;
	struct jscan_tag tag = {NULL, value->line, value->column};
	const char **items;

	while (len && (*text == '#' || *text == ' ')) {
		text++;
		len--;
	}
	while (len && text[len - 1] == ' ')
		len--;
	if (!len)
		return;
	tag.text = jscan_arena_strndup(fill->arena, text, len);
	fill->tags = jscan_arena_grow(fill->arena, fill->tags, tags->count,
				      sizeof(tag));
	fill->tags[tags->count] = tag;
	items = jscan_arena_grow(fill->arena, (void *)(uintptr_t)tags->items,
				 tags->count, sizeof(*items));
	items[tags->count++] = tag.text;
	tags->items = items;
}

static void split_tags(struct jscan_fill *fill, const struct jscan_yaml *value)
{
	const char *text = value->text;

	while (*text) {
		size_t len = strcspn(text, ", \t\n");

		add_tag(fill, value, text, len);
		text += len + (text[len] != '\0');
	}
}

static void read_tag(struct jscan_fill *fill, const struct jscan_yaml *value)
{
	if (value->kind == JSCAN_YAML_SCALAR)
		add_tag(fill, value, value->text, value->len);
	else if (value->first)
		jscan_fill_warn(fill, value, JSCAN_DIAG_BAD_VALUE, "tags",
				"takes a list of texts");
}

static void read_tags(struct jscan_fill *fill)
{
	struct jscan_values values;

	jscan_values_find(fill, &values, JSCAN_KEY_TAGS);
	for (size_t i = 0; i < values.count; i++) {
		const struct jscan_yaml *value = values.items[i].value;

		if (value->kind == JSCAN_YAML_SCALAR)
			split_tags(fill, value);
		else if (value->kind == JSCAN_YAML_MAP)
			jscan_fill_warn(fill, value, JSCAN_DIAG_BAD_VALUE,
					"tags", "takes a list");
		else
			for (const struct jscan_yaml *n = value->first; n;
			     n = n->next)
				read_tag(fill, n);
	}
}

/* The first tag that is the name of a type decides. */
static void read_type_of_tags(struct jscan_fill *fill,
			      struct jscan_event_words *out)
{
	for (size_t i = 0; i < fill->facts->tags.count; i++) {
		const char *folded =
			jscan_fill_fold(fill, fill->facts->tags.items[i]);
		static const char *const names[] = {
			"application", "interview", "mock", "rejection",
			"offer",       "feedback",  "touch", "note",
			"follow up",   "check in",  "thank you", "document"};

		for (size_t j = 0; j < sizeof(names) / sizeof(names[0]); j++) {
			if (!strcmp(folded, names[j])) {
				jscan_event_words_read_type(out, folded);
				fill->has_type = true;
				return;
			}
		}
	}
}

/* What `type` says, else the tags; with a warning only the first time. */
static void read_type(struct jscan_fill *fill, struct jscan_event_words *out,
		      bool is_again)
{
	struct jscan_values type;
	const char *text = NULL;

	jscan_values_find(fill, &type, JSCAN_KEY_TYPE);
	if (type.count)
		text = jscan_value_text(fill, type.items[0].value);
	if (type.count && !text && !is_again)
		jscan_fill_read_text(fill, type.items[0].value, "type");
	if (text) {
		jscan_event_words_read_type(out, jscan_fill_fold(fill, text));
		fill->has_type = true;
	} else {
		read_type_of_tags(fill, out);
	}
}

static void set_type(struct jscan_facts *facts,
		     const struct jscan_event_words *words)
{
	facts->type = words->type;
	facts->scopes[0].type = words->type;
	facts->scopes[0].touch = words->touch;
	facts->scopes[0].outcome = words->outcome;
}

void jscan_header_read_identity(struct jscan_fill *fill)
{
	struct jscan_facts *facts = fill->facts;
	struct jscan_event_words words = {JSCAN_EVENT_NOTE, 0, 0, false};

	jscan_values_index_header(fill);
	facts->company = jscan_values_find_text(fill, JSCAN_KEY_COMPANY);
	read_tags(fill);
	read_type(fill, &words, false);
	facts->is_entry = facts->company ||
			  (fill->has_type &&
			   (words.type == JSCAN_EVENT_INTERVIEW ||
			    words.type == JSCAN_EVENT_MOCK));
	for (size_t i = 0; i < facts->tags.count; i++) {
		const char *tag = jscan_fill_fold(fill, facts->tags.items[i]);

		if (!strcmp(tag, "interview") || !strcmp(tag, "mock"))
			facts->is_entry = true;
	}
	facts->scopes = jscan_arena_grow(fill->arena, NULL, 0,
					 sizeof(*facts->scopes));
	memset(&facts->scopes[0], 0, sizeof(facts->scopes[0]));
	facts->scope_count = 1;
	set_type(facts, &words);
}

void jscan_header_warn_of_company(struct jscan_fill *fill)
{
	struct jscan_values values;

	jscan_values_find(fill, &values, JSCAN_KEY_COMPANY);
	if (values.count && jscan_value_is_several(values.items[0].value))
		jscan_fill_warn(fill, values.items[0].value,
				JSCAN_DIAG_BAD_VALUE, "company",
				"takes text: without it this note is no entry");
}

/* Fields say the type and the tags of an entry whose front matter does not. */
static void read_fields_of_identity(struct jscan_fill *fill)
{
	struct jscan_facts *facts = fill->facts;
	struct jscan_event_words words = {JSCAN_EVENT_NOTE, 0, 0, false};
	struct jscan_values values;

	if (!facts->company) { /* an entry by its type or tag */
		jscan_values_find(fill, &values, JSCAN_KEY_COMPANY);
		if (values.count && values.items[0].is_field)
			facts->company = jscan_values_find_text(
				fill, JSCAN_KEY_COMPANY);
	}
	jscan_values_find(fill, &values, JSCAN_KEY_TAGS);
	if (values.count && values.items[0].is_field)
		read_tags(fill);
	if (fill->has_type)
		return;
	read_type(fill, &words, true);
	if (fill->has_type)
		set_type(facts, &words);
}

/* Of a tag path (#application/rejected) the last part. */
static const char *outcome_words(const char *text)
{
	const char *slash = strrchr(text, '/');

	return *text == '#' && slash ? slash + 1 : text;
}

static void add_outcome(struct jscan_fill *fill, enum jscan_outcome outcome,
			unsigned line, unsigned scope, struct jscan_date date)
{
	struct jscan_facts *facts = fill->facts;
	struct jscan_outcome_fact fact = {outcome, line, scope, date, false};

	facts->outcomes = jscan_arena_grow(fill->arena, facts->outcomes,
					   facts->outcome_count, sizeof(fact));
	facts->outcomes[facts->outcome_count++] = fact;
}

/* `rejected` and `outcome date` are one key: the first date counts. */
static void warn_of_second_date(struct jscan_fill *fill,
				const struct jscan_yaml *rejected)
{
	unsigned other = fill->outcome_date_line;
	bool is_first = rejected->line < other;

	jscan_diags_add(&fill->diags, fill->facts->path,
			is_first ? other : rejected->line, 1,
			JSCAN_DIAG_DUPLICATE_KEY,
			"'outcome date' is given again; the value of line %u "
			"counts",
			is_first ? rejected->line : other);
}

/* `rejected: DATE` also says that it is `rejected`. */
static void read_rejected(struct jscan_fill *fill, unsigned *line,
			  unsigned *scope)
{
	struct jscan_facts *facts = fill->facts;
	const struct jscan_yaml *value;
	struct jscan_values values;
	struct jscan_date date;

	jscan_values_find(fill, &values, JSCAN_KEY_REJECTED);
	if (!values.count)
		return;
	value = values.items[0].value;
	if (jscan_yaml_get_bool(value) == 0)
		return;
	if (facts->outcome <= JSCAN_OUTCOME_PENDING) {
		facts->outcome = JSCAN_OUTCOME_REJECTED;
		*line = value->line;
		*scope = values.items[0].scope;
	}
	if (jscan_yaml_get_bool(value) == 1 ||
	    !jscan_fill_read_date(fill, &date, value, "rejected"))
		return;
	if (jscan_date_is_set(fill->outcome_date))
		warn_of_second_date(fill, value);
	if (jscan_date_is_set(fill->outcome_date) &&
	    value->line > fill->outcome_date_line)
		return;
	fill->outcome_date = date;
	fill->outcome_date_line = value->line;
}

/* outcome, outcome date and rejected: one fact, or none. */
static void read_outcome(struct jscan_fill *fill)
{
	struct jscan_facts *facts = fill->facts;
	unsigned line = 0, scope = 0;
	struct jscan_values values;

	jscan_values_find(fill, &values, JSCAN_KEY_OUTCOME);
	if (values.count) {
		const struct jscan_keyed *said = &values.items[0];
		const char *text = jscan_value_text(fill, said->value);
		const char *folded = "";

		if (text) {
			facts->status = outcome_words(text);
			folded = jscan_fill_fold(fill, facts->status);
		}
		facts->outcome = jscan_outcome_read(folded);
		fill->is_status_applied = !strcmp(folded, "applied");
		line = said->value->line;
		scope = said->scope;
		if (facts->outcome == JSCAN_OUTCOME_NONE)
			jscan_fill_warn(fill, said->value, JSCAN_DIAG_BAD_VALUE,
					"outcome",
					"is none of pending, rejected, "
					"no answer, offer, accepted, declined, "
					"withdrawn");
	}
	jscan_values_find_date(fill, &fill->outcome_date,
			       &fill->outcome_date_line,
			       JSCAN_KEY_OUTCOME_DATE);
	read_rejected(fill, &line, &scope);
	if (facts->outcome > JSCAN_OUTCOME_PENDING)
		add_outcome(fill, facts->outcome,
			    fill->outcome_date_line ? fill->outcome_date_line
						    : line,
			    scope, fill->outcome_date);
}

/* Keys that look like a slip of a known one. */
static void warn_of_near_keys(struct jscan_fill *fill)
{
	for (size_t i = 0; i < fill->keyed_count; i++) {
		const struct jscan_keyed *keyed = &fill->keyed[i];
		const char *near;

		if (keyed->key != JSCAN_KEY_NONE || keyed->is_field)
			continue;
		near = jscan_key_find_near(keyed->folded);
		if (near)
			jscan_diags_add(&fill->diags, fill->facts->path,
					keyed->value->key_line,
					keyed->value->key_column,
					JSCAN_DIAG_UNKNOWN_KEY,
					"unknown key '%.40s': did you mean "
					"'%s'?",
					keyed->value->key, near);
	}
}

void jscan_header_read_day(struct jscan_fill *fill)
{
	struct jscan_facts *facts = fill->facts;

	warn_of_near_keys(fill);
	read_fields_of_identity(fill);
	facts->role = jscan_values_find_text(fill, JSCAN_KEY_ROLE);
	facts->stage = jscan_values_find_text(fill, JSCAN_KEY_STAGE);
	fill->has_stage = facts->stage != NULL;
	/* A year-less date is near the one of the file's name. */
	fill->own_date = name_date(facts->path);
	fill->own_date_line = 1;
	jscan_values_find_date(fill, &fill->own_date, &fill->own_date_line, JSCAN_KEY_DATE);
	if (!jscan_date_is_set(fill->own_date))
		warn_of_name_date(fill);
	jscan_values_find_date(fill, &facts->applied, &facts->applied_line,
		  JSCAN_KEY_APPLIED);
	read_outcome(fill);
}
