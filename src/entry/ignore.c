/*
 * A pattern is matched part by part between slashes, and inside a part byte by
 * byte.  On each of the two levels there is one kind of star to come back to,
 * the last one met: that finds every match, and never tries more than each
 * position of the path with each of the pattern.
 */
#include "entry/ignore.h"

#include <string.h>

/* The classes of [[:name:]], for ASCII and whatever the locale. */
static bool is_in_class(unsigned char c, const char *name, size_t len,
			bool *is_known)
{
	static const struct {
		const char *name;
		const char *ranges; /* pairs of first and last */
	} classes[] = {
		{"alnum", "09AZaz"},  {"alpha", "AZaz"},
		{"blank", "  \t\t"},  {"digit", "09"},
		{"graph", "!~"},      {"lower", "az"},
		{"print", " ~"},      {"punct", "!/:@[`{~"},
		{"space", "  \t\r"},  {"upper", "AZ"},
		{"xdigit", "09AFaf"}, {"cntrl", "\x01\x1f\x7f\x7f"},
	};

	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
		const unsigned char *range =
			(const unsigned char *)classes[i].ranges;

		if (strlen(classes[i].name) != len ||
		    memcmp(classes[i].name, name, len) != 0)
			continue;
		*is_known = true;
		for (; *range; range += 2) {
			if (c >= range[0] && c <= range[1])
				return true;
		}
		return false;
	}
	*is_known = false;
	return false;
}

/* One byte of a set, after a backslash the byte behind it; 0 at the end. */
static unsigned char set_byte(const char *pattern, size_t *at, size_t end)
{
	if (*at < end && pattern[*at] == '\\')
		++*at;
	return *at < end ? (unsigned char)pattern[(*at)++] : 0;
}

/* `[:name:]` at *at: 1 when `c` is in it, 0 when not, -1 when it is none. */
static int match_class(const char *pattern, size_t *at, size_t end,
		       unsigned char c, bool *is_known)
{
	size_t from = *at + 2, to = from;

	if (*at + 1 >= end || pattern[*at] != '[' || pattern[*at + 1] != ':')
		return -1;
	while (to < end && pattern[to] != ']')
		to++;
	if (to == end || to == from || pattern[to - 1] != ':')
		return -1;
	*at = to + 1;
	return is_in_class(c, pattern + from, to - 1 - from, is_known);
}

/*
 * Matches `c` with the set that `[` before *at opens and moves *at behind it.
 * A set that does not end, or names no class, matches nothing: *at is `end`
 * + 1.
 */
static bool match_set(const char *pattern, size_t *at, size_t end,
		      unsigned char c)
{
	bool is_negated =
		*at < end && (pattern[*at] == '!' || pattern[*at] == '^');
	bool is_match = false, is_known = true;
	size_t first;

	if (is_negated)
		++*at;
	for (first = *at; *at < end && (pattern[*at] != ']' || *at == first);) {
		unsigned char low, high;
		int in_class = match_class(pattern, at, end, c, &is_known);

		if (in_class >= 0) {
			is_match |= in_class;
			continue;
		}
		low = high = set_byte(pattern, at, end);
		if (*at + 1 < end && pattern[*at] == '-' &&
		    pattern[*at + 1] != ']') {
			++*at;
			high = set_byte(pattern, at, end);
		}
		/* git takes the first byte of an empty range, too */
		is_match |= c == low || (c >= low && c <= high);
	}
	if (*at >= end || !is_known) {
		*at = end + 1;
		return false;
	}
	++*at;
	return is_match != is_negated;
}

/*
 * Matches one byte of a name with what stands at *at of the pattern, which is
 * no star, and moves on; past `end` when the pattern can match nothing.
 */
static bool match_byte(const char *pattern, size_t *at, size_t end, char c)
{
	char p = pattern[(*at)++];

	if (p == '?')
		return true;
	if (p == '[')
		return match_set(pattern, at, end, (unsigned char)c);
	if (p == '\\') {
		if (*at == end) {
			++*at;
			return false;
		}
		p = pattern[(*at)++];
	}
	return p == c;
}

/* One part of a path with one part of a pattern. */
static bool match_part(const char *pattern, size_t pattern_len,
		       const char *name, size_t len)
{
	size_t at = 0, i = 0;
	size_t star = 0, star_i = 0;
	bool has_star = false;

	while (i < len || at < pattern_len) {
		size_t next = at;

		if (at < pattern_len && pattern[at] == '*') {
			has_star = true;
			star = ++at;
			star_i = i;
			continue;
		}
		if (i < len && at < pattern_len &&
		    match_byte(pattern, &next, pattern_len, name[i])) {
			at = next;
			i++;
			continue;
		}
		if (next > pattern_len || !has_star || star_i >= len)
			return false;
		at = star;
		i = ++star_i;
	}
	return true;
}

static size_t part_len(const char *text, size_t at, size_t len)
{
	const char *slash = memchr(text + at, '/', len - at);

	return slash ? (size_t)(slash - text) - at : len - at;
}

