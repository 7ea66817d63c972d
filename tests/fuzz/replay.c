/*
 * Runs a target over files and the files of folders: the corpus and the cases
 * of old findings, in every test, with any compiler.  Prints TAP.
 */
#include "fuzz/fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>

static size_t count;

static void replay_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	uint8_t *bytes;
	long size;

	if (!file || fseek(file, 0, SEEK_END) < 0 || (size = ftell(file)) < 0)
		abort();
	rewind(file);
	/* Exactly as long as the file, so that a byte too far is seen. */
	bytes = malloc((size_t)size ? (size_t)size : 1);
	if (!bytes || fread(bytes, 1, (size_t)size, file) != (size_t)size)
		abort();
	fclose(file);
	LLVMFuzzerTestOneInput(bytes, (size_t)size);
	free(bytes);
	count++;
}

static void replay(const char *path)
{
	struct dirent *entry;
	struct stat st;
	DIR *dir;

	if (stat(path, &st) < 0)
		abort();
	if (!S_ISDIR(st.st_mode)) {
		replay_file(path);
		return;
	}
	dir = opendir(path);
	while (dir && (entry = readdir(dir))) {
		char *below;

		if (entry->d_name[0] == '.')
			continue;
		if (asprintf(&below, "%s/%s", path, entry->d_name) < 0)
			abort();
		replay(below);
		free(below);
	}
	if (dir)
		closedir(dir);
}

int main(int argc, char **argv)
{
	printf("1..1\n");
	for (int i = 1; i < argc; i++)
		replay(argv[i]);
	printf("%s 1 - %zu inputs\n", count ? "ok" : "not ok", count);
	return count ? 0 : 1;
}
