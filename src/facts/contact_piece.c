/*
 * Judges the pieces between the commas of a contact line.  The order of the
 * questions is the policy: label, part in the hiring, title, name, several
 * names, title and name together, company.
 */
#include "facts/contact_piece.h"

#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "facts/title.h"
#include "facts/words.h"

#define MOST_TITLE_BYTES 80

void jscan_piece_set_words(struct jscan_contact_line *line,
			   enum jscan_contact_field field, const char *text,
			   size_t len)
{
	struct jscan_mention *mention = jscan_contact_line_get(line);
	char *copy = jscan_arena_strndup(line->arena, text, len);
	const char *role;

	if (field == JSCAN_FIELD_TITLE && mention != NULL) {
		mention->title = copy;
		role = jscan_title_find_role(text, len);
		if (mention->role == NULL && role != NULL)
			mention->role = role;
	} else if (field == JSCAN_FIELD_TITLE) {
		line->title = copy;
	} else if (field == JSCAN_FIELD_ROLE) {
		role = jscan_title_find_role(text, len);
		if (mention == NULL)
			line->line_role = role ? role : copy;
		else
			mention->role = role ? role : copy;
		/* "role: VP Product" tells a title, not a part played. */
		if (role == NULL && mention != NULL && mention->title == NULL &&
		    jscan_title_is(text, len))
			mention->title = copy;
	} else if (field == JSCAN_FIELD_COMPANY && mention != NULL &&
		   mention->company == NULL) {
		mention->company = copy;
	}
}

/* "VP" was the title; behind a comma comes "Sales". */
static void extend_title(struct jscan_contact_line *line,
			 struct jscan_mention *mention, const char *text,
			 size_t len, char before)
{
	mention->title =
		jscan_arena_printf(line->arena, "%s%s %.*s", mention->title,
				   before == '/'   ? " /"
				   : before == '-' ? " -"
						   : ",",
				   (int)len, text);
}

static bool take_title(struct jscan_contact_line *line, const char *text,
		       size_t len, char before)
{
	struct jscan_mention *mention = jscan_contact_line_get(line);
	const char *role = jscan_title_find_role(text, len);

	if (mention == NULL) {
		if (role != NULL)
			line->line_role = role;
		else
			line->title =
				jscan_arena_strndup(line->arena, text, len);
		return true;
	}
	if (role != NULL && mention->role == NULL)
		mention->role = role;
	if (mention->title == NULL) {
		mention->title = jscan_arena_strndup(line->arena, text, len);
		line->has_title_end = role == NULL;
	} else if (role == NULL && line->has_title_end &&
		   strlen(mention->title) < MOST_TITLE_BYTES &&
		   (before == ',' || before == '/' ||
		    (before == '-' && jscan_title_is_field(text, len)))) {
		extend_title(line, mention, text, len, before);
	}
	return true;
}

static bool add_name(struct jscan_contact_line *line, const char *text,
		     const struct jscan_name *name)
{
	if (!name->has_honorific &&
	    jscan_contact_is_company(
		    line->company, text + name->offset, name->len,
		    line->place == JSCAN_NAME_IN_PROSE || line->current > 0,
		    line->arena))
		return false;
	jscan_contact_line_add(line, text + name->offset, name->len,
			       name->is_full);
	line->has_title_end = false;
	line->is_behind_name = true;
	return true;
}

/* The next " and ", " & " or " + " at or after `pos`; its bytes in *bytes. */
static size_t find_and(const char *text, size_t len, size_t pos, size_t *bytes)
{
	static const char *const words[] = {" and ", " & ",  " + ",
					    " und ", " et ", " y "};

	for (; pos < len; pos++) {
		if (text[pos] != ' ')
			continue;
		for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
			*bytes = strlen(words[i]);
			if (len - pos > *bytes &&
			    (text[pos + 1] | 0x20) == (words[i][1] | 0x20) &&
			    strncasecmp(text + pos, words[i], *bytes) == 0)
				return pos;
		}
	}
	return len;
}

