/** What may have been meant, where words were asked that no entry holds. */
import type { Index } from "./files.ts";
import { fold } from "./fold.ts";
import type { Found, Indexes } from "./look.ts";
import { soundingLike } from "./repair.ts";
import { spelled } from "./spelling.ts";
import { hasHan } from "./tokens.ts";
import { lexicon } from "./units.ts";

async function allWords(index: Index): Promise<[string, number][]> {
  return (await Promise.all(index.manifest.lexicon.map((_, part) => lexicon(index, part)))).flat();
}

/** The question with its unknown words put right, or `undefined`. */
export async function mended(indexes: Indexes, { parsed, missing }: Found): Promise<string | undefined> {
  const { own, lang, load } = indexes;
  let text = fold(parsed.asked);
  const before = text;
  const latin = missing.filter((word) => /^[a-z]{4,}$/.test(word));
  if (latin.length) {
    const known = [...(await allWords(own)), ...(lang === "zh" ? await allWords(await indexes.other()) : [])];
    for (const word of latin) text = text.replace(word, spelled(word, known) ?? word);
  }
  if (missing.some(hasHan)) {
    const index = lang === "zh" ? own : await indexes.other();
    for (const run of [...parsed.words, ...parsed.phrases].filter(hasHan))
      if (missing.some((word) => run.includes(word))) text = text.replace(run, (await soundingLike(index, load, run)) ?? run);
  }
  return text === before ? undefined : text;
}
