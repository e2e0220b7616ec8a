/** The few numbers that say where the work stands. */
import { percent, shareDone } from "../model/progress.ts";
import type { Counts } from "../model/progress.ts";
import { useApp } from "./context.ts";

interface Props {
  counts: Counts;
  overdue: number;
  /** What is needed before filing; absent where nothing is filed. */
  blocking: number | undefined;
}

export function Numbers({ counts, overdue, blocking }: Props) {
  const { say } = useApp();
  const told: [string, string | number][] = [
    [say("dashboard.done-of", { of: counts.total - counts["not-applicable"] }), counts.done],
    [say("dashboard.share"), `${percent(shareDone(counts))} %`],
    [say("steps.in-hand"), counts["in-hand"]],
    [say("dashboard.overdue"), overdue],
    ...(blocking === undefined ? [] : [[say("dashboard.blocking"), blocking] as [string, number]]),
  ];
  return (
    <dl class="hm-numbers">
      {told.map(([title, number]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{number}</dd>
        </div>
      ))}
    </dl>
  );
}
