import { test } from "node:test";
import { strict as assert } from "node:assert";
import { readFileSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { DOMParser } from "@xmldom/xmldom";
import type { Element } from "@xmldom/xmldom";
import { compose } from "../../../docs/script/report/compose.ts";
import { docx } from "../../../docs/script/report/docx.ts";
import type { Checklist } from "../../../docs/script/model/checklist.ts";
import { TODAY, checklist, guide } from "./filled.ts";
import { words } from "./words.ts";

async function parts(filled: Checklist, lang: "zh" | "en" = "zh", withAnnex = true): Promise<Record<string, string>> {
  const blob = await docx(filled, guide(lang), TODAY, withAnnex);
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, data]) => [name, strFromU8(data)]));
}

/** Parses strictly: any fault of the XML fails the test. */
function parsed(xml: string): Element {
  const stop = (_level: string, message: string) => {
    throw new Error(message);
  };
  return new DOMParser({ onError: stop }).parseFromString(xml, "text/xml").documentElement!;
}

const all = (of: Element, name: string): Element[] => [...of.getElementsByTagName(name)];
const textOf = (of: Element): string => all(of, "w:t").map((t) => t.textContent).join("");
const value = (of: Element, name: string): string | null | undefined => all(of, name)[0]?.getAttribute("w:val");
const paragraphs = (of: Element, style: string): string[] =>
  all(of, "w:p").filter((p) => value(p, "w:pStyle") === style).map(textOf);

test("headings in the order in which an office reports, numbered by the document", async () => {
  const files = await parts(checklist());
  const body = parsed(files["word/document.xml"]!);
  assert.deepEqual(paragraphs(body, "Heading1"), ["总体情况", "重点工作进展", "指标完成情况", "存在问题", "下一步安排"]);
  for (const p of all(body, "w:p").filter((p) => /^Heading/.test(value(p, "w:pStyle") ?? "")))
    assert.equal(value(p, "w:ilvl"), String(Number(value(p, "w:pStyle")!.slice(-1)) - 1));
  const texts = all(parsed(files["word/numbering.xml"]!), "w:lvlText").map((l) => l.getAttribute("w:val"));
  for (const text of ["%1、", "（%2）", "%3.", "（%4）"]) assert.ok(texts.includes(text), text);
});

test("faces and sizes are those of the standard", async () => {
  const files = await parts(checklist());
  const styles = all(parsed(files["word/styles.xml"]!), "w:style");
  const of = (id: string) => {
    const style = styles.find((s) => s.getAttribute("w:styleId") === id)!;
    return [all(style, "w:rFonts")[0]!.getAttribute("w:eastAsia"), value(style, "w:sz"), all(style, "w:spacing").map((s) => s.getAttribute("w:line")).find(Boolean)];
  };
  assert.deepEqual(of("Title").slice(0, 2), ["方正小标宋简体", "44"]);
  assert.deepEqual(of("Heading1"), ["黑体", "32", "579"]);
  assert.deepEqual(of("Heading2"), ["楷体", "32", "579"]);
  assert.deepEqual(of("Heading3"), ["仿宋_GB2312", "32", "579"]);
  assert.deepEqual(of("Body"), ["仿宋_GB2312", "32", "579"]);
  assert.deepEqual(of("Number").slice(0, 2), ["宋体", "28"]);
  assert.match(files["word/fontTable.xml"]!, /仿宋_GB2312"><w:altName w:val="仿宋,/);
});

test("the report stands upright and its annex on its side, both with the sheet's margins", async () => {
  const body = parsed((await parts(checklist()))["word/document.xml"]!);
  const pages = all(body, "w:sectPr").map((section) => {
    const [size, margins] = [all(section, "w:pgSz")[0]!, all(section, "w:pgMar")[0]!];
    const mm = (of: Element, name: string) => Math.round((Number(of.getAttribute(`w:${name}`)) * 25.4) / 1440);
    return [size.getAttribute("w:orient"), mm(size, "w"), mm(size, "h"), ...["top", "bottom", "left", "right"].map((n) => mm(margins, n))];
  });
  assert.deepEqual(pages, [
    ["portrait", 210, 297, 37, 35, 28, 26],
    ["landscape", 297, 210, 28, 26, 35, 37],
  ]);
});

