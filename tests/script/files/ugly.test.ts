/** Spreadsheets as people leave them, each with what is to come of it. */
import { strict as assert } from "node:assert";
import { test } from "node:test";
import type { Checklist, Step } from "../../../docs/script/model/checklist.ts";
import { makeChecklist } from "../../../docs/script/model/make.ts";
import { differences, merged, proposed } from "../../../docs/script/model/merge.ts";
import { applyChanges } from "../../../docs/script/model/change.ts";
import { inWords } from "../../../docs/script/files/findings.ts";
import { openFile } from "../../../docs/script/files/open.ts";
import type { Opened } from "../../../docs/script/files/open.ts";
import { saveXlsx } from "../../../docs/script/files/save-xlsx.ts";
import { blankIn, guideIn } from "./given.ts";
import { tablesOf, workbook } from "./sheets.ts";
import type { Made, Put } from "./sheets.ts";

const guide = guideIn("zh");
const at = "2026-01-01T00:00:00Z";
const stamp = { at: "2026-06-01T08:00:00Z", by: "张三" };

function sample(): Checklist {
  const made = makeChecklist(guide, { name: "清单", role: "city", areas: ["services"], themes: [] }, "id-1", at);
  const steps: Step[] = made.steps.map((step, n) => (n === 0 ? { ...step, status: "in-hand", lead: "市府办", changed: stamp } : step));
  steps.push({ id: "own-1", own: { title: "自己的步骤", phase: "prepare", requirement: "lead" }, note: "记", later: [1] });
  return { ...made, steps, revision: 3 };
}

interface Grid {
  sheets: Made[];
  steps: Made;
  /** The place of a column, from 0. */
  at(heading: string): number;
  /** The row of a step, from 0. */
  row(id: string): Put[];
  set(id: string, heading: string, put: Put): void;
}

function grid(checklist = sample()): Grid {
  const sheets = tablesOf(saveXlsx(checklist, guide, blankIn("zh")));
  const steps = sheets.find((sheet) => sheet.name === "步骤")!;
  const place = (heading: string) => steps.rows[1]!.indexOf(heading);
  const row = (id: string) => steps.rows.find((one) => one[0] === id)!;
  return { sheets, steps, at: place, row, set: (id, heading, put) => (row(id)[place(heading)] = put) };
}

function opened(made: Grid, options: { is1904?: boolean; ours?: Checklist } = {}): Opened {
  let n = 0;
  const context = { guide, at, random: () => `new-${(n += 1)}`, ...(options.ours ? { ours: options.ours } : {}) };
  return openFile(workbook(made.sheets, options), "清单.xlsx", context);
}

const codes = (of: Opened) => of.findings.map((one) => one.code);
const step = (of: Opened, id: string) => of.checklist.steps.find((one) => one.id === id)!;
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
const first = "lead.name";
const second = "lead.meet";

test("written by another program, nothing changed", () => {
  const of = opened(grid());
  assert.deepEqual(plain(of.checklist), sample());
  assert.deepEqual(codes(of), []);
});

test("sorted: the order is restored", () => {
  const made = grid();
  made.steps.rows = [...made.steps.rows.slice(0, 2), ...made.steps.rows.slice(2).reverse()];
  assert.deepEqual(plain(opened(made).checklist), sample());
});

test("filtered: hidden rows are read as any others", () => {
  const made = grid();
  made.steps.filtered = [3, 4, 5];
  assert.deepEqual(plain(opened(made).checklist), sample());
});

test("columns moved", () => {
  const made = grid();
  made.steps.rows = made.steps.rows.map((row) => Array.from({ length: 22 }, (_, n) => row[21 - n]));
  assert.deepEqual(plain(opened(made).checklist), sample());
});

test("columns added: named, with the number of their cells", () => {
  const made = grid();
  made.steps.rows[1]!.splice(3, 0, "联系人");
  made.steps.rows.slice(2).forEach((row, n) => row.splice(3, 0, n < 2 ? "李四" : undefined));
  const of = opened(made);
  assert.deepEqual(plain(of.checklist), sample());
  assert.deepEqual(of.findings, [{ code: "column", level: "note", sheet: "步骤", column: "联系人", values: { n: "2" } }]);
});

test("headings translated, starred and explained in brackets", () => {
  const made = grid();
  const head = made.steps.rows[1]!;
  head[made.at("状态")] = "＊ STATUS（请选择）";
  head[made.at("牵头单位")] = " 责任 单位\n(必填)";
  assert.deepEqual(plain(opened(made).checklist), sample());
});

