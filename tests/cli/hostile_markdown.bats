#!/usr/bin/env bats
# Markdown that is dear to parse: many shapes in one folder, all of them read
# within the time and memory that a single one may take.

load hostile

@test "HM01 HM05 HM15: 100,000 nested quotes and brackets, 2,000 list levels" {
	shapes 200000 "nested quotes" "nested brackets" "one thematic break"
	{
		entry Lists
		awk 'BEGIN { for (i = 0; i < 2000; i++)
			printf "%*s- a\n", 2 * i, "" }'
		echo '- [ ] call due 2026-10-20'
	} >lists.md
	{
		entry Items
		times 2000 '- '
		printf 'a\n\n- [ ] call due 2026-10-20\n'
	} >items.md
	survive "nesting nested quotes.md" "nesting lists.md" \
		"nesting items.md" "count 6 entries" \
		"count 1 follow_ups path=lists.md rule=task" \
		"count 1 follow_ups path=items.md rule=task"
}

@test "HM02 HM03 HM04 HM11: four shapes that are quadratic in cmark 0.30" {
	shaped 960000 "lists and blank lines" "nested quotes, many lines" \
		"a closing bracket behind images" "unclosed comments" \
		"unclosed declarations" "unclosed CDATA"
}

@test "HM06 HM07 HM12 HM13 HM17: emphasis, back quotes, links, openers, entities" {
	shaped 500000 "many emphasis closers" "many emphasis openers" \
		"mismatched openers and closers" "back quotes" \
		"back quotes alone" "unclosed links <" "unclosed links" \
		"many link openers" "openers of tags" "entities" \
		"broken entities" "numbered entities"
}

@test "HM08 HM09: a table of 100,000 rows, one of 20,000 columns" {
	{
		entry Rows '| name | mail |\n|---|---|\n'
		times 100000 '| c | d |\n'
		printf '\n- [ ] call due 2026-10-20\n'
	} >rows.md
	shapes 120000 "columns of a table"
	survive "count 3 entries" "count 1 follow_ups path=rows.md rule=task"
}

@test "HM10 HM14 HM16: 60,000 references, a link of 1 MiB, 100,000 tasks" {
	{
		entry References
		awk 'BEGIN { for (i = 0; i < 60000; i++)
			printf "[r%d]: /u\n", i
			print "\nSee [r1] and [r59999] by 2026-10-20." }'
	} >references.md
	shapes 1048576 "one link of all"
	{
		entry Tasks
		times 100000 '- [ ] call due 2026-10-20\n'
	} >tasks.md
	survive "count 1 dates path=references.md" \
		"too-many references.md:50005" "entry one link of all.md" \
		"too-many tasks.md*" "entry tasks.md"
}

@test "HM18: front matter in a code fence is none" {
	printf '```\n---\ncompany: Fenced\ndate: 2026-10-01\n---\n```\n' >a.md
	printf '~~~yaml\n---\ncompany: Fenced\n---\n~~~\n' >b.md
	printf '\n---\ncompany: Fenced\n---\n' >c.md
	entry Outer '```\n---\ncompany: Fenced\n- [ ] call due 2026-10-20\n```\n' \
		>d.md
	survive clean "silent a.md" "silent b.md" "silent c.md" \
		"hidden Fenced" "count 0 follow_ups path=d.md rule=task"
}
