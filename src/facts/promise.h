/*
 * Between the files that find promises of an answer: the words of a sentence,
 * and whether one of them is the cue of a promise.  Private to promise*.c.
 */
#ifndef JSCAN_FACTS_PROMISE_H
#define JSCAN_FACTS_PROMISE_H

#include <stdbool.h>
#include <stddef.h>

#define JSCAN_PROMISE_WORDS 160 /* a longer sentence is read up to here */

struct jscan_promise_word {
	char text[16]; /* in small letters; "" when longer */
	size_t begin, end;
	char mark;    /* before it: ' ', ',' and the like, ';' and the like */
	bool is_name; /* a capital, and no Friday or March */
};

struct jscan_promise_text {
	struct jscan_promise_word words[JSCAN_PROMISE_WORDS];
	size_t count;
};

/* "she'll" becomes the two words she and will. */
void jscan_promise_read_words(struct jscan_promise_text *out, const char *text,
			      size_t len);

bool jscan_promise_is_any(const char *word, const char *const *list);

/* The word so many places before; "" past the start or over a full stop. */
const char *jscan_promise_before(const struct jscan_promise_text *s, size_t at,
				 size_t back);
const char *jscan_promise_behind(const struct jscan_promise_text *s, size_t at,
				 size_t ahead);
bool jscan_promise_has_before(const struct jscan_promise_text *s, size_t at,
			      size_t reach, const char *const *list);

/*
 * Does the word promise an answer, and not the writer's own?  `date` is the
 * offset of the first date behind it.
 */
bool jscan_promise_is_cue(const struct jscan_promise_text *s, size_t at,
			  size_t date);

#endif
