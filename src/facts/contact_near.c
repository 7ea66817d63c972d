/*
 * The name that an address or number in a sentence belongs to: the one before
 * it, or one right behind it.
 */
#include <string.h>

#include "facts/contact_prose.h"
#include "facts/title.h"

#define MOST_TITLE_BYTES 80
/* How far back a name is looked for: keeps the work linear. */
#define MOST_BACK_BYTES 240

/*
 * One capital at the start of a sentence is mostly no name ("Reach her at …"):
 * only when it is known, or a comma, bracket or possessive follows.
 */
static bool is_doubtful(const struct jscan_prose *prose,
			const struct jscan_block *block,
			const struct jscan_name *name, size_t start)
{
	const char *text = block->text + name->offset;
	size_t end = name->offset + name->len;

	if (name->is_full || name->has_honorific || name->offset > start)
		return false;
	if (end < block->len && strchr(",(:'\xe2", block->text[end]) != NULL)
		return false;
	if (end + 1 < block->len && block->text[end] == ' ' &&
	    strchr("(<-", block->text[end + 1]) != NULL)
		return false;
	for (size_t i = 0; i < prose->out->count && i < JSCAN_PROSE_MOST_KNOWN;
	     i++) {
		const char *known = prose->out->items[i].name;

		if (known != NULL && strncmp(known, text, name->len) == 0 &&
		    (known[name->len] == ' ' || known[name->len] == '\0'))
			return false;
	}
	return true;
}

/* "Dale Brubaker (Dock Manager) 614 …": "Dock" is no name but a title's. */
static bool begins_title(const struct jscan_block *block,
			 const struct jscan_name *name, size_t end)
{
	size_t to = name->offset;

	if (to < 2 || (block->text[to - 1] != '(' &&
		       strchr(",(-:", block->text[to - 2]) == NULL))
		return false;
	while (to < end && to - name->offset < MOST_TITLE_BYTES &&
	       strchr(",;:.()\n", block->text[to]) == NULL)
		to++;
	return jscan_title_is(block->text + name->offset, to - name->offset);
}

/* "Ana Luz at Brill": where she works, when a name has come before it. */
static bool is_employer(const struct jscan_block *block,
			const struct jscan_name *name)
{
	const char *text = block->text + name->offset;

	return !name->is_full && !name->has_honorific && name->offset > 3 &&
	       (memcmp(text - 4, " at ", 4) == 0 ||
		memcmp(text - 3, " @ ", 3) == 0);
}

bool jscan_prose_find_name_before(const struct jscan_prose *prose,
				  struct jscan_name *out,
				  const struct jscan_block *block, size_t from,
				  size_t to)
{
	struct jscan_name name;
	size_t pos = from;
	bool is_found = false;

	if (to - from > MOST_BACK_BYTES) {
		pos = to - MOST_BACK_BYTES;
		while (pos < to && block->text[pos] != ' ')
			pos++;
	}
	while (jscan_name_next(&name, block->text, to, pos)) {
		pos = name.offset + name.len;
		if (jscan_prose_is_refused(prose, block->text, &name) ||
		    is_doubtful(prose, block, &name, from) ||
		    (is_found && (begins_title(block, &name, to) ||
				  is_employer(block, &name))))
			continue;
		*out = name;
		is_found = true;
	}
	return is_found;
}

bool jscan_prose_find_name_after(const struct jscan_prose *prose,
				 struct jscan_name *out,
				 const struct jscan_block *block, size_t from,
				 size_t end)
{
	static const char *const gaps[] = {" (",
					   " - ",
					   ", ",
					   " is ",
					   ": ",
					   " = ",
					   " \xe2\x80\x93 ",
					   " \xe2\x80\x94 ",
					   " <"};

	for (size_t i = 0; i < sizeof(gaps) / sizeof(gaps[0]); i++) {
		size_t bytes = strlen(gaps[i]);

		if (end - from > bytes &&
		    memcmp(block->text + from, gaps[i], bytes) == 0)
			return jscan_name_next(out, block->text, end,
					       from + bytes) &&
			       out->offset == from + bytes &&
			       !jscan_prose_is_refused(prose, block->text, out);
	}
	return false;
}
