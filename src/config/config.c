/*
 * Reads configuration files: a person's own, then the folder's, whose values
 * win.  One table says which keys there are and what each takes; a wrong key or
 * value stops with its line, and names the nearest known key.
 */
#include "config/config.h"

#include <string.h>
#include <strings.h>

#include "base/error.h"
#include "base/near.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "config/value.h"

struct read {
	struct jscan_config *config;
	struct jscan_arena *arena;
	const char *path;
	struct jscan_error *err;
};

struct key {
	const char *name;
	int (*read)(const struct read *read, const struct jscan_yaml *value);
};

static int fail(const struct read *read, const struct jscan_yaml *value,
		const char *what)
{
	return jscan_error_set_at(read->err, JSCAN_ERR_CONFIG, read->path,
				  value->line, value->column, "'%.60s' takes %s",
				  value->key ? value->key : "the list", what);
}

static int read_text(const struct read *read, const struct jscan_yaml *value,
		     const char **out)
{
	if (value->kind != JSCAN_YAML_SCALAR || !value->len)
		return fail(read, value, "text");
	*out = value->text;
	return 0;
}

static int read_bool(const struct read *read, const struct jscan_yaml *value,
		     bool *out)
{
	int is_true = value->kind == JSCAN_YAML_SCALAR
			      ? jscan_yaml_get_bool(value)
			      : -1;

	if (is_true < 0)
		return fail(read, value, "true or false");
	*out = is_true;
	return 0;
}

static int read_span(const struct read *read, const struct jscan_yaml *value,
		     struct jscan_span *out)
{
	if (value->kind != JSCAN_YAML_SCALAR ||
	    jscan_span_parse(out, value->text) < 0)
		return fail(read, value,
			    "a number of days, weeks or months: '7 days'");
	return 0;
}

static int read_days(const struct read *read, const struct jscan_yaml *value,
		     int *out)
{
	struct jscan_span span;

	if (value->kind != JSCAN_YAML_SCALAR ||
	    jscan_span_parse(&span, value->text) < 0 || span.is_months)
		return fail(read, value, "a number of days: '45 days'");
	*out = span.count;
	return 0;
}

/* Nothing that leaves the folder: no root, no "..", no empty part. */
static bool is_inside(const char *path)
{
	const char *part = path;

	if (*path == '/')
		return false;
	while (*part) {
		size_t len = strcspn(part, "/");

		if (!len || (len == 1 && part[0] == '.') ||
		    (len == 2 && part[0] == '.' && part[1] == '.') ||
		    (len == 4 && !strncasecmp(part, ".git", 4)))
			return false;
		part += len;
		if (*part == '/' && !*++part)
			return false;
	}
	return path != part;
}

/* Text, or a list of texts. */
static int read_texts(const struct read *read, const struct jscan_yaml *value,
		      struct jscan_texts *out)
{
	const struct jscan_yaml *first = value;
	const char **items = NULL;
	size_t count = 0;

	if (value->kind == JSCAN_YAML_MAP)
		return fail(read, value, "text or a list of texts");
	if (value->kind == JSCAN_YAML_LIST)
		first = value->first;
	for (const struct jscan_yaml *n = first; n; n = n->next) {
		if (n->kind != JSCAN_YAML_SCALAR || !n->len)
			return fail(read, n, "text or a list of texts");
		items = jscan_arena_grow(read->arena, items, count,
					 sizeof(*items));
		items[count++] = n->text;
		if (value->kind != JSCAN_YAML_LIST)
			break;
	}
	out->items = items;
	out->count = count;
	return 0;
}

/* An unknown key, with the nearest known one. */
static int refuse_key(const struct read *read, const struct jscan_yaml *value,
		      const char *near)
{
	return jscan_error_set_at(
		read->err, JSCAN_ERR_CONFIG, read->path, value->key_line,
		value->key_column, "unknown key '%.60s'%s%s%s", value->key,
		near ? ": did you mean '" : "", near ? near : "",
		near ? "'?" : "");
}