/* "Recruiter Dana Ruiz", "Dana Ruiz CTO": title and name without a comma. */
static bool take_titled_name(struct jscan_contact_line *line, const char *text,
			     size_t len)
{
	struct jscan_name name;
	struct jscan_word word;
	size_t skip = jscan_title_prefix(text, len), end;

	/* A name behind a title has a capital even where case is free. */
	if (skip > 0 && jscan_word_next(&word, text, len, skip) &&
	    (word.is_capital || word.is_uncased) &&
	    jscan_name_parse(&name, text + skip, len - skip, line->place)) {
		size_t title_len = skip;

		while (title_len > 0 && text[title_len - 1] == ' ')
			title_len--;
		if (!add_name(line, text + skip, &name))
			return false;
		return take_title(line, text, title_len, '\n');
	}
	end = jscan_title_suffix(text, len);
	if (end < len && jscan_name_parse(&name, text, end, line->place)) {
		if (!add_name(line, text, &name))
			return false;
		return take_title(line, text + end, len - end, '\n');
	}
	return false;
}

/* "Dana Ruiz CTO": a full name, and what it does. */
static bool has_name_and_title(const struct jscan_contact_line *line,
			       const char *text, size_t len)
{
	struct jscan_name name;
	size_t end = jscan_title_suffix(text, len);

	return end < len && jscan_name_parse(&name, text, end, line->place) &&
	       name.is_full;
}

/*
 * Bytes of the name before an " and " when a name follows that too, with what
 * is behind it in *rest; else 0.
 */
static size_t find_pair(const struct jscan_contact_line *line, const char *text,
			size_t len, struct jscan_name *name, size_t *rest)
{
	struct jscan_name next = {0};
	size_t bytes, unused, at = find_and(text, len, 0, &bytes), end, skip;

	if (at >= len || !jscan_name_parse(name, text, at, line->place))
		return 0;
	*rest = at + bytes;
	end = find_and(text, len, *rest, &unused);
	skip = jscan_title_prefix(text + *rest, end - *rest);
	if (!jscan_name_parse(&next, text + *rest + skip, end - *rest - skip,
			      line->place) &&
	    !(name->is_full &&
	      has_name_and_title(line, text + *rest, end - *rest)))
		return 0;
	/* "Tolka & Finch" is a company. */
	if (text[at + 1] == '&' && !name->is_full && !next.is_full &&
	    line->place != JSCAN_NAME_IN_KEY)
		return 0;
	return at;
}

/* One name, several with "and" between them, or one with a title. */
static bool take_names(struct jscan_contact_line *line, const char *text,
		       size_t len)
{
	struct jscan_name name;
	size_t rest;

	while (find_pair(line, text, len, &name, &rest) > 0) {
		if (!add_name(line, text, &name))
			return false;
		text += rest;
		len -= rest;
	}
	if (jscan_name_parse(&name, text, len, line->place))
		return add_name(line, text, &name);
	return take_titled_name(line, text, len);
}

/* Offset of " at ", " @ ", " from " or " bei ", with what is behind in *rest.
 */
static size_t find_at(const char *text, size_t len, size_t *rest)
{
	static const char *const words[] = {" at ", " @ ", " from ", " bei ",
					    " with "};

	for (size_t pos = 1; pos < len; pos++) {
		if (text[pos] != ' ')
			continue;
		for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
			size_t bytes = strlen(words[i]);

			if (len - pos > bytes &&
			    strncasecmp(text + pos, words[i], bytes) == 0) {
				*rest = pos + bytes;
				return pos;
			}
		}
	}
	return len;
}

static bool is_company_like(const char *text, size_t len)
{
	struct jscan_word word;

	return len > 0 && len <= 60 && jscan_word_next(&word, text, len, 0) &&
	       word.offset == 0 && (word.is_capital || word.has_digit);
}

/* "CTO at Acme", "Dana Ruiz from Acme". */
static bool take_at_company(struct jscan_contact_line *line, const char *text,
			    size_t len, char before)
{
	size_t rest, at = find_at(text, len, &rest);
	bool is_taken;

	if (at >= len || !is_company_like(text + rest, len - rest))
		return false;
	is_taken = jscan_title_is_likely(text, at)
			   ? take_title(line, text, at, before)
			   : take_names(line, text, at);
	if (is_taken)
		jscan_piece_set_words(line, JSCAN_FIELD_COMPANY, text + rest,
				      len - rest);
	return is_taken;
}

