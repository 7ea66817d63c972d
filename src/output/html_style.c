/*
 * The style sheet of the HTML report, and its SHA-256 for the page's own
 * Content-Security-Policy: whoever changes the one changes the other, and
 * tests/rules/style.sh tells the new value.
 */
#include "output/html_style.h"

#include <stddef.h>

const char jscan_html_style_hash[] =
	"sha256-4yeQxS5EepoBirnj26dwkrrAyxkvue3cZ6YI8pLL1f8=";

const char *const jscan_html_style[] = {
	":root{color-scheme:light dark;--back:#f7f5f1;--card:#fffdfa;"
	"--text:#20242b;--soft:#5a616d;--line:#dfdad1;--grid:#e6e1d8;"
	"--bad:#b3261e;--bad-back:#fbe4e1;--now:#825300;--now-back:#fbeccb;"
	"--good:#1a6e33;--good-back:#dff1e2;--link:#0b559f;--ink:#2d5d8c;"
	"--ink-soft:#b9cbdd;--h0:#eee9e0;--h1:#f0bf8c;--h2:#d97c3f;"
	"--h3:#a23f12}",
	"@media(prefers-color-scheme:dark){:root{--back:#14171b;"
	"--card:#1c2026;--text:#e8e5df;--soft:#a5acb7;--line:#353b44;"
	"--grid:#2a2f37;--bad:#ff9389;--bad-back:#45211f;--now:#f3bd5c;"
	"--now-back:#3d3018;--good:#7bd992;--good-back:#1c3823;"
	"--link:#93bdff;--ink:#86b4e2;--ink-soft:#324a63;--h0:#262b32;"
	"--h1:#6f4526;--h2:#b9652f;--h3:#f5a05f}}",
	"*{box-sizing:border-box}",
	"html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}",
	"body{margin:0;background:var(--back);color:var(--text);"
	"font:1rem/1.5 system-ui,-apple-system,\"Segoe UI\",Roboto,"
	"sans-serif;overflow-wrap:anywhere}",
	"main{max-width:70rem;margin:0 auto;padding:2rem 1rem 4rem}",
	"h1,h2,h3,h4{line-height:1.25;text-wrap:balance}",
	"h1{font-size:1.9rem;letter-spacing:-.02em;margin:0 0 1.25rem}",
	"h2{font-size:1.4rem;letter-spacing:-.01em;margin:3.25rem 0 1rem}",
	"h3{font-size:1rem;color:var(--soft);margin:1.5rem 0 .6rem}",
	"h4{font-size:1.05rem;margin:0 0 .25rem}",
	"p{margin:.35rem 0}",
	"a{color:var(--link);text-underline-offset:.15em;"
	"text-decoration-thickness:.06em}",
	"a:focus-visible,summary:focus-visible,button:focus-visible,"
	"input:focus-visible,.scroll:focus-visible{outline:.15rem solid "
	"var(--link);outline-offset:.15rem;border-radius:.2rem}",
	"time,.number{font-variant-numeric:tabular-nums}",
	"time{white-space:nowrap}",
	"code{font:.85em/1.4 ui-monospace,Menlo,Consolas,monospace}",
	".soft,.place,.foot code{color:var(--soft);font-size:.875rem}",
	".bad{color:var(--bad)}",
	".now{color:var(--now)}",
	".good{color:var(--good)}",
	".unseen{position:absolute;width:1px;height:1px;overflow:hidden;"
	"clip-path:inset(50%);white-space:nowrap}",
	".counts{display:grid;grid-template-columns:repeat(auto-fit,"
	"minmax(6.3rem,1fr));gap:.6rem;margin:0;padding:0;list-style:none}",
	".counts li,.card,.chart,.month,.list{background:var(--card);"
	"border:1px solid var(--line);border-radius:.75rem}",
	".counts li{padding:.6rem .7rem .65rem;overflow-wrap:normal;"
	"color:var(--soft);font-size:.9rem}",
	".counts b{display:block;font-size:1.9rem;line-height:1.15;"
	"letter-spacing:-.02em;font-variant-numeric:tabular-nums}",
	".counts .count{color:var(--text)}",
	"nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;margin:1rem 0 "
	"0;padding:0;list-style:none}",
	".cards{display:grid;grid-template-columns:repeat(auto-fill,"
	"minmax(min(100%,22rem),1fr));gap:.75rem;align-items:stretch}",
	".card{display:flex;flex-direction:column;padding:.85rem 1rem .8rem}",
	".card>:is(.foot,details):last-child{margin-top:auto}",
	".card>:nth-last-child(2){margin-bottom:.6rem}",
	".card:target,blockquote:target,.agenda li:target{outline:.15rem "
	"solid var(--link);outline-offset:.15rem}",
	".item{border-top:.25rem solid var(--now)}",
	".item.overdue{border-top-color:var(--bad)}",
	".item details{margin:.2rem 0 0}",
	".item ul{margin:.4rem 0;padding-left:1.15rem;font-size:.925rem}",
	".who{color:var(--soft)}",
	".foot{display:flex;flex-wrap:wrap;gap:.1rem .75rem;"
	"justify-content:space-between;padding-top:.5rem;border-top:1px "
	"solid var(--grid)}",
	".pill{display:inline-block;padding:.05rem .55rem;border-radius:1rem;"
	"background:var(--h0);color:var(--text);font-size:.8rem;"
	"white-space:nowrap}",
	".pill.overdue{background:var(--bad-back);color:var(--bad)}",
	".pill.due{background:var(--now-back);color:var(--now)}",
	".pill.upcoming{background:var(--good-back);color:var(--good)}",
	".legend{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin:0 0 "
	".7rem;padding:0;list-style:none;color:var(--soft);font-size:.875rem}",
	".legend svg{vertical-align:-.15em;margin-right:.15rem}",
	".chart{padding:1rem}",
	"svg{display:block;overflow:visible}",
	".legend svg{display:inline}",
	".grid{stroke:var(--grid);stroke-width:1}",
	".axis text{fill:var(--soft);font-size:.78rem}",
	".lanes,.heat,.funnel{margin:0;padding:0;list-style:none}",
	".lanes li+li{margin-top:.9rem}",
	".head{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem "
	".6rem;margin:0 0 .15rem}",
	".lane{stroke:var(--line);stroke-width:2}",
	".ended{stroke:var(--soft);stroke-width:3}",
	".touch{fill:var(--ink);stroke:var(--card);stroke-width:2}",
	".window.upcoming{fill:var(--ink-soft)}",
	".window.due{fill:var(--now)}",
	".window.overdue{fill:var(--bad)}",
	".heat li{display:grid;grid-template-columns:13rem 1fr;gap:0 .9rem;"
	"align-items:center;padding:.13rem 0;font-size:.9rem}",
	".heat li>a{color:inherit;padding:.25rem 0;line-height:1.3;"
	"text-decoration-color:var(--line)}",
	".cells rect{stroke:var(--card);stroke-width:2}",
	".h0{fill:var(--h0)}",
	".h1{fill:var(--h1)}",
	".h2{fill:var(--h2)}",
	".h3{fill:var(--h3)}",
	".cells a:hover rect,.cells a:focus-visible rect{stroke:var(--text)}",
	".cells a:focus-visible{outline:none}",
	".ends{display:flex;justify-content:space-between;margin:.35rem 0 0 "
	"13.9rem;color:var(--soft);font-size:.8rem}",
	".trend{margin:.5rem 0 .6rem;stroke:var(--soft);color:var(--soft)}",
	".trend polyline{fill:none;stroke:currentColor;stroke-width:2.25;"
	"stroke-linejoin:round;vector-effect:non-scaling-stroke}",
	".trend circle{fill:currentColor;stroke:var(--card);stroke-width:2}",
	".trend.bad{color:var(--bad)}",
	".trend.good{color:var(--good)}",
	".trend .grid{stroke:var(--grid)}",
	"em{color:var(--soft);font-style:normal;font-weight:600;"
	"font-size:.875rem}",
	"details{margin:.6rem 0 0}",
	"summary{cursor:pointer;color:var(--link);font-size:.925rem;"
	"width:fit-content}",
	"blockquote{margin:.6rem 0;padding:.05rem 0 .05rem .8rem;"
	"border-left:.2rem solid var(--ink-soft)}",
	"blockquote p{margin:0}",
	".plain{padding-left:1.5rem;font-size:.925rem}",
	".funnel li{display:grid;grid-template-columns:9rem 1fr 6rem;gap:0 "
	".9rem;align-items:center;padding:.2rem 0}",
	".funnel li>svg{grid-column:2;grid-row:1}",
	".funnel .all,.legend .all{fill:var(--ink-soft)}",
	".funnel .open,.legend .open{fill:var(--ink)}",
	".month{display:grid;grid-template-columns:15rem 1fr;gap:0 1.75rem;"
	"align-items:start;padding:1rem;margin:0 0 .75rem}",
	".sheet{table-layout:fixed;width:100%;border-collapse:separate;"
	"border-spacing:0;text-align:center;font-size:.875rem;"
	"font-variant-numeric:tabular-nums}",
	".sheet caption{text-align:left;font-weight:600;font-size:1rem;"
	"padding-bottom:.35rem}",
	".sheet th{font-weight:400;color:var(--soft);padding:.15rem 0}",
	".sheet abbr{text-decoration:none}",
	".sheet td{padding:.1rem 0;color:var(--soft)}",
	".sheet a{display:block;margin:0 auto;width:1.75rem;"
	"line-height:1.75rem;border-radius:50%;background:var(--ink-soft);"
	"color:var(--text);font-weight:600;text-decoration:none}",
	".sheet a.meet{background:var(--ink);color:var(--card)}",
	".agenda{margin:0;padding:0;list-style:none}",
	".agenda li{display:grid;grid-template-columns:6rem 1fr;gap:0 .75rem;"
	"padding:.4rem 0;border-top:1px solid var(--grid)}",
	".agenda li:first-child{border-top:0;padding-top:0}",
	".agenda time{color:var(--soft)}",
	".agenda .soft{display:block}",
	".agenda .soft time,.agenda .place{font-size:.875rem}",
	".scroll{overflow-x:auto;margin:.9rem 0 0;border-radius:.75rem}",
	".list{border-collapse:separate;border-spacing:0;width:100%;"
	"font-size:.925rem;overflow-wrap:anywhere}",
	".list th,.list td{text-align:left;vertical-align:top;padding:.5rem "
	".75rem;min-width:5rem}",
	".list td{border-top:1px solid var(--grid)}",
	".list th{color:var(--soft);font-weight:600;font-size:.85rem;"
	"white-space:nowrap}",
	".list button{all:unset;cursor:pointer}",
	".list button::after{content:\"\\2195\";margin-left:.3rem;"
	"color:var(--soft)}",
	".list [aria-sort=ascending] button::after{content:\"\\2191\";"
	"color:var(--text)}",
	".list [aria-sort=descending] button::after{content:\"\\2193\";"
	"color:var(--text)}",
	".filter{display:block;margin:1rem 0 0;color:var(--soft);"
	"font-size:.9rem}",
	".filter input{font:inherit;margin-left:.4rem;padding:.3rem .7rem;"
	"width:min(100%,16rem);color:var(--text);background:var(--card);"
	"border:1px solid var(--soft);border-radius:.5rem}",
	"@media(max-width:44rem){main{padding-top:1.25rem}h1{"
	"font-size:1.6rem}.month{grid-template-columns:1fr;gap:1rem}.sheet{"
	"max-width:18rem}.heat li{grid-template-columns:1fr;padding:.3rem 0}"
	".ends{margin-left:0}.funnel li{grid-template-columns:1fr auto}"
	".funnel li>svg{grid-column:1/3;grid-row:2}.filter input{"
	"display:block;margin:.25rem 0 0;width:100%}.agenda li{"
	"grid-template-columns:1fr}}",
	"@media print{details::details-content{content-visibility:visible;"
	"block-size:auto;opacity:1}:root{--back:#fff;--card:#fff}html{"
	"font-size:9.5pt}body{font-size:1rem}main{max-width:none;padding:0}"
	"h2{margin-top:1.5rem;break-after:avoid}h3{break-after:avoid}.card,"
	".month,.counts li,.lanes li,.heat li,tr{break-inside:avoid}.cards{"
	"grid-template-columns:1fr 1fr}nav,.filter{display:none}.scroll{"
	"overflow:visible}.list{font-size:8.5pt}.place{color:var(--soft);"
	"text-decoration:none}svg,.pill,.sheet a{print-color-adjust:exact;"
	"-webkit-print-color-adjust:exact}}",
	NULL};