/* Reads each member of a mapping by a table of keys. */
static int read_map(const struct read *read, const struct jscan_yaml *map,
		    const struct key *keys, size_t count)
{
	if (map->kind != JSCAN_YAML_MAP)
		return fail(read, map, "a mapping");
	for (const struct jscan_yaml *n = map->first; n; n = n->next) {
		const char *names[32];
		size_t i;

		for (i = 0; i < count && strcmp(keys[i].name, n->key); i++)
			names[i] = keys[i].name;
		if (i == count)
			return refuse_key(read, n,
					  jscan_near_find(n->key, names,
							       count));
		if (jscan_yaml_is_null(n))
			continue; /* a key without a value: the default */
		if (keys[i].read(read, n) < 0)
			return -1;
	}
	return 0;
}

#define READ_MAP(read, map, keys)                                              \
	read_map((read), (map), (keys), sizeof(keys) / sizeof((keys)[0]))

static int read_report(const struct read *read, const struct jscan_yaml *value)
{
	if (read_text(read, value, &read->config->report) < 0)
		return -1;
	return is_inside(read->config->report)
		       ? 0
		       : fail(read, value, "the path of a file below the folder");
}

static int read_ignore(const struct read *read, const struct jscan_yaml *value)
{
	return read_texts(read, value, &read->config->ignore);
}

static int read_date_order(const struct read *read,
			   const struct jscan_yaml *value)
{
	bool is_day_first = value->kind == JSCAN_YAML_SCALAR &&
			    !strcasecmp(value->text, "dmy");

	if (!is_day_first && (value->kind != JSCAN_YAML_SCALAR ||
			      strcasecmp(value->text, "mdy")))
		return fail(read, value, "mdy or dmy");
	read->config->is_day_first = is_day_first;
	return 0;
}

static int read_region(const struct read *read, const struct jscan_yaml *value)
{
	if (value->kind != JSCAN_YAML_SCALAR || value->len != 2 ||
	    strspn(value->text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				"abcdefghijklmnopqrstuvwxyz") != 2)
		return fail(read, value,
			    "an ISO country of two letters, such as US");
	read->config->region = value->text;
	return 0;
}

static int read_quarterly(const struct read *read,
			  const struct jscan_yaml *value)
{
	return read_bool(read, value, &read->config->is_quarterly);
}

static int read_window(const struct read *read, const struct jscan_yaml *value,
		       struct jscan_window *out)
{
	if (value->kind != JSCAN_YAML_SCALAR ||
	    jscan_window_parse(out, value->text) < 0)
		return fail(read, value, "a window such as '3..4 months'");
	return 0;
}

/* One number of one rule. */
static int read_rule_key(const struct read *read, const struct jscan_yaml *value,
			 enum jscan_rule rule)
{
	static const char *const names[] = {"opens", "due", "lapses", "window",
					    "later-window"};
	struct jscan_rule_config *out = &read->config->rules[rule];
	size_t count = rule == JSCAN_RULE_KEEP_IN_TOUCH ? 5 : 3;

	if (!strcmp(value->key, "opens")) {
		out->has_opens = true;
		return read_span(read, value, &out->opens);
	}
	if (!strcmp(value->key, "due")) {
		out->has_due = true;
		return read_span(read, value, &out->due);
	}
	if (!strcmp(value->key, "lapses")) {
		out->has_lapses = true;
		return read_span(read, value, &out->lapses);
	}
	if (count == 5 && !strcmp(value->key, "window"))
		return read_window(read, value, &read->config->window);
	if (count == 5 && !strcmp(value->key, "later-window"))
		return read_window(read, value, &read->config->later_window);
	return refuse_key(read, value,
			  jscan_near_find(value->key, names, count));
}

