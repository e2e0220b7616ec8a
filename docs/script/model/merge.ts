/**
 * What differs between an open checklist and one that came from a file, field by field, and the changes that bring in
 * what was chosen. What the file does not have is never taken away: a row that is missing deletes nothing.
 *
 * Who changed a value is told by the stamps of steps and by what the checklists remember of their changes; where that
 * does not suffice, both may have, and the reader has to choose.
 */
import { lastOf } from "./lists.ts";
import { MAX_HISTORY, changeOf, same, valueAt } from "./change.ts";
import type { Change, Checklist, Measured, NotApplicable, Path, Stamp, Step } from "./checklist.ts";
import type { Guide } from "./guide.ts";
import { madeOf } from "./make.ts";

export type Side = "ours" | "theirs";

export interface Difference {
  path: Path;
  /** Absent where nothing stands. */
  ours?: unknown;
  theirs?: unknown;
  /** Who changed it since both were the same; `both` also where that cannot be told. */
  who: Side | "both";
}

/** A checklist from a file, and what the file could not tell (`Opened` in files/open-sheets.ts). */
export interface Came {
  checklist: Checklist;
  /** Whether the file says which checklist it is. */
  isKnown: boolean;
  /** Only one office's steps. */
  part?: string;
  /** Sheets that are not there; fields of `steps <id>`, `indicators <id>`, `projects <id>` that are not, or not wholly. */
  untold: { sheets: string[]; fields: Record<string, string[]>; partly: Record<string, string[]> };
}

/** What is proposed: the side that changed it; nothing where both did. */
export function proposed(difference: Difference): Side | undefined {
  return difference.who === "both" ? undefined : difference.who;
}

/** Every difference: of the checklist itself, of what does not apply, of projects, indicators, steps. */
export function differences(ours: Checklist, came: Came, guide: Guide): Difference[] {
  const compare = new Comparison(ours, came, guide);
  const untold = new Set(came.untold.sheets);
  const told = (sheet: string) => came.part === undefined && !untold.has(sheet);
  return [
    ...(told("checklist") && compare.isSame ? compare.about() : []),
    ...(told("requirements") ? compare.requirements() : []),
    ...(told("projects") ? compare.projects() : []),
    ...(told("indicators") ? compare.indicators() : []),
    ...(untold.has("steps") ? [] : compare.steps("steps")),
    ...(told("retired") ? compare.steps("retired") : []),
  ];
}

/** The changes that bring in what of theirs was chosen; `chosen` has a side for each difference, in their order. */
export function merged(ours: Checklist, found: readonly Difference[], chosen: readonly Side[], stamp: Stamp): Change[] {
  const changes: Change[] = [];
  const stamped = new Set<string>();
  found.forEach((difference, at) => {
    if (chosen[at] !== "theirs") return;
    const [list, id] = difference.path;
    const isWhole = difference.path.length === 2;
    const hasStamp = list === "steps" || list === "retired" || list === "indicators" || list === "requirements";
    const value = hasStamp && isWhole ? { ...(difference.theirs as object), changed: stamp } : difference.theirs;
    changes.push(changeOf(ours, difference.path, value, stamp));
    if (hasStamp && !isWhole) stamped.add(JSON.stringify([list, id]));
  });
  for (const key of stamped) changes.push(changeOf(ours, [...(JSON.parse(key) as Path), "changed"], stamp, stamp));
  return changes;
}

const ABOUT = ["name", "role", "province", "city", "areas", "themes", "start", "example", "archived"];
/** Fields of steps, projects and indicators that people empty on purpose; of others a file may know nothing. */
const EMPTIED = ["status", "reason", "lead", "helpers", "due", "evidence", "note", "area", "baseline", "actual"];
/** Not answers: they follow from others, or are about the file. */
const NOT_COMPARED = new Set(["id", "made", "changed", "on"]);
const ABOUT_KNOWN = new Set([
  ...ABOUT,
  ...["format", "version", "id", "created", "edition", "targets", "anchors", "requirements", "steps", "projects", "indicators"],
  ...["retired", "history", "revision", "part"],
]);

/** Of ours and of theirs. */
type Stamps = [Stamp | undefined, Stamp | undefined];

class Comparison {
  /** Whether both are the same checklist, so that a value may have been taken away on purpose. */
  readonly isSame: boolean;
  private readonly ours: Checklist;
  private readonly came: Came;
  private readonly guide: Guide;

  constructor(ours: Checklist, came: Came, guide: Guide) {
    this.ours = ours;
    this.came = came;
    this.guide = guide;
    this.isSame = came.isKnown && came.checklist.id === ours.id;
  }

  about(): Difference[] {
    const theirs = this.came.checklist;
    const others = Object.keys(theirs).filter((key) => !ABOUT_KNOWN.has(key));
    return [
      ...[...ABOUT, ...others].flatMap((field) => this.field([field], theirs[field], undefined)),
      ...(["targets", "anchors"] as const).flatMap((map) =>
        Object.entries(theirs[map] ?? {}).flatMap(([key, day]) => this.field([map, key], day, undefined)),
      ),
    ];
  }

