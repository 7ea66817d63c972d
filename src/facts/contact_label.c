/*
 * "Interviewers: Raj Patel (Staff Eng), Wen Li (PM)" outside of a people
 * section: the label says that names follow, as a contact key does.  One
 * recruiter or hiring manager has it as a title: that is prose.
 */
#include <string.h>
#include <strings.h>

#include "facts/contact_body.h"
#include "facts/name.h"

#define MOST_LABEL_BYTES 24

struct label {
	const char *words;
	const char *role; /* of those behind it, or NULL */
};

/* Few words begin with these two letters. */
static bool may_begin(const char *text)
{
	switch (*text | 0x20) {
	case 'i':
		return text[1] == 'n';
	case 'p':
		return text[1] == 'a' || text[1] == 'e' || text[1] == 'r';
	case 'a':
		return text[1] == 't';
	case 'c':
		return text[1] == 'o';
	case 'w':
		return text[1] == 'h';
	default:
		return false;
	}
}

/* The label at the start, with its colon in *colon; NULL for none. */
static const struct label *find_label(const char *text, size_t len,
				      size_t *colon)
{
	static const struct label labels[] = {{"attendees", NULL},
					      {"contact", NULL},
					      {"contact person", NULL},
					      {"contacts", NULL},
					      {"interviewed by", "interviewer"},
					      {"interviewer", "interviewer"},
					      {"interviewers", "interviewer"},
					      {"panel", "interviewer"},
					      {"panel member", "interviewer"},
					      {"panel members", "interviewer"},
					      {"panelist", "interviewer"},
					      {"panelists", "interviewer"},
					      {"panellist", "interviewer"},
					      {"panellists", "interviewer"},
					      {"participants", NULL},
					      {"people", NULL},
					      {"present", NULL},
					      {"recruiters", "recruiter"},
					      {"who i met", NULL}};
	const char *mark;
	size_t end;

	if (len < 5 || !may_begin(text))
		return NULL;
	mark = memchr(text, ':',
		      len < MOST_LABEL_BYTES ? len : MOST_LABEL_BYTES);
	if (mark == NULL || mark + 1 == text + len || mark[1] != ' ')
		return NULL;
	*colon = end = (size_t)(mark - text);
	/* "Interviewer #2" */
	while (end > 0 && strchr(" #0123456789", text[end - 1]) != NULL)
		end--;
	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (strlen(labels[i].words) == end &&
		    strncasecmp(labels[i].words, text, end) == 0)
			return &labels[i];
	return NULL;
}

bool jscan_contact_body_find_label(const struct jscan_contact_body *body,
				   const struct jscan_block *block,
				   struct jscan_stretch part,
				   struct jscan_contact_label *out)
{
	struct jscan_name name;
	size_t colon, end;
	const struct label *label = find_label(block->text + part.start,
					       part.end - part.start, &colon);

	if (label == NULL)
		return false;
	out->start = part.start;
	out->value = part.start + colon + 2;
	out->end = part.end;
	out->role = label->role;
	while (out->value < part.end && block->text[out->value] == ' ')
		out->value++;
	return jscan_name_at(&name, block->text, part.end, out->value, &end) &&
	       name.offset == out->value && name.is_full &&
	       !jscan_prose_is_refused(&body->prose, block->text, &name);
}

void jscan_contact_body_read_label(struct jscan_contact_body *body,
				   const struct jscan_block *block,
				   const struct jscan_contact_label *label)
{
	struct jscan_contact_line *line = &body->line;
	size_t first = line->out->count;

	jscan_contact_line_reset(line);
	jscan_contact_body_place(body, block, label->start);
	line->role = label->role;
	jscan_contact_line_read(line, block->text + label->value,
				label->end - label->value, block);
	jscan_contact_line_finish(line);
	line->role = NULL;
	jscan_contact_body_settle(body, first, false);
	jscan_contact_line_reset(line);
}
