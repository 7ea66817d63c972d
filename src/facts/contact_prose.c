/*
 * Finds people in sentences.  An address or number belongs to the name before
 * it in its sentence, else to one right behind it, else (an address) to a known
 * person whom it fits, else to the one spoken of last ("her number is …").  A
 * full name with a title beside it ("met Dana Ruiz, the engineering manager")
 * is an introduction: named, but not listed.
 */
#include "facts/contact_prose.h"

#include <string.h>
#include <strings.h>

#include "facts/address.h"
#include "facts/phone.h"
#include "facts/title.h"
#include "facts/words.h"

#define MOST_GAP_BYTES	 80 /* between a name and its address */
#define MOST_TITLE_BYTES 80
/* How far back a name is looked for: keeps the work linear. */
#define MOST_BACK_BYTES 240
#define MOST_KNOWN	32

const char *jscan_prose_line(const struct jscan_prose *prose,
			     const struct jscan_block *block, size_t offset,
			     unsigned *line)
{
	size_t start = offset, end = offset;
	unsigned column;

	while (start > 0 && block->text[start - 1] != '\n' &&
	       offset - start < 400)
		start--;
	while (end < block->len && block->text[end] != '\n' &&
	       end - offset < 400)
		end++;
	while (start < offset &&
	       ((unsigned char)block->text[start] & 0xc0) == 0x80)
		start++;
	while (end > offset && end < block->len &&
	       ((unsigned char)block->text[end] & 0xc0) == 0x80)
		end--;
	jscan_document_position(prose->document, block, offset, line, &column);
	return jscan_arena_strndup(prose->arena, block->text + start,
				   end - start);
}

/* A sentence or line of a block's text. */
struct span {
	size_t start;
	size_t end;
};

/* Ends at a line break, or at .!? with a blank behind, but not "Dr. ". */
static struct span next_sentence(const struct jscan_block *block, size_t pos)
{
	struct span span = {pos, pos};
	size_t word = pos;

	for (; span.end < block->len; span.end++) {
		char c = block->text[span.end];

		if (c == '\n')
			break;
		if (c == ' ' || c == '\t')
			word = span.end + 1;
		if ((c == '!' || c == '?' ||
		     (c == '.' && span.end - word >= 3)) &&
		    (span.end + 1 == block->len ||
		     block->text[span.end + 1] == ' ')) {
			struct jscan_word last;

			if (c == '.' && word < span.end &&
			    jscan_word_next(&last, block->text, span.end,
					    word) &&
			    (last.classes & JSCAN_WORD_HONORIFIC) &&
			    last.end >= span.end)
				continue;
			break;
		}
	}
	return span;
}

static void start_line(struct jscan_contact_line *line,
		       const struct jscan_prose *prose,
		       const struct jscan_block *block, size_t offset)
{
	memset(line, 0, sizeof(*line));
	line->out = prose->out;
	line->arena = prose->arena;
	line->place = JSCAN_NAME_IN_PROSE;
	line->company = prose->context->company;
	line->text = jscan_prose_line(prose, block, offset, &line->line);
	line->is_listed = true;
}

static bool is_refused(const struct jscan_prose *prose, const char *text,
		       const struct jscan_name *name)
{
	return !name->has_honorific &&
	       (jscan_contact_is_company(prose->context->company,
					 text + name->offset, name->len, true,
					 prose->arena) ||
		jscan_contact_is_company(prose->context->role,
					 text + name->offset, name->len, true,
					 prose->arena));
}

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
	for (size_t i = 0; i < prose->out->count && i < MOST_KNOWN; i++) {
		const char *known = prose->out->items[i].name;

		if (known != NULL && strncmp(known, text, name->len) == 0 &&
		    (known[name->len] == ' ' || known[name->len] == '\0'))
			return false;
	}
	return true;
}

/* "Dale Brubaker, Dock Manager, 614 …": "Dock" is no name but a title's. */
static bool begins_title(const struct jscan_block *block,
			 const struct jscan_name *name, size_t end)
{
	size_t to = name->offset;

	if (to < 2 || strchr(",(-:", block->text[to - 2]) == NULL)
		return false;
	while (to < end && to - name->offset < MOST_TITLE_BYTES &&
	       strchr(",;:.()\n", block->text[to]) == NULL)
		to++;
	return jscan_title_is(block->text + name->offset, to - name->offset);
}

