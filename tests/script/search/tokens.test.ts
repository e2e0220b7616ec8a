import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fold } from "../../../docs/script/search/fold.ts";
import { stem } from "../../../docs/script/search/stem.ts";
import { codes, documents, placed } from "../../../docs/script/search/tokens.ts";

/** The cases that `tests/search/test_tokens.py` runs too. */
interface Cases {
  fold: [text: string, folded: string][];
  stem: [word: string, stem: string][];
  terms: [text: string, placed: [term: string, at: number][], codes: string[]][];
  issued: [text: string, office: string, number: string][];
}
const cases = JSON.parse(readFileSync("tests/data/search/tokens.json", "utf8")) as Cases;
const sorted = (terms: [string, number][]) => terms.map(([term, at]) => `${term} ${at}`).sort();

test("a question is folded as the index is", () => {
  for (const [text, folded] of cases.fold) assert.equal(fold(text), folded, text);
});

test("its words have the same stems", () => {
  for (const [word, stemmed] of cases.stem) assert.equal(stem(word), stemmed, word);
});

test("it is made of the same terms at the same places", () => {
  for (const [text, terms, joined] of cases.terms) {
    const folded = fold(text);
    assert.deepEqual(sorted(placed(folded).map(({ term, at }) => [term, at])), sorted(terms), text);
    assert.deepEqual(codes(folded), joined, text);
  }
});

test("a document number is one code whatever its brackets", () => {
  for (const [text, office, number] of cases.issued)
    assert.deepEqual(documents(fold(text)).map((one) => [one.office, one.rest]), [[office, number]], text);
});
