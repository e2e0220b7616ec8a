/**
 * Personal data that does not belong in what is handed in or published: as `huimin/check/personal.py`, by the same
 * patterns (`huimin/check/personal.yaml`).
 */
import type { PersonalKind, PersonalRules } from "./guide.ts";

export interface Personal {
  kind: PersonalKind["id"];
  /** The number as it stands in the text, in half-width digits. */
  text: string;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The first piece of personal data in `text`, or null. */
export function findPersonal(text: string, rules: PersonalRules): Personal | null {
  const plain = text.normalize("NFKC");
  for (const { id, pattern, check } of rules.kinds) {
    for (const match of plain.matchAll(new RegExp(pattern, "g"))) {
      const found = match[1] ?? "";
      if (check === undefined || HOLDS[check](found.replace(/[ -]/g, ""))) return { kind: id, text: found };
    }
  }
  return null;
}

const HOLDS = { "gb-11643": isCitizen, luhn: isCard };

/** The check digit of a citizen's number (GB 11643). */
function isCitizen(number: string): boolean {
  const month = Number(number.slice(10, 12));
  const day = Number(number.slice(12, 14));
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const total = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0);
  return "10X98765432"[total % 11] === number[17]?.toUpperCase();
}

/** Luhn's check digit (ISO/IEC 7812-1). */
function isCard(number: string): boolean {
  const digits = [...number].reverse().map((digit, at) => Number(digit) * (at % 2 ? 2 : 1));
  return digits.reduce((sum, digit) => sum + (digit > 9 ? digit - 9 : digit), 0) % 10 === 0;
}
