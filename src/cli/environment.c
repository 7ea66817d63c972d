/*
 * The clock, the environment, the home folder and the terminal.  A variable
 * that is empty counts as not set, as the XDG and NO_COLOR rules have it.
 */
#include "cli/environment.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const char *get(const char *name)
{
	const char *value = getenv(name);

	return value && value[0] != '\0' ? value : NULL;
}

struct jscan_date jscan_environment_today(void)
{
	struct jscan_date today = {0, 0, 0};
	time_t now = time(NULL);
	struct tm tm;

	if (localtime_r(&now, &tm) == NULL || tm.tm_year < -1899 ||
	    tm.tm_year > 8099)
		return today;
	today.year = (int16_t)(tm.tm_year + 1900);
	today.month = (uint8_t)(tm.tm_mon + 1);
	today.day = (uint8_t)tm.tm_mday;
	return today;
}

int64_t jscan_environment_now_ns(void)
{
	struct timespec now;

	if (clock_gettime(CLOCK_REALTIME, &now) < 0)
		return 0;
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* `name` in the folder of a variable, else in one below HOME. */
static char *find_below(const char *folder, const char *in_home,
			const char *name)
{
	const char *home = get("HOME");
	char *path = NULL;
	int len;

	/* The XDG rules: a path that is not absolute does not count. */
	if (folder && folder[0] == '/')
		len = asprintf(&path, "%s/%s", folder, name);
	else if (home)
		len = asprintf(&path, "%s/%s/%s", home, in_home, name);
	else
		return NULL;
	return len < 0 ? NULL : path;
}

char *jscan_environment_config_file(const char *name)
{
	return find_below(get("XDG_CONFIG_HOME"), ".config", name);
}

char *jscan_environment_cache_folder(void)
{
	return find_below(get("XDG_CACHE_HOME"), ".cache", "journalscan");
}

/* "+0200", "-03:30" or "Z", in minutes; false for anything else. */
static bool read_zone(const char *text, int *minutes)
{
	char sign;
	int hours, rest, end = 0;

	*minutes = 0;
	if (strcmp(text, "Z") == 0)
		return true;
	/* NOLINTBEGIN(cert-err34-c): two digits do not overflow */
	if (sscanf(text, "%c%2d%*1[:]%2d%n", &sign, &hours, &rest, &end) != 3 &&
	    sscanf(text, "%c%2d%2d%n", &sign, &hours, &rest, &end) != 3)
		return false;
	/* NOLINTEND(cert-err34-c) */
	if (text[end] != '\0' || (sign != '+' && sign != '-') || hours < 0 ||
	    hours > 14 || rest < 0 || rest > 59)
		return false;
	*minutes = (hours * 60 + rest) * (sign == '-' ? -1 : 1);
	return true;
}

/*
 * Two of the forms that git takes: "@1765432100 +0200", with or without the
 * sign, and "2026-10-15T09:30:00+02:00"; false for anything else.
 */
static bool read_git_date(const char *text, int64_t *seconds, int *minutes)
{
	struct tm tm = {0};
	const char *zone;
	const char *number = text + (text[0] == '@');
	char *end;

	errno = 0;
	*seconds = strtoll(number, &end, 10);
	if (end > number && !errno &&
	    read_zone(end + strspn(end, " \t"), minutes))
		return true;
	zone = strptime(text, "%Y-%m-%dT%H:%M:%S", &tm);
	if (!zone)
		zone = strptime(text, "%Y-%m-%d %H:%M:%S ", &tm);
	if (!zone || !read_zone(zone, minutes))
		return false;
	*seconds = (int64_t)timegm(&tm) - (int64_t)*minutes * 60;
	return true;
}

char *jscan_environment_program(void)
{
	char path[4096];
	ssize_t len = readlink("/proc/self/exe", path, sizeof(path) - 1);

	if (len <= 0)
		return strdup("journalscan");
	path[len] = '\0';
	return strdup(path);
}

char *jscan_environment_editor(void)
{
	const char *visual = get("VISUAL");
	const char *editor = visual ? visual : get("EDITOR");

	return editor ? strdup(editor) : NULL;
}

/* The third word of "git version 2.39.5". */
static char *read_version(int fd)
{
	char text[128];
	ssize_t len = read(fd, text, sizeof(text) - 1);
	char *word = text;

	if (len <= 0)
		return NULL;
	text[len] = '\0';
	if (strncmp(word, "git version ", 12) != 0)
		return NULL;
	word += 12;
	word[strcspn(word, " \n")] = '\0';
	return strdup(word);
}

char *jscan_environment_git_version(void)
{
	char git[] = "git", word[] = "version";
	char *argv[] = {git, word, NULL};
	posix_spawn_file_actions_t actions;
	char *version = NULL;
	int ends[2], status;
	pid_t child;

	if (pipe2(ends, O_CLOEXEC) < 0)
		return NULL;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
	if (posix_spawnp(&child, git, &actions, NULL, argv, environ) == 0) {
		close(ends[1]);
		ends[1] = -1;
		version = read_version(ends[0]);
		waitpid(child, &status, 0);
	}
	posix_spawn_file_actions_destroy(&actions);
	close(ends[0]);
	if (ends[1] >= 0)
		close(ends[1]);
	return version;
}

void jscan_environment_pin(void)
{
	static const char *const names[] = {"GIT_DIR", "GIT_WORK_TREE",
					    "GIT_INDEX_FILE"};
	char *cwd = getcwd(NULL, 0);

	for (size_t i = 0; cwd && i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = get(names[i]);
		char *path;

		if (!value || value[0] == '/' ||
		    asprintf(&path, "%s/%s", cwd, value) < 0)
			continue;
		setenv(names[i], path, 1);
		free(path);
	}
	free(cwd);
}

const char *const *jscan_environment_variables(void)
{
	return (const char *const *)environ;
}

struct jscan_snapshot_options jscan_environment_committer(void)
{
	struct jscan_snapshot_options who = {0};
	const char *date = get("GIT_COMMITTER_DATE");
	time_t now = time(NULL);
	struct tm tm;

	/* Names come from git's own variables and configuration. */
	who.environment = jscan_environment_variables();
	if (date && read_git_date(date, &who.time_seconds, &who.offset_minutes))
		return who;
	who.time_seconds = now;
	who.offset_minutes =
		localtime_r(&now, &tm) != NULL ? (int)(tm.tm_gmtoff / 60) : 0;
	return who;
}

/* A stream that is none of the system's stands before standard output. */
static int file_of(FILE *stream)
{
	int fd = fileno(stream);

	return fd < 0 ? STDOUT_FILENO : fd;
}

char *jscan_environment_pager(void)
{
	const char *pager = getenv("PAGER");

	/* As git: set to nothing, or to cat, it says that there is none. */
	if (!pager)
		return strdup("less");
	return *pager && strcmp(pager, "cat") != 0 ? strdup(pager) : NULL;
}

unsigned jscan_environment_rows(FILE *stream)
{
	const char *lines = get("LINES");
	long rows = lines ? strtol(lines, NULL, 10) : 0;
	struct winsize size;

	if (rows <= 0 && ioctl(file_of(stream), TIOCGWINSZ, &size) == 0)
		rows = size.ws_row;
	return rows < 2 ? 24 : rows > 10000 ? 10000 : (unsigned)rows;
}

bool jscan_environment_is_tty(FILE *stream)
{
	return isatty(file_of(stream));
}

bool jscan_environment_is_terminal(FILE *stream)
{
	const char *term = get("TERM");

	return isatty(file_of(stream)) && term && strcmp(term, "dumb") != 0;
}

bool jscan_environment_has_color(FILE *stream, enum jscan_when when)
{
	if (when != JSCAN_WHEN_AUTO)
		return when == JSCAN_WHEN_ALWAYS;
	return get("NO_COLOR") == NULL && jscan_environment_is_terminal(stream);
}

unsigned jscan_environment_columns(FILE *stream)
{
	const char *columns = get("COLUMNS");
	long width = columns ? strtol(columns, NULL, 10) : 0;
	struct winsize size;

	if (width <= 0 && ioctl(file_of(stream), TIOCGWINSZ, &size) == 0)
		width = size.ws_col;
	if (width <= 0)
		width = 80;
	return width < 20 ? 20 : width > 500 ? 500 : (unsigned)width;
}

long jscan_environment_progress_delay(void)
{
	const char *text = get("JOURNALSCAN_PROGRESS_DELAY");
	char *end;
	long delay;

	if (!text)
		return 500;
	delay = strtol(text, &end, 10);
	return *end == '\0' && delay >= 0 ? delay : 500;
}
