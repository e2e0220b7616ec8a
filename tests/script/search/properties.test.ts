import { strict as assert } from "node:assert";
import { test } from "node:test";
import fc from "fast-check";
import { createEngine } from "../../../docs/script/search/engine.ts";
import { excerpt, marked } from "../../../docs/script/search/excerpt.ts";
import { fold } from "../../../docs/script/search/fold.ts";
import { decode } from "../../../docs/script/search/numbers.ts";
import { syllables } from "../../../docs/script/search/pinyin.ts";
import { mistakes, spelled } from "../../../docs/script/search/spelling.ts";
import { stem } from "../../../docs/script/search/stem.ts";
import { encode, smallIndex, type Entry } from "./small-index.ts";

const HAN = ["信", "息", "共", "享", "数", "据", "的", "和", "𠀀"];
const han = (min: number, max: number) => fc.array(fc.constantFrom(...HAN), { minLength: min, maxLength: max }).map((all) => all.join(""));
const prose = fc.array(fc.oneof(han(1, 9), fc.constantFrom("，", "。", "\n", " ", "A1", "2014")), { maxLength: 8 }).map((all) => all.join(""));
const entries = fc.array(fc.record({ title: prose, names: prose, text: prose }), { minLength: 1, maxLength: 12 });
const WORDS = ["share", "shares", "sharing", "plan", "plane", "planning", "city", "cities", "data"];
const english = fc.array(fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((all) => all.join(" ")), { minLength: 1, maxLength: 9 });

const made = (all: Omit<Entry, "id">[]) => all.map((one, i): Entry => ({ id: `e${i}`, ...one }));
const holding = (all: Entry[], text: string) =>
  all.filter((one) => [one.title, one.names, one.text].some((field) => fold(field ?? "").includes(text))).map((one) => one.id);

async function every(corpus: Entry[], lang: "zh" | "en", text: string, options = {}): Promise<string[]> {
  const engine = createEngine(lang, smallIndex(lang === "zh" ? { zh: corpus } : { zh: made(corpus.map(() => ({ title: "" }))), en: corpus }, options).load);
  const answer = await engine.search({ text, facets: {}, count: 99 });
  assert.equal(answer.total, answer.hits.length);
  return answer.hits.map((hit) => hit.id).sort();
}

test("a quoted phrase is in just the entries that hold it", () =>
  fc.assert(
    fc.asyncProperty(entries, han(1, 6), fc.integer({ min: 1, max: 3 }), async (all, phrase, most) => {
      const corpus = made(all);
      assert.deepEqual(await every(corpus, "zh", `“${phrase}”`, { most }), holding(corpus, phrase).sort());
    }),
    { numRuns: 300 },
  ));

test("two or three characters that stand somewhere find just the entries that hold them", () =>
  fc.assert(
    fc.asyncProperty(entries, han(2, 3), async (all, phrase) => {
      const corpus = made(all);
      const truth = holding(corpus, phrase).sort();
      if (truth.length) assert.deepEqual(await every(corpus, "zh", phrase), truth);
    }),
    { numRuns: 200 },
  ));

test("no entry that holds what was asked comes after one that does not, and none is left out", () =>
  fc.assert(
    fc.asyncProperty(entries, han(4, 7), async (all, phrase) => {
      const corpus = made(all);
      const truth = new Set(holding(corpus, phrase));
      if (!truth.size || /[的和]/.test(phrase)) return;
      const engine = createEngine("zh", smallIndex({ zh: corpus }).load);
      const { hits } = await engine.search({ text: phrase, facets: {}, count: 99 });
      assert.deepEqual(new Set(hits.slice(0, truth.size).map((hit) => hit.id)), truth);
    }),
  ));

test("an English word finds every entry with a form of it, and no other", () =>
  fc.assert(
    fc.asyncProperty(english, fc.constantFrom(...WORDS), async (all, word) => {
      const corpus = made(all.map((text) => ({ title: "", text })));
      const truth = corpus.filter((one) => one.text!.split(" ").some((other) => stem(other) === stem(word))).map((one) => one.id);
      if (truth.length) assert.deepEqual(await every(corpus, "en", word), truth.sort());
    }),
  ));

const wild = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc.array(fc.constantFrom("“", "”", '"', "「", "-", "－", " ", "〔", "2014", "〕46号", "信息", "constructor", "__proto__", "xin", "a", "'", "#", "~", ":", "\u0001", "\ud800", "~share"), { maxLength: 60 }).map((all) => all.join("")),
);

