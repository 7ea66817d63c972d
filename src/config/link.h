/* How a report links to a line of a note. */
#ifndef JSCAN_CONFIG_LINK_H
#define JSCAN_CONFIG_LINK_H

/* What there is to say of a format that is none: behind "takes". */
#define JSCAN_LINK_FORMAT_TAKES                                        \
	"relative, file, vscode, vscodium, cursor, zed, idea, obsidian, " \
	"or an address with {path} or {abs}, and {line}"

/*
 * The address that `text` stands for: that of a name we know, or `text` itself.
 * In it {path} is the path of a note relative to the folder, {abs} the absolute
 * one and {line} the line.  NULL for anything else, and for an address that
 * would run something.
 */
const char *jscan_link_format_find(const char *text);

#endif
