import { strict as assert } from "node:assert";
import { test } from "node:test";
import fc from "fast-check";
import { MAX_HISTORY, applyChanges, changeOf, changesOfStep, inSequence, inverse, valueAt } from "../../docs/script/model/change.ts";
import type { Change, Checklist, Path } from "../../docs/script/model/checklist.ts";
import { fitting, makeChecklist, rechosen } from "../../docs/script/model/make.ts";
import { guide } from "./small-guide.ts";

const stamp = { at: "2026-01-01T00:00:00Z", by: "办公室" };
const made = () =>
  makeChecklist(guide, { name: "一", role: "city", areas: ["services"], themes: [] }, "id", stamp.at);
const bare = ({ history: _history, revision: _revision, ...rest }: Checklist) => rest;

const paths = fc.oneof(
  fc.constantFrom<Path>(
    ["name"],
    ["start"],
    ["targets", "build"],
    ["requirements", "lead"],
    ["steps", "lead.name", "note"],
    ["steps", "lead.name", "evidence"],
    ["steps", "gone", "note"],
    ["steps", "lead.meet"],
    ["steps", "own-1"],
    ["projects", "p1"],
    ["indicators", "i", "targets", "2015"],
  ),
);
const values = fc.oneof(
  fc.constant(undefined),
  fc.string({ minLength: 1 }),
  fc.record({ id: fc.constant("lead.meet"), note: fc.string() }),
);

test("changes taken back leave the checklist as it was", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(paths, values), { maxLength: 12 }), (wanted) => {
      const before = made();
      let now = before;
      const done: Change[] = [];
      for (const [path, value] of wanted) {
        // A thing with an id is set under its own id.
        const to = typeof value === "object" && path.length === 2 ? { ...value, id: path[1] } : value;
        if (path.length === 2 && ["steps", "projects"].includes(String(path[0])) && typeof to === "string") continue;
        const change = changeOf(now, path, to, stamp);
        done.push(change);
        now = applyChanges(now, [change]);
      }
      const back = applyChanges(now, inverse(done, stamp));
      assert.deepEqual(bare(back), bare(before));
      assert.equal(back.revision >= now.revision, true);
    }),
  );
});

test("what did not change stays the same object", () => {
  const before = made();
  const after = applyChanges(before, changesOfStep(before, "lead.name", { status: "done" }, stamp));
  assert.equal(valueAt(after, ["steps", "lead.name", "status"]), "done");
  assert.deepEqual(valueAt(after, ["steps", "lead.name", "changed"]), stamp);
  assert.equal(after.steps[1], before.steps[1]);
  assert.notEqual(after.steps[0], before.steps[0]);
});

test("a field that is emptied is absent, and one that stays gives no change", () => {
  const before = made();
  const noted = applyChanges(before, changesOfStep(before, "lead.name", { note: "一" }, stamp));
  assert.deepEqual(changesOfStep(noted, "lead.name", { note: "一" }, stamp), []);
  const emptied = applyChanges(noted, changesOfStep(noted, "lead.name", { note: "" }, stamp));
  assert.equal("note" in emptied.steps[0]!, false);
});

test("the history is bounded, the newest first", () => {
  let now = made();
  for (let n = 0; n <= MAX_HISTORY; n++) {
    const at = new Date(Date.UTC(2026, 0, 1, n)).toISOString();
    now = applyChanges(now, [changeOf(now, ["name"], `第${n}`, { at })]);
  }
  assert.equal(now.history!.length, MAX_HISTORY);
  assert.equal(now.history![0]!.to, `第${MAX_HISTORY}`);
  assert.equal(now.revision, MAX_HISTORY + 1);
});

test("no change reaches into objects by their prototype", () => {
  const now = applyChanges(made(), [{ ...stamp, path: ["__proto__", "x"], to: 1 }]);
  assert.equal(({} as any).x, undefined);
  assert.equal((now as any).x, undefined);
});

test("a checklist holds what fits role, areas and themes", () => {
  const ids = (role: "city" | "province", areas: string[], themes: string[]) =>
    fitting(guide, { role, areas, themes }).map((step) => step.id);
  assert.deepEqual(ids("city", [], []), ["lead.name", "lead.meet", "lead.report", "share.list"]);
  assert.deepEqual(ids("city", ["services"], ["services.card"]).slice(4), ["reach.count", "services.card.issue"]);
  assert.deepEqual(ids("province", ["services"], []), ["lead.watch"]);
});

test("another choice keeps what was answered", () => {
  const before = made();
  const noted = applyChanges(before, changesOfStep(before, "reach.count", { note: "已数" }, stamp));
  const kept = applyChanges(noted, rechosen(guide, noted, [], ["services.card"], stamp));
  assert.equal(kept.steps.some((step) => step.id === "reach.count"), true);
  assert.equal(kept.steps[kept.steps.length - 1]!.id, "services.card.issue");
  const dropped = applyChanges(before, rechosen(guide, before, [], [], stamp));
  assert.equal(dropped.steps.some((step) => step.id === "reach.count"), false);
});

test("words that another overwrote stand in the history", () => {
  const start = made();
  const write = (note: string) => changesOfStep(start, "lead.name", { note }, stamp);
  const both = applyChanges(applyChanges(start, write("甲")), write("乙"));
  assert.deepEqual(both.history!.map((change) => change.to), ["乙", "甲"]);
});

test("typing is one line of the history, and what another does is a line of its own", () => {
  let now = made();
  for (const [note, at, by] of [
    ["一", "2026-01-01T00:00:00Z", "甲"],
    ["一二", "2026-01-01T00:00:01Z", "甲"],
    ["一二三", "2026-01-01T00:00:02Z", "乙"],
    ["一二三四", "2026-01-01T01:00:00Z", "乙"],
  ] as const)
    now = applyChanges(now, changesOfStep(now, "lead.name", { note }, { at, by }));
  assert.deepEqual(
    now.history!.map(({ from, to, by }) => [from, to, by]),
    [
      ["一二三", "一二三四", "乙"],
      ["一二", "一二三", "乙"],
      [undefined, "一二", "甲"],
    ],
  );
});

test("several steps taken out come back to their places, and the guide's come before one's own", () => {
  const id = (n: number) => `s${n}`;
  const order = Array.from({ length: 9 }, (_, n) => id(n + 1));
  const before = { ...made(), steps: [...order, "own-1"].map((one) => ({ id: one })) };
  const gone = [3, 5, 6].map((n) => changeOf(before, ["steps", id(n)], undefined, stamp));
  const changes = inSequence(before, gone, order);
  const without = applyChanges(before, changes);
  assert.deepEqual(without.steps.map((step) => step.id), ["s1", "s2", "s4", "s7", "s8", "s9", "own-1"]);
  assert.deepEqual(applyChanges(without, inverse(changes, stamp)).steps, before.steps);
  const back = inSequence(without, [6, 3].map((n) => changeOf(without, ["steps", id(n)], { id: id(n) }, stamp)), order);
  assert.deepEqual(applyChanges(without, back).steps.map((step) => step.id), [
    ...["s1", "s2", "s3", "s4", "s6", "s7", "s8", "s9", "own-1"],
  ]);
});
