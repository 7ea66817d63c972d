/* Names of companies and roles, folded for comparing. */
#include "unit/check.h"

#include "model/company.h"

static void check(const char *name, const char *expected)
{
	struct jscan_arena arena;

	jscan_arena_init(&arena);
	assert_string_equal(jscan_company_fold(&arena, name), expected);
	jscan_arena_release(&arena);
}

static void case_accents_spaces_and_punctuation_do_not_count(void **state)
{
	(void)state;
	check("Palmer & Vale", "palmervale");
	check("palmer  &  VALE", "palmervale");
	check("Crème-Brûlée", "cremebrulee");
	check("Łódź Østre", "lodzostre");
	check("Booking.com", "bookingcom");
	check("O'Hara's", "oharas");
}

static void one_last_legal_form_does_not_count(void **state)
{
	static const char *const forms[] = {
		"Inc",	"Inc.", "LLC", "Ltd",	  "Ltd.", "Limited", "Corp",
		"Corp.", "Co",	"Co.", "Company", "PLC",  "GmbH",    "AG",
		"KG",	"SE",	"SA",  "S.A.",	  "BV",	  "B.V.",    "NV",
		"AB",	"AS",	"Oy"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		char name[64];

		snprintf(name, sizeof(name), "Acme, %s", forms[i]);
		check(name, "acme");
	}
	check("Acme Co Ltd", "acmeco");
	check("Limited", "limited");
	check("Coas", "coas");
	check("Visa", "visa");
	check("Co Acme", "coacme");
}

static void names_without_letters_are_themselves(void **state)
{
	(void)state;
	check("???", "???"); /* nothing else tells it from another */
	check("", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			case_accents_spaces_and_punctuation_do_not_count),
		cmocka_unit_test(one_last_legal_form_does_not_count),
		cmocka_unit_test(names_without_letters_are_themselves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