/* The last name that starts in [from, to) of the block's text, not too far. */
static bool find_name_before(const struct jscan_prose *prose,
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
		if (is_refused(prose, block->text, &name) ||
		    is_doubtful(prose, block, &name, from) ||
		    (is_found && begins_title(block, &name, to)))
			continue;
		*out = name;
		is_found = true;
	}
	return is_found;
}

/* A mark in a sentence: an address or a number that no line has taken yet. */
struct mark {
	size_t offset;
	size_t len;
	bool is_mail;
	enum jscan_phone_sureness sureness;
	const char *url; /* of a link to an address or number */
};

struct marks {
	const struct jscan_block *block;
	struct jscan_address mail;
	struct jscan_phone phone;
	size_t link;
};

static bool is_contact_link(const struct jscan_link *link)
{
	return strncasecmp(link->url, "mailto:", 7) == 0 ||
	       strncasecmp(link->url, "tel:", 4) == 0;
}

/* The first mark at or after `pos`. */
static bool next_mark(struct mark *out, struct marks *marks, size_t pos)
{
	const struct jscan_block *block = marks->block;
	size_t link = SIZE_MAX;

	if (marks->mail.offset < pos &&
	    !jscan_mail_next(&marks->mail, block->text, block->len, pos))
		marks->mail.offset = SIZE_MAX;
	if (marks->phone.offset < pos &&
	    !jscan_phone_next(&marks->phone, block->text, block->len, pos))
		marks->phone.offset = SIZE_MAX;
	while (marks->link < block->link_count &&
	       (block->links[marks->link].offset < pos ||
		!is_contact_link(&block->links[marks->link])))
		marks->link++;
	if (marks->link < block->link_count)
		link = block->links[marks->link].offset;
	memset(out, 0, sizeof(*out));
	if (link < marks->mail.offset && link < marks->phone.offset) {
		out->offset = link;
		out->len = block->links[marks->link].len;
		out->url = block->links[marks->link].url;
		out->is_mail = (out->url[0] | 32) == 'm';
		return true;
	}
	if (marks->mail.offset < marks->phone.offset) {
		out->offset = marks->mail.offset;
		out->len = marks->mail.len;
		out->is_mail = true;
		return true;
	}
	out->offset = marks->phone.offset;
	out->len = marks->phone.len;
	out->sureness = marks->phone.sureness;
	return out->offset != SIZE_MAX;
}

/* The known person whose name fits the address best, and no other as well. */
static size_t find_fitting(const struct jscan_prose *prose, const char *mail)
{
	size_t best = 0;
	int best_fit = 0;
	bool is_tied = false;

	for (size_t i = 0; i < prose->out->count && i < MOST_KNOWN; i++) {
		const struct jscan_mention *known = &prose->out->items[i];
		int fit = known->name ? jscan_name_fit_mail(known->name, mail,
							    prose->arena)
				      : 0;

		if (fit > best_fit) {
			best_fit = fit;
			best = i + 1;
			is_tied = false;
		} else if (fit > 0 && fit == best_fit &&
			   strcmp(known->name,
				  prose->out->items[best - 1].name) != 0) {
			is_tied = true;
		}
	}
	return is_tied ? 0 : best;
}

static void add_mark(struct jscan_contact_line *line,
		     const struct jscan_block *block, const struct mark *mark)
{
	if (mark->url != NULL)
		jscan_contact_line_set(
			line,
			mark->is_mail ? JSCAN_FIELD_EMAIL : JSCAN_FIELD_PHONE,
			strchr(mark->url, ':') + 1,
			strcspn(strchr(mark->url, ':') + 1, "?"));
	else
		jscan_contact_line_set(line,
				       mark->is_mail ? JSCAN_FIELD_EMAIL
						     : JSCAN_FIELD_PHONE,
				       block->text + mark->offset, mark->len);
}

/* A first name stands for the one full name known that begins with it. */
static void complete_name(const struct jscan_prose *prose,
			  struct jscan_mention *mention)
{
	size_t len = mention->name ? strlen(mention->name) : 0;
	const char *full = NULL;

	if (len == 0 || mention->is_full_name)
		return;
	for (size_t i = 0; i < prose->out->count && i < MOST_KNOWN; i++) {
		const struct jscan_mention *known = &prose->out->items[i];

		if (!known->is_full_name ||
		    strncasecmp(known->name, mention->name, len) != 0 ||
		    known->name[len] != ' ')
			continue;
		if (full != NULL && strcasecmp(full, known->name) != 0)
			return;
		full = known->name;
	}
	if (full != NULL) {
		mention->name = full;
		mention->is_full_name = true;
	}
}

