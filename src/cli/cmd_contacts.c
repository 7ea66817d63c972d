/*
 * contacts: the people met, all of them or those of one company.
 */
#include <stdlib.h>

#include "cli/commands.h"
#include "cli/message.h"
#include "cli/run.h"

static bool is_wanted(const struct jscan_contact *contact, const char *company)
{
	for (size_t i = 0; i < contact->companies.count; i++)
		if (jscan_name_contains(contact->companies.items[i], company))
			return true;
	return false;
}

/* A shallow copy of the report with the contacts of one company. */
static int print_some(const struct jscan_run *run, const char *company)
{
	struct jscan_report report = *run->report;
	struct jscan_contact *contacts =
		calloc(report.contact_count + 1, sizeof(*contacts));
	size_t count = 0;
	int ret;

	if (!contacts) {
		jscan_message_error(JSCAN_ERR_LIMIT, "out of memory");
		return -1;
	}
	for (size_t i = 0; i < report.contact_count; i++)
		if (is_wanted(&report.contacts[i], company))
			contacts[count++] = report.contacts[i];
	report.contacts = contacts;
	report.contact_count = count;
	report.counts.contacts = (unsigned)count;
	ret = jscan_run_write(run, &report, JSCAN_VIEW_CONTACTS);
	free(contacts);
	return ret;
}

enum jscan_exit jscan_cmd_contacts(const struct jscan_args *args)
{
	const char *company = args->given[JSCAN_OPTION_COMPANY];
	enum jscan_exit status;
	struct jscan_run run;
	int ret;

	if (jscan_run_start(&run, args, JSCAN_RUN_ERRORS) < 0)
		return JSCAN_EXIT_FAILED;
	if (!company)
		ret = jscan_run_write(&run, run.report, JSCAN_VIEW_CONTACTS);
	else if (jscan_run_has_company(&run))
		ret = print_some(&run, company);
	else
		ret = -1;
	status = ret < 0 ? JSCAN_EXIT_FAILED : jscan_run_status(&run);
	jscan_run_end(&run);
	return status;
}
