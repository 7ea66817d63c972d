/*
 * Labels that people write in front of a value or over a column, and which
 * field of a contact each one means.
 */
#include <string.h>

#include "facts/contact_line.h"

static const struct {
	const char *words;
	enum jscan_contact_field field;
} fields[] = {
	{"name", JSCAN_FIELD_NAME},
	{"full name", JSCAN_FIELD_NAME},
	{"nom", JSCAN_FIELD_NAME},
	{"nombre", JSCAN_FIELD_NAME},
	{"nome", JSCAN_FIELD_NAME},
	{"titel", JSCAN_FIELD_TITLE},
	{"poste", JSCAN_FIELD_TITLE},
	{"funktion", JSCAN_FIELD_TITLE},
	{"cargo", JSCAN_FIELD_TITLE},
	{"courriel", JSCAN_FIELD_EMAIL},
	{"correo", JSCAN_FIELD_EMAIL},
	{"portable", JSCAN_FIELD_PHONE},
	{"mobil", JSCAN_FIELD_PHONE},
	{"firma", JSCAN_FIELD_COMPANY},
	{"person", JSCAN_FIELD_NAME},
	{"who", JSCAN_FIELD_NAME},
	{"contact", JSCAN_FIELD_NAME},
	{"contact name", JSCAN_FIELD_NAME},
	{"interviewer", JSCAN_FIELD_NAME},
	{"interviewers", JSCAN_FIELD_NAME},
	{"people", JSCAN_FIELD_NAME},
	{"first name", JSCAN_FIELD_FIRST_NAME},
	{"firstname", JSCAN_FIELD_FIRST_NAME},
	{"given name", JSCAN_FIELD_FIRST_NAME},
	{"last name", JSCAN_FIELD_LAST_NAME},
	{"lastname", JSCAN_FIELD_LAST_NAME},
	{"surname", JSCAN_FIELD_LAST_NAME},
	{"family name", JSCAN_FIELD_LAST_NAME},
	{"title", JSCAN_FIELD_TITLE},
	{"titles", JSCAN_FIELD_TITLE},
	{"job title", JSCAN_FIELD_TITLE},
	{"job", JSCAN_FIELD_TITLE},
	{"position", JSCAN_FIELD_TITLE},
	{"function", JSCAN_FIELD_TITLE},
	{"what they do", JSCAN_FIELD_TITLE},
	{"what", JSCAN_FIELD_TITLE},
	{"role", JSCAN_FIELD_ROLE},
	{"relation", JSCAN_FIELD_ROLE},
	{"part", JSCAN_FIELD_ROLE},
	{"email", JSCAN_FIELD_EMAIL},
	{"e mail", JSCAN_FIELD_EMAIL},
	{"mail", JSCAN_FIELD_EMAIL},
	{"emails", JSCAN_FIELD_EMAIL},
	{"email address", JSCAN_FIELD_EMAIL},
	{"e mail address", JSCAN_FIELD_EMAIL},
	{"mail address", JSCAN_FIELD_EMAIL},
	{"work email", JSCAN_FIELD_EMAIL},
	{"address", JSCAN_FIELD_EMAIL},
	{"mailto", JSCAN_FIELD_EMAIL},
	{"phone", JSCAN_FIELD_PHONE},
	{"phones", JSCAN_FIELD_PHONE},
	{"tel", JSCAN_FIELD_PHONE},
	{"telephone", JSCAN_FIELD_PHONE},
	{"mobile", JSCAN_FIELD_PHONE},
	{"mob", JSCAN_FIELD_PHONE},
	{"cell", JSCAN_FIELD_PHONE},
	{"cellphone", JSCAN_FIELD_PHONE},
	{"cell phone", JSCAN_FIELD_PHONE},
	{"mobile phone", JSCAN_FIELD_PHONE},
	{"phone number", JSCAN_FIELD_PHONE},
	{"mobile number", JSCAN_FIELD_PHONE},
	{"telephone number", JSCAN_FIELD_PHONE},
	{"cell number", JSCAN_FIELD_PHONE},
	{"number", JSCAN_FIELD_PHONE},
	{"direct", JSCAN_FIELD_PHONE},
	{"direct line", JSCAN_FIELD_PHONE},
	{"direct dial", JSCAN_FIELD_PHONE},
	{"work phone", JSCAN_FIELD_PHONE},
	{"office phone", JSCAN_FIELD_PHONE},
	{"telefon", JSCAN_FIELD_PHONE},
	{"handy", JSCAN_FIELD_PHONE},
	{"whatsapp", JSCAN_FIELD_PHONE},
	{"call", JSCAN_FIELD_PHONE},
	{"ph", JSCAN_FIELD_PHONE},
	{"t", JSCAN_FIELD_PHONE},
	{"m", JSCAN_FIELD_PHONE},
	{"p", JSCAN_FIELD_PHONE},
	{"e", JSCAN_FIELD_EMAIL},
	{"w", JSCAN_FIELD_URL},
	{"company", JSCAN_FIELD_COMPANY},
	{"organization", JSCAN_FIELD_COMPANY},
	{"organisation", JSCAN_FIELD_COMPANY},
	{"org", JSCAN_FIELD_COMPANY},
	{"employer", JSCAN_FIELD_COMPANY},
	{"agency", JSCAN_FIELD_COMPANY},
	{"firm", JSCAN_FIELD_COMPANY},
	{"url", JSCAN_FIELD_URL},
	{"urls", JSCAN_FIELD_URL},
	{"link", JSCAN_FIELD_URL},
	{"links", JSCAN_FIELD_URL},
	{"linkedin", JSCAN_FIELD_URL},
	{"linked in", JSCAN_FIELD_URL},
	{"linkedin profile", JSCAN_FIELD_URL},
	{"xing", JSCAN_FIELD_URL},
	{"github", JSCAN_FIELD_URL},
	{"twitter", JSCAN_FIELD_URL},
	{"website", JSCAN_FIELD_URL},
	{"web", JSCAN_FIELD_URL},
	{"site", JSCAN_FIELD_URL},
	{"homepage", JSCAN_FIELD_URL},
	{"profile", JSCAN_FIELD_URL},
	{"notes", JSCAN_FIELD_OTHER},
	{"note", JSCAN_FIELD_OTHER},
	{"comment", JSCAN_FIELD_OTHER},
	{"comments", JSCAN_FIELD_OTHER},
	{"met", JSCAN_FIELD_OTHER},
	{"date", JSCAN_FIELD_OTHER},
	{"fax", JSCAN_FIELD_OTHER},
	{"location", JSCAN_FIELD_OTHER},
	{"impression", JSCAN_FIELD_OTHER},
};

enum jscan_contact_field jscan_contact_field_find(const char *text, size_t len)
{
	char folded[24];
	size_t used = 0;

	for (size_t i = 0; i < len && used < sizeof(folded) - 1; i++) {
		char c = text[i];

		if (strchr("-_ .*", c) != NULL && c != '\0')
			c = ' ';
		else if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		if (c != ' ' || (used > 0 && folded[used - 1] != ' '))
			folded[used++] = c;
	}
	while (used > 0 && folded[used - 1] == ' ')
		used--;
	folded[used] = '\0';
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (fields[i].words[0] == folded[0] &&
		    strcmp(fields[i].words, folded) == 0)
			return fields[i].field;
	return JSCAN_FIELD_NONE;
}
