/** The search: asks the index and makes an answer of what it holds. */
import { choose, counted, has } from "./facets.ts";
import { closeness, excerpt, marked } from "./excerpt.ts";
import { keeping, openIndex, type Index } from "./files.ts";
import { fold } from "./fold.ts";
import { look, type Found, type Indexes, type Tier } from "./look.ts";
import { mended } from "./mend.ts";
import { about } from "./cut.ts";
import { parse } from "./parse.ts";
import { titleFactor } from "./title.ts";
import type { Answer, Asked, Engine, Hit, Load } from "./types.ts";
import { beginning } from "./units.ts";

export { LoadError } from "./types.ts";

/** How many of the first hits are put in order by their titles and texts. */
const BY_TITLE = 12;
/** Characters of an excerpt. */
const EXCERPT = { zh: 80, en: 180 };
/** Of those, how much it is worth that all marks stand within so many characters. */
const NEAR = 60;
const CLOSE = 1;
const SUGGESTIONS = 8;

interface Entry {
  doc: number;
  tier: Tier;
}

/** Every record once, in the order of the tiers. */
function entries({ tiers }: Found): Entry[] {
  const seen = new Set<number>();
  const made: Entry[] = [];
  for (const tier of tiers)
    for (const doc of tier.docs)
      if (!seen.has(doc)) {
        seen.add(doc);
        made.push({ doc, tier });
      }
  return made;
}

/** Puts those of one tier that hold every word in order by their titles too, and by how close the words stand. */
async function byTitle(index: Index, all: Entry[], asked: string): Promise<void> {
  const first = all.slice(0, BY_TITLE);
  const end = first.findIndex(({ doc, tier }) => tier !== first[0]!.tier || tier.by === "other" || tier.lacks(doc).length);
  const part = end < 0 ? first : first.slice(0, end);
  const worth = await Promise.all(
    part.map(async (one) => {
      const [, , title, up, text] = await index.text(one.doc);
      const { score, marks } = one.tier;
      const close = marks.length > 1 ? closeness(title + "\n" + text, marks, NEAR) : 0;
      return [one, score[one.doc]! * titleFactor(title, up, asked) * (1 + CLOSE * close)] as const;
    }),
  );
  worth.sort((a, b) => b[1] - a[1]);
  all.splice(0, part.length, ...worth.map(([one]) => one));
}

async function hit(index: Index, lang: "zh" | "en", { doc, tier }: Entry): Promise<Hit> {
  const [id, address, title, up, text] = await index.text(doc);
  const part = excerpt(text, tier.marks, EXCERPT[lang]);
  return { doc, id, kind: index.kind(doc), address, title: marked(title, tier.marks), up, excerpt: part, by: tier.by, missing: tier.lacks(doc) };
}

export function createEngine(lang: "zh" | "en", load: Load): Engine {
  const get = keeping(load);
  const opened = new Map<string, Index>();

  async function open(which: string): Promise<Index> {
    const index = opened.get(which) ?? (await openIndex(which, get));
    opened.set(which, index);
    return index;
  }

  async function find(text: string, typing: boolean) {
    const indexes: Indexes = { own: await open(lang), other: () => open(lang === "zh" ? "en" : "zh"), lang, load: get };
    const found = await look(indexes, parse(text), typing);
    if (!found.missing.length || (typing && found.tiers.length)) return { found };
    const mend = await mended(indexes, found);
    if (!mend) return { found };
    const { meant, right } = mend;
    const better = await look(indexes, parse(meant), false);
    if (!better.tiers.length) return { found };
    return right && (better.missing.length < found.missing.length || !found.tiers.length) ? { found: better, meant, instead: true } : { found, meant };
  }

  async function search(asked: Asked): Promise<Answer> {
    const text = String(asked.text ?? "");
    const index = await open(lang);
    const read = parse(text);
    const { found, meant, instead } = await find(text, !!asked.typing);
    const chosen = await choose(index, asked.facets);
    const all = entries(found);
    const kinds = new Map<string, number>();
    for (const { doc } of all)
      if (has(chosen, doc, "kind")) kinds.set(index.kind(doc), (kinds.get(index.kind(doc)) ?? 0) + 1);
    const shown = all.filter(({ doc }) => has(chosen, doc));
    await byTitle(index, shown, about(found.parsed));
    const from = Math.max(0, Math.floor(asked.from ?? 0) || 0);
    const part = shown.slice(from, from + Math.max(0, asked.count ?? 10));
    return {
      asked: read.asked,
      shortened: read.shortened,
      total: shown.length,
      kinds: index.manifest.kinds.filter(([kind]) => kinds.has(kind)).map(([kind]) => [kind, kinds.get(kind)!]),
      hits: await Promise.all(part.map((one) => hit(index, lang, one))),
      ...(asked.filters ? { facets: await counted(index, all.map((one) => one.doc), chosen) } : {}),
      missing: found.missing,
      ...(meant === undefined ? {} : { meant, instead: !!instead }),
      other: shown.filter(({ tier }) => tier.by === "other").length,
      excluded: found.parsed.excluded,
      phrases: found.parsed.phrases,
    };
  }

  async function complete(text: string): Promise<string[]> {
    const parsed = parse(text);
    const index = await open(lang);
    const made = new Set<string>();
    const last = parsed.words[parsed.words.length - 1];
    const before = fold(parsed.asked);
    const { hits } = await search({ text, facets: {}, count: SUGGESTIONS, typing: true });
    for (const { title, by, missing } of hits) {
      const name = title.map(([piece]) => piece).join("");
      const suits = by === "pinyin" || fold(name).includes(before);
      if (suits && !missing.length && name.length <= 40 && fold(name) !== before) made.add(name);
    }
    if (parsed.open && last && /^[a-z]{2,}$/.test(last))
      for (const [word] of (await beginning(index, last)).slice(0, SUGGESTIONS / 2))
        made.add(parsed.asked.slice(0, parsed.asked.length - last.length) + word);
    return [...made].slice(0, SUGGESTIONS);
  }

  return { search, complete };
}
