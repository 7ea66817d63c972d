/*
 * Words that are offered, as the protocol has them.  Each says which part of
 * the line it takes the place of, since names and keys have blanks in them, and
 * editors differ in what they call a word.
 */
#include "cli/lsp_offers.h"

#include <stdlib.h>
#include <string.h>

#include "cli/lsp.h"
#include "cli/lsp_memory.h"

#define MOST 500

void jscan_offers_init(struct jscan_offers *list,
		       const struct jscan_context *context, size_t line,
		       bool is_utf8)
{
	list->context = context;
	list->line = line;
	list->is_utf8 = is_utf8;
	list->items = json_array();
	list->is_cut = false;
}

bool jscan_offers_is_full(const struct jscan_offers *list)
{
	return json_array_size(list->items) >= MOST;
}

static bool is_printable(const char *word)
{
	for (; *word; word++)
		if ((unsigned char)*word < 0x20 || *word == 0x7f)
			return false;
	return true;
}

/* A plain scalar would be read as something else, or as less. */
static bool needs_quotes(const char *word, bool is_flow)
{
	size_t len = strlen(word);

	return len == 0 || strchr("-?:,[]{}#&*!|>'\"%@` ", word[0]) ||
	       strstr(word, ": ") || strstr(word, " #") ||
	       word[len - 1] == ':' || word[len - 1] == ' ' ||
	       (is_flow && strpbrk(word, ",[]{}"));
}

/* The word as YAML; the quote that stands there already is not closed. */
static void put_scalar(FILE *out, const char *word,
		       const struct jscan_context *context)
{
	char quote = context->quote;
	bool is_ours = !quote && needs_quotes(word, context->is_flow);

	if (is_ours) {
		quote = '\'';
		fputc(quote, out);
	}
	for (; *word; word++) {
		if (quote == '\'' && *word == '\'')
			fputc('\'', out);
		else if (quote == '"' && (*word == '"' || *word == '\\'))
			fputc('\\', out);
		fputc(*word, out);
	}
	if (is_ours)
		fputc(quote, out);
}

static json_t *make_text(const struct jscan_offers *list,
			 const struct jscan_offer *offer)
{
	char *text;
	size_t len;
	FILE *out = jscan_lsp_open_text(&text, &len);
	json_t *string;

	fputs(offer->before ? offer->before : "", out);
	if (offer->is_prose)
		fputs(offer->word, out);
	else
		put_scalar(out, offer->word, list->context);
	fputs(offer->after ? offer->after : "", out);
	fclose(out);
	string = json_stringn(text, len);
	free(text);
	return string;
}

/* "weakness/nerves" */
static json_t *make_label(const struct jscan_offer *offer)
{
	const char *before = offer->before ? offer->before : "";
	char *text = jscan_lsp_alloc(strlen(before) + strlen(offer->word) + 1);
	json_t *string;

	sprintf(text, "%s%s", before, offer->word);
	string = json_string(text);
	free(text);
	return string;
}

static json_t *make_range(const struct jscan_offers *list,
			  const struct jscan_offer *offer)
{
	const struct jscan_context *context = list->context;
	struct jscan_text line = context->line;
	size_t from = context->at - offer->typed.len;

	return jscan_lsp_range(
		list->line, jscan_text_count_units(line, from, list->is_utf8),
		jscan_text_count_units(line, context->at, list->is_utf8));
}

static void add_text(json_t *item, const char *name, const char *text)
{
	if (text && *text)
		json_object_set_new(item, name, jscan_lsp_string(text));
}

/* In the order of the list, those that go first before all others. */
static void add_order(json_t *item, const struct jscan_offers *list,
		      const struct jscan_offer *offer)
{
	char order[32];

	snprintf(order, sizeof(order), "%d%04zu", !offer->is_first,
		 json_array_size(list->items));
	json_object_set_new(item, "sortText", json_string(order));
}

void jscan_offers_add(struct jscan_offers *list,
		      const struct jscan_offer *offer)
{
	json_t *item, *text, *label;

	if (!is_printable(offer->word))
		return;
	if (jscan_offers_is_full(list)) {
		list->is_cut = true;
		return;
	}
	text = make_text(list, offer);
	label = make_label(offer);
	if (!text || !label) { /* no UTF-8, which a report always is */
		json_decref(text);
		json_decref(label);
		return;
	}
	item = json_pack("{s:o, s:i, s:{s:o, s:o}}", "label",
			 jscan_lsp_string(json_string_value(label)), "kind",
			 (int)offer->kind, "textEdit", "range",
			 make_range(list, offer), "newText", text);
	json_object_set_new(item, "filterText",
			    offer->filter ? json_string(offer->filter)
					  : json_incref(label));
	json_decref(label);
	add_text(item, "detail", offer->detail);
	add_text(item, "documentation", offer->text);
	add_order(item, list, offer);
	json_array_append_new(list->items, item);
}

json_t *jscan_offers_take(struct jscan_offers *list)
{
	json_t *items = list->items;

	list->items = NULL;
	return json_pack("{s:b, s:o}", "isIncomplete", (int)list->is_cut,
			 "items", items);
}