test("any text is answered, in both languages, and what it shows is made of what is there", async () => {
  const corpus = { zh: made([{ title: "信息共享", text: "数据的共享。constructor" }, { title: "2014", pinyin: "" }]), traditional: ["數據", "数据"] as [string, string], pinyin: { xin: "信新" }, glossary: [["共享", "sharing"]] as [string, string][] };
  const engines = (["zh", "en"] as const).map((lang) => createEngine(lang, smallIndex(corpus).load));
  await fc.assert(
    fc.asyncProperty(wild, fc.boolean(), async (text, typing) => {
      for (const engine of engines) {
        const answer = await engine.search({ text, facets: { kind: ["requirement"], none: ["x"] }, typing, filters: true });
        assert.ok(answer.total >= answer.hits.length);
        assert.ok([...answer.asked].length <= 200);
        assert.ok((await engine.complete(text)).length <= 8);
      }
    }),
    { numRuns: 400 },
  );
});

for (const [name, text] of [
  ["a sentence of a hundred thousand characters", "信息共享".repeat(25_000)],
  ["a word of a hundred thousand letters", "a".repeat(100_000)],
  ["pinyin that can be cut in very many ways", "xianan".repeat(60)],
  ["quotation marks", '"“'.repeat(9_000)],
  ["minus signs", "-信息 ".repeat(9_000)],
  ["codes", "a-".repeat(9_000)],
] as const)
  test(`what is far too long is cut: ${name}`, async () => {
    const { load, asked } = smallIndex({ zh: made([{ title: "信息共享" }]) }, { heads: 997 });
    const answer = await createEngine("zh", load).search({ text, facets: {} });
    assert.equal(answer.shortened, true);
    assert.ok([...answer.asked].length <= 200);
    assert.ok(asked.length < 250);
  });

test("numbers are read as they were written", () =>
  fc.assert(fc.property(fc.array(fc.nat({ max: 250_000 })), (numbers) => assert.deepEqual(decode(encode(numbers)), numbers))));

test("a folded text tells where each of its characters came from", () =>
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const places: number[] = [];
      const folded = fold(text, places);
      assert.equal(places.length, folded.length + 1);
      assert.ok(places.every((at, i) => at >= (places[i - 1] ?? 0) && at <= text.length));
    }),
  ));

test("marks change no letter of a text, and an excerpt is a part of it", () =>
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), fc.array(fc.oneof(han(1, 2), fc.constantFrom("~share", "sha*", "a")), { maxLength: 3 }), fc.integer({ min: 10, max: 80 }), (text, marks, size) => {
      assert.equal(marked(text, marks).map(([part]) => part).join(""), text);
      const part = excerpt(text, marks, size).map(([piece]) => piece).join("").replace(/^…|…$/g, "");
      assert.ok(text.replace(/\s+/g, " ").includes(part.replace(/\s+/g, " ").replace(/^…|…$/g, "")) || part.length <= 1);
      assert.ok([...part].length <= size + 2);
    }),
  ));

test("mistakes are counted alike from either side, and neighbours exchanged are one", () =>
  fc.assert(
    fc.property(fc.stringMatching(/^[a-e]{0,8}$/), fc.stringMatching(/^[a-e]{0,8}$/), fc.nat(6), (a, b, at) => {
      assert.equal(mistakes(a, b, 9), mistakes(b, a, 9));
      assert.equal(mistakes(a, a, 2), 0);
      const swapped = a.slice(0, at) + [...a.slice(at, at + 2)].reverse().join("") + a.slice(at + 2);
      assert.ok(mistakes(a, swapped, 2) <= 1);
    }),
  ));

test("a word is put right within one mistake from four letters on, two from eight", () => {
  const known: [string, number][] = [["plan", 9], ["platform", 5], ["information", 8]];
  assert.equal(spelled("paln", known), "plan");
  assert.equal(spelled("pln", known), undefined);
  assert.equal(spelled("infrmaton", known), "information");
  assert.equal(spelled("platfarn", known), "platform");
  assert.equal(spelled("pltfrm", known), undefined);
});

test("syllables put together are what was typed", () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom("xi", "an", "xian", "gong", "e", "zhuang", "lv"), { minLength: 1, maxLength: 6 }), (parts) => {
      const ways = syllables(parts.join(""));
      assert.ok(ways.length > 0);
      for (const way of ways) assert.equal(way.join(""), parts.join(""));
    }),
  ));
