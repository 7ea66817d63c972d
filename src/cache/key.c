/*
 * The key under which a cache is valid.  The makefile hashes every source file
 * and every table of words, so that no change to any rule can be forgotten; so do
 * the versions of the libraries that read for us.  The configuration counts
 * byte by byte.
 */
#include "cache/key.h"

#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "entry/outline.h"
#include "facts/pattern.h"
#include "rules_hash.h"

uint64_t jscan_cache_rules(void)
{
	return JSCAN_RULES_HASH;
}

static void add_number(struct jscan_buf *buf, uint64_t number)
{
	jscan_buf_add(buf, (const char *)&number, sizeof(number));
}

/* Shared libraries may be replaced while the program stays as it is. */
static void add_versions(struct jscan_buf *buf)
{
	char pattern[64];

	jscan_pattern_version(pattern);
	jscan_buf_addf(buf, "%s %s %s %s", jscan_utf8_version(),
		       jscan_yaml_version(), jscan_outline_version(), pattern);
}

uint64_t jscan_cache_key(const struct jscan_cache_options *options)
{
	struct jscan_buf buf;
	uint64_t key;

	jscan_buf_init(&buf);
	add_number(&buf, options->rules);
	add_versions(&buf);
	for (int i = 0; i < 2; i++) {
		const struct jscan_config_file *file = &options->config[i];

		/* A length before each, so that no two can be taken for one. */
		add_number(&buf, file->bytes ? file->len + 1 : 0);
		if (file->bytes)
			jscan_buf_add(&buf, file->bytes, file->len);
	}
	key = jscan_hash_bytes(buf.data, buf.len);
	jscan_buf_release(&buf);
	return key;
}
