/*
 * The script of the HTML report: its tables can be sorted and filtered, a link
 * to a passage opens what it lies in, and a print shows everything.  The page
 * is whole without it.  Its SHA-256 is for the page's own
 * Content-Security-Policy: whoever changes the one changes the other, and
 * tests/rules/style.sh tells the new value.
 */
#include "output/html_script.h"

#include <stddef.h>

const char jscan_html_script_hash[] =
	"sha256-HXGOHCmKfE+xKJSuJmRp/MoNv+dQmbdPPcAG2H6q5dc=";

const char *const jscan_html_script[] = {
	"\"use strict\";\n",
	"for(const table of document.querySelectorAll(\"table.list\")){\n",
	/* NOLINTNEXTLINE(bugprone-suspicious-missing-comma): one */
	"const body=table.tBodies[0],rows=[...body.rows],"
	"heads=[...table.tHead.rows[0].cells];\n",
	"const box=table.parentElement,"
	"label=document.createElement(\"label\"),"
	"input=document.createElement(\"input\"),"
	"said=document.createElement(\"span\");\n",
	"const text=(row,column)=>row.cells[column].textContent.trim();\n",
	"const order=new Intl.Collator(undefined,{numeric:true,"
	"sensitivity:\"base\"});\n",
	"label.className=\"filter\";\n",
	"label.textContent=\"Filter "
	"\"+table.caption.textContent.toLowerCase()+\":\";\n",
	"input.type=\"search\";\n",
	"said.className=\"unseen\";\n",
	"said.setAttribute(\"role\",\"status\");\n",
	"label.append(input);\n",
	"box.before(label,said);\n",
	"input.addEventListener(\"input\",()=>{\n",
	"const words=input.value.toLowerCase().split(/\\s+/);\n",
	"let count=0;\n",
	"for(const row of rows){\n",
	"const all=row.textContent.toLowerCase();\n",
	"row.hidden=!words.every(word=>all.includes(word));\n",
	"count+=!row.hidden;\n",
	"}\n",
	"said.textContent=count+\" of \"+rows.length+\" rows\";\n",
	"});\n",
	"heads.forEach((head,column)=>{\n",
	"const button=document.createElement(\"button\");\n",
	"button.type=\"button\";\n",
	"button.append(...head.childNodes);\n",
	"head.append(button);\n",
	"button.addEventListener(\"click\",()=>{\n",
	"const sign=head.getAttribute(\"aria-sort\")===\"ascending\"?-1:1;\n",
	"for(const other of heads)other.removeAttribute(\"aria-sort\");\n",
	"head.setAttribute(\"aria-sort\",sign>0?\"ascending\":\"descending\")"
	";\n",
	"rows.sort((a,b)=>{\n",
	"const x=text(a,column),y=text(b,column);\n",
	"return !x||!y?!x-!y:sign*order.compare(x,y);\n",
	"});\n",
	"body.append(...rows);\n",
	"});\n",
	"});\n",
	"}\n",
	"const show=()=>{\n",
	"const goal=location.hash.length>"
	"1&&document.getElementById(location.hash.slice(1)),"
	"inside=goal&&goal.closest(\"details\");\n",
	"if(inside){inside.open=true;goal.scrollIntoView();}\n",
	"};\n",
	"addEventListener(\"hashchange\",show);\n",
	"show();\n",
	"addEventListener(\"beforeprint\",()=>{for(const one of "
	"document.querySelectorAll(\"details\"))one.open=true;});\n",
	NULL};
