/*
 * Help for people: paragraphs and two-column lists, wrapped to the terminal but
 * never wider than 80 columns.  All text comes from the tables.
 */
#include "cli/help.h"

#include <string.h>

#include "cli/environment.h"

#define WIDEST 80

struct page {
	FILE *out;
	size_t width;
	size_t column; /* of the next character, from 0 */
};

static void open_page(struct page *page, FILE *out)
{
	size_t columns = jscan_environment_columns(out);

	page->out = out;
	page->width = columns < WIDEST ? columns : WIDEST;
	page->column = 0;
}

static void put(struct page *page, const char *text, size_t len)
{
	fwrite(text, 1, len, page->out);
	page->column += len;
}

static void puts_on(struct page *page, const char *text)
{
	put(page, text, strlen(text));
}

static void end_line(struct page *page)
{
	fputc('\n', page->out);
	page->column = 0;
}

static void move_to(struct page *page, size_t column)
{
	while (page->column < column)
		put(page, " ", 1);
}

/* Words from the current column on, wrapped, later lines at `indent`. */
static void fill(struct page *page, size_t indent, const char *text)
{
	while (*text != '\0') {
		size_t len = strcspn(text, " \n");

		if (*text == '\n') { /* the end of a paragraph */
			end_line(page);
			text++;
			continue;
		}
		if (page->column > indent &&
		    page->column + 1 + len > page->width)
			end_line(page);
		else if (page->column > indent)
			put(page, " ", 1);
		move_to(page, indent);
		put(page, text, len);
		text += len;
		text += *text == ' ';
	}
	end_line(page);
}

/* `left` and, from `column` on, `right`. */
static void write_row(struct page *page, size_t column, const char *left,
		      const char *right)
{
	puts_on(page, "  ");
	puts_on(page, left);
	/* On a narrow terminal the meaning goes below the word. */
	if (column + 20 > page->width) {
		end_line(page);
		column = 6;
	} else if (page->column + 2 > column) {
		end_line(page);
	}
	move_to(page, column);
	fill(page, column, right);
}

static void write_title(struct page *page, const char *title)
{
	end_line(page);
	puts_on(page, title);
	end_line(page);
}

/* "-f, --format FORMAT" */
static void name_option(char *out, size_t size,
			const struct jscan_option *option)
{
	char letter[5] = "    ";

	if (option->letter != 0)
		snprintf(letter, sizeof(letter), "-%c, ", option->letter);
	snprintf(out, size, "%s--%s%s%s", letter, option->name,
		 option->value ? " " : "", option->value ? option->value : "");
}

static void write_option(struct page *page, size_t column,
			 const struct jscan_option *option,
			 const struct jscan_command *command)
{
	char name[64], choices[256], text[512];

	name_option(name, sizeof(name), option);
	jscan_option_list_choices(choices, sizeof(choices), option, command);
	if (option->kind == JSCAN_VALUE_WHEN || choices[0] == '\0')
		snprintf(text, sizeof(text), "%s", option->meaning);
	else
		snprintf(text, sizeof(text), "%s: %s", option->meaning,
			 choices);
	write_row(page, column, name, text);
}

/* The options of a command: those of few commands, or those of nearly all. */
static void write_options(struct page *page,
			  const struct jscan_command *command, bool is_common,
			  const char *title)
{
	bool has_title = false;

	for (size_t i = 0; i < JSCAN_OPTIONS; i++) {
		const struct jscan_option *option = &jscan_option_table[i];

		if (!jscan_command_takes(command, option) ||
		    (i >= JSCAN_OPTION_AS_OF) != is_common)
			continue;
		if (!has_title)
			write_title(page, title);
		has_title = true;
		write_option(page, 25, option, command);
	}
}

static void write_examples(struct page *page,
			   const struct jscan_command *command)
{
	const struct jscan_example *example = command->examples;

	write_title(page, "examples:");
	for (; example->line != NULL; example++) {
		puts_on(page, "  ");
		puts_on(page, example->line);
		end_line(page);
		if (!example->what)
			continue;
		move_to(page, 6);
		fill(page, 6, example->what);
	}
}

void jscan_help_write_command(FILE *out, const struct jscan_command *command)
{
	struct page page;

	open_page(&page, out);
	fprintf(out, "usage: journalscan %s [OPTION]...%s%s\n\n", command->name,
		command->operands[0] != '\0' ? " " : "", command->operands);
	fill(&page, 0, command->about);
	write_options(&page, command, false, "options:");
	write_options(&page, command, true, "common options:");
	write_examples(&page, command);
}

void jscan_help_write(FILE *out)
{
	const struct jscan_command *scan = &jscan_commands[JSCAN_COMMAND_SCAN];
	struct page page;

	open_page(&page, out);
	fputs("usage: journalscan [OPTION]... [DIR]\n"
	      "       journalscan COMMAND [OPTION]... [DIR]\n\n",
	      out);
	fill(&page, 0,
	     "Reads a folder of markdown interview notes and says who is owed "
	     "a word, when and why, and which weaknesses recur.");
	write_title(&page, "commands:");
	for (size_t i = 0; i < JSCAN_COMMANDS; i++)
		write_row(&page, 16, jscan_commands[i].name,
			  jscan_commands[i].summary);
	write_options(&page, scan, false, "options of scan:");
	write_options(&page, scan, true, "options of nearly all commands:");
	end_line(&page);
	fill(&page, 0,
	     "More: `journalscan help COMMAND`, `man journalscan`, and for the "
	     "notes and the configuration `man 5 journalscan`.");
}

static void write_diagnostic_codes(struct page *page, size_t column,
				   enum jscan_severity severity,
				   const char *title)
{
	size_t count;
	const struct jscan_code *codes = jscan_code_list(&count);

	write_title(page, title);
	for (size_t i = 0; i < count; i++)
		if (codes[i].severity == severity)
			write_row(page, column, codes[i].name,
				  codes[i].meaning);
}

void jscan_help_write_codes(FILE *out)
{
	struct page page;
	int code;

	open_page(&page, out);
	fill(&page, 0,
	     "Every message ends with a code. Of the notes it is one of these; "
	     "an error makes the exit status 1.");
	write_diagnostic_codes(&page, 23, JSCAN_SEVERITY_ERROR,
			       "errors: a file or a fact could not be read");
	write_diagnostic_codes(&page, 23, JSCAN_SEVERITY_WARNING,
			       "warnings: doubtful, and read one way");
	write_diagnostic_codes(&page, 23, JSCAN_SEVERITY_NOTE,
			       "notes: for information");
	write_title(&page, "when a command fails, with exit status 2");
	for (code = JSCAN_ERR_USAGE; code <= JSCAN_ERR_CHANGED; code++)
		write_row(
			&page, 23,
			jscan_error_code_name((enum jscan_error_code)code),
			jscan_error_code_meaning((enum jscan_error_code)code));
	write_row(&page, 23, jscan_error_code_name(JSCAN_ERR_BUG),
		  jscan_error_code_meaning(JSCAN_ERR_BUG));
	write_title(&page, "when there was nothing to do");
	write_row(&page, 23, "no-entries", "no note of the folder is an entry");
}
