/*
 * Prints the configuration in force, one value a line in the form of a
 * configuration file, each with where it comes from.
 */
#include <string.h>

#include "base/yaml.h"
#include "config/config.h"

struct print {
	struct jscan_buf *out;
	const struct jscan_config_file *files;
	struct jscan_yaml *roots[2]; /* of the files; NULL: not there */
};

/* The value that a path of keys leads to in one file, or NULL. */
static const struct jscan_yaml *find(const struct jscan_yaml *node,
				     const char *const *path)
{
	for (; node && *path; path++) {
		const struct jscan_yaml *member =
			node->kind == JSCAN_YAML_MAP ? node->first : NULL;

		while (member && strcmp(member->key, *path))
			member = member->next;
		node = member;
	}
	return node && !jscan_yaml_is_null(node) ? node : NULL;
}

/* "# .journalscan.yml:3", of the file that wins. */
static void add_origin(struct print *print, const char *const *path)
{
	for (size_t i = 2; i-- > 0;) {
		const struct jscan_yaml *value = find(print->roots[i], path);

		if (!value)
			continue;
		jscan_buf_addf(print->out, "  # %s:%u\n", print->files[i].path,
			       value->line);
		return;
	}
	jscan_buf_adds(print->out, "  # default\n");
}

/* Double-quoted whenever a plain scalar could be read as something else. */
static void add_text(struct jscan_buf *out, const char *text)
{
	if (!text) {
		jscan_buf_adds(out, "null");
		return;
	}
	if (*text && strspn(text, "abcdefghijklmnopqrstuvwxyz"
				  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
				  "._/-") == strlen(text)) {
		jscan_buf_adds(out, text);
		return;
	}
	jscan_buf_addc(out, '"');
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == '"' || c == '\\')
			jscan_buf_addf(out, "\\%c", c);
		else if (c < 0x20 || c == 0x7f)
			jscan_buf_addf(out, "\\x%02x", c);
		else
			jscan_buf_addc(out, (char)c);
	}
	jscan_buf_addc(out, '"');
}

static void add_span(struct jscan_buf *out, struct jscan_span span)
{
	jscan_buf_addf(out, "%d %s%s", span.count,
		       span.is_months ? "month" : "day",
		       span.count == 1 ? "" : "s");
}

static void print_text(struct print *print, const char *indent, const char *key,
		       const char *value, const char *const *path)
{
	jscan_buf_addf(print->out, "%s%s: ", indent, key);
	add_text(print->out, value);
	add_origin(print, path);
}

static void print_bool(struct print *print, const char *indent, const char *key,
		       bool value, const char *const *path)
{
	jscan_buf_addf(print->out, "%s%s: %s", indent, key,
		       value ? "true" : "false");
	add_origin(print, path);
}

static void print_days(struct print *print, const char *key, int days,
		       const char *unit, const char *const *path)
{
	jscan_buf_addf(print->out, "  %s: %d %s", key, days, unit);
	add_origin(print, path);
}

static void print_top(struct print *print, const struct jscan_config *config)
{
	print_text(print, "", "report", config->report,
		   (const char *const[]){"report", NULL});
	jscan_buf_adds(print->out, "ignore: [");
	for (size_t i = 0; i < config->ignore.count; i++) {
		jscan_buf_adds(print->out, i ? ", " : "");
		add_text(print->out, config->ignore.items[i]);
	}
	jscan_buf_addc(print->out, ']');
	add_origin(print, (const char *const[]){"ignore", NULL});
	print_text(print, "", "date-order",
		   config->is_day_first ? "dmy" : "mdy",
		   (const char *const[]){"date-order", NULL});
	print_text(print, "", "region", config->region,
		   (const char *const[]){"region", NULL});
	print_text(print, "", "link-format", config->link_format,
		   (const char *const[]){"link-format", NULL});
	print_bool(print, "", "quarterly", config->is_quarterly,
		   (const char *const[]){"quarterly", NULL});
}

static void print_span(struct print *print, const char *rule, const char *key,
		       struct jscan_span span)
{
	jscan_buf_addf(print->out, "    %s: ", key);
	add_span(print->out, span);
	add_origin(print, (const char *const[]){"rules", rule, key, NULL});
}

static void print_window(struct print *print, const char *key,
			 const struct jscan_window *window)
{
	struct jscan_span from = window->from, to = window->to;

	jscan_buf_addf(print->out, "    %s: %d..%d %s", key, from.count,
		       to.count, to.is_months ? "months" : "days");
	add_origin(print, (const char *const[]){"rules", "keep-in-touch", key,
						NULL});
}

