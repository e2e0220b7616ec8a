/** The terms of a folded text, as `huimin/search/` makes them for the index. */

export const HAN = "\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3ffff}";
const RUN = new RegExp(`[a-z0-9]+|[${HAN}]+`, "gu");
const CODE = /[a-z0-9]+(?:[-.:/][a-z0-9]+)+/g;
const NUMBER = new RegExp(`([${HAN}]{2,})[^${HAN}a-z0-9]{0,2}(\\d{4})[^${HAN}a-z0-9]{0,2}第?(\\d{1,5})号`, "gu");
export const hasHan = (text: string) => new RegExp(`[${HAN}]`, "u").test(text);

/** A term at a place; all places count code points. */
export interface Placed {
  term: string;
  at: number;
  size: number;
}

/** Pairs of Han characters, Latin words, and the edges between the two: what the index keeps the places of. */
export function placed(text: string): Placed[] {
  const terms: Placed[] = [];
  let edge: { term: string; end: number; at: number } | undefined;
  for (const found of text.matchAll(RUN)) {
    const at = [...text.slice(0, found.index)].length;
    const chars = [...found[0]];
    const han = hasHan(found[0]);
    if (edge && edge.end === found.index) {
      const term = edge.term + (han ? chars[0] : found[0]);
      terms.push({ term, at: edge.at, size: [...term].length });
    }
    if (!han) terms.push({ term: found[0], at, size: chars.length });
    else for (let i = 0; i + 1 < chars.length; i++) terms.push({ term: chars[i]! + chars[i + 1]!, at: at + i, size: 2 });
    const last = han ? chars.length - 1 : 0;
    edge = { term: han ? chars[last]! : found[0], end: found.index + found[0].length, at: at + last };
  }
  return terms;
}

/** Words joined by signs, such as ids and telephone numbers. */
export const codes = (text: string): string[] => [...text.matchAll(CODE)].map((found) => "#" + found[0]);

/** The number of an issued document: the characters before the year, and what comes after them. */
export interface Issued {
  text: string;
  office: string;
  rest: string;
}

/** Numbers of issued documents, whatever brackets they have. */
export const documents = (text: string): Issued[] =>
  [...text.matchAll(NUMBER)].map((found) => ({ text: found[0], office: found[1]!, rest: `${found[2]}-${+found[3]!}` }));
