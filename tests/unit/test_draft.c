/* Drafts: only what the journal knows, from our templates and one's own. */
#include "unit/check.h"
#include "unit/folder.h"

struct text {
	char bytes[32768];
	size_t len;
};

static int add_bytes(void *data, const char *bytes, size_t len)
{
	struct text *text = data;

	assert_true(text->len + len < sizeof(text->bytes));
	memcpy(text->bytes + text->len, bytes, len);
	text->len += len;
	text->bytes[text->len] = '\0';
	return 0;
}

static int draft(struct text *out, const struct folder *folder,
		 enum jscan_rule rule, enum jscan_format format,
		 struct jscan_error *err)
{
	const struct jscan_followup *item = folder_get(folder, rule);

	out->len = 0;
	out->bytes[0] = '\0';
	return jscan_scan_write_draft(folder->scan, item->id, format, add_bytes,
				      out, err);
}

struct row {
	const char *name;
	const char *note;
	const char *as_of;
	enum jscan_rule rule;
	const char *draft; /* NULL: refused */
};

#define HEAD "---\ncompany: Tarn Ferries\nrole: Purser\ndate: 2026-05-06\n"
#define MARA "contacts: Mara Quist <mara@tarn.example>\n"

static const struct row rows[] = {
	{"all is known", HEAD MARA "expect by: 2026-05-20\n---\n", "2026-05-06",
	 JSCAN_RULE_THANK_YOU,
	 "To: Mara Quist <mara@tarn.example>\n"
	 "Subject: Thank you for the interview on May 6, 2026\n\n"
	 "Dear Mara Quist,\n\n"
	 "Thank you for taking the time to talk with me on May 6, 2026 about "
	 "the Purser position at Tarn Ferries. What stays with me most: ____."
	 "\n\n"
	 "To one of my answers I would like to add: ____.\n\n"
	 "I would like to work with you, and look forward to hearing from you "
	 "by May 20, 2026.\n\nBest regards\n"},
	{"hardly anything is known",
	 "---\ntype: interview\ndate: 2026-05-06\n---\n", "2026-05-17",
	 JSCAN_RULE_REPLY,
	 "Subject: Our conversation on May 6, 2026\n\nHello,\n\n"
	 "Thank you again for the conversation on May 6, 2026. May I ask how "
	 "things stand?\n\n"
	 "I remain interested. If there is anything that I can add, I am glad "
	 "to.\n\nBest regards\n"},
	{"a promise is named", HEAD "expect by: 2026-05-20\n---\n",
	 "2026-05-25", JSCAN_RULE_REPLY,
	 "Subject: Our conversation on May 6, 2026, Purser\n\nHello,\n\n"
	 "Thank you again for the conversation on May 6, 2026 about the Purser "
	 "position at Tarn Ferries. You thought that there would be an answer "
	 "by May 20, 2026. May I ask how things stand?\n\n"
	 "I remain interested. If there is anything that I can add, I am glad "
	 "to.\n\nBest regards\n"},
	{"an application",
	 "---\ncompany: Tarn\nstatus: applied\n"
	 "date: 2026-05-06\n---\n",
	 "2026-05-25", JSCAN_RULE_APPLICATION,
	 "Subject: My application\n\nHello,\n\n"
	 "I applied at Tarn on May 6, 2026. May I ask whether my application "
	 "has reached you, and whether anything is missing?\n\n"
	 "I am still interested, and glad to answer questions.\n\n"
	 "Best regards\n"},
	{"a step of keeping in touch",
	 HEAD "type: interview\noutcome: rejected\n---\n", "2026-08-10",
	 JSCAN_RULE_KEEP_IN_TOUCH,
	 "Subject: Greetings\n\nHello,\n\n"
	 "We talked about the Purser position at Tarn Ferries on May 6, 2026. "
	 "I hope that whoever you chose then is doing well, and I remain "
	 "interested in working with you.\n\nSince then: ____.\n\n"
	 "I am still looking for a new position. Is there perhaps something "
	 "open in another division, at another location or in a sister company "
	 "of yours?\n\nBest regards\n"},
	{"a later step, elsewhere was asked",
	 HEAD "type: interview\noutcome: rejected\ntouches:\n"
	      "  - date: 2026-08-10\n"
	      "    what: asked whether another office has an opening\n---\n",
	 "2026-11-20", JSCAN_RULE_KEEP_IN_TOUCH,
	 "Subject: Something that may interest you\n\nHello,\n\n"
	 "We talked about the Purser position at Tarn Ferries on May 6, 2026. "
	 "I thought of you because of this, which may be of use to you: ____."
	 "\n\nI am still looking for a new position.\n\nBest regards\n"},
	{"a task that thanks",
	 HEAD MARA "---\n- [ ] Thank Mara by 2026-05-08\n", "2026-05-07",
	 JSCAN_RULE_TASK,
	 "To: Mara Quist <mara@tarn.example>\n"
	 "Subject: Thank you for the interview on May 6, 2026\n\n"
	 "Dear Mara Quist,\n\n"
	 "Thank you for taking the time to talk with me on May 6, 2026 about "
	 "the Purser position at Tarn Ferries. What stays with me most: ____."
	 "\n\n"
	 "To one of my answers I would like to add: ____.\n\n"
	 "I would like to work with you, and look forward to hearing from you."
	 "\n\nBest regards\n"},
	{"a task that writes", HEAD "---\n- [ ] Message Mara by 2026-05-08\n",
	 "2026-05-07", JSCAN_RULE_TASK,
	 "Subject: Purser at Tarn Ferries\n\nHello,\n\n"
	 "We talked about the Purser position on May 6, 2026.\n\n____\n\n"
	 "Best regards\n"},
	{"a task for oneself", HEAD "---\n- [ ] Read it by 2026-05-08\n",
	 "2026-05-07", JSCAN_RULE_TASK, NULL},
	{"an assessment", HEAD "---\n", "2026-05-07",
	 JSCAN_RULE_SELF_ASSESSMENT, NULL},
	{"preparing", HEAD "type: interview\n---\n", "2026-05-02",
	 JSCAN_RULE_PREPARE, NULL},
};

