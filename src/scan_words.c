/*
 * The words that a journal's notes may use, for editors that complete them: the
 * keys of front matter and the weaknesses that can be named.
 */
#include "journalscan.h"

#include "base/utf8.h"
#include "config/key.h"
#include "facts/note.h"
#include "scan.h"

#define MOST_KEY_BYTES 256

static void describe(struct jscan_note_key *out, const char *name,
		     enum jscan_key key)
{
	out->known = jscan_key_name(key);
	out->name = name ? name : out->known;
	out->meaning = jscan_key_meaning(key);
}

bool jscan_scan_get_key(struct jscan_note_key *out,
			const struct jscan_scan *scan, size_t index)
{
	const struct jscan_config *config = &scan->config;
	size_t known = JSCAN_KEYS - 1; /* JSCAN_KEY_NONE is no key */

	if (index < known) {
		describe(out, NULL, (enum jscan_key)(index + 1));
		return true;
	}
	index -= known;
	if (index >= config->key_count)
		return false;
	describe(out, config->keys[index].own,
		 jscan_key_find(config, config->keys[index].own, NULL));
	return true;
}

bool jscan_scan_find_key(struct jscan_note_key *out,
			 const struct jscan_scan *scan, const char *written,
			 size_t len)
{
	struct jscan_arena arena;
	enum jscan_key key;

	if (len > MOST_KEY_BYTES)
		return false;
	jscan_arena_init(&arena);
	key = jscan_key_find(&scan->config,
			     jscan_utf8_fold_words(&arena, written, len), NULL);
	jscan_arena_release(&arena);
	if (key == JSCAN_KEY_NONE)
		return false;
	describe(out, NULL, key);
	return true;
}

const struct jscan_category *
jscan_scan_get_category(const struct jscan_scan *scan, size_t index)
{
	return index < jscan_lexicon_category_count(scan->lexicon)
		       ? jscan_lexicon_get_category(scan->lexicon, index)
		       : NULL;
}
