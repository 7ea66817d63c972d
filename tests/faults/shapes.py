"""Notes of any size in shapes that are dear to read: those of cmark's list of
pathological input, and our own.

SHAPES names a function for each; it takes a size in bytes and gives a body of
about that size.  FRONT names those that go into the front matter instead,
HEADED those with a long word there, and PATTERN those that are read with a
configuration of its own.

    shapes.py SIZE SHAPE...    writes SHAPE.md into the current folder
"""

import sys


def repeat(text, size):
    return text * max(1, size // len(text))


def numbered(form, size):
    """Lines made by a function of their number, until there are enough."""
    lines, used, i = [], 0, 0
    while used < size:
        lines.append(form(i))
        used += len(lines[-1])
        i += 1
    return "".join(lines)


def halves(left, right, size):
    count = size // (len(left) + len(right))
    return left * count + right * count


def day(i):
    return "%04d-%02d-%02d" % (2020 + i // 336 % 10, 1 + i // 28 % 12,
                               1 + i % 28)


def name(i):
    """A full name that no other number has."""
    letters = "".join(chr(97 + i // 26 ** k % 26) for k in range(4))
    return "Dana R%sski" % letters


SHAPES = {
    # cmark's: test/pathological_tests.py
    "nested strong emphasis":
        lambda n: halves("*a **a ", "b** b*", n),
    "many emphasis closers": lambda n: repeat("a_ ", n),
    "many emphasis openers": lambda n: repeat("_a ", n),
    "many link closers": lambda n: repeat("a]", n),
    "many link openers": lambda n: repeat("[a", n),
    "mismatched openers and closers": lambda n: repeat("*a_ ", n),
    "openers and closers of multiples of 3":
        lambda n: "a**b" + repeat("c* ", n),
    "link openers and emphasis closers": lambda n: repeat("[ a_", n),
    "a closing bracket behind images": lambda n: repeat("![[]()", n),
    "pattern [ (](": lambda n: repeat("[ (](", n),
    "nested brackets": lambda n: halves("[", "]", n),
    "nested quotes": lambda n: repeat("> ", n) + "a",
    "nested quotes, many lines":
        lambda n: repeat(">" * 60 + "a*a*\n", n),
    "deep lists": lambda n: numbered(
        lambda i: "  " * (i % 40) + "* a\n", n),
    "nested lists": lambda n: repeat("* " * 30 + "a\n", n),
    "lists and blank lines": lambda n: "- " * 60 + repeat("x\n\n", n),
    "backslashes": lambda n: repeat("\\", n),
    "back quotes": lambda n: numbered(
        lambda i: "e" + "`" * (i % 400), n),
    "back quotes alone": lambda n: repeat("`a", n),
    "unclosed links <": lambda n: repeat("[a](<b", n),
    "unclosed links": lambda n: repeat("[a](b", n),
    "unclosed comments": lambda n: "</" + repeat("<!--", n),
    "unclosed declarations": lambda n: repeat("<!A ", n),
    "unclosed processing instructions": lambda n: repeat("<?", n),
    "unclosed CDATA": lambda n: repeat("<![CDATA[", n),
    "openers of tags": lambda n: repeat("<a x='", n),
    "reference collisions": lambda n: numbered(
        lambda i: "[r%d]: /u\n" % i, n // 2) + "\n" + numbered(
        lambda i: "[r%d] " % i, n // 2),
    "references, one name": lambda n: repeat("[a]: u\n", n),
    "a long reference": lambda n: "[a]: /" + "u" * (n // 2) +
        "\n\n" + repeat("[a] ", n // 2),
    "one link of all": lambda n: "[a](" + "u" * n + ")",
    "links": lambda n: repeat("[a](u) ", n),
    "footnotes": lambda n: numbered(lambda i: "[^%d]: a\n" % i, n),
    "entities": lambda n: repeat("&amp;", n),
    "numbered entities": lambda n: repeat("&#65;", n),
    "broken entities": lambda n: repeat("&a", n),
    "long entities": lambda n: repeat("&" + "x" * 50, n),
    "thematic breaks": lambda n: repeat("* * *\n", n),
    "one thematic break": lambda n: repeat("* ", n),
    "a long thematic break that is none":
        lambda n: repeat("* " * 400 + "a\n", n),
    "headings": lambda n: repeat("# a\n", n),
    "underlined headings": lambda n: repeat("a\n=\n", n),
    "a heading of many lines": lambda n: repeat("a\n", n) + "=\n",
    "fences": lambda n: repeat("```\n", n),
    "fences of many kinds": lambda n: numbered(
        lambda i: "`" * (3 + i % 100) + "\n", n),
    "rows of a table": lambda n: "| a | b |\n|---|---|\n" +
        repeat("| c | d |\n", n),
    "columns of a table": lambda n: "|" + "a|" * (n // 6) + "\n|" +
        "-|" * (n // 6) + "\n|" + "b|" * (n // 6) + "\n",
    "rows that are no table": lambda n: repeat("a|b\n", n),
    "delimiter rows": lambda n: repeat("|-|-|\n", n),
    "tabs": lambda n: repeat("\t", n) + "a",
    "blank lines": lambda n: repeat("\n", n),
    "paragraphs": lambda n: repeat("a\n\n", n),
    "returns alone": lambda n: repeat("a\r", n),
    "nothing but NUL": lambda n: repeat("\0", n),

    # ours
    "commas": lambda n: "We talked" + repeat(",", n),
    "words and commas": lambda n: repeat("well, ", n),
    "one sentence": lambda n: "I " + repeat("rambled and ", n) + ".",
    "one word": lambda n: "a" * n,
    "one line": lambda n: repeat("I was nervous and talked on. ", n),
    "sentences without a stop":
        lambda n: repeat("she said that I had been late\n", n),
    "stops": lambda n: repeat("Mr. ", n),
    "only stops": lambda n: repeat(".", n),
    "negations": lambda n: repeat("not never no ", n),
    "self-assessment": lambda n: "## Self-assessment\n\n" +
        repeat("I rambled and did not listen, but I was calm. ", n),
    "self-assessment, one sentence": lambda n: "## Self-assessment\n\nI " +
        repeat("did not ramble, nor listen too little, and ", n),
    "self-assessment, many lines": lambda n: "## Self-assessment\n\n" +
        repeat("- I rambled about scaling\n", n),
    "feedback": lambda n: "## Feedback\n\n" +
        repeat("They said that I was too quiet.\n\n", n),
    "weakness tags": lambda n: repeat("#weakness/rapport ", n),
    "dates": lambda n: numbered(lambda i: day(i) + " ", n),
    "dates, one a line": lambda n: numbered(lambda i: day(i) + "\n\n", n),
    "dates in words": lambda n: repeat("next Tuesday, in two weeks, ", n),
    "days that are none": lambda n: repeat("2026-02-30 ", n),
    "numbers": lambda n: repeat("1/2/3/4-", n),
    "digits": lambda n: repeat("1", n),
    "promises": lambda n: repeat(
        "She will get back to me by 2026-10-30. ", n),
    "promises without a stop": lambda n: repeat(
        "she will get back to me by 2026-10-30 and ", n),
    "tasks": lambda n: repeat("- [ ] call Dana\n", n),
    "tasks that are due": lambda n: numbered(
        lambda i: "- [ ] call number %d due %s\n" % (i, day(i)), n),
    "the same task": lambda n: repeat("- [ ] Thank Dana due 2026-10-20\n", n),
    "ticked tasks": lambda n: numbered(
        lambda i: "- [x] Sent thanks %d done: %s\n" % (i, day(i)), n),
    "dated headings": lambda n: numbered(
        lambda i: "## %s Interview\n\nWent well.\n\n" % day(i), n),
    "dated headings with feedback": lambda n: numbered(
        lambda i: "## %s Interview\n\n### Feedback\n\nToo quiet.\n\n"
        % day(i), n),
    "dated touches": lambda n: numbered(
        lambda i: "## %s Sent a thank-you note\n\nTo Dana.\n\n" % day(i), n),
    "dated rejections": lambda n: numbered(
        lambda i: "## %s Rejected\n\n## %s Offer\n\n" % (day(i), day(i + 1)),
        n),
    "fields": lambda n: numbered(lambda i: "follow up:: %s\n" % day(i), n),
    "fields in brackets": lambda n: repeat("[stage:: panel] ", n),
    "people": lambda n: "## Contacts\n\n" + numbered(
        lambda i: "- %s <d%d@x.example>\n" % (name(i), i), n),
    "people of one address": lambda n: "## Contacts\n\n" + numbered(
        lambda i: "- %s <d@x.example>\n" % name(i), n),
    "people of one name": lambda n: "## Contacts\n\n" + numbered(
        lambda i: "- Dana Ruiz <d%d@x.example>\n" % i, n),
    "people in a table": lambda n: "## Contacts\n\n| name | mail |\n|-|-|\n" +
        numbered(lambda i: "| %s | d%d@x.example |\n" % (name(i), i), n),
    "people in prose": lambda n: numbered(
        lambda i: "Met with %s, CTO (d%d@x.example), " % (name(i), i), n),
    "names": lambda n: numbered(lambda i: name(i) + " ", n),
    "names in one line": lambda n: "## Contacts\n\n" + numbered(
        lambda i: name(i) + ", ", n),
    "wikilinks": lambda n: repeat("[[Dana Ruiz]] ", n),
    "unclosed wikilinks": lambda n: repeat("[[Dana ", n),
    "addresses": lambda n: repeat("d@x.example ", n),
    "one address": lambda n: "a" * n + "@x.example",
    "my own addresses": lambda n: "Met Dana Ruiz and Kit Moss (k@x.example). " +
        repeat("me a@b.example ", n),
    "addresses of offices": lambda n: "Met Dana Ruiz (d@x.example). " +
        repeat("info@b.example ", n),
    "signs of addresses": lambda n: repeat("a@", n),
    "one domain": lambda n: "a@" + repeat("x.", n) + "example",
    "telephone numbers": lambda n: repeat("Dana Ruiz +49 30 1234567 ", n),
    "groups of digits": lambda n: repeat("030 ", n),
    "web addresses": lambda n: repeat("https://x.example/a ", n),
    "one web address": lambda n: "https://x.example/" + "a" * n,
    "starts of web addresses": lambda n: repeat("https://", n),
    "comments of Obsidian": lambda n: repeat("%%a", n),
    "quotation marks": lambda n: repeat('"', n),
    "brackets ()": lambda n: repeat("(", n),
    "colons": lambda n: repeat("a: ", n),
    "emoji": lambda n: repeat("\U0001f4c5 ", n),
    "combining marks": lambda n: "a" + repeat("\u0301", n // 2),
    "bytes that are no UTF-8": lambda n: repeat("\udcff", n),
    "signatures": lambda n: repeat("-- \nDana Ruiz\nCTO\n\n", n),
    "quoted mail": lambda n: repeat("> On Monday Dana Ruiz wrote:\n", n),
}

# The front matter ends at 64 KiB: what is measured reaches up to there.
FRONT = {
    "keys": lambda n: numbered(lambda i: "k%d: v\n" % i, n),
    "one scalar": lambda n: 'x: "' + "x" * n + '"\n',
    "a block scalar": lambda n: "x: |\n" + repeat("  x\n", n),
    "a folded scalar": lambda n: "x: >\n" + repeat("  x\n", n),
    "a plain scalar of many lines": lambda n: "x: y\n" + repeat("  x\n", n),
    "list in brackets": lambda n: "x: [" + repeat("y, ", n) + "]\n",
    "list": lambda n: "x:\n" + repeat("- y\n", n),
    "open brackets": lambda n: "x: " + repeat("[", n) + "\n",
    "open braces": lambda n: "x: " + repeat("{a: ", n) + "\n",
    "nested items": lambda n: "x:\n" + repeat("- ", n) + "a\n",
    "question marks": lambda n: repeat("? ", n) + "a\n",
    "YAML comments": lambda n: repeat("#\n", n),
    "blank lines of YAML": lambda n: repeat("\n", n),
    "anchors": lambda n: numbered(lambda i: "k%d: &a%d v\n" % (i, i), n),
    "aliases": lambda n: "a: &a b\nx: [" + repeat("*a, ", n) + "]\n",
    "merge keys": lambda n: "a: &a {b: c}\n" + repeat("<<: *a\n", n),
    "tags of YAML": lambda n: "x: [" + repeat("!!python/none y, ", n) + "]\n",
    "escapes": lambda n: 'x: "' + repeat("\\x41", n) + '"\n',
    "the same key": lambda n: repeat("role: a\n", n),
    "follow-ups": lambda n: "follow ups:\n" + numbered(
        lambda i: "- Call %d by %s\n" % (i, day(i)), n),
    "dates in front": lambda n: "touches:\n" + numbered(
        lambda i: "- %s\n" % day(i), n),
    "contacts in front": lambda n: "contacts:\n" + numbered(
        lambda i: "- %s <d%d@x.example>\n" % (name(i), i), n),
    "tags in front": lambda n: "tags: [" + repeat("weakness/rapport, ", n) +
        "]\n",
    "tags in one line": lambda n: "tags: " + repeat("a ", n) + "\n",
    "brackets in a scalar": lambda n: 'company: "' + repeat("[[", n) + '"\n',
}

# Each sentence takes a pattern the work of its length or more.
PATTERNS = ["(a+)+$", "(.*)*y", "(a|aa)+$", "(?:x?){20}x{20}", "a.*b.*c"]
PATTERN = {
    "sentences for patterns": lambda n: "## Self-assessment\n\n" +
        repeat("a" * 30 + "! ", n),
    "one sentence for patterns": lambda n: "## Self-assessment\n\n" +
        repeat("a", n) + "!",
}

# Long words in the front matter that names of the body are compared with.
HEADED = {
    "names, and a long company": ("company: Dana " + "R" * 50000 + "\n",
                                  SHAPES["names in one line"]),
    "names, and a long role": ("role: Dana " + "R" * 50000 + "\n",
                               SHAPES["people in prose"]),
    "addresses, and a long name":
        ("contacts: Dana " + "R" * 50000 + "ski\n", SHAPES["addresses"]),
    "the text is full of a long company":
        ("company: " + "Dana " * 9000 + "\n", lambda n: repeat("Dana ", n)),
}

HEAD = "company: Bad\ndate: 2026-10-01\ntype: interview\n"
EVERY = {**SHAPES, **HEADED, **FRONT, **PATTERN}


def make(shape, size):
    """A note in that shape, as bytes."""
    if shape in FRONT:
        text = "---\n%s%s---\n" % (HEAD, FRONT[shape](size))
    elif shape in HEADED:
        head, body = HEADED[shape]
        text = "---\n%s%s---\n%s" % (head, HEAD, body(size))
    else:
        text = "---\n%s---\n%s" % (HEAD, EVERY[shape](size))
    return text.encode("utf-8", "surrogateescape")


def configuration(shape):
    """What is to be in .journalscan.yml, or nothing."""
    if shape not in PATTERN:
        return ""
    return "weaknesses:\n" + "".join(
        "  - id: own-%d\n    patterns: ['%s']\n" % (i, pattern)
        for i, pattern in enumerate(PATTERNS))


def main():
    for shape in sys.argv[2:]:
        with open(shape.replace("/", "") + ".md", "wb") as file:
            file.write(make(shape, int(sys.argv[1])))


if __name__ == "__main__":
    main()
