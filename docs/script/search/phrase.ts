/** Records that hold terms at just these places: what makes a phrase of Chinese exact. */
import { NOTHING, type Head, type Index } from "./files.ts";
import type { Placed } from "./tokens.ts";


/** Records that hold all of the terms, each with its place in every head, and the least of the weights. */
interface Common extends Head {
  places: number[][];
}

function narrow(common: Common | undefined, head: Head): Common {
  if (!common) return { ...head, places: [head.docs.map((_, i) => i)] };
  const made: Common = { docs: [], weights: [], places: [...common.places.map(() => []), []] };
  let j = 0;
  common.docs.forEach((doc, i) => {
    while (j < head.docs.length && head.docs[j]! < doc) j++;
    if (head.docs[j] !== doc) return;
    made.docs.push(doc);
    made.weights.push(Math.min(common.weights[i]!, head.weights[j]!));
    made.places.forEach((list, h) => list.push(h < common.places.length ? common.places[h]![i]! : j));
  });
  return made;
}

/** The fewest terms that cover every character which any of them covers. */
function cover(terms: readonly Placed[]): number[] {
  const chosen: number[] = [];
  const end = (i: number) => terms[i]!.at + terms[i]!.size;
  let reached = -1;
  for (let i = 0; i < terms.length; i++) {
    if (end(i) <= reached) continue;
    // The last that still begins where the one before ends, or earlier.
    let best = i;
    for (let k = i + 1; k < terms.length && terms[k]!.at <= Math.max(reached, terms[i]!.at); k++)
      if (end(k) >= end(best)) best = k;
    chosen.push(best);
    reached = end(best);
  }
  return chosen;
}

/**
 * The records with the terms, which are in order, at places that differ as theirs do.
 *
 * `atOnce` heads are asked for at a time: most phrases that nobody wrote end in the first of them.
 */
export async function phrase(index: Index, terms: readonly Placed[], atOnce = 8): Promise<Head> {
  let common: Common | undefined;
  for (let i = 0; i < terms.length; i += atOnce) {
    for (const head of await Promise.all(terms.slice(i, i + atOnce).map((term) => index.head(term.term))))
      common = narrow(common, head);
    if (!common!.docs.length) return NOTHING;
  }
  if (!common) return NOTHING;
  const chosen = cover(terms);
  if (chosen.length < 2) return common;
  const { docs, weights, places } = common;
  const lists = await Promise.all(chosen.map((c) => index.positions(terms[c]!.term, places[c]!)));
  const stands = (k: number, i: number) => {
    const c = chosen[k]!;
    return lists[k]!(places[c]![i]!).map((at) => at - terms[c]!.at);
  };
  const made: Head = { docs: [], weights: [] };
  docs.forEach((doc, i) => {
    let starts = stands(0, i);
    for (let k = 1; starts.length && k < chosen.length; k++) {
      const next = new Set(stands(k, i));
      starts = starts.filter((at) => next.has(at));
    }
    if (starts.length) {
      made.docs.push(doc);
      made.weights.push(weights[i]!);
    }
  });
  return made;
}
