/**
 * Changes to a checklist: each sets one value, and turned round it takes it back.
 *
 * Objects are never changed, only made anew along the path, so that what did not change stays the same object.
 */
import type { Change, Checklist, Path, Stamp } from "./checklist.ts";

/** As many changes as a checklist remembers. */
export const MAX_HISTORY = 200;

/** Changes of one field further apart than this, in milliseconds, are remembered apart. */
const PAUSE = 600_000;

const NEVER = new Set(["__proto__", "constructor", "prototype"]);
/** Stay when they are empty. */
const KEPT_EMPTY = new Set(["steps", "areas", "themes"]);

type Holder = Record<string, unknown>;

/** The value at the end of a path; undefined where nothing stands. */
export function valueAt(from: unknown, path: Path): unknown {
  let value = from;
  for (const part of path) {
    if (Array.isArray(value)) value = value[indexOf(value, part)];
    else if (isHolder(value) && has(value, part)) value = value[part];
    else return undefined;
  }
  return value;
}

/** A change of one value, with what stood there before. */
export function changeOf(checklist: Checklist, path: Path, to: unknown, stamp: Stamp): Change {
  const from = valueAt(checklist, path);
  const holder = valueAt(checklist, path.slice(0, -1));
  const at = Array.isArray(holder) ? indexOf(holder, path[path.length - 1]!) : -1;
  return {
    ...stamp,
    path,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(at >= 0 ? { index: at } : {}),
  };
}

/** The checklist with all changes made, as one revision more; its history grows by them. */
export function applyChanges(checklist: Checklist, changes: readonly Change[]): Checklist {
  if (!changes.length) return checklist;
  let result = checklist;
  for (const change of changes) {
    // Where another tab changed the same value meanwhile, what is remembered is what stood here.
    result = { ...(set(result, change.path, change) as Checklist) };
  }
  const history = changes.reduce(remembered, checklist.history ?? []).slice(0, MAX_HISTORY);
  return { ...result, ...(history.length ? { history } : {}), revision: checklist.revision + 1 };
}

/** A history with one change more; one that goes on where the last left off, as in typing, takes its place. */
function remembered(history: readonly Change[], change: Change): Change[] {
  // A stamp says what every change says of itself; the guide's words are no answers.
  const field = change.path[change.path.length - 1];
  if (field === "changed" || field === "made") return [...history];
  const last = history[0];
  const goesOn =
    last &&
    same(last.path, change.path) &&
    // What another tab wrote meanwhile was overwritten, not gone on with.
    same(last.to, change.from) &&
    last.by === change.by &&
    Date.parse(change.at) - Date.parse(last.at) < PAUSE;
  if (!goesOn) return [change, ...history];
  const { from: _from, index: _index, ...rest } = change;
  const before = {
    ...(last.from === undefined ? {} : { from: last.from }),
    ...(last.index === undefined ? {} : { index: last.index }),
  };
  return [{ ...rest, ...before }, ...history.slice(1)];
}

/**
 * Changes that were all made from one checklist, with the places at which each finds the steps when it is their turn:
 * removals count those before them, and the guide's steps come in `order`, before one's own.
 */
export function inSequence(checklist: Checklist, changes: readonly Change[], order: readonly string[]): Change[] {
  const ids = checklist.steps.map((step) => step.id);
  const rank = new Map(order.map((id, n) => [id, n]));
  return changes.map((change) => {
    if (change.path[0] !== "steps" || change.path.length !== 2) return change;
    const id = String(change.path[1]);
    const at = ids.indexOf(id);
    if (change.to === undefined) {
      if (at >= 0) ids.splice(at, 1);
      return at < 0 ? change : { ...change, index: at };
    }
    if (at >= 0) return { ...change, index: at };
    const mine = rank.get(id) ?? Infinity;
    const next = ids.findIndex((other) => (rank.get(other) ?? Infinity) > mine);
    const index = next < 0 ? ids.length : next;
    ids.splice(index, 0, id);
    return { ...change, index };
  });
}

/** What takes the changes back, in the order in which to do so. */
export function inverse(changes: readonly Change[], stamp: Stamp): Change[] {
  return [...changes].reverse().map((change) => ({
    ...stamp,
    path: change.path,
    ...(change.to === undefined ? {} : { from: change.to }),
    ...(change.from === undefined ? {} : { to: change.from }),
    ...(change.index === undefined ? {} : { index: change.index }),
  }));
}

/** The changes of one step's fields, with its stamp; fields that stay as they are give none. */
export function changesOfStep(
  checklist: Checklist,
  id: string,
  fields: Record<string, unknown>,
  stamp: Stamp,
): Change[] {
  const changes = Object.entries(fields)
    .map(([field, to]) => changeOf(checklist, ["steps", id, field], tidied(to), stamp))
    .filter((change) => !same(change.from, change.to));
  if (changes.length) changes.push(changeOf(checklist, ["steps", id, "changed"], stamp, stamp));
  return changes;
}

/** Whether two values are the same as JSON, in whatever order their fields stand. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, n) => same(item, b[n]));
  if (!isHolder(a) || !isHolder(b) || Array.isArray(a) || Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((k) => has(b, k) && same(a[k], b[k]));
}

/** What is kept of a value: nothing where it is empty. */
export function tidied(value: unknown): unknown {
  if (value === "" || value === null) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(tidied).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  if (isHolder(value)) {
    const entries = Object.entries(value)
      .map(([key, item]) => [key, tidied(item)] as const)
      .filter(([, item]) => item !== undefined);
    return entries.length ? Object.fromEntries(entries) : undefined;
  }
  return value;
}

function set(holder: unknown, path: Path, change: Change): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return change.to;
  if (Array.isArray(holder)) return setItem(holder, part, rest, change);
  if (NEVER.has(String(part))) return holder;
  const fields: Holder = isHolder(holder) ? holder : {};
  const old = has(fields, part) ? fields[part] : undefined;
  const empty = isList(path) ? [] : {};
  const value = rest.length ? set(old ?? empty, rest, change) : change.to;
  const result = { ...fields };
  if (value === undefined || (rest.length && isEmpty(value) && !KEPT_EMPTY.has(String(part)))) delete result[part];
  else result[part] = value;
  return result;
}

function setItem(items: unknown[], part: string | number, rest: Path, change: Change): unknown[] {
  const at = indexOf(items, part);
  if (at < 0 && (rest.length || change.to === undefined)) return items; // it is gone: nothing to change
  const value = rest.length ? set(items[at], rest, change) : change.to;
  if (value === undefined) return items.filter((_, n) => n !== at);
  if (at >= 0) return items.map((item, n) => (n === at ? value : item));
  const place = Math.min(change.index ?? items.length, items.length);
  return [...items.slice(0, place), value, ...items.slice(place)];
}

/** Whether what the path leads into is a list of things with ids. */
function isList(path: Path): boolean {
  return ["steps", "projects", "retired"].includes(String(path[0])) && path.length > 1;
}

function indexOf(items: readonly unknown[], part: string | number): number {
  if (typeof part === "number") return part < items.length ? part : -1;
  return items.findIndex((item) => isHolder(item) && item["id"] === part);
}

function isHolder(value: unknown): value is Holder {
  return typeof value === "object" && value !== null;
}

function isEmpty(value: unknown): boolean {
  return isHolder(value) && Object.keys(value).length === 0;
}

/** Whether a field is an object's own, and not one that all objects have. */
export function has(holder: object, key: string | number): boolean {
  return Object.prototype.hasOwnProperty.call(holder, key);
}
