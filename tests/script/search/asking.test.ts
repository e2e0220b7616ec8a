import { strict as assert } from "node:assert";
import { test } from "node:test";
import { createEngine, LoadError } from "../../../docs/script/search/engine.ts";
import type { Asked } from "../../../docs/script/search/types.ts";
import { smallIndex, type Corpus } from "./small-index.ts";

const corpus: Corpus = {
  zh: [
    { id: "sharing", title: "一数一源", names: "sharing-one-source", text: "每项数据由一个部门负责采集，数据质量由采集的部门负责。依据发改高技〔2014〕46号。", facets: { area: "services" } },
    { id: "window", title: "一窗受理", text: "政务服务大厅设综合窗口，各部门的业务一窗受理。", facets: { area: "services" } },
    { id: "chongqing", kind: "case", title: "重庆信息惠民", pinyin: "chong qing xin xi hui min", text: "重庆建立信息共享平台。电话010-68501272。", facets: { area: "social" } },
    { id: "exchange", kind: "case", title: "信息共享目录", pinyin: "xin xi gong xiang mu lu", text: "编制目录。", facets: { area: "social" } },
    { id: "fee", kind: "case", title: "费用", text: "信息、共享的费用。部门 数据 质量", facets: { area: "social" } },
  ],
  en: [
    { id: "sharing", title: "Each item from one source", text: "One department collects each item and answers for its quality." },
    { id: "window", title: "One window for all", text: "The hall of public services accepts all kinds of business at one window." },
    { id: "chongqing", kind: "case", title: "Chongqing", text: "A platform for sharing information." },
    { id: "exchange", kind: "case", title: "Catalogue of shared information", text: "Departments draw up a catalogue." },
    { id: "fee", kind: "case", title: "Fees", text: "What it costs." },
  ],
  traditional: ["資訊務數據", "资讯务数据"],
  pinyin: { xin: "信新心", xi: "息西系", gong: "共工公", xiang: "享乡相", shu: "数书", ju: "据剧", mu: "目木", lu: "录路" },
  glossary: [["一窗受理", "one-window acceptance"]],
};

async function ask(lang: "zh" | "en", text: string, more: Partial<Asked> = {}) {
  return createEngine(lang, smallIndex(corpus).load).search({ text, facets: {}, ...more });
}
const ids = async (lang: "zh" | "en", text: string, more: Partial<Asked> = {}) => (await ask(lang, text, more)).hits.map((hit) => hit.id);

test("a run of Chinese is found where it stands as it is, and not across a sign", async () => {
  assert.deepEqual((await ids("zh", "“信息共享”")).sort(), ["chongqing", "exchange"]);
  assert.deepEqual((await ids("zh", "息共享")).sort(), ["chongqing", "exchange"]);
});

test("where few pages hold a longer run as it is, those that hold its words come after them", async () => {
  const found = await ids("zh", "信息共享");
  assert.deepEqual(found.slice(0, 2).sort(), ["chongqing", "exchange"]);
  assert.deepEqual(found.slice(2), ["fee"]);
});

test("the page whose title is the question comes first", async () => {
  assert.equal((await ids("zh", "一窗受理"))[0], "window");
  assert.equal((await ids("zh", "信息共享目录"))[0], "exchange");
});

test("a question is answered by what holds all its words, then by what holds most of them, saying what is missing", async () => {
  const answer = await ask("zh", "哪个部门负责数据质量？");
  assert.equal(answer.hits[0]!.id, "sharing");
  assert.deepEqual(answer.hits[0]!.missing, []);
  assert.deepEqual(answer.hits.find((hit) => hit.id === "fee")?.missing, ["负责"]);
});

test("words that no page holds are said", async () => {
  const answer = await ask("zh", "部门 区块链");
  assert.deepEqual(answer.missing, ["区块链"]);
  assert.equal(answer.total, 0);
  assert.deepEqual([answer.meant, answer.instead], ["部门", false]);
  const most = await ask("zh", "部门 采集 质量 区块链");
  assert.equal(most.hits[0]?.id, "sharing");
  assert.deepEqual(most.missing, ["区块链"]);
});

test("what is quoted must stand as it is", async () => {
  assert.deepEqual(await ids("zh", "“部门负责采集”"), ["sharing"]);
  assert.deepEqual(await ids("zh", "\"部门采集\""), []);
  assert.deepEqual((await ask("zh", "「信息共享」 平台")).phrases, ["信息共享"]);
});

test("a minus sign leaves out", async () => {
  assert.deepEqual(await ids("zh", "“信息共享” -平台"), ["exchange"]);
  assert.deepEqual(await ids("zh", "“信息共享” －\"共享平台\""), ["exchange"]);
  assert.deepEqual((await ask("zh", "目录 -平台")).excluded, ["平台"]);
  assert.deepEqual(await ids("en", "information -catalogue"), ["chongqing"]);
});

test("facets narrow, and each counts as if nothing were chosen in it", async () => {
  const answer = await ask("zh", "部门", { facets: { area: ["services"] }, filters: true });
  assert.deepEqual(answer.hits.map((hit) => hit.id).sort(), ["sharing", "window"]);
  assert.deepEqual(answer.facets, [{ dimension: "area", values: [["services", "SERVICES", 2], ["social", "SOCIAL", 1]] }]);
  const kinds = await ask("zh", "部门", { facets: { kind: ["case"] } });
  assert.deepEqual(kinds.hits.map((hit) => hit.id), ["fee"]);
  assert.deepEqual(kinds.kinds, [["requirement", 2], ["case", 1]]);
});

