/** A small index as `huimin/search/` writes it, from records that a test gives. */
import { fold } from "../../../docs/script/search/fold.ts";
import { hash } from "../../../docs/script/search/numbers.ts";
import { stem } from "../../../docs/script/search/stem.ts";
import { codes, documents, hasHan, placed } from "../../../docs/script/search/tokens.ts";
import type { Load } from "../../../docs/script/search/types.ts";

export interface Entry {
  id: string;
  kind?: string;
  title: string;
  text?: string;
  names?: string;
  up?: string;
  /** The reading of each character of the title. */
  pinyin?: string;
  facets?: Record<string, string>;
}

export interface Corpus {
  zh: Entry[];
  en?: Entry[];
  traditional?: [string, string];
  pinyin?: Record<string, string>;
  glossary?: [string, string][];
}

export const LIMIT = 50000;

export function encode(numbers: number[]): string {
  const one = (value: number) => {
    const code = 35 + value;
    const moved = code >= 92 ? code + 1 : code;
    return String.fromCharCode(moved >= 0xd800 ? moved + 2048 : moved);
  };
  return numbers.map((n) => one(LIMIT).repeat(Math.floor(n / LIMIT)) + one(n % LIMIT)).join("");
}

const gaps = (numbers: number[]) => numbers.map((n, i) => n - (i ? numbers[i - 1]! : 0));

/** All terms of an entry, with the places of those that have some. */
function termsOf(entry: Entry): Map<string, { at: number[]; weight: number }> {
  const made = new Map<string, { at: number[]; weight: number }>();
  const add = (term: string, weight: number, at?: number) => {
    const one = made.get(term) ?? { at: [], weight: 0 };
    if (at !== undefined) one.at.push(at);
    one.weight = Math.min(88, one.weight + weight);
    made.set(term, one);
  };
  let start = 0;
  for (const [text, weight] of [[entry.title, 30], [entry.names ?? "", 20], [entry.text ?? "", 5]] as const) {
    const folded = fold(text);
    for (const { term, at } of placed(folded)) {
      add(term, weight, start + at);
      if (/^[a-z]+$/.test(term)) add("~" + stem(term), weight);
    }
    for (const one of folded) if (hasHan(one)) add(one, weight);
    for (const code of codes(folded)) add(code, weight);
    for (const { office, rest } of documents(folded)) add("#" + office + rest, weight);
    start += [...folded].length + 2;
  }
  const read = (entry.pinyin ?? "").split(" ").filter(Boolean);
  for (const [i, one] of read.entries()) {
    add("'" + one, 30);
    const next = read[i + 1];
    if (!next) continue;
    add(`'${one} ${next}`, 30, i);
    add(`'${one[0]} ${next[0]}`, 30, i);
  }
  return made;
}

function indexOf(lang: string, entries: Entry[], corpus: Corpus, heads: number, most: number) {
  const folder = `${lang}-0`;
  const files = new Map<string, any>();
  const put = (name: string, key: string, value: unknown) => {
    const full = `${folder}/${name}`;
    if (!files.has(full)) files.set(full, {});
    files.get(full)[key] = value;
  };
  for (const kind of ["h", "p"]) for (let k = 0; k < heads; k++) files.set(`${folder}/${kind}${k}`, {});
  const index = new Map<string, [doc: number, one: { at: number[]; weight: number }][]>();
  const words: Record<string, number> = Object.create(null);
  const facets: Record<string, Record<string, number[]>> = {};
  entries.forEach((entry, doc) => {
    for (const [term, one] of termsOf(entry)) {
      if (!index.has(term)) index.set(term, []);
      index.get(term)!.push([doc, one]);
      if (/^[a-z]/.test(term) && !hasHan(term)) words[term] = (words[term] ?? 0) + 1;
    }
    for (const [dimension, value] of Object.entries(entry.facets ?? {}))
      ((facets[dimension] ??= {})[value] ??= []).push(doc);
  });
  let chunks = 0;
  for (const [term, found] of index) {
    const head = (part: typeof found) => {
      const docs = gaps(part.map(([doc]) => doc));
      return encode(part.flatMap(([, { weight }], i) => [docs[i]!, weight]));
    };
    const places = (part: typeof found) =>
      encode(part.flatMap(([, { at }]) => gaps(at).map((gap, i) => 2 * gap + (i + 1 < at.length ? 1 : 0))));
    const file = hash(term) % heads;
    const placed = found[0]![1].at.length > 0;
    if (found.length <= most) {
      put("h" + file, term, head(found));
      if (placed) put("p" + file, term, places(found));
      continue;
    }
    const blocks = Array.from({ length: Math.ceil(found.length / most) }, (_, k) => found.slice(k * most, (k + 1) * most));
    put("h" + file, term, " " + encode([found.length, chunks, ...gaps(blocks.map((block) => block[0]![0]))]));
    for (const block of blocks) {
      files.set(`${folder}/c${chunks}`, head(block));
      if (placed) files.set(`${folder}/q${chunks}`, places(block));
      chunks++;
    }
  }
  const kinds: [string, number, number, number][] = [];
  entries.forEach((entry, doc) => {
    const kind = entry.kind ?? "requirement";
    const last = kinds[kinds.length - 1];
    if (last && last[0] === kind) last[2]++;
    else kinds.push([kind, doc, 1, 2]);
  });
  let file = 0;
  for (const [, first, count, per] of kinds)
    for (let from = 0; from < count; from += per) {
      const part = entries.slice(first + from, first + Math.min(count, from + per));
      files.set(`${folder}/t${file++}`, part.map((one) => [one.id, `${one.id}.html`, one.title, one.up ?? "", one.text ?? ""]));
    }
  const sorted = Object.keys(words).sort();
  const half = Math.ceil(sorted.length / 2);
  const parts = [sorted.slice(0, half), sorted.slice(half)].filter((part) => part.length);
  parts.forEach((part, k) => files.set(`${folder}/l${k}`, part.map((word) => [word, words[word]])));
  for (const [dimension, values] of Object.entries(facets)) {
    const made = Object.entries(values).map(([value, docs]) => [value, [value.toUpperCase(), encode(gaps(docs))]]);
    files.set(`${folder}/f-${dimension}`, Object.fromEntries(made));
  }
  files.set(lang, {
    edition: "e", updated: "2014-01-01", folder, docs: entries.length, heads, positions: heads, kinds,
    lexicon: parts.map((part) => part[0]), facets: Object.keys(facets),
    ...(corpus.traditional ? { traditional: "traditional" } : {}),
    ...(corpus.pinyin && lang === "zh" ? { pinyin: "pinyin" } : {}),
    ...(corpus.glossary ? { glossary: "glossary" } : {}),
  });
  return files;
}

/** A loader of the index, and the names of what it was asked for. `most` records stand in one head. */
export function smallIndex(corpus: Corpus, { heads = 7, most = 2000 } = {}): { load: Load; asked: string[] } {
  const files = new Map([
    ...indexOf("zh", corpus.zh, corpus, heads, most),
    ...indexOf("en", corpus.en ?? corpus.zh.map(({ id, kind }) => ({ id, title: "", ...(kind ? { kind } : {}) })), corpus, heads, most),
    ["traditional", corpus.traditional], ["pinyin", corpus.pinyin], ["glossary", corpus.glossary],
  ] as [string, any][]);
  const asked: string[] = [];
  const load: Load = async (name) => {
    asked.push(name);
    const data = files.get(name);
    if (data === undefined) throw new Error("not there");
    return JSON.parse(JSON.stringify(data));
  };
  return { load, asked };
}
