/** The report's words as the guide's data have them, read from the file. */
import { readFileSync } from "node:fs";

const FILE = new URL("../../../huimin/workbench/words/report.yaml", import.meta.url);

export function words(lang: "zh" | "en"): Record<string, string> {
  const found: Record<string, string> = {};
  for (const line of readFileSync(FILE, "utf-8").split("\n")) {
    if (!line || line.startsWith("#")) continue;
    const [, key = "", zh = "", en = ""] = /^([\w-]+): \{zh: (.+?), en: (.+)\}$/.exec(line) ?? [];
    if (!key) throw new Error(line);
    const text = lang === "zh" ? zh : en;
    found[`report.${key}`] = text.startsWith('"') ? (JSON.parse(text) as string) : text;
  }
  return found;
}
