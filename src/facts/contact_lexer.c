/*
 * Cuts a contact line into pieces, apart by commas, dashes, brackets and
 * colons, and marks: addresses and numbers, which are known by their shape.
 * What a piece is, contact_piece.c judges.
 */
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "facts/address.h"
#include "facts/contact_line.h"
#include "facts/contact_piece.h"
#include "facts/phone.h"

/* Walks over a line: pieces of text, and marks (addresses, numbers). */
struct lexer {
	const char *text;
	size_t len;
	size_t pos;
	struct jscan_address mail; /* the next ones; offset SIZE_MAX: none */
	struct jscan_address web;
	struct jscan_phone phone;
	const struct jscan_block *block; /* or NULL */
	size_t link;			 /* the next of its links */
};

static void find_marks(struct lexer *lexer)
{
	if (lexer->mail.offset < lexer->pos &&
	    !jscan_mail_next(&lexer->mail, lexer->text, lexer->len, lexer->pos))
		lexer->mail.offset = SIZE_MAX;
	if (lexer->web.offset < lexer->pos &&
	    !jscan_web_next(&lexer->web, lexer->text, lexer->len, lexer->pos))
		lexer->web.offset = SIZE_MAX;
	if (lexer->phone.offset < lexer->pos &&
	    !jscan_phone_next(&lexer->phone, lexer->text, lexer->len,
			      lexer->pos))
		lexer->phone.offset = SIZE_MAX;
}

static void start_lexer(struct lexer *lexer, const char *text, size_t len,
			const struct jscan_block *block)
{
	size_t low = 0, high = block ? block->link_count : 0;

	memset(lexer, 0, sizeof(*lexer));
	lexer->text = text;
	lexer->len = len;
	lexer->block = block;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (block->text + block->links[middle].offset < text)
			low = middle + 1;
		else
			high = middle;
	}
	lexer->link = low;
	if (!jscan_mail_next(&lexer->mail, text, len, 0))
		lexer->mail.offset = SIZE_MAX;
	if (!jscan_web_next(&lexer->web, text, len, 0))
		lexer->web.offset = SIZE_MAX;
	if (!jscan_phone_next(&lexer->phone, text, len, 0))
		lexer->phone.offset = SIZE_MAX;
}

static size_t next_mark(const struct lexer *lexer)
{
	size_t next = lexer->mail.offset;

	if (lexer->web.offset < next)
		next = lexer->web.offset;
	return lexer->phone.offset < next ? lexer->phone.offset : next;
}

/* The address or number at lexer->pos goes to whom the text speaks of. */
static void take_mark(struct jscan_contact_line *line, struct lexer *lexer)
{
	struct jscan_mention *mention = jscan_contact_line_get(line);
	const char *start = lexer->text + lexer->pos;
	struct jscan_texts *texts;
	size_t len;

	line->pending = JSCAN_FIELD_NONE;
	line->is_behind_name = false;
	if (lexer->web.offset == lexer->pos) {
		len = lexer->web.len;
		texts = mention ? &mention->urls : &line->urls;
	} else if (lexer->mail.offset == lexer->pos) {
		len = lexer->mail.len;
		/* A second address without a name is somebody else's. */
		if (mention != NULL && mention->name == NULL &&
		    mention->emails.count > 0)
			mention = jscan_contact_line_add(line, NULL, 0, false);
		texts = mention ? &mention->emails : &line->emails;
	} else {
		len = lexer->phone.len;
		texts = mention ? &mention->phones : &line->phones;
	}
	jscan_contact_texts_add(texts, line->arena, start, len);
	lexer->pos += len;
}

static bool starts_with(const char *text, const char *start)
{
	return strncasecmp(text, start, strlen(start)) == 0;
}

void jscan_contact_line_set_link(struct jscan_contact_line *line,
				 const char *url)
{
	const char *words = url;
	enum jscan_contact_field field = JSCAN_FIELD_URL;

	if (starts_with(url, "mailto:")) {
		field = JSCAN_FIELD_EMAIL;
		words = url + 7;
	} else if (starts_with(url, "tel:")) {
		struct jscan_mention *mention = jscan_contact_line_get(line);

		/* The words of the link mostly hold it as written. */
		if (mention && mention->phones.count > 0)
			return;
		field = JSCAN_FIELD_PHONE;
		words = url + 4;
	} else if (!starts_with(url, "http:") && !starts_with(url, "https:")) {
		return;
	}
	jscan_contact_line_set(
		line, field, words,
		strcspn(words, field == JSCAN_FIELD_URL ? "" : "?"));
}

/* Links whose words were read give what they lead to. */
static void take_links(struct jscan_contact_line *line, struct lexer *lexer)
{
	const struct jscan_block *block = lexer->block;

	while (block != NULL && lexer->link < block->link_count) {
		const struct jscan_link *link = &block->links[lexer->link];

		if (block->text + link->offset + link->len >
		    lexer->text + lexer->pos)
			break;
		jscan_contact_line_set_link(line, link->url);
		lexer->link++;
	}
}

/* Letters, digits and blanks, nearly all there is. */
static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' ||
	       (c >= '0' && c <= '9');
}

/*
 * The separator at `pos`: its bytes, with *kind the character it stands for; 0
 * when there is none.
 */