test("a title in merged cells above, and a second row of headings", () => {
  const made = grid();
  made.steps.rows.splice(1, 0, ["某某市信息惠民工作台账", undefined, "填报单位："]);
  made.steps.rows.splice(6, 0, [...made.steps.rows[2]!]);
  made.steps.merged = ["A2:V2"];
  assert.deepEqual(plain(opened(made).checklist), sample());
});

test("rows deleted: merging deletes nothing", () => {
  const made = grid();
  made.steps.rows.splice(3, 3);
  const of = opened(made, { ours: sample() });
  assert.equal(of.checklist.steps.length, sample().steps.length - 3);
  assert.deepEqual(differences(sample(), of, guide), []);
});

test("blank rows between", () => {
  const made = grid();
  made.steps.rows.splice(4, 0, [], [undefined, undefined, " "], []);
  assert.deepEqual(plain(opened(made).checklist), sample());
});

test("cells merged downwards mean every row", () => {
  const made = grid();
  const letter = String.fromCharCode(65 + made.at("牵头单位"));
  made.steps.merged = [`${letter}3:${letter}5`];
  for (const row of made.steps.rows.slice(3, 5)) row[made.at("牵头单位")] = undefined;
  assert.deepEqual(opened(made).checklist.steps.slice(0, 4).map((one) => one.lead), ["市府办", "市府办", "市府办", undefined]);
});

test("spaces of all kinds around everything", () => {
  const made = grid();
  made.steps.rows = made.steps.rows.map((row) => row.map((cell) => (typeof cell === "string" ? `\u3000 ${cell} \u00a0` : cell)));
  const of = opened(made);
  assert.deepEqual(plain(of.checklist), sample());
});

for (const [name, put] of Object.entries<Put>({
  "in full width": "２０１５－０６－３０",
  "with slashes": "2015/6/30",
  "with points": "2015.6.30",
  "in Chinese": "2015年6月30日",
  "in eight figures": "20150630",
  "as a number of eight figures": 20150630,
  "with a time": "2015-06-30 00:00:00",
  "as a serial number with a format": { serial: 42185, format: "built-in" },
  "as a serial number with a Chinese format": { serial: 42185.5, format: "chinese" },
  "as a serial number that lost its format": 42185,
}))
  test(`a day ${name}`, () => {
    const made = grid();
    made.set(second, "完成期限", put);
    const of = opened(made);
    assert.equal(step(of, second).due, "2015-06-30");
    assert.deepEqual(codes(of), []);
  });

test("days that count from 1904", () => {
  const made = grid();
  made.set(second, "完成期限", { serial: 42185 - 1462, format: "built-in" });
  assert.equal(step(opened(made, { is1904: true }), second).due, "2015-06-30");
});

test("what is no day is told, and merging leaves ours as it is", () => {
  const ours = sample();
  ours.steps[1] = { ...ours.steps[1]!, due: "2015-01-01" };
  const made = grid(ours);
  made.set(second, "完成期限", "下个月底前");
  const of = opened(made, { ours });
  assert.deepEqual(of.findings, [{ code: "day", level: "warning", sheet: "步骤", row: 4, column: "完成期限", values: { value: "下个月底前" } }]);
  assert.deepEqual(differences(ours, of, guide), []);
});

for (const [written, status] of Object.entries({
  已完成: "done",
  完成: "done",
  "完成 ": "done",
  " 已 完 成。": "done",
  done: "done",
  DONE: "done",
  "✓": "done",
  "√": "done",
  是: "done",
  进行中: "in-hand",
  "In progress": "in-hand",
  不适用: "not-applicable",
  "Ｎ／Ａ": "not-applicable",
  未开始: undefined,
  "": undefined,
}))
  test(`status typed as “${written}”`, () => {
    const made = grid();
    made.set(second, "状态", written);
    const of = opened(made);
    assert.equal(step(of, second).status, status);
    assert.deepEqual(codes(of), []);
  });

test("a status that nobody knows is told", () => {
  const made = grid();
  made.set(first, "状态", "差不多了");
  const of = opened(made, { ours: sample() });
  assert.deepEqual(codes(of), ["choice"]);
  assert.deepEqual(differences(sample(), of, guide), []);
});

