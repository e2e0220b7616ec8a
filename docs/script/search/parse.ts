/** A question as it is typed, in its parts. */
import { fold } from "./fold.ts";
import { documents, HAN, type Issued } from "./tokens.ts";

/** As much of a question as is read. */
export const LONGEST = 200;

export interface Parsed {
  asked: string;
  shortened: boolean;
  /** What stands between quotation marks, to be found as it is. */
  phrases: string[];
  /** What comes after a minus sign. */
  excluded: string[];
  /** Numbers of issued documents. */
  issued: Issued[];
  /** All else, at spaces and signs; ids, telephone numbers and the like are whole. */
  words: string[];
  /** Whether the last word is at the end, and so may be unfinished. */
  open: boolean;
}

const QUOTED = /([-−]?)["“”„「『]([^"“”「」『』]*)["”“」』]/g;
const WITHOUT = /(^|\s)[-−]([^\s\-−]\S*)/g;
const WORD = new RegExp(`[a-z0-9]+(?:[-.:/][a-z0-9]+)+|[a-z0-9${HAN}]+`, "gu");

export const wordsOf = (text: string) => text.match(WORD) ?? [];

export function parse(text: string): Parsed {
  const chars = Array.from(text.slice(0, 4 * LONGEST));
  const asked = chars.slice(0, LONGEST).join("").trim();
  const phrases: string[] = [];
  const excluded: string[] = [];
  const rest = fold(asked)
    .replace(QUOTED, (_, minus: string, inner: string) => {
      if (wordsOf(inner).length) (minus ? excluded : phrases).push(inner.trim());
      return " \n";
    })
    .replace(WITHOUT, (_, before: string, word: string) => {
      if (wordsOf(word).length) excluded.push(word);
      return before;
    });
  const issued = documents(rest);
  const words = wordsOf(issued.reduce((left, one) => left.replace(one.text, " \n"), rest));
  const last = words[words.length - 1];
  return { asked, shortened: chars.length > LONGEST, phrases, excluded, issued, words, open: !!last && rest.endsWith(last) };
}
