/** Text as the index has it: compatibility forms, case, accents and kinds of white space made one, character by character. */

const folded = new Map<string, string>();

function foldOne(one: string): string {
  const code = one.codePointAt(0)!;
  if (code >= 0x4e00 && code < 0xa000) return one;
  if (code < 0x80) return code > 32 ? one.toLowerCase() : " ";
  let known = folded.get(one);
  if (known === undefined) {
    known = one.normalize("NFKC").toLowerCase();
    // Only Latin letters lose their marks: kana and Hangul would become others.
    if (code < 0x370 || (code >= 0x1e00 && code < 0x1f00)) known = known.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    known = known.replace(/\s+/g, " ");
    folded.set(one, known);
  }
  return known;
}

/** The text folded; where `places` is given, it gets for each character of it the place where that began in `text`. */
export function fold(text: string, places?: number[]): string {
  let made = "";
  let at = 0;
  for (const one of text) {
    const now = foldOne(one);
    if (now !== " " || !made.endsWith(" ")) {
      made += now;
      if (places) for (let i = 0; i < now.length; i++) places.push(at);
    }
    at += one.length;
  }
  places?.push(at);
  return made;
}
