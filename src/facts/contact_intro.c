/*
 * Introductions in prose: a full name, or an honorific and surname, with a
 * title beside it or a verb of meeting in front.
 */
#include <string.h>

#include "facts/contact_mark.h"
#include "facts/contact_maybe.h"
#include "facts/contact_prose.h"
#include "facts/title.h"

#define MOST_TITLE_BYTES 80

bool jscan_prose_find_title(const struct jscan_block *block,
			    struct jscan_stretch span, size_t pos,
			    size_t *start, size_t *len)
{
	size_t end = pos, from;
	bool has_head = false;

	while (end > span.start && strchr(" ,:", block->text[end - 1]) != NULL)
		end--;
	/* "Her office manager is Todd Pike". */
	if (end >= span.start + 3 &&
	    memcmp(block->text + end - 3, " is", 3) == 0)
		pos = end -= 3;
	/* "Dana Ruiz, VP Sales, and Mr Park": her title, not his. */
	if (end >= span.start + 4 &&
	    memcmp(block->text + end - 4, " and", 4) == 0)
		return false;
	if (pos - end > 2 || end == span.start ||
	    !jscan_maybe_title_before(block->text, span.start, end))
		return false;
	from = end;
	*len = 0;
	for (int words = 0; words < 4 && from > span.start; words++) {
		size_t word = from;

		while (word > span.start && block->text[word - 1] != ' ')
			word--;
		if (jscan_is_article(block->text + word, from - word) ||
		    !jscan_title_survey(block->text + word, from - word,
					&has_head))
			break;
		if (has_head &&
		    jscan_title_is(block->text + word, end - word)) {
			*start = word;
			*len = end - word;
		}
		from = word > span.start ? word - 1 : span.start;
	}
	return *len > 0;
}

/* "is the manager who …", "is the engineer on …": the title ends there. */
static size_t find_clause_end(const char *text, size_t from, size_t to)
{
	static const char *const words[] = {" who ",  " and ", " on ",
					    " with ", " at ",  " from ",
					    " that ", " but "};

	for (size_t pos = from; pos < to; pos++) {
		if (text[pos] != ' ')
			continue;
		for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
			if (to - pos >= strlen(words[i]) &&
			    strncmp(text + pos, words[i], strlen(words[i])) ==
				    0)
				return pos;
	}
	return to;
}

/* ", the engineering manager," or " (CTO)" behind a name: its title. */
static bool find_title_behind(const struct jscan_block *block,
			      struct jscan_stretch span, size_t pos,
			      size_t *start, size_t *len)
{
	static const char *const openings[] = {", the ",
					       ", our ",
					       ", their ",
					       ", my ",
					       ", a ",
					       ", an ",
					       ", its ",
					       ", ",
					       " (",
					       ", who is the ",
					       ", who is their ",
					       " is the ",
					       " is their ",
					       " is our ",
					       " \xe2\x80\x93 ",
					       " \xe2\x80\x94 "};

	/* All openings begin with a comma, or a blank and one of these. */
	if (pos + 2 >= span.end ||
	    (block->text[pos] != ',' &&
	     (block->text[pos] != ' ' ||
	      strchr("(i\xe2", block->text[pos + 1]) == NULL)))
		return false;
	for (size_t i = 0; i < sizeof(openings) / sizeof(openings[0]); i++) {
		size_t bytes = strlen(openings[i]), from = pos + bytes, to;

		if (span.end < from ||
		    memcmp(block->text + pos, openings[i], bytes) != 0)
			continue;
		for (to = from; to < span.end && to - from < MOST_TITLE_BYTES &&
				strchr(",;:.()", block->text[to]) == NULL;
		     to++)
			;
		if (strstr(openings[i], "is ") != NULL)
			to = find_clause_end(block->text, from, to);
		if (jscan_title_is(block->text + from, to - from)) {
			*start = from;
			*len = to - from;
			return true;
		}
	}
	return false;
}

static void add_introduction(struct jscan_prose *prose,
			     const struct jscan_block *block,
			     const struct jscan_name *name, size_t title,
			     size_t title_len)
{
	struct jscan_contact_line line;

	jscan_prose_start_line(&line, prose, block, name->offset);
	line.is_listed = false;
	jscan_contact_line_add(&line, block->text + name->offset, name->len,
			       name->is_full);
	if (title_len > 0)
		jscan_contact_line_set(&line, JSCAN_FIELD_TITLE,
				       block->text + title, title_len);
	prose->last = prose->out->count;
}

void jscan_prose_read_introductions(struct jscan_prose *prose,
				    const struct jscan_block *block,
				    struct jscan_stretch span)
{
	struct jscan_name name;
	size_t pos = jscan_pair_find(block->text, span.end, span.start), end;

	if (pos == span.end ||
	    !jscan_maybe_introduced(block->text, span.start, pos, span.end))
		return;
	for (; (pos = jscan_pair_find(block->text, span.end, pos)) < span.end;
	     pos = end) {
		size_t title = 0, len = 0;

		if (!jscan_name_at(&name, block->text, span.end, pos, &end) ||
		    (!name.is_full && !name.has_honorific))
			continue;
		if (!find_title_behind(block, span, name.offset + name.len,
				       &title, &len) &&
		    !jscan_prose_find_title(block, span, name.offset, &title,
					    &len))
			len = 0;
		if ((len > 0 || jscan_is_introduced(block->text, span.start,
						    name.offset)) &&
		    !jscan_prose_is_refused(prose, block->text, &name))
			add_introduction(prose, block, &name, title, len);
	}
}
