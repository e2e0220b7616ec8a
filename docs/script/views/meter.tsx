/** A bar of how much is done and in hand, with its words beside it. */
import { percent, shareDone } from "../model/progress.ts";
import type { Counts } from "../model/progress.ts";
import { useApp } from "./context.ts";
import type { Say } from "./context.ts";

/** How much is done, in words. */
export function progressLabel(say: Say, counts: Counts): string {
  const of = counts.total - counts["not-applicable"];
  return of ? say("app.progress", { done: counts.done, of, share: percent(shareDone(counts)) }) : say("dashboard.nothing-applies");
}

export function Meter({ counts }: { counts: Counts }) {
  const { say } = useApp();
  const label = progressLabel(say, counts);
  const applies = Math.max(1, counts.total - counts["not-applicable"]);
  const done = (counts.done / applies) * 100;
  const hand = (counts["in-hand"] / applies) * 100;
  return (
    <span class="wb-meter">
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect class="wb-meter-all" width="100" height="6" />
        <rect class="wb-meter-hand" x={done} width={hand} height="6" />
        <rect class="wb-meter-done" width={done} height="6" />
      </svg>
      <span>{label}</span>
    </span>
  );
}
