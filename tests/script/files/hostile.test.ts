/** Files that want to do harm, or are not what they are called: refused, or shown as text. */
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { makeChecklist } from "../../../docs/script/model/make.ts";
import { readCsv, saveCsv } from "../../../docs/script/files/csv.ts";
import { Refused, inWords } from "../../../docs/script/files/findings.ts";
import { openJson, saveJson } from "../../../docs/script/files/json.ts";
import { openFile } from "../../../docs/script/files/open.ts";
import { saveXlsx } from "../../../docs/script/files/save-xlsx.ts";
import { blankIn, guideIn } from "./given.ts";
import { tablesOf, workbook } from "./sheets.ts";
import type { Made } from "./sheets.ts";

const guide = guideIn("zh");
const at = "2026-01-01T00:00:00Z";
const context = { guide, at, random: () => "r" };
const sample = () => makeChecklist(guide, { name: "清单", role: "city", areas: [], themes: [] }, "id", at);
const bytes = (text: string) => new TextEncoder().encode(text);
const json = (change: (text: string) => string) => bytes(change(saveJson(sample(), guide)));
const sheets = (): Made[] => tablesOf(saveXlsx(sample(), guide, blankIn("zh")));

/** The code of the refusal, which has words in both languages. */
function refused(data: Uint8Array, name = "a"): string {
  try {
    openFile(data, name, context);
  } catch (error) {
    assert.ok(error instanceof Refused, String(error));
    for (const lang of ["zh", "en"] as const)
      assert.doesNotMatch(inWords(error.finding, guideIn(lang).words), /files\.|\{\w+\}/, error.finding.code);
    return error.finding.code;
  }
  return "";
}

/** The bytes of a ZIP archive with one value of its directory changed, for each entry. */
function lying(data: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = data.slice();
  const view = new DataView(copy.buffer);
  for (let from = 0; from < copy.length - 46; from++) if (view.getUint32(from, true) === 0x02014b50) view.setUint32(from + offset, value, true);
  return copy;
}

test("no checklist at all", () => {
  assert.equal(refused(new Uint8Array()), "wrong-kind");
  assert.equal(refused(bytes("{}")), "not-ours");
  assert.equal(refused(bytes("[1]")), "not-ours");
  assert.equal(refused(bytes("{")), "damaged");
  assert.equal(refused(bytes("只是一段话")), "no-headings");
  assert.equal(refused(bytes("a,b\n1,2")), "no-headings");
  assert.equal(refused(bytes("%PDF-1.7\n\0\0")), "wrong-kind");
  assert.equal(refused(zipSync({ "word/document.xml": strToU8("<a/>") })), "wrong-kind");
  assert.equal(refused(workbook([{ name: "表", rows: [["姓名", "电话"]] }])), "no-headings");
  assert.equal(refused(new Uint8Array(21 * 1024 * 1024)), "too-large");
});

test("old and encrypted workbooks are told apart", () => {
  const ole = new Uint8Array(2048).fill(0);
  ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  assert.equal(refused(ole), "old-xls");
  ole.set([..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]), 1024);
  assert.equal(refused(ole), "encrypted");
});

test("archives that would burst, lie or lead elsewhere", () => {
  const big = "<a>" + " ".repeat(30_000_000) + "</a>";
  assert.equal(refused(workbook(sheets(), { more: { "xl/sharedStrings.xml": big } })), "bomb");
  assert.equal(refused(workbook(sheets(), { more: Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`x${n}`, ""])) })), "bomb");
  const good = workbook(sheets());
  assert.equal(refused(lying(good, 24, 100)), "bomb");
  assert.equal(refused(lying(good, 24, 0x7fffffff)), "bomb");
  assert.equal(refused(lying(good, 42, 0x7fffffff)), "damaged");
  assert.equal(refused(lying(good, 8, 0x00080001)), "encrypted");
  for (const name of ["../evil.xml", "/etc/passwd", "C:\\a.xml", "xl/../../a"])
    assert.equal(refused(workbook(sheets(), { more: { [name]: "" } })), "damaged", name);
  assert.equal(refused(good.slice(0, good.length - 30)), "damaged");
  assert.equal(refused(good.slice(0, 100)), "damaged");
});

