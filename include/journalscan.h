/*
 * journalscan: reads a folder of markdown interview notes and says who is owed
 * a word, when and why, and which weaknesses recur.
 *
 * The one public header.  The library reads no clock, environment, locale or
 * home folder; the day and the files of configuration are parameters, so the
 * same folder and the same day give the same bytes.  It prints nothing and
 * never exits, with one exception: when memory runs out it writes one line to
 * standard error and ends the process, with status 2 unless
 * jscan_memory_set_status() names another.
 *
 * Calls that can fail return -1 and fill *err, which is never NULL; it is
 * untouched on success.  Oddities in a journal are no failures: they are
 * diagnostics of the report.
 */
#ifndef JOURNALSCAN_H
#define JOURNALSCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define JSCAN_PUBLIC __attribute__((visibility("default")))
#else
#define JSCAN_PUBLIC
#endif

#define JSCAN_VERSION "0.1.0"
#define JSCAN_SCHEMA  "journalscan.report/1"

/*
 * The status with which the process ends when memory runs out, of all threads:
 * 0 is for what must stop nobody, such as a hook.
 */
JSCAN_PUBLIC void jscan_memory_set_status(int status);

/* A day of the Gregorian calendar; year 0 means that there is none. */
struct jscan_date {
	int16_t year;
	uint8_t month; /* 1 to 12 */
	uint8_t day;   /* 1 to 31 */
};

enum jscan_error_code {
	JSCAN_ERR_USAGE = 1,  /* a parameter that makes no sense */
	JSCAN_ERR_IO,         /* the system said no; the message says why */
	JSCAN_ERR_CONFIG,     /* a configuration file: path, line, column set */
	JSCAN_ERR_NOT_OURS,   /* the report file was not made by journalscan */
	JSCAN_ERR_NO_REPOSITORY,
	JSCAN_ERR_REPOSITORY, /* a repository that cannot be used, or git's no */
	JSCAN_ERR_REFUSED,    /* done on purpose: it would not have been safe */
	JSCAN_ERR_LIMIT,      /* past a limit that the manual names */
	JSCAN_ERR_NOT_FOUND,  /* no such item, revision or file */
	JSCAN_ERR_CHANGED,    /* what was read has changed since: do it again */
	JSCAN_ERR_BUG = 99
};

/* Why a call failed: one line, lower case, no full stop.  Line 0: none. */
struct jscan_error {
	enum jscan_error_code code;
	unsigned line;
	unsigned column;
	char path[512];
	char message[512];
};

enum jscan_event_type {
	JSCAN_EVENT_APPLICATION,
	JSCAN_EVENT_INTERVIEW,
	JSCAN_EVENT_MOCK,
	JSCAN_EVENT_REJECTION,
	JSCAN_EVENT_OFFER,
	JSCAN_EVENT_FEEDBACK,
	JSCAN_EVENT_TOUCH,
	JSCAN_EVENT_NOTE
};

enum jscan_outcome {
	JSCAN_OUTCOME_NONE, /* null in JSON */
	JSCAN_OUTCOME_PENDING,
	JSCAN_OUTCOME_REJECTED,
	JSCAN_OUTCOME_NO_ANSWER,
	JSCAN_OUTCOME_OFFER,
	JSCAN_OUTCOME_ACCEPTED,
	JSCAN_OUTCOME_DECLINED,
	JSCAN_OUTCOME_WITHDRAWN
};

enum jscan_rule {
	JSCAN_RULE_APPLICATION,
	JSCAN_RULE_THANK_YOU,
	JSCAN_RULE_SELF_ASSESSMENT,
	JSCAN_RULE_REPLY,
	JSCAN_RULE_ASK_FEEDBACK,
	JSCAN_RULE_THANK_FOR_FEEDBACK,
	JSCAN_RULE_KEEP_IN_TOUCH,
	JSCAN_RULE_REOPENED,
	JSCAN_RULE_TASK,
	JSCAN_RULE_PREPARE
};
#define JSCAN_RULE_COUNT 10

enum jscan_status {
	JSCAN_STATUS_UPCOMING,
	JSCAN_STATUS_DUE,
	JSCAN_STATUS_OVERDUE,
	JSCAN_STATUS_DONE,
	JSCAN_STATUS_LAPSED
};

enum jscan_trend {
	JSCAN_TREND_NEW,
	JSCAN_TREND_WORSE,
	JSCAN_TREND_STEADY,
	JSCAN_TREND_BETTER
};

enum jscan_polarity { JSCAN_WEAKNESS, JSCAN_STRENGTH };

enum jscan_evidence { /* where an assessment comes from */
	JSCAN_FROM_SELF,
	JSCAN_FROM_FEEDBACK,
	JSCAN_FROM_TAG,
	JSCAN_FROM_RATING,
	JSCAN_FROM_RULE
};

enum jscan_severity {
	JSCAN_SEVERITY_ERROR,
	JSCAN_SEVERITY_WARNING,
	JSCAN_SEVERITY_NOTE
};

/*
 * The records of a report, in the shape and order of the JSON report.  Text is
 * valid UTF-8 and NUL-terminated; NULL is "not known".  Paths are relative to
 * the scanned folder.  Lines and columns count from 1, columns in bytes.
 */
struct jscan_texts {
	const char *const *items;
	size_t count;
};

struct jscan_place {
	const char *path;
	unsigned line;
	const char *text;
};

struct jscan_places {
	const struct jscan_place *items;
	size_t count;
};

