/*
 * The syntax is that of git-config(1): sections, names, and values with quotes,
 * escapes and lines that go on.  Whatever is not clearly that is left to
 * libgit2, which also knows the words for what is wrong with it.
 */
#include "git/settings.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "git/bytes.h"
#include "git/internal.h"

#define MOST_BYTES ((size_t)1 << 20)

struct reader {
	const char *at;
	const char *end;
	struct jscan_git_settings *out;
	struct jscan_arena *arena;
	struct jscan_buf section; /* with '.' at its end */
	struct jscan_buf word;
};

/* '\n' stands for the end, too. */
static char peek(const struct reader *reader)
{
	return reader->at < reader->end ? *reader->at : '\n';
}

static void skip_blanks(struct reader *reader)
{
	while (peek(reader) == ' ' || peek(reader) == '\t' ||
	       peek(reader) == '\r')
		reader->at++;
}

static void skip_line(struct reader *reader)
{
	while (peek(reader) != '\n')
		reader->at++;
	reader->at += reader->at < reader->end;
}

static bool is_name_byte(char byte)
{
	return isalnum((unsigned char)byte) || byte == '-';
}

static void add_lower(struct jscan_buf *out, char byte)
{
	jscan_buf_addc(out, (char)tolower((unsigned char)byte));
}

/* The quoted part of `[section "part"]`. */
static bool read_subsection(struct reader *reader)
{
	jscan_buf_addc(&reader->section, '.');
	for (reader->at++; peek(reader) != '"'; reader->at++) {
		if (peek(reader) == '\\')
			reader->at++;
		if (peek(reader) == '\n')
			return false;
		jscan_buf_addc(&reader->section, peek(reader));
	}
	reader->at++;
	return true;
}

/* From behind the '['. */
static bool read_section(struct reader *reader)
{
	jscan_buf_clear(&reader->section);
	for (; is_name_byte(peek(reader)) || peek(reader) == '.'; reader->at++)
		add_lower(&reader->section, peek(reader));
	if (!reader->section.len ||
	    !strncmp(reader->section.data, "include", strlen("include")))
		return false;
	skip_blanks(reader);
	if (peek(reader) == '"' && !read_subsection(reader))
		return false;
	if (peek(reader) != ']')
		return false;
	reader->at++;
	jscan_buf_addc(&reader->section, '.');
	return true;
}

/* What a backslash and the byte behind it stand for; nothing for a line end. */
static bool read_escape(struct reader *reader)
{
	static const char from[] = "nbt\"\\", to[] = "\n\b\t\"\\";
	const char *found;
	char byte;

	reader->at++;
	if (reader->at < reader->end && peek(reader) == '\r')
		reader->at++;
	byte = peek(reader);
	reader->at += reader->at < reader->end;
	if (byte == '\n')
		return true;
	found = strchr(from, byte);
	if (found)
		jscan_buf_addc(&reader->word, to[found - from]);
	return found != NULL;
}

/* From behind the '='; blanks at the end count only in quotes. */
static bool read_value(struct reader *reader)
{
	bool is_quoted = false;
	size_t kept = 0;

	jscan_buf_clear(&reader->word);
	jscan_buf_adds(&reader->word, "");
	skip_blanks(reader);
	while (peek(reader) != '\n') {
		char byte = peek(reader);

		if (!is_quoted && (byte == '#' || byte == ';'))
			break;
		if (byte == '\\') {
			if (!read_escape(reader))
				return false;
			kept = reader->word.len;
			continue;
		}
		reader->at++;
		if (byte == '"') {
			is_quoted = !is_quoted;
			kept = reader->word.len;
			continue;
		}
		jscan_buf_addc(&reader->word, byte);
		if (is_quoted || !isspace((unsigned char)byte))
			kept = reader->word.len;
	}
	reader->word.len = kept;
	return !is_quoted;
}

static bool read_setting(struct reader *reader)
{
	struct jscan_git_settings *out = reader->out;
	struct jscan_git_setting setting = {NULL, NULL};

	if (!reader->section.len || !isalpha((unsigned char)peek(reader)))
		return false;
	jscan_buf_clear(&reader->word);
	jscan_buf_add(&reader->word, reader->section.data, reader->section.len);
	for (; is_name_byte(peek(reader)); reader->at++)
		add_lower(&reader->word, peek(reader));
	setting.name = jscan_arena_strndup(reader->arena, reader->word.data,
					   reader->word.len);
	skip_blanks(reader);
	if (peek(reader) == '=') {
		reader->at++;
		if (!read_value(reader))
			return false;
		setting.value = jscan_arena_strndup(
			reader->arena, reader->word.data, reader->word.len);
	} else if (!strchr("#;\n", peek(reader))) {
		return false;
	}
	out->items = jscan_arena_grow(reader->arena, out->items, out->count,
				      sizeof(setting));
	out->items[out->count++] = setting;
	skip_line(reader);
	return true;
}

