/* People in sentences: names beside addresses, and introductions. */
#ifndef JSCAN_FACTS_CONTACT_PROSE_H
#define JSCAN_FACTS_CONTACT_PROSE_H

#include "facts/contact_line.h"

#define JSCAN_PROSE_MOST_KNOWN 32

struct jscan_prose {
	struct jscan_mentions *out;
	struct jscan_arena *arena;
	const struct jscan_document *document;
	const struct jscan_contact_context *context; /* its words folded */
	size_t last; /* 1 + index in out->items of whom was spoken last */
	struct jscan_arena *scratch; /* cleared with each mark and block */
	/* Of the first of out->items, for addresses to fit them. */
	struct jscan_mail_name known[JSCAN_PROSE_MOST_KNOWN];
	size_t known_count;
};

/* A sentence or line of a block's text. */
struct jscan_stretch {
	size_t start;
	size_t end;
};

/* Reads [start, end) of a block that is no part of a people section. */
void jscan_prose_read(struct jscan_prose *prose,
		      const struct jscan_block *block,
		      struct jscan_stretch part);

/*
 * Names in a span without addresses that are introduced there ("met Dana Ruiz,
 * the engineering manager"): named, but not listed.
 */
void jscan_prose_read_introductions(struct jscan_prose *prose,
				    const struct jscan_block *block,
				    struct jscan_stretch span);

/* "hiring manager Dana Ruiz": the title in front of the name at `pos`. */
bool jscan_prose_find_title(const struct jscan_block *block,
			    struct jscan_stretch span, size_t pos,
			    size_t *start, size_t *len);

/* Sets up the reading of a line for what stands at `offset`. */
void jscan_prose_start_line(struct jscan_contact_line *line,
			    const struct jscan_prose *prose,
			    const struct jscan_block *block, size_t offset);

/* Is it the company or the role of the entry, and so nobody? */
bool jscan_prose_is_refused(const struct jscan_prose *prose, const char *text,
			    const struct jscan_name *name);

/*
 * The last name that starts in [from, to) of the block's text, not too far
 * before `to`.
 */
bool jscan_prose_find_name_before(const struct jscan_prose *prose,
				  struct jscan_name *out,
				  const struct jscan_block *block, size_t from,
				  size_t to);

/* "(312) 555-0158 (Dana Ruiz)", "dana@acme.example is Dana's". */
bool jscan_prose_find_name_after(const struct jscan_prose *prose,
				 struct jscan_name *out,
				 const struct jscan_block *block, size_t from,
				 size_t end);

/*
 * 1 + index in out->items of the known person whose name fits the address
 * best, and no other as well; or 0.
 */
size_t jscan_prose_find_fitting(struct jscan_prose *prose, const char *mail);

/* A first name stands for the one full name known that begins with it. */
void jscan_prose_complete_name(const struct jscan_prose *prose,
			       struct jscan_mention *mention);

/* The line of a block's text around `offset`, as evidence; and its number. */
const char *jscan_prose_line(const struct jscan_prose *prose,
			     const struct jscan_block *block, size_t offset,
			     unsigned *line);

#endif
