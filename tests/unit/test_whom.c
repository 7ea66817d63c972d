/* Whom an item is about: the order of the contract's section "Whom". */
#include "unit/check.h"

#include "unit/journal.h"

#define HEAD "=== a.md\n---\ncompany: Acme\nrole: Engineer\n"

static const char *contact_of(const struct jscan_report *report,
			      enum jscan_rule rule, const char *action)
{
	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];

		if (item->rule == rule &&
		    (action == NULL || strcmp(item->action, action) == 0))
			return item->contact ? item->contact : "nobody";
	}
	return "no item";
}

static void an_item_knows_its_contact(void **state)
{
	static const struct {
		const char *notes;
		enum jscan_rule rule;
		const char *action;
		const char *contact;
	} cases[] = {
		/* the hiring manager, though the recruiter stands first */
		{HEAD "date: 2026-05-06\nrecruiter: Ann Lee\n"
		      "hiring manager: Dana Ruiz\n---\n",
		 JSCAN_RULE_THANK_YOU, NULL, "Dana Ruiz"},
		/* of two hiring managers the first named */
		{HEAD "date: 2026-05-06\n"
		      "hiring manager: [Dana Ruiz, Tom Park]\n---\n",
		 JSCAN_RULE_THANK_YOU, NULL, "Dana Ruiz"},
		/* an interviewer of that event before the recruiter */
		{HEAD "date: 2026-05-06\nrecruiter: Ann Lee\n"
		      "interviewers: [Tom Park]\n---\n",
		 JSCAN_RULE_THANK_YOU, NULL, "Tom Park"},
		/* the interviewer of another event counts less */
		{HEAD "date: 2026-05-06\nrecruiter: Ann Lee\n"
		      "interviewers: [Tom Park]\n---\n"
		      "=== b.md\n---\ncompany: Acme\nrole: Engineer\n"
		      "date: 2026-05-01\n---\n",
		 JSCAN_RULE_THANK_YOU, NULL, "Ann Lee"},
		/* somebody met there, without a role, before the recruiter */
		{HEAD "date: 2026-05-06\nrecruiter: Ann Lee\n---\n"
		      "## Who I met\n\n- Tom Park\n- Ines Albrecht\n",
		 JSCAN_RULE_THANK_YOU, NULL, "Tom Park"},
		{HEAD "date: 2026-05-06\n---\n## Who I met\n\n"
		      "- Ann Lee, recruiter\n- Tom Park\n",
		 JSCAN_RULE_THANK_YOU, NULL, "Tom Park"},
		/* whoever interviewed before somebody who was only there */
		{HEAD "date: 2026-05-06\ninterviewers: Ines Albrecht\n---\n"
		      "## Who I met\n\n- Tom Park\n",
		 JSCAN_RULE_THANK_YOU, NULL, "Ines Albrecht"},
		/* met on another day of the same note */
		{HEAD "date: 2026-05-06\nrecruiter: Ann Lee\n---\n"
		      "## 2026-05-02 Phone screen\n\n### Who I met\n\n"
		      "- Tom Park\n",
		 JSCAN_RULE_REPLY, NULL, "Tom Park"},
		/* of a day that is still to come, only where nobody was met */
		{HEAD "date: 2026-05-06\n---\n"
		      "=== b.md\n---\ncompany: Acme\nrole: Engineer\n"
		      "type: touch\ndate: 2026-05-01\ncontacts: Tom Park\n---\n"
		      "=== c.md\n---\ncompany: Acme\nrole: Engineer\n"
		      "type: touch\ndate: 2026-05-30\ncontacts: Ines "
		      "Albrecht\n---\n",
		 JSCAN_RULE_THANK_YOU, NULL, "Tom Park"},
		/* the one met last */
		{HEAD "date: 2026-05-06\n---\n"
		      "=== b.md\n---\ncompany: Acme\nrole: Engineer\n"
		      "type: touch\ndate: 2026-05-01\ncontacts: Tom Park\n---\n"
		      "=== c.md\n---\ncompany: Acme\nrole: Engineer\n"
		      "type: touch\ndate: 2026-05-03\ncontacts: Ines "
		      "Albrecht\n---\n",
		 JSCAN_RULE_THANK_YOU, NULL, "Ines Albrecht"},
		/* nobody */
		{HEAD "date: 2026-05-06\n---\n", JSCAN_RULE_THANK_YOU, NULL,
		 "nobody"},
		/* never for a self-assessment */
		{HEAD "date: 2026-05-06\nhiring manager: Dana Ruiz\n---\n",
		 JSCAN_RULE_SELF_ASSESSMENT, NULL, "nobody"},
		/* the one that a task names, by any part of the name */
		{HEAD "date: 2026-05-06\nhiring manager: Dana Ruiz\n"
		      "contacts: [Tom Park, Jonah Pike]\n---\n"
		      "- [ ] Send Tom the case study, due 2026-05-20\n",
		 JSCAN_RULE_TASK, "Send Tom the case study", "Tom Park"},
		{HEAD "date: 2026-05-06\nhiring manager: Dana Ruiz\n"
		      "contacts: [Tom Park, Jonah Pike]\n---\n"
		      "- [ ] Return Jonah's atlas, due 2026-05-20\n",
		 JSCAN_RULE_TASK, "Return Jonah's atlas", "Jonah Pike"},
		{HEAD "date: 2026-05-06\nhiring manager: Dana Ruiz\n---\n"
		      "- [ ] Buy tomatoes, due 2026-05-20\n",
		 JSCAN_RULE_TASK, "Buy tomatoes", "Dana Ruiz"},
		{HEAD "date: 2026-05-06\nhiring manager: Dana Ruiz\n"
		      "contacts: Tom Park\nfollow ups:\n"
		      "  - {due: 2026-05-20, action: write, with: Tom}\n"
		      "---\n",
		 JSCAN_RULE_TASK, "write", "Tom Park"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct journal journal;
		const char *contact;

		journal_init(&journal, cases[i].notes, "2026-05-08");
		contact = contact_of(&journal.report, cases[i].rule,
				     cases[i].action);
		if (strcmp(contact, cases[i].contact) != 0)
			fail_msg("%s\nis about %s, not %s", cases[i].notes,
				 contact, cases[i].contact);
		journal_release(&journal);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_item_knows_its_contact),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
