// Asks questions.sql of DuckDB: node duckdb.mjs RECORDS
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";

// The package of the folder that this is called from.
const require = createRequire(join(process.cwd(), "x.js"));
const { DuckDBInstance } = require("@duckdb/node-api");
const here = dirname(fileURLToPath(import.meta.url));
const records = process.argv[2].replaceAll("'", "''");
const connection = await (await DuckDBInstance.create(":memory:")).connect();

await connection.run(`
	CREATE TEMP TABLE record AS SELECT * FROM read_json('${records}/*.ndjson',
		format = 'newline_delimited', columns = {
		"is": 'VARCHAR', journal: 'VARCHAR', as_of: 'DATE', id: 'VARCHAR',
		title: 'VARCHAR', recurring: 'BOOLEAN', interviews: 'INTEGER',
		"of": 'INTEGER', trend: 'VARCHAR', rule: 'VARCHAR',
		company: 'VARCHAR', contact: 'VARCHAR', due: 'DATE',
		status: 'VARCHAR'});
	CREATE TEMP VIEW weakness AS SELECT *, "of" AS interviews_held
		FROM record WHERE "is" = 'weakness';
	CREATE TEMP VIEW follow_up AS SELECT record.*, day.as_of + 7 AS week_end
		FROM record JOIN (SELECT journal, as_of FROM record
			WHERE "is" = 'report') AS day USING (journal)
		WHERE "is" = 'follow_up';`);

for (const question of readFileSync(join(here, "questions.sql"), "utf8").split(/;\s*/)) {
	if (!question.trim())
		continue;
	const answer = await connection.runAndReadAll(question);
	console.log(question.match(/^-- (.*)$/m)[1]);
	console.table(answer.getRowObjectsJson());
}
