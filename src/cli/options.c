/*
 * The one table of commands and the one of options, with all that the help says
 * of them, and the ways to look something up in them.
 */
#include "cli/options.h"

#include <string.h>

#include "cli/commands.h"

#define C(command) (1u << JSCAN_COMMAND_##command)
#define F(format)  (1u << JSCAN_FORMAT_##format)

#define VIEWS	(C(DUE) | C(CONTACTS) | C(WEAKNESSES) | C(PREP))
#define EDITS	(C(DONE) | C(SNOOZE))
#define ITEMS	(C(WHY) | C(DRAFT) | EDITS)
#define PAST	(C(LOG) | C(DIFF))
#define SCANS	(C(SCAN) | C(CHECK) | VIEWS | ITEMS)
#define RUNS	(SCANS | C(NEW) | C(EXPORT) | PAST | C(HOOK) | C(LSP))
#define SHOWN	(C(SCAN) | C(CHECK) | VIEWS | C(EXPORT) | PAST)
#define ANY	((1u << JSCAN_COMMANDS) - 1)
#define FOLDERS (RUNS | C(CACHE) | C(CONFIG))
#define STATES	(C(SCAN) | C(CHECK) | VIEWS | C(EXPORT) | C(CONFIG))

const struct jscan_command jscan_commands[JSCAN_COMMANDS] = {
	[JSCAN_COMMAND_SCAN] =
		{"scan",
		 "[DIR]",
		 1,
		 F(TEXT) | F(MD) | F(HTML) | F(JSON) | F(NDJSON),
		 "read a journal, write its report, commit a snapshot",
		 "Reads the notes below DIR (default: the current folder), "
		 "writes "
		 "the report file REPORT.md there, commits notes and report "
		 "when "
		 "DIR is in a git repository and something changed, and prints "
		 "a "
		 "summary. The name of the command may be left out.\n"
		 "\n"
		 "With --format the report goes to standard output, or to the "
		 "FILE of --output, and nothing else is written: no report "
		 "file, "
		 "no snapshot. Nor is it with --staged or --rev, which read "
		 "what git holds and leave the files of the folder alone.",
		 {{"journalscan", "the journal in the current folder"},
		  {"journalscan scan ~/journal --no-snapshot",
		   "write the report, leave git alone"},
		  {"journalscan --format json --as-of 2026-10-15",
		   "everything, for programs, as of that day"},
		  {"journalscan --format md --output /tmp/report.md",
		   "the report, somewhere else"}},
		 jscan_cmd_scan},
	[JSCAN_COMMAND_CHECK] =
		{"check",
		 "[DIR]",
		 1,
		 F(TEXT) | F(JSON) | F(NDJSON) | F(SARIF),
		 "say what is wrong or doubtful in the notes",
		 "Prints every diagnostic, one a line, as "
		 "path:line:column: severity: message [code], in a form that "
		 "editors can follow. Writes nothing.\n"
		 "\n"
		 "`journalscan help codes` lists all codes.",
		 {{"journalscan check ~/journal",
		   "all errors, warnings and notes"},
		  {"journalscan check --quiet", "the errors alone"},
		  {"journalscan check --format sarif --output check.sarif",
		   "for a code host"}},
		 jscan_cmd_check},
	[JSCAN_COMMAND_DUE] =
		{"due",
		 "[DIR]",
		 1,
		 F(TEXT) | F(MD) | F(JSON) | F(NDJSON) | F(CSV),
		 "list the follow-ups that are overdue, due and coming",
		 "Lists who is owed a word, the most pressing first. What is "
		 "done "
		 "or has lapsed is left out unless --all is given.",
		 {{"journalscan due", "what to do now, and what comes next"},
		  {"journalscan due --company acme --all",
		   "everything about one company, done items too"},
		  {"journalscan due --rule thank-you --format csv",
		   "one rule's items for a spreadsheet"},
		  {"journalscan due --count --exit-code",
		   "one line for a prompt; status 1 when something is "
		   "overdue"}},
		 jscan_cmd_due},
	[JSCAN_COMMAND_CONTACTS] =
		{"contacts",
		 "[DIR]",
		 1,
		 F(TEXT) | F(MD) | F(JSON) | F(NDJSON) | F(CSV) | F(VCF),
		 "list the people met",
		 "Lists the people that the notes name, each with title, "
		 "companies, addresses and when they were last mentioned.",
		 {{"journalscan contacts", "everybody"},
		  {"journalscan contacts --company acme",
		   "those of one company"},
		  {"journalscan contacts --format json", "for programs"}},
		 jscan_cmd_contacts},
	[JSCAN_COMMAND_WEAKNESSES] =
		{"weaknesses",
		 "[DIR]",
		 1,
		 F(TEXT) | F(MD) | F(JSON) | F(NDJSON) | F(CSV),
		 "list the weaknesses that recur, and their trend",
		 "Lists what the notes say went badly, by how many interviews "
		 "it "
		 "showed in, with the trend of each and the sentences that say "
		 "so.",
		 {{"journalscan weaknesses", "the list, most frequent first"},
		  {"journalscan weaknesses --format json", "for programs"}},
		 jscan_cmd_weaknesses},
	[JSCAN_COMMAND_PREP] =
		{"prep",
		 "[DIR]",
		 1,
		 F(TEXT) | F(MD),
		 "print one page to read before an interview",
		 "Prints what the journal knows of a company: what is arranged "
		 "and what has happened, the people, what is open, what they "
		 "said of you; then your own weaknesses that recur, each with "
		 "one thing to do, and a checklist. Without --company it is "
		 "the company of the next interview.",
		 {{"journalscan prep --company acme", "before you meet Acme"},
		  {"journalscan prep --company acme -f md -o prep.md",
		   "the same as a note"}},
		 jscan_cmd_prep},
	[JSCAN_COMMAND_WHY] =
		{"why",
		 "ID | FILE:LINE",
		 1,
		 0,
		 "say how a follow-up, or what is read in a line, came about",
		 "Explains a follow-up step by step: the lines of the journal "
		 "that it rests on, the sums of its dates, what met it or "
		 "would, and whose advice the rule is. The id is the one that "
		 "`journalscan due` prints, or its first characters.\n"
		 "\n"
		 "With FILE:LINE, what is read in that line of a note: "
		 "follow-ups, and what it says of your weaknesses and "
		 "strengths.",
		 {{"journalscan why 5k2m", "why that item is due, and when"},
		  {"journalscan why 2026-10-08.md:12",
		   "what is made of that line"}},
		 jscan_cmd_why},
	[JSCAN_COMMAND_DRAFT] =
		{"draft",
		 "ID",
		 1,
		 F(TEXT) | F(EML),
		 "write a message about a follow-up, to be edited",
		 "Prints a short message to the one that the follow-up is "
		 "about, with what the journal knows; ____ marks what only you "
		 "can say. Nothing is sent. With --format eml it is a file "
		 "that mail programs open as a new message.\n"
		 "\n"
		 "`templates` in the configuration names files of your own, by "
		 "rule. In them {company} and the like stand for facts, and a "
		 "sentence whose fact is not known is left out: greeting, "
		 "contact, title, company, role, stage, date, interview-date, "
		 "applied, promised, closed, due, today, task, sent, points. "
		 "{?check-in}, {?send-document}, {?looking}, {?ask-elsewhere} "
		 "and {?interviewed} keep their sentence only where they hold, "
		 "and a part in [brackets] may be left out by itself.",
		 {{"journalscan draft 5k2m", "what to write, to be edited"},
		  {"journalscan draft 5k2m -o /tmp/note.eml",
		   "the same for a mail program"}},
		 jscan_cmd_draft},
	[JSCAN_COMMAND_DONE] =
		{"done",
		 "ID",
		 1,
		 0,
		 "write into the note that a follow-up was done",
		 "Ticks the box of a task, or adds to the touches, the "
		 "thank-you or the requests for feedback of the note that the "
		 "follow-up comes from, in the style of that note. Not a byte "
		 "else changes. A note that changed meanwhile is left alone, "
		 "and where only your own words can meet a follow-up, done "
		 "says what to write.",
		 {{"journalscan done 5k2m", "it was done today"},
		  {"journalscan done 5k2m --date 2026-10-12",
		   "it was done on that day"},
		  {"journalscan done 5k2m --dry-run",
		   "what would be written, as a diff"}},
		 jscan_cmd_done},
	[JSCAN_COMMAND_SNOOZE] =
		{"snooze",
		 "ID",
		 1,
		 0,
		 "let a follow-up rest until a day",
		 "Adds the rule and the day to `snooze` in the front matter of "
		 "the note that the follow-up comes from. Other follow-ups of "
		 "the note are not touched.",
		 {{"journalscan snooze 5k2m --until 2026-11-02",
		   "ask me again on that day"}},
		 jscan_cmd_snooze},
	[JSCAN_COMMAND_NEW] =
		{"new",
		 "[COMPANY]",
		 1,
		 0,
		 "begin a note, with what the journal knows already",
		 "Writes a new note beside the newest one of that company, "
		 "with the people known there, and, of an interview, questions "
		 "to ask yourself afterwards: those that your weaknesses "
		 "suggest are among them. Prints where it is. A note that is "
		 "there is never replaced.\n"
		 "\n"
		 "`templates` in the configuration names files of your own, by "
		 "type. In them {company}, {role}, {date}, {type}, {title}, "
		 "{contacts}, {people} and {prompts} stand for what is known; "
		 "other braces stay as they are.",
		 {{"journalscan new Acme", "an interview there, today"},
		  {"journalscan new Acme --date 2026-11-03 --edit",
		   "one to come, opened in your editor"},
		  {"journalscan new --type mock -o -",
		   "print a note for a mock interview"}},
		 jscan_cmd_new},
	[JSCAN_COMMAND_EXPORT] =
		{"export",
		 "[DIR]",
		 1,
		 F(ICS) | F(VCF) | F(CSV) | F(NDJSON) | F(SQLITE),
		 "write a file for calendars, address books or spreadsheets",
		 "Writes what the journal holds for another program: ics, one "
		 "to-do a follow-up, for calendars; vcf, one card a person, "
		 "for address books; csv, one table, for spreadsheets; ndjson, "
		 "one flat record a line with the name of its journal, for "
		 "query engines; sqlite, a database with tables and views, for "
		 "questions of your own. The manual says what they hold.\n"
		 "\n"
		 "Without --format the ending of the FILE of --output decides.",
		 {{"journalscan export -o follow-ups.ics --alarms",
		   "for the calendar, with a reminder each"},
		  {"journalscan export -o people.vcf", "for the address book"},
		  {"journalscan export --format csv --table assessments",
		   "each weakness and strength found, a row each"},
		  {"journalscan export -o journal.sqlite",
		   "then: sqlite3 journal.sqlite 'select * from overdue'"}},
		 jscan_cmd_export},
	[JSCAN_COMMAND_LOG] =
		{"log",
		 "[DIR]",
		 1,
		 F(TEXT) | F(JSON) | F(CSV),
		 "show how the journal developed, from its commits",
		 "Reads the notes as they were at each commit, by the rules of "
		 "today, and prints what was overdue on the day of each, how "
		 "often each weakness had shown by then, and the stages that "
		 "each application went through, also those that the notes no "
		 "longer tell. The commits are those that led to HEAD, to "
		 "snapshot.ref where that is set, or to REV.",
		 {{"journalscan log", "all of it, as tables and a chart"},
		  {"journalscan log --since 2026-09-01 --all",
		   "every day since then"},
		  {"journalscan log --format csv -o log.csv",
		   "a number a row, for a spreadsheet"}},
		 jscan_cmd_log},
	[JSCAN_COMMAND_DIFF] =
		{"diff",
		 "REV1 [REV2]",
		 2,
		 F(TEXT) | F(JSON),
		 "show what became of the journal between two states",
		 "Compares the reports of two commits, each as of its own day; "
		 "without REV2, of one with the folder as it is today: what "
		 "became overdue, was done, came up or went away, which "
		 "weaknesses show more or less often, which applications "
		 "moved. With --as-of the later state is that of DATE.",
		 {{"journalscan diff HEAD~5", "since five commits ago"},
		  {"journalscan diff HEAD~5 HEAD~2",
		   "what three commits brought, some time ago"}},
		 jscan_cmd_diff},
	[JSCAN_COMMAND_INIT] =
		{"init",
		 "[DIR]",
		 1,
		 0,
		 "set a journal up: repository, configuration, attributes",
		 "Makes the folder DIR, a git repository where it is in none, "
		 "a .journalscan.yml with nothing set, and a .gitattributes by "
		 "which merges of the report never conflict; with --hook also "
		 "what `journalscan hook install` does. What is there is left "
		 "as it is, and nothing is committed.",
		 {{"journalscan init ~/journal --hook",
		   "a new journal, with a report in every commit"}},
		 jscan_cmd_init},
	[JSCAN_COMMAND_HOOK] =
		{"hook",
		 "install | uninstall | status | run",
		 3,
		 0,
		 "keep the report up to date in every commit",
		 "With the hook installed, git calls journalscan before each "
		 "commit. It reads the notes as they are staged, and the "
		 "report goes into the same commit; what is not staged plays "
		 "no part and stays as it is. A hook that is there already is "
		 "kept, and run first. Nothing that goes wrong stops a commit, "
		 "unless hook.strict is set.\n"
		 "\n"
		 "`hook run` is what git calls; with --check it only says "
		 "whether the staged report fits the staged notes, by its "
		 "status: 1 when it does not.",
		 {{"journalscan hook install -C ~/journal",
		   "from now on a report in every commit"},
		  {"journalscan hook status", "what is installed, and where"},
		  {"journalscan hook run --check",
		   "status 1 when the staged report is stale"}},
		 jscan_cmd_hook},
	[JSCAN_COMMAND_LSP] =
		{"lsp",
		 "[DIR]",
		 1,
		 0,
		 "serve an editor while notes are written",
		 "Speaks the Language Server Protocol on standard input and "
		 "output; an editor starts it. It shows what `check` says when "
		 "a note is opened or saved; explains, on a line, the "
		 "follow-ups and weaknesses that come from it; and completes "
		 "keys, types, outcomes, weaknesses, companies and the names of "
		 "people.\n"
		 "\n"
		 "The journal is DIR, or the folder of --directory, or else "
		 "the one that the editor works in. Nothing is written, and "
		 "text that is not saved stays in the editor.",
		 {{"journalscan lsp ~/journal </dev/null",
		   "what an editor runs; here it ends at once"}},
		 jscan_cmd_lsp},
	[JSCAN_COMMAND_CACHE] =
		{"cache",
		 "status | clear",
		 1,
		 0,
		 "say what is known of a journal, or forget it",
		 "A note that has not changed since the last run is not read "
		 "again: what it says is kept in a file in the git directory "
		 "of the journal, or, outside of any repository, in "
		 "journalscan below XDG_CACHE_HOME. Nothing depends on that "
		 "file: without it, or when anything about it is odd, the notes "
		 "are read, and --no-cache always does so.\n"
		 "\n"
		 "`cache status` says where it is and whether it still counts; "
		 "`cache clear` removes it.",
		 {{"journalscan cache status", "where it is, and how large"},
		  {"journalscan cache clear -C ~/journal",
		   "the next run reads every note"}},
		 jscan_cmd_cache},
	[JSCAN_COMMAND_CONFIG] =
		{"config",
		 "[DIR]",
		 1,
		 0,
		 "print the configuration in force",
		 "Prints every value of the configuration that holds for DIR, "
		 "and "
		 "where it comes from: the defaults, your own file, or the "
		 "journal's .journalscan.yml.",
		 {{"journalscan config", "what holds in this folder"},
		  {"journalscan config --config strict.yml",
		   "what would hold with another file"}},
		 jscan_cmd_config},
	[JSCAN_COMMAND_HELP] =
		{"help",
		 "[COMMAND | codes | completions SHELL]",
		 2,
		 0,
		 "say how to use a command",
		 "Prints the help of a command, the list of diagnostic codes, "
		 "or "
		 "the completions for bash, zsh or fish.",
		 {{"journalscan help due", "all about due"},
		  {"journalscan help codes", "what each [code] means"},
		  {"journalscan help completions bash",
		   "to be put where bash looks for completions"}},
		 jscan_cmd_help},
	[JSCAN_COMMAND_VERSION] =
		{"version",
		 "",
		 0,
		 0,
		 "print the version",
		 "Prints the version of the program and of its JSON report.",
		 {{"journalscan version", NULL}},
		 jscan_cmd_version},
};

