/*
 * A person's own words: templates, keys, sections and weaknesses.
 */
#include "config/read.h"

#include <string.h>
#include <strings.h>

#include "base/error.h"
#include "base/utf8.h"
#include "config/key.h"

/* Text for text, as they stand, for a table of names. */
static int read_pair(const struct jscan_read *read,
		     const struct jscan_yaml *value, struct jscan_pair *out)
{
	if (jscan_read_text(read, value, &out->known) < 0)
		return -1;
	out->own = value->key;
	return 0;
}

/* Entry types for `new`, rules for `draft`. */
static int check_template(const struct jscan_read *read,
			  const struct jscan_yaml *value)
{
	const char *names[JSCAN_RULE_COUNT + JSCAN_EVENT_NOTE + 1];
	size_t count = 0;

	for (int rule = 0; rule < JSCAN_RULE_COUNT; rule++)
		names[count++] = jscan_rule_name((enum jscan_rule)rule);
	for (int type = 0; type <= JSCAN_EVENT_NOTE; type++)
		names[count++] =
			jscan_event_type_name((enum jscan_event_type)type);
	for (size_t i = 0; i < count; i++) {
		if (!strcmp(names[i], value->key))
			return 0;
	}
	return jscan_read_refuse_key(read, value, names, count);
}

int jscan_read_templates(const struct jscan_read *read,
			 const struct jscan_yaml *value)
{
	struct jscan_pair *items = NULL;
	size_t count = 0;

	if (jscan_read_check_map(read, value, "a mapping of names to files") <
	    0)
		return -1;
	for (const struct jscan_yaml *n = value->first; n; n = n->next) {
		struct jscan_pair pair;

		if (check_template(read, n) < 0 ||
		    read_pair(read, n, &pair) < 0)
			return -1;
		if (!jscan_path_is_inside(pair.known))
			return jscan_read_fail(
				read, n, "the path of a file below the folder");
		items = jscan_arena_grow(read->arena, items, count,
					 sizeof(*items));
		items[count++] = pair;
	}
	read->config->templates = items;
	read->config->template_count = count;
	return 0;
}

int jscan_read_keys(const struct jscan_read *read,
		    const struct jscan_yaml *value)
{
	struct jscan_pair *items = NULL;
	size_t count = 0;

	if (jscan_read_check_map(read, value,
				 "a mapping of your keys to "
				 "known ones") < 0)
		return -1;
	for (const struct jscan_yaml *n = value->first; n; n = n->next) {
		struct jscan_pair pair;

		if (read_pair(read, n, &pair) < 0)
			return -1;
		pair.own = jscan_utf8_fold_words(read->arena, pair.own,
						 strlen(pair.own));
		pair.known = jscan_utf8_fold_words(read->arena, pair.known,
						   strlen(pair.known));
		if (jscan_key_find_known(pair.known, NULL) == JSCAN_KEY_NONE)
			return jscan_error_set_at(
				read->err, JSCAN_ERR_CONFIG, read->path,
				n->line, n->column,
				"'%.60s' is no known key; the nearest one is "
				"'%s'",
				n->text, jscan_key_get_nearest(pair.known));
		items = jscan_arena_grow(read->arena, items, count,
					 sizeof(*items));
		items[count++] = pair;
	}
	read->config->keys = items;
	read->config->key_count = count;
	return 0;
}

/* The section of that name, without regard to case. */
static enum jscan_section find_section(const struct jscan_yaml *value)
{
	for (int s = JSCAN_SECTION_SELF; s <= JSCAN_SECTION_ADVICE; s++) {
		enum jscan_section section = (enum jscan_section)s;

		if (value->kind == JSCAN_YAML_SCALAR &&
		    !strcasecmp(value->text, jscan_section_name(section)))
			return section;
	}
	return JSCAN_SECTION_NONE;
}