static bool is_article(const char *text, size_t len)
{
	static const char *const words[] = {"the", "a",	  "an",	 "our",
					    "my",  "her", "his", "their"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strlen(words[i]) == len &&
		    strncasecmp(words[i], text, len) == 0)
			return true;
	return false;
}

/* "hiring manager Dana Ruiz", "the recruiter, Dana Ruiz": a title before. */
static bool find_title_before(const struct jscan_block *block, struct span span,
			      size_t pos, size_t *start, size_t *len)
{
	size_t end = pos, from;

	while (end > span.start && strchr(" ,:", block->text[end - 1]) != NULL)
		end--;
	if (pos - end > 2 || end == span.start)
		return false;
	from = end;
	*len = 0;
	for (int words = 0; words < 4 && from > span.start; words++) {
		size_t word = from;

		while (word > span.start && block->text[word - 1] != ' ')
			word--;
		if (is_article(block->text + word, from - word))
			break;
		if (jscan_title_is(block->text + word, end - word)) {
			*start = word;
			*len = end - word;
		}
		from = word > span.start ? word - 1 : span.start;
	}
	return *len > 0;
}

/* Reads a sentence from its name to its end: titles, addresses, more names. */
static size_t read_from_name(struct jscan_prose *prose,
			     const struct jscan_block *block,
			     const struct jscan_name *name, struct span span)
{
	struct jscan_contact_line line;
	size_t end = span.end, title, title_len;
	size_t first = prose->out->count, rest = name->offset + name->len;

	start_line(&line, prose, block, name->offset);
	jscan_contact_line_add(&line, block->text + name->offset, name->len,
			       name->is_full);
	complete_name(prose, jscan_contact_line_get(&line));
	jscan_contact_line_read(&line, block->text + rest, end - rest, block);
	jscan_contact_line_finish(&line);
	if (prose->out->items[first].title == NULL &&
	    find_title_before(block, span, name->offset, &title, &title_len))
		prose->out->items[first].title = jscan_arena_strndup(
			prose->arena, block->text + title, title_len);
	/* Further names without an address are only named. */
	for (size_t i = first; i < prose->out->count; i++) {
		struct jscan_mention *mention = &prose->out->items[i];

		mention->is_listed =
			mention->emails.count > 0 || mention->phones.count > 0;
	}
	prose->last = prose->out->count;
	return end;
}

static const char *const others[] = {"her", "his", "she", "he", "him", NULL};
static const char *const own[] = {"me", "my", "mine", NULL};

/* Is one of the words shortly before `end`? */
static bool has_word(const struct jscan_block *block, const char *const *words,
		     size_t start, size_t end)
{
	struct jscan_word word;
	size_t pos = end - start > 60 ? end - 60 : start;

	while (pos < end && ((unsigned char)block->text[pos] & 0xc0) == 0x80)
		pos++;
	while (jscan_word_next(&word, block->text, end, pos)) {
		pos = word.end;
		for (size_t i = 0; words[i]; i++)
			if (strlen(words[i]) == word.len &&
			    strncasecmp(block->text + word.offset, words[i],
					word.len) == 0)
				return true;
	}
	return false;
}

/* A mark without a name in its sentence. */
static void read_alone(struct jscan_prose *prose,
		       const struct jscan_block *block, struct span span,
		       const struct mark *mark)
{
	struct jscan_contact_line line;
	const struct jscan_mention *known = NULL;
	const char *mail = NULL;
	struct jscan_name name;
	size_t fitting;

	start_line(&line, prose, block, mark->offset);
	if (mark->is_mail) {
		mail = mark->url
			       ? mark->url + 7
			       : jscan_arena_strndup(prose->arena,
						     block->text + mark->offset,
						     mark->len);
		fitting = find_fitting(prose, mail);
		if (fitting > 0)
			known = &prose->out->items[fitting - 1];
	}
	if (has_word(block, own, span.start, mark->offset))
		return; /* "mail me at …" is the writer's own */
	if (known == NULL &&
	    has_word(block, others, span.start, mark->offset)) {
		if (find_name_before(prose, &name, block, 0, span.start)) {
			jscan_contact_line_add(&line, block->text + name.offset,
					       name.len, name.is_full);
			complete_name(prose, jscan_contact_line_get(&line));
			add_mark(&line, block, mark);
			return;
		}
		if (prose->last > 0)
			known = &prose->out->items[prose->last - 1];
	}
	if (known != NULL && known->name != NULL) {
		const char *text = known->name;

		jscan_contact_line_add(&line, text, strlen(text),
				       known->is_full_name);
	} else if (!mark->is_mail ||
		   jscan_mail_is_office(mail, strcspn(mail, "?"))) {
		return;
	}
	add_mark(&line, block, mark);
	jscan_contact_line_finish(&line);
}

