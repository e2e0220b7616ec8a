/**
 * Random checklists on their way through LibreOffice, for tests/office/test_workbench.py: `save FOLDER N` writes each as
 * JSON and XLSX (others with another SEED), `open FOLDER N` says what differs in what came back.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { openFile } from "../../docs/script/files/open.ts";
import { saveXlsx } from "../../docs/script/files/save-xlsx.ts";
import { checklists } from "./files/checklists.ts";
import { blankIn, guideIn } from "./files/given.ts";

const [what, folder = "", count] = process.argv.slice(2);
const guide = guideIn("zh");
if (what === "save") {
  // LibreOffice writes `_x005F_` without telling it apart from an escape (ECMA-376, 22.4.2.4), and so loses it.
  const kept = checklists.filter((checklist) => !JSON.stringify(checklist).includes("_x005F_"));
  fc.sample(kept, { numRuns: Number(count), seed: Number(process.env["SEED"] ?? 5) }).forEach((checklist, n) => {
    writeFileSync(join(folder, `${n}.json`), JSON.stringify(checklist));
    writeFileSync(join(folder, `${n}.xlsx`), saveXlsx(checklist, guide, blankIn("zh")));
  });
} else {
  const found = Array.from({ length: Number(count) }, (_, n) => {
    const wanted = JSON.parse(readFileSync(join(folder, `${n}.json`), "utf-8")) as Record<string, unknown>;
    const opened = openFile(readFileSync(join(folder, `${n}.back.xlsx`)), "a.xlsx", { guide, at: "", random: () => "" });
    const came = JSON.parse(JSON.stringify(opened.checklist)) as Record<string, unknown>;
    const keys = [...new Set([...Object.keys(wanted), ...Object.keys(came)])];
    return [
      ...keys.filter((key) => !isDeepStrictEqual(wanted[key], came[key])).map((key) => ({ n, key, wanted: wanted[key], came: came[key] })),
      ...opened.findings.filter((one) => one.level !== "note").map((finding) => ({ n, finding })),
    ];
  });
  console.log(JSON.stringify(found.flat()));
}