static void test_drafts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct row *row = &rows[i];
		struct jscan_error err = {0};
		struct folder folder;
		struct text text;
		int ret;

		folder_open(&folder);
		folder_write(&folder, "tarn.md", row->note);
		folder_scan(&folder, row->as_of);
		ret = draft(&text, &folder, row->rule, JSCAN_FORMAT_TEXT, &err);
		if (!row->draft) {
			assert_int_equal(ret, -1);
			assert_int_equal(err.code, JSCAN_ERR_REFUSED);
			assert_string_equal(err.path, "tarn.md");
		} else if (ret < 0) {
			fail_msg("%s: %s", row->name, err.message);
		} else if (strcmp(text.bytes, row->draft) != 0) {
			fail_msg("%s:\n%s", row->name, text.bytes);
		}
		folder_close(&folder);
	}
}

/* Each rule of the example that somebody is written to for. */
static void test_every_item_of_the_example(void **state)
{
	struct folder folder = {.path = ""};
	size_t made = 0;

	(void)state;
	folder_scan_dir(&folder, "examples/journal", "2026-10-15");
	for (size_t i = 0; i < folder.report->followup_count; i++) {
		const struct jscan_followup *item =
			&folder.report->followups[i];
		struct jscan_error err = {0};
		struct text text = {.len = 0};

		if (jscan_scan_write_draft(folder.scan, item->id,
					   JSCAN_FORMAT_TEXT, add_bytes, &text,
					   &err) < 0) {
			assert_int_equal(err.code, JSCAN_ERR_REFUSED);
			assert_true(item->rule == JSCAN_RULE_TASK ||
				    item->rule == JSCAN_RULE_PREPARE ||
				    item->rule == JSCAN_RULE_SELF_ASSESSMENT);
			continue;
		}
		made++;
		assert_null(strchr(text.bytes, '{'));
		assert_null(strchr(text.bytes, '['));
		assert_null(strstr(text.bytes, "\n\n\n"));
		assert_null(strstr(text.bytes, "  "));
		assert_non_null(strstr(text.bytes, "\nBest regards\n"));
		if (item->contact)
			assert_non_null(strstr(text.bytes, item->contact));
	}
	assert_true(made > 50);
	folder_close(&folder);
}

