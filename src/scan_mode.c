/*
 * Who may read what is made of notes: nobody who may not read the notes.
 */
#include "scan.h"

#include <fcntl.h>
#include <sys/stat.h>

#define NEW_FILE 0666u /* less the umask */

unsigned jscan_scan_get_mode(const struct jscan_scan *scan)
{
	unsigned mode = NEW_FILE;
	struct stat stat;

	for (size_t i = 0; i < scan->source.count; i++) {
		if (jscan_scan_is_entry(scan, i) &&
		    !fstatat(scan->dir_fd, scan->source.files[i].raw_path,
			     &stat, AT_SYMLINK_NOFOLLOW))
			mode &= stat.st_mode | S_IRUSR | S_IWUSR;
	}
	return mode;
}

unsigned jscan_scan_report_mode(const struct jscan_scan *scan)
{
	struct stat stat;

	/* One that is there keeps its mode, which is its owner's to set. */
	return fstatat(scan->dir_fd, scan->config.report, &stat,
		       AT_SYMLINK_NOFOLLOW)
		       ? jscan_scan_get_mode(scan)
		       : NEW_FILE;
}
