/** Names of terms in both languages, for a question in the other one. */
import type { Index } from "./files.ts";
import { fold } from "./fold.ts";
import type { Mark } from "./excerpt.ts";
import type { Parsed } from "./parse.ts";
import { stem } from "./stem.ts";
import { hasHan } from "./tokens.ts";
import type { Load } from "./types.ts";

/** Words without forms and signs, with a space around each; Chinese as it is. */
const plain = (text: string) =>
  hasHan(text) ? fold(text) : ` ${(fold(text).match(/[a-z0-9]+/g) ?? []).map(stem).join(" ")} `;

/** Names in the page's language for what was asked: those that are all of it, and marks for those that are part of it. */
export async function translations(
  index: Index, load: Load, lang: "zh" | "en", parsed: Parsed,
): Promise<{ whole: string[]; marks: Mark[] }> {
  const made = { whole: [] as string[], marks: [] as Mark[] };
  if (!index.manifest.glossary) return made;
  const asked = plain([...parsed.phrases, ...parsed.words].join(" "));
  for (const [zh, en] of (await load(index.manifest.glossary)) as [string, string][]) {
    const theirs = plain(lang === "zh" ? en : zh);
    if (!theirs.trim() || !asked.includes(theirs)) continue;
    const ours = fold(lang === "zh" ? zh : en);
    made.marks.push(ours);
    if (theirs === asked) made.whole.push(ours);
  }
  return made;
}
