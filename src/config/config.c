/*
 * Reads configuration files: a person's own, then the folder's, whose values
 * win.  One table says which keys there are and what reads each; a wrong key or
 * value stops with its line.
 */
#include "config/config.h"

#include <string.h>
#include <strings.h>

#include "base/error.h"
#include "config/link.h"
#include "config/read.h"
#include "config/value.h"

static int read_report(const struct jscan_read *read,
		       const struct jscan_yaml *value)
{
	if (jscan_read_text(read, value, &read->config->report) < 0)
		return -1;
	return jscan_path_is_inside(read->config->report)
		       ? 0
		       : jscan_read_fail(read, value,
					 "the path of a file below the folder");
}

static int read_ignore(const struct jscan_read *read,
		       const struct jscan_yaml *value)
{
	return jscan_read_texts(read, value, &read->config->ignore, NULL);
}

static int read_date_order(const struct jscan_read *read,
			   const struct jscan_yaml *value)
{
	bool is_day_first = value->kind == JSCAN_YAML_SCALAR &&
			    !strcasecmp(value->text, "dmy");

	if (!is_day_first && (value->kind != JSCAN_YAML_SCALAR ||
			      strcasecmp(value->text, "mdy")))
		return jscan_read_fail(read, value, "mdy or dmy");
	read->config->is_day_first = is_day_first;
	return 0;
}

static int read_region(const struct jscan_read *read,
		       const struct jscan_yaml *value)
{
	if (value->kind != JSCAN_YAML_SCALAR || value->len != 2 ||
	    strspn(value->text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				"abcdefghijklmnopqrstuvwxyz") != 2)
		return jscan_read_fail(
			read, value,
			"an ISO country of two letters, such as US");
	read->config->region = value->text;
	return 0;
}

static int read_link_format(const struct jscan_read *read,
			    const struct jscan_yaml *value)
{
	const char *text;

	if (jscan_read_text(read, value, &text) < 0)
		return -1;
	read->config->link_format = jscan_link_format_find(text);
	return read->config->link_format
		       ? 0
		       : jscan_read_fail(read, value, JSCAN_LINK_FORMAT_TAKES);
}

static int read_quarterly(const struct jscan_read *read,
			  const struct jscan_yaml *value)
{
	return jscan_read_bool(read, value, &read->config->is_quarterly);
}

static int read_window(const struct jscan_read *read,
		       const struct jscan_yaml *value, struct jscan_window *out)
{
	if (value->kind != JSCAN_YAML_SCALAR ||
	    jscan_window_parse(out, value->text) < 0)
		return jscan_read_fail(read, value,
				       "a window such as '3..4 months'");
	return 0;
}

/* One number of one rule; an empty value leaves the default. */
static int read_rule_key(const struct jscan_read *read,
			 const struct jscan_yaml *value, enum jscan_rule rule)
{
	static const char *const names[] = {"opens", "due", "lapses", "window",
					    "later-window"};
	struct jscan_config *config = read->config;
	struct jscan_rule_config *out = &config->rules[rule];
	size_t count = rule == JSCAN_RULE_KEEP_IN_TOUCH ? 5 : 3, i = 0;

	while (i < count && strcmp(names[i], value->key) != 0)
		i++;
	if (i == count)
		return jscan_read_refuse_key(read, value, names, count);
	if (jscan_yaml_is_null(value))
		return 0;
	switch (i) {
	case 0:
		out->has_opens = true;
		return jscan_read_span(read, value, &out->opens);
	case 1:
		out->has_due = true;
		return jscan_read_span(read, value, &out->due);
	case 2:
		out->has_lapses = true;
		return jscan_read_span(read, value, &out->lapses);
	case 3:
		return read_window(read, value, &config->window);
	default:
		return read_window(read, value, &config->later_window);
	}
}

/* `false`, `true`, or a mapping, which switches the rule on as well. */
static int read_rule(const struct jscan_read *read,
		     const struct jscan_yaml *value, enum jscan_rule rule)
{
	static const char takes[] = "false, or a mapping of opens, due, lapses";
	int is_on = value->kind == JSCAN_YAML_SCALAR
			    ? jscan_yaml_get_bool(value)
			    : 1;

	if (jscan_yaml_is_null(value))
		return 0;
	if (is_on < 0 || value->kind == JSCAN_YAML_LIST)
		return jscan_read_fail(read, value, takes);
	read->config->rules[rule].is_off = !is_on;
	if (value->kind == JSCAN_YAML_SCALAR)
		return 0;
	if (jscan_read_check_map(read, value, takes) < 0)
		return -1;
	for (const struct jscan_yaml *n = value->first; n; n = n->next) {
		if (read_rule_key(read, n, rule) < 0)
			return -1;
	}
	return 0;
}

static int read_rules(const struct jscan_read *read,
		      const struct jscan_yaml *value)
{
	const char *names[JSCAN_RULE_COUNT];

	for (int rule = 0; rule < JSCAN_RULE_COUNT; rule++)
		names[rule] = jscan_rule_name((enum jscan_rule)rule);
	if (jscan_read_check_map(read, value, "a mapping of rules") < 0)
		return -1;
	for (const struct jscan_yaml *n = value->first; n; n = n->next) {
		int rule = 0;

		while (rule < JSCAN_RULE_COUNT &&
		       strcmp(names[rule], n->key) != 0)
			rule++;
		if (rule == JSCAN_RULE_COUNT)
			return jscan_read_refuse_key(read, n, names,
						     JSCAN_RULE_COUNT);
		if (read_rule(read, n, (enum jscan_rule)rule) < 0)
			return -1;
	}
	return 0;
}

