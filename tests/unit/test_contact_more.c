/*
 * More of people in prose and sections: titles beside a name, whose address or
 * number it is, signatures, tables and labels.
 */
#include "unit/told_mentions.h"

static const struct told_row more[] = {
	{"The recruiter, Dana Ruiz, called.\n",
	 "1 Dana Ruiz (full), title recruiter, role recruiter"},
	{"Recruiter: Dana Ruiz\n",
	 "1 Dana Ruiz (full), title Recruiter, role recruiter"},
	{"Spoke with Dana Ruiz - CTO - today.\n", "1 Dana Ruiz (full)"},
	{"Spoke with Dana Ruiz – the CTO.\n", "1 Dana Ruiz (full)"},
	{"Spoke with Dana Ruiz — their CTO.\n", "1 Dana Ruiz (full)"},
	{"Dana Ruiz, who is their CTO, called.\n",
	 "1 Dana Ruiz (full), title CTO"},
	{"Dana Ruiz is our contact there.\n", ""},
	{"Dana Ruiz is the CTO who called.\n", "1 Dana Ruiz (full), title CTO"},
	{"Dana Ruiz is the CTO and founder.\n",
	 "1 Dana Ruiz (full), title CTO"},
	{"Dana Ruiz is the manager on duty.\n",
	 "1 Dana Ruiz (full), title manager"},
	{"Dana Ruiz, a nurse, and Tom Reed, an engineer, asked.\n",
	 "1 Dana Ruiz (full), title nurse\n"
	 "1 Tom Reed (full), title engineer"},
	{"Dana Ruiz, my boss, and Tom Reed, its owner, asked.\n",
	 "1 Tom Reed (full), title owner"},
	{"Her manager is Dana Ruiz.\n", "1 Dana Ruiz (full), title manager"},
	{"The office manager is Dana Ruiz.\n",
	 "1 Dana Ruiz (full), title office manager"},
	{"Vice President of Sales Dana Ruiz asked.\n",
	 "1 Dana Ruiz (full), title Vice President of Sales"},
	{"Met Mr Reed.\n", "1 Mr Reed"},
	{"Met Reed.\n", ""},
	{"I was interviewed by Dana Ruiz.\n", "1 Dana Ruiz (full)"},
	{"Talked to Dana Ruiz about Go.\n", "1 Dana Ruiz (full)"},
	{"Thanks to Dana Ruiz.\n", ""},
	{"Emailed Dana Ruiz.\n", ""},
	{"Dana Ruiz emailed me.\n", ""},
	{"Dana Ruiz\n", ""},
	{"- Dana Ruiz\n", ""},
	{"Dana Ruiz (no title)\n", ""},
	{"Dana Ruiz (CTO, Acme)\n", "1 Dana Ruiz (full), title CTO"},
	{"Larkspur Freight (the company) and Account Executive (the role).\n",
	 ""},
	{"Talked to Account Executive Dana Ruiz.\n",
	 "1 Dana Ruiz (full), title Account Executive"},
	{"dana@acme.example, tom@acme.example\n",
	 "*1 ?, mail dana@acme.example\n"
	 "*1 ?, mail tom@acme.example"},
	{"Mail: dana@acme.example (Dana), tom@acme.example (Tom).\n",
	 "*1 Dana, mail dana@acme.example\n"
	 "*1 Tom, mail tom@acme.example"},
	{"Dana: dana@acme.example; Tom: tom@acme.example\n",
	 "*1 Dana, mail dana@acme.example\n"
	 "*1 Tom, mail tom@acme.example"},
	{"Dana and Tom (tom@acme.example)\n", "*1 Tom, mail tom@acme.example"},
	{"Dana Ruiz's number: 312-555-0133\n",
	 "*1 Dana Ruiz (full), phone 312-555-0133"},
	{"Call Dana Ruiz on 312-555-0133 or Tom Reed on 773-555-0190.\n",
	 "*1 Dana Ruiz (full), phone 312-555-0133\n"
	 "*1 Tom Reed (full), phone 773-555-0190"},
	{"Dana Ruiz (312-555-0133), Tom Reed (773-555-0190)\n",
	 "*1 Dana Ruiz (full), phone 312-555-0133\n"
	 "*1 Tom Reed (full), phone 773-555-0190"},
	{"Dana Ruiz said so. She is at 312-555-0133. His is 773-555-0190.\n",
	 "*1 Dana Ruiz (full), phone 312-555-0133\n"
	 "*1 Dana Ruiz (full), phone 773-555-0190"},
	{"Dana Ruiz, tom@acme.example\n",
	 "*1 Dana Ruiz (full), mail tom@acme.example"},
	{"From: dana.ruiz@acme.example\n", "*1 ?, mail dana.ruiz@acme.example"},
	{"Contact: Dana Ruiz, 312-555-0133\n",
	 "*1 Dana Ruiz (full), phone 312-555-0133"},
	{"Reach out to Dana at +1 312 555 0133. Dana Ruiz is CTO.\n",
	 "*1 Dana, phone +1 312 555 0133"},
	{"I met Dana Ruiz, the CTO. Dana's mail is dana@acme.example.\n",
	 "1 Dana Ruiz (full), title CTO\n"
	 "*1 Dana Ruiz (full), mail dana@acme.example"},
	{"I met Dana Ruiz, the CTO, and Dana Reed, the CFO. Dana is at "
	 "312-555-0133.\n",
	 "1 Dana Ruiz (full), title CTO\n"
	 "1 Dana Reed (full), title CFO\n"
	 "*1 Dana, phone 312-555-0133"},
	{"Dana Ruiz, the CTO.\n"
	 "\n"
	 "Her mail: druiz@acme.example\n",
	 "1 Dana Ruiz (full), title CTO\n"
	 "*3 Dana Ruiz (full), mail druiz@acme.example"},
	{"Dana Ruiz, the CTO.\n"
	 "\n"
	 "dr@acme.example, ruiz@acme.example, dana.r@acme.example\n",
	 "1 Dana Ruiz (full), title CTO\n"
	 "*3 ?, mail dr@acme.example\n"
	 "*3 Dana Ruiz (full), mail ruiz@acme.example\n"
	 "*3 Dana Ruiz (full), mail dana.r@acme.example"},
	{"Ms. Ruiz! Her mail? dana@acme.example\n",
	 "*1 ?, mail dana@acme.example"},
	{"me@x.example is mine. My mail is me@x.example\n", ""},
	{"[mail](mailto:dana.ruiz@acme.example?subject=hi)\n",
	 "*1 ?, mail dana.ruiz@acme.example"},
	{"[+1 312 555 0133](tel:+13125550133) Dana Ruiz\n", ""},
	{"Dana Ruiz [+1 312 555 0133](tel:+13125550133)\n",
	 "*1 Dana Ruiz (full), phone +1 312 555 0133"},
	{"> Dana Ruiz wrote: call 312-555-0133\n",
	 "*1 Dana Ruiz (full), phone 312-555-0133"},
	{"> Best regards,\n"
	 "> Dana Ruiz, CTO\n"
	 "> Larkspur Freight\n"
	 "> dana@larkspur.example | 312-555-0133 | www.larkspur.example\n",
	 "*2 Dana Ruiz (full), title CTO, mail dana@larkspur.example, phone "
	 "312-555-0133, url www.larkspur.example"},
	{"> Thanks!\n"
	 "> Dana Ruiz\n"
	 "> 312-555-0133\n"
	 ">\n"
	 "> Sent from my phone\n",
	 "*2 Dana Ruiz (full), phone 312-555-0133"},
	{"Text before it.\n"
	 "Kind regards\n"
	 "Dana Ruiz\n"
	 "Head of People\n"
	 "t: 312-555-0133\n",
	 ""},
	{"Regards,\n"
	 "Larkspur Freight\n"
	 "info@larkspur.example\n",
	 ""},
};

