/* The weaknesses that are known without any configuration. */
#ifndef JSCAN_FACTS_NOTE_CATEGORY_H
#define JSCAN_FACTS_NOTE_CATEGORY_H

#include <stddef.h>

#define JSCAN_CATEGORY_KNOWN 24

struct jscan_category;

/* index below JSCAN_CATEGORY_KNOWN */
const struct jscan_category *jscan_category_get(size_t index);

/* Its index by id, caseless; or -1. */
int jscan_category_find(const char *id, size_t len);

#endif
