import { test } from "node:test";
import { strict as assert } from "node:assert";
import { summary } from "../../../docs/script/report/summary.ts";
import { measures } from "../../../docs/script/report/measures.ts";
import type { Measured } from "../../../docs/script/model/checklist.ts";
import { TODAY, checklist, guide } from "./filled.ts";

const ids = (of: readonly { step: { id: string } }[]) => of.map((item) => item.step.id);

test("counts, place, and what stands where", () => {
  const of = summary(checklist(), guide(), TODAY);
  assert.deepEqual(of.counts, { total: 6, open: 2, "in-hand": 1, done: 2, "not-applicable": 1 });
  assert.equal(of.share, 0.4);
  assert.equal(of.place, "河市");
  assert.deepEqual(of.areas, ["服务"]);
  assert.deepEqual(of.phases.map((p) => [p.id, p.counts.total]), [["prepare", 2], ["draft", 1], ["build", 2], ["evaluate", 1]]);
});

test("a place that was typed stays as it was typed; a province speaks for itself", () => {
  assert.equal(summary(checklist({ city: "别处市" }), guide(), TODAY).place, "别处市");
  assert.equal(summary(checklist({ role: "province" }), guide(), TODAY).place, "东省");
});

test("problems: overdue, required without evidence, required and not done before filing", () => {
  const of = summary(checklist(), guide(), TODAY);
  assert.deepEqual(ids(of.overdue), ["share.list"]);
  assert.deepEqual(ids(of.unproved), ["lead.meet"]);
  assert.deepEqual(ids(of.unfinished), []);
  assert.deepEqual(ids(of.blocking), ["lead.meet"]);
  const before = summary(checklist({}, { "lead.name": {} }), guide(), TODAY);
  assert.deepEqual(ids(before.unfinished), ["lead.name"]);
});

test("what comes next is not done, not late, and the nearest first", () => {
  const of = summary(checklist({}, { "services.card.issue": { due: "2015-01-01" } }), guide(), TODAY);
  assert.deepEqual(ids(of.next), ["lead.report", "services.card.issue"]);
  assert.equal(of.soon, 1);
});

test("every step stands in exactly one chapter, own steps and those without a place too", () => {
  const filled = checklist({ projects: [{ id: "p", title: "一扇门", note: "试点" }] });
  filled.steps.push(
    { id: "own-1", own: { title: "自己的", phase: "build", project: "p" } },
    { id: "own-2", own: { title: "另一个", phase: "build", requirement: "share" } },
    { id: "own-3", own: { title: "不归谁", phase: "build", project: "gone" } },
    { id: "gone.step", made: { edition: "2020", digest: "d", lang: "zh", origin: "guide", title: "旧", output: "", evidence: "" } },
  );
  const of = summary(filled, guide(), TODAY);
  const placed = of.chapters.flatMap((c) => c.parts.map((p) => [c.id, p.id, ids(p.items)] as const));
  assert.deepEqual(placed.flatMap(([, , of]) => of).sort(), ids(of.items).sort());
  assert.deepEqual(placed.filter(([, , of]) => of.some((id) => /own|gone/.test(id))), [
    ["3", "share", ["share.list", "own-2"]],
    ["projects", "p", ["own-1"]],
    ["own", "own", ["own-3"]],
    ["others", "others", ["gone.step"]],
  ]);
});

test("an indicator's change is held against baseline and the target of its year, by its direction", () => {
  const of = (values: Measured) => measures(checklist({ indicators: { hours: values } }), guide())[0]!;
  const targets = { "2015": 10, "2016": 5 };
  const late = of({ baseline: { value: 30.3 }, targets, actual: [{ value: 4, date: "2014-01-01" }, { value: 10.1, date: "2015-06-30" }] });
  assert.equal(late.change, -20.2);
  assert.deepEqual(late.target, { year: "2015", value: 10, met: false, gap: 0.1 });
  assert.equal(of({ targets, actual: [{ value: 5, date: "2018-01-01" }] }).target?.met, true);
  assert.equal(of({ targets }).target, undefined);
  assert.equal(of({ baseline: { value: 1 }, actual: [{ value: 1 }] }).change, 0);
});

test("indicators that the guide no longer has are told too", () => {
  const indicators = { gone: { note: "x" }, online: { targets: { "2015": 1 } } };
  assert.deepEqual(measures(checklist({ indicators }), guide()).map((m) => m.title), ["网上办理率", "gone"]);
});
