/** What can be taken back and made again in this tab, by checklist. */
import { lastOf } from "../model/lists.ts";
import type { Change } from "../model/checklist.ts";

const MOST = 500;
/** What is typed after a pause, in milliseconds, is taken back by itself. */
const PAUSE = 30_000;

interface Batch {
  changes: readonly Change[];
  label: string;
}

export class Undo {
  #done = new Map<string, Batch[]>();
  #undone = new Map<string, Batch[]>();

  /**
   * Remembers changes. Those of one field that follow each other, as when one types, count as one.
   */
  remember(id: string, changes: readonly Change[], label: string): void {
    const done = this.#done.get(id) ?? [];
    const latest = lastOf(done);
    const pause = Date.parse(changes[0]!.at) - Date.parse(lastOf(latest?.changes)?.at ?? "");
    if (latest && label === "" && latest.label === "" && pause < PAUSE && isSamePlace(latest.changes, changes)) {
      const joined = changes.map((change, n) => {
        const { from: _from, ...rest } = change;
        const before = latest.changes[n]!.from;
        return before === undefined ? rest : { ...rest, from: before };
      });
      done[done.length - 1] = { changes: joined, label };
    } else done.push({ changes, label });
    this.#done.set(id, done.slice(-MOST));
    this.#undone.delete(id);
  }

  /** The batch to take back, which is then the next to make again. */
  back(id: string): Batch | undefined {
    return move(this.#done, this.#undone, id);
  }

  /** The batch to make again. */
  again(id: string): Batch | undefined {
    return move(this.#undone, this.#done, id);
  }

  counts(id: string): { back: number; again: number } {
    return { back: this.#done.get(id)?.length ?? 0, again: this.#undone.get(id)?.length ?? 0 };
  }
}

function move(from: Map<string, Batch[]>, to: Map<string, Batch[]>, id: string): Batch | undefined {
  const batch = from.get(id)?.pop();
  if (batch) to.set(id, [...(to.get(id) ?? []), batch]);
  return batch;
}

function isSamePlace(a: readonly Change[], b: readonly Change[]): boolean {
  return a.length === b.length && a.every((change, n) => change.path.join("\n") === b[n]!.path.join("\n"));
}
