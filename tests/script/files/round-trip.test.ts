import { strict as assert } from "node:assert";
import { test } from "node:test";
import fc from "fast-check";
import type { Checklist } from "../../../docs/script/model/checklist.ts";
import { openFile } from "../../../docs/script/files/open.ts";
import { saveCsv } from "../../../docs/script/files/csv.ts";
import { saveJson } from "../../../docs/script/files/json.ts";
import { saveXlsx } from "../../../docs/script/files/save-xlsx.ts";
import { checklists } from "./checklists.ts";
import { blankIn, guideIn } from "./given.ts";

/** More of them by hand: RUNS=2000. */
const RUNS = Number(process.env["RUNS"] ?? 40);
const langs = fc.constantFrom("zh" as const, "en" as const);
let count = 0;
const context = (lang: "zh" | "en") => ({ guide: guideIn(lang), at: "2026-11-24T00:00:00Z", random: () => `r${(count += 1)}` });
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

test("open(save(x)) is x for JSON", () => {
  fc.assert(
    fc.property(checklists, langs, (checklist, lang) => {
      const text = saveJson(checklist, guideIn(lang));
      const opened = openFile(new TextEncoder().encode(text), "a.json", context(lang));
      assert.deepEqual(plain(opened.checklist), checklist);
      assert.deepEqual(opened.findings, []);
      assert.equal(saveJson(opened.checklist, guideIn(lang)), text);
    }),
    { numRuns: RUNS },
  );
});

test("open(save(x)) is x for XLSX, whichever of the languages either side speaks", () => {
  fc.assert(
    fc.property(checklists, langs, langs, (checklist, saved, read) => {
      const bytes = saveXlsx(checklist, guideIn(saved), blankIn(saved));
      const opened = openFile(bytes, "a.xlsx", context(read));
      assert.deepEqual(plain(opened.checklist), checklist);
      assert.deepEqual(opened.findings.filter((one) => one.level !== "note"), []);
    }),
    { numRuns: RUNS },
  );
});

test("open(save(x)) is x for the steps in CSV", () => {
  fc.assert(
    fc.property(checklists, langs, (checklist, lang) => {
      if (!checklist.steps.length) return;
      const opened = openFile(saveCsv(checklist, guideIn(lang)), "a.csv", context(lang));
      const withoutWords = (steps: Checklist["steps"]) => steps.map(({ made: _, ...rest }) => rest);
      assert.deepEqual(plain(withoutWords(opened.checklist.steps)), withoutWords(checklist.steps));
      for (const step of checklist.steps)
        if (step.made) assert.deepEqual(plain(opened.checklist.steps.find((one) => one.id === step.id)!.made), step.made);
    }),
    { numRuns: RUNS },
  );
});
