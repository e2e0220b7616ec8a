/** The search's words in the page's language (`huimin/search/words.yaml`). */
import { load } from "./load.ts";

export const lang = document.documentElement.lang.slice(0, 2) === "en" ? "en" : "zh";

let words: Record<string, string> = {};

/** Fetches the words; until then there is nothing to say. */
export async function learn(): Promise<void> {
  words = (await load(`words-${lang}`)) as Record<string, string>;
}

export function say(key: string, values: Record<string, string | number> = {}): string {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

/** Several words after one another, as the language sets them apart. */
export function several(list: string[]): string {
  return list.join(lang === "zh" ? "、" : ", ");
}
