/*
 * Labels that people write in front of a value or over a column, and which
 * field of a contact each one means.
 */
#include <string.h>

#include "facts/contact_line.h"

/* In the order of their bytes. */
static const struct {
	const char *words;
	enum jscan_contact_field field;
} fields[] = {
	{"address", JSCAN_FIELD_EMAIL},
	{"agency", JSCAN_FIELD_COMPANY},
	{"call", JSCAN_FIELD_PHONE},
	{"cargo", JSCAN_FIELD_TITLE},
	{"cell", JSCAN_FIELD_PHONE},
	{"cell number", JSCAN_FIELD_PHONE},
	{"cell phone", JSCAN_FIELD_PHONE},
	{"cellphone", JSCAN_FIELD_PHONE},
	{"comment", JSCAN_FIELD_OTHER},
	{"comments", JSCAN_FIELD_OTHER},
	{"company", JSCAN_FIELD_COMPANY},
	{"contact", JSCAN_FIELD_NAME},
	{"contact name", JSCAN_FIELD_NAME},
	{"correo", JSCAN_FIELD_EMAIL},
	{"courriel", JSCAN_FIELD_EMAIL},
	{"date", JSCAN_FIELD_OTHER},
	{"direct", JSCAN_FIELD_PHONE},
	{"direct dial", JSCAN_FIELD_PHONE},
	{"direct line", JSCAN_FIELD_PHONE},
	{"e", JSCAN_FIELD_EMAIL},
	{"e mail", JSCAN_FIELD_EMAIL},
	{"e mail address", JSCAN_FIELD_EMAIL},
	{"email", JSCAN_FIELD_EMAIL},
	{"email address", JSCAN_FIELD_EMAIL},
	{"emails", JSCAN_FIELD_EMAIL},
	{"employer", JSCAN_FIELD_COMPANY},
	{"family name", JSCAN_FIELD_LAST_NAME},
	{"fax", JSCAN_FIELD_OTHER},
	{"firm", JSCAN_FIELD_COMPANY},
	{"firma", JSCAN_FIELD_COMPANY},
	{"first name", JSCAN_FIELD_FIRST_NAME},
	{"firstname", JSCAN_FIELD_FIRST_NAME},
	{"full name", JSCAN_FIELD_NAME},
	{"function", JSCAN_FIELD_TITLE},
	{"funktion", JSCAN_FIELD_TITLE},
	{"github", JSCAN_FIELD_URL},
	{"given name", JSCAN_FIELD_FIRST_NAME},
	{"handy", JSCAN_FIELD_PHONE},
	{"homepage", JSCAN_FIELD_URL},
	{"impression", JSCAN_FIELD_OTHER},
	{"interviewer", JSCAN_FIELD_NAME},
	{"interviewers", JSCAN_FIELD_NAME},
	{"job", JSCAN_FIELD_TITLE},
	{"job title", JSCAN_FIELD_TITLE},
	{"last name", JSCAN_FIELD_LAST_NAME},
	{"lastname", JSCAN_FIELD_LAST_NAME},
	{"link", JSCAN_FIELD_URL},
	{"linked in", JSCAN_FIELD_URL},
	{"linkedin", JSCAN_FIELD_URL},
	{"linkedin profile", JSCAN_FIELD_URL},
	{"links", JSCAN_FIELD_URL},
	{"location", JSCAN_FIELD_OTHER},
	{"m", JSCAN_FIELD_PHONE},
	{"mail", JSCAN_FIELD_EMAIL},
	{"mail address", JSCAN_FIELD_EMAIL},
	{"mailto", JSCAN_FIELD_EMAIL},
	{"met", JSCAN_FIELD_OTHER},
	{"mob", JSCAN_FIELD_PHONE},
	{"mobil", JSCAN_FIELD_PHONE},
	{"mobile", JSCAN_FIELD_PHONE},
	{"mobile number", JSCAN_FIELD_PHONE},
	{"mobile phone", JSCAN_FIELD_PHONE},
	{"name", JSCAN_FIELD_NAME},
	{"nom", JSCAN_FIELD_NAME},
	{"nombre", JSCAN_FIELD_NAME},
	{"nome", JSCAN_FIELD_NAME},
	{"note", JSCAN_FIELD_OTHER},
	{"notes", JSCAN_FIELD_OTHER},
	{"number", JSCAN_FIELD_PHONE},
	{"office phone", JSCAN_FIELD_PHONE},
	{"org", JSCAN_FIELD_COMPANY},
	{"organisation", JSCAN_FIELD_COMPANY},
	{"organization", JSCAN_FIELD_COMPANY},
	{"p", JSCAN_FIELD_PHONE},
	{"part", JSCAN_FIELD_ROLE},
	{"people", JSCAN_FIELD_NAME},
	{"person", JSCAN_FIELD_NAME},
	{"ph", JSCAN_FIELD_PHONE},
	{"phone", JSCAN_FIELD_PHONE},
	{"phone number", JSCAN_FIELD_PHONE},
	{"phones", JSCAN_FIELD_PHONE},
	{"portable", JSCAN_FIELD_PHONE},
	{"position", JSCAN_FIELD_TITLE},
	{"poste", JSCAN_FIELD_TITLE},
	{"profile", JSCAN_FIELD_URL},
	{"relation", JSCAN_FIELD_ROLE},
	{"role", JSCAN_FIELD_ROLE},
	{"site", JSCAN_FIELD_URL},
	{"surname", JSCAN_FIELD_LAST_NAME},
	{"t", JSCAN_FIELD_PHONE},
	{"tel", JSCAN_FIELD_PHONE},
	{"telefon", JSCAN_FIELD_PHONE},
	{"telephone", JSCAN_FIELD_PHONE},
	{"telephone number", JSCAN_FIELD_PHONE},
	{"titel", JSCAN_FIELD_TITLE},
	{"title", JSCAN_FIELD_TITLE},
	{"titles", JSCAN_FIELD_TITLE},
	{"twitter", JSCAN_FIELD_URL},
	{"url", JSCAN_FIELD_URL},
	{"urls", JSCAN_FIELD_URL},
	{"w", JSCAN_FIELD_URL},
	{"web", JSCAN_FIELD_URL},
	{"website", JSCAN_FIELD_URL},
	{"what", JSCAN_FIELD_TITLE},
	{"what they do", JSCAN_FIELD_TITLE},
	{"whatsapp", JSCAN_FIELD_PHONE},
	{"who", JSCAN_FIELD_NAME},
	{"work email", JSCAN_FIELD_EMAIL},
	{"work phone", JSCAN_FIELD_PHONE},
	{"xing", JSCAN_FIELD_URL},
};

static enum jscan_contact_field find_folded(const char *words)
{
	size_t first = 0, end = sizeof(fields) / sizeof(fields[0]);

	while (first < end) {
		size_t middle = (first + end) / 2;
		int order = words[0] - fields[middle].words[0];

		if (order == 0)
			order = strcmp(words, fields[middle].words);
		if (order == 0)
			return fields[middle].field;
		if (order < 0)
			end = middle;
		else
			first = middle + 1;
	}
	return JSCAN_FIELD_NONE;
}

enum jscan_contact_field jscan_contact_field_find(const char *text, size_t len)
{
	char folded[24];
	size_t used = 0;

	for (size_t i = 0; i < len && used < sizeof(folded) - 1; i++) {
		char c = text[i];

		if (c == '-' || c == '_' || c == '.' || c == '*')
			c = ' ';
		else if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		if (c != ' ' || (used > 0 && folded[used - 1] != ' '))
			folded[used++] = c;
	}
	/* "Interviewer 2", "Phone 1" */
	while (used > 0 &&
	       ((folded[used - 1] >= '0' && folded[used - 1] <= '9') ||
		strchr(" #", folded[used - 1])))
		used--;
	folded[used] = '\0';
	return find_folded(folded);
}
