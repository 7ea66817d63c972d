#!/usr/bin/env python3
"""Plays an editor to `journalscan lsp` in the current folder.

    lsp.py PROGRAM SCENARIO

Each scenario is a function below; it ends with 0 when the server did as it
should, and says what it did where not.  The folder holds the journal that the
scenario names in its first line, made by lsp.bats.
"""

import json
import os
import queue
import random
import subprocess
import sys
import threading
import urllib.parse

DAY = "2026-10-15"
PATIENCE = 40  # seconds, on a slow machine under a sanitizer


def uri_of(path):
    return "file://" + urllib.parse.quote(os.path.abspath(path))


def path_of(uri):
    assert uri.startswith("file:///"), uri
    return os.path.relpath(urllib.parse.unquote(uri[7:]))


def frame(message):
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


class Editor:
    """One server, and what it has said."""

    def __init__(self, *arguments, as_of=DAY):
        command = [sys.argv[1], "lsp", *arguments]
        if as_of:
            command += ["--as-of", as_of]
        self.server = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.came = queue.Queue()
        self.notified = []  # not looked at yet
        self.answers = {}
        self.last_id = 0
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        out = self.server.stdout
        while True:
            header = out.readline()
            if not header:
                self.came.put(None)
                return
            assert header.startswith(b"Content-Length: "), header
            assert out.readline() == b"\r\n"
            self.came.put(json.loads(out.read(int(header[16:]))))

    def write(self, raw):
        self.server.stdin.write(raw)
        self.server.stdin.flush()

    def take(self):
        message = self.came.get(timeout=PATIENCE)
        assert message is not None, "the server has left"
        assert message["jsonrpc"] == "2.0"
        if "method" in message:
            assert "id" not in message
            self.notified.append(message)
        else:
            self.answers[message["id"]] = message
        return message

    def answer(self, ident):
        while ident not in self.answers:
            self.take()
        return self.answers.pop(ident)

    def request(self, method, params=None):
        self.last_id += 1
        self.write(frame({"jsonrpc": "2.0", "id": self.last_id,
                          "method": method, "params": params}))
        return self.answer(self.last_id)

    def result(self, method, params=None):
        answer = self.request(method, params)
        assert "error" not in answer, answer
        return answer["result"]

    def refused(self, method, params=None):
        answer = self.request(method, params)
        assert "result" not in answer, answer
        assert answer["error"]["message"]
        return answer["error"]["code"]

    def notify(self, method, params=None):
        self.write(frame({"jsonrpc": "2.0", "method": method,
                          "params": params or {}}))

    def start(self, root=".", encodings=None, formats=("markdown",)):
        client = {"textDocument": {"hover": {"contentFormat": list(formats)}}}
        if encodings:
            client["general"] = {"positionEncodings": encodings}
        result = self.result("initialize", {
            "processId": os.getpid(), "capabilities": client,
            "rootUri": root and uri_of(root)})
        self.notify("initialized")
        return result["capabilities"]

    def open(self, path, text=None):
        if text is None:
            with open(path, encoding="utf-8", newline="") as file:
                text = file.read()
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": uri_of(path), "languageId": "markdown", "version": 1,
            "text": text}})

    def change(self, path, text):
        self.notify("textDocument/didChange", {
            "textDocument": {"uri": uri_of(path), "version": 2},
            "contentChanges": [{"text": text}]})

    def save(self, path, text=None):
        if text is not None:
            self.change(path, text)
            write(path, text)
        self.notify("textDocument/didSave", {
            "textDocument": {"uri": uri_of(path)}})

    def diagnostics(self, path):
        """Of the next publication for the file."""
        while True:
            for i, message in enumerate(self.notified):
                if (message["method"] == "textDocument/publishDiagnostics" and
                        path_of(message["params"]["uri"]) == path):
                    del self.notified[i]
                    return message["params"]["diagnostics"]
            self.take()

    def settle(self):
        """A hover is answered when all that was opened and saved is known."""
        self.result("textDocument/hover", {
            "textDocument": {"uri": "file:///x"},
            "position": {"line": 0, "character": 0}})

    def published(self):
        """All that has come: the files, with their diagnostics."""
        self.settle()
        found = {path_of(m["params"]["uri"]): m["params"]["diagnostics"]
                 for m in self.notified
                 if m["method"] == "textDocument/publishDiagnostics"}
        self.notified = []
        return found

    def hover(self, path, line, character=0):
        result = self.result("textDocument/hover", {
            "textDocument": {"uri": uri_of(path)},
            "position": {"line": line, "character": character}})
        return result and result["contents"]["value"]

    def complete(self, path, line, character):
        result = self.result("textDocument/completion", {
            "textDocument": {"uri": uri_of(path)},
            "position": {"line": line, "character": character}})
        return result["items"]

    def typed(self, path, text):
        """Completes at the bar in the text; labels, by the new texts."""
        before, after = text.split("|")
        self.change(path, before + after)
        lines = before.split("\n")
        units = len(lines[-1].encode("utf-16-le")) // 2
        return {item["label"]: item["textEdit"]["newText"]
                for item in self.complete(path, len(lines) - 1, units)}

    def stop(self):
        assert self.result("shutdown") is None
        self.notify("exit")
        return self.left()

    def left(self):
        while self.came.get(timeout=PATIENCE) is not None:
            pass
        return self.server.wait(PATIENCE)


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def place(diagnostic):
    start = diagnostic["range"]["start"]
    return (start["line"], start["character"], diagnostic["code"])