static size_t find_separator(const struct lexer *lexer, size_t pos, char *kind)
{
	const char *text = lexer->text + pos;
	size_t left = lexer->len - pos;
	bool is_spaced = pos == 0 || text[-1] == ' ';

	*kind = *text;
	if (is_plain(*text))
		return 0;
	/* cppcheck-suppress invalidFunctionArg ; any char is one */
	if (*text != '\0' && strchr(",;()<>|\n\t", *text) != NULL)
		return 1;
	if (*text == ':' && (left == 1 || text[1] == ' ' || text[1] == '\t' ||
			     text[1] == '*' || text[1] == ':'))
		return left > 1 && text[1] == ':' ? 2 : 1;
	if ((*text == '-' || *text == '/') && is_spaced &&
	    (left == 1 || text[1] == ' ' || text[1] == '-'))
		return left > 1 && text[1] == '-' ? 2 : 1;
	if (left >= 3 && *text == '\xe2' && text[1] == '\x80' &&
	    (text[2] == '\x93' || text[2] == '\x94' || text[2] == '\xa2')) {
		*kind = text[2] == '\xa2' ? '|' : '-';
		return 3;
	}
	if (left >= 2 && *text == '\xc2' && text[1] == '\xb7') {
		*kind = '|';
		return 2;
	}
	return 0;
}

/* "CTO." ends a sentence, as short as it is. */
static bool is_abbreviation(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (text[i] < 'A' || text[i] > 'Z')
			return false;
	return len > 1;
}

/* A full stop that ends a sentence, not "Dr." or "J.". */
static bool is_sentence_end(const struct lexer *lexer, size_t start, size_t pos)
{
	const char *text = lexer->text;
	size_t word = pos;

	if (is_plain(text[pos]) || strchr(".!?", text[pos]) == NULL ||
	    pos + 1 >= lexer->len || text[pos + 1] != ' ')
		return false;
	while (word > start && text[word - 1] != ' ')
		word--;
	return text[pos] != '.' || pos - word > 4 ||
	       is_abbreviation(text + word, pos - word);
}

/* The words of a wikilink: what is behind the bar, or the end of the path. */
static void cut_wikilink(const char **text, size_t *len)
{
	const char *bar = memchr(*text, '|', *len), *slash, *shown = NULL;
	size_t shown_len = 0;
	struct jscan_name name;

	if (bar != NULL) {
		shown = bar + 1;
		shown_len = *len - (size_t)(shown - *text);
		if (jscan_name_parse(&name, shown, shown_len,
				     JSCAN_NAME_IN_KEY) &&
		    name.is_full) {
			*text = shown;
			*len = shown_len;
			return;
		}
		*len = (size_t)(bar - *text);
	}
	while ((slash = memchr(*text, '/', *len)) != NULL) {
		*len -= (size_t)(slash + 1 - *text);
		*text = slash + 1;
	}
	if (shown != NULL &&
	    !jscan_name_parse(&name, *text, *len, JSCAN_NAME_IN_KEY)) {
		*text = shown;
		*len = shown_len;
	}
}

/* Bytes of a [[wikilink]] at lexer->pos, or 0. */
static size_t wikilink_bytes(const struct lexer *lexer)
{
	const char *start = lexer->text + lexer->pos, *end;
	size_t left = lexer->len - lexer->pos;

	if (left < 5 || start[0] != '[' || start[1] != '[')
		return 0;
	end = memchr(start + 2, ']', left < 300 ? left - 2 : 298);
	return end ? (size_t)(end - start) + 2 : 0;
}

/* Takes the text up to the next separator or mark. */
static bool take_text(struct jscan_contact_line *line, struct lexer *lexer,
		      char *before)
{
	size_t start = lexer->pos, mark = next_mark(lexer), bytes = 0, end;
	size_t wikilink = wikilink_bytes(lexer);
	const char *text = lexer->text + start;
	char after = ' ', previous = *before;

	if (wikilink > 0) {
		size_t len = wikilink - 4;

		text += 2;
		lexer->pos += wikilink;
		cut_wikilink(&text, &len);
		*before = ' ';
		return jscan_piece_take(line, text, len, previous, ' ');
	}
	for (end = start; end < lexer->len && end < mark; end++) {
		bytes = find_separator(lexer, end, &after);
		if (bytes > 0 || (end > start && lexer->text[end] == '[' &&
				  lexer->text[end - 1] == ' '))
			break;
		if (is_sentence_end(lexer, start, end)) {
			bytes = 1;
			after = '.';
			break;
		}
	}
	if (end >= lexer->len)
		after = '\n';
	else if (bytes == 0)
		after = ' ';
	lexer->pos = end + bytes;
	*before = after;
	return jscan_piece_take(line, text, end - start, previous, after);
}

bool jscan_contact_line_read(struct jscan_contact_line *line, const char *text,
			     size_t len, const struct jscan_block *block)
{
	struct lexer lexer;
	char before = '\n';
	bool has_taken = false;

	start_lexer(&lexer, text, len, block);
	line->pending = JSCAN_FIELD_NONE;
	while (lexer.pos < len &&
	       line->out->count <= JSCAN_CONTACT_MENTIONS_MOST) {
		size_t start = lexer.pos;

		find_marks(&lexer);
		if (next_mark(&lexer) == lexer.pos) {
			take_mark(line, &lexer);
			before = ' ';
			has_taken = true;
		} else if (take_text(line, &lexer, &before)) {
			has_taken = true;
		} else if (!has_taken && line->place != JSCAN_NAME_IN_PROSE) {
			return false;
		}
		take_links(line, &lexer);
		if (lexer.pos == start)
			lexer.pos++;
	}
	return has_taken;
}
