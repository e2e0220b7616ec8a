import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { makeChecklist } from "../../docs/script/model/make.ts";
import { blockingFiling, countsOf, items, percent, readiness, shareDone } from "../../docs/script/model/progress.ts";
import { guide } from "./small-guide.ts";

const cases = JSON.parse(readFileSync("tests/data/workbench/progress.json", "utf8")) as any[];

for (const one of cases)
  test(one.purpose, () => {
    const made = makeChecklist(
      guide,
      { name: "一", role: "city", areas: ["services"], themes: [], anchors: one.anchors, targets: one.targets },
      "id",
      "2026-01-01T00:00:00Z",
    );
    const checklist = {
      ...made,
      ...(one.requirements ? { requirements: one.requirements } : {}),
      steps: made.steps.map((step) => ({ ...step, ...one.answers[step.id] })),
    };
    const all = items(checklist, guide, one.today ?? "2014-01-01");
    if (one.counts) assert.deepEqual(countsOf(all), one.counts);
    if (one.blocking) assert.deepEqual(blockingFiling(all).map((item) => item.step.id), one.blocking);
    if (one.readiness)
      assert.deepEqual(Object.fromEntries(readiness(all, guide).map((r) => [r.condition, r.state])), one.readiness);
    if (one.overdue) assert.deepEqual(all.filter((item) => item.overdue).map((item) => item.step.id), one.overdue);
    for (const [id, due] of Object.entries(one.due ?? {}))
      assert.equal(all.find((item) => item.step.id === id)!.due ?? null, due, id);
  });

test("the share counts what applies alone", () => {
  assert.equal(shareDone({ total: 4, open: 1, "in-hand": 0, done: 1, "not-applicable": 2 }), 0.5);
  assert.equal(shareDone({ total: 1, open: 0, "in-hand": 0, done: 0, "not-applicable": 1 }), 1);
});

test("a hundred percent is said only where all is done", () => {
  assert.deepEqual([0, 0.001, 0.5, 249 / 250, 1].map(percent), [0, 1, 50, 99, 100]);
});
