/** What may have been meant, where words were asked that no entry holds. */
import type { Index } from "./files.ts";
import { fold } from "./fold.ts";
import type { Found, Indexes } from "./look.ts";
import { soundingLike } from "./repair.ts";
import { spelled } from "./spelling.ts";
import { hasHan } from "./tokens.ts";
import { lexicon } from "./units.ts";

/** The words of the parts where those with the same first letter are, or of all. */
async function wordsOf(index: Index, first: string): Promise<[string, number][]> {
  const starts = index.manifest.lexicon;
  const parts = starts.map((_, part) => part).filter((part) => !first || (starts[part]!.charAt(0) <= first && (starts[part + 1] ?? first) >= first));
  return (await Promise.all(parts.map((part) => lexicon(index, part)))).flat();
}

/** A word put right: nearly all mistakes leave the first letter as it is, so its words alone are read first. */
async function put(word: string, indexes: readonly Index[]): Promise<string> {
  for (const first of [word.charAt(0), ""]) {
    const known = (await Promise.all(indexes.map((index) => wordsOf(index, first)))).flat();
    const found = spelled(word, known);
    if (found) return found;
  }
  return word;
}

/** Letters from which on a word is surely mistyped where one like it is there. */
const SURE = 6;

/** The question with its unknown words put right; or without them, where nothing else was found and they cannot be. */
export async function mended(
  indexes: Indexes, { parsed, missing, tiers }: Found,
): Promise<{ meant: string; right: boolean } | undefined> {
  const { own, lang, load } = indexes;
  let text = fold(parsed.asked);
  const before = text;
  let right = true;
  const latin = missing.filter((word) => /^[a-z]{4,}$/.test(word));
  if (latin.length) {
    const all = lang === "zh" ? [own, await indexes.other()] : [own];
    for (const word of latin) text = text.replace(word, await put(word, all));
    // A short word is soon another's neighbour, so it is put right at once only where nothing was found.
    if (tiers.length && latin.some((word) => word.length < SURE)) right = false;
  }
  if (missing.some(hasHan)) {
    const index = lang === "zh" ? own : await indexes.other();
    for (const run of [...parsed.words, ...parsed.phrases].filter(hasHan))
      if (missing.some((word) => run.includes(word))) text = text.replace(run, (await soundingLike(index, load, run)) ?? run);
  }
  if (text !== before) return { meant: text, right };
  // Nothing can be put right: then what is left without those words.
  const left = [...parsed.phrases.map((one) => `"${one}"`), ...parsed.words.filter((word) => !missing.some((one) => word.includes(one)))];
  return tiers.length || !left.length ? undefined : { meant: left.join(" "), right: false };
}
