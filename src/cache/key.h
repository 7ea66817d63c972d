/* What facts depend on besides the note itself. */
#ifndef JSCAN_CACHE_KEY_H
#define JSCAN_CACHE_KEY_H

#include <stdint.h>

#include "cache/cache.h"

/* A hash of the rules, the configuration and the journal's own folder. */
uint64_t jscan_cache_key(const struct jscan_cache_options *options);

#endif
