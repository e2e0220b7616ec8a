/** Numbers as the index writes them: a character each, without what JSON or UTF-16 keeps for itself. */

const LIMIT = 50000;

/** The numbers of a text; `LIMIT` is added to what follows it. */
export function decode(text: string): number[] {
  const made: number[] = [];
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const value = code - (code > 92 ? 36 : 35);
    sum += value;
    if (value < LIMIT) {
      made.push(sum);
      sum = 0;
    }
  }
  return made;
}

/** Turns gaps into the numbers they lead to, the first counted from 0. */
export function undoGaps(gaps: number[]): number[] {
  let sum = 0;
  return gaps.map((gap) => (sum += gap));
}

/** FNV-1a of 32 bits over UTF-16 code units. */
export function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619) >>> 0;
  return h;
}