test("the column of ids deleted: steps are known by title and requirement", () => {
  const made = grid();
  made.set(second, "备注", "改过");
  made.steps.rows.forEach((row) => row.shift());
  const of = opened(made, { ours: sample() });
  assert.deepEqual(codes(of), ["no-ids"]);
  assert.deepEqual(of.checklist.steps.map((one) => one.id), sample().steps.map((one) => one.id));
  const found = differences(sample(), of, guide);
  assert.deepEqual(found, [{ path: ["steps", second, "note"], theirs: "改过", who: "theirs" }]);
});

test("without ids, a title that two steps have is told and not guessed", () => {
  const twins = { ...guide, steps: guide.steps.map((one) => (one.id === second ? { ...one, title: "步骤lead.name" } : one)) };
  const made = grid();
  made.steps.rows.forEach((row) => row.shift());
  let n = 0;
  const of = openFile(workbook(made.sheets), "a.xlsx", { guide: twins, at, random: () => `${(n += 1)}` });
  assert.deepEqual(codes(of).filter((code) => code !== "no-ids" && code !== "own" && code !== "phase"), ["ambiguous"]);
  assert.equal(of.checklist.steps.some((one) => one.id === first), false);
});

test("hidden columns deleted: nothing differs in merging", () => {
  const made = grid();
  const keep = (_: unknown, n: number) => n < made.at("采用时的文字");
  made.steps.rows = made.steps.rows.map((row) => row.filter(keep));
  const of = opened(made, { ours: sample() });
  assert.deepEqual(codes(of), []);
  assert.deepEqual(differences(sample(), of, guide), []);
});

test("a row copied twice with other content is a conflict that is told", () => {
  const made = grid();
  const copy = [...made.row(first)];
  copy[made.at("备注")] = "第二行";
  made.steps.rows.push(copy, [...made.row(second)]);
  const of = opened(made);
  assert.deepEqual(codes(of).sort(), ["twice", "twice-same"]);
  const twice = of.findings.find((one) => one.code === "twice")!;
  assert.deepEqual([twice.column, twice.values], ["备注", { row: "3", taken: "", other: "第二行" }]);
  assert.equal("note" in step(of, first), false);
});

test("a row copied and given another title is a step of one's own", () => {
  const made = grid();
  const copy = [...made.row(first)];
  copy[made.at("步骤")] = "新的一步";
  made.steps.rows.push(copy);
  const of = opened(made);
  assert.deepEqual(codes(of), ["copied"]);
  assert.deepEqual(of.checklist.steps.find((one) => one.own?.title === "新的一步")!.id, "own-new-1");
});

test("a row added at the end is a step of one's own", () => {
  const made = grid();
  const row: Put[] = [];
  row[made.at("步骤")] = "新的一步";
  row[made.at("阶段")] = guide.phases[0]!.title;
  row[made.at("牵头单位")] = "市民政局";
  made.steps.rows.push(Array.from(row, (cell) => cell));
  const of = opened(made, { ours: sample() });
  assert.deepEqual(codes(of), ["own"]);
  const own = of.checklist.steps[of.checklist.steps.length - 1]!;
  assert.deepEqual([own.id, own.own, own.lead], ["own-new-1", { title: "新的一步", phase: guide.phases[0]!.id }, "市民政局"]);
});

test("answers without a step are told", () => {
  const made = grid();
  const row: Put[] = [];
  row[made.at("备注")] = "孤零零";
  made.steps.rows.push(Array.from(row, (cell) => cell));
  assert.deepEqual(codes(opened(made)), ["no-title"]);
});

test("the sheet renamed, others added", () => {
  const made = grid();
  made.steps.name = "民政局反馈";
  made.sheets.push({ name: "通讯录", rows: [["姓名", "电话"], ["张三", "略"]] });
  const of = opened(made);
  assert.deepEqual(plain(of.checklist), sample());
  assert.deepEqual(of.findings, [{ code: "sheet", level: "note", sheet: "通讯录" }]);
});

test("the sheet copied, its halves filled in apart", () => {
  const made = grid();
  const [head, rows] = [made.steps.rows.slice(0, 2), made.steps.rows.slice(2)];
  made.steps.rows = [...head, ...rows.slice(0, 3)];
  made.sheets.push({ name: "步骤 (2)", rows: [...head, ...rows.slice(3)] });
  assert.deepEqual(plain(opened(made).checklist), sample());
});

test("a column copied: told where the copies differ", () => {
  const made = grid();
  made.steps.rows.forEach((row, n) => (row[22] = n === 1 ? "备注" : n === 2 ? "另一个" : n === 3 ? "只有这里" : undefined));
  made.set(first, "备注", "一个");
  const of = opened(made);
  assert.deepEqual(codes(of), ["heading-twice"]);
  assert.deepEqual([step(of, first).note, step(of, second).note], ["一个", "只有这里"]);
});

