/** The engine of the page's language, and another after a failure. */
import { createEngine } from "../search/engine.ts";
import type { Answer, Asked } from "../search/types.ts";
import { load, pastStores } from "./load.ts";
import { lang } from "./say.ts";

let folder = "";
let brought: Promise<unknown> | undefined;

/** Takes the table of contents that the page brings along: its arrival is seen only by who waits for it. */
export function begin(): void {
  brought = load(lang);
  brought.catch(() => undefined); // who asks for it is told
}

/** Remembers of which edition the index is. */
async function noted(name: string): Promise<unknown> {
  const own = name === lang;
  const data = await ((own && brought) || load(name));
  if (own) folder = (data as { folder: string }).folder;
  return data;
}

let engine = createEngine(lang, noted);

export const search = (asked: Asked): Promise<Answer> => engine.search(asked);
export const complete = (text: string): Promise<string[]> => engine.complete(text);

/** Asks the site anew after a failure; true where it has another edition by now, for which the page must be loaded again. */
export async function anew(): Promise<boolean> {
  const before = folder;
  brought = undefined;
  pastStores();
  engine = createEngine(lang, noted);
  await noted(lang);
  return !!before && before !== folder;
}