struct jscan_event {
	unsigned line;
	struct jscan_date date;
	enum jscan_event_type type;
	const char *what;
};

struct jscan_entry {
	const char *path;
	struct jscan_date date;
	const char *company;
	const char *role;
	enum jscan_event_type type;
	const char *stage;
	enum jscan_outcome outcome;
	struct jscan_texts tags;
	const struct jscan_event *events;
	size_t event_count;
};

struct jscan_application {
	const char *company;
	const char *role;
	enum jscan_outcome state; /* never JSCAN_OUTCOME_NONE */
	struct jscan_date first;
	struct jscan_date last;
	struct jscan_date closed;
	unsigned interviews;
	/* Not in the JSON: for the reports made for people. */
	bool has_offer; /* one was made, whatever became of it */
};

struct jscan_contact {
	const char *name;
	const char *title;
	const char *role; /* hiring manager, interviewer, recruiter … */
	struct jscan_texts emails;
	struct jscan_texts phones; /* as written */
	struct jscan_texts urls;
	struct jscan_texts companies;
	struct jscan_date first_seen;
	struct jscan_date last_seen;
	struct jscan_places mentions;
};

struct jscan_said_date { /* a date said in prose or a task */
	const char *path;
	unsigned line;
	unsigned column;
	const char *text;
	struct jscan_date start;
	struct jscan_date end;
};

struct jscan_assessment {
	const char *path;
	unsigned line;
	const char *weakness; /* its id */
	enum jscan_polarity polarity;
	enum jscan_evidence source;
	const char *text;
	struct jscan_date date;
	const char *company;
};

/* An interview or mock, held or arranged.  Not in the JSON. */
struct jscan_sitting {
	struct jscan_date date;
	const char *company;
	const char *role;
	const char *what; /* the stage, or the heading's words */
	bool is_mock;
	const char *path;
	unsigned line;
};

struct jscan_weakness {
	const char *id;
	const char *title;
	const char *source; /* "ten-reasons 7", or "your own" */
	unsigned interviews;
	unsigned of;
	bool is_recurring;
	struct jscan_date first;
	struct jscan_date last;
	enum jscan_trend trend;
	struct jscan_places evidence;
	/* Not in the JSON: for the reports made for people. */
	const char *questions; /* to ask oneself */
	const char *advice;    /* one thing to do */
	/* The sitting of each piece of evidence; SIZE_MAX: it is of none. */
	const size_t *sittings;
};

struct jscan_item; /* an item in the making: how it came about */

struct jscan_followup {
	const char *id;
	enum jscan_rule rule;
	const char *action;
	const char *company;
	const char *role;
	const char *contact;
	struct jscan_date opens;
	struct jscan_date due;
	enum jscan_status status;
	unsigned days_overdue;
	const char *why;
	struct jscan_texts talking_points;
	const char *path;
	unsigned line;
	/* Not in the JSON: what jscan_scan_explain() and the like go by. */
	const struct jscan_item *item;
	/* Not in the JSON: what an item of the future rests until. */
	struct jscan_date rests_until;
	/* Not in the JSON, of keep-in-touch: when it ended, and each touch. */
	struct jscan_date closed;
	const struct jscan_date *touches;
	size_t touch_count;
};

struct jscan_diagnostic {
	const char *path;
	unsigned line;   /* 0: the whole file */
	unsigned column; /* 0: the whole line */
	enum jscan_severity severity;
	const char *code;
	const char *message;
};

struct jscan_counts {
	unsigned files; /* markdown files found */
	unsigned entries;
	unsigned applications;
	unsigned companies;
	unsigned interviews; /* held; mock ones not */
	unsigned contacts;
	unsigned overdue;
	unsigned due;
	unsigned upcoming;
};

struct jscan_report {
	struct jscan_date as_of;
	struct jscan_counts counts;
	const struct jscan_entry *entries;
	size_t entry_count;
	const struct jscan_application *applications;
	size_t application_count;
	const struct jscan_contact *contacts;
	size_t contact_count;
	const struct jscan_said_date *dates;
	size_t date_count;
	const struct jscan_assessment *assessments;
	size_t assessment_count;
	const struct jscan_weakness *weaknesses;
	size_t weakness_count;
	const struct jscan_followup *followups;
	size_t followup_count;
	const struct jscan_diagnostic *diagnostics;
	size_t diagnostic_count;
	/* Not in the JSON: all interviews and mocks held, in their order. */
	const struct jscan_sitting *sittings;
	size_t sitting_count;
	const struct jscan_sitting *arranged; /* those after as_of */
	size_t arranged_count;
	/*
	 * Not in the JSON: how a place in a note becomes a link (see
	 * jscan_options), and the folder, absolute, that paths are relative
	 * to.  Either may be NULL.
	 */
	const char *link_format;
	const char *folder;
};

/* A code of a diagnostic: what stands behind its message in brackets. */
struct jscan_code {
	const char *name;
	enum jscan_severity severity;
	const char *meaning; /* one line, lower case */
};

/* All of them, in a fixed order. */
JSCAN_PUBLIC const struct jscan_code *jscan_code_list(size_t *count);

/*
 * Dates.  Parsing takes exactly YYYY-MM-DD and refuses a day that does not
 * exist; formatting writes 10 characters and a NUL ("" for no date).
 */
JSCAN_PUBLIC int jscan_date_parse(struct jscan_date *out, const char *text);
JSCAN_PUBLIC void jscan_date_format(char out[11], struct jscan_date date);