test("formatted text, marks of pronunciation", () => {
  const made = grid();
  made.set(second, "备注", { runs: ["已经", "报送", "\n第二行"], sound: "yi jing" });
  assert.equal(step(opened(made), second).note, "已经报送\n第二行");
});

test("formulas: their result is taken as text and told", () => {
  const made = grid();
  made.set(second, "备注", { formula: 'HYPERLINK("http://x","点")', value: "=点" });
  made.set(second, "状态", { formula: 'IF(TRUE,"已完成")', value: "已完成" });
  const of = opened(made);
  assert.deepEqual([step(of, second).note, step(of, second).status], ["=点", "done"]);
  assert.deepEqual(of.findings.map((one) => [one.code, one.level]), [["formula", "note"], ["formula", "note"]]);
});

test("errors are told, and merging leaves ours as it is", () => {
  const made = grid();
  made.set(first, "牵头单位", { error: "#N/A" });
  const of = opened(made, { ours: sample() });
  assert.deepEqual(codes(of), ["error-cell"]);
  assert.deepEqual(differences(sample(), of, guide), []);
});

test("numbers, percentages, yes and no where text is wanted", () => {
  const made = grid();
  made.set(second, "牵头单位", 110);
  made.set(second, "备注", { serial: 0.625, format: "percent" });
  made.set("share.list", "备注", true);
  const of = opened(made);
  assert.deepEqual([step(of, second).lead, step(of, second).note, step(of, "share.list").note], ["110", "62.5%", "TRUE"]);
});

test("a guide's step renamed is told", () => {
  const made = grid();
  made.set(second, "步骤", "改了名字");
  const of = opened(made);
  assert.deepEqual(codes(of), ["title-changed"]);
  assert.equal(step(of, second).made!.title, "步骤lead.meet");
});

test("columns deleted are not compared", () => {
  const made = grid();
  for (const heading of ["状态", "牵头单位", "最后修改时间", "最后修改人"]) {
    const place = made.at(heading);
    made.steps.rows.forEach((row) => row.splice(place, 1));
  }
  const of = opened(made, { ours: sample() });
  assert.deepEqual(differences(sample(), of, guide).map((one) => one.path), []);
});

test("evidence as it is written by hand", () => {
  const made = grid();
  made.set(second, "佐证材料", "发改〔2014〕46号\nhttps://example.org/a;b\n文件：方案；终稿.docx;日期：2014年1月9日\n\nNo.: 7; URL: http://x.cn\n日期：上周");
  const of = opened(made);
  assert.deepEqual(step(of, second).evidence, [
    { number: "发改〔2014〕46号" },
    { link: "https://example.org/a;b" },
    { file: "方案；终稿.docx", date: "2014-01-09" },
    { number: "7", link: "http://x.cn" },
  ]);
  assert.deepEqual(of.findings.map((one) => [one.code, one.values]), [["line", { value: "日期：上周" }]]);
});

test("indicators as they are written by hand", () => {
  const made = grid();
  const sheet = made.sheets.find((one) => one.name === "指标")!;
  const row = sheet.rows[2]!;
  const place = (heading: string) => sheet.rows[1]!.indexOf(heading);
  row[place("基数")] = "４５．５％";
  row[place("基数日期")] = { serial: 42185, format: "built-in" };
  row[place("年度目标")] = "2015年 60\n2016: 70%\n以后再说";
  row[place("实际数值")] = "2015.6.30: 1,062.5 (月报（市级）)\n70";
  const of = opened(made);
  assert.deepEqual(of.checklist.indicators, {
    online: {
      baseline: { value: 45.5, date: "2015-06-30" },
      targets: { 2015: 60, 2016: 70 },
      actual: [{ value: 1062.5, date: "2015-06-30", source: "月报（市级）" }, { value: 70 }],
    },
  });
  assert.deepEqual(of.findings.map((one) => [one.code, one.row]), [["line", 3]]);
});

test("a requirement marked by hand: with its reason, by its title", () => {
  const made = grid();
  const sheet = made.sheets.find((one) => one.name === "不适用的要求")!;
  sheet.rows.push([undefined, "要求share", "本市没有"], [undefined, "要求reach"], [undefined, "无此要求", "x"]);
  const of = opened(made);
  assert.deepEqual(of.checklist.requirements, { share: { reason: "本市没有" } });
  assert.deepEqual(codes(of).sort(), ["no-reason", "unknown-row"]);
});