/* "at Brill" behind a name: nothing but words with capitals, no title. */
static bool take_employer(struct jscan_contact_line *line, const char *text,
			  size_t len)
{
	size_t at = 3, pos = 3;
	struct jscan_word word;

	if (len <= at || strncasecmp(text, "at ", at) != 0 ||
	    jscan_title_is_likely(text + at, len - at))
		return false;
	while (jscan_word_next(&word, text, len, pos)) {
		if (!word.is_capital || (word.classes & JSCAN_WORD_DATE))
			return false;
		pos = word.end;
	}
	if (pos == at)
		return false;
	jscan_piece_set_words(line, JSCAN_FIELD_COMPANY, text + at, len - at);
	return true;
}

static bool ends_as_company(const char *text, size_t len)
{
	struct jscan_word word;
	size_t pos = 0;
	unsigned classes = 0, count = 0;

	while (jscan_word_next(&word, text, len, pos)) {
		classes = word.classes;
		pos = word.end;
		count++;
	}
	return count >= 2 && (classes & JSCAN_WORD_COMPANY);
}

/* TeamLease: one word with a capital inside. */
static bool is_brand(const char *text, size_t len)
{
	struct jscan_word word;

	return jscan_word_next(&word, text, len, 0) && word.offset == 0 &&
	       word.end == len && word.is_mixed && !word.is_caps;
}

/* What a label in front of a colon announces. */
static bool take_label(struct jscan_contact_line *line, const char *text,
		       size_t len)
{
	enum jscan_contact_field field = jscan_contact_field_find(text, len);
	const char *role = jscan_title_find_role(text, len);

	if (role != NULL) {
		line->current = 0;
		line->line_role = role;
		return true;
	}
	if (field == JSCAN_FIELD_NAME)
		line->current = 0;
	if (field != JSCAN_FIELD_NONE && field != JSCAN_FIELD_NAME) {
		line->pending = field;
		return true;
	}
	if (field == JSCAN_FIELD_NAME)
		return true;
	if (jscan_contact_line_get(line) == NULL && jscan_title_is(text, len)) {
		line->title = jscan_arena_strndup(line->arena, text, len);
		return true;
	}
	return false;
}

/* May a new person begin behind this separator? */
static bool allows_name(const struct jscan_contact_line *line, const char *text,
			size_t len, char before)
{
	const struct jscan_mention *mention = jscan_contact_line_get(line);
	struct jscan_name name;

	if (mention == NULL || mention->name == NULL || before == '\n')
		return true;
	if (strchr(",;/|)\t ", before) == NULL)
		return false;
	if (!jscan_name_parse(&name, text, len, line->place) || name.is_full)
		return true;
	/* Behind a full name one word is rather a company or a place. */
	return before == ';' || !mention->is_full_name || name.has_honorific;
}

static bool is_pronouns(const char *text, size_t len)
{
	return len <= 12 && memchr(text, '/', len) != NULL &&
	       (strncasecmp(text, "she", 3) == 0 ||
		strncasecmp(text, "he/", 3) == 0 ||
		strncasecmp(text, "they", 4) == 0);
}

/* "Dr. Dana Ruiz, PhD", or "Ph.D.": a part of the name. */
static bool is_suffix(const char *text, size_t len)
{
	struct jscan_word word;
	char plain[8];
	size_t count = 0;

	for (size_t i = 0; i < len && count < sizeof(plain); i++) {
		if (text[i] != '.')
			plain[count++] = text[i];
	}
	if (count < sizeof(plain)) {
		text = plain;
		len = count;
	}
	return jscan_word_next(&word, text, len, 0) && word.offset == 0 &&
	       word.end == len && (word.classes & JSCAN_WORD_SUFFIX);
}

/* The entry's company, or one that the mail address names. */
static bool is_company_of(const struct jscan_contact_line *line,
			  const char *text, size_t len)
{
	const struct jscan_mention *mention = jscan_contact_line_get(line);
	const char *domain = NULL;
	char *folded;

	if (jscan_contact_is_company(line->company, text, len, true,
				     line->arena))
		return true;
	if (mention->emails.count > 0)
		domain = strchr(mention->emails.items[0], '@');
	if (domain == NULL)
		return false;
	folded = jscan_utf8_fold(line->arena, text, len);
	return *folded && strncasecmp(domain + 1, folded, strlen(folded)) == 0;
}