/* The words that stand for these values in JSON and on the command line. */
JSCAN_PUBLIC const char *jscan_rule_name(enum jscan_rule rule);
JSCAN_PUBLIC const char *jscan_status_name(enum jscan_status status);
JSCAN_PUBLIC const char *jscan_outcome_name(enum jscan_outcome outcome);
JSCAN_PUBLIC const char *jscan_event_type_name(enum jscan_event_type type);
JSCAN_PUBLIC const char *jscan_trend_name(enum jscan_trend trend);
JSCAN_PUBLIC const char *jscan_severity_name(enum jscan_severity severity);
JSCAN_PUBLIC const char *jscan_polarity_name(enum jscan_polarity polarity);
JSCAN_PUBLIC const char *jscan_evidence_name(enum jscan_evidence source);

/* "not-ours", and in a few words what has happened. */
JSCAN_PUBLIC const char *jscan_error_code_name(enum jscan_error_code code);
JSCAN_PUBLIC const char *jscan_error_code_meaning(enum jscan_error_code code);

/*
 * Whether `name` contains `wanted`, as a person who looks for it would say:
 * without regard to case, accents, blanks and punctuation.  A `wanted` without
 * letters and digits is in no name.
 */
JSCAN_PUBLIC bool jscan_name_contains(const char *name, const char *wanted);

/* What a scan is given.  All zero but as_of is a sensible choice. */
struct jscan_options {
	struct jscan_date as_of;      /* required: the day of the report */
	const char *config_path;      /* in place of DIR/.journalscan.yml */
	const char *user_config_path; /* a person's own; may not exist */
	const char *excludes_path;    /* git's own ignore file of the user */
	/*
	 * In place of the folder's files: what is staged in git's index, or a
	 * revision as git writes them (HEAD~3).  The report is the one that a
	 * checkout of that state would give, and no file is touched.
	 */
	bool is_staged;
	const char *revision;
	bool is_merge; /* what the merge that calls us as a driver comes to */
	const char *const *environment; /* see jscan_snapshot_options */
	/*
	 * Keep what is read of a journal for the next time, in a file in the
	 * git directory of its work tree, or, outside of any repository, in the
	 * folder cache_path, which is made where it is missing; NULL: there
	 * is no cache then.  The result is the same with a cache and without.
	 */
	bool has_cache;
	const char *cache_path;       /* absolute */
	/*
	 * The system's clock, in nanoseconds since 1970, at some time before
	 * the call; 0: not told.  With a cache, folders that have not changed
	 * since well before are not listed again the next time.
	 */
	int64_t now_ns;
	unsigned jobs;                /* threads; 0: as many as cores, up to 8 */
	/*
	 * Only what the report file and the tables for a person show: takes
	 * less time and memory.  Of the report are left out the follow-ups that
	 * are done or have lapsed, entries, dates, assessments, and of a contact's
	 * mentions the words, and all places but the first and the last;
	 * everything else, the counts too, is the same.
	 * Its follow-ups cannot be explained, drafted, ticked or put off,
	 * and no new note be made from it.
	 */
	bool is_brief;
	/*
	 * How reports link to a line of a note: the name of a known way, or an
	 * address with {path} or {abs}, and {line}.  NULL: as the configuration
	 * says, else relative to the folder.
	 */
	const char *link_format;
	/* Called now and then from the calling thread with files done. */
	void (*progress)(void *data, size_t done, size_t total);
	void *progress_data;
};

struct jscan_scan; /* a folder read: everything a report needs, and owns it */

/*
 * Reads the journal below `dir` and makes its report.  On success *out is the
 * caller's, to be given to jscan_scan_free().  A file that cannot be read is a
 * diagnostic, not a failure.
 *
 * Returns 0, or -1: JSCAN_ERR_USAGE (no as_of, no such link format), JSCAN_ERR_IO (the folder itself
 * cannot be read), JSCAN_ERR_CONFIG; of what git holds also
 * JSCAN_ERR_NO_REPOSITORY, JSCAN_ERR_REPOSITORY, JSCAN_ERR_REFUSED,
 * JSCAN_ERR_NOT_FOUND (no such revision).
 */
JSCAN_PUBLIC int jscan_scan_run(struct jscan_scan **out, const char *dir,
				const struct jscan_options *options,
				struct jscan_error *err);
JSCAN_PUBLIC void jscan_scan_free(struct jscan_scan *scan);

/* Lives as long as the scan. */
JSCAN_PUBLIC const struct jscan_report *
jscan_scan_get_report(const struct jscan_scan *scan);

/* True when a diagnostic of severity error is in the report. */
JSCAN_PUBLIC bool jscan_scan_has_errors(const struct jscan_scan *scan);

/*
 * The mode of a new file that is made of what the notes say: 0666, less what
 * the notes do not give to others, and without the umask.
 */
JSCAN_PUBLIC unsigned jscan_scan_get_mode(const struct jscan_scan *scan);

enum jscan_cache_state {
	JSCAN_CACHE_NONE,   /* there is no place for one */
	JSCAN_CACHE_ABSENT,
	JSCAN_CACHE_VALID,
	JSCAN_CACHE_STALE   /* of other rules or settings, or damaged */
};

struct jscan_cache_status {
	enum jscan_cache_state state;
	char path[512];
	uint64_t bytes; /* of the file */
	size_t notes;	/* that it knows; of a valid one */
};

