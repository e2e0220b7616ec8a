/** Opens the file named first for tests/workbench/test_parity.py, with the columns and words that stand in the second, and prints what came of it. */
import { readFileSync, writeFileSync } from "node:fs";
import { strToU8, unzipSync, strFromU8 } from "fflate";
import { DOMParser } from "@xmldom/xmldom";
import { fillWorkbook } from "../../../docs/script/files/fill.ts";
import { openFile } from "../../../docs/script/files/open.ts";
import { guide } from "../small-guide.ts";

(globalThis as { DOMParser?: unknown }).DOMParser = DOMParser;
const [file = "", given = "", filled] = process.argv.slice(2);
const data = new Uint8Array(readFileSync(file));
const { more, name, rows } = JSON.parse(readFileSync(given, "utf8")) as { more: object; name: string; rows: (string | number)[][] };
if (filled === undefined) {
  let n = 0;
  const opened = openFile(data, "a.xlsx", { guide: { ...guide, ...more }, at: "2026-01-01T00:00:00Z", random: () => `${(n += 1)}` });
  writeFileSync(1, strToU8(JSON.stringify(opened)));
} else {
  const parts = unzipSync(fillWorkbook(data, [{ name, startRow: 3, rows }]));
  writeFileSync(1, strToU8(JSON.stringify({ sheet: strFromU8(parts["xl/worksheets/sheet1.xml"]!), book: strFromU8(parts["xl/workbook.xml"]!) })));
}