static void print_rule(struct print *print, const struct jscan_config *config,
		       enum jscan_rule rule,
		       const struct jscan_rule_numbers *numbers)
{
	const char *name = jscan_rule_name(rule);

	if (config->rules[rule].is_off) {
		print_bool(print, "  ", name, false,
			   (const char *const[]){"rules", name, NULL});
		return;
	}
	jscan_buf_addf(print->out, "  %s:\n", name);
	if (rule == JSCAN_RULE_KEEP_IN_TOUCH) {
		print_window(print, "window", &config->window);
		print_window(print, "later-window", &config->later_window);
		return;
	}
	print_span(print, name, "opens", numbers->opens);
	print_span(print, name, "due", numbers->due);
	if (numbers->lapses.count)
		print_span(print, name, "lapses", numbers->lapses);
}

static void print_rest(struct print *print, const struct jscan_config *config)
{
	jscan_buf_adds(print->out, "silence:\n");
	print_days(print, "interview", config->silence_interview_days, "days",
		   (const char *const[]){"silence", "interview", NULL});
	print_days(print, "application", config->silence_application_days,
		   "days",
		   (const char *const[]){"silence", "application", NULL});
	jscan_buf_adds(print->out, "snapshot:\n");
	print_bool(print, "  ", "enabled", config->has_snapshot,
		   (const char *const[]){"snapshot", "enabled", NULL});
	print_text(print, "  ", "ref", config->snapshot_ref,
		   (const char *const[]){"snapshot", "ref", NULL});
	print_text(print, "  ", "message", config->snapshot_message,
		   (const char *const[]){"snapshot", "message", NULL});
	jscan_buf_adds(print->out, "hook:\n");
	print_bool(print, "  ", "strict", config->is_hook_strict,
		   (const char *const[]){"hook", "strict", NULL});
	print_bool(print, "  ", "stage", config->is_hook_staging,
		   (const char *const[]){"hook", "stage", NULL});
	print_days(print, "timeout", config->hook_timeout_seconds, "seconds",
		   (const char *const[]){"hook", "timeout", NULL});
}

static void print_pairs(struct print *print, const char *key,
			const struct jscan_pair *pairs, size_t count)
{
	jscan_buf_addf(print->out, "%s:%s", key, count ? "\n" : " {}");
	for (size_t i = 0; i < count; i++) {
		jscan_buf_adds(print->out, "  ");
		add_text(print->out, pairs[i].own);
		jscan_buf_adds(print->out, ": ");
		add_text(print->out, pairs[i].known);
		add_origin(print, (const char *const[]){key, NULL});
	}
	if (!count)
		add_origin(print, (const char *const[]){key, NULL});
}

static void print_lists(struct print *print, const struct jscan_config *config)
{
	print_pairs(print, "templates", config->templates,
		    config->template_count);
	print_pairs(print, "keys", config->keys, config->key_count);
	jscan_buf_addf(print->out, "sections:%s",
		       config->section_count ? "\n" : " {}");
	for (size_t i = 0; i < config->section_count; i++) {
		jscan_buf_adds(print->out, "  ");
		add_text(print->out, config->sections[i].heading);
		jscan_buf_addf(print->out, ": %s",
			       jscan_section_name(config->sections[i].section));
		add_origin(print, (const char *const[]){"sections", NULL});
	}
	if (!config->section_count)
		add_origin(print, (const char *const[]){"sections", NULL});
	jscan_buf_addf(print->out, "weaknesses:%s\n",
		       config->weakness_count ? "" : " []  # default");
	for (size_t i = 0; i < config->weakness_count; i++) {
		const struct jscan_own_weakness *own = &config->weaknesses[i];

		jscan_buf_adds(print->out, "  - id: ");
		add_text(print->out, own->id);
		jscan_buf_addf(print->out,
			       "  # %s:%u, %zu phrases, %zu patterns\n",
			       own->path, own->line, own->phrases.count,
			       own->patterns.count);
	}
}

int jscan_config_print(struct jscan_buf *out,
		       const struct jscan_config_file files[2],
		       const struct jscan_rule_numbers *numbers,
		       struct jscan_arena *arena, struct jscan_error *err)
{
	struct print print = {out, files, {NULL, NULL}};
	struct jscan_yaml_problem problem;
	struct jscan_config config;

	if (jscan_config_parse(&config, files, arena, err) < 0)
		return -1;
	for (size_t i = 0; i < 2; i++) {
		if (files[i].bytes)
			jscan_yaml_parse(&print.roots[i], files[i].bytes,
					 files[i].len, 1, arena, &problem);
	}
	print_top(&print, &config);
	jscan_buf_adds(out, "rules:\n");
	for (int rule = 0; rule < JSCAN_RULE_COUNT; rule++)
		print_rule(&print, &config, (enum jscan_rule)rule,
			   &numbers[rule]);
	print_rest(&print, &config);
	print_lists(&print, &config);
	return 0;
}
