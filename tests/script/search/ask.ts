/**
 * Asks the index of a built site.
 *
 *   node tests/script/search/ask.ts SITE LANG "question"   prints the first ten
 *   node tests/script/search/ask.ts SITE                   reads a question as JSON from each line, writes an answer as JSON
 *
 * A question is `{"text": …, "lang": "zh" | "en"}`, with `facets`, `from`, `count`, `typing`, `filters` where wanted, and
 * `complete: true` for what is offered while typing. An answer has the ids in order, the engine's answer without its
 * hits, the files that an empty cache would load, their bytes, and the milliseconds that the engine took.
 */
import { createInterface } from "node:readline";
import { createEngine } from "../../../docs/script/search/engine.ts";
import { siteFiles } from "./site-files.ts";

const [site, lang, text] = process.argv.slice(2);
if (!site) throw new Error("ask.ts SITE [LANG QUESTION]");
const { load, sizes } = siteFiles(site);

async function ask(question: any) {
  const asked = new Set<string>();
  const engine = createEngine(question.lang ?? "zh", (name) => {
    asked.add(name);
    return load(name);
  });
  if (question.complete) return { offered: await engine.complete(question.text) };
  const start = performance.now();
  const answer = await engine.search({ facets: {}, ...question });
  const ms = performance.now() - start;
  const warm = performance.now();
  await engine.search({ facets: {}, ...question });
  const again = performance.now() - warm;
  const files = [...asked].map(sizes);
  const sum = (of: "raw" | "gzip") => files.reduce((all, one) => all + one[of], 0);
  return { answer, ms, again, files: files.map((one) => one.name), raw: sum("raw"), gzip: sum("gzip") };
}

const round = (ms: number) => Math.round(ms * 100) / 100;

if (text !== undefined) {
  const { answer, ms, again, files, raw, gzip } = (await ask({ lang, text })) as any;
  const { hits, ...rest } = answer;
  console.log(JSON.stringify(rest));
  for (const hit of hits) {
    const words = (pieces: [string, boolean][]) => pieces.map(([part, is]) => (is ? `[${part}]` : part)).join("");
    console.log(`${hit.kind} ${hit.id} (${hit.by}) ${words(hit.title)} · ${hit.up} ${hit.missing.length ? "without " + hit.missing : ""}`);
    console.log(`    ${words(hit.excerpt)}`);
  }
  console.log(`${files.length} files, ${raw} bytes, ${gzip} gzip, ${round(ms)} ms, again ${round(again)} ms`);
} else
  for await (const line of createInterface({ input: process.stdin })) {
    if (!line.trim()) continue;
    const made = (await ask(JSON.parse(line))) as any;
    if (made.answer) {
      const { hits, ...rest } = made.answer;
      Object.assign(made, { ids: hits.map((hit: any) => hit.id), kinds: hits.map((hit: any) => hit.kind), by: hits.map((hit: any) => hit.by) });
      made.answer = rest;
      made.ms = round(made.ms);
      made.again = round(made.again);
    }
    console.log(JSON.stringify(made));
  }