/*
 * How the cache of the journal in `dir` stands.  Returns 0, or -1 as
 * jscan_scan_run() does for the folder and its configuration.
 */
JSCAN_PUBLIC int jscan_cache_get_status(struct jscan_cache_status *out,
					const char *dir,
					const struct jscan_options *options,
					struct jscan_error *err);

/* Removes it, if there is one.  Returns 0, or -1: JSCAN_ERR_IO, or as above. */
JSCAN_PUBLIC int jscan_cache_clear(const char *dir,
				   const struct jscan_options *options,
				   struct jscan_error *err);

/*
 * What keeps the threads that read notes from doing anything else on this
 * system: "Landlock and seccomp", "Landlock", "seccomp" or "nothing".
 */
JSCAN_PUBLIC const char *jscan_sandbox_get_name(void);

/* Takes `len` bytes; returns 0, or -1 to stop (errno says why). */
typedef int (*jscan_write_fn)(void *data, const char *bytes, size_t len);

/*
 * Writes the configuration in force for the folder `dir`, each value with where
 * it comes from, in the form of a configuration file.  Of `options` only the
 * paths of configuration files count.
 *
 * Returns 0, or -1: JSCAN_ERR_IO (the folder cannot be read, or `write`
 * refused), JSCAN_ERR_CONFIG.
 */
JSCAN_PUBLIC int jscan_config_write(const char *dir,
				    const struct jscan_options *options,
				    jscan_write_fn write, void *data,
				    struct jscan_error *err);

enum jscan_format {
	JSCAN_FORMAT_TEXT,
	JSCAN_FORMAT_MD,
	JSCAN_FORMAT_HTML,
	JSCAN_FORMAT_JSON,
	JSCAN_FORMAT_NDJSON,
	JSCAN_FORMAT_CSV,
	JSCAN_FORMAT_ICS,
	JSCAN_FORMAT_VCF,
	JSCAN_FORMAT_EML, /* of drafts only */
	JSCAN_FORMAT_SQLITE, /* the bytes of a database file */
	JSCAN_FORMAT_SARIF  /* of diagnostics only */
};

/* Which part of the report is written. */
enum jscan_view {
	JSCAN_VIEW_REPORT,
	JSCAN_VIEW_DUE,
	JSCAN_VIEW_CONTACTS,
	JSCAN_VIEW_WEAKNESSES,
	JSCAN_VIEW_SUMMARY, /* text only: what `scan` prints */
	JSCAN_VIEW_PREP,    /* text and md: a page before an interview */
	JSCAN_VIEW_ENTRIES, /* this and the next two: csv only */
	JSCAN_VIEW_APPLICATIONS,
	JSCAN_VIEW_ASSESSMENTS,
	JSCAN_VIEW_DIAGNOSTICS /* json, ndjson, sarif */
};

struct jscan_format_options {
	enum jscan_view view;
	bool has_color;  /* text: ANSI colours by meaning */
	bool has_all;    /* due: done and lapsed items too */
	unsigned columns; /* text: width of the terminal; 0: 80 */
	/* prep: a part of its name; NULL: that of the next interview. */
	const char *company;
	const char *prefix; /* sarif: stands before each path; or NULL */
	bool has_events; /* ics: a day in the calendar too, for each to-do */
	bool has_alarms; /* ics: on the morning of the day */
	bool is_vcard_3; /* vcf: version 3.0, for what cannot read 4.0 */
	/*
	 * ndjson: flat records for query engines, each with this as its
	 * "journal"; lists of records become records of their own.  NULL: as in
	 * the JSON report.
	 */
	const char *journal;
	/* What is left out; NULL: nothing. */
	struct jscan_redaction *redaction;
};

/*
 * What is left out for strangers: people and companies give way to their
 * initials, e-mail addresses, phone numbers and links are left out, paths are
 * numbered; quoted text loses names, and words that look like one.  It knows
 * the names in `reports`, which must outlive it.  *out is the caller's, to be
 * given to jscan_redaction_free().
 */
struct jscan_redaction;

JSCAN_PUBLIC void jscan_redaction_new(struct jscan_redaction **out,
				      const struct jscan_report *const *reports,
				      size_t count);
JSCAN_PUBLIC void jscan_redaction_free(struct jscan_redaction *redaction);

/* The report without them; lives as long as the redaction. */
JSCAN_PUBLIC const struct jscan_report *
jscan_redaction_report(struct jscan_redaction *redaction,
		       const struct jscan_report *report);

/*
 * Writes a report, whole or a view of it, in one of the formats, in pieces of
 * at most 64 KiB or so.  Returns 0, or -1: JSCAN_ERR_IO when `write` refused,
 * JSCAN_ERR_USAGE for a view that has no such format, and for prep a company
 * that fits several; JSCAN_ERR_NOT_FOUND for one that fits none, and for no
 * interview to come.
 */
JSCAN_PUBLIC int jscan_report_write(const struct jscan_report *report,
				    enum jscan_format format,
				    const struct jscan_format_options *options,
				    jscan_write_fn write, void *data,
				    struct jscan_error *err);

/*
 * What notes may say, for those who write them: the keys of front matter and
 * the weaknesses that tags and ratings can name.
 */
struct jscan_note_key {
	const char *name;    /* "thank you", or a word of the configuration */
	const char *known;   /* the key of ours that it means */
	const char *meaning; /* what its value says, in a few words */
};

/*
 * The keys by number, from 0: ours, each by its name in the manual, then those
 * of the configuration, folded to small letters.  False past the last.  What
 * *out holds lives as long as the scan.
 */
