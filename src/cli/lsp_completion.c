/*
 * What may stand where the cursor is: keys of front matter, the words that a
 * key takes, weaknesses by their ids, and companies and people that the journal
 * knows.  What is offered comes from the last scan.
 */
#include <stdlib.h>
#include <string.h>

#include "cli/lsp.h"
#include "cli/lsp_context.h"
#include "cli/lsp_offers.h"
#include "cli/lsp_memory.h"

#define MOST_KEYS 64 /* that are looked for in one note */

struct completion {
	struct jscan_lsp *lsp;
	const struct jscan_context *context;
	struct jscan_offers list;
	const char *company; /* of the note, as scanned; or NULL */
};

/* The keys that the note has on other lines than the cursor's. */
static size_t find_written(const char *written[MOST_KEYS],
			   const struct completion *completion)
{
	struct jscan_text rest = completion->context->front, line, key;
	struct jscan_note_key found;
	size_t count = 0;

	while (count < MOST_KEYS && jscan_text_next_line(&line, &rest))
		if (line.bytes != completion->context->line.bytes &&
		    jscan_context_read_key(&key, line) &&
		    jscan_scan_find_key(&found, completion->lsp->scan,
					key.bytes, key.len))
			written[count++] = found.known;
	return count;
}

static void offer_keys(struct completion *completion)
{
	const struct jscan_context *context = completion->context;
	bool has_colon = memchr(context->line.bytes + context->at, ':',
				context->line.len - context->at) != NULL;
	const char *written[MOST_KEYS];
	size_t count = find_written(written, completion);
	struct jscan_note_key key;

	for (size_t i = 0; jscan_scan_get_key(&key, completion->lsp->scan, i);
	     i++) {
		struct jscan_offer offer = {.word = key.name,
					    .after = has_colon ? NULL : ": ",
					    .detail = key.meaning,
					    .kind = JSCAN_ITEM_PROPERTY,
					    .is_prose = true,
					    .typed = context->item};

		size_t k = 0;

		while (k < count && strcmp(written[k], key.known) != 0)
			k++;
		if (k == count)
			jscan_offers_add(&completion->list, &offer);
	}
}

static void offer_value(struct completion *completion, const char *word)
{
	struct jscan_offer offer = {.word = word,
				    .kind = JSCAN_ITEM_VALUE,
				    .typed = completion->context->item};

	jscan_offers_add(&completion->list, &offer);
}

static void offer_types(struct completion *completion)
{
	for (int i = 0; i <= JSCAN_EVENT_NOTE; i++)
		offer_value(completion,
			    jscan_event_type_name((enum jscan_event_type)i));
}

static void offer_outcomes(struct completion *completion)
{
	for (int i = JSCAN_OUTCOME_PENDING; i <= JSCAN_OUTCOME_WITHDRAWN; i++)
		offer_value(completion,
			    jscan_outcome_name((enum jscan_outcome)i));
}

static void offer_rules(struct completion *completion)
{
	for (int i = 0; i < JSCAN_RULE_COUNT; i++) {
		struct jscan_offer offer = {
			.word = jscan_rule_name((enum jscan_rule)i),
			.after = ": ",
			.kind = JSCAN_ITEM_PROPERTY,
			.typed = completion->context->item};

		jscan_offers_add(&completion->list, &offer);
	}
}

/* `before` the id: "weakness/"; `after` it: ": ", where it is a key. */
static void offer_weaknesses(struct completion *completion, const char *before,
			     const char *after, struct jscan_text typed)
{
	const struct jscan_category *category;

	for (size_t i = 0;
	     (category = jscan_scan_get_category(completion->lsp->scan, i));
	     i++) {
		struct jscan_offer offer = {.word = category->id,
					    .before = before,
					    .after = after,
					    .detail = category->title,
					    .text = category->questions,
					    .kind = JSCAN_ITEM_VALUE,
					    .is_prose = true,
					    .typed = typed};

		jscan_offers_add(&completion->list, &offer);
	}
}

/* A tag may be written with blanks between several, so the word counts. */
static void offer_tags(struct completion *completion)
{
	struct jscan_text word = completion->context->word;

	for (int i = 0; i <= JSCAN_EVENT_NOTE; i++) {
		struct jscan_offer offer = {
			.word = jscan_event_type_name((enum jscan_event_type)i),
			.kind = JSCAN_ITEM_VALUE,
			.typed = word};

		jscan_offers_add(&completion->list, &offer);
	}
	offer_weaknesses(completion, "weakness/", NULL, word);
	offer_weaknesses(completion, "strength/", NULL, word);
}

/* The word of `name` that begins like what is typed; NULL when none does. */
static const char *find_meant(const char *name, struct jscan_text typed)
{
	while (*name) {
		if (jscan_text_begins(name, typed))
			return name;
		name += strcspn(name, " ");
		name += strspn(name, " ");
	}
	return NULL;
}

/*
 * How much of the text before the cursor is the beginning of `name`: in "met
 * Dana Ru" the last seven bytes of it.  0 when nothing is.
 */
