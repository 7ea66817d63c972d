# fish completion for journalscan, made by
# journalscan help completions fish

# The command on the line; nothing when none was typed yet.
function __journalscan_command
	for word in (commandline -opc)[2..-1]
		if contains -- $word scan check due contacts weaknesses prep why draft done snooze new export log diff init hook lsp cache config help version
			echo $word
			return
		end
	end
	return 1
end

function __journalscan_is
	set -l command (__journalscan_command)
	test -n "$command"; or set command scan
	contains -- $command $argv
end

complete -c journalscan -f
complete -c journalscan -n 'not __journalscan_is help version' -a '(__fish_complete_directories)'
complete -c journalscan -n '__journalscan_is help' -a 'codes completions bash zsh fish scan check due contacts weaknesses prep why draft done snooze new export log diff init hook lsp cache config help version'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a scan -d 'read a journal, write its report, commit a snapshot'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a check -d 'say what is wrong or doubtful in the notes'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a due -d 'list the follow-ups that are overdue, due and coming'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a contacts -d 'list the people met'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a weaknesses -d 'list the weaknesses that recur, and their trend'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a prep -d 'print one page to read before an interview'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a why -d 'say how a follow-up, or what is read in a line, came about'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a draft -d 'write a message about a follow-up, to be edited'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a done -d 'write into the note that a follow-up was done'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a snooze -d 'let a follow-up rest until a day'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a new -d 'begin a note, with what the journal knows already'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a export -d 'write a file for calendars, address books or spreadsheets'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a log -d 'show how the journal developed, from its commits'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a diff -d 'show what became of the journal between two states'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a init -d 'set a journal up: repository, configuration, attributes'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a hook -d 'keep the report up to date in every commit'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a lsp -d 'serve an editor while notes are written'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a cache -d 'say what is known of a journal, or forget it'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a config -d 'print the configuration in force'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a help -d 'say how to use a command'
complete -c journalscan -n 'not __journalscan_command >/dev/null' -a version -d 'print the version'
complete -c journalscan -n '__journalscan_is scan' -s f -l format -d 'print in this format' -x -a 'text md html json ndjson'
complete -c journalscan -n '__journalscan_is check' -s f -l format -d 'print in this format' -x -a 'text json ndjson sarif'
complete -c journalscan -n '__journalscan_is due' -s f -l format -d 'print in this format' -x -a 'text md json ndjson csv'
complete -c journalscan -n '__journalscan_is contacts' -s f -l format -d 'print in this format' -x -a 'text md json ndjson csv vcf'
complete -c journalscan -n '__journalscan_is weaknesses' -s f -l format -d 'print in this format' -x -a 'text md json ndjson csv'
complete -c journalscan -n '__journalscan_is prep' -s f -l format -d 'print in this format' -x -a 'text md'
complete -c journalscan -n '__journalscan_is draft' -s f -l format -d 'print in this format' -x -a 'text eml'
complete -c journalscan -n '__journalscan_is export' -s f -l format -d 'print in this format' -x -a 'ndjson csv ics vcf sqlite'
complete -c journalscan -n '__journalscan_is log' -s f -l format -d 'print in this format' -x -a 'text json csv'
complete -c journalscan -n '__journalscan_is diff' -s f -l format -d 'print in this format' -x -a 'text json'
complete -c journalscan -n '__journalscan_is scan check due contacts weaknesses prep why draft new export log diff hook config' -s o -l output -d 'write there instead; - is standard output' -r -F
complete -c journalscan -n '__journalscan_is scan due contacts weaknesses prep' -l link-format -d 'how reports link to notes: vscode, obsidian and others, or an address with {path} and {line}' -x
complete -c journalscan -n '__journalscan_is new' -s t -l type -d 'the type of the note (default: interview)' -x -a 'application interview mock rejection offer feedback touch note'
complete -c journalscan -n '__journalscan_is new' -l role -d 'the position (default: the one applied for)' -x
complete -c journalscan -n '__journalscan_is new' -s e -l edit -d 'open it in VISUAL or EDITOR'
complete -c journalscan -n '__journalscan_is export' -l table -d 'csv: the table to write (default: follow-ups)' -x -a 'follow-ups contacts weaknesses entries applications assessments'
complete -c journalscan -n '__journalscan_is export' -l journal -d 'ndjson: the name of the journal in each record (default: that of its folder)' -x
complete -c journalscan -n '__journalscan_is export' -l events -d 'ics: an all-day event for each to-do, too'
complete -c journalscan -n '__journalscan_is export' -l alarms -d 'ics: a reminder on the morning of the day'
complete -c journalscan -n '__journalscan_is export' -l vcard -d 'vcf: the version to write (default: 4.0)' -x -a '4.0 3.0'
complete -c journalscan -n '__journalscan_is scan' -l no-snapshot -d 'write the report but commit nothing'
complete -c journalscan -n '__journalscan_is scan check due contacts weaknesses prep export config' -l staged -d 'read what is staged in git, not the files'
complete -c journalscan -n '__journalscan_is scan check due contacts weaknesses prep export log config' -l rev -d 'read the notes as of that revision of git' -x
complete -c journalscan -n '__journalscan_is due log' -s a -l all -d 'due: also what is done or has lapsed; log: every day, every weakness'
complete -c journalscan -n '__journalscan_is due contacts prep' -l company -d 'only companies with NAME in their name, in any case' -x
complete -c journalscan -n '__journalscan_is due' -l rule -d 'only items of this rule' -x -a 'application thank-you self-assessment reply ask-feedback thank-for-feedback keep-in-touch reopened task prepare'
complete -c journalscan -n '__journalscan_is due log' -l since -d 'due: only items due on that day or later; log: only states of that day or later' -x
complete -c journalscan -n '__journalscan_is due snooze' -l until -d 'due: only items due on that day or earlier; snooze: the day from which on it counts again' -x
complete -c journalscan -n '__journalscan_is done new' -l date -d 'the day it was done on, or of the new note (default: today)' -x
complete -c journalscan -n '__journalscan_is done snooze' -s n -l dry-run -d 'change nothing, print what would as a diff'
complete -c journalscan -n '__journalscan_is hook' -l check -d 'change nothing; status 1 when it is stale'
complete -c journalscan -n '__journalscan_is init' -l hook -d 'install the hook, too'
complete -c journalscan -n '__journalscan_is scan check due contacts weaknesses prep export log diff' -l redact -d 'print it for others: people and companies by their initials, no addresses, paths as numbers'
complete -c journalscan -n '__journalscan_is due' -l count -d 'print only how many, on one line'
complete -c journalscan -n '__journalscan_is due' -l exit-code -d 'exit with 1 when something is overdue, else with 0'
complete -c journalscan -n '__journalscan_is scan check due contacts weaknesses prep why draft done snooze new export log diff hook lsp' -l as-of -d 'take DATE (YYYY-MM-DD) for today' -x
complete -c journalscan -n '__journalscan_is scan check due contacts weaknesses prep why draft done snooze new export log diff hook lsp cache config' -l config -d 'read FILE in place of DIR/.journalscan.yml' -r -F
complete -c journalscan -n '__journalscan_is scan check due contacts weaknesses prep why draft done snooze new export log diff hook lsp' -l no-cache -d 'read every note, and keep nothing of it'
complete -c journalscan -n '__journalscan_is scan check due contacts weaknesses prep why draft done snooze new export log diff hook lsp' -s j -l jobs -d 'read with N threads (default: one a core, up to 8)' -x
complete -c journalscan -n '__journalscan_is scan check due contacts weaknesses prep why draft done snooze new export log diff init hook lsp cache config help version' -s C -l directory -d 'go to DIR first' -x -a '(__fish_complete_directories)'
complete -c journalscan -n '__journalscan_is scan check due contacts weaknesses prep why draft done snooze new export log diff init hook lsp' -s q -l quiet -d 'say nothing but errors'
complete -c journalscan -n '__journalscan_is scan check due contacts weaknesses prep why draft done snooze' -s v -l verbose -d 'say more: also the notes among the diagnostics'
complete -c journalscan -n '__journalscan_is scan check due contacts weaknesses prep why draft done snooze new export log diff init hook lsp cache config help version' -l color -d 'use colours: always, never or auto (on a terminal)' -x -a 'auto always never'
complete -c journalscan -n '__journalscan_is scan check due contacts weaknesses prep why draft done snooze new export log diff init hook lsp cache config help version' -l no-pager -d 'do not show long output in a pager'
complete -c journalscan -n '__journalscan_is scan check due contacts weaknesses prep why draft done snooze new export log diff init hook lsp cache config help version' -s h -l help -d 'print the help of the command'
complete -c journalscan -n '__journalscan_is scan check due contacts weaknesses prep why draft done snooze new export log diff init hook lsp cache config help version' -s V -l version -d 'print the version'