test("text beyond the limits is cut and told, not lost in silence", () => {
  const made = grid();
  made.set(second, "备注", "长".repeat(6000));
  made.set(second, "牵头单位", "一\n二");
  const of = opened(made);
  assert.equal(step(of, second).note!.length, 5000);
  assert.deepEqual(of.findings.map((one) => [one.code, one.row, one.column]), [["text", 4, "牵头单位"], ["text", 4, "备注"]]);
});

test("lines that cannot be read, cells and columns that are gone take nothing away", () => {
  const changed = stamp;
  const online = { baseline: { value: 1, date: "2014-01-01" }, targets: { 2015: 60, 2016: 70 }, note: "记", changed };
  const ours = sample();
  ours.indicators = { online };
  ours.steps[1] = { ...ours.steps[1]!, evidence: [{ number: "1号" }, { date: "2014-05-01" }] };
  ours.projects = [{ id: "p", title: "项目", note: "记" }];
  const made = grid(ours);
  const sheet = made.sheets.find((one) => one.name === "指标")!;
  const place = (heading: string) => sheet.rows[1]!.indexOf(heading);
  sheet.rows[2]![place("基数")] = "约1";
  sheet.rows[2]![place("年度目标")] = "2015年约60\n2016：70";
  sheet.rows.forEach((row) => row.splice(place("备注"), 1));
  made.sheets.find((one) => one.name === "特色项目")!.rows.forEach((row) => row.splice(3, 1));
  made.set(second, "佐证材料", "1号\n日期：五月");
  const of = opened(made, { ours });
  assert.deepEqual(
    differences(ours, of, guide).map((one) => [one.path.join(" "), one.theirs, proposed(one)]),
    [
      ["indicators online targets 2015", undefined, undefined],
      [`steps ${second} evidence`, [{ number: "1号" }], undefined],
    ],
  );
});

test("what an office sends back is taken over, conflicts wait for a choice", () => {
  const before = sample();
  const made = grid(before);
  made.set(first, "状态", "已完成");
  made.set(first, "备注", "他们的");
  made.set(second, "牵头单位", "市民政局");
  const later = { at: "2026-07-01T00:00:00Z" };
  const ours = applyChanges(before, [
    { ...later, path: ["steps", first, "note"], to: "我们的" },
    { ...later, path: ["steps", first, "changed"], from: stamp, to: later },
  ]);
  const found = differences(ours, opened(made, { ours }), guide);
  assert.deepEqual(
    found.map((one) => [one.path.join(" "), proposed(one)]),
    [
      [`steps ${first} status`, "theirs"],
      [`steps ${first} note`, undefined],
      [`steps ${second} lead`, "theirs"],
    ],
  );
  const now = { at: "2026-08-01T00:00:00Z", by: "李四" };
  const after = applyChanges(ours, merged(ours, found, ["theirs", "ours", "theirs"], now));
  assert.deepEqual(
    after.steps.slice(0, 2).map(({ status, note, lead, changed }) => [status, note, lead, changed]),
    [
      ["done", "我们的", "市府办", now],
      [undefined, undefined, "市民政局", now],
    ],
  );
});

test("headings and phases in words of one's own are named, with the words that would be understood", () => {
  const made = grid();
  made.steps.rows[1]![made.at("状态")] = "办得怎样";
  made.set("own-1", "阶段", "筹备期");
  const of = opened(made);
  const [column, phase] = ["column-or", "phase"].map((code) => of.findings.find((one) => one.code === code)!);
  assert.deepEqual([column!.column, column!.level, column!.values], ["办得怎样", "warning", { n: String(sample().steps.length), missing: "状态" }]);
  assert.deepEqual([phase!.row, phase!.column], [made.steps.rows.indexOf(made.row("own-1")) + 1, "阶段"]);
  assert.equal(phase!.values!["known"], guide.phases.map((one) => one.title).join("、"));
  assert.match(inWords(column!, guide.words), /表“步骤”，“办得怎样”列：认不出这个表头.*没有这些列：状态。/);
  assert.match(inWords(phase!, guide.words), /没有“筹备期”，照原样保留/);
  assert.equal(step(of, "own-1").own?.phase, "筹备期");
  // Opened again it is what it is, and nothing is left to say of it.
  assert.deepEqual(codes(opened(grid(of.checklist))), []);
});
