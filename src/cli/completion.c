/*
 * A completion script for each of three shells.  The scripts hold what the
 * tables of options.c say; only the frame around it is written here.  What the
 * tables say holds no quotes and no brackets, which a test makes sure of.
 */
#include "cli/completion.h"

#include <string.h>

#include "cli/options.h"

#define HEADER(shell) \
	"# " shell " completion for journalscan, made by\n" \
	"# journalscan help completions " shell "\n"

/* All words that an option takes for this command, apart by blanks. */
static void write_choices(FILE *out, const struct jscan_option *option,
			  const struct jscan_command *command)
{
	const char *choice;

	for (size_t i = 0; (choice = jscan_option_choice(option, command, i));
	     i++)
		fprintf(out, "%s%s", i > 0 ? " " : "", choice);
}

static void write_commands(FILE *out, const char *between)
{
	for (size_t i = 0; i < JSCAN_COMMANDS; i++)
		fprintf(out, "%s%s", i > 0 ? between : "",
			jscan_commands[i].name);
}

/* Whether the words of an option are those of a command. */
static bool has_choices(const struct jscan_option *option)
{
	return option->kind == JSCAN_VALUE_FORMAT ||
	       option->kind == JSCAN_VALUE_RULE ||
	       option->kind == JSCAN_VALUE_TYPE ||
	       option->kind == JSCAN_VALUE_TABLE ||
	       option->kind == JSCAN_VALUE_VCARD ||
	       option->kind == JSCAN_VALUE_WHEN;
}

static void write_bash_options(FILE *out, const struct jscan_command *command)
{
	fprintf(out, "\t%s) echo \"", command->name);
	for (size_t i = 0; i < JSCAN_OPTIONS; i++)
		if (jscan_command_takes(command, &jscan_option_table[i]))
			fprintf(out, "%s--%s", i > 0 ? " " : "",
				jscan_option_table[i].name);
	fputs("\" ;;\n", out);
}

/* The branches of a case over the option in front of the cursor. */
static void write_bash_values(FILE *out)
{
	for (size_t i = 0; i < JSCAN_OPTIONS; i++) {
		const struct jscan_option *option = &jscan_option_table[i];

		if (option->kind == JSCAN_VALUE_NONE)
			continue;
		fprintf(out, "\t--%s", option->name);
		if (option->letter != 0)
			fprintf(out, "|-%c", option->letter);
		fputs(")\n", out);
		if (option->kind == JSCAN_VALUE_FILE)
			fputs("\t\tkind=file ;;\n", out);
		else if (option->kind == JSCAN_VALUE_FOLDER)
			fputs("\t\tkind=folder ;;\n", out);
		else if (!has_choices(option))
			fputs("\t\tkind=none ;;\n", out);
		else if (option->kind != JSCAN_VALUE_FORMAT) {
			fputs("\t\tkind=words words=\"", out);
			write_choices(out, option, jscan_commands);
			fputs("\" ;;\n", out);
		} else {
			fputs("\t\tkind=words\n\t\tcase $command in\n", out);
			for (size_t j = 0; j < JSCAN_COMMANDS; j++) {
				if (jscan_commands[j].formats == 0)
					continue;
				fprintf(out, "\t\t%s) words=\"",
					jscan_commands[j].name);
				write_choices(out, option, &jscan_commands[j]);
				fputs("\" ;;\n", out);
			}
			fputs("\t\tesac ;;\n", out);
		}
	}
}

