/*
 * Diagnostics as SARIF 2.1.0, which code hosts and editors show beside the
 * lines.  Columns there count characters and ours count bytes, so a result
 * names its line and has the byte beside it as a property.
 */
#include <jansson.h>
#include <string.h>

#include "base/arena.h"
#include "output/escape.h"
#include "output/report.h"

#define SCHEMA_URI "https://json.schemastore.org/sarif-2.1.0.json"

static json_t *check(json_t *value)
{
	if (value == NULL)
		jscan_out_of_memory();
	return value;
}

/* A text made clean, which also makes it valid UTF-8. */
static json_t *make_text(const char *text)
{
	struct jscan_buf clean;
	json_t *value;

	jscan_buf_init(&clean);
	jscan_escape_clean(&clean, text);
	value = check(
		json_stringn_nocheck(clean.len ? clean.data : "", clean.len));
	jscan_buf_release(&clean);
	return value;
}

static json_t *make_rules(void)
{
	json_t *rules = check(json_array());
	const struct jscan_code *codes;
	size_t count;

	codes = jscan_code_list(&count);
	for (size_t i = 0; i < count; i++)
		json_array_append_new(
			rules,
			check(json_pack(
				"{s:s, s:{s:s}, s:{s:s}}", "id", codes[i].name,
				"shortDescription", "text", codes[i].meaning,
				"defaultConfiguration", "level",
				jscan_severity_name(codes[i].severity))));
	return rules;
}

/* A path as a reference that is relative to where the check was run. */
static json_t *make_uri(const char *prefix, const char *path)
{
	struct jscan_buf uri;
	json_t *value;

	jscan_buf_init(&uri);
	if (prefix && *prefix) {
		jscan_escape_path(&uri, prefix);
		if (uri.data[uri.len - 1] != '/')
			jscan_buf_addc(&uri, '/');
	}
	jscan_escape_path(&uri, path);
	value = make_text(uri.data);
	jscan_buf_release(&uri);
	return value;
}

/* The same finding in another line is the same finding. */
static json_t *make_fingerprint(const struct jscan_diagnostic *diagnostic)
{
	struct jscan_buf text;
	json_t *value;

	jscan_buf_init(&text);
	jscan_buf_addf(&text, "%s\t%s\t%s", diagnostic->path, diagnostic->code,
		       diagnostic->message);
	value = check(json_sprintf(
		"%016llx", (unsigned long long)jscan_output_hash(text.data)));
	jscan_buf_release(&text);
	return value;
}

static json_t *make_result(const struct jscan_diagnostic *diagnostic,
			   const char *prefix)
{
	json_t *place = check(json_pack("{s:{s:o}}", "artifactLocation", "uri",
					make_uri(prefix, diagnostic->path)));
	json_t *result;

	/* Line 0 is the whole file: no region. */
	if (diagnostic->line > 0)
		json_object_set_new(place, "region",
				    check(json_pack("{s:i}", "startLine",
						    (int)diagnostic->line)));
	result = check(
		json_pack("{s:s, s:s, s:{s:o}, s:[{s:o}], s:{s:o}}", "ruleId",
			  diagnostic->code, "level",
			  jscan_severity_name(diagnostic->severity), "message",
			  "text", make_text(diagnostic->message), "locations",
			  "physicalLocation", place, "partialFingerprints",
			  "journalscan/1", make_fingerprint(diagnostic)));
	if (diagnostic->column > 0)
		json_object_set_new(result, "properties",
				    check(json_pack("{s:i}", "byteColumn",
						    (int)diagnostic->column)));
	return result;
}

static int gather(const char *bytes, size_t len, void *data)
{
	jscan_buf_add(data, bytes, len);
	return 0;
}

void jscan_write_sarif(struct jscan_buf *out, const struct jscan_report *report,
		       const struct jscan_format_options *options)
{
	json_t *results = check(json_array());
	json_t *log;

	for (size_t i = 0; i < report->diagnostic_count; i++)
		json_array_append_new(
			results,
			make_result(&report->diagnostics[i], options->prefix));
	log = check(json_pack("{s:s, s:s, s:[{s:{s:{s:s, s:s, s:o}}, s:o}]}",
			      "$schema", SCHEMA_URI, "version", "2.1.0", "runs",
			      "tool", "driver", "name", "journalscan",
			      "version", JSCAN_VERSION, "rules", make_rules(),
			      "results", results));
	if (json_dump_callback(log, gather, out, JSON_INDENT(1)) < 0)
		check(NULL);
	jscan_buf_addc(out, '\n');
	json_decref(log);
}
