/** Numbers as people type them. */

/**
 * The number that a text says: full-width digits, thousands' commas, spaces and a percent sign are understood; undefined
 * where it is no number. `1,5` is refused, for it may be one and a half.
 */
export function parseNumber(text: string): number | undefined {
  const plain = text.normalize("NFKC").replace(/\s/g, "").replace(/[−–]/g, "-").replace(/%$/, "");
  if (!/^[+-]?(?:\d{1,15}|\d{1,3}(?:,\d{3})+)(?:\.\d{1,10})?$/.test(plain)) return undefined;
  return Number(plain.replace(/,/g, ""));
}
