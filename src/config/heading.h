/* The words of headings that open a section, as data; for section.c. */
#ifndef JSCAN_CONFIG_HEADING_H
#define JSCAN_CONFIG_HEADING_H

#include <stddef.h>

#include "config/section.h"

/*
 * How freely other words may stand before and behind it.  Fillers ("my",
 * "overall", numbers, names of months) may always; a few words before it
 * ("for", "asked", "no") never.
 */
enum jscan_heading_kind {
	JSCAN_HEADING_EXACT, /* only fillers */
	JSCAN_HEADING_FIRM,  /* "… from Dana", "… at Acme" behind it */
	JSCAN_HEADING_NOUN,  /* the same, and two words before it: "recruiter
				feedback" */
	JSCAN_HEADING_LOOSE  /* three words before it, four behind: "Acme retro,
				round two" */
};

struct jscan_heading {
	const char *words;
	unsigned char section; /* enum jscan_section */
	unsigned char kind;
};

/* Sorted by `words`. */
extern const struct jscan_heading jscan_headings[];
extern const size_t jscan_heading_count;

#endif
