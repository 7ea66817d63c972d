/*
 * Reads a note once more as far as one line of it, and lets the reader of notes
 * tell how it understood the sentences there.
 */
#include "facts/line.h"

#include <string.h>

#include "base/utf8.h"
#include "facts/note/sentence.h"

struct account {
	struct jscan_buf *out;
	const struct jscan_facts *facts;
	const struct jscan_document *document;
	struct jscan_note_reader *reader;
	struct jscan_note_context context;
	struct jscan_arena *arena;
	unsigned line;
};

static unsigned line_of(const struct account *account,
			const struct jscan_block *block, size_t offset)
{
	unsigned line, column;

	jscan_document_position(account->document, block, offset, &line,
				&column);
	return line;
}

static bool holds_line(const struct account *account,
		       const struct jscan_block *block, size_t offset,
		       size_t len)
{
	return len && line_of(account, block, offset) <= account->line &&
	       line_of(account, block, offset + len - 1) >= account->line;
}

/* Is what stands at that line said of a mock interview? */
static bool is_of_mock(const struct account *account)
{
	const struct jscan_facts *facts = account->facts;
	unsigned scope = 0;

	for (unsigned i = 1; i < facts->scope_count; i++) {
		if (facts->scopes[i].line <= account->line)
			scope = i;
	}
	for (size_t i = 0; i < facts->assessment_count; i++) {
		if (facts->assessments[i].line == account->line)
			scope = facts->assessments[i].scope;
	}
	return facts->scopes[scope].type == JSCAN_EVENT_MOCK;
}

static void name_people(struct account *account, struct jscan_texts *names)
{
	const struct jscan_facts *facts = account->facts;
	const char **words = jscan_arena_array(
		account->arena, facts->mention_count, sizeof(*words));

	names->count = 0;
	for (size_t i = 0; i < facts->mention_count; i++) {
		const char *name = facts->mentions[i].mention.name;

		if (name)
			words[names->count++] = jscan_utf8_fold_words(
				account->arena, name, strlen(name));
	}
	names->items = words;
}

static void explain_block(struct account *account,
			  const struct jscan_block *block)
{
	struct jscan_note_context *context = &account->context;
	struct jscan_sentence_scanner scanner;
	struct jscan_sentence sentence;

	context->section = block->section;
	context->is_quoted = block->is_quoted;
	context->is_item = block->kind != JSCAN_BLOCK_PARAGRAPH;
	if (block->section != JSCAN_SECTION_NONE)
		jscan_buf_addf(account->out,
			       "it stands in a section of the "
			       "kind '%s'\n",
			       jscan_section_name(block->section));
	else
		jscan_buf_adds(account->out, "it stands in no section of a "
					     "known kind\n");
	if (block->box != JSCAN_BOX_NONE) {
		jscan_buf_adds(account->out, "it is a task: nothing is read in "
					     "it of the writer\n");
		return;
	}
	jscan_sentence_scanner_init(&scanner, block->text, block->len);
	while (jscan_sentence_next(&sentence, &scanner)) {
		if (holds_line(account, block, sentence.offset, sentence.len))
			jscan_note_reader_explain(account->reader, account->out,
						  block->text + sentence.offset,
						  sentence.len, context,
						  account->arena);
	}
}

void jscan_line_explain(struct jscan_buf *out, const struct jscan_facts *facts,
			const struct jscan_config *config,
			const struct jscan_lexicon *lexicon, const char *bytes,
			size_t len, unsigned line, struct jscan_arena *arena)
{
	struct jscan_document_parser *parser = jscan_document_parser_new();
	struct jscan_document document;
	struct jscan_texts names;
	struct jscan_diags diags;
	struct account account = {.out = out,
				  .facts = facts,
				  .document = &document,
				  .arena = arena,
				  .line = line};

	jscan_diags_init(&diags, arena);
	jscan_document_open(&document, facts->path, bytes, len, arena, &diags);
	jscan_document_parse_body(&document, parser, config, arena, &diags);
	name_people(&account, &names);
	account.context.names = &names;
	account.context.is_mock = is_of_mock(&account);
	account.reader = jscan_note_reader_new(lexicon);
	for (size_t i = 0; i < document.block_count; i++) {
		const struct jscan_block *block = &document.blocks[i];

		if (block->kind != JSCAN_BLOCK_HEADING &&
		    holds_line(&account, block, 0, block->len))
			explain_block(&account, block);
	}
	jscan_note_reader_free(account.reader);
	jscan_document_parser_free(parser);
}
