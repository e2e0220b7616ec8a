/** The days that are known: when work starts, the moments that steps count from, and targets by phase. */
import type { Day } from "../model/checklist.ts";
import { useApp } from "./context.ts";
import { Field } from "./field.tsx";

interface Known {
  start?: Day;
  anchors?: Record<string, Day>;
  targets?: Record<string, Day>;
}

export function Days({ value, set }: { value: Known; set(part: Known): void }) {
  const { guide, say } = useApp();
  const put = (days: Record<string, Day> | undefined, id: string, day: Day) => {
    const after = { ...days, [id]: day };
    if (!day) delete after[id];
    return after;
  };
  return (
    <details class="wb-more">
      <summary>{say("start.days")}</summary>
      <p class="hm-small">{say("start.days-help")}</p>
      <div class="wb-days">
        <Field label={say("start.start")} kind="day" value={value.start ?? ""} onText={(start) => set({ start })} />
        {guide.anchors.map((anchor) => (
          <Field
            key={anchor.id}
            label={anchor.title}
            kind="day"
            value={value.anchors?.[anchor.id] ?? ""}
            onText={(day) => set({ anchors: put(value.anchors, anchor.id, day) })}
          />
        ))}
      </div>
      <p class="hm-small">{say("start.targets-help")}</p>
      <div class="wb-days">
        {guide.phases.map((phase) => (
          <Field
            key={phase.id}
            label={say("start.target", { phase: phase.title })}
            kind="day"
            value={value.targets?.[phase.id] ?? ""}
            onText={(day) => set({ targets: put(value.targets, phase.id, day) })}
          />
        ))}
      </div>
    </details>
  );
}
