/*
 * Writes a made-up journal to measure with: generate [-e] N DIR.
 *
 * N markdown files of 2,250 bytes on average go below DIR, which must not
 * exist.  They follow the journal format in the manners of three writers: one
 * file an event, one file an application with dated headings, and Obsidian's
 * habits.  One file in 50 is an ordinary note; with -e all are entries.
 *
 * The same N gives the same bytes on every machine, and a smaller N the first
 * of the same files, so that results at two sizes can be compared.
 */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "made.h"

#define SEED	  20261115u
#define FIRST_DAY 17900 /* 2019-01-04 */

static void make_person(struct jscan_made *j, struct jscan_made_person *who)
{
	who->first = &PICK(j, first_names);
	if (chance(j, 15)) {
		who->last = &PICK(j, last_names);
		who->tail = "";
	} else {
		who->last = &PICK(j, last_heads);
		who->tail = PICK(j, last_tails);
	}
	who->initial = chance(j, 40) ? (char)('A' + below(j, 20)) : '\0';
	who->title = PICK(j, titles);
	who->phone = j->people++;
}

static void make_company(struct jscan_made *j, unsigned number)
{
	struct jscan_made_company *company = &j->company;
	unsigned n = (unsigned)((uint64_t)number * 7919 % (97 * 89 * 12));
	size_t len = 0;

	company->manner = chance(j, 40)	  ? APPLICATIONS
			  : chance(j, 50) ? EVENTS
					  : OBSIDIAN;
	company->dates = below(j, 4);
	company->capitals = chance(j, 30);
	company->role = PICK(j, roles);
	company->day = FIRST_DAY + (int)below(j, MADE_AS_OF - FIRST_DAY - 5);
	company->file_count = company->manner == APPLICATIONS ? 1 + below(j, 3)
							      : 3 + below(j, 7);
	company->given_up = MADE_AS_OF - company->day > 400 && chance(j, 75);
	company->person_count = 1 + below(j, 4);
	for (unsigned i = 0; i < company->person_count; i++)
		make_person(j, &company->people[i]);
	snprintf(company->name, sizeof(company->name), "%s%s%s",
		 company_first[n % 97], company_second[n / 97 % 89],
		 company_third[n / 97 / 89]);
	for (const char *s = company->name; *s; s++) {
		char c = *s >= 'A' && *s <= 'Z' ? (char)(*s - 'A' + 'a') : *s;

		if (c >= 'a' && c <= 'z')
			company->slug[len++] = c;
		else if (c == ' ')
			company->slug[len++] = '-';
	}
	company->slug[len] = '\0';
}

static void die(const char *what, const char *path)
{
	fprintf(stderr, "generate: %s '%s': %s\n", what, path, strerror(errno));
	exit(2);
}

static void make_folder(int root, const char *path)
{
	if (mkdirat(root, path, 0777) < 0 && errno != EEXIST)
		die("cannot make", path);
}

/* Writes the text so far to `path` below the folder, and starts anew. */
static void write_file(struct jscan_made *j, int root, const char *path)
{
	int fd = openat(root, path, O_WRONLY | O_CREAT | O_EXCL, 0666);

	if (fd < 0)
		die("cannot make", path);
	if (write(fd, j->text, j->len) != (ssize_t)j->len || close(fd) < 0)
		die("cannot write", path);
	j->written_files++;
	j->written_bytes += j->len;
	j->len = 0;
}

/* Puts the name of the company's file number `i` into `out`. */
static void name_file(char *out, size_t size, const struct jscan_made *j,
		      enum jscan_made_kind kind, unsigned i)
{
	unsigned year, month, day;

	split_day(j->day, &year, &month, &day);
	switch (j->company.manner) {
	case EVENTS:
		snprintf(out, size, "%u-%02u-%02u-%s.md", year, month, day,
			 kind_names[kind]);
		break;
	case APPLICATIONS:
		snprintf(out, size, "%s-%u.md", j->company.slug, i + 1);
		break;
	case OBSIDIAN:
		snprintf(out, size, "%u-%02u-%02u %s %s.md", year, month, day,
			 j->company.name, kind_names[kind]);
		break;
	}
}

/* Writes the first `count` files of the company at hand. */
static void write_company(struct jscan_made *j, int root, unsigned count)
{
	struct jscan_made_company *company = &j->company;
	enum jscan_made_kind kind = chance(j, 40) ? APPLICATION : INTERVIEW;
	unsigned year, month, day;
	char path[256];
	int len;

	split_day(company->day, &year, &month, &day);
	len = snprintf(path, sizeof(path), "%u", year);
	make_folder(root, path);
	len += snprintf(path + len, sizeof(path) - (size_t)len, "/%s",
			company->slug);
	make_folder(root, path);
	path[len++] = '/';
	j->day = company->day;
	for (unsigned i = 0; i < count; i++) {
		name_file(path + len, sizeof(path) - (size_t)len, j, kind, i);
		if (company->manner == APPLICATIONS)
			jscan_made_application(j);
		else
			jscan_made_event(j, kind);
		write_file(j, root, path);
		kind = jscan_made_next(j, kind, company->file_count - i - 1);
		j->day += jscan_made_gap_days(j, kind);
	}
}

static void write_journal(struct jscan_made *j, unsigned count,
			  bool entries_only, const char *folder)
{
	char path[64];
	int root;

	if (mkdir(folder, 0777) < 0)
		die("cannot make", folder);
	root = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (root < 0)
		die("cannot open", folder);
	j->random = SEED;
	for (unsigned number = 0; j->written_files < count; number++) {
		unsigned left = count - j->written_files;

		make_company(j, number);
		write_company(j, root,
			      left < j->company.file_count
				      ? left
				      : j->company.file_count);
		/* Every 50th file: companies have 4.4 on average. */
		if (entries_only || j->written_files == count ||
		    number % 11 != 0)
			continue;
		jscan_made_note(j);
		make_folder(root, "notes");
		snprintf(path, sizeof(path), "notes/idea %u.md", number);
		write_file(j, root, path);
	}
	close(root);
}

int main(int argc, char **argv)
{
	static struct jscan_made made;
	int entries_only = argc > 1 && strcmp(argv[1], "-e") == 0;
	char *end = NULL;
	unsigned long count = 0;

	if (argc == 3 + entries_only)
		count = strtoul(argv[1 + entries_only], &end, 10);
	if (!end || *end || count == 0 || count > 400000) {
		fputs("usage: generate [-e] N DIR (N from 1 to 400000)\n",
		      stderr);
		return 2;
	}
	write_journal(&made, (unsigned)count, entries_only, argv[argc - 1]);
	printf("%u files, %zu bytes\n", made.written_files, made.written_bytes);
	return 0;
}
