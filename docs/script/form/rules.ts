/** The rules on texts (KB301 to KB305, KB401 to KB412): as `huimin/check/safety.py` and `style.py`, by the same patterns. */
import { findPersonal } from "../model/personal.ts";
import type { Kind } from "./data.ts";
import type { Texts } from "./texts.ts";

/** Hears of a rule that a text breaks, with the words of its sentence. */
export type Break = (rule: string, words: Record<string, string>) => void;

/** Checks one text in the language `lang`. */
export function checkText(text: string, lang: string, kind: Kind, tools: Texts, broken: Break): void {
  for (const [rule, name] of [["KB302", "html"], ["KB303", "image"], ["KB304", "mark"]] as const) {
    const found = tools.pattern(name).exec(text);
    if (found) broken(rule, { found: found[0] });
  }
  const personal = findPersonal(text, tools.data.personal);
  if (personal) broken("KB305", { kind: tools.data.personalWords[personal.kind] ?? personal.kind });
  if (kind === "prose") for (const link of badLinks(text, tools)) broken("KB301", { link: link || "()" });
  const mark = tools.pattern("image").test(text) ? null : markOf(text, kind, tools);
  if (mark) broken("KB412", { found: mark });
  (lang === "zh" ? chinese : english)(text.replace(tools.pattern("linkTarget", "g"), "]"), tools, broken);
}

/** Links of Markdown that lead neither to an entry nor where readers may be sent. */
function badLinks(text: string, tools: Texts): string[] {
  const links = [...text.matchAll(/(?:^|[^\\])\[[^\]\n]*\]\(\s*(?:<([^>\n]*)>|((?:[^()\s]|\([^()\s]*\))*))[^)\n]*\)/g)].map((found) => found[1] ?? found[2] ?? "");
  return links.filter((link) => !tools.pattern("internal").test(link) && !tools.pattern("link").test(link));
}

/** A mark of Markdown that readers would see as it is typed; in long texts the safe subset is known. */
function markOf(text: string, kind: Kind, tools: Texts): string | undefined {
  const rest =
    kind !== "prose" ? text : text.replace(/\[[^\]\n]*\]\([^)\n]*\)/g, "").replace(/\*\*(?=\S)(?:[^*]|\*(?!\*))*?\S?\*\*/g, "").replace(/`[^`\n]+`/g, "");
  return tools.pattern("markdown").exec(rest)?.[0];
}

function chinese(text: string, tools: Texts, broken: Break): void {
  const content = text.replace(tools.pattern("markup", "g"), "");
  for (const [word] of content.matchAll(tools.pattern("latin", "g"))) {
    if (!tools.data.latin.includes(word.replace(/^[./\-'+#]+|[./\-'+#]+$/g, "").toLowerCase())) broken("KB401", { found: word });
  }
  for (const [rule, name] of [["KB403", "half"], ["KB405", "spaced"]] as const) {
    const found = tools.pattern(name).exec(content);
    if (found) broken(rule, { found: around(content, found) });
  }
}

function english(text: string, tools: Texts, broken: Break): void {
  const han = tools.pattern("han").exec(text);
  const full = han ? null : tools.pattern("full").exec(text);
  if (han) broken("KB402", { found: han[0] });
  if (full) broken("KB404", { found: full[0] });
}

/** What was found with the character on each side, so that it can be found by eye. */
function around(text: string, found: RegExpExecArray): string {
  const part = found.slice(1).find((one) => one !== undefined) ?? found[0];
  const start = found.index + found[0].lastIndexOf(part);
  return text.slice(Math.max(0, start - 1), start + part.length + 1);
}
