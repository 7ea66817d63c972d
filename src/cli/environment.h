/*
 * What the library does not ask for: the clock, the environment, the home
 * folder, the terminal.  They are read here and nowhere else.
 */
#ifndef JSCAN_CLI_ENVIRONMENT_H
#define JSCAN_CLI_ENVIRONMENT_H

#include <stdbool.h>
#include <stdio.h>

#include "cli/args.h"
#include "journalscan.h"

/* Today by the local time zone. */
struct jscan_date jscan_environment_today(void);

/* For jscan_options: the clock that files are stamped by. */
int64_t jscan_environment_now_ns(void);

/*
 * A file below the user's folder of configuration: XDG_CONFIG_HOME, or .config
 * in HOME.  NULL when neither is set; else the caller's, to be freed.
 */
char *jscan_environment_config_file(const char *name);

/*
 * Our folder for what can be made again: journalscan in XDG_CACHE_HOME, or in
 * .cache in HOME.  NULL as above; else the caller's, to be freed.
 */
char *jscan_environment_cache_folder(void);

/* The program that runs, as an absolute path; the caller's, to be freed. */
char *jscan_environment_program(void);

/*
 * PAGER, else "less"; NULL when it is set to nothing or to cat.  The caller's,
 * to be freed.
 */
char *jscan_environment_pager(void);

/* VISUAL, else EDITOR, or NULL; the caller's, to be freed. */
char *jscan_environment_editor(void);

/* What `git version` says, "2.39.5", or NULL; the caller's, to be freed. */
char *jscan_environment_git_version(void);

/*
 * Makes the paths in GIT_DIR, GIT_WORK_TREE and GIT_INDEX_FILE absolute: git
 * means them as seen from the folder in which it started us.
 */
void jscan_environment_pin(void);

/* All of them, for git's names among them. */
const char *const *jscan_environment_variables(void);

/*
 * When a snapshot is committed.  Nobody is made up to commit it: git's
 * variables and configuration say who, or it is refused.
 */
struct jscan_snapshot_options jscan_environment_committer(void);

/* A terminal of any kind; and one that can do more than print. */
bool jscan_environment_is_tty(FILE *stream);
bool jscan_environment_is_terminal(FILE *stream);

/* NO_COLOR and TERM=dumb count where `when` is auto. */
bool jscan_environment_has_color(FILE *stream, enum jscan_when when);

/* LINES, else the terminal's height, else 24. */
unsigned jscan_environment_rows(FILE *stream);

/* COLUMNS, else the terminal's width, else 80; from 20 to 500. */
unsigned jscan_environment_columns(FILE *stream);

/* Milliseconds before progress shows: JOURNALSCAN_PROGRESS_DELAY, or 500. */
long jscan_environment_progress_delay(void);

#endif
