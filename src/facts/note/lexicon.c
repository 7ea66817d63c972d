/*
 * The categories in force: the known ones, and those of the configuration
 * behind them.  A category of the configuration with a known id adds its
 * phrases and patterns to that one.
 */
#include "facts/note/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "facts/note/category.h"

/* The place of a category of the configuration, made when it is new; or -1. */
static int get_category(struct jscan_lexicon *lexicon,
			const struct jscan_own_weakness *weakness,
			struct jscan_error *err)
{
	int found = jscan_lexicon_find_category(lexicon, weakness->id,
						strlen(weakness->id));
	struct jscan_category *category;

	if (found < 0) {
		if (lexicon->category_count == JSCAN_CATEGORY_MOST)
			return jscan_error_set_at(
				err, JSCAN_ERR_CONFIG, weakness->path,
				weakness->line, 0,
				"more than %d weaknesses", JSCAN_CATEGORY_MOST);
		found = (int)lexicon->category_count++;
		category = &lexicon->categories[found];
		category->id = jscan_arena_strdup(&lexicon->arena,
						  weakness->id);
		category->title = category->id;
		category->source = "your own";
	}
	category = &lexicon->categories[found];
	if (weakness->title)
		category->title = jscan_arena_strdup(&lexicon->arena,
						     weakness->title);
	if (weakness->advice)
		category->advice = jscan_arena_strdup(&lexicon->arena,
						      weakness->advice);
	return found;
}

static int add_own(struct jscan_lexicon *lexicon,
		   const struct jscan_own_weakness *weakness,
		   struct jscan_error *err)
{
	int category = get_category(lexicon, weakness, err);

	if (category < 0)
		return -1;
	for (size_t i = 0; i < weakness->phrases.count; i++)
		jscan_own_add_phrase(&lexicon->own, weakness->phrases.items[i],
				     (unsigned)category, &lexicon->arena);
	for (size_t i = 0; i < weakness->patterns.count; i++) {
		struct jscan_error inner = {0};

		if (jscan_own_add_pattern(
			    &lexicon->own, weakness->patterns.items[i],
			    (unsigned)category, &lexicon->arena, &inner) < 0)
			return jscan_error_set_at(
				err, JSCAN_ERR_CONFIG, weakness->path,
				weakness->pattern_places[i].line,
				weakness->pattern_places[i].column,
				"weakness '%s': %s",
				weakness->id, inner.message);
	}
	return 0;
}

int jscan_lexicon_new(struct jscan_lexicon **out,
		      const struct jscan_config *config,
		      struct jscan_error *err)
{
	struct jscan_lexicon *lexicon = jscan_alloc(sizeof(*lexicon));

	memset(lexicon, 0, sizeof(*lexicon));
	jscan_arena_init(&lexicon->arena);
	for (size_t i = 0; i < JSCAN_CATEGORY_KNOWN; i++)
		lexicon->categories[i] = *jscan_category_get(i);
	lexicon->category_count = JSCAN_CATEGORY_KNOWN;
	for (size_t i = 0; config && i < config->weakness_count; i++) {
		if (add_own(lexicon, &config->weaknesses[i], err) < 0) {
			jscan_lexicon_free(lexicon);
			return -1;
		}
	}
	*out = lexicon;
	return 0;
}

void jscan_lexicon_free(struct jscan_lexicon *lexicon)
{
	if (!lexicon)
		return;
	jscan_own_release(&lexicon->own);
	jscan_arena_release(&lexicon->arena);
	free(lexicon);
}

size_t jscan_lexicon_category_count(const struct jscan_lexicon *lexicon)
{
	return lexicon->category_count;
}

const struct jscan_category *
jscan_lexicon_get_category(const struct jscan_lexicon *lexicon, size_t index)
{
	return &lexicon->categories[index];
}

/* Is `text` this id?  As in keys, case, `_` and a space make no difference. */
static bool is_id(const char *id, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char c = text[i] == '_' || text[i] == ' ' ? '-' : text[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		if (id[i] != c) /* at the end of the id, too */
			return false;
	}
	return !id[len];
}

int jscan_lexicon_find_category(const struct jscan_lexicon *lexicon,
				const char *id, size_t len)
{
	for (size_t i = 0; i < lexicon->category_count; i++) {
		if (is_id(lexicon->categories[i].id, id, len))
			return (int)i;
	}
	return -1;
}
