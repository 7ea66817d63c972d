/*
 * Messages.  Severity has a colour by meaning where standard error is a
 * terminal: errors red, warnings yellow, notes cyan; the place is bold.
 */
#include "cli/message.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "cli/environment.h"
#include "cli/escape.h"

#define RESET "\033[0m"
#define BOLD  "\033[1m"

static const char *const colors[] = {
	[JSCAN_SEVERITY_ERROR] = "\033[1;31m",
	[JSCAN_SEVERITY_WARNING] = "\033[33m",
	[JSCAN_SEVERITY_NOTE] = "\033[36m",
};

static bool stderr_has_color;

void jscan_message_init(enum jscan_when when)
{
	stderr_has_color = jscan_environment_has_color(stderr, when);
}

const char *jscan_message_reason(int errno_value)
{
	static char reason[128];

	snprintf(reason, sizeof(reason), "%s", strerror(errno_value));
	/* "RPC struct is bad" stays as it is. */
	if (islower((unsigned char)reason[1]))
		reason[0] = (char)tolower((unsigned char)reason[0]);
	return reason;
}

static void write_severity(FILE *out, bool has_color,
			   enum jscan_severity severity)
{
	fprintf(out, "%s%s:%s ", has_color ? colors[severity] : "",
		jscan_severity_name(severity), has_color ? RESET : "");
}

/* Everything behind the place. */
static void write_rest(FILE *out, bool has_color, enum jscan_severity severity,
		       const char *message, const char *code)
{
	write_severity(out, has_color, severity);
	jscan_escape_write(out, message);
	fprintf(out, " [%s]\n", code);
}

__attribute__((format(printf, 3, 0))) static void
write_message(enum jscan_severity severity, const char *code,
	      const char *format, va_list args)
{
	char *message = NULL;

	if (vasprintf(&message, format, args) < 0)
		message = NULL;
	fprintf(stderr, "%sjournalscan:%s ", stderr_has_color ? BOLD : "",
		stderr_has_color ? RESET : "");
	write_rest(stderr, stderr_has_color, severity,
		   message ? message : format, code);
	free(message);
}

void jscan_message_usage(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	write_message(JSCAN_SEVERITY_ERROR,
		      jscan_error_code_name(JSCAN_ERR_USAGE), format, args);
	va_end(args);
}

void jscan_message_error(enum jscan_error_code code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	write_message(JSCAN_SEVERITY_ERROR, jscan_error_code_name(code), format,
		      args);
	va_end(args);
}

void jscan_message_note(const char *code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	write_message(JSCAN_SEVERITY_NOTE, code, format, args);
	va_end(args);
}

void jscan_message_failure(const struct jscan_error *err, const char *dir)
{
	if (err->path[0] == '\0') {
		jscan_message_error(err->code, "%s", err->message);
		return;
	}
	fputs(stderr_has_color ? BOLD : "", stderr);
	jscan_message_path(stderr, dir && err->path[0] != '/' ? dir : ".",
			   err->path);
	fprintf(stderr, ":%u:%u:%s ", err->line, err->column,
		stderr_has_color ? RESET : "");
	write_rest(stderr, stderr_has_color, JSCAN_SEVERITY_ERROR, err->message,
		   jscan_error_code_name(err->code));
}

void jscan_message_path(FILE *out, const char *dir, const char *path)
{
	size_t len;

	while (dir[0] == '.' && dir[1] == '/') {
		dir++;
		while (dir[0] == '/')
			dir++;
	}
	len = strlen(dir);
	while (len > 1 && dir[len - 1] == '/')
		len--;
	if (len > 0 && strcmp(dir, ".") != 0) {
		char *prefix = strndup(dir, len);

		if (prefix)
			jscan_escape_write(out, prefix);
		free(prefix);
		if (dir[len - 1] != '/')
			fputc('/', out);
	}
	jscan_escape_write(out, path);
}

void jscan_message_diagnostic(FILE *out, bool has_color, const char *dir,
			      const struct jscan_diagnostic *diagnostic)
{
	fputs(has_color ? BOLD : "", out);
	jscan_message_path(out, dir, diagnostic->path);
	fprintf(out, ":%u:%u:%s ", diagnostic->line, diagnostic->column,
		has_color ? RESET : "");
	write_rest(out, has_color, diagnostic->severity, diagnostic->message,
		   diagnostic->code);
}
