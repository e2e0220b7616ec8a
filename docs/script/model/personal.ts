/** Personal data that does not belong in a checklist, by the rules that cases have (`huimin/check/personal.yaml`). */
import type { PersonalKind, PersonalRules } from "./guide.ts";

export interface Found {
  kind: PersonalKind["id"];
  text: string;
}

/** The first piece of personal data in a text, or null. */
export function findPersonal(_text: string, _rules: PersonalRules): Found | null {
  return null;
}
