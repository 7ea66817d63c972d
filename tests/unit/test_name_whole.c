/*
 * Is a whole text the name of somebody: as the value of a key, in a list of
 * people, in prose?
 */
#include "unit/told.h"

#include "facts/name.h"

static size_t tell_name(char *out, size_t room, const char *text,
			const struct jscan_name *name)
{
	return (size_t)snprintf(out, room, "%.*s %u%s%s", (int)name->len,
				text + name->offset, name->parts,
				name->is_full ? " full" : "",
				name->has_honorific ? " honorific" : "");
}

/* Is it a name in a key, in a list, in prose?  "/" between, "-" for no name. */
static void tell(char *out, size_t room, const char *text)
{
	size_t used = 0;

	for (int place = JSCAN_NAME_IN_KEY; place <= JSCAN_NAME_IN_PROSE;
	     place++) {
		struct jscan_name name;

		if (place > JSCAN_NAME_IN_KEY)
			used += (size_t)snprintf(out + used, room - used,
						 " / ");
		if (jscan_name_parse(&name, text, strlen(text),
				     (enum jscan_name_place)place))
			used += tell_name(out + used, room - used, text, &name);
		else
			used += (size_t)snprintf(out + used, room - used, "-");
	}
}

static const struct told_row whole_texts[] = {
	{"Dana Ruiz", "Dana Ruiz 2 full / Dana Ruiz 2 full / Dana Ruiz 2 full"},
	{"dana ruiz", "dana ruiz 2 full / - / -"},
	{"Dana ruiz", "Dana ruiz 2 full / - / -"},
	{"DANA RUIZ", "DANA RUIZ 2 full / DANA RUIZ 2 full / -"},
	{"Dana RUIZ", "Dana RUIZ 2 full / Dana RUIZ 2 full / -"},
	{"Dana", "Dana 1 / Dana 1 / Dana 1"},
	{"dana", "dana 1 / - / -"},
	{"DANA", "DANA 1 / DANA 1 / -"},
	{"AJ", "AJ 1 / AJ 1 / -"},
	{"AJ Lee", "AJ Lee 2 full / AJ Lee 2 full / AJ Lee 2 full"},
	{"AJ LEE", "AJ LEE 2 full / AJ LEE 2 full / -"},
	{"J", "- / - / -"},
	{"J.", "- / - / -"},
	{"J. Ruiz", "J. Ruiz 1 / J. Ruiz 1 / J. Ruiz 1"},
	{"J Ruiz", "J Ruiz 1 / J Ruiz 1 / J Ruiz 1"},
	{"J.R. Ruiz", "J.R. Ruiz 1 / J.R. Ruiz 1 / J.R. Ruiz 1"},
	{"J. R. R. Tolkien",
	 "J. R. R. Tolkien 1 / J. R. R. Tolkien 1 / J. R. R. Tolkien 1"},
	{"Dana J. Ruiz",
	 "Dana J. Ruiz 2 full / Dana J. Ruiz 2 full / Dana J. Ruiz 2 full"},
	{"Dana J.", "Dana J. 1 / Dana J. 1 / Dana J. 1"},
	{"J. J.", "- / - / -"},
	{"Dana  Ruiz",
	 "Dana  Ruiz 2 full / Dana  Ruiz 2 full / Dana  Ruiz 2 full"},
	{"Dana\tRuiz", "- / - / -"},
	{"Dana\nRuiz", "- / - / -"},
	{"Dana, Ruiz", "- / - / -"},
	{" Dana Ruiz ",
	 "Dana Ruiz 2 full / Dana Ruiz 2 full / Dana Ruiz 2 full"},
	{"\"Dana Ruiz\"", "Dana Ruiz 2 full / Dana Ruiz 2 full / -"},
	{"Dana \"Dee\" Ruiz",
	 "Dana \"Dee\" Ruiz 3 full / Dana \"Dee\" Ruiz 3 full / -"},
	{"Dana “Dee” Ruiz",
	 "Dana “Dee” Ruiz 3 full / Dana “Dee” Ruiz 3 full / -"},
	{"Dana 'Dee' Ruiz",
	 "Dana 'Dee' Ruiz 3 full / Dana 'Dee' Ruiz 3 full / -"},
	{"Dana ‘Dee’ Ruiz",
	 "Dana ‘Dee’ Ruiz 3 full / Dana ‘Dee’ Ruiz 3 full / -"},
	{"Dana (Dee) Ruiz", "- / - / -"},
	{"Dana\xc2\xa0Ruiz", "Dana\xc2\xa0Ruiz 2 full / Dana\xc2\xa0Ruiz 2 "
			     "full / Dana\xc2\xa0Ruiz 2 full"},
	{"Dana2", "- / - / -"},
	{"Dana Ruiz 2", "- / - / -"},
	{"Dana McAllister", "Dana McAllister 2 full / Dana McAllister 2 full / "
			    "Dana McAllister 2 full"},
	{"Dana LarkTrace", "Dana LarkTrace 2 full / Dana LarkTrace 2 full / -"},
	{"LarkTrace", "LarkTrace 1 / LarkTrace 1 / -"},
	{"McAllister", "McAllister 1 / McAllister 1 / McAllister 1"},
	{"MacArthur", "MacArthur 1 / MacArthur 1 / MacArthur 1"},
	{"DeShawn", "DeShawn 1 / DeShawn 1 / DeShawn 1"},
	{"DiCaprio", "DiCaprio 1 / DiCaprio 1 / DiCaprio 1"},
	{"DuBois", "DuBois 1 / DuBois 1 / DuBois 1"},
	{"LaToya", "LaToya 1 / LaToya 1 / LaToya 1"},
	{"LeBron", "LeBron 1 / LeBron 1 / LeBron 1"},
	{"VanHalen", "VanHalen 1 / VanHalen 1 / VanHalen 1"},
	{"FitzGerald", "FitzGerald 1 / FitzGerald 1 / FitzGerald 1"},
	{"JoAnn", "JoAnn 1 / JoAnn 1 / JoAnn 1"},
	{"AnnMarie", "AnnMarie 1 / AnnMarie 1 / AnnMarie 1"},
	{"StClair", "StClair 1 / StClair 1 / StClair 1"},
	{"Mcallister", "Mcallister 1 / Mcallister 1 / Mcallister 1"},
	{"McX", "McX 1 / McX 1 / -"},
	{"Dana Van Halen", "Dana Van Halen 2 full / Dana Van Halen 2 full / "
			   "Dana Van Halen 2 full"},
	{"Dana van Halen", "Dana van Halen 2 full / Dana van Halen 2 full / "
			   "Dana van Halen 2 full"},
	{"van Halen", "van Halen 1 / van Halen 1 / van Halen 1"},
	{"van", "van 1 / - / -"},
	{"Van Halen", "Van Halen 2 full / Van Halen 2 full / Van Halen 2 full"},
	{"Van", "Van 1 / Van 1 / Van 1"},
	{"Dana de la Cruz", "Dana de la Cruz 2 full / Dana de la Cruz 2 full / "
			    "Dana de la Cruz 2 full"},
	{"Dana De La Cruz", "Dana De La Cruz 2 full / Dana De La Cruz 2 full / "
			    "Dana De La Cruz 2 full"},
	{"de la Cruz", "de la Cruz 1 / de la Cruz 1 / de la Cruz 1"},
	{"Ms de la Cruz", "Ms de la Cruz 1 honorific / Ms de la Cruz 1 "
			  "honorific / Ms de la Cruz 1 honorific"},
	{"Ms De la Cruz", "Ms De la Cruz 1 honorific / Ms De la Cruz 1 "
			  "honorific / Ms De la Cruz 1 honorific"},
	{"Ms Ruiz",
	 "Ms Ruiz 1 honorific / Ms Ruiz 1 honorific / Ms Ruiz 1 honorific"},
	{"Ms. Ruiz",
	 "Ms. Ruiz 1 honorific / Ms. Ruiz 1 honorific / Ms. Ruiz 1 honorific"},
	{"ms. Ruiz",
	 "ms. Ruiz 1 honorific / ms. Ruiz 1 honorific / ms. Ruiz 1 honorific"},
	{"Dr. Dana Ruiz", "Dr. Dana Ruiz 2 full honorific / Dr. Dana Ruiz 2 "
			  "full honorific / Dr. Dana Ruiz 2 full honorific"},
	{"Dr Dana Ruiz", "Dr Dana Ruiz 2 full honorific / Dr Dana Ruiz 2 full "
			 "honorific / Dr Dana Ruiz 2 full honorific"},
	{"Prof. Dr. Dana Ruiz",
	 "Prof. Dr. Dana Ruiz 2 full honorific / Prof. Dr. Dana Ruiz 2 full "
	 "honorific / Prof. Dr. Dana Ruiz 2 full honorific"},
	{"Dana Ruiz Jr.",
	 "Dana Ruiz Jr. 2 full / Dana Ruiz Jr. 2 full / Dana Ruiz Jr. 2 full"},
	{"Dana Ruiz Jr",
	 "Dana Ruiz Jr 2 full / Dana Ruiz Jr 2 full / Dana Ruiz Jr 2 full"},
	{"Dana Ruiz III",
	 "Dana Ruiz III 2 full / Dana Ruiz III 2 full / Dana Ruiz III 2 full"},
	{"Dana Ruiz PhD",
	 "Dana Ruiz PhD 2 full / Dana Ruiz PhD 2 full / Dana Ruiz PhD 2 full"},
	{"Dana Ruiz, PhD", "- / - / -"},
	{"Dana Ruiz Anna Maria Lopez",
	 "Dana Ruiz Anna Maria Lopez 5 full / Dana Ruiz Anna Maria Lopez 5 "
	 "full / Dana Ruiz Anna Maria Lopez 5 full"},
	{"Dana Ruiz Anna Maria Lopez Garcia", "- / - / -"},
	{"A B C Dana", "- / - / -"},
	{"A B C D E Dana", "- / - / -"},
	{"Dana van der von de la Cruz",
	 "Dana van der von de la Cruz 2 full / Dana van der von de la Cruz 2 "
	 "full / Dana van der von de la Cruz 2 full"},
	{"Dana van der von de la den Cruz", "- / - / -"},
	{"Mr Dana van der von de la Cruz", "- / - / -"},
	{"West", "West 1 / - / -"},
	{"Kanye West",
	 "Kanye West 2 full / Kanye West 2 full / Kanye West 2 full"},
	{"Mr West",
	 "Mr West 1 honorific / Mr West 1 honorific / Mr West 1 honorific"},
	{"Summer West", "Summer West 2 full / - / -"},
	{"Rose", "Rose 1 / Rose 1 / Rose 1"},
	{"Rose Young",
	 "Rose Young 2 full / Rose Young 2 full / Rose Young 2 full"},
	{"Grace Young",
	 "Grace Young 2 full / Grace Young 2 full / Grace Young 2 full"},
	{"Will Young",
	 "Will Young 2 full / Will Young 2 full / Will Young 2 full"},
	{"Will", "Will 1 / Will 1 / Will 1"},
	{"Mark", "Mark 1 / Mark 1 / Mark 1"},
	{"Mark Young",
	 "Mark Young 2 full / Mark Young 2 full / Mark Young 2 full"},
	{"Monday", "- / - / -"},
	{"Monday Ruiz", "- / - / -"},
	{"Dana Monday", "- / - / -"},
	{"Dana Friday", "- / - / -"},
	{"May Lin", "May Lin 2 full / May Lin 2 full / May Lin 2 full"},
	{"April May", "April May 2 full / - / -"},
	{"Acme", "Acme 1 / Acme 1 / Acme 1"},
	{"Acme Inc", "- / - / -"},
	{"Dana Inc", "- / - / -"},
	{"Larkspur Freight", "- / - / -"},
	{"Recruiter", "- / - / -"},
	{"Recruiter Dana", "- / - / -"},
	{"Dana Recruiter", "- / - / -"},
	{"Dana Manager", "- / - / -"},
	{"CTO", "- / - / -"},
	{"Dana CTO", "- / - / -"},
	{"VP", "- / - / -"},
	{"HR", "- / - / -"},
	{"TBD", "- / - / -"},
	{"The Team", "- / - / -"},
	{"Second Round", "- / - / -"},
	{"Design", "- / - / -"},
	{"Dana Design", "- / - / -"},
	{"Dana Sales", "- / - / -"},
	{"Senior", "- / - / -"},
	{"Dana Senior", "- / - / -"},
	{"and", "- / - / -"},
	{"Dana and Tom", "- / - / -"},
	{"Dana & Tom", "- / - / -"},
	{"Young", "Young 1 / Young 1 / Young 1"},
	{"Dana Young",
	 "Dana Young 2 full / Dana Young 2 full / Dana Young 2 full"},
	{"Dana Baker",
	 "Dana Baker 2 full / Dana Baker 2 full / Dana Baker 2 full"},
	{"Dana Cook", "Dana Cook 2 full / Dana Cook 2 full / Dana Cook 2 full"},
	{"Dana Page", "Dana Page 2 full / Dana Page 2 full / Dana Page 2 full"},
	{"Dana Best", "Dana Best 2 full / Dana Best 2 full / Dana Best 2 full"},
	{"Dana Long", "Dana Long 2 full / Dana Long 2 full / Dana Long 2 full"},
	{"Dana Bank", "- / - / -"},
	{"Dana Church",
	 "Dana Church 2 full / Dana Church 2 full / Dana Church 2 full"},
	{"Baker", "Baker 1 / Baker 1 / Baker 1"},
	{"Cook", "Cook 1 / Cook 1 / Cook 1"},
	{"Baker Cook",
	 "Baker Cook 2 full / Baker Cook 2 full / Baker Cook 2 full"},
	{"田中", "田中 1 / 田中 1 / -"},
	{"田中 太郎", "田中 太郎 2 full / 田中 太郎 2 full / -"},
	{"田", "田 1 / 田 1 / -"},
	{"田中太郎", "田中太郎 1 full / 田中太郎 1 full / -"},
	{"田中太郎田中太郎", "田中太郎田中太郎 1 / 田中太郎田中太郎 1 / -"},
	{"Иван Петров",
	 "Иван Петров 2 full / Иван Петров 2 full / Иван Петров 2 full"},
	{"иван петров", "иван петров 2 full / - / -"},
	{"иван", "иван 1 / - / -"},
	{"Brid Ní Fhlatharta", "Brid Ní Fhlatharta 2 full / Brid Ní Fhlatharta "
			       "2 full / Brid Ní Fhlatharta 2 full"},
	{"Ní Fhlatharta",
	 "Ní Fhlatharta 2 full / Ní Fhlatharta 2 full / Ní Fhlatharta 2 full"},
	{"Anna-Lena Müller", "Anna-Lena Müller 2 full / Anna-Lena Müller 2 "
			     "full / Anna-Lena Müller 2 full"},
	{"anna-lena", "anna-lena 1 / - / -"},
	{"O'Neil", "O'Neil 1 / O'Neil 1 / O'Neil 1"},
	{"Dana O'Neil",
	 "Dana O'Neil 2 full / Dana O'Neil 2 full / Dana O'Neil 2 full"},
	{"Dana's", "Dana 1 / Dana 1 / Dana 1"},
	{"Dana Ruiz's",
	 "Dana Ruiz 2 full / Dana Ruiz 2 full / Dana Ruiz 2 full"},
	{"Chris'", "Chris 1 / Chris 1 / -"},
	{"Élan Vital",
	 "Élan Vital 2 full / Élan Vital 2 full / Élan Vital 2 full"},
	{"mr. Ruiz",
	 "mr. Ruiz 1 honorific / mr. Ruiz 1 honorific / mr. Ruiz 1 honorific"},
	{"Mr Ruiz",
	 "Mr Ruiz 1 honorific / Mr Ruiz 1 honorific / Mr Ruiz 1 honorific"},
	{"dr. ruiz", "dr. ruiz 1 honorific / - / -"},
	{"DR. RUIZ", "DR. RUIZ 1 honorific / DR. RUIZ 1 honorific / -"},
	{"mrs. Dana Ruiz", "mrs. Dana Ruiz 2 full honorific / mrs. Dana Ruiz 2 "
			   "full honorific / mrs. Dana Ruiz 2 full honorific"},
	{"prof. Ruiz", "prof. Ruiz 1 honorific / prof. Ruiz 1 honorific / "
		       "prof. Ruiz 1 honorific"},
};

static void test_whole_texts(void **state)
{
	(void)state;
	told_check(whole_texts, COUNT_OF(whole_texts), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whole_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