def lifecycle():
    editor = Editor()
    assert editor.refused("textDocument/hover", {}) == -32002
    editor.notify("textDocument/didOpen", {"textDocument": {}})
    can = editor.start()
    assert can["positionEncoding"] == "utf-16"
    assert can["textDocumentSync"]["change"] == 1
    assert can["hoverProvider"] is True
    assert "/" in can["completionProvider"]["triggerCharacters"]
    assert editor.refused("initialize", {}) == -32600
    assert editor.refused("textDocument/definition", {}) == -32601
    assert editor.refused("textDocument/didOpen", {}) == -32601
    assert editor.refused("textDocument/hover", {}) == -32602
    assert editor.refused("textDocument/completion", {
        "textDocument": {"uri": "file:///x"},
        "position": {"line": -1, "character": 0}}) == -32602
    editor.notify("$/setTrace", {"value": "off"})
    editor.notify("workspace/didChangeConfiguration", {"settings": {}})
    editor.write(frame({"jsonrpc": "2.0", "id": "a", "method": "x/y"}))
    assert editor.answer("a")["error"]["code"] == -32601
    editor.write(frame({"jsonrpc": "2.0", "id": 7, "result": None}))
    assert editor.result("shutdown") is None
    assert editor.refused("textDocument/hover", {}) == -32600
    editor.notify("exit")
    assert editor.left() == 0

    editor = Editor()
    editor.start()
    editor.notify("exit")
    assert editor.left() == 1
    editor = Editor()
    editor.start()
    editor.server.stdin.close()
    assert editor.left() == 1
    editor = Editor()
    editor.server.stdin.close()
    assert editor.left() == 1


