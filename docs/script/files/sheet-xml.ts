/** How texts and places stand in the XML of a sheet (ECMA-376, part 1: `ST_Xstring` and `ST_CellRef`). */

const AS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** What XML 1.0 cannot hold, and CR, which it would turn to LF; with the flag `u`, half a surrogate pair alone. */
const NOT_IN_XML = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/gu;

/** Text for a `t` element: what XML cannot hold becomes `_xHHHH_`, and text that looks so is told apart from it. */
export function escaped(text: string): string {
  return text
    .replace(AS_ESCAPED, "_x005F_")
    .replace(NOT_IN_XML, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}

/** The text that `escaped` wrote, once the XML is parsed. */
export function unescaped(text: string): string {
  return text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}

/** The text of an attribute as it stands in XML that we wrote ourselves. */
export function xmlText(value: string): string {
  const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return value.replace(/&(?:#(\d+)|#x([0-9A-Fa-f]+)|(\w+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return names[name] ?? whole;
    return String.fromCodePoint(decimal === undefined ? parseInt(hex ?? "0", 16) : Number(decimal));
  });
}

/** `A` for 1, `AA` for 27. */
export function columnLetters(number: number): string {
  let letters = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The number of the column in a place such as `AB12`; 0 where there is none. */
export function columnNumber(ref: string): number {
  let number = 0;
  for (const letter of /^[A-Z]{1,3}(?=\d*$)/.exec(ref)?.[0] ?? "") number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** The places of the cells in a row's XML. */
export function cellsOf(row: string): string[] {
  return [...row.matchAll(/<c r="([A-Z]+\d+)"/g)].map(([, ref]) => ref ?? "");
}
