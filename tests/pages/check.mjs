// Opens pages in a headless Chromium, in three widths and both colour schemes,
// and asks axe-core about each; html-validate reads their source.  Speaks TAP.
//
//	node check.mjs MODULES [--shots DIR] PAGE...
//
// MODULES is the folder that npm filled.  Nothing is loaded but the pages.

import { createRequire } from "node:module";
import { mkdirSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const WIDTHS = [360, 820, 1400];
const SCHEMES = ["light", "dark"];

const [modules, ...rest] = process.argv.slice(2);
const shots = rest[0] === "--shots" ? rest.splice(0, 2)[1] : null;
const need = createRequire(resolve(modules, "package.json"));
const load = (name) => import(pathToFileURL(need.resolve(name)));
const { default: puppeteer } = await load("puppeteer-core");
const { HtmlValidate } = await load("html-validate");
const axe = readFileSync(need.resolve("axe-core/axe.min.js"), "utf8");

let count = 0;
let failed = 0;

function tell(name, problems) {
	count += 1;
	failed += problems.length > 0;
	console.log(`${problems.length ? "not ok" : "ok"} ${count} - ${name}`);
	for (const problem of problems.slice(0, 20))
		console.log(`# ${problem}`);
}

async function validate(file) {
	const validator = new HtmlValidate({
		extends: ["html-validate:recommended", "html-validate:document"],
		rules: {
			// Ours to choose: the report is one file, long lists and all.
			"long-title": "off",
			"no-inline-style": "error",
			"require-csp-nonce": "off", // hashes do the same
			"prefer-native-element": "off", // role=group of an SVG
			"no-trailing-whitespace": "off", // words of notes
			"void-style": "off", // an SVG is written as XML
		},
	});
	const report = await validator.validateString(
		readFileSync(file, "utf8"));
	return report.results.flatMap((result) => result.messages.map(
		(m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
}

// What the page itself must not do: be wider than the window, ask for anything,
// or run into its own policy.
async function look(browser, file, width, scheme) {
	const page = await browser.newPage();
	const problems = [];
	page.on("console", (m) => {
		if (m.type() === "error" || m.type() === "warn")
			problems.push(`console: ${m.text()}`);
	});
	page.on("dialog", (d) => {
		problems.push(`a note ran: ${d.message()}`);
		d.dismiss();
	});
	page.on("pageerror", (e) => problems.push(`script: ${e.message}`));
	page.on("request", (r) => {
		if (!r.url().startsWith("file://"))
			problems.push(`asks for ${r.url()}`);
	});
	await page.setViewport({ width, height: 900 });
	await page.emulateMediaFeatures(
		[{ name: "prefers-color-scheme", value: scheme }]);
	await page.goto(pathToFileURL(resolve(file)).href);
	const wide = await page.evaluate(
		() => document.documentElement.scrollWidth - innerWidth);
	if (wide > 0)
		problems.push(`${wide} pixels wider than the window`);
	if (shots) {
		mkdirSync(shots, { recursive: true });
		await page.screenshot({
			path: `${shots}/${basename(file, ".html")}-${width}-` +
				`${scheme}.png`,
			fullPage: true,
		});
	}
	// The tool's own words, past the policy of the page.
	const found = await page.evaluate(`${axe}; axe.run(document, {
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
			"best-practice"] })`);
	for (const one of found.violations)
		for (const node of one.nodes.slice(0, 4))
			problems.push(`axe ${one.id}: ${node.target} ` +
				node.failureSummary.replace(/\s+/g, " "));
	await page.close();
	return problems;
}

// The tables sort and filter, and a cell of the map opens its passage.
async function use(browser, file) {
	const page = await browser.newPage();
	await page.goto(pathToFileURL(resolve(file)).href);
	const problems = await page.evaluate(() => {
		const wrong = [];
		for (const table of document.querySelectorAll("table.list")) {
			const body = table.tBodies[0];
			const first = () => [...body.rows].map(
				(row) => row.cells[0].textContent);
			const name = table.caption.textContent;
			const button = table.querySelector("th button");
			button.click();
			const up = first();
			button.click();
			const down = first();
			if (up.length > 1 && up.join() === down.join() &&
				new Set(up).size > 1)
				wrong.push(`${name}: does not sort`);
			if (table.querySelector("th").ariaSort !== "descending")
				wrong.push(`${name}: does not say its order`);
			const input = table.parentElement.previousElementSibling
				.previousElementSibling.querySelector("input");
			input.value = "no such words in any row";
			input.dispatchEvent(new Event("input"));
			if ([...body.rows].some((row) => !row.hidden))
				wrong.push(`${name}: does not filter`);
		}
		return wrong;
	});
	const cell = await page.$(".cells a");
	if (cell) {
		const goal = await cell.evaluate(
			(a) => a.getAttribute("href").slice(1));
		await page.evaluate((id) => { location.hash = id; }, goal);
		await page.waitForFunction(
			(id) => document.getElementById(id).closest("details").open,
			{ timeout: 5000 }, goal).catch(
			() => problems.push(`#${goal} stays closed`));
	}
	await page.close();
	return problems;
}

const browser = await puppeteer.launch({
	executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
	args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
	protocolTimeout: 300000,
});
try {
	for (const file of rest) {
		const name = basename(file);
		tell(`${name}: valid HTML`, await validate(file));
		for (const width of WIDTHS)
			for (const scheme of SCHEMES)
				tell(`${name}: ${width} pixels, ${scheme}`,
					await look(browser, file, width, scheme));
		tell(`${name}: sorted, filtered, opened`, await use(browser, file));
	}
} finally {
	await browser.close();
}
console.log(`1..${count}`);
process.exit(failed > 0 ? 1 : 0);
