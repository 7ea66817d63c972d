/* What the readers of a note's body share: sections, tables, signatures. */
#ifndef JSCAN_FACTS_CONTACT_BODY_H
#define JSCAN_FACTS_CONTACT_BODY_H

#include "facts/contact_line.h"
#include "facts/contact_prose.h"

#define JSCAN_CONTACT_MOST_COLUMNS 16

struct jscan_contact_body {
	struct jscan_prose prose;
	struct jscan_contact_line line; /* of people sections */
	unsigned char level; /* of the item or heading of line.current */
	bool is_heading;     /* line.current stands in a heading */
	enum jscan_contact_field columns[JSCAN_CONTACT_MOST_COLUMNS];
	unsigned column_count;
	unsigned table; /* line of the table's header; 0: none */
};

/* body->line reads next what stands at `offset`. */
void jscan_contact_body_place(struct jscan_contact_body *body,
			      const struct jscan_block *block, size_t offset);

/*
 * Mentions from `first` on are listed when anything beside a name is known of
 * them; in an item or a row a full name is enough.
 */
void jscan_contact_body_settle(struct jscan_contact_body *body, size_t first,
			       bool needs_details);

/* The rest of the block behind `value` is the value of a field. */
void jscan_contact_body_set(struct jscan_contact_body *body,
			    const struct jscan_block *block,
			    enum jscan_contact_field field, size_t value);

void jscan_contact_body_read_prose(struct jscan_contact_body *body,
				   const struct jscan_block *block);

/* A row of a table; `in_section`: of a people section. */
void jscan_contact_body_read_row(struct jscan_contact_body *body,
				 const struct jscan_block *block,
				 bool in_section);

/* A line such as "Interviewers: Raj Patel, Wen Li", as offsets. */
struct jscan_contact_label {
	size_t start;
	size_t value;
	size_t end;
	const char *role; /* that the label gives, or NULL */
};

/* Is `part`, a line, a label and a full name behind it? */
bool jscan_contact_body_find_label(const struct jscan_contact_body *body,
				   const struct jscan_block *block,
				   struct jscan_stretch part,
				   struct jscan_contact_label *out);
void jscan_contact_body_read_label(struct jscan_contact_body *body,
				   const struct jscan_block *block,
				   const struct jscan_contact_label *label);

/* Where a signature begins at the end of a paragraph, or the block's length. */
size_t jscan_contact_body_find_signature(const struct jscan_contact_body *body,
					 const struct jscan_block *block);
void jscan_contact_body_read_signature(struct jscan_contact_body *body,
				       const struct jscan_block *block,
				       size_t start);

/* Is the line in front of `start` a "Best," or "Kind regards"? */
bool jscan_contact_is_sign_off(const struct jscan_block *block, size_t start);

/* The end of the line that begins at `pos`. */
size_t jscan_contact_line_end(const struct jscan_block *block, size_t pos);

#endif
