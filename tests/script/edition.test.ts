import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { applyChanges } from "../../docs/script/model/change.ts";
import type { Checklist, Step } from "../../docs/script/model/checklist.ts";
import { carriedOver, compareEdition } from "../../docs/script/model/edition.ts";
import type { Guide, GuideStep } from "../../docs/script/model/guide.ts";
import { makeChecklist } from "../../docs/script/model/make.ts";
import { guide } from "./small-guide.ts";

const stamp = { at: "2027-01-01T00:00:00Z" };
const cases = JSON.parse(readFileSync("tests/data/workbench/editions.json", "utf8")) as any[];

interface Edits {
  reword?: string[];
  add?: string[];
  drop?: string[];
  retire?: Record<string, string[]>;
  requirement?: Record<string, string>;
  theme?: Record<string, string>;
}

/** The small guide a year later. */
function later(edits: Edits = {}): Guide {
  const gone = new Set([...(edits.drop ?? []), ...Object.keys(edits.retire ?? {})]);
  const like = guide.steps[0]!;
  const added = (edits.add ?? []).map((id): GuideStep => {
    const theme = id.split(".").length > 2 ? id.split(".").slice(0, 2).join(".") : undefined;
    const { requirement: _requirement, ...rest } = like;
    return { ...rest, id, digest: `d-${id}`, ...(theme ? { theme } : { requirement: id.split(".")[0]! }) };
  });
  const renamed = edits.requirement ?? {};
  return {
    ...guide,
    edition: "2027-01-01+1111111111111111",
    updated: "2027-01-01",
    requirements: guide.requirements.map((r) => ({ ...r, id: renamed[r.id] ?? r.id })),
    steps: [
      ...guide.steps
        .filter((step) => !gone.has(step.id))
        .map((step) => (edits.reword?.includes(step.id) ? { ...step, title: "新说法", digest: "new" } : step)),
      ...added,
    ],
    retired: [
      ...Object.entries(edits.retire ?? {}).map(([id, successors]) => ({
        id,
        kind: "step" as const,
        title: id,
        on: "2026-12-31",
        reason: "合并",
        successors,
      })),
      ...Object.entries(edits.theme ?? {}).map(([id, next]) => ({
        id,
        kind: "theme" as const,
        title: id,
        on: "2026-12-31",
        reason: "改名",
        successors: [next],
      })),
      ...Object.entries(renamed).map(([id, next]) => ({
        id,
        kind: "requirement" as const,
        title: id,
        on: "2026-12-31",
        reason: "改名",
        successors: [next],
      })),
    ],
  };
}

const filled = (answers: Record<string, Partial<Step>>, more: Partial<Checklist> = {}): Checklist => {
  const made = makeChecklist(guide, { name: "一", role: "city", areas: [], themes: [] }, "id", stamp.at);
  return { ...made, ...more, steps: made.steps.map((step) => ({ ...step, ...answers[step.id] })) };
};
const answersOf = ({ id: _id, made: _made, changed: _changed, ...rest }: Step) => rest;

for (const one of cases)
  test(one.purpose, () => {
    const next = later(one.guide);
    const before = filled(one.answers, {
      ...(one.requirements ? { requirements: one.requirements } : {}),
      ...(one.themes ? { themes: one.themes } : {}),
    });
    const outcomes = compareEdition(before, next);
    const told = Object.fromEntries(outcomes.filter((o) => o.fate !== "unchanged").map((o) => [o.id, o.fate]));
    assert.deepEqual(told, one.fates);
    const after = applyChanges(before, carriedOver(before, next, outcomes, stamp));
    assert.equal(after.edition, next.edition);
    for (const [id, answers] of Object.entries(one.after))
      assert.deepEqual(answersOf(after.steps.find((step) => step.id === id)!), answers, id);
    assert.deepEqual((after.retired ?? []).map((step) => step.id), one.appendix ?? []);
    for (const old of after.retired ?? []) {
      const { on: _on, ...rest } = old;
      assert.deepEqual(rest, before.steps.find((step) => step.id === old.id));
    }
    if (one.themesAfter) assert.deepEqual(after.themes, one.themesAfter);
    if (one.requirementsAfter) assert.deepEqual(after.requirements, one.requirementsAfter);
    assert.deepEqual(
      compareEdition(after, next).filter((o) => o.fate !== "unchanged"),
      [],
    );
  });

test("what is not confirmed stays as it is, and is asked about again", () => {
  const next = later({ reword: ["lead.name", "lead.meet"] });
  const before = filled({ "lead.name": { note: "一" } });
  const outcomes = compareEdition(before, next);
  const after = applyChanges(before, carriedOver(before, next, outcomes.filter((o) => o.id === "lead.name"), stamp));
  assert.equal(after.edition, before.edition);
  assert.deepEqual(
    compareEdition(after, next).filter((o) => o.fate !== "unchanged").map((o) => o.id),
    ["lead.meet"],
  );
});

test("whatever an edition does, every answer is accounted for", () => {
  const ids = ["lead.name", "lead.meet", "lead.report", "share.list"];
  const target = fc.constantFrom("new.a", "new.b", "lead.meet", "share.list", "lead.name", "gone");
  const edits = fc.dictionary(fc.constantFrom(...ids), fc.uniqueArray(target, { maxLength: 3 }), { maxKeys: 4 });
  const notes = fc.dictionary(fc.constantFrom(...ids), fc.constantFrom("甲", "乙", "丙"), { maxKeys: 4 });
  fc.assert(
    fc.property(edits, notes, (retire, said) => {
      const next = later({ retire, add: ["new.a", "new.b"].filter((id) => !(id in retire)) });
      const before = filled(Object.fromEntries(Object.entries(said).map(([id, note]) => [id, { note }])));
      const after = applyChanges(before, carriedOver(before, next, compareEdition(before, next), stamp));
      for (const [id, note] of Object.entries(said)) {
        const kept = [...after.steps, ...(after.retired ?? [])].find((step) => step.id === id);
        assert.equal(kept?.note?.split("\n").includes(note), true, `${id}: ${JSON.stringify(after)}`);
      }
    }),
  );
});