const struct jscan_option jscan_option_table[JSCAN_OPTIONS] = {
	[JSCAN_OPTION_FORMAT] = {"format", 'f', JSCAN_VALUE_FORMAT, "FORMAT",
				 C(SCAN) | C(CHECK) | VIEWS | C(DRAFT) |
					 C(EXPORT) | PAST,
				 "print in this format"},
	[JSCAN_OPTION_OUTPUT] = {"output", 'o', JSCAN_VALUE_FILE, "FILE",
				 FOLDERS & ~(EDITS | C(LSP) | C(CACHE)),
				 "write there instead; - is standard output"},
	[JSCAN_OPTION_LINK_FORMAT] =
		{"link-format", 0, JSCAN_VALUE_TEXT, "FORMAT", C(SCAN) | VIEWS,
		 "how reports link to notes: vscode, obsidian and others, or "
		 "an address with {path} and {line}"},
	[JSCAN_OPTION_TYPE] = {"type", 't', JSCAN_VALUE_TYPE, "TYPE", C(NEW),
			       "the type of the note (default: interview)"},
	[JSCAN_OPTION_ROLE] = {"role", 0, JSCAN_VALUE_TEXT, "ROLE", C(NEW),
			       "the position (default: the one applied for)"},
	[JSCAN_OPTION_EDIT] = {"edit", 'e', JSCAN_VALUE_NONE, NULL, C(NEW),
			       "open it in VISUAL or EDITOR"},
	[JSCAN_OPTION_TABLE] = {"table", 0, JSCAN_VALUE_TABLE, "TABLE",
				C(EXPORT),
				"csv: the table to write (default: "
				"follow-ups)"},
	[JSCAN_OPTION_JOURNAL] = {"journal", 0, JSCAN_VALUE_TEXT, "NAME",
				  C(EXPORT),
				  "ndjson: the name of the journal in each "
				  "record (default: that of its folder)"},
	[JSCAN_OPTION_EVENTS] = {"events", 0, JSCAN_VALUE_NONE, NULL, C(EXPORT),
				 "ics: an all-day event for each to-do, too"},
	[JSCAN_OPTION_ALARMS] = {"alarms", 0, JSCAN_VALUE_NONE, NULL, C(EXPORT),
				 "ics: a reminder on the morning of the day"},
	[JSCAN_OPTION_VCARD] = {"vcard", 0, JSCAN_VALUE_VCARD, "VERSION",
				C(EXPORT),
				"vcf: the version to write (default: 4.0)"},
	[JSCAN_OPTION_NO_SNAPSHOT] = {"no-snapshot", 0, JSCAN_VALUE_NONE, NULL,
				      C(SCAN),
				      "write the report but commit nothing"},
	[JSCAN_OPTION_STAGED] = {"staged", 0, JSCAN_VALUE_NONE, NULL, STATES,
				 "read what is staged in git, not the files"},
	[JSCAN_OPTION_REV] = {"rev", 0, JSCAN_VALUE_TEXT, "REV",
			      STATES | C(LOG),
			      "read the notes as of that revision of git"},
	[JSCAN_OPTION_ALL] = {"all", 'a', JSCAN_VALUE_NONE, NULL,
			      C(DUE) | C(LOG),
			      "due: also what is done or has lapsed; log: every "
			      "day, every weakness"},
	[JSCAN_OPTION_COMPANY] =
		{"company", 0, JSCAN_VALUE_TEXT, "NAME",
		 C(DUE) | C(CONTACTS) | C(PREP),
		 "only companies with NAME in their name, in any case"},
	[JSCAN_OPTION_RULE] = {"rule", 0, JSCAN_VALUE_RULE, "RULE", C(DUE),
			       "only items of this rule"},
	[JSCAN_OPTION_SINCE] = {"since", 0, JSCAN_VALUE_DATE, "DATE",
				C(DUE) | C(LOG),
				"due: only items due on that day or later; "
				"log: only states of that day or later"},
	[JSCAN_OPTION_UNTIL] =
		{"until", 0, JSCAN_VALUE_DATE, "DATE", C(DUE) | C(SNOOZE),
		 "due: only items due on that day or earlier; "
		 "snooze: the day from which on it counts again"},
	[JSCAN_OPTION_DATE] = {"date", 0, JSCAN_VALUE_DATE, "DATE",
			       C(DONE) | C(NEW),
			       "the day it was done on, or of the new note "
			       "(default: today)"},
	[JSCAN_OPTION_DRY_RUN] = {"dry-run", 'n', JSCAN_VALUE_NONE, NULL, EDITS,
				  "change nothing, print what would as a diff"},
	[JSCAN_OPTION_CHECK] = {"check", 0, JSCAN_VALUE_NONE, NULL, C(HOOK),
				"change nothing; status 1 when it is stale"},
	[JSCAN_OPTION_HOOK] = {"hook", 0, JSCAN_VALUE_NONE, NULL, C(INIT),
			       "install the hook, too"},
	[JSCAN_OPTION_REDACT] =
		{"redact", 0, JSCAN_VALUE_NONE, NULL, SHOWN,
		 "print it for others: people and companies by their initials, "
		 "no addresses, paths as numbers"},
	[JSCAN_OPTION_COUNT] = {"count", 0, JSCAN_VALUE_NONE, NULL, C(DUE),
				"print only how many, on one line"},
	[JSCAN_OPTION_EXIT_CODE] =
		{"exit-code", 0, JSCAN_VALUE_NONE, NULL, C(DUE),
		 "exit with 1 when something is overdue, else with 0"},
	[JSCAN_OPTION_AS_OF] = {"as-of", 0, JSCAN_VALUE_DATE, "DATE", RUNS,
				"take DATE (YYYY-MM-DD) for today"},
	[JSCAN_OPTION_CONFIG] = {"config", 0, JSCAN_VALUE_FILE, "FILE", FOLDERS,
				 "read FILE in place of DIR/.journalscan.yml"},
	[JSCAN_OPTION_NO_CACHE] = {"no-cache", 0, JSCAN_VALUE_NONE, NULL, RUNS,
				   "read every note, and keep nothing of it"},
	[JSCAN_OPTION_JOBS] =
		{"jobs", 'j', JSCAN_VALUE_NUMBER, "N", RUNS,
		 "read with N threads (default: one a core, up to 8)"},
	[JSCAN_OPTION_DIRECTORY] = {"directory", 'C', JSCAN_VALUE_FOLDER, "DIR",
				    ANY, "go to DIR first"},
	[JSCAN_OPTION_QUIET] = {"quiet", 'q', JSCAN_VALUE_NONE, NULL,
				RUNS | C(INIT),
				"say nothing but errors"},
	[JSCAN_OPTION_VERBOSE] =
		{"verbose", 'v', JSCAN_VALUE_NONE, NULL, SCANS,
		 "say more: also the notes among the diagnostics"},
	[JSCAN_OPTION_COLOR] =
		{"color", 0, JSCAN_VALUE_WHEN, "WHEN", ANY,
		 "use colours: always, never or auto (on a terminal)"},
	[JSCAN_OPTION_NO_PAGER] = {"no-pager", 0, JSCAN_VALUE_NONE, NULL, ANY,
				   "do not show long output in a pager"},
	[JSCAN_OPTION_HELP] = {"help", 'h', JSCAN_VALUE_NONE, NULL, ANY,
			       "print the help of the command"},
	[JSCAN_OPTION_VERSION] = {"version", 'V', JSCAN_VALUE_NONE, NULL, ANY,
				  "print the version"},
};

