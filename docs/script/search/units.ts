/** What a question asks for, part by part, each with the records that hold it. */
import { betweenQuestions, cut, isAsking } from "./cut.ts";
import type { Mark } from "./excerpt.ts";
import { NOTHING, type Head, type Index } from "./files.ts";
import { wordsOf, type Parsed } from "./parse.ts";
import { phrase } from "./phrase.ts";
import { readings } from "./pinyin.ts";
import { stem } from "./stem.ts";
import { HAN, hasHan, placed } from "./tokens.ts";

/** As many parts of a question as are used. */
export const MOST = 24;
/** Of a longer run of Chinese that nobody wrote, this much is cut into words. */
const CUT_FROM = 2 * MOST;
/** Words that an unfinished one may become. */
const BEGINNINGS = 4;

export interface Unit {
  text: string;
  head: Head;
  marks: Mark[];
  /** Quoted: a record without it is none that was asked for. */
  must: boolean;
  /** How much it says beside others as rare. */
  weight: number;
  /** Only tells better from good; a record may as well be without it. */
  helps: boolean;
  by: "own" | "pinyin";
}

/** How a word is taken: it may go on, and a run of Chinese that somebody wrote is cut all the same. */
export interface How {
  unfinished: boolean;
  /** Cut even where it was found as it is. */
  loosely: boolean;
  /** Cut where it was not found as it is. */
  cuts: boolean;
}

/** A run of Chinese of fewer characters is always asked as it is. */
export const SHORT = 4;

const unit = (text: string, head: Head, marks: Mark[], more: Partial<Unit> = {}): Unit => ({
  text, head, marks, must: false, weight: 1, helps: false, by: "own", ...more,
});

/** What single characters, pairs across the ends of words and whole questions say beside words. */
const LOOSE = { helps: true, weight: 0.3 };
const NEAR = { helps: true, weight: 0.5 };

/** The records of several heads, each with its greatest weight. */
export function either(heads: readonly Head[]): Head {
  if (heads.length === 1) return heads[0]!;
  const most = new Map<number, number>();
  for (const head of heads) head.docs.forEach((doc, i) => most.set(doc, Math.max(most.get(doc) ?? 0, head.weights[i]!)));
  const docs = [...most.keys()].sort((a, b) => a - b);
  return { docs, weights: docs.map((doc) => most.get(doc)!) };
}

/** A text that must stand as it is: its pairs and words at their places. */
export async function exact(index: Index, text: string, must: boolean): Promise<Unit> {
  const terms = placed(text);
  const alone = terms.length ? terms : [...text].filter(hasHan).map((term) => ({ term, at: 0, size: 1 }));
  const latin = must || hasHan(text) ? text : "~" + stem(text);
  return unit(text, await phrase(index, alone), [latin], { must });
}

/** A Latin word in any of its forms, and while it is being typed what it may become. */
async function latin(index: Index, word: string, unfinished: boolean): Promise<Unit> {
  const letters = !/\d/.test(word);
  const names = [letters ? "~" + stem(word) : word];
  const marks: Mark[] = letters ? ["~" + stem(word)] : [word];
  if (unfinished && word.length > 1) {
    for (const [longer] of (await beginning(index, word)).slice(0, BEGINNINGS)) names.push(longer);
    marks.push(word + "*");
  }
  return unit(word, either(await Promise.all(names.map((name) => index.head(name)))), marks);
}

/** The words of the lexicon that begin so, those in the most entries first. */
export async function beginning(index: Index, start: string): Promise<[word: string, count: number][]> {
  const parts = index.manifest.lexicon;
  let part = 0;
  while (part + 1 < parts.length && parts[part + 1]! <= start) part++;
  const all = parts.length ? await lexicon(index, part) : [];
  if (parts[part + 1]?.startsWith(start)) all.push(...(await lexicon(index, part + 1)));
  return all.filter(([word]) => word.startsWith(start) && word !== start).sort((a, b) => b[1] - a[1]);
}

export async function lexicon(index: Index, part: number): Promise<[word: string, count: number][]> {
  return [...((await index.file("l" + part)) as [string, number][])];
}