for (const typed of ["xinxigongxiang", "xin xi gong xiang", "xinxi gongxiang", "xxgx", "XinXiGongXiang"])
  test(`pinyin finds titles: ${typed}`, async () => {
    const answer = await ask("zh", typed);
    assert.deepEqual(answer.hits.map((hit) => [hit.id, hit.by]), [["exchange", "pinyin"]]);
  });

test("pinyin that could be cut in two ways, and pinyin of a part", async () => {
  assert.deepEqual(await ids("zh", "chongqing"), ["chongqing"]);
  assert.deepEqual((await ids("zh", "xinxi")).sort(), ["chongqing", "exchange"]);
  assert.deepEqual(await ids("zh", "huimin chongqing"), ["chongqing"]);
});

test("unfinished pinyin is answered while it is typed", async () => {
  assert.deepEqual(await ids("zh", "xinxigongx", { typing: true }), ["exchange"]);
});

test("forms of English words, and unfinished ones", async () => {
  assert.deepEqual(await ids("en", "departments catalogues"), ["exchange"]);
  assert.deepEqual(await ids("en", "catal", { typing: true }), ["exchange"]);
  assert.deepEqual(await ids("en", "which department answers for quality"), ["sharing"]);
});

for (const [typed, meant] of [["catalouge", "catalogue"], ["catlogue", "catalogue"], ["platfrom", "platform"], ["infromaton", "information"]])
  test(`mistakes in typing English: ${typed}`, async () => {
    const answer = await ask("en", typed!);
    assert.equal(answer.meant, meant);
    assert.equal(answer.instead, true);
    assert.ok(answer.hits.length);
  });

test("no word of three letters is taken for another", async () => {
  const answer = await ask("en", "fex");
  assert.equal(answer.meant, undefined);
  assert.deepEqual(answer.missing, ["fex"]);
});

test("characters that sound alike", async () => {
  const answer = await ask("zh", "信西工享");
  assert.equal(answer.meant, "信息共享");
  assert.equal(answer.instead, true);
  assert.deepEqual(answer.hits.map((hit) => hit.id).slice(0, 2).sort(), ["chongqing", "exchange"]);
});

test("traditional characters find simplified ones", async () => {
  assert.deepEqual(await ids("zh", "數據"), ["sharing", "fee"]);
  assert.deepEqual(await ids("zh", "政務服務"), ["window"]);
});

for (const brackets of ["〔2014〕", "[2014]", "（2014）", "(2014)", "【2014】", "［2014］", "2014"])
  test(`the number of a document in any brackets: ${brackets}`, async () => {
    assert.deepEqual(await ids("zh", `发改高技${brackets}46号`), ["sharing"]);
  });

test("ids and telephone numbers", async () => {
  assert.deepEqual(await ids("zh", "sharing-one-source"), ["sharing"]);
  assert.deepEqual(await ids("zh", "010-68501272"), ["chongqing"]);
  assert.deepEqual(await ids("zh", "68501272"), ["chongqing"]);
});

test("a question in the other language is answered after the page's own, and marked", async () => {
  const english = await ask("zh", "sharing information");
  assert.deepEqual(english.hits.map((hit) => [hit.id, hit.by]).slice(0, 2), [["exchange", "other"], ["chongqing", "other"]]);
  assert.equal(english.other, 2);
  assert.equal(english.hits[0]!.title.map(([text]) => text).join(""), "信息共享目录");
  assert.deepEqual((await ask("en", "一窗受理")).hits.map((hit) => [hit.id, hit.by]), [["window", "other"]]);
  assert.deepEqual((await ask("zh", "one-window acceptance")).hits[0]?.title, [["一窗受理", true]]);
});

test("titles are offered while one types, and the rest of a word", async () => {
  const complete = (lang: "zh" | "en", text: string) => createEngine(lang, smallIndex(corpus).load).complete(text);
  assert.deepEqual(await complete("zh", "信息共享"), ["信息共享目录"]);
  assert.deepEqual(await complete("zh", "xxgx"), ["信息共享目录"]);
  assert.ok((await complete("en", "shared inf")).includes("shared information"));
});

test("a file that cannot be had is said, and asked for again the next time", async () => {
  const { load } = smallIndex(corpus);
  let broken = true;
  const engine = createEngine("zh", (name) => (broken && name.includes("/h") ? Promise.reject(new Error("offline")) : load(name)));
  await assert.rejects(engine.search({ text: "部门", facets: {} }), (error) => error instanceof LoadError && /\/h\d/.test(error.file));
  broken = false;
  assert.equal((await engine.search({ text: "部门", facets: {} })).total, 3);
});

test("what was asked is marked where it stands", async () => {
  const [hit] = (await ask("zh", "综合窗口")).hits;
  assert.deepEqual(hit!.excerpt.filter(([, is]) => is), [["综合窗口", true]]);
  const [english] = (await ask("en", "departments")).hits;
  assert.ok(english!.excerpt.some(([text, is]) => is && /departments?/i.test(text)));
});
