/* The writers for other programs: HTML, CSV, calendars and address books. */
#include "unit/check.h"

#include <libical/ical.h>

#include "base/utf8.h"
#include "output/html_script.h"
#include "output/html_style.h"
#include "output/report.h"
#include "unit/sample_report.h"

static const struct jscan_format_options plain = {.view = JSCAN_VIEW_REPORT};
static const struct jscan_format_options due = {.view = JSCAN_VIEW_DUE};
static const struct jscan_format_options contacts = {
	.view = JSCAN_VIEW_CONTACTS};

static size_t count_of(const struct jscan_buf *out, const char *text)
{
	size_t count = 0;

	for (const char *at = out->data; (at = strstr(at, text)); at++)
		count++;
	return count;
}

static void html_needs_and_runs_nothing(void **state)
{
	struct jscan_report report = sample_report();
	struct jscan_buf out;

	(void)state;
	sample_write(&out, &report, JSCAN_FORMAT_HTML, &plain);
	assert_harmless(&out, "\n");
	assert_int_equal(strncmp(out.data, JSCAN_REPORT_COMMENT,
				 strlen(JSCAN_REPORT_COMMENT)),
			 0);
	assert_int_equal(count_of(&out, "<script"), 1);
	assert_int_equal(count_of(&out, "href=\"javascript"), 0);
	assert_int_equal(count_of(&out, " style="), 0);
	assert_int_equal(count_of(&out, "src="), 0);
	assert_int_equal(
		count_of(&out, "default-src 'none'; style-src 'sha256-"), 1);
	assert_int_equal(count_of(&out, jscan_html_style_hash), 1);
	assert_int_equal(count_of(&out, jscan_html_script_hash), 1);
	assert_int_equal(count_of(&out, "<a rel=\"noreferrer\" "
					"href=\"https://dana.example/\">"),
			 1);
	assert_int_equal(count_of(&out, "&lt;script&gt;alert(1)"),
			 count_of(&out, "alert(1)") - 1);
	assert_int_equal(count_of(&out, "<td>"),
			 count_of(&out, "</td>") - count_of(&out, "<td class"));
	assert_int_equal(count_of(&out, "<article class=\"card item "), 2);
	assert_true(count_of(&out, "In your words") == 2);
	jscan_buf_release(&out);
}

/* Reads a CSV text strictly; returns the cells of each row, checked. */
static size_t count_rows(const struct jscan_buf *out, size_t columns)
{
	size_t rows = 0, cells = 0, i = 0;

	while (i < out->len) {
		if (out->data[i] == '"') {
			for (i++;
			     out->data[i] != '"' || out->data[i + 1] == '"';
			     i += out->data[i] == '"' ? 2 : 1) {
				assert_true(i < out->len);
				assert_true(out->data[i] != '\n');
			}
			i++;
		} else {
			i += strcspn(out->data + i, ",\r");
		}
		cells++;
		if (out->data[i] == ',') {
			i++;
			continue;
		}
		assert_int_equal(strncmp(out->data + i, "\r\n", 2), 0);
		assert_int_equal(cells, columns);
		cells = 0;
		rows++;
		i += 2;
	}
	return rows;
}

static void csv_is_strict_and_harmless(void **state)
{
	struct jscan_report report = sample_report();
	struct jscan_format_options weak = {.view = JSCAN_VIEW_WEAKNESSES};
	struct jscan_buf out;

	(void)state;
	sample_write(&out, &report, JSCAN_FORMAT_CSV, &plain);
	assert_harmless(&out, "\r\n");
	assert_int_equal(count_rows(&out, 14), 1 + 5);
	assert_int_equal(count_of(&out, "\"="), 0);
	jscan_buf_release(&out);
	sample_write(&out, &report, JSCAN_FORMAT_CSV, &due);
	assert_int_equal(count_rows(&out, 14), 1 + 3);
	jscan_buf_release(&out);
	sample_write(&out, &report, JSCAN_FORMAT_CSV, &contacts);
	assert_int_equal(count_rows(&out, 10), 1 + 3);
	assert_int_equal(count_of(&out, "\"'+49 30 555-0114\""), 1);
	assert_int_equal(count_of(&out, "dana@acme.example; druiz@"), 1);
	jscan_buf_release(&out);
	sample_write(&out, &report, JSCAN_FORMAT_CSV, &weak);
	assert_int_equal(count_rows(&out, 10), 1 + 2);
	jscan_buf_release(&out);
}

/* Lines of at most 75 bytes that end in CRLF and cut no character. */
static void check_lines(const struct jscan_buf *out)
{
	const char *line = out->data, *end;

	for (; *line; line = end + 2) {
		end = strstr(line, "\r\n");
		assert_non_null(end);
		assert_true(end - line <= 75);
		assert_int_equal(jscan_utf8_check(line, (size_t)(end - line)),
				 end - line);
	}
}

