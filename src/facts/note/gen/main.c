/*
 * note_tables FOLDER WORDS... BEHAVIOURS WEIGHTS: makes the tables of
 * src/facts/note in FOLDER.  See gen.h.
 */
#include "gen.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void gen_open(struct gen_file *file, const char *path)
{
	file->path = path;
	file->number = 0;
	file->stream = fopen(path, "r");
	if (!file->stream)
		gen_fail(file, "cannot read it");
}

char *gen_next(struct gen_file *file)
{
	while (fgets(file->line, sizeof(file->line), file->stream)) {
		size_t len = strlen(file->line);

		file->number++;
		if (len + 1 == sizeof(file->line))
			gen_fail(file, "the line is too long");
		while (len > 0 && strchr("\n\r\t ", file->line[len - 1]))
			file->line[--len] = '\0';
		if (len > 0 && file->line[0] != '#')
			return file->line;
	}
	return NULL;
}

void gen_close(struct gen_file *file)
{
	fclose(file->stream);
}

void gen_fail(const struct gen_file *file, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fprintf(stderr, "%s:%u: ", file->path, file->number);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
	exit(1);
}

/* Returns `memory`, which must be. */
static void *check(void *memory)
{
	if (memory)
		return memory;
	fputs("note_tables: out of memory\n", stderr);
	exit(1);
}

void *gen_grow(void *items, size_t count, size_t size)
{
	if ((count & (count - 1)) != 0)
		return items;
	return check(realloc(items, (count ? count * 2 : 1) * size));
}

void *gen_zeros(size_t count, size_t size)
{
	return check(calloc(count, size));
}

char *gen_copy(const char *text)
{
	return check(strdup(text));
}

FILE *gen_create(const char *folder, const char *name)
{
	char path[4096];
	FILE *out;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	out = fopen(path, "w");
	if (!out) {
		fprintf(stderr, "note_tables: cannot write %s\n", path);
		exit(1);
	}
	fputs("/* Made by note_tables. */\n", out);
	return out;
}

int main(int argc, char **argv)
{
	if (argc < 5) {
		fputs("usage: note_tables FOLDER WORDS... BEHAVIOURS WEIGHTS\n",
		      stderr);
		return 1;
	}
	for (int i = 2; i < argc - 2; i++)
		gen_read_words(argv[i]);
	gen_read_behaviours(argv[argc - 2]);
	gen_make_words();
	gen_make_filters();
	gen_write_words(argv[1]);
	gen_write_behaviours(argv[1]);
	gen_read_weights(argv[argc - 1]);
	gen_write_weights(argv[1]);
	return 0;
}
