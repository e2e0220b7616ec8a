/** Latin words that may have been meant by one that no entry holds. */

/** How many mistakes a word of this length may have. */
const allowed = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Letters put in, left out, changed or exchanged with their neighbour, between two words; above `most` it is not exact. */
export function mistakes(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length]!;
}

/** The likeliest word of a lexicon: fewest mistakes, then the same first letter, then in the most entries. */
export function spelled(word: string, lexicon: Iterable<readonly [word: string, count: number]>): string | undefined {
  const most = allowed(word.length);
  let best: string | undefined;
  let least = Infinity;
  if (!most || /\d/.test(word)) return undefined;
  for (const [known, count] of lexicon) {
    if (/\d/.test(known) || known === word) continue;
    const found = mistakes(word, known, most);
    if (found > most) continue;
    const cost = found + (known[0] === word[0] ? 0 : 0.5) + 0.4 / (1 + count);
    if (cost < least) [best, least] = [known, cost];
  }
  return best;
}
