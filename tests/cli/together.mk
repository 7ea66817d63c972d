# Many runs at once on one repository; `make test` has a dozen of them.
.PHONY: together
#: make together      a hundred scans, commits and snapshots at once
together: program
	@JOURNALSCAN=$(CURDIR)/$(PROGRAM) TOGETHER=34 bats tests/cli/together.bats
