/*
 * People out of the front matter: the value of a contact key, whatever form it
 * has.  Text goes to contact_line.c; here are mappings and lists.
 */
#include "facts/contact.h"

#include <string.h>

#include "facts/contact_line.h"
#include "facts/contact_piece.h"
#include "facts/title.h"

/* [[Dana Ruiz]] without quotes is a list in a list; deeper is no contact. */
#define MOST_DEPTH 4

static void read_value(struct jscan_contact_line *line,
		       const struct jscan_yaml *value, int depth);

static void read_text(struct jscan_contact_line *line,
		      const struct jscan_yaml *value)
{
	size_t first = line->out->count;

	if (value->len == 0 || jscan_yaml_is_null(value))
		return;
	line->line = value->line;
	line->text = value->text;
	if (!jscan_contact_line_read(line, value->text, value->len, NULL)) {
		/* "Graduate Team <…>": an address, but of nobody by name. */
		jscan_contact_line_reset(line);
		jscan_contact_line_set(line, JSCAN_FIELD_EMAIL, value->text,
				       value->len);
	}
	/* Details of "- dana@acme.example" below "- Dana Ruiz" went to her;
	 * what stands alone is someone without a name. */
	if (line->out->count == first)
		jscan_contact_line_finish(line);
}

/* Scalars of a value, one after the other, as one field. */
static void set_field(struct jscan_contact_line *line,
		      enum jscan_contact_field field,
		      const struct jscan_yaml *value)
{
	if (value->kind == JSCAN_YAML_SCALAR) {
		if (!jscan_yaml_is_null(value))
			jscan_contact_line_set(line, field, value->text,
					       value->len);
		return;
	}
	for (const struct jscan_yaml *item = value->first; item;
	     item = item->next)
		if (item->kind == JSCAN_YAML_SCALAR &&
		    !jscan_yaml_is_null(item))
			jscan_contact_line_set(line, field, item->text,
					       item->len);
}

static const struct jscan_yaml *find_member(const struct jscan_yaml *map,
					    enum jscan_contact_field field)
{
	for (const struct jscan_yaml *item = map->first; item;
	     item = item->next)
		if (jscan_contact_field_find(item->key, strlen(item->key)) ==
		    field)
			return item;
	return NULL;
}

/* The text of a name member: a scalar, or [[Dana Ruiz]] without quotes. */
static const struct jscan_yaml *find_scalar(const struct jscan_yaml *value)
{
	for (int depth = 0; value && depth < MOST_DEPTH; depth++) {
		if (value->kind == JSCAN_YAML_SCALAR)
			return jscan_yaml_is_null(value) ? NULL : value;
		value = value->first;
	}
	return NULL;
}

static void add_name(struct jscan_contact_line *line,
		     const struct jscan_yaml *value)
{
	size_t first = line->out->count;
	const char *text = value->text;
	size_t len = value->len;
	struct jscan_name name;

	line->line = value->line;
	line->text = value->text;
	jscan_contact_line_reset(line);
	text = jscan_piece_turn_name(line->arena, text, &len);
	jscan_contact_line_read(line, text, len, NULL);
	if (line->out->count > first)
		return;
	/* The key says that it is a name, whatever it looks like. */
	jscan_piece_trim(&text, &len);
	if (len > 0)
		jscan_contact_line_add(
			line, text, len,
			jscan_name_parse(&name, text, len, JSCAN_NAME_IN_KEY) &&
				name.is_full);
}

static void add_split_name(struct jscan_contact_line *line,
			   const struct jscan_yaml *first,
			   const struct jscan_yaml *last)
{
	const struct jscan_yaml *place;
	char *name;

	first = first ? find_scalar(first) : NULL;
	last = last ? find_scalar(last) : NULL;
	place = first ? first : last;
	if (place == NULL)
		return;
	name = jscan_arena_printf(
		line->arena, "%s%s%s", first ? first->text : "",
		first && last ? " " : "", last ? last->text : "");
	jscan_contact_line_reset(line);
	line->line = place->line;
	line->text = name;
	jscan_contact_line_add(line, name, strlen(name), first && last);
}

