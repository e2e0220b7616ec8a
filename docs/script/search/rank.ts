/** The records that hold the words of a question, in the order of how well they answer it. */
import type { Head } from "./files.ts";
import type { Unit } from "./units.ts";

/** The share of a question's weight that a record must hold beside those that hold all of it, and where none does. */
const MOST = 0.5;
const SOME = 0.3;
const HEAVIEST = 88;

export interface Ranked {
  /** The best first. */
  docs: number[];
  score: Float64Array;
  /** How many of the first hold every word. */
  whole: number;
  /** Words that a record lacks, though another has them. */
  lacks(doc: number): string[];
}

const rarity = (all: number, count: number) => Math.log(1 + (all - count + 0.5) / (count + 0.5));

/** Ranks all records; `all` is how many there are. */
export function rank(units: readonly Unit[], absent: Head, all: number): Ranked {
  const score = new Float64Array(all);
  const held = new Float64Array(all);
  const count = new Uint8Array(all);
  const musts = new Uint8Array(all);
  let full = 0;
  let wanted = 0;
  let needed = 0;
  const found = new Set<number>();
  for (const { head, weight, must, helps } of units) {
    if (must) needed++;
    if (!helps) wanted++;
    const rare = rarity(all, head.docs.length) * weight;
    if (!helps) full += rare;
    head.docs.forEach((doc, i) => {
      score[doc]! += rare * (0.1 + head.weights[i]! / HEAVIEST);
      if (helps) return;
      held[doc]! += rare;
      count[doc]!++;
      if (must) musts[doc]!++;
      found.add(doc);
    });
  }
  const gone = new Set(absent.docs);
  const docs = [...found].filter((doc) => musts[doc] === needed && !gone.has(doc));
  const whole = docs.filter((doc) => count[doc] === wanted);
  const enough = (doc: number) => (held[doc]! >= MOST * full && (wanted < 3 || count[doc]! > 1)) || count[doc]! * 3 >= wanted * 2;
  let most = docs.filter((doc) => count[doc]! < wanted && enough(doc));
  if (!whole.length && !most.length) most = docs.filter((doc) => held[doc]! >= SOME * full);
  for (const doc of most) score[doc]! *= held[doc]! / full;
  const order = (a: number, b: number) => score[b]! - score[a]! || a - b;
  return {
    docs: [...whole.sort(order), ...most.sort(order)],
    score,
    whole: whole.length,
    lacks: (doc) => units.filter((one) => !one.helps && one.head.docs.length && !holds(one.head, doc)).map((one) => one.text),
  };
}

function holds({ docs }: Head, doc: number): boolean {
  let low = 0;
  let high = docs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (docs[middle]! < doc) low = middle + 1;
    else high = middle;
  }
  return docs[low] === doc;
}