/** A run of Chinese in words. */
async function inWords(index: Index, run: string): Promise<Unit[]> {
  const chars = [...run].slice(0, CUT_FROM);
  const pairs = chars.slice(1).map((char, i) => chars[i]! + char);
  const counts = new Map(await Promise.all(pairs.map(async (pair) => [pair, (await index.head(pair)).docs.length] as const)));
  const made = cut(chars.join(""), (pair) => counts.get(pair) ?? 0);
  const words = await Promise.all(made.words.map((word) => exact(index, word, false)));
  const loose = await Promise.all(made.loose.map((char) => exact(index, char, false)));
  const near = await Promise.all(made.near.map(async (pair) => unit(pair, await index.head(pair), [])));
  // A lone character that the question is all about is a word.
  if (!words.length) return loose;
  const helps = [...loose.map((one) => ({ ...one, ...LOOSE })), ...near.map((one) => ({ ...one, ...NEAR }))];
  return [...words, ...helps.filter((one) => one.head.docs.length)];
}

async function wordUnits(index: Index, word: string, how: How): Promise<Unit[]> {
  if (/[-.:/]/.test(word)) {
    const head = await index.head("#" + word);
    if (head.docs.length) return [unit(word, head, [word])];
    return (await Promise.all(wordsOf(word.replace(/[-.:/]/g, " ")).map((part) => wordUnits(index, part, how)))).flat();
  }
  if (!hasHan(word)) return [await latin(index, word, how.unfinished)];
  // A question that somebody wrote down is still asked about what it says.
  const size = [...word].length;
  const between = size < SHORT ? [word] : betweenQuestions(word);
  if (between.join() !== word && between.length) return (await Promise.all(between.map((part) => wordUnits(index, part, how)))).flat();
  if (!how.loosely || size < SHORT) {
    const whole = await exact(index, word, false);
    if (whole.head.docs.length || size < 3 || !how.cuts) return [whole];
  }
  const runs = word.match(new RegExp(`[a-z0-9]+|[${HAN}]+`, "gu"))!;
  return (await Promise.all(runs.map((run) => (hasHan(run) ? inWords(index, run) : latin(index, run, false).then((one) => [one]))))).flat();
}

async function issuedUnits(index: Index, { text, office, rest }: Parsed["issued"][number], how: How): Promise<Unit[]> {
  const chars = [...office].slice(-8);
  for (let from = 0; from + 1 < chars.length; from++) {
    const head = await index.head("#" + chars.slice(from).join("") + rest);
    if (head.docs.length) return [unit(text, head, [text, rest])];
  }
  return (await Promise.all(wordsOf(text).map((word) => wordUnits(index, word, how)))).flat();
}

/** The parts of a question; empty where it has no word at all. */
export async function unitsOf(index: Index, parsed: Parsed, how: How): Promise<Unit[]> {
  const content = parsed.words.filter((word) => !isAsking(word));
  const words = content.length || parsed.phrases.length || parsed.issued.length ? content : parsed.words;
  const last = words[words.length - 1];
  const unfinished = (word: string) => how.unfinished && parsed.open && word === last;
  const parts = [
    ...parsed.phrases.map(async (text) => [await exact(index, text, true)]),
    ...parsed.issued.map((one) => issuedUnits(index, one, { ...how, unfinished: false })),
    ...[...new Set(words)].slice(0, MOST).map((word) => wordUnits(index, word, { ...how, unfinished: unfinished(word) })),
  ];
  return (await Promise.all(parts.slice(0, MOST))).flat().slice(0, MOST + 6);
}

/** Latin words read as pinyin, as one phrase where they make one; nothing where no title sounds so. */
export async function pinyinUnit(index: Index, words: readonly string[], unfinished: boolean): Promise<Unit | undefined> {
  for (const terms of readings(words, unfinished)) {
    // Most of what can be read as pinyin is none: a few heads tell.
    const head = await phrase(index, terms, 2);
    if (head.docs.length) return unit(words.join(" "), head, [], { by: "pinyin" });
  }
  return undefined;
}

/** Records that hold any of the words that must be absent. */
export async function without(index: Index, parsed: Parsed): Promise<Head> {
  const units = await Promise.all(
    parsed.excluded.slice(0, MOST).map((text) => (/^[a-z]+$/.test(text) ? latin(index, text, false) : exact(index, text, true))),
  );
  return units.length ? either(units.map((one) => one.head)) : NOTHING;
}