  requirements(): Difference[] {
    return Object.entries(this.came.checklist.requirements ?? {}).flatMap(([id, theirs]) => {
      const ours = valueAt(this.ours, ["requirements", id]) as NotApplicable | undefined;
      if (!ours) return [this.added(["requirements", id], theirs)];
      return this.field(["requirements", id, "reason"], theirs.reason, [ours.changed, theirs.changed]);
    });
  }

  projects(): Difference[] {
    return (this.came.checklist.projects ?? []).flatMap((theirs) => {
      const ours = this.ours.projects?.find((one) => one.id === theirs.id);
      if (!ours) return [this.added(["projects", theirs.id], theirs)];
      return fieldsOf(ours, theirs).flatMap((field) =>
        this.field(["projects", theirs.id, field], (theirs as unknown as Record<string, unknown>)[field], undefined),
      );
    });
  }

  indicators(): Difference[] {
    return Object.entries(this.came.checklist.indicators ?? {}).flatMap(([id, theirs]) => {
      const ours = valueAt(this.ours, ["indicators", id]) as Measured | undefined;
      if (!ours) return [this.added(["indicators", id], theirs)];
      const stamps: Stamps = [ours.changed, theirs.changed];
      const years = fieldsOf(ours.targets ?? {}, theirs.targets ?? {});
      return [
        ...fieldsOf(ours, theirs)
          .filter((field) => field !== "targets")
          .flatMap((field) => this.field(["indicators", id, field], theirs[field], stamps)),
        ...years.flatMap((year) => this.field(["indicators", id, "targets", year], theirs.targets?.[year], stamps)),
      ];
    });
  }

  steps(list: "steps" | "retired"): Difference[] {
    const known = new Map(this.guide.steps.map((step) => [step.id, step]));
    const ours = new Map((this.ours[list] ?? []).map((step) => [step.id, step]));
    return (this.came.checklist[list] ?? []).flatMap((theirs: Step) => {
      const our = ours.get(theirs.id);
      if (!our) {
        const of = known.get(theirs.id);
        if (!of && !theirs.own && !theirs.made) return [];
        return [this.added([list, theirs.id], of && !theirs.made ? { ...theirs, made: madeOf(of, this.guide) } : theirs)];
      }
      const stamps: Stamps = [our.changed, theirs.changed];
      return fieldsOf(our, theirs).flatMap((field) => this.field([list, theirs.id, field], theirs[field], stamps));
    });
  }

  private added(path: Path, theirs: unknown): Difference {
    return { path, theirs, who: "theirs" };
  }

  /** The difference of one value, if there is one. Nothing in theirs counts only where it can have been taken away. */
  private field(path: Path, theirs: unknown, stamps: Stamps | undefined): Difference[] {
    const ours = valueAt(this.ours, path);
    if (same(ours, theirs) || this.names("fields", path)) return [];
    const mayBeEmptied = path[2] === "targets" || EMPTIED.includes(String(path[2]));
    if (theirs === undefined && !(this.isSame && mayBeEmptied)) return [];
    const known = this.isSame && !this.names("partly", path);
    const who = known ? this.who(path, ours, theirs, stamps) : ours === undefined ? "theirs" : "both";
    return [{ path, ...(ours === undefined ? {} : { ours }), ...(theirs === undefined ? {} : { theirs }), who }];
  }

  /** Whether the file says of a field that it does not tell it, or not wholly. */
  private names(what: "fields" | "partly", [list, id, field]: Path): boolean {
    const fields = valueAt(this.came.untold[what], [`${String(list)} ${String(id)}`]) as string[] | undefined;
    return fields?.includes(String(field)) ?? false;
  }

  private who(path: Path, ours: unknown, theirs: unknown, stamps: Stamps | undefined): Side | "both" {
    if (!stamps) {
      if (this.ours.revision === this.came.checklist.revision) return "theirs";
      return byHistory(this.ours, path, undefined, theirs);
    }
    const [our, their] = stamps.map((stamp) => stamp?.at);
    if (our === their) return "theirs";
    if (our !== undefined && (their === undefined || their < our)) return byHistory(this.ours, path, their, theirs);
    const turned = byHistory(this.came.checklist, path, our, ours);
    // Theirs is newer: where only they changed the value since ours, what they remember says so.
    return turned === "ours" ? "theirs" : "both";
  }
}

/**
 * Whether a checklist's own changes since a time explain how its value differs from the other's: `ours` where the value
 * was the other's before, `theirs` where it was never changed, `both` where it was another or the memory is too short.
 */
function byHistory(one: Checklist, path: Path, since: string | undefined, other: unknown): Side | "both" {
  const history = one.history ?? [];
  const later = history.filter((change) => (since === undefined || change.at > since) && leadsTo(change.path, path));
  if (later.length) {
    const was = later.some((change) => change.path.length === path.length && same(change.from, other));
    return was ? "ours" : "both";
  }
  const reaches = history.length > 0 && (history.length < MAX_HISTORY || (since !== undefined && lastOf(history)!.at <= since));
  return reaches ? "theirs" : "both";
}

function leadsTo(change: Path, path: Path): boolean {
  return change.every((part, at) => at >= path.length || part === path[at]) && change.length >= Math.min(path.length, 2);
}

function fieldsOf(ours: object, theirs: object): string[] {
  return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].filter((key) => !NOT_COMPARED.has(key));
}
