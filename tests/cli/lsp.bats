#!/usr/bin/env bats
# lsp: lsp.py plays the editor, over standard input and output; and editors that
# are installed play themselves.

load common

# play SCENARIO: in a journal of its own.
play() {
	timeout -k 1 300 python3 -B "$BATS_TEST_DIRNAME/lsp.py" \
		"$JOURNALSCAN" "$1" 3>&-
}

@test "initialize, shutdown, exit, and what is asked out of turn" {
	play lifecycle
}

@test "diagnostics are those of check, sent when they change" {
	small_journal
	play diagnostics
}

@test "an error in the configuration is shown in its file" {
	small_journal
	play configuration
}

@test "hover: follow-ups and weaknesses of a line, wherever it is now" {
	small_journal
	play hover
}

@test "completion: keys, values, weaknesses, companies and people" {
	small_journal
	play completion
}

@test "positions behind emoji, in UTF-16 and in UTF-8" {
	play positions
}

@test "which folder is the journal" {
	small_journal
	play roots
}

@test "what is called off is not worked on; many files are one scan" {
	small_journal
	play queued
}

@test "text that is not saved is written nowhere" {
	small_journal
	export XDG_CACHE_HOME=$HOME/cache
	before=$(tree)
	play unsaved
	[ "$(tree)" = "$before" ]
}

@test "hostile input" {
	small_journal
	play hostile
}

@test "standard output that is closed, or full" {
	small_journal
	init='{"id":1,"method":"initialize"}'
	printf 'Content-Length: %d\r\n\r\n%s' ${#init} "$init" >../init
	run timeout 20 "$JOURNALSCAN" lsp <../init >&-
	[ "$status" -eq 1 ]
	if [ -e /dev/full ]; then
		status=0
		timeout 20 "$JOURNALSCAN" lsp <../init >/dev/full || status=$?
		[ "$status" -eq 1 ]
	fi
	js lsp nowhere
	[ "$status" -eq 2 ]
}

@test "Neovim shows diagnostics, explains and completes" {
	command -v nvim >/dev/null || skip "no nvim"
	small_journal
	cat >../try.lua <<-'EOF'
		local wanted = { name = 'journalscan', root_dir = vim.fn.getcwd(),
			cmd = { os.getenv('JOURNALSCAN'), 'lsp', '--as-of', os.getenv('DAY') } }
		local function open(path)
			vim.cmd('edit ' .. path)
			if vim.lsp.start then
				vim.lsp.start(wanted)
			else
				client = client or vim.lsp.start_client(wanted)
				vim.lsp.buf_attach_client(0, client)
			end
		end
		local function ask(method, line, character)
			local answers = vim.lsp.buf_request_sync(0, 'textDocument/' .. method, {
				textDocument = { uri = vim.uri_from_bufnr(0) },
				position = { line = line, character = character },
			}, 30000)
			for _, answer in pairs(answers or {}) do
				return answer.result
			end
		end
		open('corvid.md')
		vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end)
		for _, d in ipairs(vim.diagnostic.get(0)) do
			print(('diagnostic %d:%d %s'):format(d.lnum, d.col, d.message))
		end
		open('acme.md')
		print('hover ' .. ask('hover', 3, 0).contents.value:gsub('\n.*', ''))
		vim.api.nvim_buf_set_lines(0, 5, 5, true, { 'tags: weakness/ne' })
		for _, item in ipairs(ask('completion', 5, 17).items) do
			print('item ' .. item.label)
		end
		vim.cmd('qall!')
	EOF
	JOURNALSCAN=$JOURNALSCAN DAY=$DAY run timeout 120 nvim --headless -u NONE \
		-i NONE -n +'luafile ../try.lua' 3>&-
	has "diagnostic 4:11 no such day: 2026-02-30"
	has "hover **Send a thank-you note"
	has "item weakness/nerves"
}

@test "Emacs does, with eglot" {
	command -v emacs >/dev/null &&
		emacs --batch --eval "(require 'eglot)" 2>/dev/null || skip "no eglot"
	small_journal
	cat >../try.el <<-'EOF'
		(require 'eglot)
		(require 'flymake)
		(setq eglot-sync-connect 30 eglot-events-buffer-size 0)
		(add-to-list 'eglot-server-programs
		             (list 'text-mode (getenv "JOURNALSCAN") "lsp"
		                   "--as-of" (getenv "DAY")))
		(defun wait-for (done)
		  (let ((end (+ (float-time) 30)))
		    (while (and (not (funcall done)) (< (float-time) end))
		      (accept-process-output nil 0.1))))
		(find-file "corvid.md")
		(text-mode)
		(call-interactively 'eglot)
		(flymake-start)
		(wait-for (lambda () (flymake-start) (flymake-diagnostics)))
		(dolist (d (flymake-diagnostics))
		  (princ (format "diagnostic %d %s\n"
		                 (line-number-at-pos (flymake-diagnostic-beg d))
		                 (flymake-diagnostic-text d))))
		(goto-char (point-min))
		(forward-line 3)
		(end-of-line)
		(insert "\ntags: weakness/ne")
		(eglot--signal-textDocument/didChange)
		(let ((found (eglot-completion-at-point)))
		  (dolist (item (all-completions "" (nth 2 found)))
		    (princ (format "item %s\n" item))))
		(set-buffer-modified-p nil)
		(eglot-shutdown (eglot-current-server))
	EOF
	JOURNALSCAN=$JOURNALSCAN DAY=$DAY run timeout 120 emacs --batch \
		-l ../try.el 3>&-
	has "diagnostic 5 "
	has "no such day: 2026-02-30"
	has "item weakness/nerves"
}