test("every table's head comes again and no row splits", async () => {
  const body = parsed((await parts(checklist()))["word/document.xml"]!);
  const tables = all(body, "w:tbl");
  assert.ok(tables.length > 3);
  for (const table of tables) {
    const rows = all(table, "w:tr");
    assert.equal(all(rows[0]!, "w:tblHeader").length, 1);
    for (const row of rows) assert.equal(all(row, "w:cantSplit").length, 1);
  }
});

test("page numbers between dashes outside, the warning and the edition on every page", async () => {
  const files = await parts(checklist());
  const feet = Object.keys(files).filter((name) => /^word\/footer\d\.xml$/.test(name));
  assert.equal(feet.length, 4);
  const sides = feet.map((name) => {
    const [number, below] = all(parsed(files[name]!), "w:p");
    assert.match(textOf(number!), /^— .*—$/);
    assert.equal(all(number!, "w:instrText")[0]!.textContent, "PAGE");
    assert.match(textOf(below!), /2026-11-24\+0{16}.*请勿填写涉密和敏感个人信息/);
    return value(number!, "w:jc");
  });
  assert.deepEqual(sides.sort(), ["left", "left", "right", "right"]);
  assert.match(files["word/settings.xml"]!, /w:evenAndOddHeaders/);
});

test("where the data are kept, and how to clear a shared computer, is said last, with annexes and without", async () => {
  for (const withAnnex of [true, false]) {
    const text = paragraphs(parsed((await parts(checklist(), "zh", withAnnex))["word/document.xml"]!), "Below");
    assert.equal(text[text.length - 1], guide().columns.warning.zh);
  }
});

test("done steps with their evidence, what is missing said so, and days in words", async () => {
  const text = paragraphs(parsed((await parts(checklist()))["word/document.xml"]!), "Body");
  assert.ok(text.includes("步骤lead.name。佐证：河府办〔2014〕1号、2014年3月2日。"));
  assert.ok(text.includes("步骤lead.meet。佐证待补。"));
  assert.ok(text.includes("步骤share.list，正在办理，2014年5月2日前完成。"));
  assert.ok(text.includes("2014年6月1日"));
});

test("the annex holds every step and all that was filled in, retired steps too", async () => {
  const retired = [{ id: "old.one", made: { edition: "1", digest: "d", lang: "zh" as const, origin: "guide" as const, title: "旧步骤", output: "", evidence: "" }, on: "2026-01-01", note: "仍留着" }];
  const filled = checklist({ retired });
  const outline = compose(filled, guide(), TODAY);
  const rows = outline.annex.map(({ table }) => table.rows.flatMap((row) => ("cells" in row ? [row.cells.map((c) => c.map((l) => l.text).join("\n"))] : [])));
  assert.deepEqual(rows.map((of) => of.length), [filled.steps.length, 1]);
  const share = rows[0]!.find((row) => row[1]!.includes("share.list"))!;
  assert.deepEqual(share.slice(2), ["市办公室", "2014-05-02", "进行中", "备注：第一行\n第二行"]);
  assert.deepEqual(rows[1]![0]!.slice(1, 3), ["旧步骤", "2026-01-01"]);
  assert.ok(rows[0]!.some((row) => row[row.length - 1] === "不适用的理由：没有村"));
  assert.deepEqual(outline.annexes, ["附件：1.任务清单", "　　　2.已停用的步骤"]);
});

test("without annexes nothing speaks of them", () => {
  const of = (hasAnnex: boolean) => compose(checklist({}, {}), guide(), TODAY, hasAnnex);
  assert.deepEqual([of(true).annexes.length, of(true).annex.length], [1, 1]);
  assert.deepEqual([of(false).annexes, of(false).annex], [[], []]);
  const many = checklist();
  for (let n = 0; n < 50; n++) many.steps.push({ id: `own-${n}`, due: "2014-01-01", own: { title: `第${n}步`, phase: "build" } });
  const said = (hasAnnex: boolean) => JSON.stringify(compose(many, guide(), TODAY, hasAnnex).body);
  assert.match(said(true), /其余\d+个见附件/);
  assert.match(said(false), /其余\d+个从略/);
  assert.doesNotMatch(said(false), /附件/);
});

