/*
 * The one way in to the writers: finds the one of a format, gives it a buffer
 * that hands on what it gathers, and tells when that failed.
 */
#include <string.h>
#include <errno.h>

#include "base/error.h"
#include "output/prep.h"
#include "output/redact.h"
#include "output/report.h"

static const struct {
	const char *name;
	jscan_writer_fn write;
	unsigned views; /* bits of enum jscan_view */
	int (*prepare)(struct jscan_error *err);
} writers[] = {
	[JSCAN_FORMAT_TEXT] = {"text", jscan_write_text, 0x3f, NULL},
	[JSCAN_FORMAT_MD] = {"md", jscan_write_md, 0x2f, NULL},
	[JSCAN_FORMAT_JSON] = {"json", jscan_write_json, 0x20f, NULL},
	[JSCAN_FORMAT_HTML] = {"html", jscan_write_html, 0x01, NULL},
	[JSCAN_FORMAT_CSV] = {"csv", jscan_write_csv, 0x1cf, NULL},
	[JSCAN_FORMAT_ICS] = {"ics", jscan_write_ics, 0x03, jscan_prepare_ics},
	[JSCAN_FORMAT_VCF] = {"vcf", jscan_write_vcf, 0x05, NULL},
	[JSCAN_FORMAT_NDJSON] = {"ndjson", jscan_write_ndjson, 0x20f, NULL},
	[JSCAN_FORMAT_SARIF] = {"sarif", jscan_write_sarif, 0x200, NULL},
	[JSCAN_FORMAT_SQLITE] = {"sqlite", jscan_write_sqlite, 0x01,
				 jscan_prepare_sqlite},
};

static const char *view_name(enum jscan_view view)
{
	static const char *const names[] = {
		"report",      "due",	     "contacts", "weaknesses",
		"summary",     "prep",	     "entries",	 "applications",
		"assessments", "diagnostics"};

	return (unsigned)view < sizeof(names) / sizeof(names[0]) ? names[view]
								 : "unknown";
}

int jscan_report_write(const struct jscan_report *report,
		       enum jscan_format format,
		       const struct jscan_format_options *options,
		       jscan_write_fn write, void *data,
		       struct jscan_error *err)
{
	const char *company = NULL;
	struct jscan_buf out;
	int ret;

	if ((unsigned)format >= sizeof(writers) / sizeof(writers[0]) ||
	    writers[format].write == NULL)
		return jscan_error_set(err, JSCAN_ERR_USAGE,
				       "no such output format");
	if (!(writers[format].views & 1u << options->view))
		return jscan_error_set(
			err, JSCAN_ERR_USAGE, "no %s output of the view '%s'",
			writers[format].name, view_name(options->view));
	if (options->view == JSCAN_VIEW_PREP &&
	    jscan_prep_find_company(&company, report, options->company, err) <
		    0)
		return -1;
	if (writers[format].prepare && writers[format].prepare(err) < 0)
		return -1;
	/* Once the company is found, whose name would not be any more. */
	if (options->redaction) {
		report = jscan_redaction_report(options->redaction, report);
		company = jscan_redact_company(options->redaction, company);
	}
	jscan_buf_init_writer(&out, write, data);
	if (options->view == JSCAN_VIEW_PREP)
		jscan_write_prep(&out, report, options, company,
				 format == JSCAN_FORMAT_MD);
	else
		writers[format].write(&out, report, options);
	ret = jscan_buf_flush(&out);
	jscan_buf_release(&out);
	if (ret < 0)
		return jscan_error_set(err, JSCAN_ERR_IO,
				       "cannot write the output: %s",
				       strerror(errno));
	return 0;
}
