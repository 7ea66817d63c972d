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
#include "facts/contact_mark.h"
#include "facts/words.h"

#define MOST_GAP_BYTES 80 /* between a name and its address */

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

/* Ends at a line break, or at .!? with a blank behind, but not "Dr. ". */
static struct jscan_stretch next_sentence(const struct jscan_block *block,
					  size_t pos)
{
	struct jscan_stretch span = {pos, pos};
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

void jscan_prose_start_line(struct jscan_contact_line *line,
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

bool jscan_prose_is_refused(const struct jscan_prose *prose, const char *text,
			    const struct jscan_name *name)
{
	return !name->has_honorific &&
	       (jscan_contact_is_company(prose->context->company,
					 text + name->offset, name->len, true,
					 prose->scratch) ||
		jscan_contact_is_company(prose->context->role,
					 text + name->offset, name->len, true,
					 prose->scratch));
}

static void add_mark(struct jscan_contact_line *line,
		     const struct jscan_block *block,
		     const struct jscan_mark *mark)
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

/* Reads a sentence from its name to its end: titles, addresses, more names. */
static size_t read_from_name(struct jscan_prose *prose,
			     const struct jscan_block *block,
			     const struct jscan_name *name,
			     struct jscan_stretch span)
{
	struct jscan_contact_line line;
	size_t end = span.end, title, title_len;
	size_t first = prose->out->count, rest = name->offset + name->len;

	jscan_prose_start_line(&line, prose, block, name->offset);
	jscan_contact_line_add(&line, block->text + name->offset, name->len,
			       name->is_full);
	jscan_prose_complete_name(prose, jscan_contact_line_get(&line));
	jscan_contact_line_read(&line, block->text + rest, end - rest, block);
	jscan_contact_line_finish(&line);
	if (prose->out->items[first].title == NULL &&
	    jscan_prose_find_title(block, span, name->offset, &title,
				   &title_len))
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
		       const struct jscan_block *block,
		       struct jscan_stretch span, const struct jscan_mark *mark)
{
	struct jscan_contact_line line;
	const struct jscan_mention *known = NULL;
	const char *mail = NULL;
	struct jscan_name name;
	size_t fitting;

	if (has_word(block, own, span.start, mark->offset))
		return; /* "mail me at …" is the writer's own */
	if (mark->is_mail) {
		mail = mark->url
			       ? mark->url + 7
			       : jscan_arena_strndup(prose->scratch,
						     block->text + mark->offset,
						     mark->len);
		fitting = jscan_prose_find_fitting(prose, mail);
		if (fitting > 0)
			known = &prose->out->items[fitting - 1];
	}
	if (known == NULL &&
	    has_word(block, others, span.start, mark->offset)) {
		if (jscan_prose_find_name_before(prose, &name, block, 0,
						 span.start)) {
			jscan_prose_start_line(&line, prose, block,
					       mark->offset);
			jscan_contact_line_add(&line, block->text + name.offset,
					       name.len, name.is_full);
			jscan_prose_complete_name(
				prose, jscan_contact_line_get(&line));
			add_mark(&line, block, mark);
			return;
		}
		if (prose->last > 0)
			known = &prose->out->items[prose->last - 1];
	}
	if (known != NULL && known->name == NULL)
		known = NULL;
	if (known == NULL &&
	    (!mark->is_mail || jscan_mail_is_office(mail, strcspn(mail, "?"))))
		return;
	jscan_prose_start_line(&line, prose, block, mark->offset);
	if (known != NULL) {
		const char *text = known->name;

		jscan_contact_line_add(&line, text, strlen(text),
				       known->is_full_name);
	}
	add_mark(&line, block, mark);
	jscan_contact_line_finish(&line);
}

static bool fits(const struct jscan_prose *prose,
		 const struct jscan_block *block, const struct jscan_name *name,
		 const struct jscan_mark *mark)
{
	struct jscan_mail_name spelled;
	char *words, *mail;

	if (!mark->is_mail || mark->url != NULL)
		return true;
	words = jscan_arena_strndup(prose->scratch, block->text + name->offset,
				    name->len);
	mail = jscan_arena_strndup(prose->scratch, block->text + mark->offset,
				   mark->len);
	jscan_mail_name_init(&spelled, words, prose->scratch);
	return jscan_mail_name_fit(&spelled, mail, prose->scratch) > 0;
}

/* [Dana Ruiz](mailto:dana@acme.example) */
static bool read_named_link(struct jscan_prose *prose,
			    const struct jscan_block *block,
			    const struct jscan_mark *mark)
{
	struct jscan_contact_line line;
	struct jscan_name name;

	if (!jscan_name_parse(&name, block->text + mark->offset, mark->len,
			      JSCAN_NAME_IN_LIST))
		return false;
	jscan_prose_start_line(&line, prose, block, mark->offset);
	jscan_contact_line_add(&line, block->text + mark->offset + name.offset,
			       name.len, name.is_full);
	jscan_prose_complete_name(prose, jscan_contact_line_get(&line));
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
			const struct jscan_block *block,
			struct jscan_stretch span,
			const struct jscan_mark *mark)
{
	struct jscan_name name, after;
	size_t end = mark->offset + mark->len;
	bool has_name = jscan_prose_find_name_before(prose, &name, block,
						     span.start, mark->offset);
	bool is_near = has_name &&
		       mark->offset - name.offset - name.len <= MOST_GAP_BYTES;
	bool is_bare = !mark->is_mail && mark->url == NULL &&
		       mark->sureness == JSCAN_PHONE_BARE;

	/* "(202). 555-0142": no sentence ends within a number. */
	if (span.end < end)
		span.end = end;
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
	if (jscan_prose_find_name_after(prose, &after, block, end, span.end) &&
	    (!is_near || fits(prose, block, &after, mark))) {
		struct jscan_contact_line line;

		if (mark->is_mail || mark->sureness != JSCAN_PHONE_BARE) {
			jscan_prose_start_line(&line, prose, block,
					       mark->offset);
			jscan_contact_line_add(&line,
					       block->text + after.offset,
					       after.len, after.is_full);
			jscan_prose_complete_name(
				prose, jscan_contact_line_get(&line));
			add_mark(&line, block, mark);
			prose->last = prose->out->count;
		}
		return end;
	}
	if (is_near &&
	    (!mark->is_mail ||
	     jscan_prose_find_fitting(
		     prose, jscan_arena_strndup(prose->scratch,
						block->text + mark->offset,
						mark->len)) == 0))
		return read_from_name(prose, block, &name, span);
	read_alone(prose, block, span, mark);
	return end;
}

/* "To:" in a quoted mail is mostly the writer. */
static bool is_addressee(const struct jscan_block *block,
			 struct jscan_stretch span)
{
	static const char *const starts[] = {"To:", "Cc:", "An:", "Bcc:"};

	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		if (span.end - span.start > strlen(starts[i]) &&
		    strncasecmp(block->text + span.start, starts[i],
				strlen(starts[i])) == 0)
			return true;
	return false;
}

/* Lines without marks: only introductions can be in them. */
static void read_plain(struct jscan_prose *prose,
		       const struct jscan_block *block, size_t start)
{
	struct jscan_stretch span = {start, start};

	for (; span.start < block->len; span.start = span.end + 1) {
		const char *end = memchr(block->text + span.start, '\n',
					 block->len - span.start);

		span.end = end ? (size_t)(end - block->text) : block->len;
		jscan_prose_read_introductions(prose, block, span);
	}
}

void jscan_prose_read(struct jscan_prose *prose,
		      const struct jscan_block *original,
		      struct jscan_stretch part)
{
	struct jscan_block cut = *original;
	const struct jscan_block *block = &cut;
	struct jscan_mark_finder marks;
	struct jscan_mark mark;
	struct jscan_stretch span;
	bool has_mark;

	/* Offsets stay those of the whole block. */
	cut.len = part.end;
	has_mark = jscan_mark_finder_init(&marks, block, part.start) &&
		   jscan_mark_next(&mark, &marks, part.start);
	if (!has_mark) {
		read_plain(prose, block, part.start);
		return;
	}
	for (size_t pos = part.start; pos < block->len; pos = span.end + 1) {
		bool is_used = false;

		span = next_sentence(block, pos);
		if (block->is_quoted && is_addressee(block, span)) {
			while (has_mark && mark.offset < span.end)
				has_mark = jscan_mark_next(
					&mark, &marks, mark.offset + mark.len);
			continue;
		}
		while (has_mark && mark.offset < span.end) {
			size_t end = read_mark(prose, block, span, &mark);

			if (prose->out->count > JSCAN_CONTACT_MENTIONS_MOST)
				return;
			jscan_arena_clear(prose->scratch);
			is_used = true;
			has_mark = jscan_mark_next(&mark, &marks, end);
		}
		if (!is_used)
			jscan_prose_read_introductions(prose, block, span);
	}
}
