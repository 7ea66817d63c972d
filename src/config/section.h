/* The sections of a note, and which one a heading opens. */
#ifndef JSCAN_CONFIG_SECTION_H
#define JSCAN_CONFIG_SECTION_H

enum jscan_section {
	JSCAN_SECTION_NONE,
	JSCAN_SECTION_SELF, /* self-assessment */
	JSCAN_SECTION_STRENGTHS,
	JSCAN_SECTION_FEEDBACK,
	JSCAN_SECTION_CONTACTS,
	JSCAN_SECTION_FOLLOW_UP,
	JSCAN_SECTION_ADVICE /* tips, notes from an article: for readers only */
};

struct jscan_config;

/*
 * The section that a heading with these words opens, JSCAN_SECTION_NONE for any
 * other heading.  `folded` is the heading after jscan_utf8_fold_words.
 */
enum jscan_section jscan_section_find(const struct jscan_config *config,
				      const char *folded);

/* The name in configuration: "self-assessment"; "" for none. */
const char *jscan_section_name(enum jscan_section section);

#endif
