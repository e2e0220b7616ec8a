/** What a reader has to know about keeping, until they have read it. */
import type { Failure, Notice } from "./faults.ts";
import type { Fault } from "./types.ts";

export class Notices {
  private notices: Fault[] = [];
  /** A failure that the reader has read; it stays one. */
  private read: Failure | undefined;

  tell(code: Notice, values: Fault["values"] = {}, raw?: string): void {
    const fault: Fault = { code, values, ...(raw === undefined ? {} : { raw }) };
    this.notices = [fault, ...this.notices.filter((n) => n.code !== code)];
  }

  /** All of them, what keeps from saving first. */
  all(failure: Failure | undefined): readonly Fault[] {
    if (failure !== this.read) this.read = undefined;
    return failure && this.read === undefined ? [{ code: failure, retry: true }, ...this.notices] : this.notices;
  }

  dismiss(code: string, failure: Failure | undefined): void {
    if (code === failure) this.read = failure;
    this.drop((c) => c === code);
  }

  drop(which: (code: string) => boolean): void {
    this.notices = this.notices.filter(({ code }) => !which(code));
  }
}

/** A time as people read it, local, and the same in both languages. */
export function readable(time: string | number): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return String(time);
  const two = (n: number) => String(n).padStart(2, "0");
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
