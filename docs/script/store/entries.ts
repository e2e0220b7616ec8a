/** A checklist in memory and what of it is not stored yet. Pure but for the entry itself; what it holds is never changed. */
import { applyChanges, same, valueAt } from "../model/change.ts";
import type { Change, Checklist, Time } from "../model/checklist.ts";
import type { Stored } from "./record.ts";

export interface Entry {
  id: string;
  order: number;
  /** As the page shows it: the stored record with all pending changes. */
  checklist: Checklist;
  removed?: Time;
  /** Mark of the stored record that this rests on; absent where none is stored. */
  mark?: string;
  /** Batches of changes that are not known to be stored, the oldest first. */
  pending: Change[][];
  /** Deleted or restored here and not stored yet. */
  removing: boolean;
  /** The record as it was found, where parts of it could not be read; kept aside with the next write. */
  raw?: unknown;
  /** A write whose end is not known: its mark, how many batches it holds, and whether it rests on another tab's. */
  trying?: { mark: string; batches: number; removing: boolean; rebased: boolean };
}

/** What a tab leaves in localStorage of an entry that it could not store. */
export interface Left {
  id: string;
  pending: Change[][];
  /** The whole, where the database has none. */
  whole?: Checklist;
}

export function newEntry(checklist: Checklist, order: number): Entry {
  return { id: checklist.id, order, checklist, pending: [], removing: false };
}

export function isUnsaved(entry: Entry): boolean {
  return entry.mark === undefined || entry.pending.length > 0 || entry.removing || entry.raw !== undefined;
}

/** Applies changes and keeps them for the next write. */
export function change(entry: Entry, changes: readonly Change[]): void {
  if (!changes.length) return;
  entry.checklist = applyChanges(entry.checklist, changes);
  const last = entry.pending[entry.pending.length - 1];
  const joined = last && entry.pending.length > (entry.trying?.batches ?? 0) ? joinedWith(last, changes) : undefined;
  if (joined) entry.pending[entry.pending.length - 1] = joined;
  else entry.pending.push([...changes]);
}

/** Where the same fields were changed again, as in typing, one batch that leads from the first to the last. */
function joinedWith(before: Change[], after: readonly Change[]): Change[] | undefined {
  if (before.length !== after.length || !before.every((c, n) => same(c.path, after[n]!.path))) return undefined;
  return before.map((old, n) => {
    const { from: _, index: __, ...next } = after[n]!;
    return {
      ...next,
      ...(old.from === undefined ? {} : { from: old.from }),
      ...(old.index === undefined ? {} : { index: old.index }),
    };
  });
}

/** Whether memory goes into the database as it is. */
export function isOwn(entry: Entry, elsewhere: Stored | undefined): elsewhere is undefined {
  return !elsewhere || holdsMore(entry, elsewhere);
}

/** The record to put: memory where nothing else was stored meanwhile, else what was stored with the changes made here. */
export function toStore(entry: Entry, mark: string, elsewhere?: Stored): Stored {
  const removed = elsewhere && !entry.removing ? elsewhere.removed : entry.removed;
  return {
    ...elsewhere,
    id: entry.id,
    mark,
    order: Math.max(entry.order, elsewhere?.order ?? 0),
    checklist: isOwn(entry, elsewhere) ? entry.checklist : rebased(entry, elsewhere.checklist),
    ...without(removed),
  };
}

/** Takes over what stands in the database; the changes that are pending here stay on top of it. */
export function rest(entry: Entry, stored: Stored): void {
  const own = entry.trying?.mark === stored.mark ? entry.trying : undefined;
  if (own) {
    entry.pending.splice(0, own.batches);
    if (own.removing && entry.removed === stored.removed) entry.removing = false;
    delete entry.raw;
  }
  delete entry.trying;
  if (!own && holdsMore(entry, stored)) return;
  entry.mark = stored.mark;
  entry.order = entry.pending.length ? Math.max(entry.order, stored.order) : stored.order;
  if (!own || own.rebased) {
    entry.checklist = shared(entry.checklist, rebased(entry, stored.checklist));
  }
  if (!entry.removing) setRemoved(entry, stored.removed);
}

/**
 * Whether memory is the better source: its record vanished, and another tab wrote it anew from an older state. Then it is
 * not taken over but written again.
 */
export function holdsMore(entry: Entry, stored: Stored): boolean {
  return entry.mark === undefined && entry.checklist.revision > stored.checklist.revision;
}

/** What another tab stored, with the changes made here; its revision never falls behind what was shown here. */
function rebased(entry: Entry, stored: Checklist): Checklist {
  if (!entry.pending.length) return stored;
  const result = entry.pending.reduce(applyChanges, stored);
  return { ...result, revision: Math.max(result.revision, entry.checklist.revision) };
}

/** `fresh` with every part that is as it was being the same object as before, so that only what changed is drawn anew. */
function shared<T>(before: unknown, fresh: T): T {
  if (typeof fresh !== "object" || fresh === null || typeof before !== "object" || before === null) return fresh;
  if (Array.isArray(fresh) !== Array.isArray(before)) return fresh;
  const old = before as Record<string, unknown>;
  const entries = Object.entries(fresh).map(([key, value]) => [key, shared(old[key], value)] as const);
  if (entries.length === Object.keys(old).length && entries.every(([key, value]) => Object.is(value, old[key])))
    return before as T;
  return (Array.isArray(fresh) ? entries.map(([, value]) => value) : Object.fromEntries(entries)) as T;
}

export function setRemoved(entry: Entry, removed: Time | undefined): void {
  if (removed === undefined) delete entry.removed;
  else entry.removed = removed;
}

/** What to leave for the next visit. */
export function leave(entry: Entry): Left {
  return { id: entry.id, pending: entry.pending, ...(entry.mark === undefined ? { whole: entry.checklist } : {}) };
}

/** The changes left by a tab that are still to be made: not those that are stored, nor where something newer stands. */
export function stillToMake(checklist: Checklist, pending: readonly Change[][]): Change[][] {
  let state = checklist;
  return pending.flatMap((batch) => {
    const wanted = batch.filter((c) => {
      const value = valueAt(state, c.path);
      return same(value, c.from) && !same(value, c.to);
    });
    state = applyChanges(state, wanted);
    return wanted.length ? [wanted] : [];
  });
}

function without(removed: Time | undefined): { removed?: Time } {
  return removed === undefined ? {} : { removed };
}
