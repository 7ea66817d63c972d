/*
 * Values of keys: looked up over all spellings, front matter first and then the
 * Dataview fields of the body, and read as text or as a day.
 */
#include "facts/value.h"

#include <string.h>

#include "base/utf8.h"

static bool is_list_key(enum jscan_key key)
{
	switch (key) {
	case JSCAN_KEY_CONTACTS:
	case JSCAN_KEY_TAGS:
	case JSCAN_KEY_RATINGS:
	case JSCAN_KEY_FOLLOW_UPS:
	case JSCAN_KEY_TOUCHES:
		return true;
	default:
		return false;
	}
}

static void add_keyed(struct jscan_fill *fill, const struct jscan_yaml *node,
		      bool is_field)
{
	struct jscan_keyed keyed = {.value = node, .is_field = is_field};

	keyed.folded = jscan_fill_fold(fill, node->key);
	keyed.key =
		jscan_key_find(fill->config, keyed.folded, &keyed.person_role);
	fill->keyed = jscan_arena_grow(fill->arena, fill->keyed,
				       fill->keyed_count, sizeof(keyed));
	fill->keyed[fill->keyed_count++] = keyed;
}

void jscan_values_index_header(struct jscan_fill *fill)
{
	const struct jscan_yaml *header = fill->document->header;

	for (const struct jscan_yaml *n = header ? header->first : NULL; n;
	     n = n->next)
		add_keyed(fill, n, false);
}

/* A Dataview field as if it stood in the front matter. */
static const struct jscan_yaml *field_value(struct jscan_fill *fill,
					    const struct jscan_field *field)
{
	struct jscan_yaml *node = jscan_arena_alloc(fill->arena, sizeof(*node));

	node->kind = JSCAN_YAML_SCALAR;
	node->text = field->value;
	node->len = strlen(field->value);
	node->is_plain = true;
	node->key = field->key;
	node->line = node->key_line = field->line;
	node->column = node->key_column = field->column;
	return node;
}

void jscan_values_index_fields(struct jscan_fill *fill)
{
	for (size_t i = 0; i < fill->document->field_count; i++) {
		const struct jscan_field *field = &fill->document->fields[i];

		add_keyed(fill, field_value(fill, field), true);
	}
}

static void warn_of_second(struct jscan_fill *fill, enum jscan_key key,
			   const struct jscan_yaml *value, unsigned line)
{
	jscan_diags_add(&fill->diags, fill->facts->path, value->key_line,
			value->key_column, JSCAN_DIAG_DUPLICATE_KEY,
			"'%s' is given again; the value of line %u counts",
			jscan_key_name(key), line);
}

static void warn_of_many(struct jscan_fill *fill, enum jscan_key key,
			 const struct jscan_yaml *value)
{
	uint32_t bit = (uint32_t)1 << key;

	if (!(fill->crowded_keys & bit))
		jscan_diags_add(&fill->diags, fill->facts->path,
				value->key_line, value->key_column,
				JSCAN_DIAG_TOO_MANY,
				"more than %d values of '%s': the rest is not "
				"read",
				JSCAN_VALUES_MOST, jscan_key_name(key));
	fill->crowded_keys |= bit;
}

void jscan_values_find(struct jscan_fill *fill, struct jscan_values *out,
		       enum jscan_key key)
{
	bool has_header = false;

	out->count = 0;
	for (size_t i = 0; i < fill->keyed_count; i++) {
		const struct jscan_keyed *keyed = &fill->keyed[i];

		if (keyed->key != key || (keyed->is_field && has_header) ||
		    jscan_yaml_is_null(keyed->value))
			continue;
		has_header = has_header || !keyed->is_field;
		/* Fields under different headings speak of different events. */
		if (out->count && !is_list_key(key) && !keyed->is_field) {
			warn_of_second(fill, key, keyed->value,
				       out->items[0].value->line);
			continue;
		}
		if (out->count == JSCAN_VALUES_MOST) {
			warn_of_many(fill, key, keyed->value);
			break;
		}
		out->items[out->count] = *keyed;
		if (keyed->is_field && fill->block_scopes)
			out->items[out->count].scope =
				jscan_events_scope_of(fill, keyed->value->line);
		out->count++;
	}
}