JSCAN_PUBLIC bool jscan_scan_get_key(struct jscan_note_key *out,
				     const struct jscan_scan *scan,
				     size_t index);

/*
 * The key that `len` bytes of a note mean, in any of its spellings, without
 * regard to case.  False when it is none.
 */
JSCAN_PUBLIC bool jscan_scan_find_key(struct jscan_note_key *out,
				      const struct jscan_scan *scan,
				      const char *written, size_t len);

struct jscan_category { /* a weakness or strength that can be named */
	const char *id;
	const char *title;
	const char *source;    /* "ten-reasons 7"; "your own" */
	const char *questions; /* to ask oneself; may be NULL */
	const char *advice;    /* one thing to do; may be NULL */
};

/*
 * By number, from 0, those of the configuration last; NULL past the last one.
 * Lives as long as the scan.
 */
JSCAN_PUBLIC const struct jscan_category *
jscan_scan_get_category(const struct jscan_scan *scan, size_t index);

/* What became of the report file. */
enum jscan_written {
	JSCAN_WRITTEN,   /* it is new, or its content is */
	JSCAN_UNCHANGED, /* it held these bytes already */
	JSCAN_NO_ENTRIES /* nothing to report on: not written */
};

/*
 * Writes the report file that the configuration names, below the folder, whole
 * or not at all.  *path, when not NULL, is its path relative to the folder and
 * lives as long as the scan.
 *
 * Returns 0, or -1: JSCAN_ERR_NOT_OURS (a file of that name without our mark),
 * JSCAN_ERR_IO.
 */
JSCAN_PUBLIC int jscan_scan_write_report(enum jscan_written *out,
					 const struct jscan_scan *scan,
					 const char **path,
					 struct jscan_error *err);

/* One step of how something came about. */
struct jscan_step {
	const char *text;
	const char *path; /* NULL: the step is of no line of the journal */
	unsigned line;	  /* 0: the file itself, its name */
	const char *quote; /* that line as it stands, or NULL */
};

struct jscan_explanation {
	const char *title;
	const struct jscan_step *steps;
	size_t step_count;
};

struct jscan_explanations {
	const struct jscan_explanation *items;
	size_t count;
};

/*
 * The follow-up of an id, which may be shortened as long as only one fits.
 * Returns 0, or -1: JSCAN_ERR_NOT_FOUND (naming those that come near),
 * JSCAN_ERR_USAGE (several fit).
 */
JSCAN_PUBLIC int jscan_scan_find_followup(const struct jscan_followup **out,
					  const struct jscan_scan *scan,
					  const char *id,
					  struct jscan_error *err);

/*
 * How a follow-up came about, by its id; or, by "path:line", what is read in
 * that line of the journal: follow-ups, weaknesses and strengths.  An item that
 * is not listed because a task says the same is explained too.  What *out
 * points to lives as long as the scan.
 *
 * Returns 0, or -1: as jscan_scan_find_followup(), or JSCAN_ERR_IO.
 */
JSCAN_PUBLIC int jscan_scan_explain(struct jscan_explanations *out,
				    struct jscan_scan *scan, const char *what,
				    struct jscan_error *err);

/* The same as text, for a terminal.  Of `options` colour and width count. */
JSCAN_PUBLIC int
jscan_explanations_write(const struct jscan_explanations *explanations,
			 const struct jscan_format_options *options,
			 jscan_write_fn write, void *data,
			 struct jscan_error *err);

/*
 * Writes a message about a follow-up, to be edited and sent by the writer, from
 * the template of its rule: plain text with `To:` and `Subject:` in front
 * (JSCAN_FORMAT_TEXT), or a message file (JSCAN_FORMAT_EML).  It names only
 * facts of the journal; what is not known is left out.
 *
 * Returns 0, or -1: as jscan_scan_find_followup(); JSCAN_ERR_REFUSED when there
 * is nobody to write to for that rule; JSCAN_ERR_CONFIG for a template of the
 * writer's own that cannot be read or names what there is not; JSCAN_ERR_USAGE
 * for another format; JSCAN_ERR_IO when `write` refused.
 */
JSCAN_PUBLIC int jscan_scan_write_draft(struct jscan_scan *scan, const char *id,
					enum jscan_format format,
					jscan_write_fn write, void *data,
					struct jscan_error *err);

struct jscan_edit_options {
	const char *id;		/* of the follow-up; may be shortened */
	struct jscan_date date; /* that it was done on, or rests until */
	bool is_dry_run;	/* change nothing, only say what would */
};

/* A change of one note, made or only shown.  Lives as long as the scan. */
struct jscan_edit {
	const struct jscan_followup *followup; /* as it was before */
	const char *path;
	unsigned line;		/* the first that changed */
	const char *diff;	/* unified; bytes of the note as they are */
	size_t diff_len;
	/* Of done: when this item, or the one that follows it, opens again. */
	struct jscan_date next; /* unset: it does not */
};

/*
 * Writes into the note of a follow-up that it was done on a day: a ticked box, a
 * touch, a thank-you, a request for feedback, in the style of the note, and not
 * a byte besides.  Before anything is written the journal is worked out with the
 * change in it, so that what is written does what it should.  The file is
 * replaced whole or not at all; a new scan is needed to see the effect.
 *
 * Returns 0, or -1: as jscan_scan_find_followup(); JSCAN_ERR_USAGE (a day that
 * cannot count: after the day of the scan, or before the item counts such
 * things); JSCAN_ERR_REFUSED (done or lapsed already, the note changed since the
 * scan, it is a link, or nothing but the writer's own words can meet the item:
 * the message says what to write); JSCAN_ERR_IO.
 */
