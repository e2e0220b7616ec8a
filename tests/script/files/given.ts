/** What the Python side hands over: the definition of columns and the blank workbooks, made when a test asks. */
import { spawnSync } from "node:child_process";
import { DOMParser } from "@xmldom/xmldom";
import type { Columns } from "../../../docs/script/model/columns.ts";
import type { Guide } from "../../../docs/script/model/guide.ts";
import { guide as small } from "../small-guide.ts";

/** Throws where a browser hands over a document with a parsererror in it. */
class Parser extends DOMParser {
  constructor() {
    super({
      onError: (level, message) => {
        if (level !== "warning") throw new Error(message);
      },
    });
  }
}
(globalThis as { DOMParser?: unknown }).DOMParser = Parser;

const MAKE = `
import base64, json, sys
from pathlib import Path
from huimin.load import load
from huimin.workbench.blank import blank
from huimin.workbench.lists import columns_for_guide, lists_of
from huimin.workbench.words import words
base = load(Path("tests/data/small")).knowledge_base()
lists = lists_of(base)
json.dump({
    "columns": columns_for_guide(base),
    "words": words(),
    "blank": {lang: base64.b64encode(blank(base, lang)).decode() for lang in ("zh", "en")},
    "phases": [{"id": o.id, "zh": o.label.zh, "en": o.label.en} for o in lists["phase"]],
    "areas": [{"id": o.id, "zh": o.label.zh, "en": o.label.en} for o in lists["area"]],
}, sys.stdout)
`;

interface Given {
  columns: Columns;
  words: Record<string, { zh: string; en: string }>;
  blank: { zh: string; en: string };
  phases: { id: string; zh: string; en: string }[];
  areas: { id: string; zh: string; en: string }[];
}

const made = spawnSync(".venv/bin/python", ["-c", MAKE], { encoding: "utf8", maxBuffer: 1 << 26 });
if (made.status !== 0) throw new Error(made.stderr);
const given = JSON.parse(made.stdout) as Given;

/** The small guide with real columns, words and phases, in one language. */
export function guideIn(lang: "zh" | "en"): Guide {
  return {
    ...small,
    lang,
    columns: given.columns,
    words: Object.fromEntries(Object.entries(given.words).map(([key, said]) => [key, said[lang]])),
    phases: given.phases.map((phase) => ({ id: phase.id, title: phase[lang] })),
    offices: lang === "zh" ? small.offices : { "city-office": "City office" },
    indicators: [
      { id: "online", title: lang === "zh" ? "网上办理率" : "Done online", url: "", unit: "%", direction: "up", formula: "", areas: [], requirements: [] },
    ],
  };
}

export function blankIn(lang: "zh" | "en"): Uint8Array {
  return new Uint8Array(Buffer.from(given.blank[lang], "base64"));
}
