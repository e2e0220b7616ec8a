/** Due days of groups of steps along a line of months: where each stands; drawing it is the view's. */
import type { Day, Status } from "./checklist.ts";
import { addDays } from "./progress.ts";

export interface Dated {
  id: string;
  title: string;
  due: Day;
  status: Status;
  overdue: boolean;
}

export interface GanttRow {
  key: string;
  title: string;
  /** From the first due day to the last. */
  from: number;
  to: number;
  marks: (Dated & { x: number })[];
}

export interface Gantt {
  width: number;
  months: { x: number; width: number; year: string; month: string }[];
  rows: GanttRow[];
  /** Where today is, if within. */
  today?: number;
  moments: { x: number; title: string }[];
}

const PER_DAY = 1.6;

/** How wide it may grow, in the units of the picture, and the least that a day takes even so. */
export interface Room {
  most: number;
  perDay: number;
}
/** On a screen, where the picture may be moved sideways. */
const SCREEN: Room = { most: 1600, perDay: 0.35 };
/** On A4 lying on its side, with letters that can be read. */
export const PAPER: Room = { most: 760, perDay: 0 };

/** Lays groups out; undefined where no step has a day. `moments` are days such as that of filing. */
export function ganttOf(
  groups: readonly { key: string; title: string; dated: readonly Dated[] }[],
  today: Day,
  moments: readonly { title: string; day: Day }[] = [],
  room = SCREEN,
): Gantt | undefined {
  const days = [...groups.flatMap((group) => group.dated.map((one) => one.due)), ...moments.map((one) => one.day)].sort();
  const [firstDay, lastDay] = [days[0], days[days.length - 1]];
  if (firstDay === undefined || lastDay === undefined) return undefined;
  const start = Date.parse(`${firstDay.slice(0, 7)}-01T00:00:00Z`);
  const end = Date.parse(`${addDays(lastDay, 5)}T00:00:00Z`);
  const span = (end - start) / 86_400_000;
  const scale = Math.max(room.perDay, Math.min(PER_DAY, room.most / span));
  const x = (day: Day) => ((Date.parse(`${day}T00:00:00Z`) - start) / 86_400_000) * scale;
  const months: Gantt["months"] = [];
  const at = new Date(start);
  while (at.getTime() < end) {
    const day = at.toISOString().slice(0, 10);
    at.setUTCMonth(at.getUTCMonth() + 1);
    months.push({ x: x(day), width: x(at.toISOString().slice(0, 10)) - x(day), year: day.slice(0, 4), month: day.slice(5, 7) });
  }
  const rows = groups
    .filter((group) => group.dated.length)
    .map(({ key, title, dated }) => {
      const marks = dated.map((one) => ({ ...one, x: x(one.due) })).sort((a, b) => a.x - b.x);
      return { key, title, from: marks[0]!.x, to: marks[marks.length - 1]!.x, marks };
    })
    .sort((a, b) => a.from - b.from);
  const now = x(today);
  const width = span * scale;
  return {
    width,
    months,
    rows,
    ...(now >= 0 && now <= width ? { today: now } : {}),
    moments: moments.map(({ title, day }) => ({ title, x: x(day) })),
  };
}