def diagnostics():
    """small_journal"""
    check = json.loads(subprocess.run(
        [sys.argv[1], "check", "--as-of", DAY, "--format", "json"],
        stdout=subprocess.PIPE, check=False).stdout)["diagnostics"]
    assert check
    editor = Editor()
    editor.start()
    editor.open("acme.md")
    assert editor.diagnostics("acme.md") == []
    found = editor.published()
    severities = {"error": 1, "warning": 2, "note": 3}
    assert sorted(
        (path, d["range"]["start"]["line"] + 1, d["severity"], d["code"],
         d["message"]) for path in found for d in found[path]) == sorted(
             (d["path"], d["line"], severities[d["severity"]], d["code"],
              d["message"]) for d in check)
    [wrong] = [d for d in found["corvid.md"] if d["code"] == "no-such-day"]
    assert wrong["source"] == "journalscan"
    assert wrong["range"] == {"start": {"line": 4, "character": 11},
                              "end": {"line": 4, "character": 21}}

    # What was mended goes; the rest is not said again.
    editor.open("corvid.md")
    assert [d["code"] for d in editor.diagnostics("corvid.md")] == [
        d["code"] for d in check if d["path"] == "corvid.md"]
    assert editor.published() == {}
    editor.save("corvid.md", read("corvid.md").replace("02-30", "02-28"))
    assert editor.diagnostics("corvid.md") == []
    assert editor.published() == {}
    # Not while it is only typed.
    editor.change("corvid.md", "---\ncompany: x\ndate: 2026-02-30\n---\n")
    assert editor.published() == {}
    editor.save("corvid.md", "---\ncompany: x\ndate: 2026-02-30\n---\n")
    assert (2, 6, "no-such-day") in map(
        place, editor.diagnostics("corvid.md"))
    os.remove("brill.md")
    editor.save("acme.md")
    assert editor.diagnostics("brill.md") == []
    assert editor.diagnostics("acme.md") == []
    # A file elsewhere is nothing to us.
    write("../other.md", "---\ncompany: x\ndate: 2026-02-30\n---\n")
    editor.open("../other.md")
    editor.notify("textDocument/didOpen", {"textDocument": {
        "uri": "untitled:Untitled-1", "text": "---\ncompany: x\n---\n"}})
    assert editor.published() == {}
    editor.notify("textDocument/didClose",
                  {"textDocument": {"uri": uri_of("acme.md")}})
    editor.save("acme.md")
    assert editor.published() == {}
    assert editor.stop() == 0

    # --quiet: the errors alone.
    editor = Editor("--quiet")
    editor.start()
    editor.open("acme.md")
    editor.diagnostics("acme.md")
    assert {d["severity"] for ds in editor.published().values()
            for d in ds} == {1}
    assert editor.stop() == 0


def configuration():
    """small_journal"""
    editor = Editor()
    editor.start()
    editor.open("acme.md")
    editor.diagnostics("acme.md")
    write(".journalscan.yml", "quarterly: true\nquartely: false\n")
    editor.save("acme.md")
    [wrong] = editor.diagnostics(".journalscan.yml")
    assert place(wrong) == (1, 0, "config"), wrong
    assert "quarterly" in wrong["message"]
    # What was known before is known still.
    assert "overdue" in editor.hover("acme.md", 3)
    write(".journalscan.yml", "keys:\n  firma: company\n"
          "weaknesses:\n  - id: ferry-story\n"
          "    title: The ferry story again\n    phrases: [ferry story]\n")
    editor.save("acme.md")
    assert editor.diagnostics(".journalscan.yml") == []
    editor.diagnostics("acme.md")
    # Words of its own are offered too.
    assert editor.typed("acme.md", "---\nfi|")["firma"] == "firma: "
    assert "company" not in editor.typed("acme.md", "---\nfirma: A\nco|")
    assert "Acme" in editor.typed("acme.md", "---\nFirma: |")
    assert editor.typed("acme.md", "---\nratings:\n  fe|")[
        "ferry-story"] == "ferry-story: "
    assert editor.stop() == 0


