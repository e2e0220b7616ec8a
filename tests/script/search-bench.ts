/** The engine with the site's own loader, for `make bench`, which asks it in a page of the site. */
import { load } from "../../docs/script/find/load.ts";
import { createEngine } from "../../docs/script/search/engine.ts";
import type { Engine } from "../../docs/script/search/types.ts";

declare global {
  interface Window {
    searchBench?: (lang: "zh" | "en") => Engine;
  }
}

window.searchBench = (lang) => createEngine(lang, load);