JSCAN_PUBLIC int
jscan_scan_mark_done(struct jscan_edit *out, struct jscan_scan *scan,
		     const struct jscan_edit_options *options,
		     struct jscan_error *err);

/*
 * Lets a follow-up rest until a day, by `snooze` in the front matter of its
 * note.  Other items of the note are not touched.  Returns as above.
 */
JSCAN_PUBLIC int jscan_scan_snooze(struct jscan_edit *out,
				   struct jscan_scan *scan,
				   const struct jscan_edit_options *options,
				   struct jscan_error *err);

struct jscan_new_options {
	const char *company;	    /* a new one, or as the journal writes it */
	const char *role;	    /* NULL: that of the open application */
	enum jscan_event_type type;
	struct jscan_date date;	    /* none: the day of the scan */
	bool is_dry_run;	    /* write nothing */
};

struct jscan_new_note { /* lives as long as the scan */
	const char *path; /* where it stands, or would, below the folder */
	const char *text;
	size_t len;
};

/*
 * Makes a new note from a template (the writer's own for the type, or ours),
 * with the people known at that company and questions to ask oneself, and puts
 * it beside the newest note like it.  No file is ever replaced.
 *
 * Returns 0, or -1: JSCAN_ERR_CONFIG (a template that cannot be read),
 * JSCAN_ERR_REFUSED (there is such a note already), JSCAN_ERR_IO.
 */
JSCAN_PUBLIC int jscan_scan_new_note(struct jscan_new_note *out,
				     struct jscan_scan *scan,
				     const struct jscan_new_options *options,
				     struct jscan_error *err);

struct jscan_snapshot {
	bool is_made;     /* false: nothing had changed, or it is disabled */
	char commit[65];  /* its id in hex */
	char summary[256]; /* the first line of its message */
};

struct jscan_snapshot_options {
	/* Who commits when git's configuration does not say; may be NULL. */
	const char *name;
	const char *email;
	int64_t time_seconds; /* of the commit, since 1970 */
	int offset_minutes;   /* of the time zone, east positive */
	/*
	 * The caller's environment, "NAME=value" and a NULL at the end, of
	 * which git's names are read (GIT_DIR, GIT_AUTHOR_NAME, HOME …); NULL:
	 * none.
	 */
	const char *const *environment;
};

/*
 * Commits the entries and the report file on the current branch (or the
 * configuration's ref), and nothing else.  The report is that of the entries in
 * the same commit: where an entry was written to since the scan read it, or
 * another run has put its report in place of this one's, nothing is committed.
 *
 * Returns 0, or -1: JSCAN_ERR_NO_REPOSITORY, JSCAN_ERR_REPOSITORY,
 * JSCAN_ERR_REFUSED (a merge in progress, a conflict, a lock, a bare
 * repository, a filter; the message says what to do), JSCAN_ERR_IO;
 * JSCAN_ERR_CHANGED: scan again.
 */
JSCAN_PUBLIC int
jscan_scan_snapshot(struct jscan_snapshot *out, const struct jscan_scan *scan,
		    const struct jscan_snapshot_options *options,
		    struct jscan_error *err);

/*
 * The hook: while git commits, the report of what is staged goes into the same
 * commit.  Staged contents alone are read, from the index that git names in
 * the environment; options->is_staged is taken as set.
 */
enum jscan_hook_result {
	JSCAN_HOOK_NOTHING,   /* the commit changes no note, or has no entry */
	JSCAN_HOOK_UNCHANGED, /* the report says already what it would */
	JSCAN_HOOK_STAGED,    /* there is a new report in the commit */
	JSCAN_HOOK_STALE,     /* of a check: it says something else */
	JSCAN_HOOK_IGNORED    /* git ignores the report, so it is not staged */
};

struct jscan_hook_settings { /* what the configuration says of it */
	bool is_strict;
	bool is_staging; /* false: the report is only written */
	unsigned timeout_seconds;
};

struct jscan_hook_outcome {
	enum jscan_hook_result result;
	unsigned errors; /* diagnostics of that severity in the notes */
	unsigned overdue;
	char report[512]; /* its path, relative to the folder */
};

struct jscan_hook;

/*
 * Opens what is staged of the journal in `dir`, and says what its configuration
 * has for the hook, which a caller may want to know before the work begins.  On
 * success *out is the caller's, to be given to jscan_hook_free(); `options` must
 * live as long.  Returns 0, or -1 as jscan_scan_run() does.
 */
JSCAN_PUBLIC int jscan_hook_open(struct jscan_hook **out,
				 struct jscan_hook_settings *settings,
				 const char *dir,
				 const struct jscan_options *options,
				 struct jscan_error *err);
JSCAN_PUBLIC void jscan_hook_free(struct jscan_hook *hook);

/*
 * Runs the hook, once.  A check changes nothing.  The report in the work tree
 * becomes that of the commit, unless it has been edited.
 *
 * Returns 0, or -1 as jscan_scan_run() and jscan_scan_snapshot() do, and
 * JSCAN_ERR_NOT_OURS; then nothing is staged.
 */
JSCAN_PUBLIC int jscan_hook_run(struct jscan_hook_outcome *out,
				struct jscan_hook *hook, bool is_check,
				struct jscan_error *err);

