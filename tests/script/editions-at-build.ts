/** What the workbench makes of a checklist of one built guide under another: for tests/workbench/test_editions.py and the browser. */
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { applyChanges } from "../../docs/script/model/change.ts";
import { carriedOver, compareEdition } from "../../docs/script/model/edition.ts";
import type { Guide } from "../../docs/script/model/guide.ts";
import { makeChecklist } from "../../docs/script/model/make.ts";

const [before, after] = process.argv.slice(2).map((file) => {
  const window: { huiminGuide?: Guide } = {};
  runInNewContext(readFileSync(file, "utf-8"), { window });
  return JSON.parse(JSON.stringify(window.huiminGuide)) as Guide;
});
const themes = before!.areas.flatMap((area) => area.themes.map((theme) => theme.id));
const choice = { name: "甲", role: "city" as const, areas: before!.areas.map((area) => area.id), themes };
const made = makeChecklist(before!, choice, "1", "2026-01-01T00:00:00Z");
const checklist = { ...made, steps: made.steps.map((step) => ({ ...step, note: `记${step.id}` })) };
const outcomes = compareEdition(checklist, after!);
const changes = carriedOver(checklist, after!, outcomes, { at: "2026-02-01T00:00:00Z" });
console.log(
  JSON.stringify({
    outcomes: outcomes.map(({ fate, id, now }) => [fate, id, now.map((step) => step.id)]),
    before: checklist,
    after: applyChanges(checklist, changes),
  }),
);