test("who signs does not stand on a page alone", async () => {
  const body = parsed((await parts(checklist()))["word/document.xml"]!);
  const last = all(body, "w:p").filter((p) => /^(特此报告。|附件：|填报单位|2014年6月1日$)/.test(textOf(p)));
  assert.deepEqual(last.map((p) => all(p, "w:keepNext").filter((k) => k.getAttribute("w:val") !== "false").length), [1, 1, 1, 0]);
});

test("an example is marked below its title, and nothing else is", () => {
  assert.match(compose(checklist({ example: true }), guide(), TODAY).mark!, /样例/);
  assert.equal(compose(checklist(), guide(), TODAY).mark, undefined);
});

test("no step done, none at all, all done: still a report", async () => {
  for (const steps of [[], checklist().steps.map(({ id }) => ({ id })), checklist().steps.map(({ id }) => ({ id, status: "done" as const }))]) {
    const body = parsed((await parts({ ...checklist(), steps }))["word/document.xml"]!);
    assert.equal(paragraphs(body, "Heading1").length, 5);
  }
});

test("English has the same parts in a plain layout, and every word", async () => {
  const files = await parts(checklist(), "en");
  const body = parsed(files["word/document.xml"]!);
  assert.equal(paragraphs(body, "Heading1").length, 5);
  assert.ok(paragraphs(body, "Body").includes("步骤lead.meet. Evidence is still missing."));
  for (const lang of ["zh", "en"] as const) {
    const words = JSON.stringify(compose(checklist({ example: true }), guide(lang), TODAY));
    assert.doesNotMatch(words, /\{\w+\}/);
    assert.doesNotMatch(words, /"(text|title)":"[a-z]+-[a-z-]+"/);
  }
});

const HOSTILE = [
  "</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\cmd</w:instrText></w:r>",
  "]]><!--&lt;&#0;&amp;\"'",
  "控\u0000制\u0007符\u001b\ud800\uffff\u202e倒",
  "<script>alert(1)</script>{{x}}${y}",
  "__proto__",
];

test("texts of people stay texts: no markup, no field, no character that XML forbids", async () => {
  for (const text of HOSTILE) {
    const filled = checklist(
      { name: text, city: text, edition: text, areas: [text], requirements: { share: { reason: text }, [text]: { reason: text } }, projects: [{ id: "p", title: text, note: `${text}\n${text}` }], indicators: { [text]: { note: text, actual: [{ value: 1, source: text }] } } },
      { "lead.name": { status: "done", lead: text, helpers: [text], note: text, evidence: [{ number: text, link: text, file: text }] } },
    );
    filled.steps.push({ id: "own-1", own: { title: text, phase: text } });
    const files = await parts(filled);
    for (const [name, xml] of Object.entries(files)) if (/\.(xml|rels)$/.test(name)) parsed(xml);
    const xml = files["word/document.xml"]!;
    assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e\uffff]/);
    assert.equal(all(parsed(xml), "w:instrText").length, 0);
    assert.equal(all(parsed(xml), "w:hyperlink").length, 0);
    const plain = text.replace(/[\u0000-\u001f\ud800\uffff\u202e]/g, "");
    assert.ok(textOf(parsed(xml)).includes(plain));
  }
});

test("whatever is typed, the document is well-formed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 40 }), async (text) => {
      const files = await parts(checklist({ name: text }, { "lead.name": { note: text, status: "done", evidence: [{ number: text }] } }));
      parsed(files["word/document.xml"]!);
      parsed(files["docProps/core.xml"]!);
    }),
    { numRuns: 40 },
  );
});

test("every word that the report asks for stands in its file, and none stands there in vain", () => {
  const folder = new URL("../../../docs/script/report/", import.meta.url);
  const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf-8")).join("\n");
  const quoted = new Set([...sources.matchAll(/"([a-z][a-z-]*)"/g)].map((match) => match[1]));
  const known = Object.keys(words("zh")).map((key) => key.slice("report.".length));
  for (const [, key = ""] of sources.matchAll(/say\("([\w-]+)"/g)) assert.ok(known.includes(key), key);
  // Statuses, states and origins are asked for by what the checklist holds.
  const dynamic = /^(open|in-hand|done|not-applicable|state-.*|origin-.*)$/;
  assert.deepEqual(known.filter((key) => !quoted.has(key) && !dynamic.test(key)), []);
});
