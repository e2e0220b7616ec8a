/** Pinyin as it is typed, in full or by initials, as terms of the index. */
import type { Placed } from "./tokens.ts";

const A = "a(?:i|ng?|o)?";
const E = "e(?:i|ng?)?";
const SYLLABLE = new RegExp(
  `^(?:[bpm](?:${A}|ei|eng?|i(?:an|ao|e|ng?)?|o|u)|m(?:e|iu|ou)|pou|f(?:a(?:ng?)?|ei|eng?|ou?|u)` +
    `|[dt](?:${A}|${E}|i(?:an?|ao|e|ng|u)?|ong|ou|u(?:an|i|n|o)?)` +
    `|[nl](?:${A}|${E}|i(?:a|ang?|ao|e|ng?|u)?|ong|ou|u(?:an|n|o|e)?|ve?)` +
    `|[gkh](?:${A}|${E}|ong|ou|u(?:a|ai|ang?|i|n|o)?)|[jqx](?:i(?:a|ang?|ao|e|ng?|ong|u)?|u(?:an|e|n)?)` +
    `|[zcs]h?(?:${A}|${E}|i|ong|ou|u(?:a|ai|ang?|i|n|o)?)|r(?:ang?|ao|e(?:ng?)?|i|ong|ou|u(?:an|i|n|o)?)` +
    `|y(?:a(?:ng?|o)?|e|i(?:ng?)?|o(?:ng|u)?|u(?:an|e|n)?)|w(?:a(?:i|ng?)?|e(?:i|ng?)|o|u)|${A}|e(?:i|ng?|r)?|ou?)$`,
);
const INITIALS = /^[a-hj-tw-z]{2,12}$/;
/** Few syllables begin with a vowel: longer letters with more of them are words. */
const isInitials = (letters: string) =>
  INITIALS.test(letters) && letters.replace(/[^aeo]/g, "").length <= Math.max(1, letters.length / 4);
/** As many ways of cutting letters as are tried, and the most letters of a word. */
const WAYS = 4;
const LONGEST = 60;

/** The ways to cut letters into syllables, fewest first; none where they are not pinyin. */
export function syllables(letters: string): string[][] {
  if (letters.length > LONGEST) return [];
  const ways: string[][][] = [[[]]];
  for (let end = 1; end <= letters.length; end++) {
    const here: string[][] = [];
    for (let from = Math.max(0, end - 6); from < end; from++)
      if (ways[from]!.length && SYLLABLE.test(letters.slice(from, end)))
        for (const way of ways[from]!) here.push([...way, letters.slice(from, end)]);
    ways.push(here.sort((a, b) => a.length - b.length).slice(0, WAYS));
  }
  return ways[letters.length]!;
}

const inPairs = (parts: string[], from = 0): Placed[] =>
  parts.length - from === 1 && !from
    ? [{ term: `'${parts[0]}`, at: 0, size: 1 }]
    : parts.slice(from + 1).map((part, i) => ({ term: `'${parts[from + i]} ${part}`, at: from + i, size: 2 }));

/**
 * The phrases of pinyin terms that words may mean, the likeliest first.
 *
 * Where the last word is unfinished, what is left over after whole syllables counts as an initial.
 */
export function readings(words: readonly string[], unfinished: boolean): Placed[][] {
  let ways: string[][] = [[]];
  for (const [i, word] of words.entries()) {
    let cuts = syllables(word);
    let tail = "";
    for (let less = 1; !cuts.length && unfinished && i === words.length - 1 && less < 6 && less < word.length; less++) {
      cuts = syllables(word.slice(0, -less));
      tail = word.charAt(word.length - less);
    }
    ways = ways.flatMap((way) => cuts.map((one) => [...way, ...one, ...(tail ? [tail.toUpperCase()] : [])])).slice(0, WAYS);
  }
  const made = ways.map((way) => {
    const last = way[way.length - 1] ?? "";
    if (!/[A-Z]/.test(last)) return inPairs(way);
    const before = way[way.length - 2]!;
    const whole = inPairs(way.slice(0, -1));
    return [...whole, { term: `'${before[0]} ${last.toLowerCase()}`, at: way.length - 2, size: 2 }];
  });
  const letters = words.join("");
  if (isInitials(letters)) made.push(inPairs([...letters]));
  return made.filter((terms) => terms.length);
}
