/*
 * A note as a document: front matter, blocks, what a reader sees of the marks
 * inside them, sections, fields, and places; and hostile notes.
 */
#include "unit/check.h"

#include <limits.h>
#include <time.h>

#include "base/utf8.h"
#include "entry/document.h"

static struct jscan_arena arena;
static struct jscan_diags diags;
static struct jscan_document document;
static struct jscan_document_parser *parser;

static int set_up(void **state)
{
	(void)state;
	jscan_arena_init(&arena);
	parser = jscan_document_parser_new();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	jscan_document_parser_free(parser);
	jscan_arena_release(&arena);
	return 0;
}

static void read_bytes(const char *bytes, size_t len)
{
	jscan_diags_init(&diags, &arena);
	jscan_document_open(&document, "note.md", bytes, len, &arena, &diags);
	jscan_document_parse_body(&document, parser, NULL, &arena, &diags);
}

static void read_note(const char *text)
{
	read_bytes(text, strlen(text));
}

static const char *text_of(size_t block)
{
	assert_true(block < document.block_count);
	return jscan_arena_strndup(&arena, document.blocks[block].text,
				   document.blocks[block].len);
}

static void assert_diag(size_t index, const char *code, unsigned line,
			unsigned column)
{
	assert_true(index < diags.count);
	assert_string_equal(diags.items[index].code, code);
	assert_int_equal(diags.items[index].line, line);
	assert_int_equal(diags.items[index].column, column);
}

