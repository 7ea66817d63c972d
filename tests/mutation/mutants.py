"""Small mistakes that could be made in a C source, each as one change of it.

A lexer is enough: comments, strings, preprocessor lines, assertions and all that
stands outside of functions are left alone.  What does not compile is left out by
those who try.
"""
import re

TOKEN = re.compile(r"""
    (?P<comment> /\*.*?\*/ | //[^\n]*)
  | (?P<directive> ^[ \t]*\#(?:\\\n|[^\n])*)
  | (?P<text> "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*')
  | (?P<number> \.?[0-9](?:[eEpP][+-]|[\w.])*)
  | (?P<word> [A-Za-z_]\w*)
  | (?P<sign> <<=|>>=|\.\.\.|->|\+\+|--|&&|\|\||<<|>>|[-+*/%&|^=!<>]=|[^\s\w])
""", re.X | re.S | re.M)

RELATIONS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
LOGIC = {"&&": "||", "||": "&&"}
SUMS = {"+": "-", "-": "+", "+=": "-=", "-=": "+="}
ASSERTS = {"assert", "static_assert", "_Static_assert"}
KEYWORDS = {
    "break", "case", "const", "continue", "default", "do", "else", "enum", "for",
    "goto", "if", "register", "return", "sizeof", "static", "struct", "switch",
    "union", "volatile", "while", "char", "int", "long", "short", "signed",
    "unsigned", "void", "bool", "double", "float",
}
INTEGER = re.compile(r"(0[xX][0-9a-fA-F]+|[0-9]+)([uUlL]*)$")
ASSIGNS = {"=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=",
           "++", "--"}


class Token:
    def __init__(self, match):
        self.kind = match.lastgroup
        self.text = match.group()
        self.start = match.start()
        self.end = match.end()


class Mutant:
    """Replaces bytes of a file from start to end."""

    def __init__(self, path, source, kind, start, end, text):
        self.path = path
        self.kind = kind
        self.start = start
        self.end = end
        self.old = source[start:end]
        # lines stay where they are, as assertions name theirs
        self.new = text + "\n" * self.old.count("\n")
        self.line = source.count("\n", 0, start) + 1
        self.column = start - source.rfind("\n", 0, start)

    def apply(self, source):
        return source[:self.start] + self.new + source[self.end:]

    def __str__(self):
        old, new = (" ".join(s.split()) for s in (self.old, self.new))
        return f"{self.path}:{self.line}:{self.column}: {self.kind}: {old} -> {new}"


def tokens_of(source):
    """All tokens but comments and directives."""
    return [Token(m) for m in TOKEN.finditer(source)
            if m.lastgroup not in ("comment", "directive")]


def closing(tokens, at):
    """The index of what closes the bracket at `at`."""
    pairs = {"(": ")", "[": "]", "{": "}"}
    close, depth = pairs[tokens[at].text], 0
    for i in range(at, len(tokens)):
        if tokens[i].text == tokens[at].text:
            depth += 1
        elif tokens[i].text == close:
            depth -= 1
            if not depth:
                return i
    raise ValueError("a bracket is not closed")


def bodies(tokens):
    """First and last index of what stands in each function."""
    at = 0
    while at < len(tokens):
        if tokens[at].text == "{":
            end = closing(tokens, at)
            if at and tokens[at - 1].text == ")":
                yield at + 1, end
            at = end
        at += 1


