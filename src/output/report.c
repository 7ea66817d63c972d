/*
 * The words that all writers for people use: what to do for each rule, and the
 * articles by their names.
 */
#include "output/report.h"

#include <string.h>

bool jscan_followup_is_open(const struct jscan_followup *item)
{
	return item->status == JSCAN_STATUS_OVERDUE ||
	       item->status == JSCAN_STATUS_DUE ||
	       item->status == JSCAN_STATUS_UPCOMING;
}

const char *jscan_followup_phrase(const struct jscan_followup *item)
{
	switch (item->rule) {
	case JSCAN_RULE_APPLICATION:
		return "Ask about the application";
	case JSCAN_RULE_THANK_YOU:
		return "Send a thank-you note";
	case JSCAN_RULE_SELF_ASSESSMENT:
		return "Write down how it went";
	case JSCAN_RULE_REPLY:
		return "Ask for the answer";
	case JSCAN_RULE_ASK_FEEDBACK:
		return "Ask for feedback";
	case JSCAN_RULE_THANK_FOR_FEEDBACK:
		return "Thank them for the feedback";
	case JSCAN_RULE_KEEP_IN_TOUCH:
		if (strcmp(item->action, "check-in") == 0)
			return "Check in";
		if (strcmp(item->action, "send-document") == 0)
			return "Send something that shows your work";
		return item->action;
	case JSCAN_RULE_REOPENED:
		return "Get in touch: the position may be open again";
	case JSCAN_RULE_PREPARE:
		return "Prepare for the interview";
	case JSCAN_RULE_TASK:
		break;
	}
	return item->action;
}

void jscan_contact_identify(struct jscan_buf *out,
			    const struct jscan_contact *contact)
{
	struct jscan_buf key;

	jscan_buf_init(&key);
	if (contact->emails.count > 0)
		jscan_buf_adds(&key, contact->emails.items[0]);
	else
		jscan_buf_addf(&key, "%s\t%s",
			       contact->name ? contact->name : "",
			       contact->companies.count > 0
				       ? contact->companies.items[0]
				       : "");
	jscan_buf_addf(out, "%016llx",
		       (unsigned long long)jscan_output_hash(key.data));
	jscan_buf_release(&key);
}

uint64_t jscan_output_hash(const char *text)
{
	uint64_t hash = 14695981039346656037u;

	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 1099511628211u;
	return hash;
}

/* The five articles (articles.md of the contract), by their own titles. */
static const struct {
	const char *id;
	const char *title;
	const char *part; /* what its numbers count */
} articles[] = {
	{"ten-reasons", "10 Reasons Why You're Not Getting The Job Offer",
	 "reason"},
	{"not-all-bad", "Why Not Getting the Job Offer Isn't All Bad", "step"},
	{"turned-down", "Why Didn't I Get The Job Offer?", "finding"},
	{"feedback-loop",
	 "No 2nd Interview? The Real Reason You Weren't Called Back", "part"},
	{"not-hired", "You Were NOT hired \xe2\x80\x93 Now What?", "case"},
};

static void describe_one(struct jscan_buf *out, const char *text, size_t len)
{
	for (size_t i = 0; i < sizeof(articles) / sizeof(articles[0]); i++) {
		size_t bytes = strlen(articles[i].id);

		if (len < bytes || memcmp(text, articles[i].id, bytes) != 0 ||
		    (len > bytes && text[bytes] != ' '))
			continue;
		jscan_buf_addf(out, "\xe2\x80\x9c%s\xe2\x80\x9d",
			       articles[i].title);
		if (len > bytes + 1 && text[bytes + 1] >= '0' &&
		    text[bytes + 1] <= '9')
			jscan_buf_addf(out, ", %s %.*s", articles[i].part,
				       (int)(len - bytes - 1),
				       text + bytes + 1);
		else if (len > bytes + 1)
			jscan_buf_addf(out, ", %.*s", (int)(len - bytes - 1),
				       text + bytes + 1);
		return;
	}
	jscan_buf_add(out, text, len);
}

void jscan_source_describe(struct jscan_buf *out, const char *source)
{
	while (*source) {
		size_t len = strcspn(source, ";");

		describe_one(out, source, len);
		source += len;
		while (*source == ';' || *source == ' ')
			source++;
		if (*source)
			jscan_buf_adds(out, "; ");
	}
}
