/*
 * People: as the value of a contact key, and in a body under a heading that the
 * first byte chooses.  Numbers found lie in the text and go forward.
 */
#include "fuzz/fuzz.h"

#include "entry/document.h"
#include "facts/contact.h"
#include "facts/phone.h"

static void check_mentions(const struct jscan_mentions *mentions)
{
	for (size_t i = 0; i < mentions->count; i++) {
		const struct jscan_mention *mention = &mentions->items[i];

		if (!mention->name && !mention->emails.count &&
		    !mention->phones.count && !mention->title &&
		    !mention->role && !mention->urls.count && !mention->company)
			abort();
		if (mention->name && !*mention->name)
			abort();
	}
}

static void read_value(const char *text, size_t len)
{
	struct jscan_yaml_problem problem;
	struct jscan_mentions mentions = {0};
	struct jscan_yaml *tree = NULL;
	struct jscan_arena arena;

	jscan_arena_init(&arena);
	if (jscan_yaml_parse(&tree, text, len, 1, &arena, &problem) == 0 &&
	    tree) {
		jscan_contact_parse_value(&mentions, tree, NULL, &arena);
		check_mentions(&mentions);
	}
	jscan_arena_release(&arena);
}

static void read_body(const char *text, size_t len, const char *region)
{
	static struct jscan_document_parser *parser;
	static struct jscan_config config;
	struct jscan_contact_context context = {
		.company = "Tarn Ferries", .role = "Purser", .region = region};
	struct jscan_mentions mentions = {0};
	struct jscan_document document;
	struct jscan_arena arena;
	struct jscan_diags diags;

	if (!parser) {
		jscan_config_init(&config);
		parser = jscan_document_parser_new();
	}
	jscan_arena_init(&arena);
	jscan_diags_init(&diags, &arena);
	jscan_document_open(&document, "a.md", text, len, &arena, &diags);
	jscan_document_parse_body(&document, parser, &config, &arena, &diags);
	jscan_contacts_find(&mentions, &document, &context, &arena);
	check_mentions(&mentions);
	for (size_t i = 0; i < document.block_count; i++) {
		const struct jscan_block *block = &document.blocks[i];
		struct jscan_phone phone;
		size_t at = 0;

		while (jscan_phone_next(&phone, block->text, block->len, at)) {
			if (phone.offset < at || phone.len == 0 ||
			    phone.len > block->len - phone.offset)
				abort();
			at = phone.offset + phone.len;
		}
	}
	jscan_arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char table[] = "| Name | Role | Mail |\n"
				    "| --- | --- | --- |\n";
	static const char *const heads[] = {"# People\n\n", "# Notes\n\n",
					    table, ""};
	static const char *const regions[] = {NULL, "DE", "US", "GB"};
	uint8_t choice = take_choice(&data, &size);
	const char *head = heads[choice % 4];
	size_t len = strlen(head);
	char *text = malloc(len + size + 1);

	memcpy(text, head, len);
	memcpy(text + len, data, size);
	text[len + size] = '\0';
	if (choice & 16)
		read_value(text + len, size);
	else
		read_body(text, len + size, regions[choice / 4 % 4]);
	free(text);
	return 0;
}
