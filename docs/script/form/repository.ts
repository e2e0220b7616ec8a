/** Links to the repository's own pages for a new file and a new issue, with the content in the address where it fits. */
import { numberOf, type Columns } from "./columns.ts";
import type { Cells, FormData } from "./data.ts";

export interface Link {
  url: string;
  /** Whether the content did not fit and has to be pasted. */
  isTooLong: boolean;
}

/** What servers take at most in one address; GitHub's is some 8 kB. */
const LONGEST = 7500;

/** The link by which the file of a case, whose id is `province/slug`, is added. */
export function fileLink(address: string, id: string, text: string): Link {
  const [province = "", slug = ""] = id.split("/");
  const bare = `${address}${province}?filename=${slug}.yaml`;
  return fitting(`${bare}&value=${encodeURIComponent(text)}`, bare);
}

/** The link to the issue form of `.github/ISSUE_TEMPLATE/propose-case.yml`, filled in by the ids of its fields. */
export function issueLink(address: string, cells: Cells, columns: Columns, data: FormData): Link {
  const { lang } = data;
  const of = (id: string): string => cells[id] ?? "";
  const said = (unit: string): string => of(`${unit}.text.${lang}`);
  const group = (name: string, parts: readonly string[]): string => {
    const numbers = new Set(columns.all.filter((column) => columns.groupOf.get(column.id)?.id === name && of(column.id)).map(numberOf));
    return [...numbers].map((n) => parts.map((part) => of(`${name}.${n}.${part}`)).filter(Boolean).join(" · ")).join("\n");
  };
  const city = data.choices.city?.find(([id]) => id === of("city"))?.[1] ?? "";
  const fields = {
    title: `案例 / Case: ${of(`title.${lang}`)}`,
    place: city,
    years: [of("years.start"), of("years.end")].filter(Boolean).join("–"),
    what: [said("problem"), said("approach")].filter(Boolean).join("\n\n"),
    sharing: said("sharing"),
    results: group("results", [`metric.${lang}`, "value", `unit.${lang}`, "date"]),
    sources: group("sources", [`title.${lang}`, `publisher.${lang}`, "date", "url"]),
  };
  const bare = `${address}?template=propose-case.yml`;
  const filled = Object.entries(fields).filter(([, text]) => text);
  return fitting(bare + filled.map(([name, text]) => `&${name}=${encodeURIComponent(text)}`).join(""), bare);
}

function fitting(whole: string, bare: string): Link {
  return whole.length > LONGEST ? { url: bare, isTooLong: true } : { url: whole, isTooLong: false };
}
