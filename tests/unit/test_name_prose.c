/*
 * Names in sentences: where one begins and ends, and what is none.
 */
#include "unit/told.h"

#include "facts/name.h"

/* Every name in a sentence: its bytes, the words of it that count, how whole.
 */
static void tell(char *out, size_t room, const char *text)
{
	struct jscan_name name;
	size_t used = 0, pos = 0;

	out[0] = '\0';
	while (used < room && jscan_name_next(&name, text, strlen(text), pos)) {
		used += (size_t)snprintf(
			out + used, room - used, "%s%.*s %u%s%s",
			used ? "; " : "", (int)name.len, text + name.offset,
			name.parts, name.is_full ? " full" : "",
			name.has_honorific ? " honorific" : "");
		pos = name.offset + name.len;
	}
}

static const struct told_row sentences[] = {
	{"Met Dana Ruiz today.", "Dana Ruiz 2 full"},
	{"Dana Ruiz met me.", "Dana Ruiz 2 full"},
	{"Dana met me.", "Dana 1"},
	{"I asked Dana.", "Dana 1"},
	{"I asked dana.", ""},
	{"Rambled. Ahmed noticed.", "Ahmed 1"},
	{"Ahmed noticed.", "Ahmed 1"},
	{"Asking Irving helped.", "Irving 1"},
	{"Rambling again", ""},
	{"Rambling Dana", "Dana 1"},
	{"Harding was there.", "Harding 1"},
	{"Golding, Fielding and Sterling came.",
	 "Golding 1; Fielding 1; Sterling 1"},
	{"Manfred Siegfried came.", "Manfred Siegfried 2 full"},
	{"Red Ted came.", "Red Ted 2 full"},
	{"Fred came.", "Fred 1"},
	{"(Rambled) on", ""},
	{"\"Rambled\" on", ""},
	{"*Rambled* on", ""},
	{"'Rambled' on", ""},
	{"he: Rambled on", ""},
	{"x\tRambled on", ""},
	{"x\nRambled on", ""},
	{"x! Rambled on", ""},
	{"x? Rambled on", ""},
	{"x, Rambled on", "Rambled 1"},
	{"x Rambled on", "Rambled 1"},
	{"Larkspur Freight called.", ""},
	{"Dana Freight called.", ""},
	{"Tolka & Finch called.", ""},
	{"Dana & Tom came.", ""},
	{"Board of Dentistry", ""},
	{"board of Dentistry", "Dentistry 1"},
	{"the Board of Dana", ""},
	{"Board of Dana Ruiz", ""},
	{"of Dana Ruiz", "Dana Ruiz 2 full"},
	{"x of Dana", "Dana 1"},
	{"Dana Ruiz & Co", ""},
	{"Dana Ruiz &", ""},
	{"Dana Ruiz  & Co", ""},
	{"& Dana Ruiz", ""},
	{" & Dana Ruiz", ""},
	{"&  Dana", ""},
	{"Dana Ruiz Inc called.", ""},
	{"Dana Ruiz Group", ""},
	{"Dana Ruiz group", "Dana Ruiz 2 full"},
	{"Dana Ruiz Young", "Dana Ruiz Young 3 full"},
	{"Dana Ruiz's recruiter", "Dana Ruiz 2 full"},
	{"Dana's Recruiter", "Dana 1"},
	{"Dana’s Recruiter", "Dana 1"},
	{"Dana's Tom", "Dana 1; Tom 1"},
	{"Chris' Tom", "Chris 1; Tom 1"},
	{"Mr. Finch came.", "Mr. Finch 1 honorific"},
	{"mr. Finch came.", "Finch 1"},
	{"mr Finch came.", "Finch 1"},
	{"Mr came.", ""},
	{"Mr. came.", ""},
	{"Dr. J. Finch", "Dr. J. Finch 1 honorific"},
	{"Dr. Finch Jr. came", "Dr. Finch Jr. 1 honorific"},
	{"Dana Ruiz Jr. came", "Dana Ruiz Jr. 2 full"},
	{"Jr. came", ""},
	{"Dana van Halen came", "Dana van Halen 2 full"},
	{"van Halen came", "Halen 1"},
	{"Van Halen came", "Van Halen 2 full"},
	{"the van Dana", "Dana 1"},
	{"Ms. van Halen came", "Ms. van Halen 1 honorific"},
	{"Dana de la Cruz, Tom", "Dana de la Cruz 2 full; Tom 1"},
	{"Dana, Tom and Ines", "Dana 1; Tom 1; Ines 1"},
	{"Dana Tom Ines Ruiz Park came", "Dana Tom Ines Ruiz Park 5 full"},
	{"Dana Tom Ines Ruiz Park Lopez came", ""},
	{"Dana Tom Ines Ruiz Park Lopez Garcia Luz came", ""},
	{"AJ Lee came", "AJ Lee 2 full"},
	{"AJ came", ""},
	{"HQ ID", ""},
	{"DANA RUIZ came", ""},
	{"DANA came", ""},
	{"LarkTrace came", ""},
	{"Dana LarkTrace came", "Dana 1"},
	{"McAllister came", "McAllister 1"},
	{"Dana McAllister came", "Dana McAllister 2 full"},
	{"Dana McX came", "Dana 1"},
	{"A. Lee came", "A. Lee 1"},
	{"J. R. came", ""},
	{"J.R. Lee came", "J.R. Lee 1"},
	{"J.R.Lee came", "J.R.Lee 1"},
	{"xDana came", ""},
	{"1Dana came", ""},
	{"éDana came", ""},
	{"Élan came", "Élan 1"},
	{"Øyvind Åberg came", "Øyvind Åberg 2 full"},
	{"Иван Петров пришёл", "Иван Петров 2 full"},
	{"иван пришёл", ""},
	{"田中 came", ""},
	{"CTO Dana Ruiz came", "Dana Ruiz 2 full"},
	{"Recruiter Dana Ruiz came", "Dana Ruiz 2 full"},
	{"Dana Ruiz CTO came", "Dana Ruiz 2 full"},
	{"on Monday Dana came", "Dana 1"},
	{"Monday Dana came", "Dana 1"},
	{"May Lin came", "May Lin 2 full"},
	{"April came", ""},
	{"I met Will Young.", "Will Young 2 full"},
	{"Will came.", "Will 1"},
	{"Will you come", "Will 1"},
	{"Mark my words", "Mark 1"},
	{"Grace came.", "Grace 1"},
	{"Rose came.", "Rose 1"},
	{"Young came.", "Young 1"},
	{"Kanye West came.", "Kanye West 2 full"},
	{"West came.", ""},
	{"Summer came.", ""},
	{"Thank you Dana", "Dana 1"},
	{"Kubernetes and Dana", "Dana 1"},
	{"Dana\nRuiz", "Dana 1; Ruiz 1"},
	{"Dana\tRuiz", "Dana 1; Ruiz 1"},
	{"Dana  Ruiz", "Dana  Ruiz 2 full"},
	{"Dana\xc2\xa0Ruiz", "Dana\xc2\xa0Ruiz 2 full"},
	{"Dana-Ruiz", "Dana-Ruiz 1"},
	{"Dana/Ruiz", "Dana 1; Ruiz 1"},
	{"Dana.Ruiz", "Dana 1; Ruiz 1"},
	{"Dana@Ruiz", "Dana 1; Ruiz 1"},
	{"Dana (Ruiz)", "Dana 1; Ruiz 1"},
	{"Dana \"Ruiz\"", "Dana 1; Ruiz 1"},
	{"Dana 2 Ruiz", "Dana 1; Ruiz 1"},
	{"Dana2 Ruiz", "Ruiz 1"},
	{"J.R. Lee came", "J.R. Lee 1"},
	{"J.R.Lee came", "J.R.Lee 1"},
	{"U.S. Navy came", "U.S. Navy 1"},
	{"Dr.Finch came", "Finch 1"},
	{"J. R. came", ""},
};

static void test_sentences(void **state)
{
	(void)state;
	told_check(sentences, COUNT_OF(sentences), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sentences),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
