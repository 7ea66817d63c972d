/*
 * People on a terminal: a table where the addresses fit beside the names, else
 * two lines each.
 */
#include "output/text_page.h"

#include "base/date.h"
#include "base/utf8.h"

#define WIDE_COLUMNS 110 /* from here on people are a table */

static void append_list(struct jscan_buf *out, struct jscan_texts texts)
{
	for (size_t i = 0; i < texts.count; i++)
		jscan_buf_addf(out, "%s%s", out->len ? ", " : "",
			       texts.items[i]);
}

static void add_list(struct jscan_table *table, struct jscan_texts texts)
{
	struct jscan_buf list;

	jscan_buf_init(&list);
	append_list(&list, texts);
	jscan_table_add(table, list.data, JSCAN_COLOR_NONE);
	jscan_buf_release(&list);
}

/* "VP Sales, Acme": what is known beside the name. */
static void describe_contact(struct jscan_buf *out,
			     const struct jscan_contact *contact)
{
	const char *title = contact->title ? contact->title : contact->role;

	jscan_buf_add(out, "", 0);
	if (title && contact->name)
		jscan_buf_addf(out, ", %s", title);
	else if (title)
		jscan_buf_adds(out, title);
	for (size_t i = 0; i < contact->companies.count; i++)
		jscan_buf_addf(out, "%s%s",
			       out->len || contact->name ? ", " : "",
			       contact->companies.items[i]);
}

/* Two lines: name, title and company; addresses, numbers, when last seen. */
static void add_contact(const struct jscan_text_page *page,
			const struct jscan_contact *contact)
{
	struct jscan_buf words, reach;
	char date[11];
	size_t name = 0;

	jscan_buf_init(&words);
	jscan_buf_init(&reach);
	jscan_buf_add(&reach, "", 0);
	describe_contact(&words, contact);
	if (contact->name)
		name = jscan_text_add_line(page, contact->name, page->width,
					   JSCAN_COLOR_STRONG);
	if (name < page->width)
		jscan_text_add_line(page, words.data, page->width - name,
				    JSCAN_COLOR_NONE);
	append_list(&reach, contact->emails);
	append_list(&reach, contact->phones);
	jscan_date_format(date, contact->last_seen);
	/* The words in front of the day go where there is no room for them. */
	if (*date)
		jscan_buf_addf(&reach, "%s%s%s", reach.len ? "  " : "",
			       jscan_utf8_width(reach.data, reach.len) + 24 >
					       page->width
				       ? ""
				       : "last seen ",
			       date);
	if (reach.len > 0) {
		jscan_buf_adds(page->out, "\n  ");
		jscan_text_add_line(page, reach.data, page->width - 2,
				    JSCAN_COLOR_FAINT);
	}
	jscan_buf_addc(page->out, '\n');
	jscan_buf_release(&words);
	jscan_buf_release(&reach);
}

static void add_contact_table(const struct jscan_text_page *page)
{
	static const struct jscan_column columns[] = {
		{"Name", 14, true, false, false},
		{"Title", 8, true, false, false},
		{"Company", 8, true, false, false},
		{"Mail", 24, true, false, false},
		{"Phone", 12, false, false, false},
		{"Last seen", 10, false, false, false}};
	const struct jscan_report *report = page->report;
	struct jscan_table table;

	jscan_table_init(&table, columns, 6, page->has_color);
	for (size_t i = 0; i < report->contact_count; i++) {
		const struct jscan_contact *contact = &report->contacts[i];
		char date[11];

		jscan_date_format(date, contact->last_seen);
		jscan_table_add(&table, contact->name, JSCAN_COLOR_STRONG);
		jscan_table_add(&table,
				contact->title ? contact->title : contact->role,
				JSCAN_COLOR_NONE);
		add_list(&table, contact->companies);
		add_list(&table, contact->emails);
		add_list(&table, contact->phones);
		jscan_table_add(&table, date, JSCAN_COLOR_FAINT);
	}
	jscan_table_print(page->out, &table, page->width);
	jscan_table_release(&table);
}

void jscan_text_add_contacts(const struct jscan_text_page *page)
{
	const struct jscan_report *report = page->report;

	if (report->contact_count == 0)
		jscan_buf_adds(page->out, "Nobody is named in the notes.\n");
	else if (page->width >= WIDE_COLUMNS)
		add_contact_table(page);
	else
		for (size_t i = 0; i < report->contact_count; i++)
			add_contact(page, &report->contacts[i]);
}