/*
 * Right behind a name a title may have any words: in contact keys, which are
 * written with care; elsewhere one that begins with a capital or ends in an
 * abbreviation ("visiting GP").
 */
static bool takes_any_title(const struct jscan_contact_line *line,
			    const char *text, size_t len, char before)
{
	struct jscan_word word;
	size_t pos = 0;

	if (!line->is_behind_name || line->place == JSCAN_NAME_IN_PROSE)
		return false;
	if (line->place == JSCAN_NAME_IN_KEY)
		return true;
	if (len >= 24 || !jscan_word_next(&word, text, len, 0))
		return false;
	if (before == ',' && word.is_capital)
		return true;
	while (jscan_word_next(&word, text, len, pos))
		pos = word.end;
	return word.is_caps && word.char_count <= 4;
}

/* In a sentence only a field of work behind a comma: ", Talent Acquisition". */
static bool allows_likely_title(const struct jscan_contact_line *line,
				const char *text, size_t len, char before)
{
	if (line->place == JSCAN_NAME_IN_PROSE)
		return strchr(",(-", before) != NULL &&
		       jscan_title_is_field(text, len);
	/* In a list of contacts the next item is somebody else's. */
	if (before == '\n' && line->place == JSCAN_NAME_IN_KEY)
		return false;
	return strchr(",(-:|\t\n/", before) != NULL &&
	       jscan_title_is_likely(text, len);
}

static bool take_known_person(struct jscan_contact_line *line, const char *text,
			      size_t len, char before)
{
	bool is_right_behind = takes_any_title(line, text, len, before);
	struct jscan_name name;
	size_t rest;

	line->is_behind_name = false;
	/* "Dana Ruiz and Tom Reed CTO" ends as a title does. */
	if (before == '\n' && line->place == JSCAN_NAME_IN_KEY &&
	    find_pair(line, text, len, &name, &rest) > 0 && name.is_full)
		return take_names(line, text, len);
	if (take_at_company(line, text, len, before))
		return true;
	if (jscan_title_find_role(text, len) != NULL ||
	    jscan_title_is(text, len))
		return take_title(line, text, len, before);
	if (allows_name(line, text, len, before) && take_names(line, text, len))
		return true;
	if (allows_likely_title(line, text, len, before))
		return take_title(line, text, len, before);
	if (is_company_of(line, text, len))
		return false;
	if (ends_as_company(text, len) || is_brand(text, len)) {
		/* In a list of contacts the next item is somebody else's. */
		if (before != '\n' || line->place != JSCAN_NAME_IN_KEY)
			jscan_piece_set_words(line, JSCAN_FIELD_COMPANY, text,
					      len);
		return false;
	}
	return is_right_behind && jscan_contact_line_get(line)->title == NULL &&
	       strchr(",(-", before) != NULL &&
	       jscan_title_is_possible(text, len) &&
	       take_title(line, text, len, before);
}

bool jscan_piece_take(struct jscan_contact_line *line, const char *text,
		      size_t len, char before, char after)
{
	enum jscan_contact_field pending = line->pending;

	jscan_piece_trim(&text, &len);
	if (line->pending == JSCAN_FIELD_NONE && after != ':' &&
	    jscan_contact_line_get(line) != NULL &&
	    take_employer(line, text, len))
		return true;
	jscan_piece_skip_small_words(&text, &len);
	if (len == 0)
		return true;
	if (after == ':' && take_label(line, text, len))
		return true;
	line->pending = JSCAN_FIELD_NONE;
	if (pending != JSCAN_FIELD_NONE) {
		jscan_contact_line_set(line, pending, text, len);
		return true;
	}
	switch (jscan_contact_field_find(text, len)) {
	case JSCAN_FIELD_EMAIL:
	case JSCAN_FIELD_PHONE:
	case JSCAN_FIELD_URL:
		return true;
	default:
		break;
	}
	if (is_pronouns(text, len))
		return true;
	if (jscan_contact_line_get(line) != NULL && is_suffix(text, len))
		return true;
	if (jscan_contact_line_get(line) != NULL)
		return take_known_person(line, text, len, before);
	if (jscan_title_find_role(text, len) != NULL)
		return take_title(line, text, len, before);
	return take_names(line, text, len) ||
	       take_at_company(line, text, len, before) ||
	       (jscan_title_is(text, len) &&
		take_title(line, text, len, before));
}
