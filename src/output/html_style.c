/*
 * The style sheet of the HTML report, and its SHA-256 for the page's own
 * Content-Security-Policy: whoever changes the one changes the other, and
 * tests/rules/style.sh tells the new value.
 */
#include "output/html_style.h"

const char jscan_html_style_hash[] =
	"sha256-rGXGdFIssP7tKZBjKbehaHiGoQHCFdZSDOpN5MrfaoU=";

const char jscan_html_style[] =
	":root{color-scheme:light dark;--back:#fbfaf8;--card:#fff;"
	"--text:#1f2328;--soft:#57606a;--line:#d8d6d2;--bad:#b3261e;"
	"--now:#8a5a00;--good:#1a7f37;--link:#0b57a4}"
	"@media(prefers-color-scheme:dark){:root{--back:#16181c;"
	"--card:#1f2227;--text:#e6e4e0;--soft:#a3a9b2;--line:#3a3f47;"
	"--bad:#ff8a80;--now:#f2b84b;--good:#6fd68b;--link:#8ab8ff}}"
	"*{box-sizing:border-box}"
	"body{margin:0 auto;max-width:64rem;padding:1.5rem 1rem 4rem;"
	"background:var(--back);color:var(--text);"
	"font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}"
	"h1{font-size:1.6rem;margin:0 0 1rem}"
	"h2{font-size:1.25rem;margin:2.5rem 0 .75rem;"
	"border-bottom:1px solid var(--line);padding-bottom:.25rem}"
	"h3{font-size:1.05rem;margin:1.25rem 0 .5rem}"
	"a{color:var(--link)}"
	".counts{display:flex;flex-wrap:wrap;gap:.75rem;margin:0;padding:0;"
	"list-style:none}"
	".counts li{background:var(--card);border:1px solid var(--line);"
	"border-radius:.5rem;padding:.5rem 1rem;min-width:6rem}"
	".counts b{display:block;font-size:1.5rem;line-height:1.2}"
	".item{background:var(--card);border:1px solid var(--line);"
	"border-left:.3rem solid var(--now);border-radius:.5rem;"
	"padding:.6rem 1rem;margin:0 0 .75rem}"
	".item.overdue{border-left-color:var(--bad)}"
	".item p,.item ul{margin:.2rem 0}"
	".soft{color:var(--soft);font-size:.9rem}"
	".bad{color:var(--bad)}.now{color:var(--now)}.good{color:var(--good)}"
	".scroll{overflow-x:auto}"
	"table{border-collapse:collapse;width:100%}"
	"th,td{text-align:left;vertical-align:top;overflow-wrap:break-word;"
	"max-width:20rem;padding:.35rem .75rem "
	".35rem 0;border-bottom:1px solid var(--line)}"
	"th{color:var(--soft);font-weight:600;font-size:.9rem}"
	"th,time{white-space:nowrap}"
	"td.number,th.number{text-align:right}"
	"blockquote{margin:.4rem 0;padding-left:.75rem;"
	"border-left:.2rem solid var(--line)}"
	"meter{width:8rem;height:.8rem;vertical-align:middle}"
	"@media print{body{max-width:none;padding:0}"
	".item,.counts li{break-inside:avoid}}";