def hover():
    """small_journal"""
    editor = Editor()
    editor.start()
    editor.open("acme.md")
    text = editor.hover("acme.md", 3)
    for piece in ["thank-you", "overdue by 6 days (due 2026-10-09)",
                  "*Why:*", "Dana Ruiz", "1. ", "(acme.md:4)"]:
        assert piece in text, (piece, text)
    text = editor.hover("acme.md", 8, 3)
    for piece in ["**Talking too much**", "(talking-too-much)", "weakness",
                  "of 2 interviews", "last 2026-10-08", "I rambled",
                  "*One thing to do:*"]:
        assert piece in text, (piece, text)
    assert editor.hover("acme.md", 2) is None
    assert editor.hover("acme.md", 999999999) is None
    assert editor.hover("plain.md", 0) is None  # not open
    editor.open("brill.md")
    text = editor.hover("brill.md", 9)
    assert "Send the case study" in text and "due, by 2026-10-20" in text

    # A line is found again where it stands now; an edited one is not.
    saved = read("acme.md")
    lines = saved.split("\n")
    editor.change("acme.md", "\n".join(lines[:8] + ["new", ""] + lines[8:]))
    assert "I rambled" in editor.hover("acme.md", 10)
    assert editor.hover("acme.md", 8) is None
    assert "thank" in editor.hover("acme.md", 3)
    editor.change("acme.md", saved.replace("I rambled", "I never rambled"))
    assert editor.hover("acme.md", 8) is None
    editor.change("acme.md", "")
    assert editor.hover("acme.md", 8) is None
    editor.save("acme.md", saved + "\n- I was nervous.\n")
    assert "Nerves" in editor.hover("acme.md", 10)
    # Changed by another program, and read again by the editor.
    text = saved.replace("## Self", "Fine.\n\n## Self")
    write("acme.md", text)
    editor.change("acme.md", text)
    assert "I rambled" in editor.hover("acme.md", 10)
    assert editor.hover("acme.md", 8) is None
    assert editor.stop() == 0

    # Plain text where the editor shows no markdown, and nothing that a note
    # says is taken for markdown.
    write("acme.md", "---\ncompany: Acme\ndate: 2026-10-08\n---\n"
          "- [ ] <b>[x](javascript:y)</b> \u202ed due 2026-10-20\n")
    editor = Editor()
    editor.start(formats=["plaintext"])
    editor.open("acme.md")
    text = editor.hover("acme.md", 4)
    assert "**" not in text and "\u202e" not in text, text
    assert editor.stop() == 0
    editor = Editor()
    editor.start()
    editor.open("acme.md")
    text = editor.hover("acme.md", 4)
    assert "<b>" not in text.replace("\\<", "") and "](" not in text, text
    assert "\u202e" not in text
    assert editor.stop() == 0