static int read_rule(const struct read *read, const struct jscan_yaml *value)
{
	const char *names[JSCAN_RULE_COUNT];
	int rule;

	for (rule = 0; rule < JSCAN_RULE_COUNT; rule++) {
		names[rule] = jscan_rule_name((enum jscan_rule)rule);
		if (!strcmp(names[rule], value->key))
			break;
	}
	if (rule == JSCAN_RULE_COUNT)
		return refuse_key(read, value,
				  jscan_near_find(value->key, names,
						       JSCAN_RULE_COUNT));
	if (value->kind == JSCAN_YAML_SCALAR) {
		bool is_on = true;

		if (read_bool(read, value, &is_on) < 0)
			return fail(read, value,
				    "false, or a mapping of opens, due, lapses");
		read->config->rules[rule].is_off = !is_on;
		return 0;
	}
	if (value->kind != JSCAN_YAML_MAP)
		return fail(read, value,
			    "false, or a mapping of opens, due, lapses");
	for (const struct jscan_yaml *n = value->first; n; n = n->next) {
		if (!jscan_yaml_is_null(n) &&
		    read_rule_key(read, n, (enum jscan_rule)rule) < 0)
			return -1;
	}
	return 0;
}

static int read_rules(const struct read *read, const struct jscan_yaml *value)
{
	if (value->kind != JSCAN_YAML_MAP)
		return fail(read, value, "a mapping of rules");
	for (const struct jscan_yaml *n = value->first; n; n = n->next) {
		if (!jscan_yaml_is_null(n) && read_rule(read, n) < 0)
			return -1;
	}
	return 0;
}

static int read_silence_interview(const struct read *read,
				  const struct jscan_yaml *value)
{
	return read_days(read, value, &read->config->silence_interview_days);
}

static int read_silence_application(const struct read *read,
				    const struct jscan_yaml *value)
{
	return read_days(read, value, &read->config->silence_application_days);
}

static int read_silence(const struct read *read, const struct jscan_yaml *value)
{
	static const struct key keys[] = {
		{"interview", read_silence_interview},
		{"application", read_silence_application}};

	return READ_MAP(read, value, keys);
}

static int read_snapshot_enabled(const struct read *read,
				 const struct jscan_yaml *value)
{
	return read_bool(read, value, &read->config->has_snapshot);
}

static int read_snapshot_ref(const struct read *read,
			     const struct jscan_yaml *value)
{
	return read_text(read, value, &read->config->snapshot_ref);
}

static int read_snapshot_message(const struct read *read,
				 const struct jscan_yaml *value)
{
	return read_text(read, value, &read->config->snapshot_message);
}

static int read_snapshot(const struct read *read,
			 const struct jscan_yaml *value)
{
	static const struct key keys[] = {
		{"enabled", read_snapshot_enabled},
		{"ref", read_snapshot_ref},
		{"message", read_snapshot_message}};

	if (value->kind == JSCAN_YAML_SCALAR)
		return read_snapshot_enabled(read, value);
	return READ_MAP(read, value, keys);
}

static int read_hook_strict(const struct read *read,
			    const struct jscan_yaml *value)
{
	return read_bool(read, value, &read->config->is_hook_strict);
}

static int read_hook_stage(const struct read *read,
			   const struct jscan_yaml *value)
{
	return read_bool(read, value, &read->config->is_hook_staging);
}

static int read_hook_timeout(const struct read *read,
			     const struct jscan_yaml *value)
{
	if (value->kind != JSCAN_YAML_SCALAR ||
	    jscan_seconds_parse(&read->config->hook_timeout_seconds,
				value->text) < 0)
		return fail(read, value, "a number of seconds: '5 seconds'");
	return 0;
}

static int read_hook(const struct read *read, const struct jscan_yaml *value)
{
	static const struct key keys[] = {{"strict", read_hook_strict},
					  {"stage", read_hook_stage},
					  {"timeout", read_hook_timeout}};

	return READ_MAP(read, value, keys);
}

