/** A computer's clock that is set wrong. Nothing is ordered by it; it only stamps what people read. */
import type { Checklist, Day, Time } from "../model/checklist.ts";

export type ClockFault = "clock-behind-guide" | "clock-behind-work" | "clock-ahead";

const DAY = 86_400_000;
/** Clocks of two computers differ by minutes; a file from a colleague is not a fault. */
const TOLERANCE = 10 * 60_000;
/** So long a guide is hardly used unchanged. */
const YEARS = 5 * 366 * DAY;

/**
 * What is wrong with the clock, if anything.
 *
 * `now` is the clock in milliseconds, `updated` the day of the guide's edition (of any time zone), `last` the time of the
 * last change that is known.
 */
export function clockFault(now: number, updated: Day | undefined, last: Time | undefined): ClockFault | undefined {
  const made = updated === undefined ? Number.NaN : Date.parse(`${updated}T00:00:00Z`);
  const worked = last === undefined ? Number.NaN : Date.parse(last);
  if (now < made - DAY) return "clock-behind-guide";
  if (now < worked - TOLERANCE) return "clock-behind-work";
  // Changes do not count here: those that were made while the clock was wrong would hide it.
  return now > made + YEARS ? "clock-ahead" : undefined;
}

export function isClockFault(code: string): code is ClockFault {
  return code.startsWith("clock-");
}

/** Looks at the clock again and again, and says what is new. */
export class ClockWatch {
  readonly updated: Day | undefined;
  /** The latest change that was ever seen: one that is made while the clock is wrong does not hide it. */
  latest: Time | undefined;
  private last: ClockFault | undefined;

  constructor(updated: Day | undefined) {
    this.updated = updated;
  }

  /** Learns the times of a checklist. */
  learn(checklist: Checklist | undefined): void {
    if (!checklist) return;
    for (const { at } of checklist.history ?? []) this.see(at);
    this.see(checklist.created);
  }

  private see(at: Time): void {
    if (this.latest === undefined || at > this.latest) this.latest = at;
  }

  /** By what a fault is known when it has been read, so that it is not told at every visit. */
  sign(fault: string): string {
    return `${fault} ${(fault === "clock-behind-work" ? this.latest : this.updated) ?? ""}`;
  }

  /**
   * The fault that has come up since the last look, null where one is over, undefined where nothing changed; `read` is the
   * sign of what a reader knows.
   */
  look(now: number, read: unknown): ClockFault | null | undefined {
    let fault = clockFault(now, this.updated, this.latest);
    if (fault && this.sign(fault) === read) fault = undefined;
    if (fault === this.last) return undefined;
    this.last = fault;
    return fault ?? null;
  }
}