def completion():
    """small_journal"""
    editor = Editor()
    editor.start()
    path = "acme.md"
    editor.open(path)
    editor.diagnostics(path)
    typed = lambda text: editor.typed(path, text)

    keys = typed("---\ncompany: Acme\n|\n---\n")
    assert keys["thank you"] == "thank you: " and "company" not in keys
    assert len(keys) >= 20
    assert typed("---\nthank y|\n---\n") == {**keys, "company": "company: "}
    assert typed("---\nou|: x\n---\n")["outcome"] == "outcome"
    assert typed("---\nemployer: x\nco|")["contacts"] == "contacts: "
    assert "company" not in typed("---\nEmployer: x\nco|")
    assert "interview" in typed("---\nType: |\n---\n")
    assert set(typed("---\nstatus: no|\n---")) == {
        "pending", "rejected", "no answer", "offer", "accepted", "declined",
        "withdrawn"}
    for text in ["---\ntags: weakness/ne|", "---\ntags: [a, weakness/|",
                 "---\ntags:\n  - weakness/|\n", "---\ntags:\n- weak|",
                 "---\ntags: interview #weakness/|",
                 "---\ntags: [\n  a,\n  \"weakness/|"]:
        words = typed(text)
        assert words["weakness/nerves"] == "weakness/nerves", text
    assert typed("---\nratings:\n  ne|")["nerves"] == "nerves: "
    assert typed("---\nratings: {salary: 2, ne|")["nerves"] == "nerves: "
    assert typed("---\nratings:\n  nerves: |") == {}
    assert typed("---\nsnooze:\n  |")["thank-you"] == "thank-you: "
    for text in ["---\ncontacts: Da|", "---\ninterviewer: |",
                 "---\ncontacts:\n  - |", "---\ncontacts:\n- name: Da|",
                 "---\npeople: [Ru|", "---\npeople: [[Da|",
                 "---\npeople:\n- \"[[Da|", "---\ntouches:\n- with: D|"]:
        assert typed(text)["Dana Ruiz"] == "Dana Ruiz", text
    assert typed("---\ncontacts:\n- email: |") == {}
    assert typed("---\ncontacts:\n- company: B|") == {
        "Brill & Sons": "Brill & Sons"}
    assert set(typed("---\norg: |")) == {"Acme", "Brill & Sons", "Corvid"}
    assert typed("---\ncompany: Ac|\n---\n") == {"Acme": "Acme"}
    # Neither in comments, nor of what is not ours, nor where front matter ends.
    for text in ["---\n# co|", "---\ntitle: |", "---\nx:\n  - |", "co|",
                 "---\na: b\n---\nco|", "\n---\nco|"]:
        assert typed(text) == {}, text
    # In prose: names that were begun, once or twice over.
    assert typed("Met Da|")["Dana Ruiz"] == "Dana Ruiz"
    assert typed("Met da|") == {}
    assert typed("See #weakness/|")["weakness/nerves"] == "weakness/nerves"
    editor.change(path, "met Dana Ru")
    [item] = editor.complete(path, 0, 11)
    assert item["textEdit"]["range"]["start"]["character"] == 4
    editor.change(path, "met Ru")
    [item] = editor.complete(path, 0, 6)
    assert item["textEdit"]["range"]["start"]["character"] == 4
    assert item["filterText"] == "Ruiz"
    # What YAML would read otherwise is quoted.
    write("odd.md", "---\ncompany: 'Odd: [a], it''s'\ndate: 2026-10-01\n---\n")
    editor.save(path, read(path))
    editor.diagnostics(path)
    for before in ["---\ncompany: ", "---\ncompany: '", '---\ncompany: "']:
        editor.change(path, before)
        item = [i for i in editor.complete(path, 1, 99)
                if i["label"].startswith("Odd")][0]
        start = item["textEdit"]["range"]["start"]["character"]
        value = (before.split("\n")[1][:start] + item["textEdit"]["newText"] +
                 (before[-1] if before[-1] in "'\"" else ""))
        assert value in ["company: 'Odd: [a], it''s'",
                         'company: "Odd: [a], it\'s"'], value
    assert editor.stop() == 0


def positions():
    """Columns behind emoji, in UTF-16 and in bytes."""
    line = "- [ ] \U0001f389\u00e9\u6f22 Send, due 2026-02-30 \U0001f389"
    note = "---\ncompany: A\ndate: 2026-10-01\n---\n%s\n" % line
    # CR LF, and lines that only editors end with a CR.
    for text, at in [(note, 4), (note.replace("\n", "\r\n"), 4),
                     ("\ufeff" + note, 4), (note.replace("\n", "\r"), 4)]:
        write("party.md", text)
        for encodings in [None, ["utf-16"], ["utf-32", "utf-8", "utf-16"]]:
            editor = Editor()
            can = editor.start(encodings=encodings)
            is_utf8 = bool(encodings and "utf-8" in encodings)
            coding = "utf-8" if is_utf8 else "utf-16-le"
            units = lambda t: len(t.encode(coding)) // (1 if is_utf8 else 2)
            assert can["positionEncoding"] == (
                "utf-8" if is_utf8 else "utf-16")
            editor.open("party.md", text)
            [wrong] = [d for d in editor.diagnostics("party.md")
                       if d["code"] == "no-such-day"]
            assert place(wrong)[:2] == (
                at, units(line.split("2026-02")[0])), wrong
            assert wrong["range"]["end"]["character"] == units(line)
            # The way back: the word behind the emoji is what is replaced.
            typed = "tags: [\U0001f389\u00e9, weakness/ne"
            editor.change("party.md", "---\n" + typed + "]\n---\n")
            item = [i for i in editor.complete("party.md", 1, units(typed))
                    if i["label"] == "weakness/nerves"][0]
            assert item["textEdit"]["range"] == {
                "start": {"line": 1,
                          "character": units(typed.split("weak")[0])},
                "end": {"line": 1, "character": units(typed)}}
            # In the middle of a pair, and past the end of the line.
            editor.complete("party.md", 1, 8)
            editor.complete("party.md", 1, 10 ** 15)
            assert editor.stop() == 0