/* A mapping of text to text: own words and what they stand for. */
static int read_pairs(const struct read *read, const struct jscan_yaml *value,
		      bool is_folded, struct jscan_pair **items, size_t *count)
{
	if (value->kind != JSCAN_YAML_MAP)
		return fail(read, value, "a mapping of text to text");
	for (const struct jscan_yaml *n = value->first; n; n = n->next) {
		struct jscan_pair pair = {n->key, n->text};

		if (n->kind != JSCAN_YAML_SCALAR || !n->len)
			return fail(read, n, "text");
		if (is_folded) {
			pair.own = jscan_utf8_fold_words(read->arena, n->key,
							 strlen(n->key));
			pair.known = jscan_utf8_fold_words(read->arena, n->text,
							   n->len);
		}
		*items = jscan_arena_grow(read->arena, *items, *count,
					  sizeof(pair));
		(*items)[(*count)++] = pair;
	}
	return 0;
}

static int read_templates(const struct read *read,
			  const struct jscan_yaml *value)
{
	struct jscan_pair *items = NULL;
	size_t count = 0;

	if (read_pairs(read, value, false, &items, &count) < 0)
		return -1;
	for (const struct jscan_yaml *n = value->first; n; n = n->next) {
		if (!is_inside(n->text))
			return fail(read, n,
				    "the path of a file below the folder");
	}
	read->config->templates = items;
	read->config->template_count = count;
	return 0;
}

static int read_keys(const struct read *read, const struct jscan_yaml *value)
{
	struct jscan_pair *items = NULL;
	size_t count = 0;

	if (read_pairs(read, value, true, &items, &count) < 0)
		return -1;
	read->config->keys = items;
	read->config->key_count = count;
	return 0;
}

static int read_sections(const struct read *read,
			 const struct jscan_yaml *value)
{
	struct jscan_section_pair *items = NULL;
	size_t count = 0;

	if (value->kind != JSCAN_YAML_MAP)
		return fail(read, value, "a mapping of headings to sections");
	for (const struct jscan_yaml *n = value->first; n; n = n->next) {
		struct jscan_section_pair pair = {NULL, JSCAN_SECTION_NONE};

		for (int s = JSCAN_SECTION_SELF; s <= JSCAN_SECTION_ADVICE; s++) {
			enum jscan_section section = (enum jscan_section)s;

			if (n->kind == JSCAN_YAML_SCALAR &&
			    !strcasecmp(n->text, jscan_section_name(section)))
				pair.section = section;
		}
		if (pair.section == JSCAN_SECTION_NONE)
			return fail(read, n,
				    "one of self-assessment, strengths, "
				    "feedback, contacts, follow-up, advice");
		pair.heading = jscan_utf8_fold_words(read->arena, n->key,
						     strlen(n->key));
		items = jscan_arena_grow(read->arena, items, count,
					 sizeof(pair));
		items[count++] = pair;
	}
	read->config->sections = items;
	read->config->section_count = count;
	return 0;
}

static int read_own_weakness(const struct read *read,
			     const struct jscan_yaml *value,
			     struct jscan_own_weakness *out)
{
	static const char *const names[] = {"id", "title", "advice", "phrases",
					    "patterns"};

	if (value->kind != JSCAN_YAML_MAP)
		return fail(read, value,
			    "mappings with id, title, advice, phrases, "
			    "patterns");
	for (const struct jscan_yaml *n = value->first; n; n = n->next) {
		int ret;

		if (jscan_yaml_is_null(n))
			continue;
		if (!strcmp(n->key, "id")) {
			ret = read_text(read, n, &out->id);
			out->line = n->line;
		} else if (!strcmp(n->key, "title")) {
			ret = read_text(read, n, &out->title);
		} else if (!strcmp(n->key, "advice")) {
			ret = read_text(read, n, &out->advice);
		} else if (!strcmp(n->key, "phrases")) {
			ret = read_texts(read, n, &out->phrases);
		} else if (!strcmp(n->key, "patterns")) {
			ret = read_texts(read, n, &out->patterns);
		} else {
			ret = refuse_key(read, n,
					 jscan_near_find(n->key, names, 5));
		}
		if (ret < 0)
			return -1;
	}
	if (!out->id)
		return jscan_error_set_at(read->err, JSCAN_ERR_CONFIG,
					  read->path, value->line,
					  value->column,
					  "a weakness of your own needs an id");
	return 0;
}

