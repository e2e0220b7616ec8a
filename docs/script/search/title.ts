/** How well a title answers a question, beyond what the index says of its words. */
import { fold } from "./fold.ts";
import { stem } from "./stem.ts";

/** Text without signs and forms of words, so that `"data sharing"` and `Sharing of data` can be laid side by side. */
const bare = (text: string): string =>
  (fold(text).match(/[a-z]+|[^a-z\s!-/:-@[-`{-~\u2000-\u206f\u3000-\u3006\u3008-\u303f]+/g) ?? []).map(stem).join(" ");

/** A factor: 3 where the title is the question, less the smaller a part of it the question is, 1 where it is none. */
export function titleFactor(title: string, up: string, asked: string): number {
  const has = bare(title);
  const wanted = bare(asked);
  if (!wanted) return 1;
  if (has === wanted) return 3;
  // The number of an issued document stands above its title.
  if (!has.includes(wanted)) return bare(up) === wanted ? 1.5 : 1;
  return 1.2 + (has.startsWith(wanted) ? 0.2 : 0) + (0.8 * wanted.length) / has.length;
}
