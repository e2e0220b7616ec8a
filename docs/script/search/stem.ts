/**
 * A light English stem: plurals, -ing, -ed and the -e that they drop, by the rules of Porter (1980) for these alone.
 *
 * `huimin/search/` has the same rules; both run the words of `tests/data/search/`. Words whose plural means something
 * else stay as they are.
 */
const KEPT = /^(news|goods|means|customs|always|during|evening|nothing|something|anything|everything)$/;
const measure = (word: string) => (word.match(/[aeiouy]+[^aeiouy]+/g) ?? []).length;
/** Ends in consonant, vowel, consonant, as in `share` and `site` without their e, which is then kept. */
const SHORT = /(^|[^aeiou])[aeiouy][^aeiouwxy]$/;

/** The stem of a word in lower case; a word with digits, or of three letters or fewer, is its own. */
export function stem(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word) || KEPT.test(word)) return word;
  if (word === "used" || word === "using") return "use";
  let s = word;
  if (/ies$/.test(s) && s.length > 4) s = s.slice(0, -3) + "y";
  else if (/(ss|x|ch|sh|zz)es$/.test(s)) s = s.slice(0, -2);
  else if (/[^sui]s$/.test(s)) s = s.slice(0, -1);
  if (/ied$/.test(s) && s.length > 4) s = s.slice(0, -3) + "y";
  else if (/eed$/.test(s)) s = /[^c]eed$/.test(s) && measure(s.slice(0, -3)) ? s.slice(0, -1) : s;
  else {
    const cut = s.replace(/(ing|ed)$/, "");
    if (cut !== s && cut.length > 2 && /[aeiouy]/.test(cut)) {
      if (/([^aeioulsz])\1$/.test(cut)) s = cut.slice(0, -1);
      else s = measure(cut) === 1 && SHORT.test(cut) ? cut + "e" : cut;
    }
  }
  const rest = s.slice(0, -1);
  if (/e$/.test(s) && rest.length > 3 && (measure(rest) > 1 || !SHORT.test(rest))) s = rest;
  return /ll$/.test(s) && measure(s) > 1 ? s.slice(0, -1) : s;
}