def roots():
    """small_journal; which folder is the journal."""
    def files(editor, path):
        editor.open(path)
        editor.hover(path, 0)  # for which it scans, if it has not
        found = editor.published()
        assert path in found
        assert editor.stop() == 0
        return {path for path in found if found[path]}

    here = {"brill.md", "corvid.md"}
    os.makedirs("sub/deep", exist_ok=True)
    write("sub/deep/note.md", "---\ncompany: x\ndate: 2026-02-30\n---\n")
    below = {"sub/deep/note.md"}
    os.symlink(os.getcwd(), "../link")

    editor = Editor()
    editor.start()
    assert files(editor, "acme.md") == here | below
    editor = Editor()
    editor.start(root="sub")
    editor.open("sub/deep/note.md")
    assert set(editor.published()) | below == below
    assert editor.stop() == 0
    # What the command line says comes first.
    for arguments in (["-C", "sub"], ["sub"]):
        editor = Editor(*arguments)
        editor.start()
        assert files(editor, "sub/deep/note.md") == below
    # None said: the nearest folder with a configuration, else the file's own.
    editor = Editor()
    editor.start(root=None)
    assert files(editor, "sub/deep/note.md") == below
    write(".journalscan.yml", "quarterly: false\n")
    editor = Editor()
    editor.start(root=None)
    assert files(editor, "sub/deep/note.md") == here | below
    # Folders of a workspace; and over a link.
    editor = Editor()
    editor.result("initialize", {"capabilities": {}, "rootUri": None,
                                 "workspaceFolders": [
                                     {"uri": uri_of("../link"), "name": "x"}]})
    editor.open("../link/corvid.md")
    editor.save("../link/corvid.md")
    editor.settle()
    uris = {m["params"]["uri"] for m in editor.notified}
    assert uri_of("../link/corvid.md") in uris
    assert uri_of("corvid.md") not in uris
    assert editor.stop() == 0
    # A folder that is not there, and roots that are no files.
    for root in ["file:///nowhere/at/all", "http://x/y", "file://host/y",
                 "file:///a%00b", "", "file:relative", "%", "file:///%zz"]:
        editor = Editor()
        editor.result("initialize", {"capabilities": {}, "rootUri": root})
        editor.open("acme.md")
        editor.hover("acme.md", 0)
        assert editor.stop() == 0


