/*
 * People in a note, with all that is known of each: in sections by their form,
 * in prose beside addresses and numbers, in signatures, introduced.
 */
#include "unit/told_mentions.h"

static const struct told_row sections[] = {
	{"## People\n"
	 "\n"
	 "- Dana Ruiz, VP Sales, dana@acme.example\n"
	 "- **Tom Park** (Recruiter) +49 30 555-0161\n"
	 "- Ines Albrecht\n"
	 "- CTO: Jon Vance\n"
	 "- Jon Vance, VP, Sales\n"
	 "- Jon Vance, VP / Sales\n"
	 "- Jon Vance - VP - Sales\n"
	 "- Jon Vance; Tom Reed\n"
	 "- Jon Vance / Tom Reed\n"
	 "- Jon Vance | Tom Reed\n"
	 "- Jon Vance; Tom\n"
	 "- Jon and Tom\n"
	 "- Jon & Tom\n"
	 "- Jon + Tom Reed\n"
	 "- Jon Vance und Tom Reed\n"
	 "- Jon Vance y Ana Luz, both VPs\n"
	 "- Tolka & Finch\n"
	 "- Mr Vance and Mrs Reed\n"
	 "- Dana Ruiz and CTO Tom Reed\n",
	 "*3 Dana Ruiz (full), title VP Sales, mail dana@acme.example\n"
	 "*4 Tom Park (full), title Recruiter, role recruiter, phone +49 30 "
	 "555-0161\n"
	 "*5 Ines Albrecht (full)\n"
	 "*6 Jon Vance (full), title CTO\n"
	 "*7 Jon Vance (full), title VP, Sales\n"
	 "*8 Jon Vance (full), title VP / Sales\n"
	 "*9 Jon Vance (full), title VP - Sales\n"
	 "*10 Jon Vance (full)\n"
	 "*10 Tom Reed (full)\n"
	 "*11 Jon Vance (full)\n"
	 "*11 Tom Reed (full)\n"
	 "*12 Jon Vance (full)\n"
	 "*12 Tom Reed (full)\n"
	 "*13 Jon Vance (full)\n"
	 "13 Tom\n"
	 "14 Jon\n"
	 "14 Tom\n"
	 "16 Jon\n"
	 "*16 Tom Reed (full)\n"
	 "*17 Jon Vance (full)\n"
	 "*17 Tom Reed (full)\n"
	 "*18 Jon Vance (full)\n"
	 "*18 Ana Luz (full)\n"
	 "20 Mr Vance\n"
	 "20 Mrs Reed\n"
	 "*21 Dana Ruiz (full)\n"
	 "*21 Tom Reed (full), title CTO"},
	{"## People\n"
	 "\n"
	 "- Dana Ruiz at Acme\n"
	 "- Dana Ruiz, CTO at Acme\n"
	 "- Dana Ruiz @ Acme\n"
	 "- Dana Ruiz from Acme Corp\n"
	 "- Dana Ruiz bei Acme\n"
	 "- Dana Ruiz with Acme, CTO\n"
	 "- CTO at Acme: Dana Ruiz\n"
	 "- Dana Ruiz at the desk\n"
	 "- Dana Ruiz, Acme Ltd\n"
	 "- Dana Ruiz, TeamLease\n"
	 "- Dana Ruiz, Larkspur Freight, CTO\n"
	 "- Dana Ruiz, Larkspur, CTO\n"
	 "- Dana Ruiz, dana@tolka.example, Tolka\n"
	 "- Dana Ruiz (she/her), CTO\n"
	 "- Dana Ruiz (they/them)\n"
	 "- Dana Ruiz (he/him)\n"
	 "- Dana Ruiz (a/b)\n"
	 "- Larkspur Freight\n"
	 "- Larkspur\n",
	 "*3 Dana Ruiz (full), of Acme\n"
	 "*4 Dana Ruiz (full), title CTO, of Acme\n"
	 "*5 Dana Ruiz (full), of Acme\n"
	 "*6 Dana Ruiz (full), of Acme Corp\n"
	 "*7 Dana Ruiz (full), of Acme\n"
	 "*8 Dana Ruiz (full), title CTO, of Acme\n"
	 "*9 Dana Ruiz (full), title CTO at Acme\n"
	 "*11 Dana Ruiz (full), of Acme Ltd\n"
	 "*12 Dana Ruiz (full), of TeamLease\n"
	 "*13 Dana Ruiz (full), title CTO\n"
	 "*14 Dana Ruiz (full), title CTO\n"
	 "*15 Dana Ruiz (full), mail dana@tolka.example\n"
	 "*16 Dana Ruiz (full), title CTO\n"
	 "*17 Dana Ruiz (full)\n"
	 "*18 Dana Ruiz (full)\n"
	 "*19 Dana Ruiz (full)"},
	{"## People\n"
	 "\n"
	 "- Dana Ruiz, visiting GP\n"
	 "- Dana Ruiz, front desk\n"
	 "- Dana Ruiz, Front Desk\n"
	 "- Dana Ruiz, asked about Go\n"
	 "- Dana Ruiz, very nice\n"
	 "- Dana Ruiz: CTO\n"
	 "- Dana Ruiz -- CTO\n"
	 "- Dana Ruiz – CTO\n"
	 "- Dana Ruiz — CTO\n"
	 "- Dana Ruiz • CTO\n"
	 "- Dana Ruiz · CTO\n"
	 "- Dana Ruiz | CTO\n"
	 "- Dana Ruiz, CTO | dana@acme.example | 312-555-0133\n"
	 "- Dana Ruiz <dana@acme.example>\n"
	 "- \"Dana Ruiz\" <dana@acme.example>\n"
	 "- dana@acme.example (Dana Ruiz)\n"
	 "- dana@acme.example, tom@acme.example\n"
	 "- jobs@acme.example\n"
	 "- 312-555-0133\n"
	 "- Dana Ruiz 312-555-0133 773-555-0190\n"
	 "- Dana Ruiz, https://li.example/dana\n"
	 "- [Dana Ruiz](https://li.example/dana), CTO\n"
	 "- [Dana Ruiz](mailto:dana@acme.example?subject=x)\n"
	 "- [call](tel:+13125550133) Dana Ruiz\n"
	 "- Dana Ruiz [call](tel:+13125550133)\n"
	 "- Dana Ruiz 312-555-0133 [call](tel:+13125550133)\n"
	 "- [[Dana Ruiz]]\n"
	 "- [[people/Dana Ruiz]], CTO\n"
	 "- [[people/dr|Dana Ruiz]]\n"
	 "- [[Dana Ruiz|her]]\n"
	 "- [[Dana Ruiz\n",
	 "*3 Dana Ruiz (full), title visiting GP\n"
	 "*4 Dana Ruiz (full), title front desk\n"
	 "*5 Dana Ruiz (full), title Front Desk\n"
	 "*6 Dana Ruiz (full)\n"
	 "*7 Dana Ruiz (full)\n"
	 "*8 Dana Ruiz (full), title CTO\n"
	 "*9 Dana Ruiz (full), title CTO\n"
	 "*10 Dana Ruiz (full), title CTO\n"
	 "*11 Dana Ruiz (full), title CTO\n"
	 "*12 Dana Ruiz (full), title CTO\n"
	 "*13 Dana Ruiz (full), title CTO\n"
	 "*14 Dana Ruiz (full), title CTO\n"
	 "*15 Dana Ruiz (full), title CTO, mail dana@acme.example, phone "
	 "312-555-0133\n"
	 "*16 Dana Ruiz (full), mail dana@acme.example\n"
	 "*17 Dana Ruiz (full), mail dana@acme.example\n"
	 "*18 Dana Ruiz (full), mail dana@acme.example\n"
	 "*19 ?, mail dana@acme.example & tom@acme.example\n"
	 "*22 Dana Ruiz (full), phone 312-555-0133 & 773-555-0190\n"
	 "*23 Dana Ruiz (full), url https://li.example/dana\n"
	 "*24 Dana Ruiz (full), title CTO, url https://li.example/dana\n"
	 "*25 Dana Ruiz (full), mail dana@acme.example\n"
	 "*26 Dana Ruiz (full), phone +13125550133\n"
	 "*27 Dana Ruiz (full), phone +13125550133\n"
	 "*28 Dana Ruiz (full), phone 312-555-0133\n"
	 "*29 Dana Ruiz (full)\n"
	 "*30 Dana Ruiz (full), title CTO\n"
	 "*31 Dana Ruiz (full)\n"
	 "*33 Dana Ruiz (full)"},
	{"## People\n"
	 "\n"
	 "- Dana Ruiz\n"
	 "  - Title: CTO\n"
	 "  - E-mail: dana@acme.example\n"
	 "  - Phone: 312-555-0133\n"
	 "  - Company: Tolka Ltd\n"
	 "  - LinkedIn: https://li.example/dana\n"
	 "  - Role: hiring manager\n"
	 "  - Notes: tall\n"
	 "- Tom Reed\n"
	 "  - Role: VP Product\n"
	 "  - mobile - 312-555-0134\n"
	 "  - *Email:* tom@acme.example\n"
	 "  - Website:: https://tom.example\n",
	 "*3 Dana Ruiz (full), title CTO, role hiring manager, of Tolka Ltd, "
	 "mail dana@acme.example, phone 312-555-0133, url "
	 "https://li.example/dana\n"
	 "*11 Tom Reed (full), title VP Product, role VP Product, mail "
	 "tom@acme.example, phone 312-555-0134, url https://tom.example"},
	{"## People\n"
	 "\n"
	 "- Recruiter: Dana Ruiz\n"
	 "- Hiring manager: Tom Reed, tom@acme.example\n"
	 "- Interviewers:\n"
	 "  - Ana Luz\n"
	 "  - Jon Vance\n"
	 "- Panel:\n"
	 "  - Mia Wong, CTO\n"
	 "- Name: Zoe Park\n"
	 "- Title: CFO\n"
	 "- Sourcer: nobody yet\n",
	 "*3 Dana Ruiz (full), role recruiter\n"
	 "*4 Tom Reed (full), role hiring manager, mail tom@acme.example\n"
	 "*6 Ana Luz (full), role interviewer\n"
	 "*7 Jon Vance (full), role interviewer\n"
	 "*9 Mia Wong (full), title CTO\n"
	 "*10 Zoe Park (full), title CFO"},
	{"## People\n"
	 "\n"
	 "| Name | Title | Email | Phone | Company | LinkedIn | Notes |\n"
	 "|---|---|---|---|---|---|---|\n"
	 "| Dana Ruiz | CTO | dana@acme.example | 312-555-0133 | Tolka | "
	 "https://li.example/d | tall |\n"
	 "| Tom Reed | | | | | | |\n"
	 "| | CFO | cfo@acme.example | | | | |\n"
	 "| Ana Luz and Jon Vance | VPs | | | | | |\n"
	 "| Larkspur Freight | | | | | | |\n",
	 "*5 Dana Ruiz (full), title CTO, of Tolka, mail dana@acme.example, "
	 "phone 312-555-0133, url https://li.example/d\n"
	 "*6 Tom Reed (full)\n"
	 "*7 ?, title CFO, mail cfo@acme.example\n"
	 "*8 Ana Luz (full)\n"
	 "*8 Jon Vance (full), title VPs"},
	{"| Name | Mail |\n"
	 "|---|---|\n"
	 "| Dana Ruiz | dana@acme.example |\n",
	 "*3 Dana Ruiz (full), mail dana@acme.example"},
	{"| Name | Score |\n"
	 "|---|---|\n"
	 "| Dana Ruiz | 4 |\n",
	 "*3 Dana Ruiz (full)"},
	{"## People\n"
	 "\n"
	 "| Role | Who |\n"
	 "|---|---|\n"
	 "| Recruiter | Dana Ruiz |\n"
	 "| CTO | Tom Reed |\n",
	 "*5 Dana Ruiz (full), title Recruiter, role recruiter\n"
	 "*6 Tom Reed (full), title CTO"},
	{"## People\n"
	 "\n"
	 "| Name | Dana Ruiz |\n"
	 "|---|---|\n"
	 "| Role | Recruiter |\n"
	 "| Mail | dana@acme.example |\n",
	 "*3 Dana Ruiz (full), role recruiter, mail dana@acme.example"},
	{"## People\n"
	 "\n"
	 "Dana Ruiz, CTO\n"
	 "dana@acme.example\n"
	 "312-555-0133\n"
	 "\n"
	 "Tom Reed\n"
	 "tom@acme.example\n",
	 "*3 Dana Ruiz (full), title CTO, mail dana@acme.example, phone "
	 "312-555-0133\n"
	 "*7 Tom Reed (full), mail tom@acme.example"},
	{"## People\n"
	 "\n"
	 "### Dana Ruiz\n"
	 "\n"
	 "CTO\n"
	 "\n"
	 "### Tom Reed, VP Sales\n"
	 "\n"
	 "- tom@acme.example\n"
	 "\n"
	 "### Ana Luz (Recruiter)\n"
	 "\n"
	 "### Lunch\n"
	 "\n"
	 "We ate.\n",
	 "*3 Dana Ruiz (full), title CTO\n"
	 "*7 Tom Reed (full), title VP Sales, mail tom@acme.example\n"
	 "*11 Ana Luz (full), title Recruiter, role recruiter"},
};