/* After a commit: what `git commit PATH` leaves to be done. */
JSCAN_PUBLIC int jscan_hook_finish(const char *dir,
				   const char *const *environment,
				   struct jscan_error *err);

/*
 * As a merge driver: writes to the file `output` the report at `path`, from the
 * top of the work tree, as the merge makes it.  Returns 0, or -1 and leaves
 * the file alone: JSCAN_ERR_NOT_FOUND when no merge is under way or no journal
 * has such a report, and what jscan_scan_run() can say.
 */
JSCAN_PUBLIC int jscan_hook_merge(const char *path, const char *output,
				  const struct jscan_options *options,
				  struct jscan_error *err);

/* What git runs, in the order of this list. */
enum jscan_hook_event {
	JSCAN_HOOK_PRE_COMMIT,
	JSCAN_HOOK_PRE_MERGE_COMMIT,
	JSCAN_HOOK_POST_COMMIT
};
#define JSCAN_HOOK_EVENTS 3

/* As git names it: pre-commit … */
JSCAN_PUBLIC const char *jscan_hook_event_name(enum jscan_hook_event event);

enum jscan_hook_state {
	JSCAN_HOOK_ABSENT,
	JSCAN_HOOK_FOREIGN,    /* another one, without ours */
	JSCAN_HOOK_INSTALLED,  /* ours */
	JSCAN_HOOK_CHAINED,    /* ours, which runs another one first */
	JSCAN_HOOK_CONFIGURED  /* in git's configuration (git 2.54) */
};

/* Programs that keep the hooks of a repository themselves. */
enum jscan_hook_manager {
	JSCAN_HOOK_NO_MANAGER,
	JSCAN_HOOK_HUSKY,
	JSCAN_HOOK_LEFTHOOK,
	JSCAN_HOOK_PRE_COMMIT_FRAMEWORK
};

struct jscan_hook_status {
	enum jscan_hook_state states[JSCAN_HOOK_EVENTS];
	enum jscan_hook_manager manager;
	char folder[512];  /* where git looks for hooks */
	char journal[512]; /* the folder, from the top of the work tree */
	/* A merge keeps the report free of conflicts: in this clone. */
	bool has_merge_driver;
	char attribute[600]; /* the line for .gitattributes */
};

/*
 * The history of a journal, from the commits of its repository.  Every state is
 * read by the configuration of today, so that the numbers can be compared, and
 * reported as of the day of its commit.
 */
struct jscan_log_rate { /* of a weakness, at one time */
	const char *id;
	const char *title;
	unsigned interviews; /* that it had shown in */
	unsigned of;
};

struct jscan_log_state {
	const char *commit; /* its id in hex */
	const char *subject; /* the first line of its message */
	struct jscan_date date;
	struct jscan_counts counts;
	const struct jscan_log_rate *rates; /* most interviews first */
	size_t rate_count;
};

struct jscan_log_stage {
	/*
	 * When it was reached: as the notes say, else the day of the commit
	 * that brought it.
	 */
	struct jscan_date date;
	enum jscan_event_type type; /* note: a status, or an outcome */
	const char *what; /* in the words of the notes; NULL: only its type */
	const char *path; /* of the note, then */
	const char *commit; /* the first that has it */
	struct jscan_date seen; /* the day of that commit */
	struct jscan_date gone; /* of the one that has it no more; unset */
};

struct jscan_log_application {
	const char *company;
	const char *role;
	enum jscan_outcome state; /* JSCAN_OUTCOME_NONE: in no note any more */
	const struct jscan_log_stage *stages; /* by date */
	size_t stage_count;
};

struct jscan_log {
	struct jscan_date as_of;
	size_t commits; /* that were looked at */
	/* Oldest first: the last commit of each day that changed the notes. */
	const struct jscan_log_state *states;
	size_t state_count;
	const struct jscan_log_application *applications; /* company, role */
	size_t application_count;
};

struct jscan_history; /* the notes of many commits, read */

/*
 * Reads the history of the journal in `dir`: the commits up to
 * options->revision, else the configuration's snapshot.ref, else HEAD.  Those
 * made after options->as_of are the future and not used.  `since`, when set,
 * leaves out older states, but not what they tell of stages.  On success *out
 * is the caller's, to be given to jscan_history_free().
 *
 * Returns 0, or -1: as jscan_scan_run() of a revision; JSCAN_ERR_NOT_FOUND (no
 * such revision, no commit yet), JSCAN_ERR_LIMIT.
 */
JSCAN_PUBLIC int jscan_history_read(struct jscan_history **out, const char *dir,
				    const struct jscan_options *options,
				    struct jscan_date since,
				    struct jscan_error *err);
JSCAN_PUBLIC void jscan_history_free(struct jscan_history *history);

/* Lives as long as the history. */
JSCAN_PUBLIC const struct jscan_log *
jscan_history_get_log(const struct jscan_history *history);

/* The log without what is left out; lives as long as the redaction. */
JSCAN_PUBLIC const struct jscan_log *
jscan_redaction_log(struct jscan_redaction *redaction,
		    const struct jscan_log *log);

/*
 * Writes a log as text (tables and a small chart), JSON or CSV.  Of `options`
 * colour, width and has_all (every state and stage) count.  Returns as
 * jscan_report_write() does.
 */
JSCAN_PUBLIC int jscan_log_write(const struct jscan_log *log,
				 enum jscan_format format,
				 const struct jscan_format_options *options,
				 jscan_write_fn write, void *data,
				 struct jscan_error *err);