def queued():
    """small_journal; what comes in one go."""
    editor = Editor()
    editor.start()
    editor.open("acme.md")
    editor.diagnostics("acme.md")
    editor.published()
    where = {"textDocument": {"uri": uri_of("acme.md")},
             "position": {"line": 3, "character": 0}}
    batch = b""
    for ident in range(100, 110):
        batch += frame({"jsonrpc": "2.0", "id": ident,
                        "method": "textDocument/hover", "params": where})
    for ident in [104, 106, "106", 999, None, [1]]:
        batch += frame({"jsonrpc": "2.0", "method": "$/cancelRequest",
                        "params": {"id": ident}})
    editor.write(batch)
    codes = [editor.answer(i).get("error", {}).get("code")
             for i in range(100, 110)]
    # How much of one write is seen at once is up to the system.
    assert codes[4] in (None, -32800) and codes[6] in (None, -32800)
    assert not any(codes[:4] + codes[5:6] + codes[7:])
    # Held up by a scan, so that the rest has come for certain.
    batch = frame({"jsonrpc": "2.0", "method": "textDocument/didSave",
                   "params": where})
    batch += frame({"jsonrpc": "2.0", "id": 200,
                    "method": "textDocument/hover", "params": where})
    batch += frame({"jsonrpc": "2.0", "id": 201,
                    "method": "textDocument/hover", "params": where})
    batch += frame({"jsonrpc": "2.0", "method": "$/cancelRequest",
                    "params": {"id": 201}})
    editor.write(batch)
    assert "result" in editor.answer(200)
    assert editor.answer(201)["error"]["code"] == -32800
    # Many files at once: each is spoken of once.
    editor.published()
    batch = b"".join(frame({
        "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {
            "textDocument": {"uri": uri_of(path), "text": read(path)}}})
                     for path in ["brill.md", "corvid.md", "plain.md"])
    editor.write(batch * 5)
    editor.settle()
    names = [path_of(m["params"]["uri"]) for m in editor.notified]
    assert set(names) <= {"brill.md", "corvid.md", "plain.md"}
    assert len(names) <= 9, names
    assert editor.stop() == 0


def unsaved():
    """small_journal; text that is only typed stays in the editor."""
    secret = "Zanzibar-unsaved-secret"
    editor = Editor()
    editor.start()
    editor.open("acme.md")
    editor.diagnostics("acme.md")
    text = "---\ncompany: %s\n---\nI rambled, %s.\n" % (secret, secret)
    editor.change("acme.md", text)
    editor.open("unsaved.md", text)
    editor.published()
    editor.hover("acme.md", 1)
    editor.complete("acme.md", 1, 12)
    editor.save("brill.md")
    editor.notify("workspace/didChangeWatchedFiles", {"changes": []})
    assert secret not in json.dumps(editor.published())
    assert secret not in json.dumps(editor.typed("plain.md", "---\norg: |")
                                    if editor.open("plain.md") else {})
    assert editor.stop() == 0
    for folder in [".", os.environ["HOME"]]:
        for where, _, names in os.walk(folder):
            for name in names:
                with open(os.path.join(where, name), "rb") as file:
                    assert secret.encode() not in file.read(), name


