/*
 * Reads just enough of YAML to know under which key the cursor is.  The text
 * is half written, so no parser could: lines above are looked at one by one.
 */
#include "cli/lsp_context.h"

#include <string.h>

static bool is_fence(struct jscan_text line, bool is_first)
{
	while (line.len && strchr(" \t", line.bytes[line.len - 1]))
		line.len--;
	if (is_first && line.len >= 3 &&
	    !memcmp(line.bytes, "\xef\xbb\xbf", 3)) {
		line.bytes += 3;
		line.len -= 3;
	}
	return jscan_text_is(line, "---") ||
	       (!is_first && jscan_text_is(line, "..."));
}

/* The colon behind a key: with a blank or nothing after it. */
static bool find_colon(size_t *out, struct jscan_text line)
{
	for (size_t i = 0; i < line.len; i++) {
		if (line.bytes[i] != ':')
			continue;
		if (i + 1 == line.len || line.bytes[i + 1] == ' ' ||
		    line.bytes[i + 1] == '\t') {
			*out = i;
			return true;
		}
	}
	return false;
}

bool jscan_context_read_key(struct jscan_text *out, struct jscan_text line)
{
	size_t colon;

	if (line.len == 0 || strchr(" \t-#[]{}", line.bytes[0]) ||
	    !find_colon(&colon, line))
		return false;
	out->bytes = line.bytes;
	out->len = colon;
	*out = jscan_text_trim(*out);
	if (out->len >= 2 && strchr("'\"", out->bytes[0]) &&
	    out->bytes[out->len - 1] == out->bytes[0]) {
		out->bytes++;
		out->len -= 2;
	}
	return out->len > 0;
}

/*
 * Looks at the lines above the cursor's: whether they are front matter, and
 * the last key among them.
 */
static bool is_in_front(struct jscan_context *context, struct jscan_text text,
			size_t line)
{
	struct jscan_text above, rest = text, key;

	if (line == 0 || !jscan_text_next_line(&above, &rest) ||
	    !is_fence(above, true))
		return false;
	context->front = rest;
	for (size_t i = 1; i < line && jscan_text_next_line(&above, &rest);
	     i++) {
		if (is_fence(above, false))
			return false;
		if (jscan_context_read_key(&key, above))
			context->key = key;
	}
	return true;
}

static void cut_front(struct jscan_context *context)
{
	struct jscan_text rest = context->front, line;

	while (jscan_text_next_line(&line, &rest))
		if (is_fence(line, false)) {
			context->front.len =
				(size_t)(line.bytes - context->front.bytes);
			return;
		}
}

/* Leaves `- ` marks of lists out, one in another too. */
static struct jscan_text skip_marks(struct jscan_text text)
{
	text = jscan_text_trim_start(text);
	while (text.len && text.bytes[0] == '-' &&
	       (text.len == 1 || text.bytes[1] == ' ')) {
		text.bytes++;
		text.len--;
		text = jscan_text_trim_start(text);
	}
	return text;
}

/* The item that is being written: behind the last mark of a flow list. */
static void find_item(struct jscan_context *context, struct jscan_text value)
{
	size_t from = 0;
	unsigned depth = 0;
	bool is_new = true; /* nothing of the item but blanks */
	char quote = 0;

	for (size_t i = 0; i < value.len; i++) {
		char c = value.bytes[i];
		bool is_quote = c == '"' || c == '\'';

		if (quote) {
			quote = c == quote ? 0 : quote;
			continue;
		}
		if (is_quote && is_new)
			quote = c;
		else if (c == '[' || c == '{')
			depth++;
		else if (c == ']' || c == '}')
			depth -= depth > 0;
		else if (c != ',' || !depth) {
			is_new = is_new && (c == ' ' || c == '\t');
			continue;
		}
		is_new = !quote;
		from = i + 1;
	}
	context->quote = quote;
	context->is_flow = context->is_flow || depth > 0;
	context->item.bytes = value.bytes + from;
	context->item.len = value.len - from;
	if (!quote)
		context->item = jscan_text_trim_start(context->item);
	/* A link in quotes: "[[Dana". */
	if (context->item.len >= 2 && !memcmp(context->item.bytes, "[[", 2)) {
		context->item.bytes += 2;
		context->item.len -= 2;
	}
}

static void find_word(struct jscan_context *context)
{
	struct jscan_text word = context->item;
	size_t from = word.len;

	while (from > 0 && !strchr(" \t,;#\"'([{<>|", word.bytes[from - 1]))
		from--;
	context->word.bytes = word.bytes + from;
	context->word.len = word.len - from;
}

/* `name: ` before the item: a member of a mapping in the value. */
static void find_member(struct jscan_context *context)
{
	struct jscan_text rest;
	size_t colon;

	if (context->quote || !find_colon(&colon, context->item))
		return;
	context->member = context->item;
	context->member.len = colon;
	rest.bytes = context->item.bytes + colon + 1;
	rest.len = context->item.len - colon - 1;
	find_item(context, rest);
}

static void find_in_front(struct jscan_context *context,
			  struct jscan_text typed)
{
	struct jscan_text key;
	size_t colon;

	cut_front(context);
	if (typed.len && typed.bytes[0] == '#')
		return;
	if (find_colon(&colon, typed) && jscan_context_read_key(&key, typed)) {
		context->key = key;
		typed.bytes += colon + 1;
		typed.len -= colon + 1;
		find_item(context, typed);
		if (context->is_flow)
			find_member(context);
		context->kind = JSCAN_PLACE_VALUE;
	} else if (typed.len && strchr(" \t-[]{}", typed.bytes[0])) {
		if (!context->key.bytes)
			return;
		find_item(context, skip_marks(typed));
		find_member(context);
		context->kind = JSCAN_PLACE_VALUE;
	} else {
		context->item = typed;
		context->kind = JSCAN_PLACE_KEY;
	}
}

void jscan_context_find(struct jscan_context *out, struct jscan_text text,
			size_t line, size_t at)
{
	struct jscan_text typed;

	memset(out, 0, sizeof(*out));
	if (!jscan_text_find_line(&out->line, text, line))
		return;
	out->at = at < out->line.len ? at : out->line.len;
	typed.bytes = out->line.bytes;
	typed.len = out->at;
	if (is_in_front(out, text, line) && !is_fence(out->line, false)) {
		find_in_front(out, typed);
	} else {
		out->item = typed;
		out->kind = JSCAN_PLACE_BODY;
	}
	find_word(out);
}
