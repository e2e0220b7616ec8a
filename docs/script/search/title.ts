/** How well a title answers a question, beyond what the index says of its words. */
import { fold } from "./fold.ts";
import { stem } from "./stem.ts";

/** Text without signs and forms of words, so that `"data sharing"` and `Sharing of data` can be laid side by side. */
const bare = (text: string): string =>
  (fold(text).match(/[a-z]+|[^a-z\s!-/:-@[-`{-~\u2000-\u206f\u3000-\u3006\u3008-\u303f]+/g) ?? []).map(stem).join(" ");

/** A factor: the title is the question, begins with it, or has it within. */
export function titleFactor(title: string, asked: string): number {
  const has = bare(title);
  const wanted = bare(asked);
  if (!wanted) return 1;
  if (has === wanted) return 3;
  if (has.startsWith(wanted)) return 1.6;
  return has.includes(wanted) ? 1.35 : 1;
}
