/** The words that were asked, marked in a title and in the part of a text that has the most of them. */
import { fold } from "./fold.ts";
import { stem } from "./stem.ts";
import type { Piece } from "./types.ts";

/** Text to mark as it stands, `~` and a stem, or the beginning of a word and `*`. */
export type Mark = string;

type Span = [from: number, to: number, mark: Mark];

function spans(text: string, marks: readonly Mark[]): Span[] {
  const places: number[] = [];
  const folded = fold(text, places);
  const found: Span[] = [];
  const add = (at: number, size: number, mark: Mark) => found.push([places[at]!, places[at + size]!, mark]);
  const words = marks.filter((mark) => /^~|\*$/.test(mark));
  if (words.length)
    for (const word of folded.matchAll(/[a-z0-9]+/g)) {
      const own = "~" + stem(word[0]);
      const mark = words.find((one) => one === own || (one.endsWith("*") && word[0].startsWith(one.slice(0, -1))));
      if (mark) add(word.index, word[0].length, mark);
    }
  for (const mark of marks) {
    if (!mark || words.includes(mark)) continue;
    for (let at = folded.indexOf(mark); at >= 0; at = folded.indexOf(mark, at + mark.length)) add(at, mark.length, mark);
  }
  return found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

function pieces(text: string, found: readonly Span[], from: number, to: number): Piece[] {
  const made: Piece[] = [];
  const add = (part: string, marked: boolean) => {
    const last = made[made.length - 1];
    if (!part) return;
    if (last && last[1] === marked) last[0] += part;
    else made.push([part, marked]);
  };
  let at = from;
  for (const [start, end] of found) {
    if (end <= at || start >= to) continue;
    add(text.slice(at, Math.max(at, start)), false);
    add(text.slice(Math.max(at, start), Math.min(end, to)), true);
    at = Math.min(end, to);
  }
  add(text.slice(at, to), false);
  return made;
}

/** The share of the marks that stand within `size` characters of each other, at best. */
export function closeness(text: string, marks: readonly Mark[], size: number): number {
  const found = spans(text, marks);
  let most = 0;
  found.forEach(([from], i) => {
    const held = new Set<Mark>();
    for (let k = i; k < found.length && found[k]![1] <= from + size; k++) held.add(found[k]![2]);
    most = Math.max(most, held.size);
  });
  return marks.length ? most / marks.length : 0;
}

export const marked = (text: string, marks: readonly Mark[]): Piece[] => pieces(text, spans(text, marks), 0, text.length);

/** About `size` characters around the words; the beginning where there are none. */
export function excerpt(text: string, marks: readonly Mark[], size: number): Piece[] {
  const found = spans(text, marks);
  let best = 0;
  let most = 0;
  let last = 0;
  found.forEach(([from], i) => {
    const held = new Map<Mark, number>();
    for (let k = i; k < found.length && found[k]![1] <= from + size * 0.8; k++)
      held.set(found[k]![2], (held.get(found[k]![2]) ?? 0) + 1);
    let worth = 0;
    for (const [mark, count] of held) worth += mark.length * (1 + Math.min(count, 3) / 10);
    if (worth > most) [best, most, last] = [from, worth, i];
  });
  let from = 0;
  if (found.length && found[last]![1] > size * 0.8) {
    // A little of what goes before, from the beginning of a sentence or a word where one is near.
    from = Math.max(0, best - Math.floor(size / 4));
    const lead = text.slice(from, best);
    const cut = Math.max(...["。", "；", "！", "？", "\n", ". ", "; "].map((end) => lead.lastIndexOf(end) + end.length * +lead.includes(end)));
    if (cut > 0) from += cut;
    else if (from && /[a-z0-9]/i.test(text[from - 1]!)) from += Math.max(0, lead.indexOf(" ") + 1);
  }
  let to = Math.min(text.length, from + size);
  if (to < text.length && /[a-z0-9]/i.test(text[to]!)) {
    const space = text.lastIndexOf(" ", to);
    if (space > to - 20 && space > best + 1) to = space;
  }
  if (/[\ud800-\udbff]/.test(text.charAt(to - 1))) to--;
  const made = pieces(text, found, from, to).map(([part, is]): Piece => [part.replace(/\s+/g, " "), is]);
  if (from) made.unshift(["…", false]);
  if (to < text.length) made.push(["…", false]);
  return made;
}