/* Those of the folder's file add to a person's own. */
static int read_weaknesses(const struct read *read,
			   const struct jscan_yaml *value)
{
	struct jscan_config *config = read->config;
	struct jscan_own_weakness *items = NULL;
	size_t count = 0;

	if (value->kind != JSCAN_YAML_LIST)
		return fail(read, value, "a list");
	for (size_t i = 0; i < config->weakness_count; i++) {
		items = jscan_arena_grow(read->arena, items, count,
					 sizeof(*items));
		items[count++] = config->weaknesses[i];
	}
	for (const struct jscan_yaml *n = value->first; n; n = n->next) {
		struct jscan_own_weakness own = {.path = read->path};

		if (read_own_weakness(read, n, &own) < 0)
			return -1;
		items = jscan_arena_grow(read->arena, items, count,
					 sizeof(*items));
		items[count++] = own;
	}
	config->weaknesses = items;
	config->weakness_count = count;
	return 0;
}

static const struct key keys[] = {
	{"report", read_report},	 {"ignore", read_ignore},
	{"date-order", read_date_order}, {"region", read_region},
	{"quarterly", read_quarterly},	 {"rules", read_rules},
	{"silence", read_silence},	 {"snapshot", read_snapshot},
	{"hook", read_hook},		 {"templates", read_templates},
	{"keys", read_keys},		 {"sections", read_sections},
	{"weaknesses", read_weaknesses},
};

void jscan_config_init(struct jscan_config *config)
{
	struct jscan_span three = {3, true}, four = {4, true}, six = {6, true};

	memset(config, 0, sizeof(*config));
	config->report = "REPORT.md";
	config->is_quarterly = true;
	config->window.from = three;
	config->window.to = four;
	config->later_window.from = four;
	config->later_window.to = six;
	config->silence_interview_days = 45;
	config->silence_application_days = 28;
	config->has_snapshot = true;
	config->is_hook_staging = true;
	config->hook_timeout_seconds = 5;
}

static int read_file(struct jscan_config *config,
		     const struct jscan_config_file *file,
		     struct jscan_arena *arena, struct jscan_error *err)
{
	struct read read = {config, arena, file->path, err};
	struct jscan_yaml_problem problem;
	struct jscan_yaml *root;
	const char *bytes = file->bytes;
	size_t len = file->len;

	if (len >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3)) {
		bytes += 3;
		len -= 3;
	}
	if (jscan_yaml_parse(&root, bytes, len, 1, arena, &problem) < 0)
		return jscan_error_set_at(err, JSCAN_ERR_CONFIG, file->path,
					  problem.line, problem.column, "%s",
					  problem.message);
	if (!root || jscan_yaml_is_null(root))
		return 0;
	if (root->kind != JSCAN_YAML_MAP)
		return jscan_error_set_at(err, JSCAN_ERR_CONFIG, file->path,
					  root->line, root->column,
					  "a configuration is a mapping of keys "
					  "to values");
	return READ_MAP(&read, root, keys);
}

int jscan_config_parse(struct jscan_config *out,
		       const struct jscan_config_file files[2],
		       struct jscan_arena *arena, struct jscan_error *err)
{
	jscan_config_init(out);
	for (size_t i = 0; i < 2; i++) {
		if (files[i].bytes &&
		    read_file(out, &files[i], arena, err) < 0)
			return -1;
	}
	return 0;
}