static void front_matter_ends_at_its_fence(void **state)
{
	static const struct {
		const char *note;
		const char *company; /* NULL: no header */
		bool has_header;
		unsigned end_line;
		unsigned body_line;
	} cases[] = {
		{"---\ncompany: A\n---\nx\n", "A", true, 3, 4},
		{"---\ncompany: A\n...\nx\n", "A", true, 3, 4},
		{"\xef\xbb\xbf---\r\ncompany: A\r\n---\r\nx", "A", true, 3, 4},
		{"---\rcompany: A\r---\rx\r", "A", true, 3, 4},
		{"--- \t\ncompany: A\n---  \nx", "A", true, 3, 4},
		{"---\ncompany: A\n---", "A", true, 3, 4},
		{"---\n---\nx\n", NULL, true, 2, 3},
		{"---\n# nothing\n---\nx\n", NULL, true, 3, 4},
		{"x\n---\ncompany: A\n---\n", NULL, false, 0, 1},
		{" ---\ncompany: A\n---\n", NULL, false, 0, 1},
		{"----\ncompany: A\n---\n", NULL, false, 0, 1},
		{"---\n", NULL, false, 0, 1},
		{"---", NULL, false, 0, 1},
		{"---\n\nA rule, and words.\n", NULL, false, 0, 1},
		{"", NULL, false, 0, 1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		read_note(cases[i].note);
		assert_int_equal(document.has_header, cases[i].has_header);
		assert_int_equal(document.header_end_line, cases[i].end_line);
		assert_int_equal(document.body_line, cases[i].body_line);
		assert_int_equal(document.header != NULL,
				 cases[i].company != NULL);
		if (document.header && cases[i].company) {
			assert_string_equal(document.header->first->text,
					    cases[i].company);
			assert_int_equal(document.header->first->line, 2);
		}
		assert_int_equal(diags.count, 0);
	}
}

static void front_matter_that_never_closes_loses_no_body(void **state)
{
	(void)state;
	read_note("---\ncompany: A\nrole: B\n\n# Retro\n\nI rambled.\n");
	assert_diag(0, "front-matter", 1, 1);
	assert_int_equal(document.header_end_line, 0);
	assert_non_null(document.header);
	assert_int_equal(document.block_count, 2);
	assert_string_equal(text_of(1), "I rambled.");
	read_note("---\ncompany: A\nI rambled: a lot: more\nand on\n");
	assert_diag(0, "front-matter", 1, 1);
	assert_null(document.header);
	assert_true(document.has_header);
	assert_int_equal(document.block_count, 1);
	assert_int_equal(diags.count, 1);
}

static void broken_front_matter_is_named_at_its_line(void **state)
{
	static const struct {
		const char *note;
		const char *code;
		unsigned line;
		unsigned column;
	} cases[] = {
		{"---\na: b\nc: d: e\n---\nx\n", "front-matter", 3, 5},
		{"---\n\ta: b\n---\nx\n", "front-matter", 2, 1},
		{"---\n- a\n- b\n---\nx\n", "front-matter", 2, 1},
		{"---\njust text\n---\nx\n", "front-matter", 2, 1},
		{"---\n[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
		 "[[[[[[[[[[[[[[\n---\nx\n",
		 "front-matter-limit", 2, 65},
		{"---\na: &a [*a]\n---\nx\n", "front-matter", 2, 8},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		read_note(cases[i].note);
		assert_int_equal(diags.count, 1);
		assert_diag(0, cases[i].code, cases[i].line, cases[i].column);
		assert_null(document.header);
		assert_true(document.has_header);
		assert_string_equal(text_of(0), "x");
	}
}

static void bytes_become_text(void **state)
{
	(void)state;
	read_bytes("---\na: b\n---\nM\xfcller \0 x\n", 24);
	assert_int_equal(diags.count, 1);
	assert_diag(0, "bad-utf8", 4, 2);
	assert_string_equal(text_of(0), "M\xef\xbf\xbdller \xef\xbf\xbd x");
	assert_int_equal(jscan_utf8_check(document.text, document.len),
			 document.len);
	/* An ordinary note is nobody's concern. */
	read_note("M\xfcller");
	assert_int_equal(diags.count, 0);
	read_bytes("\xff\xfe-\0-\0-\0\n\0", 10);
	assert_diag(0, "utf-16", 0, 0);
	assert_int_equal(document.len, 0);
	read_bytes("\xfe\xff\0-\0-\0-\0\n", 10);
	assert_diag(0, "utf-16", 0, 0);
	read_bytes("-\0-\0-\0\n\0", 8);
	assert_diag(0, "utf-16", 0, 0);
	read_note("a\r\nb\rc\nd");
	assert_string_equal(document.text, "a\nb\nc\nd");
	assert_int_equal(document.line_count, 4);
}

static void marks_become_what_a_reader_sees(void **state)
{
	static const struct {
		const char *markdown;
		const char *text; /* NULL: no block */
	} cases[] = {
		/* emphasis and its like */
		{"*a* **b** ***c*** _d_ __e__", "a b c d e"},
		{"**bold _inner_ text**", "bold inner text"},
		{"snake_case_name and 5 * 3 * 2",
		 "snake_case_name and 5 * 3 * 2"},
		{"a*b*c", "abc"},
		{"* not*, **open", NULL}, /* an item: tested below */
		{"so **open and *two", "so **open and *two"},
		{"==seen== and ~~gone~~ ~5 min = 5 == 6",
		 "seen and gone ~5 min = 5 == 6"},
		{"**Dana**'s \xe2\x80\x9c*yes*\xe2\x80\x9d",
		 "Dana's \xe2\x80\x9cyes\xe2\x80\x9d"},
		{"foo\xc2\xa0*bar*", "foo\xc2\xa0"
				     "bar"},
		/* code */
		{"a `*b* [c](d)` e", "a *b* [c](d) e"},
		{"``a ` b`` `` c``", "a ` b  c"},
		{"`` ` ``", "`"},
		{"`open and ``two", "`open and ``two"},
		{"`a <!-- b -->` `c\n%%d%% e` [[x%%y%%z]]",
		 "a <!-- b --> c\ne xz"},
		/* escapes and entities */
		{"\\*a\\* \\[b\\] \\\\ c\\d", "*a* [b] \\ c\\d"},
		{"a &amp; b&nbsp;&lt;c&gt; &#228; &#x1F600; &nope; &#0;",
		 "a & b\xc2\xa0<c> \xc3\xa4 \xf0\x9f\x98\x80 &nope; "
		 "\xef\xbf\xbd"},
		/* links */
		{"see [the page](https://x.example/a_b \"T\") now",
		 "see the page now"},
		{"[a](<b c>) [d](e(f)g) [h](i 'j') [k](", "a d h [k]("},
		{"[*a* `b`](c)", "a b"},
		{"[a [b](c) d](e)", "[a b d](e)"},
		{"<https://x.example> and <dana@acme.example>",
		 "https://x.example and dana@acme.example"},
		{"https://x.example/__init__*a*",
		 "https://x.example/__init__*a*"},
		{"**https://x.example/a_b**", "https://x.example/a_b"},
		{"[words] [x][y] [1]", "[words] [x][y] [1]"},
		{"before ![alt *text*](a.png) after", "before  after"},
		{"[![badge](b.png)](url) x", "x"},
		/* Obsidian */
		{"[[Acme]] [[notes/x|Acme]] [[a/b/Dana Ruiz#Notes]] [[c.md]]",
		 "Acme Acme Dana Ruiz c"},
		{"[[#Heading]] [[]] [[open", "Heading [[]] [[open"},
		{"![[photo.png]] seen", "seen"},
		{"\\![[note]]", "!note"},
		{"a %%hidden%% b", "a  b"},
		{"100%% sure", "100%% sure"},
		{"words ^block-1", "words"},
		{"2 ^10 is fine", "2 ^10 is fine"},
		/* HTML */
		{"a <b>c</b> <br/>d <span class=\"x\">e</span>", "a c \nd e"},
		{"<p>one</p><p>two</p>", "one  two"},
		{"a < b and c > d, <3", "a < b and c > d, <3"},
		{"a <!-- hidden --> b <!-- open", "a  b <!-- open"},
		{"x <script>alert(1)</script> y", "x  y"},
		{"<div>", NULL},
		/* notes below the text */
		{"said[^1] so", "said so"},
		{"[^1]: The note.", "The note."},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		if (cases[i].markdown[0] == '*' && cases[i].markdown[1] == ' ')
			continue;
		read_note(cases[i].markdown);
		assert_int_equal(document.block_count, cases[i].text != NULL);
		if (cases[i].text)
			assert_string_equal(text_of(0), cases[i].text);
	}
}

static void links_know_their_words_and_address(void **state)
{
	static const struct {
		const char *markdown;
		const char *words;
		const char *url;
	} cases[] = {
		{"see **[Dana](mailto:d@acme.example)**", "Dana",
		 "mailto:d@acme.example"},
		{"mail <d@acme.example> now", "d@acme.example",
		 "mailto:d@acme.example"},
		{"at <https://x.example/?a&b>", "https://x.example/?a&b",
		 "https://x.example/?a&b"},
		{"a [*b*](c\\_d&amp;e) f", "b", "c_d&e"},
		{"by [name][Ref]\n\n[ref]: <https://x.example> 'T'\n", "name",
		 "https://x.example"},
		{"by [ref][]\n\n[ref]: /u\n", "ref", "/u"},
		{"by [ref]\n\n[ref]: /u\n[ref]: /v\n", "ref", "/u"},
		{"| a | b |\n|---|---|\n| x | [w](u) |\n", "w", "u"},
		{"[mail <a@b.example> now](u)", "a@b.example",
		 "mailto:a@b.example"},
		{"![no <a@b.example> link](u) [w](u)", "w", "u"},
		{"see [Dana \t\n](u)", "Dana", "u"}, /* as the block ends */
		{"[  Dana](u) said", "Dana", "u"},    /* as it starts */
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct jscan_block *block;

		read_note(cases[i].markdown);
		assert_true(document.block_count >= 1);
		block = &document.blocks[document.block_count - 1];
		assert_int_equal(block->link_count, 1);
		assert_int_equal(block->links[0].len, strlen(cases[i].words));
		assert_memory_equal(block->text + block->links[0].offset,
				    cases[i].words, strlen(cases[i].words));
		assert_string_equal(block->links[0].url, cases[i].url);
	}
}

/* One line a block: kind, quote, box, level, list, section, line, text. */
static const char *print_blocks(void)
{
	static const char *const boxes[] = {"", "[ ]", "[x]", "[-]"};
	const char *all = "";

	for (size_t i = 0; i < document.block_count; i++) {
		const struct jscan_block *block = &document.blocks[i];

		all = jscan_arena_printf(
			&arena, "%s%u %c%s%s%u.%u %s<%s>\n", all, block->line,
			"HPIR"[block->kind], block -> is_quoted ? ">" : "",
			boxes[block->box], block->level, block->list,
			jscan_section_name(block->section), text_of(i));
	}
	return all;
}

static void assert_blocks(const char *note, const char *expected)
{
	read_note(note);
	assert_string_equal(print_blocks(), expected);
}

static void lists_tasks_and_quotes(void **state)
{
	(void)state;
	assert_blocks("- one\n"
		      "  still one\n"
		      "* other\n"
		      "  1. nested\n"
		      "\n"
		      "     second of nested\n"
		      "> quote\n"
		      "lazy\n"
		      "> > deep\n"
		      "> - [ ] quoted task\n",
		      "1 I1.1 <one\nstill one>\n"
		      "3 I1.2 <other>\n"
		      "4 I2.3 <nested>\n"
		      "6 I2.3 <second of nested>\n"
		      "7 P>0.0 <quote\nlazy>\n"
		      "9 P>0.0 <deep>\n"
		      "10 I>[ ]1.4 <quoted task>\n");
	assert_blocks("- [ ] open\n"
		      "- [x] done\n"
		      "- [X]  Done\n"
		      "- [-] cancelled\n"
		      "- [>] moved\n"
		      "- [/] half\n"
		      "- [a] no box\n"
		      "- [1] no box\n"
		      "- [] no box\n"
		      "- [x]no box\n"
		      "- [x](link)\n"
		      "- [ ]\n"
		      "- one\n"
		      "\n"
		      "  [ ] second paragraph\n"
		      "\n"
		      "1. [ ] ordered\n"
		      "\n"
		      "[ ] no item\n",
		      "1 I[ ]1.1 <open>\n"
		      "2 I[x]1.1 <done>\n"
		      "3 I[x]1.1 <Done>\n"
		      "4 I[-]1.1 <cancelled>\n"
		      "5 I[ ]1.1 <moved>\n"
		      "6 I[ ]1.1 <half>\n"
		      "7 I1.1 <[a] no box>\n"
		      "8 I1.1 <[1] no box>\n"
		      "9 I1.1 <[] no box>\n"
		      "10 I1.1 <[x]no box>\n"
		      "11 I1.1 <x>\n"
		      "13 I1.1 <one>\n"
		      "15 I1.1 <[ ] second paragraph>\n"
		      "17 I[ ]1.2 <ordered>\n"
		      "19 P0.0 <[ ] no item>\n");
	assert_blocks("> [!note]- Title *here*\n"
		      "> words\n"
		      "\n"
		      "> [!quote]\n"
		      "> more\n"
		      "\n"
		      "[!note] no callout\n",
		      "1 P0.0 <Title here\nwords>\n"
		      "5 P>0.0 <more>\n"
		      "7 P0.0 <[!note] no callout>\n");
	assert_blocks("> [!FAILURE] What went wrong\n"
		      "> words\n"
		      ">\n"
		      "> - item\n"
		      "> > their words\n"
		      "> ## Wins\n"
		      "> more\n"
		      "\n"
		      "> quoted\n"
		      "> [!note] in a quote\n",
		      "1 P0.0 <What went wrong\nwords>\n"
		      "4 I1.1 <item>\n"
		      "5 P>0.0 <their words>\n"
		      "6 H>2.0 strengths<Wins>\n"
		      "7 P0.0 strengths<more>\n"
		      "9 P>0.0 strengths<quoted\n[!note] in a quote>\n");
}

static void tables_are_rows(void **state)
{
	(void)state;
	assert_blocks("Who was there:\n"
		      "| Name | Mail |\n"
		      "|:-----|-----:|\n"
		      "| Dana \\| D | **<d@x.example>** |\n"
		      "| [[p/Bo\\|Bo]] | |\n"
		      "|  | |\n"
		      "Words behind.\n",
		      "1 P0.0 <Who was there:>\n"
		      "2 R0.1 contacts<Name\tMail>\n"
		      "4 R0.1 contacts<Dana | D\td@x.example>\n"
		      "5 R0.1 contacts<Bo\t>\n"
		      "7 P0.0 contacts<Words behind.>\n");
	assert_true(document.blocks[1].is_table_head);
	assert_false(document.blocks[2].is_table_head);
	assert_blocks("a | b\n--- | ---\n1 | 2<br>3\n\n- x\n- y\n\n"
		      "| c |\n|---|\n| d |\n",
		      "1 R0.2 <a\tb>\n"
		      "3 R0.2 <1\t2 3>\n"
		      "5 I1.1 <x>\n"
		      "6 I1.1 <y>\n"
		      "8 R0.3 <c>\n"
		      "10 R0.3 <d>\n");
	assert_blocks("a | b\n--- | --- | ---\n",
		      "1 P0.0 <a | b\n--- | --- | --->\n");
	assert_blocks("a\n|---|\n", "1 P0.0 <a\n|---|>\n");
}

static void code_and_comments_are_not_read(void **state)
{
	(void)state;
	assert_blocks("```python\n"
		      "- [ ] no task <!--\n"
		      "```\n"
		      "one\n"
		      "\n"
		      "    - [ ] no task\n"
		      "\n"
		      "~~~\n"
		      "```\n"
		      "%% no comment\n"
		      "~~~\n"
		      "two %% no end\n"
		      "\n"
		      "- ```\n"
		      "  - [ ] no task %%\n"
		      "  ```\n"
		      "three\n",
		      "4 P0.0 <one>\n"
		      "12 P0.0 <two %% no end>\n"
		      "17 P0.0 <three>\n");
	assert_blocks("<!-- - [ ] hidden\n"
		      "\n"
		      "## Hidden -->\n"
		      "one <!-- a\n"
		      "b --> two\n"
		      "\n"
		      "%%\n"
		      "- [ ] hidden\n"
		      "\n"
		      "```\n"
		      "%%\n"
		      "%% x %% - three\n"
		      "`<!--` four `-->`\n"
		      "\\<!-- five -->\n",
		      "4 P0.0 <one\ntwo>\n"
		      "12 I1.1 <three\n<!-- four -->\n<!-- five -->>\n");
	assert_blocks(
		"<script>\n# no\n</script>\n<pre>\n- [ ] no\n</pre>\n"
		"<details><summary>More</summary>\n\n- yes\n\n</details>\n",
		"7 P0.0 <More>\n9 I1.1 <yes>\n");
}

static void sections_last_until_a_heading_of_their_level(void **state)
{
	(void)state;
	assert_blocks(
		"a\n"
		"# Acme\n"
		"b\n"
		"## \xf0\x9f\x93\x9d SELF-ASSESSMENT ##\n"
		"c\n"
		"### Details\n"
		"d\n"
		"### What went well?\n"
		"e\n"
		"### Details\n"
		"f\n"
		"#### More\n"
		"g\n"
		"## Office\n"
		"h\n"
		"\n"
		"Next steps\n"
		"----------\n"
		"i\n"
		"#\n"
		"j\n",
		"1 P0.0 <a>\n"
		"2 H1.0 <Acme>\n"
		"3 P0.0 <b>\n"
		"4 H2.0 self-assessment<\xf0\x9f\x93\x9d SELF-ASSESSMENT>\n"
		"5 P0.0 self-assessment<c>\n"
		"6 H3.0 self-assessment<Details>\n"
		"7 P0.0 self-assessment<d>\n"
		"8 H3.0 strengths<What went well?>\n"
		"9 P0.0 strengths<e>\n"
		"10 H3.0 self-assessment<Details>\n"
		"11 P0.0 self-assessment<f>\n"
		"12 H4.0 self-assessment<More>\n"
		"13 P0.0 self-assessment<g>\n"
		"14 H2.0 <Office>\n"
		"15 P0.0 <h>\n"
		"17 H2.0 follow-up<Next steps>\n"
		"19 P0.0 follow-up<i>\n"
		"20 H1.0 <>\n"
		"21 P0.0 <j>\n");
	assert_int_equal(document.blocks[0].heading, UINT_MAX);
	assert_int_equal(document.blocks[1].heading, 1);
	assert_int_equal(document.blocks[2].heading, 1);
	assert_int_equal(document.blocks[14].heading, 13);
}

static void sentences_above_a_rule_are_no_heading(void **state)
{
	(void)state;
	assert_blocks("## Retro\n"
		      "I rambled.\n"
		      "---\n"
		      "I froze\n"
		      "and left\n"
		      "---\n"
		      "Next steps\n"
		      "---\n"
		      "Big\n"
		      "title.\n"
		      "===\n",
		      "1 H2.0 self-assessment<Retro>\n"
		      "2 P0.0 self-assessment<I rambled.>\n"
		      "4 P0.0 self-assessment<I froze\nand left>\n"
		      "7 H2.0 follow-up<Next steps>\n"
		      "9 H1.0 <Big\ntitle.>\n");
}

static void labels_name_what_stands_below_them(void **state)
{
	(void)state;
	assert_blocks("# Acme\n"
		      "**What went well**\n"
		      "- a\n"
		      "\n"
		      "**To improve:**\n"
		      "b\n"
		      "## Next\n"
		      "c\n"
		      "# End\n"
		      "What went wrong:\n"
		      "- d\n"
		      "\n"
		      "  - e\n"
		      "\n"
		      "f\n"
		      "\n"
		      "What they said:\n"
		      "\n"
		      "> g\n"
		      "\n"
		      "h\n"
		      "\n"
		      "- Feedback:\n"
		      "  - i\n"
		      "- j\n"
		      "- **Dana** said:\n"
		      "  - k\n"
		      "\n"
		      "**Office**\n"
		      "l\n",
		      "1 H1.0 <Acme>\n"
		      "2 H2.0 strengths<What went well>\n"
		      "3 I1.1 strengths<a>\n"
		      "5 H2.0 self-assessment<To improve:>\n"
		      "6 P0.0 self-assessment<b>\n"
		      "7 H2.0 follow-up<Next>\n"
		      "8 P0.0 follow-up<c>\n"
		      "9 H1.0 <End>\n"
		      "10 P0.0 <What went wrong:>\n"
		      "11 I1.2 self-assessment<d>\n"
		      "13 I2.3 self-assessment<e>\n"
		      "15 P0.0 <f>\n"
		      "17 P0.0 <What they said:>\n"
		      "19 P>0.0 feedback<g>\n"
		      "21 P0.0 <h>\n"
		      "23 I1.4 <Feedback:>\n"
		      "24 I2.5 feedback<i>\n"
		      "25 I1.4 <j>\n"
		      "26 I1.4 <Dana said:>\n"
		      "27 I2.6 <k>\n"
		      "29 P0.0 <Office\nl>\n");
}

static void fields_are_found_on_lines_and_in_brackets(void **state)
{
	static const struct {
		const char *key;
		const char *value;
		unsigned line;
		unsigned column;
		unsigned block;
	} expected[] = {
		{"company", "Acme", 4, 1, 0},
		{"Expect by", "2026-11-20", 5, 3, 0},
		{"due", "2026-11-30", 6, 16, 0},
		{"with", "Dana R.", 6, 40, 0},
		{"follow up", "call [x](y)", 7, 5, 1},
	};

	(void)state;
	read_note("---\na: b\n---\n"
		  "company:: [[x/Acme]]\n"
		  "**Expect by**:: 2026-11-20\n"
		  "a task *here* [due:: 2026-11-30] and (`with`:: Dana R.)\n"
		  "  - follow up:: call \\[x](y)\n"
		  "- at 10::30 [no value::] ::x std y::\n"
		  "- `code:: x`:: y\n");
	assert_int_equal(document.field_count >= COUNT_OF(expected), 1);
	for (size_t i = 0; i < COUNT_OF(expected); i++) {
		const struct jscan_field *field = &document.fields[i];

		assert_string_equal(field->key, expected[i].key);
		assert_string_equal(field->value, expected[i].value);
		assert_int_equal(field->line, expected[i].line);
		assert_int_equal(field->column, expected[i].column);
		assert_int_equal(field->block, expected[i].block);
	}
}

/* The byte of the file that each byte of a block's text comes from. */
static void every_byte_knows_its_place(void **state)
{
	static const char *const notes[] = {
		"# Head *with* [link](u) ##\n",
		"one *two* three  \n  four `five` &amp; six\nseven\\*eight\n",
		"> quote **a**\n> > deeper *b*\nlazy\n> c\n",
		"- item *a*\n  still **b**\n\tc\n",
		"Setext *a*\n  b\n===\n",
		"| a | *b* |\n|---|---|\n| c \\| d |  e  |\n",
		"a %%x%% b\n<!-- y\nz --> c *d*\n",
		("---\nx: y\n---\n\xc3\xa9 *\xc3\xa9* [\xc3\xa9](u) "
		 "\xe2\x82\xac\n"),
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(notes); i++) {
		read_note(notes[i]);
		for (size_t b = 0; b < document.block_count; b++) {
			const struct jscan_block *block = &document.blocks[b];

			for (size_t at = 0; at < block->len; at++) {
				unsigned line, column;
				const char *source;
				size_t len;

				jscan_document_position(&document, block, at,
							&line, &column);
				source = jscan_document_line(&document, line,
							     &len);
				if (block->text[at] == '\n' ||
				    block->text[at] == '\t')
					continue;
				assert_true(column <= len);
				if (source[column - 1] != block->text[at])
					fail_msg("%s: block %zu, byte %zu: "
						 "%u:%u",
						 notes[i], b, at, line, column);
			}
		}
	}
	read_note("- a [b](c) *d*\n  e\n");
	{
		unsigned line, column;

		jscan_document_position(&document, document.blocks, 4, &line,
					&column);
		assert_int_equal(line, 1);
		assert_int_equal(column, 13);
		jscan_document_position(&document, document.blocks, 6, &line,
					&column);
		assert_int_equal(line, 2);
		assert_int_equal(column, 3);
	}
}

static char *repeat(const char *unit, size_t bytes)
{
	size_t step = strlen(unit), used = 0;
	char *text = jscan_alloc(bytes + step + 1);

	while (used < bytes) {
		memcpy(text + used, unit, step);
		used += step;
	}
	text[used] = '\0';
	return text;
}

/* 1 MiB of each; quadratic work would take minutes. */
static void no_shape_takes_long(void **state)
{
	static const char *const units[] = {
		">",	      "- ",	   "- - - -\n\n", ">>a*a*",
		"![[]()",     "[",	   "[]",	  "[a](",
		"[a](<b",     "[[",	   "[[a|",	  "[a][b",
		"*a ",	      "a**b",	   "*a_ ",	  "_a",
		"==a",	      "~~a",	   "`a ",	  "``a` ",
		"<a ",	      "<",	   "<!--",	  "<!-- a\n",
		"<?",	      "<a b=\"",   "<pre>",	  "%% a\n\n b",
		"a %% b\n\n", "%",	   "&a",	  "&#",
		"\\*",	      "\n",	   "a\n",	  "a\n\n",
		"- a\n",      "-\n",	   "- [ ] a\n",	  "1. a\n",
		"# a\n",      "a\n=\n",	   "```\n",	  "~~~\n> a\n",
		"|",	      "|\n",	   "|a|\n|-|\n",  "a:: b ",
		"[a:: b",     "[a:: b] ",  ":",		  "http://",
		"[^a",	      "[^a]: b\n", "[a]: b\n",	  "**Feedback**\n\n",
		"> [!a] b\n", "\t",	   " ",		  "a",
		"\xc3\xa9",   "\xff",	   "\r",	  "    - a\n",
		"* * *\n",    "> - > a\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(units); i++) {
		char *text = repeat(units[i], (size_t)1 << 20);
		struct jscan_arena own;
		clock_t start = clock();

		jscan_arena_init(&own);
		jscan_diags_init(&diags, &own);
		jscan_document_open(&document, "note.md", text, strlen(text),
				    &own, &diags);
		jscan_document_parse_body(&document, parser, NULL, &own,
					  &diags);
		if (clock() - start > 4 * CLOCKS_PER_SEC)
			fail_msg("'%s' takes %ld ms", units[i],
				 (clock() - start) / (CLOCKS_PER_SEC / 1000));
		assert_true(document.block_count <= JSCAN_DOCUMENT_MOST_BLOCKS);
		jscan_arena_release(&own);
		free(text);
	}
}

static void what_is_too_much_is_named(void **state)
{
	char *text;

	(void)state;
	text = repeat(">", 1000);
	read_note(text);
	assert_diag(0, "nesting", 1, 0);
	free(text);
	text = repeat("- a\n", 4 * (JSCAN_DOCUMENT_MOST_BLOCKS + 1));
	read_note(text);
	assert_diag(0, "nesting", 1, 0);
	assert_diag(1, "too-many", (unsigned)JSCAN_DOCUMENT_MOST_BLOCKS + 1, 0);
	assert_int_equal(document.block_count, JSCAN_DOCUMENT_MOST_BLOCKS);
	free(text);
	text = repeat("a:: b\n\n", 7 * (JSCAN_DOCUMENT_MOST_FIELDS + 1));
	read_note(text);
	assert_int_equal(diags.count, 1);
	assert_diag(0, "too-many", 2 * (unsigned)JSCAN_DOCUMENT_MOST_FIELDS + 1,
		    0);
	assert_int_equal(document.field_count, JSCAN_DOCUMENT_MOST_FIELDS);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(front_matter_ends_at_its_fence),
		cmocka_unit_test(front_matter_that_never_closes_loses_no_body),
		cmocka_unit_test(broken_front_matter_is_named_at_its_line),
		cmocka_unit_test(bytes_become_text),
		cmocka_unit_test(marks_become_what_a_reader_sees),
		cmocka_unit_test(links_know_their_words_and_address),
		cmocka_unit_test(lists_tasks_and_quotes),
		cmocka_unit_test(tables_are_rows),
		cmocka_unit_test(code_and_comments_are_not_read),
		cmocka_unit_test(sections_last_until_a_heading_of_their_level),
		cmocka_unit_test(sentences_above_a_rule_are_no_heading),
		cmocka_unit_test(labels_name_what_stands_below_them),
		cmocka_unit_test(fields_are_found_on_lines_and_in_brackets),
		cmocka_unit_test(every_byte_knows_its_place),
		cmocka_unit_test(no_shape_takes_long),
		cmocka_unit_test(what_is_too_much_is_named),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
