# The HTML report in a browser: axe-core and html-validate, by way of npm.
PAGES_MODULES := build/pages

.PHONY: test-pages
#: make test-pages    the HTML report in headless Chromium; fetches npm packages
test-pages: $(PROGRAM)
	@sh tests/pages/run.sh $(BUILD) $(PAGES_MODULES) fetch