def hostile():
    """small_journal; nothing of this may stop it, or make it large."""
    def answers(raw, wanted):
        editor = Editor()
        editor.start()
        editor.write(raw)
        codes = [editor.take()["error"]["code"] for _ in wanted]
        assert codes == wanted, (raw[:60], codes)
        assert editor.stop() == 0

    parse, request = -32700, -32600
    answers(b"GET / HTTP/1.0\r\nHost: x\r\n\r\n", [parse])
    for length in [b"-1", b"", b"x", b"5x", b"0x10", b" ", b"9" * 400,
                   b"1 2", b"+3", b"\x00"]:
        answers(b"Content-Length: " + length + b"\r\n\r\n", [parse])
    answers(b"\r\n\n\r\n", [])
    answers(b"Content-Length: 0\r\n\r\n", [parse])
    answers(b"x" * 9000, [parse])
    # Other headers, in other cases and with bare line ends, are fine.
    body = b'{"jsonrpc":"2.0","id":"b","method":"n/o"}'
    answers(b"content-LENGTH:%d\nContent-Type: x; charset=utf-8\n\n" %
            len(body) + body, [-32601])
    # One too big is read away, and the next is served.
    big = 33 << 20
    answers(b"Content-Length: %d\r\n\r\n" % big + b"[" * big, [request])
    for raw in [b"{", b"\xff\xfe{}", b'{"a":"\xed\xa0\x80"}', b"nothing",
                b"[" * 100000, b'{"a":' * 100000, b"\x00" * 64, b'"text"',
                b"17", b"null", b'{"id":1e999,"method":"x"}']:
        answers(frame(raw), [parse])
    for raw in [b"[]", b"{}", b'[{"id":1,"method":"shutdown"}]',
                b'{"id":{},"method":"shutdown"}', b'{"id":1,"method":7}',
                b'{"id":null,"method":"shutdown"}',
                b'{"id":true,"method":"shutdown"}']:
        answers(frame(raw), [request])
    answers(b"".join(frame({"jsonrpc": "2.0", "id": str(i), "method": "m"})
                     for i in range(1, 200)), [-32601] * 199)

    # Parameters of every wrong form.
    editor = Editor()
    editor.start()
    wrong = [None, 1, "x", [], {}, {"textDocument": 1},
             {"textDocument": {"uri": 7, "text": []}},
             {"textDocument": {"uri": "file:///x", "text": "a\0b"}},
             {"textDocument": {"uri": "a\0b", "text": "\0"}},
             {"textDocument": {"uri": uri_of("acme.md")},
              "contentChanges": [1, {}, {"text": 5},
                                 {"range": {}, "text": "x"}]},
             {"textDocument": {"uri": uri_of("acme.md")},
              "position": {"line": 1.5, "character": 0}},
             {"textDocument": {"uri": uri_of("acme.md")},
              "position": {"line": 2 ** 62, "character": 2 ** 62}}]
    for method in ["didOpen", "didChange", "didSave", "didClose", "hover",
                   "completion"]:
        for params in wrong:
            editor.notify("textDocument/" + method, params)
            editor.request("textDocument/" + method, params)
    editor.open("../../../../../../../../../../../../etc/passwd", "---\n")
    editor.open("a/../../../x.md", "---\n")
    editor.notify("textDocument/didOpen", {"textDocument": {
        "uri": "file:///" + "a/" * 50000, "text": ""}})
    # Texts that would be slow where anything looks at them twice.
    editor.open("acme.md")
    for text in ["---\n" + "- " * 200000, "---\n" + "  " * 200000 + "x",
                 "---\na: " + "['" * 200000, "---\na: \"" + "[,'\"{" * 100000,
                 "---\n" + "k: v\n" * 100000, "---\n" + "\r" * 300000,
                 "Da" * 200000, "D " * 200000, "---\n" + ":" * 400000]:
        editor.change("acme.md", text)
        line = len(text.replace("\r", "\n").split("\n")) - 1
        editor.complete("acme.md", line, 10 ** 6)
        editor.hover("acme.md", line)
    # A FIFO, a link and a folder in a note's place.
    os.mkfifo("pipe.md")
    os.symlink("/dev/zero", "zero.md")
    os.mkdir("folder.md")
    for path in ["pipe.md", "zero.md", "folder.md"]:
        editor.open(path, "---\ncompany: x\n")
        editor.save(path)
        editor.hover(path, 0)
    assert editor.stop() == 0

    # A message that never ends, and an editor that has gone.
    editor = Editor()
    editor.start()
    editor.write(b"Content-Length: 1000\r\n\r\n{\"id\":")
    editor.server.stdin.close()
    assert editor.left() == 1

    # Whatever bytes: it ends when they do.
    chance = random.Random(8)
    pieces = [b"Content-Length: ", b"\r\n", b"\r\n\r\n", b"{", b"}", b"17",
              b'"id":1', b'"method":"initialize"', b"\x00", b"\xff", b",",
              frame({"id": 1, "method": "initialize"}), b"[",
              frame({"method": "textDocument/didOpen", "params": {
                  "textDocument": {"uri": uri_of("acme.md"), "text": "x"}}})]
    for _ in range(12):
        raw = b"".join(chance.choice(pieces) for _ in range(300))
        done = subprocess.run(
            [sys.argv[1], "lsp", "--as-of", DAY], input=raw, check=False,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            timeout=PATIENCE)
        assert done.returncode == 1, (raw, done)


if __name__ == "__main__":
    globals()[sys.argv[2]]()