int jscan_read_sections(const struct jscan_read *read,
			const struct jscan_yaml *value)
{
	struct jscan_section_pair *items = NULL;
	size_t count = 0;

	if (jscan_read_check_map(read, value,
				 "a mapping of headings to sections") < 0)
		return -1;
	for (const struct jscan_yaml *n = value->first; n; n = n->next) {
		struct jscan_section_pair pair;

		pair.section = find_section(n);
		if (pair.section == JSCAN_SECTION_NONE)
			return jscan_read_fail(
				read, n,
				"one of self-assessment, strengths, feedback, "
				"contacts, follow-up, advice");
		pair.heading = jscan_utf8_fold_words(read->arena, n->key,
						     strlen(n->key));
		items = jscan_arena_grow(read->arena, items, count,
					 sizeof(*items));
		items[count++] = pair;
	}
	read->config->sections = items;
	read->config->section_count = count;
	return 0;
}

/* Small letters, digits and hyphens: it becomes part of a tag. */
static int read_id(const struct jscan_read *read,
		   const struct jscan_yaml *value,
		   struct jscan_own_weakness *out)
{
	if (jscan_read_text(read, value, &out->id) < 0)
		return -1;
	out->line = value->line;
	if (strspn(out->id, "abcdefghijklmnopqrstuvwxyz0123456789-_") !=
	    value->len)
		return jscan_read_fail(
			read, value,
			"small letters, digits and hyphens: 'talking-fast'");
	return 0;
}

static int read_weakness_key(const struct jscan_read *read,
			     const struct jscan_yaml *value,
			     struct jscan_own_weakness *out)
{
	static const char *const names[] = {"id", "title", "advice", "phrases",
					    "patterns"};
	const size_t count = sizeof(names) / sizeof(names[0]);
	size_t i = 0;

	while (i < count && strcmp(names[i], value->key) != 0)
		i++;
	if (i == count)
		return jscan_read_refuse_key(read, value, names, count);
	if (jscan_yaml_is_null(value))
		return 0;
	switch (i) {
	case 0:
		return read_id(read, value, out);
	case 1:
		return jscan_read_text(read, value, &out->title);
	case 2:
		return jscan_read_text(read, value, &out->advice);
	case 3:
		return jscan_read_texts(read, value, &out->phrases, NULL);
	default:
		return jscan_read_texts(read, value, &out->patterns,
					&out->pattern_places);
	}
}

static int read_weakness(const struct jscan_read *read,
			 const struct jscan_yaml *value,
			 struct jscan_own_weakness *out)
{
	memset(out, 0, sizeof(*out));
	out->path = read->path;
	if (jscan_read_check_map(read, value,
				 "mappings with id, title, advice, phrases, "
				 "patterns") < 0)
		return -1;
	for (const struct jscan_yaml *n = value->first; n; n = n->next) {
		if (read_weakness_key(read, n, out) < 0)
			return -1;
	}
	if (!out->id)
		return jscan_error_set_at(
			read->err, JSCAN_ERR_CONFIG, read->path, value->line,
			value->column, "a weakness of your own needs an id");
	return 0;
}

/* Those of the folder's file add to a person's own. */
int jscan_read_weaknesses(const struct jscan_read *read,
			  const struct jscan_yaml *value)
{
	struct jscan_config *config = read->config;
	struct jscan_own_weakness *items = NULL;
	size_t count = 0;

	if (value->kind != JSCAN_YAML_LIST)
		return jscan_read_fail(read, value, "a list");
	for (size_t i = 0; i < config->weakness_count; i++) {
		items = jscan_arena_grow(read->arena, items, count,
					 sizeof(*items));
		items[count++] = config->weaknesses[i];
	}
	for (const struct jscan_yaml *n = value->first; n; n = n->next) {
		items = jscan_arena_grow(read->arena, items, count,
					 sizeof(*items));
		if (read_weakness(read, n, &items[count++]) < 0)
			return -1;
	}
	config->weaknesses = items;
	config->weakness_count = count;
	return 0;
}
