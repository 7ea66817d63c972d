/* Reading a tree entry by entry; every byte of it is doubted. */
#include "git/tree_entry.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "git/store.h"

#define MODE_KIND 0170000u

int jscan_tree_open(struct jscan_tree_cursor *cursor,
		    struct jscan_repository *repository,
		    const unsigned char *id, struct jscan_error *err)
{
	char hex[2 * JSCAN_SHA1_BYTES + 1];
	enum jscan_object_type type;

	jscan_sha1_hex(hex, id);
	jscan_buf_init(&cursor->bytes);
	jscan_buf_adds(&cursor->bytes, "");
	if (jscan_store_read(&cursor->bytes, &type, repository, id, SIZE_MAX,
			     err) != JSCAN_STORE_OK) {
		jscan_buf_release(&cursor->bytes);
		return -1;
	}
	if (type != JSCAN_OBJECT_TREE) {
		jscan_buf_release(&cursor->bytes);
		return jscan_error_set(err, JSCAN_ERR_REPOSITORY,
				       "the object %.10s is no tree", hex);
	}
	cursor->at = cursor->bytes.data;
	cursor->end = cursor->at + cursor->bytes.len;
	return 0;
}

void jscan_tree_close(struct jscan_tree_cursor *cursor)
{
	jscan_buf_release(&cursor->bytes);
}

int jscan_tree_read(struct jscan_tree_cursor *cursor,
		    struct jscan_tree_entry *entry)
{
	const char *nul;
	char *after;

	if (cursor->at == cursor->end)
		return 0;
	nul = memchr(cursor->at, 0, (size_t)(cursor->end - cursor->at));
	if (!nul || cursor->end - nul <= JSCAN_SHA1_BYTES)
		return -1;
	entry->mode = (uint32_t)strtoul(cursor->at, &after, 8);
	if (*after != ' ' || after + 1 == nul)
		return -1;
	entry->name = after + 1;
	entry->len = (size_t)(nul - entry->name);
	entry->id = (const unsigned char *)nul + 1;
	cursor->at = nul + 1 + JSCAN_SHA1_BYTES;
	return memchr(entry->name, '/', entry->len) ? -1 : 1;
}

int jscan_tree_say_damaged(struct jscan_error *err)
{
	return jscan_error_set(err, JSCAN_ERR_REPOSITORY,
			       "a tree of the repository is damaged: git fsck "
			       "says more");
}

bool jscan_tree_is_folder(const struct jscan_tree_entry *entry)
{
	return (entry->mode & MODE_KIND) == JSCAN_TREE_FOLDER;
}
