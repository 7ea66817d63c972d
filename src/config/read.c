/*
 * Values of a configuration: each is what its key takes, or an error with its
 * line that says what the key takes.
 */
#include "config/read.h"

#include <string.h>
#include <strings.h>

#include "base/error.h"
#include "base/near.h"
#include "config/value.h"

int jscan_read_fail(const struct jscan_read *read,
		    const struct jscan_yaml *value, const char *what)
{
	return jscan_error_set_at(read->err, JSCAN_ERR_CONFIG, read->path,
				  value->line, value->column,
				  "'%.60s' takes %s",
				  value->key ? value->key : "the list", what);
}

int jscan_read_text(const struct jscan_read *read,
		    const struct jscan_yaml *value, const char **out)
{
	if (value->kind != JSCAN_YAML_SCALAR || !value->len)
		return jscan_read_fail(read, value, "text");
	*out = value->text;
	return 0;
}

int jscan_read_bool(const struct jscan_read *read,
		    const struct jscan_yaml *value, bool *out)
{
	int is_true = value->kind == JSCAN_YAML_SCALAR
			      ? jscan_yaml_get_bool(value)
			      : -1;

	if (is_true < 0)
		return jscan_read_fail(read, value, "true or false");
	*out = is_true;
	return 0;
}

int jscan_read_span(const struct jscan_read *read,
		    const struct jscan_yaml *value, struct jscan_span *out)
{
	if (value->kind != JSCAN_YAML_SCALAR ||
	    jscan_span_parse(out, value->text) < 0)
		return jscan_read_fail(
			read, value,
			"a number of days, weeks or months: '7 days'");
	return 0;
}

int jscan_read_days(const struct jscan_read *read,
		    const struct jscan_yaml *value, int *out)
{
	struct jscan_span span;

	if (value->kind != JSCAN_YAML_SCALAR ||
	    jscan_span_parse(&span, value->text) < 0 || span.is_months)
		return jscan_read_fail(read, value,
				       "a number of days: '45 days'");
	*out = span.count;
	return 0;
}

int jscan_read_texts(const struct jscan_read *read,
		     const struct jscan_yaml *value, struct jscan_texts *out,
		     const struct jscan_config_place **places)
{
	struct jscan_config_place *marks = NULL;
	const struct jscan_yaml *first = value;
	const char **items = NULL;
	size_t count = 0;

	if (value->kind == JSCAN_YAML_MAP)
		return jscan_read_fail(read, value, "text or a list of texts");
	if (value->kind == JSCAN_YAML_LIST)
		first = value->first;
	for (const struct jscan_yaml *n = first; n; n = n->next) {
		if (n->kind != JSCAN_YAML_SCALAR || !n->len)
			return jscan_read_fail(read, n,
					       "text or a list of texts");
		items = jscan_arena_grow(read->arena, items, count,
					 sizeof(*items));
		items[count] = n->text;
		marks = jscan_arena_grow(read->arena, marks, count,
					 sizeof(*marks));
		marks[count].line = n->line;
		marks[count++].column = n->column;
		if (value->kind != JSCAN_YAML_LIST)
			break;
	}
	out->items = items;
	out->count = count;
	if (places)
		*places = marks;
	return 0;
}

int jscan_read_refuse_key(const struct jscan_read *read,
			  const struct jscan_yaml *value,
			  const char *const *names, size_t count)
{
	const char *near = jscan_near_find(value->key, names, count);

	return jscan_error_set_at(
		read->err, JSCAN_ERR_CONFIG, read->path, value->key_line,
		value->key_column,
		near ? "unknown key '%.60s': did you mean '%s'?"
		     : "unknown key '%.60s'; the nearest known one in "
		       "journalscan " JSCAN_VERSION " is '%s'",
		value->key,
		near ? near : jscan_near_get(value->key, names, count));
}

int jscan_read_check_map(const struct jscan_read *read,
			 const struct jscan_yaml *value, const char *what)
{
	if (value->kind != JSCAN_YAML_MAP)
		return jscan_read_fail(read, value, what);
	for (const struct jscan_yaml *n = value->first; n; n = n->next) {
		const struct jscan_yaml *other = value->first;

		while (other != n && strcmp(other->key, n->key) != 0)
			other = other->next;
		if (other != n)
			return jscan_error_set_at(
				read->err, JSCAN_ERR_CONFIG, read->path,
				n->key_line, n->key_column,
				"'%.60s' is there twice, first in line %u",
				n->key, other->key_line);
	}
	return 0;
}

int jscan_read_map(const struct jscan_read *read, const struct jscan_yaml *map,
		   const struct jscan_read_key *keys, size_t count)
{
	if (jscan_read_check_map(read, map, "a mapping") < 0)
		return -1;
	for (const struct jscan_yaml *n = map->first; n; n = n->next) {
		const char *names[16];
		size_t i;

		for (i = 0; i < count && strcmp(keys[i].name, n->key) != 0; i++)
			names[i] = keys[i].name;
		if (i == count)
			return jscan_read_refuse_key(read, n, names, count);
		if (jscan_yaml_is_null(n))
			continue; /* a key without a value: the default */
		if (keys[i].read(read, n) < 0)
			return -1;
	}
	return 0;
}

bool jscan_path_is_inside(const char *path)
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
