/** Which step a row is: by its id, else by its title and requirement, else a new one of one's own. */
import type { Checklist, Own } from "../model/checklist.ts";
import type { Guide, GuideStep } from "../model/guide.ts";
import { keyOf } from "./names.ts";
import type { RowReader } from "./values.ts";

export interface Context {
  guide: Guide;
  /** The checklist into which the file is to be merged; its own steps are known again by their titles. */
  ours?: Checklist;
  /** The time, for a checklist that has none. */
  at: string;
  /** A random id. */
  random(): string;
}

/** Looks up steps of the guide, and of the checklist into which a file is merged. */
export class Matcher {
  private readonly context: Context;
  /** The guide's steps by id. */
  readonly known: ReadonlyMap<string, GuideStep>;
  private readonly byTitle = new Map<string, { id: string; requirement: string }[]>();

  constructor(context: Context) {
    this.context = context;
    const { guide, ours } = context;
    this.known = new Map(guide.steps.map((step) => [step.id, step]));
    const owners = new Map([...guide.requirements, ...guide.areas.flatMap((area) => area.themes)].map((one) => [one.id, one.title]));
    const ownerOf = (of: Partial<GuideStep & Own>) => keyOf(owners.get(of.requirement ?? of.theme ?? "") ?? "");
    for (const step of guide.steps) this.put(step.title, step.id, ownerOf(step));
    for (const step of ours?.steps ?? []) if (step.own) this.put(step.own.title, step.id, ownerOf(step.own));
    for (const step of ours?.steps ?? []) if (step.made && !this.known.has(step.id)) this.put(step.made.title, step.id, "");
  }

  private put(title: string, id: string, requirement: string): void {
    const key = keyOf(title);
    const before = this.byTitle.get(key) ?? [];
    this.byTitle.set(key, [...before, { id, requirement }]);
  }

  /** The id in the row; else that of the one step with its title and requirement; else a new one for a step of one's own. */
  idOf(reader: RowReader, own: Own | undefined): string | undefined {
    const id = reader.text("id");
    if (id !== "") return id;
    const title = reader.text("title");
    if (title === "") return undefined;
    const requirement = keyOf(reader.text("requirement"));
    const named = this.byTitle.get(keyOf(title)) ?? [];
    const exact = named.filter((one) => requirement !== "" && one.requirement === requirement);
    const fits = exact.length ? exact : requirement === "" || named.length === 1 ? named : [];
    if (fits.length > 1) {
      reader.add("ambiguous", "title", { value: title, n: String(fits.length) });
      return undefined;
    }
    if (fits[0]) {
      // Where the whole column of ids is gone this is told once for the sheet.
      if (reader.table.headings.has("id")) reader.add("by-title", "title", { value: title });
      return fits[0].id;
    }
    if (!own) reader.add("own", "title", { value: title });
    return `own-${this.context.random()}`;
  }

  isOwn(reader: RowReader, id: string, own: Own | undefined): boolean {
    if (this.known.has(id)) return false;
    return own !== undefined || (id.startsWith("own-") && reader.text("title") !== id);
  }
}