void jscan_fill_warn(struct jscan_fill *fill, const struct jscan_yaml *value,
		     enum jscan_diag_code code, const char *what,
		     const char *message)
{
	jscan_diags_add(&fill->diags, fill->facts->path, value->line,
			value->column, code, "'%s' %s", what, message);
}

/* What a reader sees of a wikilink: the words, else the last of the path. */
const char *jscan_value_unlink(struct jscan_fill *fill, const char *text)
{
	size_t len = strlen(text);
	char *out;
	size_t used = 0;

	if (!strstr(text, "[["))
		return text;
	out = jscan_arena_alloc(fill->arena, len + 1);
	for (size_t i = 0; i < len;) {
		const char *close = NULL;
		size_t start, end;
		bool has_words;

		if (text[i] == '[' && text[i + 1] == '[')
			close = strstr(text + i + 2, "]]");
		if (!close) {
			out[used++] = text[i++];
			continue;
		}
		start = i + 2;
		end = (size_t)(close - text);
		has_words = memchr(text + start, '|', end - start) != NULL;
		for (size_t j = start; j < end; j++) {
			if (text[j] == (has_words ? '|' : '/'))
				start = j + 1;
		}
		memcpy(out + used, text + start, end - start);
		used += end - start;
		i = end + 2;
	}
	return out;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Text without blanks around it, NULL for nothing else. */
static const char *trim(struct jscan_fill *fill, const char *text)
{
	static const char hard[] = "\xc2\xa0"; /* a non-breaking space */
	size_t end;

	while (is_blank(*text) || strncmp(text, hard, 2) == 0)
		text += is_blank(*text) ? 1 : 2;
	end = strlen(text);
	while (end > 0 && (is_blank(text[end - 1]) ||
			   (end > 1 && memcmp(text + end - 2, hard, 2) == 0)))
		end -= is_blank(text[end - 1]) ? 1 : 2;
	if (!end)
		return NULL;
	return text[end] ? jscan_arena_strndup(fill->arena, text, end) : text;
}

/*
 * The text of a value, NULL when it is none.  `[[Acme]]` without quotes is a
 * list in a list to YAML; people mean the link.
 */
const char *jscan_value_text(struct jscan_fill *fill,
			     const struct jscan_yaml *value)
{
	if (value->kind == JSCAN_YAML_LIST && value->first &&
	    !value->first->next && value->first->kind == JSCAN_YAML_LIST &&
	    value->first->first && !value->first->first->next) {
		value = value->first->first;
		if (value->kind == JSCAN_YAML_SCALAR && value->len)
			return jscan_value_unlink(
				fill, jscan_arena_printf(fill->arena, "[[%s]]",
							 value->text));
	}
	if (value->kind == JSCAN_YAML_LIST && value->first &&
	    !value->first->next)
		value = value->first;
	if (value->kind != JSCAN_YAML_SCALAR || !value->len)
		return NULL;
	return trim(fill, jscan_value_unlink(fill, value->text));
}

bool jscan_value_is_several(const struct jscan_yaml *value)
{
	while (value->kind == JSCAN_YAML_LIST && value->first &&
	       !value->first->next)
		value = value->first;
	return value->kind != JSCAN_YAML_SCALAR && value->first;
}

const char *jscan_fill_read_text(struct jscan_fill *fill,
				 const struct jscan_yaml *value,
				 const char *what)
{
	const char *text = jscan_value_text(fill, value);

	if (!text && jscan_value_is_several(value))
		jscan_fill_warn(fill, value, JSCAN_DIAG_BAD_VALUE, what,
				"takes text");
	return text;
}

const char *jscan_values_find_text(struct jscan_fill *fill, enum jscan_key key)
{
	struct jscan_values values;

	jscan_values_find(fill, &values, key);
	if (!values.count)
		return NULL;
	return jscan_fill_read_text(fill, values.items[0].value,
				    jscan_key_name(key));
}

/* The one date in a value that holds other words too. */
static bool find_only_date(struct jscan_fill *fill, struct jscan_date *out,
			   const struct jscan_yaml *value,
			   const struct jscan_when_context *context)
{
	struct jscan_whens whens;

	jscan_when_find(&whens, value->text, value->len, context, fill->arena);
	if (whens.count != 1 || whens.items[0].is_impossible)
		return false;
	*out = whens.items[0].end;
	return true;
}

static bool read_date_text(struct jscan_fill *fill, struct jscan_date *out,
			   const struct jscan_yaml *value, const char *what,
			   bool is_coming)
{
	struct jscan_when_context context = {.reference = fill->own_date,
					     .is_day_first =
						     fill->config->is_day_first,
					     .prefers_next = is_coming};
	struct jscan_when when;
	size_t digits = strspn(value->text, "0123456789");
	bool is_number = digits < 3 && digits == value->len;

	/* `thank you: 1` is a yes or a slip, not the first of the month. */
	switch (is_number ? JSCAN_WHEN_NOT_A_DATE
			  : jscan_when_parse(&when, value->text, value->len,
					     &context)) {
	case JSCAN_WHEN_OK:
		jscan_fill_note_order(fill, &when, value->line, value->column);
		*out = when.end;
		return true;
	case JSCAN_WHEN_IMPOSSIBLE:
		jscan_diags_add(&fill->diags, fill->facts->path, value->line,
				value->column, JSCAN_DIAG_NO_SUCH_DAY,
				"no such day: %.40s", value->text);
		return false;
	case JSCAN_WHEN_NOT_A_DATE:
		break;
	}
	if (!find_only_date(fill, out, value, &context)) {
		jscan_fill_warn(fill, value, JSCAN_DIAG_BAD_DATE, what,
				"takes a date, and this cannot be read as one");
		return false;
	}
	jscan_fill_warn(fill, value, JSCAN_DIAG_BAD_DATE, what,
			"takes a date alone; the one in this text counts");
	return true;
}

static bool read_date(struct jscan_fill *fill, struct jscan_date *out,
		      const struct jscan_yaml *value, const char *what,
		      bool is_coming)
{
	/* [[2026-11-09]] without quotes is a list in a list. */
	for (int i = 0; i < 2 && value->kind == JSCAN_YAML_LIST &&
			value->first && !value->first->next;
	     i++)
		value = value->first;
	if (value->kind == JSCAN_YAML_SCALAR)
		return read_date_text(fill, out, value, what, is_coming);
	jscan_fill_warn(fill, value, JSCAN_DIAG_BAD_DATE, what, "takes a date");
	return false;
}

bool jscan_fill_read_date(struct jscan_fill *fill, struct jscan_date *out,
			  const struct jscan_yaml *value, const char *what)
{
	return read_date(fill, out, value, what, false);
}

bool jscan_fill_read_coming_date(struct jscan_fill *fill,
				 struct jscan_date *out,
				 const struct jscan_yaml *value,
				 const char *what)
{
	return read_date(fill, out, value, what, true);
}

bool jscan_values_find_date(struct jscan_fill *fill, struct jscan_date *out,
			    unsigned *line, enum jscan_key key)
{
	struct jscan_values values;

	jscan_values_find(fill, &values, key);
	if (!values.count ||
	    !jscan_fill_read_date(fill, out, values.items[0].value,
				  jscan_key_name(key)))
		return false;
	*line = values.items[0].value->line;
	return true;
}

/* The member of a mapping by its folded name, or NULL. */
const struct jscan_yaml *jscan_value_member(struct jscan_fill *fill,
					    const struct jscan_yaml *map,
					    const char *name)
{
	for (const struct jscan_yaml *n = map->first; n; n = n->next) {
		if (!strcmp(jscan_fill_fold(fill, n->key), name))
			return jscan_yaml_is_null(n) ? NULL : n;
	}
	return NULL;
}