static void write_bash(FILE *out)
{
	fputs(HEADER("bash") "\n"
			     "_journalscan_options()\n"
			     "{\n"
			     "\tcase $1 in\n",
	      out);
	for (size_t i = 0; i < JSCAN_COMMANDS; i++)
		write_bash_options(out, &jscan_commands[i]);
	fputs("\tesac\n"
	      "}\n"
	      "\n"
	      "# The candidates, one a line, become the answer.\n"
	      "_journalscan_answer()\n"
	      "{\n"
	      "\tlocal line\n"
	      "\tCOMPREPLY=()\n"
	      "\twhile IFS= read -r line; do\n"
	      "\t\tCOMPREPLY+=(\"$line\")\n"
	      "\tdone\n"
	      "}\n"
	      "\n"
	      "_journalscan()\n"
	      "{\n"
	      "\tlocal cur=${COMP_WORDS[COMP_CWORD]}\n"
	      "\tlocal before=${COMP_WORDS[COMP_CWORD-1]}\n"
	      "\tlocal command='' kind='' words='' i\n"
	      "\t# bash takes --format=json apart at the sign.\n"
	      "\tif [[ $before == = ]]; then\n"
	      "\t\tbefore=${COMP_WORDS[COMP_CWORD-2]}\n"
	      "\telif [[ $cur == = ]]; then\n"
	      "\t\tcur=\n"
	      "\tfi\n"
	      "\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
	      "\t\tcase ${COMP_WORDS[i]} in\n"
	      "\t\t",
	      out);
	write_commands(out, "|");
	fputs(") command=${COMP_WORDS[i]}; break ;;\n"
	      "\t\tesac\n"
	      "\tdone\n"
	      "\tif [[ -z $command ]]; then\n"
	      "\t\twords='",
	      out);
	write_commands(out, " ");
	fputs("'\n"
	      "\t\tcommand=scan\n"
	      "\tfi\n"
	      "\tcase $before in\n",
	      out);
	write_bash_values(out);
	fputs("\tesac\n"
	      "\tif [[ -z $kind && $cur == -* ]]; then\n"
	      "\t\tkind=words words=$(_journalscan_options \"$command\")\n"
	      "\telif [[ -z $kind && $command == help ]]; then\n"
	      "\t\tkind=words words=\"$words codes completions bash zsh fish ",
	      out);
	write_commands(out, " ");
	fputs("\"\n"
	      "\tfi\n"
	      "\tcase $kind in\n"
	      "\tnone) COMPREPLY=() ;;\n"
	      "\twords) _journalscan_answer < <(compgen -W \"$words\" -- "
	      "\"$cur\") ;;\n"
	      "\tfile)\n"
	      "\t\ttype compopt &>/dev/null && compopt -o filenames\n"
	      "\t\t_journalscan_answer < <(compgen -f -- \"$cur\") ;;\n"
	      "\t*)\n"
	      "\t\ttype compopt &>/dev/null && compopt -o filenames\n"
	      "\t\t_journalscan_answer < <(\n"
	      "\t\t\tcompgen -W \"$words\" -- \"$cur\"\n"
	      "\t\t\tcompgen -d -- \"$cur\") ;;\n"
	      "\tesac\n"
	      "}\n"
	      "\n"
	      "complete -F _journalscan journalscan\n",
	      out);
}

static void write_zsh_option(FILE *out, const struct jscan_option *option,
			     const struct jscan_command *command)
{
	bool has_value = option->kind != JSCAN_VALUE_NONE;

	fputs("\t\t", out);
	if (option->letter != 0)
		fprintf(out, "'(-%c --%s)'{-%c%s,--%s%s}", option->letter,
			option->name, option->letter, has_value ? "+" : "",
			option->name, has_value ? "=" : "");
	else
		fprintf(out, "--%s%s", option->name, has_value ? "=" : "");
	fprintf(out, "'[%s]", option->meaning);
	if (has_value)
		fprintf(out, ":%s:", option->value);
	if (option->kind == JSCAN_VALUE_FILE)
		fputs("_files", out);
	else if (option->kind == JSCAN_VALUE_FOLDER)
		fputs("_files -/", out);
	else if (has_choices(option)) {
		fputc('(', out);
		write_choices(out, option, command);
		fputc(')', out);
	}
	fputs("' \\\n", out);
}

static void write_zsh_command(FILE *out, const struct jscan_command *command)
{
	fprintf(out, "\t%s)\n\t\t_arguments -s -S \\\n", command->name);
	for (size_t i = 0; i < JSCAN_OPTIONS; i++)
		if (jscan_command_takes(command, &jscan_option_table[i]))
			write_zsh_option(out, &jscan_option_table[i], command);
	if (command == &jscan_commands[JSCAN_COMMAND_HELP]) {
		fputs("\t\t'1: :(help)' '2:topic:(codes completions ", out);
		write_commands(out, " ");
		fputs(")' '3:shell:(bash zsh fish)' ;;\n", out);
		return;
	}
	if (command == &jscan_commands[JSCAN_COMMAND_SCAN])
		fputs("\t\t'1: :_journalscan_first' '2:DIR:_files -/' ;;\n",
		      out);
	else
		fprintf(out, "\t\t'1: :(%s)' '2:DIR:_files -/' ;;\n",
			command->name);
}

