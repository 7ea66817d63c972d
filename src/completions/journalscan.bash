# bash completion for journalscan, made by
# journalscan help completions bash

_journalscan_options()
{
	case $1 in
	scan) echo "--format --output --link-format --no-snapshot --staged --rev --redact --as-of --config --no-cache --jobs --directory --quiet --verbose --color --no-pager --help --version" ;;
	check) echo "--format --output --staged --rev --redact --as-of --config --no-cache --jobs --directory --quiet --verbose --color --no-pager --help --version" ;;
	due) echo "--format --output --link-format --staged --rev --all --company --rule --since --until --redact --count --exit-code --as-of --config --no-cache --jobs --directory --quiet --verbose --color --no-pager --help --version" ;;
	contacts) echo "--format --output --link-format --staged --rev --company --redact --as-of --config --no-cache --jobs --directory --quiet --verbose --color --no-pager --help --version" ;;
	weaknesses) echo "--format --output --link-format --staged --rev --redact --as-of --config --no-cache --jobs --directory --quiet --verbose --color --no-pager --help --version" ;;
	prep) echo "--format --output --link-format --staged --rev --company --redact --as-of --config --no-cache --jobs --directory --quiet --verbose --color --no-pager --help --version" ;;
	why) echo " --output --as-of --config --no-cache --jobs --directory --quiet --verbose --color --no-pager --help --version" ;;
	draft) echo "--format --output --as-of --config --no-cache --jobs --directory --quiet --verbose --color --no-pager --help --version" ;;
	done) echo " --date --dry-run --as-of --config --no-cache --jobs --directory --quiet --verbose --color --no-pager --help --version" ;;
	snooze) echo " --until --dry-run --as-of --config --no-cache --jobs --directory --quiet --verbose --color --no-pager --help --version" ;;
	new) echo " --output --type --role --edit --date --as-of --config --no-cache --jobs --directory --quiet --color --no-pager --help --version" ;;
	export) echo "--format --output --table --journal --events --alarms --vcard --staged --rev --redact --as-of --config --no-cache --jobs --directory --quiet --color --no-pager --help --version" ;;
	log) echo "--format --output --rev --all --since --redact --as-of --config --no-cache --jobs --directory --quiet --color --no-pager --help --version" ;;
	diff) echo "--format --output --redact --as-of --config --no-cache --jobs --directory --quiet --color --no-pager --help --version" ;;
	init) echo " --hook --directory --quiet --color --no-pager --help --version" ;;
	hook) echo " --output --check --as-of --config --no-cache --jobs --directory --quiet --color --no-pager --help --version" ;;
	lsp) echo " --as-of --config --no-cache --jobs --directory --quiet --color --no-pager --help --version" ;;
	cache) echo " --config --directory --color --no-pager --help --version" ;;
	config) echo " --output --staged --rev --config --directory --color --no-pager --help --version" ;;
	help) echo " --directory --color --no-pager --help --version" ;;
	version) echo " --directory --color --no-pager --help --version" ;;
	esac
}

# The candidates, one a line, become the answer.
_journalscan_answer()
{
	local line
	COMPREPLY=()
	while IFS= read -r line; do
		COMPREPLY+=("$line")
	done
}

_journalscan()
{
	local cur=${COMP_WORDS[COMP_CWORD]}
	local before=${COMP_WORDS[COMP_CWORD-1]}
	local command='' kind='' words='' i
	# bash takes --format=json apart at the sign.
	if [[ $before == = ]]; then
		before=${COMP_WORDS[COMP_CWORD-2]}
	elif [[ $cur == = ]]; then
		cur=
	fi
	for ((i = 1; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in
		scan|check|due|contacts|weaknesses|prep|why|draft|done|snooze|new|export|log|diff|init|hook|lsp|cache|config|help|version) command=${COMP_WORDS[i]}; break ;;
		esac
	done
	if [[ -z $command ]]; then
		words='scan check due contacts weaknesses prep why draft done snooze new export log diff init hook lsp cache config help version'
		command=scan
	fi
	case $before in
	--format|-f)
		kind=words
		case $command in
		scan) words="text md html json ndjson" ;;
		check) words="text json ndjson sarif" ;;
		due) words="text md json ndjson csv" ;;
		contacts) words="text md json ndjson csv vcf" ;;
		weaknesses) words="text md json ndjson csv" ;;
		prep) words="text md" ;;
		draft) words="text eml" ;;
		export) words="ndjson csv ics vcf sqlite" ;;
		log) words="text json csv" ;;
		diff) words="text json" ;;
		esac ;;
	--output|-o)
		kind=file ;;
	--link-format)
		kind=none ;;
	--type|-t)
		kind=words words="application interview mock rejection offer feedback touch note" ;;
	--role)
		kind=none ;;
	--table)
		kind=words words="follow-ups contacts weaknesses entries applications assessments" ;;
	--journal)
		kind=none ;;
	--vcard)
		kind=words words="4.0 3.0" ;;
	--rev)
		kind=none ;;
	--company)
		kind=none ;;
	--rule)
		kind=words words="application thank-you self-assessment reply ask-feedback thank-for-feedback keep-in-touch reopened task prepare" ;;
	--since)
		kind=none ;;
	--until)
		kind=none ;;
	--date)
		kind=none ;;
	--as-of)
		kind=none ;;
	--config)
		kind=file ;;
	--jobs|-j)
		kind=none ;;
	--directory|-C)
		kind=folder ;;
	--color)
		kind=words words="auto always never" ;;
	esac
	if [[ -z $kind && $cur == -* ]]; then
		kind=words words=$(_journalscan_options "$command")
	elif [[ -z $kind && $command == help ]]; then
		kind=words words="$words codes completions bash zsh fish scan check due contacts weaknesses prep why draft done snooze new export log diff init hook lsp cache config help version"
	fi
	case $kind in
	none) COMPREPLY=() ;;
	words) _journalscan_answer < <(compgen -W "$words" -- "$cur") ;;
	file)
		type compopt &>/dev/null && compopt -o filenames
		_journalscan_answer < <(compgen -f -- "$cur") ;;
	*)
		type compopt &>/dev/null && compopt -o filenames
		_journalscan_answer < <(
			compgen -W "$words" -- "$cur"
			compgen -d -- "$cur") ;;
	esac
}

complete -F _journalscan journalscan