static struct jscan_text find_overlap(const struct completion *completion,
				      const char *name)
{
	const struct jscan_context *context = completion->context;
	struct jscan_text none = context->word, typed;
	size_t most = strlen(name);

	if (most > context->at)
		most = context->at;
	for (typed.len = most; typed.len > context->word.len; typed.len--) {
		typed.bytes = context->line.bytes + context->at - typed.len;
		if ((typed.len == context->at ||
		     strchr(" \t[(\"'@", typed.bytes[-1])) &&
		    jscan_text_begins(name, typed))
			return typed;
	}
	return none;
}

static void offer_name(struct completion *completion, const char *name,
		       const char *detail, bool is_first)
{
	const struct jscan_context *context = completion->context;
	bool is_prose = context->kind == JSCAN_PLACE_BODY;
	struct jscan_offer offer = {.word = name,
				    .detail = detail,
				    .kind = JSCAN_ITEM_TEXT,
				    .is_first = is_first,
				    .is_prose = is_prose,
				    .typed = context->item};

	if (is_prose)
		offer.typed = find_overlap(completion, name);
	offer.filter = find_meant(name, offer.typed);
	if (offer.filter)
		jscan_offers_add(&completion->list, &offer);
}

static void offer_contacts(struct completion *completion)
{
	const struct jscan_report *report = completion->lsp->report;

	for (size_t i = 0; i < report->contact_count; i++) {
		const struct jscan_contact *contact = &report->contacts[i];
		struct jscan_texts companies = contact->companies;
		bool is_of_company = false;

		for (size_t k = 0; completion->company && k < companies.count;
		     k++)
			is_of_company =
				is_of_company || !strcmp(companies.items[k],
							 completion->company);
		if (contact->name)
			offer_name(completion, contact->name,
				   companies.count ? companies.items[0]
						   : contact->title,
				   is_of_company);
	}
}

static int compare_names(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void offer_companies(struct completion *completion)
{
	const struct jscan_report *report = completion->lsp->report;
	const char **names =
		jscan_lsp_alloc(report->entry_count * sizeof(*names));
	size_t count = 0;

	for (size_t i = 0; i < report->entry_count; i++)
		if (report->entries[i].company)
			names[count++] = report->entries[i].company;
	qsort((void *)names, count, sizeof(*names), compare_names);
	for (size_t i = 0; i < count; i++)
		if (i == 0 || strcmp(names[i], names[i - 1]) != 0)
			offer_name(completion, names[i], NULL, false);
	free((void *)names);
}

/* Under one key: what its members, or it itself, may say. */
static void offer_under(struct completion *completion, const char *known)
{
	struct jscan_text member = completion->context->member;

	if (jscan_text_is(member, "name") || jscan_text_is(member, "with"))
		offer_contacts(completion);
	else if (jscan_text_is(member, "company"))
		offer_companies(completion);
	else if (member.len > 0)
		return;
	else if (!strcmp(known, "type"))
		offer_types(completion);
	else if (!strcmp(known, "outcome"))
		offer_outcomes(completion);
	else if (!strcmp(known, "company"))
		offer_companies(completion);
	else if (!strcmp(known, "contacts"))
		offer_contacts(completion);
	else if (!strcmp(known, "tags"))
		offer_tags(completion);
	else if (!strcmp(known, "ratings"))
		offer_weaknesses(completion, NULL, ": ",
				 completion->context->item);
	else if (!strcmp(known, "snooze"))
		offer_rules(completion);
}

/* In prose names that are begun with a capital, and tags behind a slash. */
static void offer_in_body(struct completion *completion)
{
	struct jscan_text word = completion->context->word;
	unsigned char first = word.len ? (unsigned char)word.bytes[0] : 0;

	if (word.len >= 9 &&
	    jscan_text_begins("weakness/", (struct jscan_text){word.bytes, 9}))
		offer_weaknesses(completion, "weakness/", NULL, word);
	else if (word.len >= 9 &&
		 jscan_text_begins("strength/",
				   (struct jscan_text){word.bytes, 9}))
		offer_weaknesses(completion, "strength/", NULL, word);
	else if ((first >= 'A' && first <= 'Z') || first >= 0x80) {
		offer_contacts(completion);
		offer_companies(completion);
	}
}

static const char *find_company(const struct jscan_lsp *lsp, const char *path)
{
	for (size_t i = 0; path && i < lsp->report->entry_count; i++)
		if (!strcmp(lsp->report->entries[i].path, path))
			return lsp->report->entries[i].company;
	return NULL;
}

json_t *jscan_lsp_complete(struct jscan_lsp *lsp,
			   const struct jscan_lsp_document *document,
			   size_t line, size_t at)
{
	struct completion completion = {.lsp = lsp};
	struct jscan_note_key key;
	struct jscan_context context;

	jscan_context_find(&context, document->text, line, at);
	completion.context = &context;
	jscan_offers_init(&completion.list, &context, line, lsp->is_utf8);
	if (lsp->scan && document->relative) {
		completion.company = find_company(lsp, document->relative);
		if (context.kind == JSCAN_PLACE_KEY)
			offer_keys(&completion);
		else if (context.kind == JSCAN_PLACE_VALUE &&
			 jscan_scan_find_key(&key, lsp->scan, context.key.bytes,
					     context.key.len))
			offer_under(&completion, key.known);
		else if (context.kind == JSCAN_PLACE_BODY)
			offer_in_body(&completion);
	}
	return jscan_offers_take(&completion.list);
}
