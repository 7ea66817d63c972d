/* The first bytes of the file, for the two sides of it: file.c and write.c. */
#ifndef JSCAN_CACHE_HEADER_H
#define JSCAN_CACHE_HEADER_H

#include <stddef.h>
#include <stdint.h>

#define JSCAN_CACHE_MAGIC "jscn\r\n\0\1" /* spoilt by any change to text */

struct jscan_cache_header {
	char magic[8];
	uint32_t version;
	uint32_t note_bytes; /* of one in the list */
	uint64_t key;	     /* of all that facts depend on but the note */
	uint64_t bytes;	     /* of the whole file */
	uint64_t memory;     /* where that begins; folders follow, the list */
	uint64_t memory_bytes;
	uint64_t memory_hash;
	uint64_t folders_bytes;
	uint64_t folders_hash;
	uint64_t index;	     /* where the list begins: notes, then paths */
	uint64_t index_hash;
	uint64_t count;
	uint64_t paths_bytes;
	uint64_t hash; /* of the header up to here */
};

uint64_t jscan_cache_header_hash(const struct jscan_cache_header *header);

#endif
