/*
 * The only file that knows PCRE2.  Patterns come from configuration files, so
 * they are strangers: their size and groups are capped when they are compiled,
 * and steps, depth and memory when they run.  The just-in-time compiler stays
 * out, for its stack is not under the heap limit.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "facts/pattern.h"

#include <pcre2.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"

#define COMPILED_MOST ((size_t)256 * 1024) /* bytes */

/* The steps that any match may take, whatever the others took. */
#define FREE_STEPS	    200
#define FREE_STEPS_FOR_BYTE 4

struct jscan_pattern {
	pcre2_code *code;
};

struct jscan_pattern_matcher {
	pcre2_general_context *general;
	pcre2_match_data *data;
	pcre2_match_context *context;
	size_t credit; /* steps beyond the free ones, until the restart */
};

static void *take_memory(size_t size, void *data)
{
	(void)data;
	return jscan_alloc(size);
}

static void give_memory(void *memory, void *data)
{
	(void)data;
	free(memory);
}

static int check_size(const pcre2_code *code, struct jscan_error *err)
{
	uint32_t groups = 0;
	size_t size = 0;

	pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &groups);
	pcre2_pattern_info(code, PCRE2_INFO_SIZE, &size);
	if (groups > JSCAN_PATTERN_GROUPS_MOST)
		return jscan_error_set(err, JSCAN_ERR_CONFIG,
				       "the pattern has %u groups; at most %d "
				       "are allowed",
				       groups, JSCAN_PATTERN_GROUPS_MOST);
	if (size > COMPILED_MOST)
		return jscan_error_set(err, JSCAN_ERR_CONFIG,
				       "the pattern is too large");
	return 0;
}

int jscan_pattern_new(struct jscan_pattern **out, const char *text,
		      struct jscan_error *err)
{
	struct jscan_pattern *pattern;
	size_t len = strlen(text), offset = 0;
	pcre2_code *code;
	int code_error = 0;

	if (len > JSCAN_PATTERN_BYTES_MOST)
		return jscan_error_set(err, JSCAN_ERR_CONFIG,
				       "the pattern is longer than %d bytes",
				       JSCAN_PATTERN_BYTES_MOST);
	code = pcre2_compile((PCRE2_SPTR)text, len,
			     PCRE2_UTF | PCRE2_CASELESS |
				     PCRE2_NEVER_BACKSLASH_C,
			     &code_error, &offset, NULL);
	if (!code) {
		char message[160] = "";

		pcre2_get_error_message(code_error, (PCRE2_UCHAR *)message,
					sizeof(message));
		return jscan_error_set(err, JSCAN_ERR_CONFIG,
				       "the pattern does not compile at its "
				       "byte %zu: %s",
				       offset + 1, message);
	}
	if (check_size(code, err) < 0) {
		pcre2_code_free(code);
		return -1;
	}
	pattern = jscan_alloc(sizeof(*pattern));
	pattern->code = code;
	*out = pattern;
	return 0;
}

void jscan_pattern_free(struct jscan_pattern *pattern)
{
	if (!pattern)
		return;
	pcre2_code_free(pattern->code);
	free(pattern);
}

struct jscan_pattern_matcher *jscan_pattern_matcher_new(void)
{
	struct jscan_pattern_matcher *matcher = jscan_alloc(sizeof(*matcher));

	matcher->general =
		pcre2_general_context_create(take_memory, give_memory, NULL);
	matcher->data = pcre2_match_data_create(1, matcher->general);
	matcher->context = pcre2_match_context_create(matcher->general);
	matcher->credit = JSCAN_PATTERN_CREDIT;
	pcre2_set_depth_limit(matcher->context, JSCAN_PATTERN_MATCH_MOST);
	pcre2_set_heap_limit(matcher->context, JSCAN_PATTERN_HEAP_KIB_MOST);
	return matcher;
}

void jscan_pattern_matcher_free(struct jscan_pattern_matcher *matcher)
{
	if (!matcher)
		return;
	pcre2_match_data_free(matcher->data);
	pcre2_match_context_free(matcher->context);
	pcre2_general_context_free(matcher->general);
	free(matcher);
}

void jscan_pattern_matcher_restart(struct jscan_pattern_matcher *matcher)
{
	matcher->credit = JSCAN_PATTERN_CREDIT;
}

static int match_within(const struct jscan_pattern *pattern,
		 struct jscan_pattern_matcher *matcher, const char *text,
		 size_t len, size_t most_steps)
{
	pcre2_set_match_limit(matcher->context, (uint32_t)most_steps);
	return pcre2_match(pattern->code, (PCRE2_SPTR)text, len, 0,
			   PCRE2_NO_UTF_CHECK, matcher->data,
			   matcher->context);
}

/*
 * PCRE2 does not tell the steps that it took, so what is tried again is charged
 * with all that it may take: with more by and by, for few need them all.
 */
static int match(const struct jscan_pattern *pattern,
		 struct jscan_pattern_matcher *matcher, const char *text,
		 size_t len)
{
	size_t steps = FREE_STEPS + FREE_STEPS_FOR_BYTE * len;
	int found = match_within(pattern, matcher, text, len,
				 steps < JSCAN_PATTERN_MATCH_MOST
					 ? steps
					 : JSCAN_PATTERN_MATCH_MOST);

	while (found == PCRE2_ERROR_MATCHLIMIT &&
	       steps < JSCAN_PATTERN_MATCH_MOST) {
		steps *= 16;
		if (steps > JSCAN_PATTERN_MATCH_MOST)
			steps = JSCAN_PATTERN_MATCH_MOST;
		if (matcher->credit < steps)
			break;
		matcher->credit -= steps;
		found = match_within(pattern, matcher, text, len, steps);
	}
	return found;
}

enum jscan_pattern_result
jscan_pattern_find(const struct jscan_pattern *pattern,
		   struct jscan_pattern_matcher *matcher, const char *text,
		   size_t len, size_t *offset)
{
	int found = match(pattern, matcher, text, len);

	if (found == PCRE2_ERROR_NOMATCH)
		return JSCAN_PATTERN_NONE;
	if (found < 0)
		return JSCAN_PATTERN_LIMIT;
	*offset = pcre2_get_ovector_pointer(matcher->data)[0];
	return JSCAN_PATTERN_FOUND;
}

void jscan_pattern_version(char out[64])
{
	int len = pcre2_config(PCRE2_CONFIG_VERSION, NULL);

	out[0] = '\0';
	if (len > 0 && len <= 64)
		pcre2_config(PCRE2_CONFIG_VERSION, out);
}