/*
 * The day on which options->revision was committed, in the zone of its author.
 * Returns 0, or -1 as jscan_history_read() does.
 */
JSCAN_PUBLIC int jscan_revision_get_date(struct jscan_date *out,
					 const char *dir,
					 const struct jscan_options *options,
					 struct jscan_error *err);

/* What became of a follow-up between two states. */
enum jscan_change_kind {
	JSCAN_CHANGE_OVERDUE, /* it became overdue */
	JSCAN_CHANGE_DONE,
	JSCAN_CHANGE_LAPSED,
	JSCAN_CHANGE_GONE, /* it was open, and is not in the later state */
	JSCAN_CHANGE_NEW   /* it is open, and was not in the earlier one */
};
#define JSCAN_CHANGES 5

struct jscan_followup_change {
	enum jscan_change_kind kind;
	const struct jscan_followup *before; /* NULL: not there yet */
	const struct jscan_followup *after;  /* NULL: no longer there */
};

/*
 * A weakness in both states.  `trend` compares how often it showed in the
 * interviews held between them with before: worse (+0.2 or more), better (-0.2
 * or more), steady; or new, when there were fewer than three before.  Without
 * an interview between them the rates themselves are compared.
 */
struct jscan_weakness_change {
	const char *id;
	const char *title;
	unsigned before, before_of;
	unsigned after, after_of;
	enum jscan_trend trend;
};

struct jscan_application_change {
	const char *company;
	const char *role;
	enum jscan_outcome before; /* JSCAN_OUTCOME_NONE: not there yet */
	enum jscan_outcome after;  /* JSCAN_OUTCOME_NONE: no longer there */
};

struct jscan_comparison {
	const struct jscan_report *before;
	const struct jscan_report *after;
	const struct jscan_followup_change *followups; /* by kind, due */
	size_t followup_count;
	/* Those whose numbers differ: worse, new, better, steady; by id. */
	const struct jscan_weakness_change *weaknesses;
	size_t weakness_count;
	const struct jscan_application_change *applications;
	size_t application_count;
};

/*
 * Compares two reports of a journal, the earlier one first.  *out is the
 * caller's, to be given to jscan_comparison_free(), and points into both.
 */
JSCAN_PUBLIC void jscan_report_compare(struct jscan_comparison **out,
				       const struct jscan_report *before,
				       const struct jscan_report *after);
JSCAN_PUBLIC void jscan_comparison_free(struct jscan_comparison *comparison);

/* "overdue", "done", "lapsed", "gone", "new". */
JSCAN_PUBLIC const char *jscan_change_name(enum jscan_change_kind kind);

/* Writes a comparison as text or JSON; as jscan_log_write(). */
JSCAN_PUBLIC int
jscan_comparison_write(const struct jscan_comparison *comparison,
		       enum jscan_format format,
		       const struct jscan_format_options *options,
		       jscan_write_fn write, void *data,
		       struct jscan_error *err);

struct jscan_hook_tool {
	const char *path;	 /* of the program to run, absolute */
	const char *git_version; /* "2.54.0", or NULL: an older one */
};

JSCAN_PUBLIC int jscan_hook_get_status(struct jscan_hook_status *out,
				       const char *dir,
				       const struct jscan_options *options,
				       struct jscan_error *err);

/*
 * Installs the hook for the journal in `dir`, and a merge driver for its
 * report.  A hook that is there is kept, and run first.  Done twice, it changes
 * nothing.
 *
 * Returns 0, or -1: JSCAN_ERR_REFUSED (a manager keeps the hooks, or the folder
 * of hooks is that of all repositories), JSCAN_ERR_IO, JSCAN_ERR_CONFIG, and
 * what opening a repository can say.
 */
JSCAN_PUBLIC int jscan_hook_install(const char *dir,
				    const struct jscan_options *options,
				    const struct jscan_hook_tool *tool,
				    struct jscan_error *err);

/* Takes away what jscan_hook_install() made; what was there comes back. */
JSCAN_PUBLIC int jscan_hook_uninstall(const char *dir,
				      const struct jscan_options *options,
				      const struct jscan_hook_tool *tool,
				      struct jscan_error *err);

enum jscan_made { /* what became of a part of the setting up */
	JSCAN_MADE,
	JSCAN_THERE,	/* it was there, and is as it was */
	JSCAN_NOT_ENOUGH /* it was there, and something is to be added to it */
};

struct jscan_init_outcome {
	enum jscan_made folder;
	enum jscan_made repository;
	enum jscan_made config;	    /* .journalscan.yml */
	enum jscan_made attributes; /* .gitattributes */
	char work_dir[512];	    /* the top of the work tree */
	char attribute[600];	    /* the line in, or for, .gitattributes */
};

/*
 * Sets a journal up in the folder `dir`: makes the folder (its parent must be
 * there), a repository where it is in none, a configuration with nothing set,
 * and attributes for the report.  What is there is never written over.  Nothing
 * is committed.
 *
 * Returns 0, or -1: JSCAN_ERR_IO, JSCAN_ERR_CONFIG, JSCAN_ERR_REPOSITORY,
 * JSCAN_ERR_REFUSED; what was made till then stays.
 */
JSCAN_PUBLIC int jscan_journal_init(struct jscan_init_outcome *out,
				    const char *dir,
				    const struct jscan_options *options,
				    struct jscan_error *err);

#ifdef __cplusplus
}
#endif
#endif
