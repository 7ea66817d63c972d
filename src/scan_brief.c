/*
 * A scan of which most is remembered: the notes that changed are read, the facts
 * of others fetched from the cache where they are needed, and the report is put
 * together by plan/brief.c.
 */
#include "scan.h"

#include <string.h>

#include "plan/brief.h"

/* Where a note's facts come from. */
struct fetch {
	struct jscan_scan *scan;
	struct jscan_facts facts;
};

static const struct jscan_facts *fetch(void *data, size_t index,
				       struct jscan_arena *arena)
{
	struct fetch *fetch = data;
	struct jscan_scan *scan = fetch->scan;

	if (!jscan_cache_has_facts(scan->cache, index))
		return &scan->gathered.facts[index];
	return jscan_cache_get_facts(scan->cache, index, &fetch->facts, arena)
		       ? &fetch->facts
		       : NULL;
}

static struct jscan_brief_note *list_notes(struct jscan_scan *scan)
{
	struct jscan_brief_note *notes = jscan_arena_array(
		&scan->arena, scan->source.count, sizeof(*notes));

	for (size_t i = 0; i < scan->source.count; i++) {
		struct jscan_brief_note *note = &notes[i];

		note->path = scan->source.files[i].path;
		note->is_certain = jscan_cache_get_mark(
			scan->cache, i, &note->mark, &note->content);
		if (!note->is_certain)
			jscan_mark_make(&note->mark, &scan->gathered.facts[i]);
	}
	return notes;
}

static void write_brief(struct jscan_buf *out, const void *data)
{
	jscan_brief_write(out, data);
}

/* Remembers for the next run what this one has made. */
static void keep(struct jscan_scan *scan, const struct jscan_brief *brief)
{
	struct jscan_cache_memory memory = {write_brief, brief};

	if (jscan_cache_is_to_be_written(scan->cache,
					 jscan_brief_count_new(brief)))
		jscan_cache_end(scan->cache, &memory);
}

bool jscan_scan_can_be_brief(const struct jscan_scan *scan)
{
	/* The order of paths is that of the system's names for them. */
	for (size_t i = 0; i < scan->source.count; i++) {
		if (scan->source.files[i].path !=
		    scan->source.files[i].raw_path)
			return false;
	}
	return true;
}

bool jscan_scan_make_brief(struct jscan_scan *scan, struct jscan_date as_of,
			   const struct jscan_diags *diags)
{
	struct fetch data = {.scan = scan};
	struct jscan_brief_input input = {.notes = list_notes(scan),
					  .count = scan->source.count,
					  .get = fetch,
					  .data = &data,
					  .config = &scan->config,
					  .lexicon = scan->lexicon,
					  .as_of = as_of,
					  .diags = diags};
	struct jscan_brief *brief;

	input.memory = jscan_cache_get_memory(scan->cache, &input.memory_len);
	if (!input.memory)
		input.memory_len = 0;
	if (!jscan_brief_make(&scan->report, &brief, &input, &scan->arena))
		return false;
	keep(scan, brief);
	scan->brief_notes = input.notes;
	return true;
}

bool jscan_scan_is_entry(const struct jscan_scan *scan, size_t index)
{
	return scan->brief_notes ? scan->brief_notes[index].mark.is_entry
				 : scan->gathered.facts[index].is_entry;
}