/* "(312) 555-0158 (Dana Ruiz)", "dana@acme.example is Dana's". */
static bool find_name_after(const struct jscan_prose *prose,
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
			       !is_refused(prose, block->text, out);
	}
	return false;
}

static bool fits(const struct jscan_prose *prose,
		 const struct jscan_block *block, const struct jscan_name *name,
		 const struct mark *mark)
{
	char *words, *mail;

	if (!mark->is_mail || mark->url != NULL)
		return true;
	words = jscan_arena_strndup(prose->arena, block->text + name->offset,
				    name->len);
	mail = jscan_arena_strndup(prose->arena, block->text + mark->offset,
				   mark->len);
	return jscan_name_fit_mail(words, mail, prose->arena) > 0;
}

/* [Dana Ruiz](mailto:dana@acme.example) */
static bool read_named_link(struct jscan_prose *prose,
			    const struct jscan_block *block,
			    const struct mark *mark)
{
	struct jscan_contact_line line;
	struct jscan_name name;

	if (!jscan_name_parse(&name, block->text + mark->offset, mark->len,
			      JSCAN_NAME_IN_LIST))
		return false;
	start_line(&line, prose, block, mark->offset);
	jscan_contact_line_add(&line, block->text + mark->offset + name.offset,
			       name.len, name.is_full);
	complete_name(prose, jscan_contact_line_get(&line));
	add_mark(&line, block, mark);
	prose->last = prose->out->count;
	return true;
}

/* Between a name and bare digits: marks, and at most a label. */
static bool is_label_gap(const struct jscan_block *block, size_t from,
			 size_t to)
{
	struct jscan_word word;
	size_t pos = from;

	if (to - from > 24)
		return false;
	while (jscan_word_next(&word, block->text, to, pos)) {
		pos = word.end;
		if (jscan_contact_field_find(block->text + word.offset,
					     word.len) != JSCAN_FIELD_PHONE)
			return false;
	}
	return true;
}

static size_t read_mark(struct jscan_prose *prose,
			const struct jscan_block *block, struct span span,
			const struct mark *mark)
{
	struct jscan_name name, after;
	size_t end = mark->offset + mark->len;
	bool has_name =
		find_name_before(prose, &name, block, span.start, mark->offset);
	bool is_near = has_name &&
		       mark->offset - name.offset - name.len <= MOST_GAP_BYTES;
	bool is_bare = !mark->is_mail && mark->url == NULL &&
		       mark->sureness == JSCAN_PHONE_BARE;

	/* The words of a link to an address may be the name itself. */
	if (mark->url != NULL && read_named_link(prose, block, mark))
		return end;
	/* Bare digits count only right behind a name. */
	if (is_bare &&
	    (!has_name ||
	     !is_label_gap(block, name.offset + name.len, mark->offset)))
		return end;
	if (is_near && fits(prose, block, &name, mark))
		return read_from_name(prose, block, &name, span);
	if (find_name_after(prose, &after, block, end, span.end) &&
	    (!is_near || fits(prose, block, &after, mark))) {
		struct jscan_contact_line line;

		if (mark->is_mail || mark->sureness != JSCAN_PHONE_BARE) {
			start_line(&line, prose, block, mark->offset);
			jscan_contact_line_add(&line,
					       block->text + after.offset,
					       after.len, after.is_full);
			complete_name(prose, jscan_contact_line_get(&line));
			add_mark(&line, block, mark);
			prose->last = prose->out->count;
		}
		return end;
	}
	if (is_near &&
	    (!mark->is_mail ||
	     find_fitting(prose, jscan_arena_strndup(prose->arena,
						     block->text + mark->offset,
						     mark->len)) == 0))
		return read_from_name(prose, block, &name, span);
	read_alone(prose, block, span, mark);
	return end;
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
static bool find_title_behind(const struct jscan_block *block, struct span span,
			      size_t pos, size_t *start, size_t *len)
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

/* "met", "spoke with", "interviewed by" right before a name. */
static bool has_introduction(const struct jscan_block *block, struct span span,
			     size_t pos)
{
	static const char *const words[] = {"met ",
					    "meet ",
					    "meeting ",
					    "with ",
					    "interviewed by ",
					    "by ",
					    "talked to ",
					    "spoke to ",
					    "introduced to ",
					    "call from ",
					    "met with ",
					    "interviewer is ",
					    "recruiter is ",
					    "interviewer was ",
					    "recruiter was "};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t bytes = strlen(words[i]);

		if (pos - span.start >= bytes &&
		    strncasecmp(block->text + pos - bytes, words[i], bytes) ==
			    0)
			return true;
	}
	return false;
}