static const char *const format_names[JSCAN_FORMATS] = {
	"text", "md",  "html", "json",	 "ndjson", "csv",
	"ics",	"vcf", "eml",  "sqlite", "sarif"};

static const char *const table_names[] = {"follow-ups",	  "contacts",
					  "weaknesses",	  "entries",
					  "applications", "assessments"};

static const char *const vcard_names[] = {"4.0", "3.0"};

static const char *const when_names[] = {"auto", "always", "never"};

const struct jscan_command *jscan_command_find(const char *name)
{
	for (size_t i = 0; i < JSCAN_COMMANDS; i++)
		if (strcmp(jscan_commands[i].name, name) == 0)
			return &jscan_commands[i];
	return NULL;
}

const struct jscan_option *jscan_option_find(const char *name, size_t len)
{
	for (size_t i = 0; i < JSCAN_OPTIONS; i++) {
		const struct jscan_option *option = &jscan_option_table[i];

		if (strlen(option->name) == len &&
		    memcmp(option->name, name, len) == 0)
			return option;
	}
	return NULL;
}

const struct jscan_option *jscan_option_find_letter(char letter)
{
	for (size_t i = 0; i < JSCAN_OPTIONS; i++)
		if (letter != 0 && jscan_option_table[i].letter == letter)
			return &jscan_option_table[i];
	return NULL;
}