/* {name: …, email: …}: one person. */
static void read_person(struct jscan_contact_line *line,
			const struct jscan_yaml *map)
{
	const struct jscan_yaml *name = find_member(map, JSCAN_FIELD_NAME);
	const struct jscan_yaml *scalar = name ? find_scalar(name) : NULL;

	jscan_contact_line_reset(line);
	line->line = map->first ? map->first->key_line : map->line;
	line->text = "";
	if (scalar != NULL)
		add_name(line, scalar);
	else
		add_split_name(line, find_member(map, JSCAN_FIELD_FIRST_NAME),
			       find_member(map, JSCAN_FIELD_LAST_NAME));
	/* "interviewer: Tom Reed" beside "email: …" */
	if (scalar != NULL && jscan_contact_line_get(line) != NULL &&
	    jscan_contact_line_get(line)->role == NULL)
		jscan_contact_line_get(line)->role =
			jscan_title_find_role(name->key, strlen(name->key));
	for (const struct jscan_yaml *item = map->first; item;
	     item = item->next) {
		enum jscan_contact_field field =
			jscan_contact_field_find(item->key, strlen(item->key));

		/* "contact: dana@acme.example" beside a name. */
		if (field == JSCAN_FIELD_NAME && item != name &&
		    item->kind == JSCAN_YAML_SCALAR)
			field = strchr(item->text, '@') ? JSCAN_FIELD_EMAIL
							: JSCAN_FIELD_OTHER;
		if (field != JSCAN_FIELD_NAME)
			set_field(line, field, item);
	}
	jscan_contact_line_finish(line);
}

/* "- Dana Ruiz (LinkedIn: https://…)": YAML takes the colon for its own. */
static void read_broken_text(struct jscan_contact_line *line,
			     const struct jscan_yaml *item)
{
	char *text = jscan_arena_printf(line->arena, "%s: %s", item->key,
					item->text);

	jscan_contact_line_reset(line);
	line->line = item->key_line;
	line->text = text;
	jscan_contact_line_read(line, text, strlen(text), NULL);
	jscan_contact_line_finish(line);
}

/* NOLINTBEGIN(misc-no-recursion): to MOST_DEPTH, see read_value(). */

/* "Dana Ruiz: CTO" in a list, or a role over a name: "recruiter: Dana". */
static void read_member(struct jscan_contact_line *line,
			const struct jscan_yaml *item, int depth)
{
	const char *role = jscan_title_find_role(item->key, strlen(item->key));
	const char *key_role = line->role;
	struct jscan_name name;

	if (role == NULL && item->kind == JSCAN_YAML_SCALAR &&
	    strchr(item->key, '(') != NULL) {
		read_broken_text(line, item);
		return;
	}
	if (role != NULL ||
	    !jscan_name_parse(&name, item->key, strlen(item->key),
			      JSCAN_NAME_IN_KEY)) {
		jscan_contact_line_reset(line);
		if (role != NULL)
			line->role = role;
		read_value(line, item, depth + 1);
		line->role = key_role;
		return;
	}
	jscan_contact_line_reset(line);
	line->line = item->key_line;
	line->text = item->key;
	jscan_contact_line_add(line, item->key, strlen(item->key),
			       name.is_full);
	if (item->kind == JSCAN_YAML_MAP) {
		for (const struct jscan_yaml *field = item->first; field;
		     field = field->next)
			set_field(line,
				  jscan_contact_field_find(field->key,
							   strlen(field->key)),
				  field);
	} else if (item->kind == JSCAN_YAML_SCALAR) {
		read_text(line, item);
	}
}

static bool is_person(const struct jscan_yaml *map)
{
	bool has_detail = false;

	for (const struct jscan_yaml *item = map->first; item;
	     item = item->next) {
		switch (jscan_contact_field_find(item->key,
						 strlen(item->key))) {
		case JSCAN_FIELD_NAME:
			/* "interviewer: Dana" may be a role over a name. */
			if (jscan_title_find_role(item->key,
						  strlen(item->key)) == NULL)
				return true;
			break;
		case JSCAN_FIELD_FIRST_NAME:
		case JSCAN_FIELD_LAST_NAME:
			return true;
		case JSCAN_FIELD_EMAIL:
		case JSCAN_FIELD_PHONE:
		case JSCAN_FIELD_TITLE:
			has_detail = true;
			break;
		default:
			break;
		}
	}
	return has_detail;
}

static void read_map(struct jscan_contact_line *line,
		     const struct jscan_yaml *map, int depth)
{
	if (is_person(map)) {
		read_person(line, map);
		return;
	}
	for (const struct jscan_yaml *item = map->first; item;
	     item = item->next)
		read_member(line, item, depth);
}

static void read_value(struct jscan_contact_line *line,
		       const struct jscan_yaml *value, int depth)
{
	if (depth > MOST_DEPTH)
		return;
	switch (value->kind) {
	case JSCAN_YAML_SCALAR:
		read_text(line, value);
		break;
	case JSCAN_YAML_MAP:
		read_map(line, value, depth);
		break;
	case JSCAN_YAML_LIST:
		for (const struct jscan_yaml *item = value->first; item;
		     item = item->next)
			read_value(line, item, depth + 1);
		break;
	}
}

/* NOLINTEND(misc-no-recursion) */

void jscan_contact_parse_value(struct jscan_mentions *out,
			       const struct jscan_yaml *value, const char *role,
			       struct jscan_arena *arena)
{
	struct jscan_contact_line line = {0};

	line.out = out;
	line.arena = arena;
	line.place = JSCAN_NAME_IN_KEY;
	line.role = role;
	line.is_listed = true;
	read_value(&line, value, 0);
}
