import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { unzipSync, strFromU8 } from "fflate";
import { applyChanges } from "../../../docs/script/model/change.ts";
import type { Checklist } from "../../../docs/script/model/checklist.ts";
import { makeChecklist } from "../../../docs/script/model/make.ts";
import { differences, merged, proposed } from "../../../docs/script/model/merge.ts";
import { evidenceLine, evidenceRead } from "../../../docs/script/files/evidence.ts";
import { inWords } from "../../../docs/script/files/findings.ts";
import type { Code } from "../../../docs/script/files/findings.ts";
import { Headings, sheetOf } from "../../../docs/script/files/names.ts";
import { openFile } from "../../../docs/script/files/open.ts";
import { countsByPlace } from "../../../docs/script/files/overview.ts";
import { inOneFile, leadsOf, partOf } from "../../../docs/script/files/parts.ts";
import { readAbout } from "../../../docs/script/files/read-rest.ts";
import { saveXlsx } from "../../../docs/script/files/save-xlsx.ts";
import type { SheetRead } from "../../../docs/script/files/sheet-read.ts";
import { tableOf } from "../../../docs/script/files/table.ts";
import { textOf } from "../../../docs/script/files/text.ts";
import { checklists } from "./checklists.ts";
import { blankIn, guideIn } from "./given.ts";

const guide = guideIn("zh");
const at = "2026-01-01T00:00:00Z";
const context = { guide, at, random: () => "r" };

function sample(): Checklist {
  const made = makeChecklist(guide, { name: "清单", role: "city", areas: [], themes: [] }, "id", at);
  const [one, ...rest] = made.steps;
  return {
    ...made,
    steps: [{ ...one!, lead: "市民政局", status: "done", due: "2015-06-30", evidence: [{ number: "1号", link: "http://x.cn" }], note: "一\n二" }, ...rest],
    requirements: { share: { reason: "无" } },
  };
}

test("a part has one office's steps and nothing else that was filled in", () => {
  const checklist = sample();
  assert.deepEqual(leadsOf(checklist, guide).map((one) => `${one.lead} ${one.count}`), ["市民政局 1", `市办公室 ${checklist.steps.length - 2}`]);
  const part = partOf(checklist, "市民政局", guide);
  assert.deepEqual(part.steps, [checklist.steps[0]]);
  const of = openFile(saveXlsx(part, guide, blankIn("zh")), "a.xlsx", context);
  assert.deepEqual([of.part, of.checklist.id, "requirements" in of.checklist], ["市民政局", "id", false]);
  assert.deepEqual(differences({ ...checklist, name: "改名" }, of, guide), []);
});

test("a part does not tell of other parts, and all go into one file whose names differ", () => {
  const parts = { 市民政局: { sent: at }, 市办公室: { sent: at, returned: at } };
  assert.equal(partOf({ ...sample(), parts }, "市民政局", guide).parts, undefined);
  const data = new Uint8Array([1, 2, 3]);
  const files = unzipSync(inOneFile([["市民政局.xlsx", data], ["A.xlsx", data], ["a.xlsx", data], ["a (2).xlsx", data], ["x", data]]));
  assert.deepEqual(Object.keys(files), ["市民政局.xlsx", "A.xlsx", "a (2).xlsx", "a (2) (2).xlsx", "x"]);
  for (const one of Object.values(files)) assert.deepEqual(one, data);
});

test("as text, with the warning and what was filled in", () => {
  const text = textOf({ ...sample(), example: true }, guide, "2026-01-01");
  for (const said of ["【样例】清单", "请勿填写涉密", "1．【已完成】步骤lead.name", "牵头单位：市民政局", "完成期限：2015-06-30", "佐证材料：文号：1号；网址：http://x.cn", "备注：一\n   二"])
    assert.ok(text.includes(said), said);
  assert.doesNotMatch(text, /undefined|files\./);
});

test("the overview has the results of its formulas", () => {
  const parts = unzipSync(saveXlsx(sample(), guide, blankIn("zh")));
  const overview = strFromU8(parts["xl/worksheets/sheet2.xml"]!);
  const value = (place: string) => new RegExp(`r="${place}"[^>]*><f>[^<]*</f><v>([^<]*)</v>`).exec(overview)?.[1];
  const prepare = sample().steps.filter((step) => guide.steps.find((one) => one.id === step.id)?.phase === guide.phases[0]!.id);
  assert.deepEqual(["B3", "C3", "E3", "G3", "H3"].map(value), [String(prepare.length), String(prepare.length - 1), "1", String(1 / prepare.length), "0"]);
});

test("in the overview steps of a requirement that does not apply are not open", () => {
  const phase = guide.phases[0]!.id;
  const made = makeChecklist(guide, { name: "清单", role: "city", areas: [], themes: [] }, "id", at);
  const own = { id: "own-1", own: { title: "自己的", phase, requirement: "lead" }, status: "done" as const };
  const whole: Checklist = { ...made, steps: [...made.steps, own] };
  const counts = (checklist: Checklist) => {
    const found = countsByPlace(checklist, guide);
    return ["B3", "C3", "E3", "F3", "G3", "H3"].map((place) => found[place]);
  };
  assert.deepEqual(counts(whole), [2, 1, 1, 0, 0.5, 1]);
  assert.deepEqual(counts({ ...whole, requirements: { lead: { reason: "无" } } }), [2, 0, 0, 2, 1, 0]);
});

