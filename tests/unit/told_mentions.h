/*
 * What is told of people in a note: one a line, a * in front of those who are
 * listed, "?" for one without a name.
 */
#ifndef TESTS_UNIT_TOLD_MENTIONS_H
#define TESTS_UNIT_TOLD_MENTIONS_H

#include "unit/told.h"

#include "base/buf.h"
#include "facts/contact.h"

static inline void add_texts(struct jscan_buf *out, const char *name,
			     const struct jscan_texts *texts)
{
	for (size_t i = 0; i < texts->count; i++)
		jscan_buf_addf(out, "%s%s", i ? " & " : name, texts->items[i]);
}

static inline void add_text(struct jscan_buf *out, const char *name,
			    const char *text)
{
	if (text)
		jscan_buf_addf(out, "%s%s", name, text);
}

/* One mention a line; a * is in front of those who are listed. */
static inline void tell_mentions(char *out, size_t room,
				 const struct jscan_mentions *found)
{
	struct jscan_buf buf;

	jscan_buf_init(&buf);
	jscan_buf_add(&buf, "", 0);
	for (size_t i = 0; i < found->count; i++) {
		const struct jscan_mention *mention = &found->items[i];

		jscan_buf_addf(&buf, "%s%s%u %s%s", i ? "\n" : "",
			       mention->is_listed ? "*" : "", mention->line,
			       mention->name ? mention->name : "?",
			       mention->is_full_name ? " (full)" : "");
		add_text(&buf, ", title ", mention->title);
		add_text(&buf, ", role ", mention->role);
		add_text(&buf, ", of ", mention->company);
		add_texts(&buf, ", mail ", &mention->emails);
		add_texts(&buf, ", phone ", &mention->phones);
		add_texts(&buf, ", url ", &mention->urls);
	}
	snprintf(out, room, "%s", buf.data);
	jscan_buf_release(&buf);
}

/* What is told of everybody in a note, the company and role being known. */
static inline void tell_note(char *out, size_t room, const char *text)
{
	const struct jscan_contact_context context = {
		"Larkspur Freight", "Account Executive", NULL, false};
	struct jscan_document_parser *parser = jscan_document_parser_new();
	struct jscan_mentions found = {0};
	struct jscan_document document;
	struct jscan_config config;
	struct jscan_arena arena;
	struct jscan_diags diags;

	jscan_arena_init(&arena);
	jscan_config_init(&config);
	jscan_diags_init(&diags, &arena);
	jscan_document_open(&document, "a.md", text, strlen(text), &arena,
			    &diags);
	jscan_document_parse_body(&document, parser, &config, &arena, &diags);
	jscan_contacts_find(&found, &document, &context, &arena);
	tell_mentions(out, room, &found);
	jscan_document_parser_free(parser);
	jscan_arena_release(&arena);
}

#endif
