/** Where a question is looked for: the page's language, its pinyin, the other language; each way gives a tier of hits. */
import type { Mark } from "./excerpt.ts";
import type { Index } from "./files.ts";
import { translations } from "./glossary.ts";
import { parse, type Parsed } from "./parse.ts";
import { rank, type Ranked } from "./rank.ts";
import { simplified } from "./repair.ts";
import { hasHan } from "./tokens.ts";
import type { Hit, Load } from "./types.ts";
import { pinyinUnit, SHORT, unitsOf, without, type How, type Unit } from "./units.ts";

export interface Tier extends Ranked {
  by: Hit["by"];
  marks: Mark[];
}

export interface Found {
  parsed: Parsed;
  /** The best first; a record may be in several. */
  tiers: Tier[];
  /** Words that no record holds in any way. */
  missing: string[];
}

/** The indexes of both languages, opened when they are needed. */
export interface Indexes {
  own: Index;
  other(): Promise<Index>;
  lang: "zh" | "en";
  load: Load;
}

/** Where fewer hold a longer run of Chinese as it is, those that hold its words come after them. */
const FEW = 10;
const LETTERS = /^[a-z]+$/;
const absent = (one: Unit) => !one.head.docs.length && !one.helps;
const marksOf = (units: readonly Unit[]) => [...new Set(units.flatMap((one) => one.marks))];

async function tier(index: Index, parsed: Parsed, units: readonly Unit[], by: Hit["by"], marks: Mark[] = []): Promise<Tier> {
  const ranked = rank(units, await without(index, parsed), index.manifest.docs);
  return { ...ranked, by, marks: [...marks, ...marksOf(units)] };
}

/** The parts of a question in one index, in simplified characters where it has them so alone. */
async function read(index: Index, load: Load, parsed: Parsed, how: How): Promise<{ parsed: Parsed; units: Unit[] }> {
  const units = await unitsOf(index, parsed, how);
  if (!how.cuts || !units.some((one) => absent(one) && hasHan(one.text))) return { parsed, units };
  const text = await simplified(index, load, parsed.asked);
  if (text === parsed.asked) return { parsed, units };
  const again = { ...parse(text), asked: parsed.asked, shortened: parsed.shortened };
  return { parsed: again, units: await unitsOf(index, again, how) };
}

/** Words that no record holds are tried as pinyin; and all words together, which may be syllables. */
async function sounds(index: Index, parsed: Parsed, units: Unit[], typing: boolean): Promise<Unit | undefined> {
  const open = typing && parsed.open;
  for (const [i, one] of units.entries())
    if (absent(one) && LETTERS.test(one.text)) units[i] = (await pinyinUnit(index, [one.text], open)) ?? one;
  const { words } = parsed;
  const all = words.length && !parsed.phrases.length && words.every((word) => LETTERS.test(word));
  return all ? pinyinUnit(index, words, open) : undefined;
}

export async function look(indexes: Indexes, asked: Parsed, typing: boolean): Promise<Found> {
  const { own, lang, load } = indexes;
  // English pages quote Chinese as it is; what it means is looked for where all is Chinese.
  const how: How = { unfinished: typing, loosely: false, cuts: lang === "zh" };
  const { parsed, units } = await read(own, load, asked, how);
  const tiers: Tier[] = [];
  const spoken = lang === "zh" ? await sounds(own, parsed, units, typing) : undefined;
  const by = units.some((one) => one.by === "pinyin") ? "pinyin" : "own";
  tiers.push(await tier(own, parsed, units, by));
  if (how.cuts && tiers[0]!.whole && tiers[0]!.whole < FEW && units.some((one) => [...one.text].length >= SHORT && hasHan(one.text)))
    tiers.push(await tier(own, parsed, await unitsOf(own, parsed, { ...how, loosely: true }), by));
  if (spoken) tiers.push(await tier(own, parsed, [spoken], "pinyin"));

  let lost = spoken ? [] : units.filter(absent).map((one) => one.text);
  const words = [...parsed.words, ...parsed.phrases];
  const foreign = lang === "zh" ? words.some((word) => /[a-z]{2}/.test(word)) && !words.some(hasHan) : words.some(hasHan);
  if (foreign && !(typing && tiers.some((one) => one.whole))) {
    const other = await indexes.other();
    const there = await read(other, load, asked, { ...how, unfinished: false, cuts: lang === "en" });
    const { whole, marks } = await translations(own, load, lang, there.parsed);
    const found = await tier(other, there.parsed, there.units, "other", marks);
    // A name in Chinese is exact; in English its words stand anywhere, and are asked where nothing better is there.
    for (const name of lang === "zh" || !found.whole ? whole : []) {
      const said = await unitsOf(own, parse(name), { unfinished: false, loosely: false, cuts: false });
      if (!said.some(absent)) tiers.push(await tier(own, parsed, said, "other"));
    }
    tiers.push(found);
    const known = new Set(there.units.filter((one) => !absent(one)).map((one) => one.text));
    lost = lost.filter((word) => !known.has(word) && !whole.length);
  }
  // What holds a part of the question comes after what another way found whole.
  const partly = tiers.filter((one) => !one.whole);
  return { parsed, tiers: [...tiers.filter((one) => one.whole), ...partly.filter((one) => one.docs.length)], missing: [...new Set(lost)] };
}
