// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the statements of a file, one a line; prints the seconds of those after the line "-- timed".
const fs = require("fs");
const { DuckDBInstance } = require("@duckdb/node-api");

(async () => {
  const [threads, file] = process.argv.slice(2);
  const instance = await DuckDBInstance.create(":memory:", { threads });
  const connection = await instance.connect();
  let start = null;
  for (const line of fs.readFileSync(file, "utf8").split("\n")) {
    if (line === "-- timed") start = process.hrtime.bigint();
    else if (line.trim()) await connection.run(line);
  }
  console.log(Number(process.hrtime.bigint() - start) / 1e9);
})();