static void calendars_hold_one_todo_an_item(void **state)
{
	struct jscan_report report = sample_report();
	icalcomponent *calendar, *todo;
	struct jscan_buf out;

	(void)state;
	sample_write(&out, &report, JSCAN_FORMAT_ICS, &plain);
	assert_harmless(&out, "\r\n");
	check_lines(&out);
	calendar = icalparser_parse_string(out.data);
	assert_non_null(calendar);
	assert_int_equal(icalcomponent_count_errors(calendar), 0);
	assert_int_equal(
		icalcomponent_count_components(calendar, ICAL_VTODO_COMPONENT),
		5);
	todo = icalcomponent_get_first_component(calendar,
						 ICAL_VTODO_COMPONENT);
	assert_string_equal(icalcomponent_get_uid(todo),
			    "a1b2c3d4@journalscan");
	assert_string_equal(icalcomponent_get_summary(todo),
			    "Send a thank-you note: Dana Ruiz (Acme)");
	assert_int_equal(icalcomponent_get_status(todo),
			 ICAL_STATUS_NEEDSACTION);
	assert_int_equal(count_of(&out, "DTSTAMP:20261122T000000Z\r\n"), 5);
	assert_int_equal(count_of(&out, "DUE;VALUE=DATE:20261110\r\n"), 1);
	assert_int_equal(count_of(&out, "STATUS:COMPLETED"), 1);
	assert_int_equal(count_of(&out, "STATUS:CANCELLED"), 1);
	assert_int_equal(count_of(&out, "\r\nEND:VCARD"), 0);
	icalcomponent_free(calendar);
	jscan_buf_release(&out);
}

static char *find_uid(const struct jscan_buf *out, const char *start)
{
	char *uid = strstr(out->data, start);

	assert_non_null(uid);
	return strndup(uid, strcspn(uid, "\r"));
}

/* The company's to-do moves on: its UID is no hash of the fact. */
static void keep_in_touch_keeps_its_uid(void **state)
{
	struct jscan_report report = sample_report();
	struct jscan_followup items[8];
	struct jscan_buf before, after;
	char *a, *b;

	(void)state;
	sample_write(&before, &report, JSCAN_FORMAT_ICS, &due);
	memcpy(items, report.followups, report.followup_count * sizeof(*items));
	items[2].id = "ffffffff";
	items[2].company = "GLOBEX Inc.";
	items[2].path = "renamed.md";
	report.followups = items;
	sample_write(&after, &report, JSCAN_FORMAT_ICS, &due);
	a = find_uid(&before, "UID:keep-in-touch-");
	b = find_uid(&after, "UID:keep-in-touch-");
	assert_string_equal(a, b);
	free(a);
	free(b);
	jscan_buf_release(&before);
	jscan_buf_release(&after);
}

static void address_books_hold_one_card_a_person(void **state)
{
	struct jscan_report report = sample_report();
	struct jscan_buf out;

	(void)state;
	sample_write(&out, &report, JSCAN_FORMAT_VCF, &contacts);
	assert_harmless(&out, "\r\n");
	check_lines(&out);
	assert_int_equal(count_of(&out, "BEGIN:VCARD\r\nVERSION:4.0\r\n"), 3);
	assert_int_equal(count_of(&out, "\r\nEND:VCARD\r\n"), 3);
	assert_int_equal(count_of(&out, "FN:Dana Ruiz\r\nN:Ruiz;Dana;;;\r\n"),
			 1);
	assert_int_equal(count_of(&out, "ORG:Acme\r\nTITLE:CTO\r\n"
					"ROLE:hiring manager\r\n"),
			 1);
	assert_int_equal(count_of(&out, "TEL:+49 30 555-0114\r\n"), 1);
	assert_int_equal(count_of(&out, "URL:https://dana.example/\r\n"), 1);
	assert_int_equal(count_of(&out, "URL:javascript"), 0);
	assert_int_equal(count_of(&out, "FN:jobs@acme.example\r\n"), 1);
	jscan_buf_release(&out);
}

static void names_are_split_for_address_books(void **state)
{
	static const struct {
		const char *name;
		const char *line;
	} cases[] = {
		{"Sister Bernadette Coyle", "N:Coyle;Bernadette;;Sister;\r\n"},
		{"Brid Ní Fhlatharta", "N:Ní Fhlatharta;Brid;;;\r\n"},
		{"Ludwig van Beethoven", "N:van Beethoven;Ludwig;;;\r\n"},
		{"Martin Luther King Jr.", "N:King;Martin Luther;;;Jr.\r\n"},
		{"Mr Prendergast", "N:Prendergast;;;Mr;\r\n"},
		{"Dana", "N:;Dana;;;\r\n"},
		{"王小明", "N:;王小明;;;\r\n"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_contact contact = {0};
		struct jscan_report report = {0};
		struct jscan_buf out;

		contact.name = cases[i].name;
		report.contacts = &contact;
		report.contact_count = 1;
		sample_write(&out, &report, JSCAN_FORMAT_VCF, &contacts);
		if (strstr(out.data, cases[i].line) == NULL)
			fail_msg("no '%s' in %s", cases[i].line, out.data);
		jscan_buf_release(&out);
	}
}

/* Every length up to two lines: folding never cuts a character of 4 bytes. */
static void long_names_are_folded_between_characters(void **state)
{
	char name[64 * 4 + 4];

	(void)state;
	for (size_t count = 1; count < 60; count++) {
		struct jscan_contact contact = {0};
		struct jscan_report report = {0};
		struct jscan_buf out;

		memset(name, 'x', count % 4);
		for (size_t i = 0; i < count; i++)
			memcpy(name + count % 4 + i * 4, "🦊", 4);
		name[count % 4 + count * 4] = '\0';
		contact.name = name;
		report.contacts = &contact;
		report.contact_count = 1;
		sample_write(&out, &report, JSCAN_FORMAT_VCF, &contacts);
		check_lines(&out);
		jscan_buf_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(html_needs_and_runs_nothing),
		cmocka_unit_test(csv_is_strict_and_harmless),
		cmocka_unit_test(calendars_hold_one_todo_an_item),
		cmocka_unit_test(keep_in_touch_keeps_its_uid),
		cmocka_unit_test(address_books_hold_one_card_a_person),
		cmocka_unit_test(names_are_split_for_address_books),
		cmocka_unit_test(long_names_are_folded_between_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
