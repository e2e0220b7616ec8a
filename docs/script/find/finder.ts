/** The engine of the page's language, and another after a failure. */
import { createEngine } from "../search/engine.ts";
import type { Answer, Asked } from "../search/types.ts";
import { load, pastStores } from "./load.ts";
import { lang } from "./say.ts";

let folder = "";

/** Remembers of which edition the index is. */
async function noted(name: string): Promise<unknown> {
  const data = await load(name);
  if (name === lang) folder = (data as { folder: string }).folder;
  return data;
}

let engine = createEngine(lang, noted);

export const search = (asked: Asked): Promise<Answer> => engine.search(asked);
export const complete = (text: string): Promise<string[]> => engine.complete(text);

/** Asks the site anew after a failure; true where it has another edition by now, for which the page must be loaded again. */
export async function anew(): Promise<boolean> {
  const before = folder;
  pastStores();
  engine = createEngine(lang, noted);
  await noted(lang);
  return !!before && before !== folder;
}
