import { strict as assert } from "node:assert";
import { test } from "node:test";
import { filtered, grouped } from "../../docs/script/model/arrange.ts";
import { changeOf } from "../../docs/script/model/change.ts";
import type { Step } from "../../docs/script/model/checklist.ts";
import { makeChecklist } from "../../docs/script/model/make.ts";
import { items } from "../../docs/script/model/progress.ts";
import { hashOf, HOME, routeOf } from "../../docs/script/views/route.ts";
import { Undo } from "../../docs/script/views/undo.ts";
import { guide } from "./small-guide.ts";

const made = makeChecklist(guide, { name: "一", role: "city", areas: ["services"], themes: ["services.card"] }, "id", "");
const with_ = (answers: Record<string, Partial<Step>>) => {
  const checklist = { ...made, steps: made.steps.map((step) => ({ ...step, ...answers[step.id] })) };
  return { checklist, all: items(checklist, guide, "2014-01-01") };
};
const all = { by: "phase", status: "", only: "", search: "", me: "" };
const ids = (found: readonly { step: Step }[]) => found.map((item) => item.step.id);

test("steps in groups: phases in their order, leads by name with those without last, dates by month", () => {
  const { checklist, all: of } = with_({ "lead.name": { lead: "甲局", due: "2014-05-01" }, "share.list": { due: "2014-02-01" } });
  assert.deepEqual(grouped(of, "phase", checklist, guide).map((g) => g.key), ["prepare", "draft", "build", "evaluate"]);
  assert.deepEqual(grouped(of, "due", checklist, guide).map((g) => g.key), ["2014-02", "2014-05", ""]);
  assert.deepEqual(grouped(of, "lead", checklist, guide).map((g) => g.key), ["甲局", "市办公室"]);
  assert.deepEqual(ids(grouped(of, "area", checklist, guide)[0]!.items), ["reach.count", "services.card.issue"]);
  assert.equal(grouped(of, "requirement", checklist, guide).find((g) => g.key === "services.card")!.title, "卡");
});

test("filters and search", () => {
  const { all: of } = with_({
    "lead.name": { status: "done", note: "会议纪要ＡＢＣ", changed: { at: "", by: "张科" } },
    "lead.meet": { lead: "甲局", evidence: [{ number: "穗府〔2014〕1号" }], due: "2013-01-01" },
  });
  assert.deepEqual(ids(filtered(of, { ...all, status: "done" })), ["lead.name"]);
  assert.deepEqual(ids(filtered(of, { ...all, only: "overdue" })), ["lead.meet"]);
  assert.deepEqual(ids(filtered(of, { ...all, only: "mine", me: "甲局" })), ["lead.meet"]);
  assert.deepEqual(ids(filtered(of, { ...all, only: "mine", me: "张科" })), ["lead.name"]);
  assert.deepEqual(ids(filtered(of, { ...all, only: "mine" })), []);
  assert.deepEqual(ids(filtered(of, { ...all, search: "纪要 abc" })), ["lead.name"]);
  assert.deepEqual(ids(filtered(of, { ...all, search: "穗府" })), ["lead.meet"]);
  assert.deepEqual(ids(filtered(of, { ...all, only: "no-evidence" })), ["lead.name"]);
});

test("the address carries view and filters, and forgets what it does not know", () => {
  const route = { ...HOME, view: "steps" as const, id: "一", by: "lead", search: "a&b" };
  assert.deepEqual(routeOf(hashOf(route)), route);
  assert.deepEqual(routeOf("#view=nothing&x=1"), HOME);
});

test("typing in one field is taken back as one, anything else by itself", () => {
  const undo = new Undo();
  const typed = (note: string, before?: string, at = "2026-01-01T00:00:00Z") => ({
    ...changeOf(made, ["steps", "lead.name", "note"], note, { at }),
    ...(before === undefined ? {} : { from: before }),
  });
  undo.remember("id", [typed("一")], "");
  undo.remember("id", [typed("一二", "一")], "");
  undo.remember("id", [changeOf(made, ["name"], "新", { at: "2026-01-01T00:00:01Z" })], "改名");
  assert.deepEqual(undo.counts("id"), { back: 2, again: 0 });
  undo.back("id");
  const batch = undo.back("id")!;
  assert.equal("from" in batch.changes[0]!, false);
  assert.equal(batch.changes[0]!.to, "一二");
  assert.deepEqual(undo.counts("id"), { back: 0, again: 2 });
  undo.again("id");
  undo.remember("id", [typed("三")], "");
  assert.equal(undo.counts("id").again, 0);
});

test("what is typed after a pause is taken back by itself", () => {
  const undo = new Undo();
  const at = (time: string, note: string) => changeOf(made, ["steps", "lead.name", "note"], note, { at: time });
  undo.remember("id", [at("2026-01-01T00:00:00Z", "一")], "");
  undo.remember("id", [at("2026-01-01T00:05:00Z", "一二")], "");
  assert.equal(undo.counts("id").back, 2);
});