static void write_zsh(FILE *out)
{
	fputs("#compdef journalscan\n" HEADER("zsh") "\n"
						     "_journalscan_first() {\n"
						     "\tlocal -a commands\n"
						     "\tcommands=(\n",
	      out);
	for (size_t i = 0; i < JSCAN_COMMANDS; i++)
		fprintf(out, "\t\t'%s:%s'\n", jscan_commands[i].name,
			jscan_commands[i].summary);
	fputs("\t)\n"
	      "\t_describe -t commands command commands\n"
	      "\t_files -/\n"
	      "}\n"
	      "\n"
	      "_journalscan() {\n"
	      "\tlocal command=scan word\n"
	      "\tfor word in ${words[2,CURRENT-1]}; do\n"
	      "\t\tcase $word in\n"
	      "\t\t",
	      out);
	write_commands(out, "|");
	fputs(") command=$word; break ;;\n"
	      "\t\tesac\n"
	      "\tdone\n"
	      "\tcase $command in\n",
	      out);
	for (size_t i = 0; i < JSCAN_COMMANDS; i++)
		write_zsh_command(out, &jscan_commands[i]);
	fputs("\tesac\n"
	      "}\n"
	      "\n"
	      "_journalscan \"$@\"\n",
	      out);
}

static void write_fish_head(FILE *out, const char *condition,
			    const struct jscan_option *option)
{
	fprintf(out, "complete -c journalscan -n '__journalscan_is%s'",
		condition);
	if (option->letter != 0)
		fprintf(out, " -s %c", option->letter);
	fprintf(out, " -l %s -d '%s'", option->name, option->meaning);
}

/* One line a command where the words differ, else one line for all. */
static void write_fish_option(FILE *out, const struct jscan_option *option)
{
	char condition[256] = "";
	size_t len = 0;

	for (size_t i = 0; i < JSCAN_COMMANDS; i++) {
		const struct jscan_command *command = &jscan_commands[i];

		if (!jscan_command_takes(command, option))
			continue;
		len += (size_t)snprintf(condition + len,
					sizeof(condition) - len, " %s",
					command->name);
		if (option->kind != JSCAN_VALUE_FORMAT)
			continue;
		write_fish_head(out, condition, option);
		fputs(" -x -a '", out);
		write_choices(out, option, command);
		fputs("'\n", out);
		len = 0;
	}
	if (option->kind == JSCAN_VALUE_FORMAT)
		return;
	write_fish_head(out, condition, option);
	if (option->kind == JSCAN_VALUE_FILE)
		fputs(" -r -F", out);
	else if (option->kind == JSCAN_VALUE_FOLDER)
		fputs(" -x -a '(__fish_complete_directories)'", out);
	else if (has_choices(option)) {
		fputs(" -x -a '", out);
		write_choices(out, option, jscan_commands);
		fputc('\'', out);
	} else if (option->kind != JSCAN_VALUE_NONE) {
		fputs(" -x", out);
	}
	fputc('\n', out);
}

static void write_fish(FILE *out)
{
	fputs(HEADER("fish") "\n"
			     "# The command on the line; nothing when none was "
			     "typed yet.\n"
			     "function __journalscan_command\n"
			     "\tfor word in (commandline -opc)[2..-1]\n"
			     "\t\tif contains -- $word ",
	      out);
	write_commands(out, " ");
	fputs("\n"
	      "\t\t\techo $word\n"
	      "\t\t\treturn\n"
	      "\t\tend\n"
	      "\tend\n"
	      "\treturn 1\n"
	      "end\n"
	      "\n"
	      "function __journalscan_is\n"
	      "\tset -l command (__journalscan_command)\n"
	      "\ttest -n \"$command\"; or set command scan\n"
	      "\tcontains -- $command $argv\n"
	      "end\n"
	      "\n"
	      "complete -c journalscan -f\n"
	      "complete -c journalscan -n 'not __journalscan_is help version' "
	      "-a '(__fish_complete_directories)'\n"
	      "complete -c journalscan -n '__journalscan_is help' "
	      "-a 'codes completions bash zsh fish ",
	      out);
	write_commands(out, " ");
	fputs("'\n", out);
	for (size_t i = 0; i < JSCAN_COMMANDS; i++)
		fprintf(out,
			"complete -c journalscan "
			"-n 'not __journalscan_command >/dev/null' "
			"-a %s -d '%s'\n",
			jscan_commands[i].name, jscan_commands[i].summary);
	for (size_t i = 0; i < JSCAN_OPTIONS; i++)
		write_fish_option(out, &jscan_option_table[i]);
}

int jscan_completion_write(FILE *out, const char *shell)
{
	if (strcmp(shell, "bash") == 0)
		write_bash(out);
	else if (strcmp(shell, "zsh") == 0)
		write_zsh(out);
	else if (strcmp(shell, "fish") == 0)
		write_fish(out);
	else
		return -1;
	return 0;
}
