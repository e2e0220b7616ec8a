/** The files of the search in a built site, read as a page's loader hands them over. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Load } from "../../../docs/script/search/types.ts";

export interface FileOfSite {
  name: string;
  data: unknown;
  raw: number;
  gzip: number;
}

/** Reads files by name, each once; `sizes` says how large one is as it is sent. */
export function siteFiles(site: string): { load: Load; sizes(name: string): FileOfSite } {
  const kept = new Map<string, FileOfSite>();
  const read = (name: string): FileOfSite => {
    let one = kept.get(name);
    if (!one) {
      const bytes = readFileSync(join(site, "assets/search", `${name}.js`));
      const text = bytes.toString("utf8");
      const start = text.indexOf(",");
      const data: unknown = JSON.parse(text.slice(start + 1, text.lastIndexOf(")")));
      one = { name, data, raw: bytes.length, gzip: gzipSync(bytes).length };
      kept.set(name, one);
    }
    return one;
  };
  return { load: async (name) => read(name).data, sizes: read };
}