bool jscan_command_takes(const struct jscan_command *command,
			 const struct jscan_option *option)
{
	return (option->commands & (1u << (command - jscan_commands))) != 0;
}

const char *jscan_format_name(enum jscan_format format)
{
	return format_names[format];
}

/* The format at place `index` among those of the command. */
static const char *format_choice(const struct jscan_command *command,
				 size_t index)
{
	for (size_t i = 0; i < JSCAN_FORMATS; i++)
		if ((command->formats & (1u << i)) != 0 && index-- == 0)
			return format_names[i];
	return NULL;
}

const char *jscan_option_choice(const struct jscan_option *option,
				const struct jscan_command *command,
				size_t index)
{
	switch (option->kind) {
	case JSCAN_VALUE_FORMAT:
		return format_choice(command, index);
	case JSCAN_VALUE_RULE:
		return index < JSCAN_RULE_COUNT
			       ? jscan_rule_name((enum jscan_rule)index)
			       : NULL;
	case JSCAN_VALUE_TYPE:
		return index <= JSCAN_EVENT_NOTE
			       ? jscan_event_type_name(
					 (enum jscan_event_type)index)
			       : NULL;
	case JSCAN_VALUE_TABLE:
		return index < sizeof(table_names) / sizeof(table_names[0])
			       ? table_names[index]
			       : NULL;
	case JSCAN_VALUE_VCARD:
		return index < sizeof(vcard_names) / sizeof(vcard_names[0])
			       ? vcard_names[index]
			       : NULL;
	case JSCAN_VALUE_WHEN:
		return index < sizeof(when_names) / sizeof(when_names[0])
			       ? when_names[index]
			       : NULL;
	default:
		return NULL;
	}
}

void jscan_option_list_choices(char *out, size_t size,
			       const struct jscan_option *option,
			       const struct jscan_command *command)
{
	const char *choice;
	size_t len = 0;

	out[0] = '\0';
	for (size_t i = 0; (choice = jscan_option_choice(option, command, i));
	     i++) {
		const char *between =
			i == 0 ? ""
			: jscan_option_choice(option, command, i + 1) != NULL
				? ", "
				: " or ";
		size_t need = strlen(between) + strlen(choice);

		if (len + need >= size)
			return;
		memcpy(out + len, between, strlen(between));
		memcpy(out + len + strlen(between), choice, strlen(choice) + 1);
		len += need;
	}
}
