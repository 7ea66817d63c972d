# Source archives and Debian packages; see src/packaging/debian.
DIST_NAME := journalscan-$(VERSION)
DIST := build/dist

.PHONY: dist package package-test
#: make dist          the source archive and Debian's source folder, in build/dist
dist:
	@rm -rf $(DIST)
	@mkdir -p $(DIST)
	git archive --format=tar --prefix=$(DIST_NAME)/ HEAD | \
		gzip -n -9 >$(DIST)/journalscan_$(VERSION).orig.tar.gz
	cp $(DIST)/journalscan_$(VERSION).orig.tar.gz $(DIST)/$(DIST_NAME).tar.gz
	tar -C $(DIST) -xzf $(DIST)/$(DIST_NAME).tar.gz
	cp -R src/packaging/debian $(DIST)/$(DIST_NAME)/debian

#: make package       Debian packages, in build/dist
package: dist
	@sh tests/deps.sh package
	cd $(DIST)/$(DIST_NAME) && dpkg-buildpackage -us -uc

#: make package-test  builds them, asks lintian, installs and runs them
package-test: package
	@sh tests/package.sh $(DIST)