static bool read_all(struct reader *reader)
{
	bool is_sound = true;

	while (is_sound && reader->at < reader->end) {
		char byte = peek(reader);

		if (isspace((unsigned char)byte)) {
			reader->at++;
		} else if (byte == '#' || byte == ';') {
			skip_line(reader);
		} else if (byte == '[') {
			reader->at++;
			is_sound = read_section(reader);
		} else {
			is_sound = read_setting(reader);
		}
	}
	return is_sound;
}

bool jscan_git_settings_parse(struct jscan_git_settings *settings,
			      const char *bytes, size_t len,
			      struct jscan_arena *arena)
{
	struct reader reader = {
		.at = bytes, .end = bytes + len, .out = settings, .arena = arena};
	bool is_sound;

	if (len && memchr(bytes, 0, len))
		return false;
	jscan_buf_init(&reader.section);
	jscan_buf_init(&reader.word);
	is_sound = read_all(&reader);
	jscan_buf_release(&reader.section);
	jscan_buf_release(&reader.word);
	return is_sound;
}

/* A file, through links, as people have them for their own settings. */
static bool read_file(struct jscan_git_settings *out, const char *path,
		      bool is_required, struct jscan_arena *arena)
{
	struct jscan_buf bytes;
	char real[PATH_MAX];
	struct stat st;
	bool is_sound;

	if (!strcmp(path, "/dev/null"))
		return true;
	if (!realpath(path, real))
		return !is_required && (errno == ENOENT || errno == ENOTDIR);
	jscan_buf_init(&bytes);
	is_sound = !jscan_git_read_file(&bytes, AT_FDCWD, real, MOST_BYTES,
					&st) &&
		   jscan_git_settings_parse(out, bytes.len ? bytes.data : "",
					    bytes.len, arena);
	jscan_buf_release(&bytes);
	return is_sound;
}

static bool read_system(struct jscan_git_settings *out,
			const char *const *environment,
			struct jscan_arena *arena)
{
	const char *named = jscan_git_getenv(environment, "GIT_CONFIG_SYSTEM");
	const char *none = jscan_git_getenv(environment, "GIT_CONFIG_NOSYSTEM");
	bool is_none = false;

	if (named)
		return read_file(out, named, true, arena);
	if (none && jscan_git_parse_bool(&is_none, none) && is_none)
		return true;
	return read_file(out, "/etc/gitconfig", false, arena);
}

static bool read_personal(struct jscan_git_settings *out,
			  const char *const *environment,
			  struct jscan_arena *arena)
{
	const char *named = jscan_git_getenv(environment, "GIT_CONFIG_GLOBAL");
	const char *xdg = jscan_git_getenv(environment, "XDG_CONFIG_HOME");
	const char *home = jscan_git_getenv(environment, "HOME");

	if (named)
		return read_file(out, named, true, arena);
	if (xdg && !read_file(out, jscan_arena_printf(arena, "%s/git/config", xdg),
			      false, arena))
		return false;
	if (!home)
		return true;
	return (xdg ||
		read_file(out,
			  jscan_arena_printf(arena, "%s/.config/git/config",
					     home),
			  false, arena)) &&
	       read_file(out, jscan_arena_printf(arena, "%s/.gitconfig", home),
			 false, arena);
}

bool jscan_git_settings_read(struct jscan_git_settings *out, size_t *own,
			     const char *git_dir,
			     const char *const *environment,
			     struct jscan_arena *arena)
{
	memset(out, 0, sizeof(*out));
	if (!read_system(out, environment, arena) ||
	    !read_personal(out, environment, arena))
		return false;
	*own = out->count;
	return read_file(out, jscan_arena_printf(arena, "%sconfig", git_dir),
			 false, arena);
}

const struct jscan_git_setting *
jscan_git_settings_find(const struct jscan_git_settings *settings,
			const char *name)
{
	for (size_t i = settings->count; i; i--) {
		if (!strcmp(settings->items[i - 1].name, name))
			return &settings->items[i - 1];
	}
	return NULL;
}

bool jscan_git_parse_bool(bool *out, const char *value)
{
	static const char *const yes[] = {"true", "yes", "on"};
	static const char *const no[] = {"false", "no", "off", ""};
	char *end;
	long number;

	for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++) {
		if (!strcasecmp(value, yes[i])) {
			*out = true;
			return true;
		}
	}
	for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++) {
		if (!strcasecmp(value, no[i])) {
			*out = false;
			return true;
		}
	}
	number = strtol(value, &end, 0);
	if (end == value || (*end && (!strchr("kKmMgG", *end) || end[1])))
		return false;
	*out = number != 0;
	return true;
}