static const struct told_row prose[] = {
	{"Met Dana Ruiz, the engineering manager.\n",
	 "1 Dana Ruiz (full), title engineering manager"},
	{"Met with Dana Ruiz (CTO) and Tom Reed.\n",
	 "1 Dana Ruiz (full), title CTO"},
	{"Dana Ruiz, dana@acme.example, called.\n",
	 "*1 Dana Ruiz (full), mail dana@acme.example"},
	{"Dana (dana@acme.example) called.\n",
	 "*1 Dana, mail dana@acme.example"},
	{"Write to Dana Ruiz at dana@acme.example or 312-555-0133.\n",
	 "*1 Dana Ruiz (full), mail dana@acme.example, phone 312-555-0133"},
	{"Reach her at dana@acme.example.\n", "*1 ?, mail dana@acme.example"},
	{"Dana Ruiz was nice. Her number is 312-555-0133.\n",
	 "*1 Dana Ruiz (full), phone 312-555-0133"},
	{"Dana Ruiz was nice. My number is 312-555-0133.\n", ""},
	{"Dana Ruiz was nice. Mail me at me@x.example.\n", ""},
	{"312-555-0133 (Dana Ruiz) is the line.\n",
	 "*1 Dana Ruiz (full), phone 312-555-0133"},
	{"312-555-0133 - Dana Ruiz\n",
	 "*1 Dana Ruiz (full), phone 312-555-0133"},
	{"312-555-0133, Dana Ruiz\n",
	 "*1 Dana Ruiz (full), phone 312-555-0133"},
	{"312-555-0133: Dana Ruiz\n",
	 "*1 Dana Ruiz (full), phone 312-555-0133"},
	{"312-555-0133 is Dana Ruiz\n",
	 "*1 Dana Ruiz (full), phone 312-555-0133"},
	{"312-555-0133 = Dana Ruiz\n",
	 "*1 Dana Ruiz (full), phone 312-555-0133"},
	{"312-555-0133 – Dana Ruiz\n",
	 "*1 Dana Ruiz (full), phone 312-555-0133"},
	{"312-555-0133 — Dana Ruiz\n",
	 "*1 Dana Ruiz (full), phone 312-555-0133"},
	{"312-555-0133 Dana Ruiz\n", ""},
	{"dana@acme.example is Dana Ruiz's.\n",
	 "*1 Dana Ruiz (full), mail dana@acme.example"},
	{"dana@acme.example is Tom Reed's.\n",
	 "*1 Tom Reed (full), mail dana@acme.example"},
	{"Tom Reed said dana@acme.example is right.\n",
	 "*1 Tom Reed (full), mail dana@acme.example"},
	{"Tom Reed forwarded it to dana.ruiz@acme.example (Dana Ruiz).\n",
	 "*1 Dana Ruiz (full), mail dana.ruiz@acme.example"},
	{"Dana Ruiz and Tom Reed were there.\n"
	 "\n"
	 "Mail tom@acme.example or dana@acme.example, or x@acme.example.\n",
	 "*3 ?, mail tom@acme.example\n"
	 "*3 ?, mail dana@acme.example\n"
	 "*3 ?, mail x@acme.example"},
	{"jobs@acme.example wrote.\n", ""},
	{"someone@acme.example wrote.\n", ""},
	{"Dana Ruiz 555-0142.\n", "*1 Dana Ruiz (full), phone 555-0142"},
	{"Dana Ruiz, phone 555-0142.\n", "*1 Dana Ruiz (full), phone 555-0142"},
	{"Dana Ruiz owns 555-0142.\n", ""},
	{"555-0142 (Dana Ruiz)\n", ""},
	{"The recruiter Dana Ruiz (dana@acme.example) called.\n",
	 "*1 Dana Ruiz (full), title recruiter, mail dana@acme.example"},
	{"Hiring manager Dana Ruiz called me.\n",
	 "1 Dana Ruiz (full), title Hiring manager, role hiring manager"},
	{"Spoke with the CTO, Dana Ruiz, today.\n",
	 "1 Dana Ruiz (full), title CTO"},
	{"Interviewed by Dana Ruiz, CTO, and Tom Reed, VP Sales.\n",
	 "1 Dana Ruiz (full), title CTO\n"
	 "1 Tom Reed (full), title VP Sales"},
	{"Dana Ruiz is the CTO.\n", "1 Dana Ruiz (full), title CTO"},
	{"Dana Ruiz, who is the CTO, asked.\n",
	 "1 Dana Ruiz (full), title CTO"},
	{"My interviewer was Dana Ruiz.\n", "1 Dana Ruiz (full)"},
	{"Panel: Dana Ruiz, Tom Reed, Ana Luz.\n",
	 "*1 Dana Ruiz (full), role interviewer\n"
	 "*1 Tom Reed (full), role interviewer\n"
	 "*1 Ana Luz (full), role interviewer"},
	{"I met Larkspur Freight's people. Larkspur (info@larkspur.example) is "
	 "nice.\n",
	 ""},
	{"I met Dana. Dana Ruiz is the CTO. Dana (dana@acme.example) called.\n",
	 "1 Dana Ruiz (full), title CTO\n"
	 "*1 Dana Ruiz (full), mail dana@acme.example"},
	{"[Dana Ruiz](mailto:dana@acme.example) called.\n",
	 "*1 Dana Ruiz (full), mail dana@acme.example"},
	{"[here](mailto:dana@acme.example) is her mail. Dana Ruiz said so.\n",
	 "*1 ?, mail dana@acme.example"},
	{"[Dana Ruiz](tel:+13125550133) called.\n",
	 "*1 Dana Ruiz (full), phone +13125550133"},
	{"> From: Dana Ruiz <dana@acme.example>\n"
	 "> To: Me Myself <me@x.example>\n"
	 "> Cc: Tom Reed <tom@acme.example>\n"
	 "> Bcc: Ana Luz <ana@acme.example>\n"
	 "> Hi there\n",
	 "*1 Dana Ruiz (full), mail dana@acme.example"},
	{"To: Dana Ruiz <dana@acme.example>\n",
	 "*1 Dana Ruiz (full), mail dana@acme.example"},
	{"Thanks for the talk.\n"
	 "\n"
	 "Best regards,\n"
	 "Dana Ruiz\n"
	 "CTO, Tolka Ltd\n"
	 "dana@tolka.example\n"
	 "+1 312 555 0133\n",
	 ""},
	{"> See you.\n"
	 ">\n"
	 "> Kind regards\n"
	 "> Dana Ruiz\n"
	 "> Recruiter\n",
	 ""},
	{"See you.\n"
	 "\n"
	 "Cheers,\n"
	 "Dana\n",
	 ""},
	{"- met Dana Ruiz (CTO)\n"
	 "- then Tom Reed, VP\n"
	 "- lunch with Ana\n",
	 "1 Dana Ruiz (full), title CTO\n"
	 "2 Tom Reed (full), title VP"},
	{"We asked Dr. Ruiz. He said no. His mail: r.ruiz@acme.example\n",
	 "*1 Dr. Ruiz, mail r.ruiz@acme.example"},
	{"Dale Brubaker, Dock Manager, 614-555-0133.\n",
	 "*1 Dale Brubaker (full), title Dock Manager, phone 614-555-0133"},
	{"Is it Dana Ruiz? Yes! dana@acme.example.\n",
	 "*1 ?, mail dana@acme.example"},
	{"Call (202). 555-0142 Dana Ruiz\n", ""},
	{"Dana Ruiz was there for a very long time and then she told me all "
	 "about the way that the company works and then gave 312-555-0133.\n",
	 ""},
	{"> Best,\n"
	 "> Dana Ruiz\n"
	 "> CTO, Tolka Ltd\n"
	 "> dana@tolka.example\n"
	 "> +1 312 555 0133\n",
	 "*2 Dana Ruiz (full), title CTO, of Tolka Ltd, mail "
	 "dana@tolka.example, phone +1 312 555 0133"},
	{"> Kind regards\n"
	 ">\n"
	 "> Dana Ruiz | Recruiter | dana@tolka.example\n",
	 "*3 Dana Ruiz (full), title Recruiter, role recruiter, mail "
	 "dana@tolka.example"},
	{"Wrote this:\n"
	 "\n"
	 "> Cheers\n"
	 "> Dana\n"
	 "> 312-555-0133\n",
	 ""},
	{"Best,\n"
	 "Dana Ruiz, CTO, dana@tolka.example\n",
	 "*2 Dana Ruiz (full), title CTO, mail dana@tolka.example"},
	{"Interviewed with Dana.\n"
	 "Then with Dana Ruiz, VP Sales, and Mr Park, her boss.\n",
	 "2 Dana Ruiz (full), title VP Sales"},
	{"Introduced to Prof. Dr. Ana Luz, chief physician.\n",
	 "1 Prof. Dr. Ana Luz (full), title chief physician"},
	{"Call with recruiter Tom Reed of Acme (tom@acme.example, +1 312 555 "
	 "0134).\n",
	 "*1 Tom Reed (full), title recruiter, mail tom@acme.example, phone +1 "
	 "312 555 0134"},
	{"Tom Reed from Acme and Ana Luz at Brill, ana@brill.example, spoke.\n",
	 "*1 Ana Luz (full), of Brill, mail ana@brill.example"},
	{"tom.reed@acme.example wrote. So did Tom Reed (VP).\n",
	 "*1 ?, mail tom.reed@acme.example\n"
	 "1 Tom Reed (full), title VP"},
	{"Tom Reed from Acme and Ana Luz at Brill, ana@brill.example, spoke.\n",
	 "*1 Ana Luz (full), of Brill, mail ana@brill.example"},
	{"Dana Ruiz at Brill (dana@brill.example) called.\n",
	 "*1 Dana Ruiz (full), of Brill, mail dana@brill.example"},
	{"Dana Ruiz at Brill called, dana@brill.example\n",
	 "*1 Dana Ruiz (full), mail dana@brill.example"},
	{"Dana Ruiz at HR, dana@brill.example\n",
	 "*1 Dana Ruiz (full), title HR, mail dana@brill.example"},
	{"Dana Ruiz at Monday, dana@brill.example\n",
	 "*1 Dana Ruiz (full), mail dana@brill.example"},
	{"Dana Ruiz at dana@brill.example\n",
	 "*1 Dana Ruiz (full), mail dana@brill.example"},
	{"Dana Ruiz at +1 312 555 0133\n",
	 "*1 Dana Ruiz (full), phone +1 312 555 0133"},
};

static void test_sections(void **state)
{
	(void)state;
	told_check(sections, COUNT_OF(sections), tell_note);
}

static void test_prose(void **state)
{
	(void)state;
	told_check(prose, COUNT_OF(prose), tell_note);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sections),
		cmocka_unit_test(test_prose),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