/* The mail of the one who is meant, and of nobody else. */
static void test_whose_address(void **state)
{
	static const struct {
		const char *contacts;
		const char *to;
	} cases[] = {
		{"contacts: [Mara Quist, Jon Quist <jon@tarn.example>]\n",
		 "To: Mara Quist\n"},
		{"hiring manager: Mara\ncontacts: Mara Quist "
		 "<mara@tarn.example>\n",
		 "To: Mara <mara@tarn.example>\n"},
		{"hiring manager: Quist\ncontacts: [Mara Quist "
		 "<mara@tarn.example>, Jon Quist <jon@tarn.example>]\n",
		 "To: Quist\n"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_error err = {0};
		struct folder folder;
		char note[512];
		struct text text;

		folder_open(&folder);
		snprintf(note, sizeof(note), HEAD "%s---\n", cases[i].contacts);
		folder_write(&folder, "tarn.md", note);
		folder_write(&folder, "loom.md",
			     "---\ncompany: Loom\ndate: 2026-05-01\n"
			     "contacts: Mara Quist <mara@loom.example>\n---\n");
		folder_scan(&folder, "2026-05-06");
		for (size_t j = 0; j < folder.report->followup_count; j++) {
			const struct jscan_followup *item =
				&folder.report->followups[j];

			if (item->rule != JSCAN_RULE_THANK_YOU ||
			    strcmp(item->path, "tarn.md") != 0)
				continue;
			text.len = 0;
			assert_int_equal(
				jscan_scan_write_draft(folder.scan, item->id,
						       JSCAN_FORMAT_TEXT,
						       add_bytes, &text, &err),
				0);
			if (strncmp(text.bytes, cases[i].to,
				    strlen(cases[i].to)) != 0)
				fail_msg("%s", text.bytes);
		}
		folder_close(&folder);
	}
}

static void test_templates_of_ones_own(void **state)
{
	static const char own[] = "Subject: {company}, {date}\r\n\r\n"
				  "Moin {contact}!\r\n\r\n"
				  "Es war am {interview-date}. Als {stage}.\r\n"
				  "{points}\r\n";
	struct jscan_error err = {0};
	struct folder folder;
	struct text text;

	(void)state;
	folder_open(&folder);
	folder_write(&folder, ".journalscan.yml",
		     "date-order: dmy\ntemplates:\n"
		     "  thank-you: texts/danke.txt\n"
		     "  self-assessment: texts/danke.txt\n"
		     "  reply: texts/gone.txt\n");
	folder_write(&folder, "texts/danke.txt", own);
	folder_write(&folder, "tarn.md", HEAD MARA "---\n");
	folder_scan(&folder, "2026-05-06");
	assert_int_equal(draft(&text, &folder, JSCAN_RULE_THANK_YOU,
			       JSCAN_FORMAT_TEXT, &err),
			 0);
	assert_string_equal(text.bytes,
			    "To: Mara Quist <mara@tarn.example>\n"
			    "Subject: Tarn Ferries, 6 May 2026\n\n"
			    "Moin Mara Quist!\n\nEs war am 6 May 2026.\n");
	/* A rule that has none of ours may have one of the writer's. */
	assert_int_equal(draft(&text, &folder, JSCAN_RULE_SELF_ASSESSMENT,
			       JSCAN_FORMAT_TEXT, &err),
			 0);
	assert_int_equal(draft(&text, &folder, JSCAN_RULE_REPLY,
			       JSCAN_FORMAT_TEXT, &err),
			 -1);
	assert_int_equal(err.code, JSCAN_ERR_CONFIG);
	assert_string_equal(err.path, "texts/gone.txt");
	folder_write(&folder, "texts/danke.txt", "Hi\n{compny}\n");
	assert_int_equal(draft(&text, &folder, JSCAN_RULE_THANK_YOU,
			       JSCAN_FORMAT_TEXT, &err),
			 -1);
	assert_int_equal(err.code, JSCAN_ERR_CONFIG);
	assert_int_equal(err.line, 2);
	assert_non_null(strstr(err.message, "did you mean {company}?"));
	folder_close(&folder);
}

/* `application` names a rule and a type of notes. */
static void test_a_template_for_notes_is_none_for_messages(void **state)
{
	struct jscan_error err = {0};
	struct folder folder;
	struct text text;

	(void)state;
	folder_open(&folder);
	folder_write(&folder, ".journalscan.yml",
		     "templates:\n  application: new.txt\n");
	folder_write(&folder, "new.txt", "---\ncompany: {what}\n---\n");
	folder_write(&folder, "tarn.md",
		     "---\ncompany: Tarn\nstatus: applied\n"
		     "date: 2026-05-06\n---\n");
	folder_scan(&folder, "2026-05-20");
	assert_int_equal(draft(&text, &folder, JSCAN_RULE_APPLICATION,
			       JSCAN_FORMAT_TEXT, &err),
			 0);
	assert_non_null(strstr(text.bytes, "I applied at Tarn"));
	folder_close(&folder);
}

static void test_links_are_not_followed(void **state)
{
	struct jscan_error err = {0};
	struct folder folder;
	char path[512];
	struct text text;

	(void)state;
	folder_open(&folder);
	folder_write(&folder, ".journalscan.yml",
		     "templates:\n  thank-you: t/link.txt\n");
	folder_write(&folder, "t/real.txt", "secret\n");
	folder_path(path, &folder, "t/link.txt");
	assert_int_equal(symlink("real.txt", path), 0);
	folder_write(&folder, "tarn.md", HEAD "---\n");
	folder_scan(&folder, "2026-05-06");
	assert_int_equal(draft(&text, &folder, JSCAN_RULE_THANK_YOU,
			       JSCAN_FORMAT_TEXT, &err),
			 -1);
	assert_int_equal(text.len, 0);
	assert_int_equal(err.code, JSCAN_ERR_CONFIG);
	folder_close(&folder);
}

/* Line breaks, escape sequences and headers in names stay text. */
static void test_hostile_names(void **state)
{
	static const enum jscan_format formats[] = {JSCAN_FORMAT_TEXT,
						    JSCAN_FORMAT_EML};
	struct jscan_error err = {0};
	struct folder folder;

	(void)state;
	folder_open(&folder);
	folder_write(
		&folder, "evil.md",
		"---\ncompany: \"Tarn\\r\\nBcc: a@b.example\\r\\n\\r\\nX\"\n"
		"role: \"\\e[31mPurser\\u202e {contact} [\"\n"
		"date: 2026-05-06\n"
		"contacts:\n  - name: \"Mara\\r\\nBcc: "
		"c@d.example\\0\\e]0;x\\a\"\n"
		"    email: \"mara@tarn.example\"\n---\n");
	folder_scan(&folder, "2026-05-06");
	for (size_t i = 0; i < COUNT_OF(formats); i++) {
		struct text text;

		assert_int_equal(draft(&text, &folder, JSCAN_RULE_THANK_YOU,
				       formats[i], &err),
				 0);
		assert_null(strstr(text.bytes, "\nBcc:"));
		assert_null(strstr(text.bytes, "\xe2\x80\xae"));
		for (size_t j = 0; j < text.len; j++)
			assert_true(text.bytes[j] == '\n' ||
				    text.bytes[j] == '\r' ||
				    (unsigned char)text.bytes[j] >= ' ');
		if (formats[i] == JSCAN_FORMAT_TEXT) {
			assert_null(strchr(text.bytes, '\r'));
			assert_non_null(strstr(text.bytes, "{contact} ["));
		}
	}
	folder_close(&folder);
}

static void test_other_formats_are_refused(void **state)
{
	struct folder folder;

	(void)state;
	folder_open(&folder);
	folder_write(&folder, "tarn.md", HEAD "---\n");
	folder_scan(&folder, "2026-05-06");
	for (int format = 0; format <= JSCAN_FORMAT_EML; format++) {
		bool is_fine = format == JSCAN_FORMAT_TEXT ||
			       format == JSCAN_FORMAT_EML;
		struct jscan_error err = {0};
		struct text text;

		assert_int_equal(draft(&text, &folder, JSCAN_RULE_THANK_YOU,
				       (enum jscan_format)format, &err),
				 is_fine ? 0 : -1);
		assert_int_equal(err.code, is_fine ? 0 : JSCAN_ERR_USAGE);
	}
	folder_close(&folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_drafts),
		cmocka_unit_test(test_every_item_of_the_example),
		cmocka_unit_test(test_whose_address),
		cmocka_unit_test(test_templates_of_ones_own),
		cmocka_unit_test(
			test_a_template_for_notes_is_none_for_messages),
		cmocka_unit_test(test_links_are_not_followed),
		cmocka_unit_test(test_hostile_names),
		cmocka_unit_test(test_other_formats_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