static int read_silence_interview(const struct jscan_read *read,
				  const struct jscan_yaml *value)
{
	return jscan_read_days(read, value,
			       &read->config->silence_interview_days);
}

static int read_silence_application(const struct jscan_read *read,
				    const struct jscan_yaml *value)
{
	return jscan_read_days(read, value,
			       &read->config->silence_application_days);
}

static int read_silence(const struct jscan_read *read,
			const struct jscan_yaml *value)
{
	static const struct jscan_read_key keys[] = {
		{"interview", read_silence_interview},
		{"application", read_silence_application}};

	return JSCAN_READ_MAP(read, value, keys);
}

static int read_snapshot_enabled(const struct jscan_read *read,
				 const struct jscan_yaml *value)
{
	return jscan_read_bool(read, value, &read->config->has_snapshot);
}

static int read_snapshot_ref(const struct jscan_read *read,
			     const struct jscan_yaml *value)
{
	return jscan_read_text(read, value, &read->config->snapshot_ref);
}

static int read_snapshot_message(const struct jscan_read *read,
				 const struct jscan_yaml *value)
{
	return jscan_read_text(read, value, &read->config->snapshot_message);
}

static int read_snapshot(const struct jscan_read *read,
			 const struct jscan_yaml *value)
{
	static const struct jscan_read_key keys[] = {
		{"enabled", read_snapshot_enabled},
		{"ref", read_snapshot_ref},
		{"message", read_snapshot_message}};

	if (value->kind == JSCAN_YAML_SCALAR)
		return read_snapshot_enabled(read, value);
	return JSCAN_READ_MAP(read, value, keys);
}

static int read_hook_strict(const struct jscan_read *read,
			    const struct jscan_yaml *value)
{
	return jscan_read_bool(read, value, &read->config->is_hook_strict);
}

static int read_hook_stage(const struct jscan_read *read,
			   const struct jscan_yaml *value)
{
	return jscan_read_bool(read, value, &read->config->is_hook_staging);
}

static int read_hook_timeout(const struct jscan_read *read,
			     const struct jscan_yaml *value)
{
	if (value->kind != JSCAN_YAML_SCALAR ||
	    jscan_seconds_parse(&read->config->hook_timeout_seconds,
				value->text) < 0)
		return jscan_read_fail(read, value,
				       "a number of seconds: '5 seconds'");
	return 0;
}

static int read_hook(const struct jscan_read *read,
		     const struct jscan_yaml *value)
{
	static const struct jscan_read_key keys[] = {
		{"strict", read_hook_strict},
		{"stage", read_hook_stage},
		{"timeout", read_hook_timeout}};

	return JSCAN_READ_MAP(read, value, keys);
}

static const struct jscan_read_key keys[] = {
	{"report", read_report},
	{"ignore", read_ignore},
	{"date-order", read_date_order},
	{"region", read_region},
	{"link-format", read_link_format},
	{"quarterly", read_quarterly},
	{"rules", read_rules},
	{"silence", read_silence},
	{"snapshot", read_snapshot},
	{"hook", read_hook},
	{"templates", jscan_read_templates},
	{"keys", jscan_read_keys},
	{"sections", jscan_read_sections},
	{"weaknesses", jscan_read_weaknesses},
};

void jscan_config_init(struct jscan_config *config)
{
	struct jscan_span three = {3, true}, four = {4, true}, six = {6, true};

	memset(config, 0, sizeof(*config));
	config->report = "REPORT.md";
	config->is_quarterly = true;
	config->window.from = three;
	config->window.to = four;
	config->later_window.from = four;
	config->later_window.to = six;
	config->silence_interview_days = 45;
	config->silence_application_days = 28;
	config->has_snapshot = true;
	config->is_hook_staging = true;
	config->hook_timeout_seconds = 5;
}

static int read_file(struct jscan_config *config,
		     const struct jscan_config_file *file,
		     struct jscan_arena *arena, struct jscan_error *err)
{
	struct jscan_read read = {config, arena, file->path, err};
	struct jscan_yaml_problem problem;
	struct jscan_yaml *root;
	const char *bytes = file->bytes;
	size_t len = file->len;

	if (len >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3)) {
		bytes += 3;
		len -= 3;
	}
	if (jscan_yaml_parse(&root, bytes, len, 1, arena, &problem) < 0)
		return jscan_error_set_at(err, JSCAN_ERR_CONFIG, file->path,
					  problem.line, problem.column, "%s",
					  problem.message);
	if (!root || jscan_yaml_is_null(root))
		return 0;
	if (root->kind != JSCAN_YAML_MAP)
		return jscan_error_set_at(
			err, JSCAN_ERR_CONFIG, file->path, root->line,
			root->column,
			"a configuration is a mapping of keys "
			"to values");
	return JSCAN_READ_MAP(&read, root, keys);
}

int jscan_config_parse(struct jscan_config *out,
		       const struct jscan_config_file files[2],
		       struct jscan_arena *arena, struct jscan_error *err)
{
	jscan_config_init(out);
	for (size_t i = 0; i < 2; i++) {
		if (files[i].bytes && read_file(out, &files[i], arena, err) < 0)
			return -1;
	}
	return 0;
}