static const struct told_row more_sections[] = {
	{"## Contacts\n"
	 "\n"
	 "Dana Ruiz – CTO – dana@acme.example – 312-555-0133\n",
	 "*3 Dana Ruiz (full), title CTO, mail dana@acme.example, phone "
	 "312-555-0133"},
	{"## Contacts\n"
	 "\n"
	 "- Dana Ruiz, CTO. She was nice.\n"
	 "- We met Tom Reed there.\n"
	 "- Ana Luz: very nice, asked about Go\n"
	 "- nobody\n"
	 "- TBD\n"
	 "- https://li.example/x\n"
	 "- Dana\n"
	 "- Dana Ruiz & Tom Reed, both CTOs\n"
	 "- CTO and founder Ana Luz\n",
	 "*3 Dana Ruiz (full), title CTO\n"
	 "4 Tom Reed (full)\n"
	 "*5 Ana Luz (full)\n"
	 "9 Dana\n"
	 "*10 Dana Ruiz (full)\n"
	 "*10 Tom Reed (full)\n"
	 "*11 Ana Luz (full), title CTO and founder"},
	{"## Contacts\n"
	 "\n"
	 "> Dana Ruiz, CTO\n"
	 "\n"
	 "Tom Reed\n"
	 ": CFO\n",
	 "3 Dana Ruiz (full), title CTO\n"
	 "*5 Tom Reed (full), title CFO"},
	{"## Panel\n"
	 "\n"
	 "1. Dana Ruiz\n"
	 "   CTO\n"
	 "   dana@acme.example\n"
	 "2. Tom Reed\n"
	 "\n"
	 "   tom@acme.example\n",
	 "*3 Dana Ruiz (full), title CTO, mail dana@acme.example\n"
	 "*6 Tom Reed (full)\n"
	 "*8 ?, mail tom@acme.example"},
	{"## People\n"
	 "\n"
	 "- Dana Ruiz\n"
	 "    - CTO\n"
	 "    - asked: why Go?\n"
	 "    - phone 312-555-0133\n"
	 "- \n"
	 "  - Tom Reed\n",
	 "*3 Dana Ruiz (full), title CTO, phone 312-555-0133\n"
	 "*8 Tom Reed (full)"},
	{"## People\n"
	 "\n"
	 "**Dana Ruiz**\n"
	 "CTO\n"
	 "\n"
	 "**Tom Reed** - CFO\n",
	 "*3 Dana Ruiz (full), title CTO\n"
	 "*6 Tom Reed (full), title CFO"},
	{"## People\n"
	 "\n"
	 "| Who | Contact | Role |\n"
	 "|---|---|---|\n"
	 "| Dana Ruiz, CTO | dana@acme.example, 312-555-0133 | hiring manager "
	 "|\n"
	 "| Tom Reed (recruiter) | [mail](mailto:tom@acme.example) | |\n"
	 "| [[Ana Luz]] | [LinkedIn](https://li.example/ana) | panel member "
	 "|\n",
	 "*5 Dana Ruiz (full), title hiring manager, role hiring manager, mail "
	 "dana@acme.example, phone 312-555-0133\n"
	 "*6 Tom Reed (full), title recruiter, role recruiter, mail "
	 "tom@acme.example\n"
	 "*7 Ana Luz (full), title panel member, role interviewer, url "
	 "https://li.example/ana"},
	{"## People\n"
	 "\n"
	 "Recruiter: Dana Ruiz\n"
	 "Email: dana@acme.example\n"
	 "Hiring Manager: Tom Reed\n"
	 "Phone: 312-555-0133\n",
	 "*3 Dana Ruiz (full), role recruiter, mail dana@acme.example\n"
	 "*5 Tom Reed (full), role hiring manager, phone 312-555-0133"},
	{"## People\n"
	 "\n"
	 "| First name | Surname | Role | E-mail |\n"
	 "|---|---|---|---|\n"
	 "| Dana | Ruiz | CTO | dana@acme.example |\n"
	 "| Tom | | | tom@acme.example |\n",
	 "*5 Dana Ruiz (full), title CTO, mail dana@acme.example\n"
	 "*6 Tom, mail tom@acme.example"},
	{"## People\n"
	 "\n"
	 "- Contact 1: Dana Ruiz, CTO\n"
	 "- Contact #2: Tom Reed\n",
	 "*3 Dana Ruiz (full), title CTO\n"
	 "*4 Tom Reed (full)"},
	{"## Notes\n"
	 "\n"
	 "A long day.\n"
	 "Interviewers: Dana Ruiz (Staff Eng), Tom Reed (PM)\n"
	 "Panel: Ana Luz and Jim Dark\n"
	 "\n"
	 "- Interviewer #2: Flo Mark\n"
	 "- Panel: system design and SQL\n"
	 "- People: Tolka & Finch were there\n",
	 "*4 Dana Ruiz (full), title Staff Eng, role interviewer\n"
	 "*4 Tom Reed (full), title PM, role interviewer\n"
	 "*5 Ana Luz (full), role interviewer\n"
	 "*5 Jim Dark (full), role interviewer\n"
	 "*7 Flo Mark (full), role interviewer"},
	{"## People\n"
	 "\n"
	 "Title: CTO\n"
	 "Name: Dana Ruiz\n"
	 "Company: Tolka Ltd\n",
	 "*4 Dana Ruiz (full), title CTO, of Tolka Ltd"},
	{"## People\n\n| Name | Title | Mail | Phone |\n|---|---|---|---|\n| "
	 "Dana Ruiz | CTO | dana@acme.example | 312-555-0158 |\n| Tom Reed | | "
	 "| |\n| | CFO | x@acme.example | |\n| Tom | | tom@acme.example | |",
	 "*5 Dana Ruiz (full), title CTO, mail dana@acme.example, phone "
	 "312-555-0158\n*6 Tom Reed (full)\n*7 ?, title CFO, mail "
	 "x@acme.example\n*8 Tom, mail tom@acme.example"},
	{"## People\n\n| Name | Phone |\n|---|---|\n| Dana Ruiz | 312-555-0158 "
	 "(desk) |\n| Tom Reed | desk 312-555-0158, cell 312-555-0159 |",
	 "*5 Dana Ruiz (full), phone 312-555-0158\n*6 Tom Reed (full), phone "
	 "312-555-0158 & 312-555-0159"},
	{"## People\n\n| Name | E-mail / phone |\n|---|---|\n| Dana Ruiz | "
	 "dana@acme.example / 312-555-0158 |",
	 "*5 Dana Ruiz (full), mail dana@acme.example, phone 312-555-0158"},
	{"## People\n\n| Name | Link |\n|---|---|\n| Dana Ruiz | "
	 "[profile](https://acme.example/dana) |\n| Tom Reed | see "
	 "https://acme.example/tom. |",
	 "*5 Dana Ruiz (full), url https://acme.example/dana\n*6 Tom Reed "
	 "(full), url https://acme.example/tom"},
	{"## People\n\n| Who | Role | Company |\n|---|---|---|\n| Dana Ruiz | "
	 "recruiter | Brill |\n| Tom Reed | keeper of keys | |",
	 "*5 Dana Ruiz (full), title recruiter, role recruiter, of Brill\n*6 "
	 "Tom Reed (full), title keeper of keys"},
	{"| Name | Title |\n|---|---|\n| Dana Ruiz | CTO |", ""},
	{"| Day | What |\n|---|---|\n| Monday | Dana Ruiz, CTO, called |",
	 "3 Dana Ruiz (full), title CTO"},
	{"## People\n\n| Title | Name |\n|---|---|\n| CTO | Dana Ruiz |",
	 "*5 Dana Ruiz (full), title CTO"},
	{"## People\n\n| Name |\n|---|\n| Dana Ruiz, CTO |\n| dana |",
	 "*5 Dana Ruiz (full), title CTO"},
	{"## People\n\n- Dana Ruiz\n  - title: CTO\n  - email: "
	 "dana@acme.example\n  - phone: 312-555-0158\n  - link: "
	 "https://acme.example/dana\n- Tom Reed\n  - CFO\n  - tom@acme.example",
	 "*3 Dana Ruiz (full), title CTO, mail dana@acme.example, phone "
	 "312-555-0158, url https://acme.example/dana\n*8 Tom Reed (full), "
	 "title CFO, mail tom@acme.example"},
	{"## People\n\n- Recruiters:\n  - Dana Ruiz\n  - Tom Reed\n- Ana Luz",
	 "*4 Dana Ruiz (full), role recruiter\n*5 Tom Reed (full), role "
	 "recruiter\n*6 Ana Luz (full)"},
	{"## People\n\n- Dana Ruiz\n  - title:\n  - role: recruiter\n  - "
	 "company: Brill\n  - name: Dee Ruiz",
	 "*3 Dana Ruiz (full), role recruiter, of Brill\n*7 Dee Ruiz (full)"},
	{"## People\n\n- name: Dana Ruiz\n- title: CTO\n- name: Tom Reed\n- "
	 "title: CFO",
	 "*3 Dana Ruiz (full), title CTO\n*5 Tom Reed (full), title CFO"},
	{"## People\n\n- LinkedIn: [profile](https://linkedin.com/in/dana)\n- "
	 "Dana Ruiz\n  - LinkedIn: [profile](https://linkedin.com/in/dana)",
	 "*4 Dana Ruiz (full), url https://linkedin.com/in/dana"},
	{"## People\n\n### Recruiters\n\n- Dana Ruiz\n\n### Others\n\n- Tom "
	 "Reed",
	 "*5 Dana Ruiz (full)\n*9 Tom Reed (full)"},
	{"## People\n\nDana Ruiz, CTO\ndana@acme.example\nTom "
	 "Reed\ntom@acme.example",
	 "*3 Dana Ruiz (full), title CTO, mail dana@acme.example\n*5 Tom Reed "
	 "(full), mail tom@acme.example"},
	{"## People\n\nWe met Dana Ruiz, the CTO, and liked her.",
	 "*3 Dana Ruiz (full), title CTO"},
	{"## People\n\nDana Ruiz", "3 Dana Ruiz (full)"},
	{"## People\n\nDana", "3 Dana"},
	{"## People\n\n- Dana", "3 Dana"},
	{"## People\n\n- Dana, CTO", "*3 Dana, title CTO"},
	{"## People\n\n> - Dana Ruiz, CTO", "3 Dana Ruiz (full), title CTO"},
	{"## People\n\n- [x] Dana Ruiz, CTO", "*3 Dana Ruiz (full), title CTO"},
	{"## People\n\n- Dana Ruiz, CTO\n\nTom Reed, CFO",
	 "*3 Dana Ruiz (full), title CTO\n*5 Tom Reed (full), title CFO"},
	{"## People\n\n- Larkspur Freight\n- Larkspur Freight, "
	 "info@larkspur.example",
	 ""},
	{"We met Dana Ruiz, the vice president of the whole department of "
	 "sales and\nmarketing of the firm, and it was fine.",
	 "1 Dana Ruiz (full)"},
	{"We met Dana Ruiz, the\nCTO.", "1 Dana Ruiz (full)"},
	{"We met them all in the big room on the first floor and there sat "
	 "Dana\nRuiz, the CTO, with us.",
	 "1 Dana Ruiz (full), title CTO"},
	{"> Best regards,\n> Dana Ruiz\n> CTO\n> 312-555-0158",
	 "*2 Dana Ruiz (full), title CTO, phone 312-555-0158"},
	{"Best regards,\nDana Ruiz\nCTO\n312-555-0158", ""},
	{"--\nDana Ruiz\nCTO\n312-555-0158",
	 "*2 Dana Ruiz (full), title CTO, phone 312-555-0158"},
	{"> --\n> Dana Ruiz\n> dana@acme.example",
	 "*2 Dana Ruiz (full), mail dana@acme.example"},
	{"Kind regards\nTom", ""},
	{"## People\n\n- Samir Patel – GP\n- Josie Lane, Pastry\n- Ana Luz - "
	 "GP\n- Jon Poe – visiting GP\n- Tom Reed – visiting help\n- Dee Roe, "
	 "Visiting help\n- Lee Moe (GP)\n- Kim Coe: GP",
	 "*3 Samir Patel (full), title GP\n*4 Josie Lane (full), title "
	 "Pastry\n*5 Ana Luz (full), title GP\n*6 Jon Poe (full), title "
	 "visiting GP\n*7 Tom Reed (full)\n*8 Dee Roe (full)\n*9 Lee Moe "
	 "(full), title GP\n*10 Kim Coe (full)"},
	{"We had a long talk in the office with Dale Brubaker, Dock Manager, "
	 "614-555-0172.",
	 "*1 Dale Brubaker (full), title Dock Manager, phone 614-555-0172"},
	{"We had a long talk in the old and rather cold office down at the "
	 "harbour with Dale Brubaker, Dock Manager, 614-555-0172.",
	 "*1 Dale Brubaker (full), title Dock Manager, phone 614-555-0172"},
	{"| Name | Mail |\n|---|---|\n| Dana Ruiz | dana@acme.example |\n| Tom "
	 "Reed | |",
	 "*3 Dana Ruiz (full), mail dana@acme.example\n*4 Tom Reed (full)"},
	{"| Name | Phone |\n|---|---|\n| Dana Ruiz | 312-555-0158 |",
	 "*3 Dana Ruiz (full), phone 312-555-0158"},
	{"| Name | Link |\n|---|---|\n| Dana Ruiz | https://acme.example/dana "
	 "|",
	 ""},
	{"| Name | Title |\n|---|---|\n| Dana Ruiz | CTO |", ""},
	{"| Day | Mail |\n|---|---|\n| Monday | dana@acme.example |",
	 "*3 ?, mail dana@acme.example"},
	{"## People\n\n| Name | Title |\n|---|---|\n| Dana | |\n| Tom | CTO "
	 "|\n| Ana Luz | |",
	 "5 Dana\n*6 Tom, title CTO\n*7 Ana Luz (full)"},
	{"## People\n\n- Dana Ruiz:* CTO\n- *Tom Reed:* CFO\n- **Ana Luz:** "
	 "VP\n- Jon Poe: COO\n- Lee Roe:: CIO",
	 "*3 Dana Ruiz (full), title CTO\n*4 Tom Reed (full), title CFO\n*5 "
	 "Ana Luz (full), title VP\n*6 Jon Poe (full), title COO\n*7 Lee Roe "
	 "(full), title CIO"},
};

static void test_more(void **state)
{
	(void)state;
	told_check(more, COUNT_OF(more), tell_note);
}

static void test_more_sections(void **state)
{
	(void)state;
	told_check(more_sections, COUNT_OF(more_sections), tell_note);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_more),
		cmocka_unit_test(test_more_sections),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
