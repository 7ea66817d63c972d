/*
 * The configuration in force: defaults, a person's own file, the folder's file,
 * each value with where it comes from.
 *
 * Wrong keys and values are errors with their line, and name the nearest known
 * key: the caller stops before any scan.
 */
#ifndef JSCAN_CONFIG_CONFIG_H
#define JSCAN_CONFIG_CONFIG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "config/section.h"
#include "journalscan.h"

struct jscan_span { /* "7 days", "3 months" */
	int count;
	bool is_months;
};

/* The numbers of one rule; see the table in plan/rules.h for what each means.
 */
struct jscan_rule_config {
	bool is_off;
	bool has_opens, has_due, has_lapses; /* false: the rule's default */
	struct jscan_span opens;
	struct jscan_span due;
	struct jscan_span lapses;
};

/* All numbers of one rule that are in force. */
struct jscan_rule_numbers {
	struct jscan_span opens;  /* after its start, or before a task's due */
	struct jscan_span due;	  /* after its start, or before an interview */
	struct jscan_span lapses; /* after its start or due; 0: never */
};

struct jscan_window {
	struct jscan_span from;
	struct jscan_span to;
};

struct jscan_pair { /* a person's own word, and the known one */
	const char *own;
	const char *known;
};

struct jscan_section_pair {
	const char *heading; /* folded as jscan_utf8_fold_words */
	enum jscan_section section;
};

struct jscan_config_place { /* of a value in its file, from 1 */
	unsigned line;
	unsigned column;
};

struct jscan_own_weakness { /* an own category, or additions to a known one */
	const char *id;
	const char *title;  /* or NULL */
	const char *advice; /* or NULL */
	struct jscan_texts phrases;
	struct jscan_texts patterns; /* compiled once by the reader, checked */
	const struct jscan_config_place *pattern_places;
	unsigned line;	  /* of the id, for messages */
	const char *path; /* of the file that says so */
};

struct jscan_config {
	const char *report;
	struct jscan_texts ignore;
	bool is_day_first; /* date-order: dmy */
	const char *region;
	const char *link_format; /* an address; NULL: relative */
	bool is_quarterly;
	struct jscan_rule_config rules[JSCAN_RULE_COUNT];
	struct jscan_window window;	  /* keep-in-touch */
	struct jscan_window later_window; /* keep-in-touch */
	int silence_interview_days;
	int silence_application_days;
	bool has_snapshot;
	const char *snapshot_ref;     /* NULL: the current branch */
	const char *snapshot_message; /* NULL: made from what changed */
	bool is_hook_strict;
	bool is_hook_staging;
	int hook_timeout_seconds;
	const struct jscan_pair *templates; /* rule or type, file */
	size_t template_count;
	const struct jscan_pair *keys; /* own folded with fold_words */
	size_t key_count;
	const struct jscan_section_pair *sections;
	size_t section_count;
	const struct jscan_own_weakness *weaknesses;
	size_t weakness_count;
};

/* The bytes of one configuration file and the name to print for it. */
struct jscan_config_file {
	const char *path;
	const char *bytes;
	size_t len;
};

/*
 * Reads files[0] (a person's own) and then files[1] (the folder's), whose
 * values win; a file with bytes NULL is not there.  Everything lives in
 * `arena`.  Returns 0, or -1: JSCAN_ERR_CONFIG with path, line, column.
 */
int jscan_config_parse(struct jscan_config *out,
		       const struct jscan_config_file files[2],
		       struct jscan_arena *arena, struct jscan_error *err);

/* The defaults alone. */
void jscan_config_init(struct jscan_config *config);

/*
 * Prints every value in force with its origin (`default`, or path:line), in the
 * form of a configuration file with comments.  `numbers` are those of the rules
 * in force, one for each rule.  Returns 0, or -1 as jscan_config_parse() does.
 */
int jscan_config_print(struct jscan_buf *out,
		       const struct jscan_config_file files[2],
		       const struct jscan_rule_numbers *numbers,
		       struct jscan_arena *arena, struct jscan_error *err);

#endif
