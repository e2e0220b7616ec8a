/** All that the page shows, and what it takes over from the database. Nothing here waits. */
import type { Read, Written } from "./database.ts";
import { change, isUnsaved, leave, newEntry, rest, stillToMake } from "./entries.ts";
import type { Entry, Left } from "./entries.ts";
import type { Notice } from "./faults.ts";
import { readRecord } from "./record.ts";

/** A record that could not be read; `raw` can be saved as a file. */
export interface Kept {
  id: string;
  /** The checklist that it was. */
  of: string;
  /** Kept aside, not readable where it stands, or of a newer version. */
  why: "aside" | "none" | "newer";
  raw: unknown;
}

export type Tell = (code: Notice, facts: Record<string, string | number>) => void;

/** Settings that say which records a reader knows to be unreadable. */
const READ = "read/";
/** What is deleted can be restored for so long. */
const TOMBSTONE_DAYS = 30;

export class Memory {
  readonly entries = new Map<string, Entry>();
  readonly kept = new Map<string, Kept & { mark: string }>();
  readonly settings = new Map<string, unknown>();
  readonly unsavedSettings = new Map<string, unknown>();
  /** Records to delete with the next write. */
  readonly gone = new Set<string>();
  /** Whether the database has been read. */
  loaded = false;
  private readonly tell: Tell;
  private vanished = 0;

  constructor(tell: Tell) {
    this.tell = tell;
  }

  get unsaved(): boolean {
    return this.unsavedSettings.size > 0 || this.unsavedWork;
  }

  get unsavedWork(): boolean {
    return [...this.entries.values()].some(isUnsaved);
  }

  get nextOrder(): number {
    return 1 + Math.max(0, ...[...this.entries.values()].map((e) => e.order));
  }

  /** Sets a setting; undefined takes it away. */
  set(key: string, value: unknown): void {
    this.settings.set(key, value);
    this.unsavedSettings.set(key, value);
  }

  /** The checklist is the one that changed last; counted, because clocks are wrong. */
  raise(entry: Entry): void {
    const isLast = [...this.entries.values()].every((other) => other === entry || other.order < entry.order);
    if (!isLast) entry.order = this.nextOrder;
  }

  /** What could not be read, as a file; undefined where the notice is of something else. */
  rawOf(code: Notice): string | undefined {
    const raw = this.keptFor(code).map((kept) => kept.raw);
    return raw.length ? JSON.stringify(raw, (_, v: unknown) => (typeof v === "bigint" ? String(v) : v), 1) : undefined;
  }

  /** Settings by which these notices are not given at the next visit; what is kept stays. */
  read(code: Notice): Record<string, true> {
    return Object.fromEntries(this.keptFor(code).map(({ id }) => [READ + id, true]));
  }

  private keptFor(code: Notice): Kept[] {
    const wanted = code === "newer-checklist" ? ["newer"] : code === "unreadable" ? ["aside", "none"] : [];
    return [...this.kept.values()].filter(({ why, id }) => wanted.includes(why) && !this.settings.has(READ + id));
  }

  /** The mark under which a record is known. */
  mark(id: string): string | undefined {
    return this.entries.get(id)?.mark ?? this.kept.get(id)?.mark;
  }

  /** Checklists that rest on a record which is no longer there. */
  missing(read: Read): Entry[] {
    return [...this.entries.values()].filter((e) => e.mark !== undefined && !read.marks.has(e.id));
  }

  /** Takes over what was read; the ids of checklists that changed by it. */
  takeOver(read: Read): string[] {
    for (const [key, value] of read.settings)
      if (!this.unsavedSettings.has(key)) this.settings.set(key, value);
    const known = this.kept.size;
    const changed = read.changed.flatMap((value) => this.takeRecord(value));
    if (this.kept.size > known)
      for (const code of ["unreadable", "newer-checklist"] as const) {
        const count = this.keptFor(code).length;
        if (count) this.tell(code, { count });
      }
    for (const entry of this.missing(read)) {
      changed.push(entry.id);
      if (entry.removed !== undefined && !isUnsaved(entry)) this.entries.delete(entry.id);
      else {
        delete entry.mark;
        this.vanished++;
      }
    }
    for (const id of [...this.kept.keys()].filter((k) => !read.marks.has(k))) this.kept.delete(id);
    return changed;
  }

  private takeRecord(value: unknown): string[] {
    const reading = readRecord(value);
    const { id, mark } = value as { id: string; mark?: unknown };
    if (reading.kind !== "whole" && reading.kind !== "part") {
      const of = reading.kind === "aside" ? reading.of : id;
      this.kept.set(id, { id, of, why: reading.kind, raw: reading.raw, mark: String(mark ?? "") });
      return [];
    }
    const entry = this.entries.get(id) ?? newEntry(reading.stored.checklist, reading.stored.order);
    const removed = entry.removed;
    rest(entry, reading.stored);
    this.entries.set(id, entry);
    // Kept aside with the next write; then it is read as what it is.
    if (reading.kind === "part") entry.raw = reading.raw;
    if (this.loaded && entry.removed !== undefined && removed === undefined)
      this.tell("removed-elsewhere", { id, name: entry.checklist.name });
    return [id];
  }

  /** Takes over what was written; the ids of checklists in which another tab's changes came along. */
  wrote({ stored, healed }: Written, settings: ReadonlyMap<string, unknown>, gone: readonly string[]): string[] {
    for (const [key, value] of settings)
      if (this.unsavedSettings.get(key) === value) this.unsavedSettings.delete(key);
    for (const id of gone) this.gone.delete(id);
    const merged = stored.filter((record) => {
      const entry = this.entries.get(record.id);
      const before = entry?.checklist;
      if (entry) rest(entry, record);
      return entry?.checklist !== before;
    });
    const lost = this.vanished + healed.length;
    this.vanished = 0;
    if (lost) this.tell("purged-open", { count: lost });
    return merged.map((record) => record.id);
  }

  /** What is not saved, to leave for the next visit. */
  left(): Left[] {
    return [...this.entries.values()].filter(isUnsaved).map(leave);
  }

  /** Takes what an earlier visit left; says whether anything of it was missing. */
  recover(journal: unknown): void {
    let count = 0;
    for (const { id, pending, whole } of (Array.isArray(journal) ? journal : []) as Left[]) {
      const entry = this.entries.get(id);
      const reading = readRecord({ id, mark: "", order: 0, checklist: whole });
      if (entry) {
        const changes = stillToMake(entry.checklist, pending);
        for (const batch of changes) change(entry, batch);
        count += changes.length ? 1 : 0;
      } else if (reading.kind === "whole") {
        this.entries.set(id, newEntry(reading.stored.checklist, this.nextOrder));
        count++;
      }
    }
    if (count) this.tell("recovered", { count });
  }

  /** Lets go of what was deleted long ago. */
  bury(now: number): void {
    for (const { id, removed } of this.entries.values())
      if (removed !== undefined && Date.parse(removed) < now - TOMBSTONE_DAYS * 86_400_000) {
        this.entries.delete(id);
        this.gone.add(id);
      }
  }

  /** Forgets everything. */
  clear(): void {
    for (const all of [this.entries, this.kept, this.settings, this.unsavedSettings, this.gone]) all.clear();
    this.vanished = 0;
  }
}