static void add_introduction(struct jscan_prose *prose,
			     const struct jscan_block *block,
			     const struct jscan_name *name, size_t title,
			     size_t title_len)
{
	struct jscan_contact_line line;

	start_line(&line, prose, block, name->offset);
	line.is_listed = false;
	jscan_contact_line_add(&line, block->text + name->offset, name->len,
			       name->is_full);
	if (title_len > 0)
		jscan_contact_line_set(&line, JSCAN_FIELD_TITLE,
				       block->text + title, title_len);
	prose->last = prose->out->count;
}

/* Names in a sentence without addresses that are introduced there. */
static void read_introductions(struct jscan_prose *prose,
			       const struct jscan_block *block,
			       struct span span)
{
	struct jscan_name name;
	size_t pos = span.start;

	while (jscan_name_next(&name, block->text, span.end, pos)) {
		size_t title = 0, len = 0;

		pos = name.offset + name.len;
		if ((!name.is_full && !name.has_honorific) ||
		    is_refused(prose, block->text, &name))
			continue;
		if (!find_title_behind(block, span, pos, &title, &len) &&
		    !find_title_before(block, span, name.offset, &title, &len))
			len = 0;
		if (len > 0 || has_introduction(block, span, name.offset))
			add_introduction(prose, block, &name, title, len);
	}
}

/* Two words with capitals in a row: only then can a full name be here. */
static bool may_hold_name(const char *text, size_t len)
{
	bool was_capital = false;

	for (size_t i = 0; i < len; i++) {
		bool is_start = i == 0 || text[i - 1] == ' ' ||
				text[i - 1] == '(' || text[i - 1] == '\n';
		bool is_capital;

		if (!is_start)
			continue;
		is_capital = (text[i] >= 'A' && text[i] <= 'Z') ||
			     (unsigned char)text[i] >= 0x80;
		if (is_capital && was_capital)
			return true;
		was_capital = is_capital;
	}
	return false;
}

/* "To:" in a quoted mail is mostly the writer. */
static bool is_addressee(const struct jscan_block *block, struct span span)
{
	static const char *const starts[] = {"To:", "Cc:", "An:", "Bcc:"};

	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		if (span.end - span.start > strlen(starts[i]) &&
		    strncasecmp(block->text + span.start, starts[i],
				strlen(starts[i])) == 0)
			return true;
	return false;
}

void jscan_prose_read(struct jscan_prose *prose,
		      const struct jscan_block *block)
{
	struct marks marks = {block, {0, 0}, {0, 0, JSCAN_PHONE_BARE}, 0};
	struct mark mark;
	struct span span;
	bool has_mark;

	if (!jscan_mail_next(&marks.mail, block->text, block->len, 0))
		marks.mail.offset = SIZE_MAX;
	if (!jscan_phone_next(&marks.phone, block->text, block->len, 0))
		marks.phone.offset = SIZE_MAX;
	has_mark = next_mark(&mark, &marks, 0);
	if (!has_mark && !may_hold_name(block->text, block->len))
		return;
	for (size_t pos = 0; pos < block->len; pos = span.end + 1) {
		bool is_used = false;

		span = next_sentence(block, pos);
		if (block->is_quoted && is_addressee(block, span)) {
			while (has_mark && mark.offset < span.end)
				has_mark = next_mark(&mark, &marks,
						     mark.offset + mark.len);
			continue;
		}
		while (has_mark && mark.offset < span.end) {
			size_t end = read_mark(prose, block, span, &mark);

			is_used = true;
			has_mark = next_mark(&mark, &marks, end);
		}
		if (!is_used && may_hold_name(block->text + span.start,
					      span.end - span.start))
			read_introductions(prose, block, span);
	}
}