class Body:
    def __init__(self, path, source, tokens, first, last):
        self.path, self.source = path, source
        self.tokens, self.first, self.last = tokens, first, last
        self.found = []
        self.asserts = self.find_asserts()

    def find_asserts(self):
        inside = set()
        for i in range(self.first, self.last):
            if self.tokens[i].text in ASSERTS:
                inside.update(range(i, closing(self.tokens, i + 1) + 1))
        return inside

    def text(self, at):
        return self.tokens[at].text

    def add(self, kind, first, last, text):
        """Replaces the tokens from first to last, both included."""
        mutant = Mutant(self.path, self.source, kind, self.tokens[first].start,
                        self.tokens[last].end, text)
        if mutant.old != mutant.new:
            self.found.append(mutant)

    def is_operand(self, at):
        token = self.tokens[at]
        return (token.kind in ("number", "text") or token.text in (")", "]")
                or token.kind == "word" and token.text not in KEYWORDS)

    def sign(self, at):
        text = self.text(at)
        if text in RELATIONS:
            self.add("relation", at, at, RELATIONS[text])
        elif text in LOGIC:
            self.add("logic", at, at, LOGIC[text])
        elif text in SUMS and (len(text) > 1 or self.is_operand(at - 1)):
            self.add("sum", at, at, SUMS[text])
        elif text == "!":
            self.add("negation", at, at, "")

    def is_length(self, at):
        """Whether a number is the length of an array that is declared."""
        return (self.text(at - 1) == "[" and self.text(at + 1) == "]"
                and self.tokens[at - 2].kind == "word"
                and (self.tokens[at - 3].kind == "word"
                     or self.text(at - 3) in ("*", ",")))

    def number(self, at):
        match = INTEGER.match(self.text(at))
        if not match or self.is_length(at):
            return
        digits, suffix = match.groups()
        octal = digits[0] == "0" and digits.isdigit() and len(digits) > 1
        value = int(digits, 8 if octal else 0)
        self.add("constant", at, at, f"{value + 1}{suffix}")
        self.add("constant", at, at,
                 f"{value - 1}{suffix}" if value else "(-1)")

    def end_of_statement(self, at):
        """The index of the semicolon."""
        while self.text(at) != ";":
            if self.text(at) in "([{":
                at = closing(self.tokens, at)
            at += 1
        return at

    def returned(self, at):
        end = self.end_of_statement(at)
        if end > at + 1:
            for value in ("0", "-1"):
                self.add("return", at, end, f"return {value};")

    def condition(self, at):
        end = closing(self.tokens, at + 1)
        if self.text(at) == "if":
            self.add("condition", at + 2, end - 1, "1")
            self.add("condition", at + 2, end - 1, "0")
        elif self.text(at) == "while":
            self.add("condition", at + 2, end - 1, "0")
        elif self.text(at) == "for":
            first = self.end_of_statement(at + 2) + 1
            last = self.end_of_statement(first) - 1
            if last >= first:
                self.add("condition", first, last, "0")

    def begins_statement(self, at):
        """Whether a token is the first of a statement."""
        before = self.text(at - 1)
        if before in (";", "{", "}", "else", "do"):
            return True
        if before == ":":
            back = at - 2
            while self.text(back) not in (";", "{", "}", ":", "?"):
                if self.text(back) in ("case", "default"):
                    return True
                back -= 1
        return before == ")" and self.head(at - 1) in ("if", "for", "while")

    def head(self, at):
        """What stands before the brackets that close at `at`."""
        depth = 1
        while depth:
            at -= 1
            depth += {")": 1, "(": -1}.get(self.text(at), 0)
        return self.text(at - 1)

    def is_list(self, at):
        """Whether a brace begins a list of values and no block."""
        before = self.text(at - 1)
        if before == ")":
            return self.head(at - 1) not in ("if", "for", "while", "switch")
        return before not in ("else", "do", "{", "}", ";", ":")

    def statement(self, at):
        token, after = self.tokens[at], self.tokens[at + 1]
        if token.text in KEYWORDS or token.text in "{};":
            return
        if token.kind == "word" and (
                after.kind == "word" or after.text in ("*", ":")):
            return  # a declaration, or a label
        end = self.end_of_statement(at)
        inside = [self.text(i) for i in range(at, end)]
        if ASSIGNS.intersection(inside) or "(" in inside[1:]:
            self.add("statement", at, end, ";")

    def mutants(self):
        # heads of for, whose semicolons end no statement; and lists of values
        others = set()
        for at in range(self.first, self.last):
            if at in self.asserts:
                continue
            token = self.tokens[at]
            if token.kind == "sign":
                self.sign(at)
            elif token.kind == "number":
                self.number(at)
            elif token.text == "return":
                self.returned(at)
            elif token.text in ("if", "while", "for"):
                self.condition(at)
                if token.text == "for":
                    others.update(range(at, closing(self.tokens, at + 1) + 1))
            if token.text == "{" and at not in others and self.is_list(at):
                others.update(range(at, closing(self.tokens, at) + 1))
            if at not in others and self.begins_statement(at):
                self.statement(at)
        return self.found


def find_mutants(path):
    """All mutants of a file, in the order of their places."""
    with open(path, encoding="utf-8") as file:
        source = file.read()
    tokens = tokens_of(source)
    found = []
    for first, last in bodies(tokens):
        found += Body(path, source, tokens, first, last).mutants()
    return sorted(found, key=lambda m: (m.start, m.end, m.new))
