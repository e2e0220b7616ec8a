/** When to remind that a copy be saved as a file: seldom, and only of work that no copy holds. */
import type { Checklist, Time } from "../model/checklist.ts";
import type { Settings } from "./types.ts";

export interface RemindState {
  /** The clock, in milliseconds. */
  now: number;
  /** Revisions since the last saved copy, or since the beginning. */
  changes: number;
  /** When the last copy was saved, or the checklist made. */
  since: Time;
  /** When a reader was last reminded, or put the reminder away. */
  reminded?: Time | undefined;
  example?: boolean | undefined;
}

const DAY = 86_400_000;
/** Fewer changes than these are quickly done again. */
const CHANGES = 20;
const DAYS = 7;
/** So much work is reminded of whatever the clock says. */
const MANY = 500;

/** Whether to remind now: after some changes and days without a copy, at most once a day. */
export function shouldRemind({ now, changes, since, reminded, example }: RemindState): boolean {
  if (example || changes < CHANGES) return false;
  const quiet = now - Date.parse(reminded ?? "");
  // A clock set back makes this negative; then it counts as another day.
  if (quiet >= 0 && quiet < DAY) return false;
  const waited = now - Date.parse(since);
  return changes >= MANY || waited < 0 || waited >= DAYS * DAY;
}

/** Whether to remind of saving a copy of this checklist now; to put it off for a day, set `reminded`. */
export function wantsCopy(checklist: Checklist, settings: Settings, now: number): boolean {
  const copy = settings.copies?.[checklist.id];
  return shouldRemind({
    now,
    changes: checklist.revision - (copy?.revision ?? 0),
    since: copy?.at ?? checklist.created,
    reminded: settings.reminded,
    example: checklist.example,
  });
}
