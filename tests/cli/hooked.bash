# A repository with a journal and the hook, and what must hold after a commit.

load common

# One day for the hook and for us.
pin_day() {
	driver=$(git config merge.journalscan.driver)
	git config merge.journalscan.driver \
		"${driver/run merge/run merge --as-of $DAY}"
	sed -i "s/ -C \"/ --as-of $DAY -C \"/" \
		"$(git rev-parse --git-path hooks)"/p*
}

# A repository with a journal, a file that is none of our business, and the hook.
hooked() {
	repository
	git config gc.auto 0
	small_journal
	echo 'int a;' >code.c
	js hook install
	[ "$status" -eq 0 ]
	pin_day
	git add .
	git commit -qm first
	fits
}

# report_of STATE...: the report file of a state, or of what is staged.
report_of() {
	"$JOURNALSCAN" --as-of "$DAY" --format md "$@" 2>/dev/null || [ $? -eq 1 ]
}

# fits: the last commit has its own report, and nothing is left lying about.
fits() {
	diff <(report_of --rev HEAD) <(git show HEAD:./REPORT.md) || return 1
	whole
}

whole() {
	nothing_left partial report 'report-????????????????'
}

# unchanged: the report on disk and the staged one are those of the commit.
settled() {
	fits && git diff --exit-code HEAD -- REPORT.md
}