test("a checklist that comes back as it went has no differences", () => {
  fc.assert(
    fc.property(checklists, (checklist) => {
      const of = openFile(saveXlsx(checklist, guide, blankIn("zh")), "a.xlsx", context);
      assert.deepEqual(differences(checklist, of, guide), []);
    }),
    { numRuns: 15 },
  );
});

test("whatever is chosen: ours leaves all as it is, theirs takes all that theirs has, nothing goes unasked", () => {
  fc.assert(
    fc.property(checklists, checklists, fc.boolean(), (ours, other, isSame) => {
      const theirs = isSame ? { ...other, id: ours.id } : other;
      const came = { checklist: theirs, isKnown: true, untold: { sheets: [], fields: {}, partly: {} } };
      const found = differences(ours, came, guide);
      const now = { at: "2026-08-01T00:00:00Z" };
      const apply = (side: "ours" | "theirs") => applyChanges(ours, merged(ours, found, found.map(() => side), now));
      assert.equal(apply("ours"), ours);
      const taken = apply("theirs");
      const left = differences(taken, came, guide).filter((one) => one.theirs !== undefined);
      assert.deepEqual(left, []);
      for (const step of ours.steps) assert.ok(taken.steps.some((one) => one.id === step.id));
      for (const one of found) if (!isSame && one.ours !== undefined) assert.equal(proposed(one), undefined);
    }),
    { numRuns: 100 },
  );
});

test("evidence as a line says what it said, in either language", () => {
  const text = fc.oneof(fc.constantFrom("；", ";", "；；文号：", "; Link: x", "a；", "文号：1", "：", " "), fc.string({ unit: "grapheme", maxLength: 12 }));
  const value = fc.array(text, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("").replace(/\s+/g, " ").trim()).filter(Boolean);
  const item = fc.record({ number: value, link: value, file: value, date: fc.constant("2015-06-30") }, { requiredKeys: [], noNullPrototype: true }).filter((one) => Object.keys(one).length > 0);
  fc.assert(
    fc.property(item, fc.constantFrom("zh" as const, "en" as const), (before, lang) => {
      assert.deepEqual(evidenceRead(evidenceLine(before, guide.columns, lang), guide.columns), { item: before, left: [] });
    }),
    { numRuns: 2000 },
  );
});

test("the words of earlier versions are still understood", () => {
  const line = "文号：1；链接：http://x.cn；文件：a.doc；日期：2015-1-1";
  const item = { number: "1", link: "http://x.cn", file: "a.doc", date: "2015-01-01" };
  assert.deepEqual(evidenceRead(line, guide.columns), { item, left: [] });
  assert.deepEqual(evidenceRead("Number: 1; File: a.doc", guide.columns), { item: { number: "1", file: "a.doc" }, left: [] });
  const of = (sheet: string, heading: string) => new Headings(sheetOf(guide.columns, sheet), guide.columns).named(heading)?.column.id;
  assert.deepEqual(["对应要求", "说明", "Lead office"].map((heading) => of("steps", heading)), ["requirement", "detail", "lead"]);
  assert.deepEqual(["基期数值", "Baseline value"].map((heading) => of("indicators", heading)), ["baseline.value", "baseline.value"]);
  const rows = [
    ["项目", "内容"],
    ["角色", "省级"],
    ["开始日期", "2015-01-01"],
    [`期限：${guide.phases[0]!.title}`, "2015-02-01"],
  ];
  const about = readAbout(tableOf(sheetRead("清单信息", rows), sheetOf(guide.columns, "checklist"), guide.columns)!, guide, false);
  assert.deepEqual(about.own, { role: "province", start: "2015-01-01", targets: { [guide.phases[0]!.id]: "2015-02-01" } });
});

const sheetRead = (name: string, rows: string[][]): SheetRead => ({
  name,
  hidden: false,
  rows: rows.map((row, n) => ({ number: n + 1, cells: new Map(row.map((text, at) => [at + 1, { text }])) })),
});

test("every finding has words in both languages, with all its places filled in", () => {
  const source = readFileSync("docs/script/files/findings.ts", "utf8");
  const codes = [...source.slice(source.indexOf("export type Code"), source.indexOf("export interface")).matchAll(/\| "([a-z-]+)"/g)].map(([, code]) => code as Code);
  assert.ok(codes.length > 30);
  const values = { value: "甲", known: "丁", missing: "戊", n: "2", row: "3", taken: "乙", other: "丙", limit: "20" };
  for (const lang of ["zh", "en"] as const)
    for (const code of codes) {
      const said = inWords({ code, level: "note", sheet: "表", row: 2, column: "列", values }, guideIn(lang).words);
      assert.doesNotMatch(said, /files\.|[{}]/, `${lang} ${code}`);
    }
});