/* The same for a pattern, where a slash in a set parts nothing. */
static size_t pattern_part_len(const char *text, size_t at, size_t len)
{
	size_t i = at;

	while (i < len && text[i] != '/') {
		if (text[i] == '[') {
			size_t end = i + 1;

			match_set(text, &end, len, 'x');
			i = end;
		} else {
			i += text[i] == '\\' ? 2 : 1;
		}
	}
	return (i < len ? i : len) - at;
}

/* `**`, or more stars, as a whole part. */
static bool is_any_parts(const char *text, size_t len)
{
	size_t i = 0;

	while (i < len && text[i] == '*')
		i++;
	return len >= 2 && i == len;
}

/* A whole path; `**` as a part stands for any number of parts. */
static bool match_path(const struct jscan_pattern *pattern, const char *path,
		       size_t len)
{
	const char *text = pattern->text;
	size_t at = 0, i = 0, stars = 0, stars_i = 0;
	bool has_stars = false;

	while (i <= len) {
		size_t name_len = part_len(path, i, len), pattern_len;

		if (at <= pattern->len) {
			pattern_len = pattern_part_len(text, at, pattern->len);
			if (is_any_parts(text + at, pattern_len)) {
				/* at the end: all below, at least a part */
				if (at + pattern_len == pattern->len)
					return true;
				has_stars = true;
				stars = at += pattern_len + 1;
				stars_i = i;
				continue;
			}
			if (match_part(text + at, pattern_len, path + i,
				       name_len)) {
				at += pattern_len + 1;
				i += name_len + 1;
				if (i > len && at > pattern->len)
					return true;
				if (i <= len && at <= pattern->len)
					continue;
			}
		}
		if (!has_stars)
			return false;
		stars_i += part_len(path, stars_i, len) + 1;
		i = stars_i;
		at = stars;
	}
	return false;
}

static bool matches(const struct jscan_pattern *pattern, const char *path,
		    size_t len, bool is_folder)
{
	if (pattern->is_folder_only && !is_folder)
		return false;
	if (!pattern->is_anchored) {
		const char *slash = memrchr(path, '/', len);
		const char *name = slash ? slash + 1 : path;

		len -= (size_t)(name - path);
		path = name;
	}
	if (pattern->is_plain)
		return pattern->len == len && !memcmp(pattern->text, path, len);
	if (pattern->is_anchored)
		return match_path(pattern, path, len);
	return match_part(pattern->text, pattern->len, path, len);
}

enum jscan_pattern_match
jscan_patterns_match(const struct jscan_patterns *patterns, const char *path,
		     bool is_folder)
{
	size_t len = strlen(path);

	for (size_t i = patterns->count; i > 0; i--) {
		const struct jscan_pattern *pattern = &patterns->items[i - 1];

		if (matches(pattern, path, len, is_folder))
			return pattern->is_negated ? JSCAN_PATTERN_KEEP
						   : JSCAN_PATTERN_IGNORE;
	}
	return JSCAN_PATTERN_SILENT;
}

/* Blanks at the end go, but not one behind a backslash. */
static size_t trim_blanks(const char *line, size_t len)
{
	size_t kept = 0;

	for (size_t i = 0; i < len; i++) {
		if (line[i] == '\\' && i + 1 < len)
			i++;
		else if (line[i] == ' ')
			continue;
		kept = i + 1;
	}
	return kept;
}

static bool read_line(struct jscan_pattern *out, const char *line, size_t len,
		      struct jscan_arena *arena)
{
	char *text;

	memset(out, 0, sizeof(*out));
	if (len && line[len - 1] == '\r')
		len--;
	if (!len || line[0] == '#')
		return false;
	len = trim_blanks(line, len);
	if (len && line[0] == '!') {
		out->is_negated = true;
		line++;
		len--;
	}
	if (len && line[len - 1] == '/') {
		out->is_folder_only = true;
		len--;
	}
	out->is_anchored = len && memchr(line, '/', len);
	if (len && line[0] == '/') {
		line++;
		len--;
	}
	if (!len)
		return false;
	text = jscan_arena_alloc(arena, len + 1);
	for (size_t i = 0; i < len; i++) { /* an escaped slash is a slash */
		if (line[i] != '\\' || i + 1 == len || line[i + 1] != '/')
			text[out->len++] = line[i];
	}
	out->text = text;
	out->is_plain = !strpbrk(text, "*?[\\");
	return true;
}

bool jscan_patterns_parse(struct jscan_patterns *out, const char *bytes,
			  size_t len, struct jscan_arena *arena)
{
	struct jscan_pattern *items = NULL;
	size_t count = 0, at = 0;

	if (len >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3))
		at = 3;
	while (at < len && count < JSCAN_PATTERNS_MOST) {
		const char *end = memchr(bytes + at, '\n', len - at);
		size_t line_len = end ? (size_t)(end - bytes) - at : len - at;
		struct jscan_pattern pattern;

		if (read_line(&pattern, bytes + at, line_len, arena)) {
			items = jscan_arena_grow(arena, items, count,
						 sizeof(*items));
			items[count++] = pattern;
		}
		at += line_len + 1;
	}
	out->items = items;
	out->count = count;
	return at >= len;
}