test("macros, outside data, entities", () => {
  const more = (parts: Record<string, string>) => refused(workbook(sheets(), { more: parts }));
  assert.equal(more({ "xl/vbaProject.bin": "x" }), "macros");
  assert.equal(more({ "[Content_Types].xml": '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml" PartName="/a"/></Types>' }), "macros");
  assert.equal(more({ "xl/externalLinks/externalLink1.xml": "<a/>" }), "external");
  const rels = (type: string) => ({ "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships><Relationship Id="a" Type="x/${type}" Target="http://x" TargetMode="External"/></Relationships>` });
  assert.equal(more(rels("image")), "external");
  assert.equal(more(rels("hyperlink")), "");
  const sheet = (text: string) => ({ "xl/worksheets/sheet1.xml": text });
  assert.equal(more(sheet('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>')), "unsafe-xml");
  assert.equal(more(sheet("<worksheet><sheetData>")), "damaged");
  assert.equal(more(sheet("<a>".repeat(100_000) + "</a>".repeat(100_000))), "deep");
  assert.equal(more(sheet('<worksheet><sheetData><row r="5"/><row r="4"/></sheetData></worksheet>')), "damaged");
  const rows = Array.from({ length: 20_002 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>1</v></c></row>`).join("");
  assert.equal(more(sheet(`<worksheet><sheetData>${rows}</sheetData></worksheet>`)), "too-many-rows");
});

test("formulas and markup stay text, in and out", () => {
  const nasty = ['=HYPERLINK("http://x","y")', "+1", "@SUM(A1)", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "]]><script>"];
  for (const text of nasty) {
    const checklist = sample();
    checklist.steps[0] = { ...checklist.steps[0]!, note: text, lead: text };
    const xlsx = saveXlsx(checklist, guide, blankIn("zh"));
    assert.deepEqual(openFile(xlsx, "a.xlsx", context).checklist.steps[0]!.note, text);
    const csv = new TextDecoder().decode(saveCsv(checklist, guide));
    assert.doesNotMatch(csv, /(?:^|,)"?[=+@]/m);
  }
});

test("names that reach into objects do no harm", () => {
  const hostile = (text: string) => text.replace('"areas"', '"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "areas"');
  const of = openFile(json(hostile), "a.json", context);
  assert.deepEqual(JSON.parse(JSON.stringify(of.checklist)), sample());
  const made = sheets();
  const steps = made.find((one) => one.name === "步骤")!;
  const place = (heading: string) => steps.rows[1]!.indexOf(heading);
  steps.rows[2]![place("其他字段")] = '{"__proto__":{"polluted":1},"constructor":{"polluted":1},"ok":1}';
  steps.rows[3]![place("其他字段")] = '[{},{"changed":{"__proto__":{"polluted":1}}}]';
  steps.rows[4]![place("步骤编号")] = "__proto__";
  const from = openFile(workbook(made), "a.xlsx", context);
  assert.equal(from.checklist.steps[0]!["ok"], 1);
  assert.equal(Object.keys(from.checklist.steps[0]!).includes("__proto__"), false);
  assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
});

test("JSON: newer, deep, of the wrong kinds, with wrong values", () => {
  assert.equal(refused(json((text) => text.replace('"version": 1', '"version": 2'))), "newer");
  assert.equal(refused(json((text) => text.replace('"version": 1', '"version": "1"'))), "damaged");
  assert.equal(refused(json((text) => text.replace('"areas": []', `"areas": ${"[".repeat(200_000)}`))), "deep");
  assert.equal(refused(json((text) => text.replace('"areas": []', `"areas": [], "x": ${"[".repeat(20)}${"]".repeat(20)}`))), "deep");
  assert.equal(refused(json((text) => text.replace(/"steps": \[[^]*\]/, '"steps": 1'))), "damaged");
  assert.equal(refused(new Uint8Array([0x7b, 0xff, 0xfe])), "encoding");
  const of = openFile(json((text) => text.replace('"areas": []', '"areas": [], "start": "soon"')), "a.json", context);
  assert.deepEqual(of.findings.map((one) => one.code), ["value"]);
});

test("JSON: older versions are brought up step by step, the warning is no field", () => {
  const old = json((text) => text.replace('"name"', '"title"'));
  const rename = (one: Record<string, unknown>) => {
    const { title, ...rest } = one;
    return { ...rest, name: title };
  };
  assert.equal(openJson(old, [rename]).checklist.name, "清单");
  assert.match(saveJson(sample(), guide), /"notice": "请勿填写涉密/);
  assert.equal("notice" in openJson(json((text) => text)).checklist, false);
});

test("a plain copy of those who have no checklist here", () => {
  const made = sheets();
  const about = made.find((one) => one.name === "清单信息")!;
  about.rows.find((row) => row[0] === "role")![2] = "协调工作组";
  assert.equal(refused(workbook(made)), "role");
});

test("CSV in the encodings and with the separators that spreadsheet programs write", () => {
  const rows = [
    ["步骤", "状态", "备注"],
    ["步骤lead.meet", "已完成", '带"引号"，分号; 和\n换行'],
  ];
  const text = (mark: string) => rows.map((row) => row.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(mark)).join("\r\n");
  const gb = (one: string) => new Uint8Array(GB.flatMap(([part, ...codes]) => (one === part ? codes : [])));
  assert.deepEqual([...gb("步骤")], [0xb2, 0xbd, 0xd6, 0xe8]);
  for (const mark of [",", ";", "\t"])
    for (const start of ["\ufeff", ""]) {
      const of = openFile(bytes(start + text(mark)), "a.csv", context);
      const step = of.checklist.steps[0]!;
      assert.deepEqual([step.id, step.status, step.note], ["lead.meet", "done", rows[1]![2]]);
    }
  const utf16 = new Uint8Array([0xff, 0xfe, ...[...text("\t")].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]);
  assert.equal(openFile(utf16, "a.csv", context).checklist.steps[0]!.status, "done");
  const [comma, end] = [[0x2c], [0x0d, 0x0a]];
  const chinese = new Uint8Array([...gb("步骤"), ...comma, ...gb("状态"), ...end, ...gb("步骤"), ...bytes("lead.meet"), ...comma, ...gb("完成"), ...end]);
  assert.equal(openFile(chinese, "a.csv", context).checklist.steps[0]!.status, "done");
});

/** Some words in GB18030, which TextEncoder does not write. */
const GB: [string, ...number[]][] = [
  ["步骤", 0xb2, 0xbd, 0xd6, 0xe8],
  ["状态", 0xd7, 0xb4, 0xcc, 0xac],
  ["完成", 0xcd, 0xea, 0xb3, 0xc9],
];

test("CSV: an apostrophe before what looks like a formula goes away again, others stay", () => {
  const read = (text: string) => readCsv(bytes(text), "a").rows[0]!.cells.get(1)!.text;
  assert.deepEqual(["'=1", "''a", "'a", "'", "''", "'＝1"].map(read), ["=1", "'a", "'a", "'", "'", "＝1"]);
});

test("no bytes whatever throw anything but a refusal", () => {
  const good = [workbook(sheets()), saveXlsx(sample(), guide, blankIn("zh")), json((text) => text), saveCsv(sample(), guide)];
  const damaged = fc.tuple(fc.constantFrom(...good), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 })).map(([data, changes]) => {
    const copy = data.slice();
    for (const [place, value] of changes) copy[place % copy.length] = value;
    return copy;
  });
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), damaged), (data) => {
      try {
        openFile(data, "a", context);
      } catch (error) {
        assert.ok(error instanceof Refused, String((error as Error).stack));
      }
    }),
    { numRuns: 120 },
  );
});
