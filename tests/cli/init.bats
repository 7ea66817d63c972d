#!/usr/bin/env bats
# init: what a journal needs, and nothing written over.

load common

@test "a new folder becomes a repository with configuration and attributes" {
	js init new --hook
	[ "$status" -eq 0 ]
	cd new
	git fsck --strict
	[ "$(cat .gitattributes)" = '/REPORT.md merge=journalscan' ]
	[ "$(git symbolic-ref HEAD)" = refs/heads/main ]
	[ -x .git/hooks/pre-commit ]
	# The configuration sets nothing, and is one.
	: >../empty
	diff <("$JOURNALSCAN" config) <("$JOURNALSCAN" config --config ../empty)
	git config user.name x
	git config user.email x
	small_journal
	git add . && git commit -qm first
	git show HEAD:REPORT.md | grep -q Acme
	[ "$(git check-attr merge REPORT.md)" = 'REPORT.md: merge: journalscan' ]
	[ -z "$(git status --porcelain)" ]
}

@test "without --hook there is none" {
	js init .
	[ "$status" -eq 0 ]
	has "journalscan hook install"
	[ "$(ls .git/hooks | grep -cv sample)" -eq 0 ]
}

@test "nothing is written over, twice is as good as once" {
	small_journal
	echo 'date-order: dmy' >.journalscan.yml
	echo '*.png binary' >.gitattributes
	before=$(tree)
	js init
	[ "$status" -eq 0 ]
	[ "$before" = "$(tree)" ]
	has "was there .journalscan.yml"
	has "/REPORT.md merge=journalscan"
	echo '/REPORT.md merge=journalscan' >>.gitattributes
	before=$(tree)
	js init
	[ "$status" -eq 0 ]
	hasnt "add to"
	[ "$before" = "$(tree)" ]
	[ -z "$(git log 2>/dev/null)" ]
}

@test "a folder of a repository is no repository of its own" {
	repository
	js init journal
	[ "$status" -eq 0 ]
	[ ! -e journal/.git ]
	[ -e journal/.gitattributes ]
	small_journal
	(cd journal && small_journal && "$JOURNALSCAN" hook install >/dev/null)
	git add . && git commit -qm first
	[ "$(git check-attr merge journal/REPORT.md)" = \
		'journal/REPORT.md: merge: journalscan' ]
}

@test "the report of the configuration, and init.defaultBranch" {
	git config --global init.defaultBranch trunk
	echo "report: 'my report.html'" >.journalscan.yml
	js init
	[ "$status" -eq 0 ]
	[ "$(git symbolic-ref HEAD)" = refs/heads/trunk ]
	git check-attr merge 'my report.html' | grep -q 'merge: journalscan'
}

@test "links are left alone, and what cannot be made is said" {
	ln -s /nowhere .journalscan.yml
	js init
	[ "$status" -eq 2 ]
	[ ! -e .git ]
	rm .journalscan.yml
	ln -s ../elsewhere .gitattributes
	js init
	[ "$status" -eq 0 ]
	[ ! -e ../elsewhere ]
	js init no/such/parent
	[ "$status" -eq 2 ]
	says "cannot make the folder"
	echo x >file
	js init file
	[ "$status" -eq 2 ]
	git init -q --bare bare.git
	js init bare.git
	[ "$status" -eq 2 ]
	[ ! -e bare.git/.git ]
}
