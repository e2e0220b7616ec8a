/** A whole requirement that does not apply, with its reason. */
import { useState } from "preact/hooks";
import { changeOf } from "../model/change.ts";
import type { Item } from "../model/progress.ts";
import { useApp, useChecklist } from "./context.ts";
import { NeededField } from "./name-field.tsx";

export function NotApplicable({ item }: { item: Item }) {
  const { say, guide, change, stamp } = useApp();
  const checklist = useChecklist();
  const requirement = guide.requirements.find((r) => r.id === item.requirement);
  // It counts once there is a reason.
  const [isAsking, setAsking] = useState(false);
  if (!requirement) return null;
  const path = ["requirements", requirement.id];
  const said = checklist.requirements?.[requirement.id];
  const set = (value: object | undefined, label = "") =>
    change(checklist.id, [changeOf(checklist, path, value, stamp())], label);
  return (
    <details class="wb-more" open={!!said}>
      <summary>{say("steps.whole", { title: requirement.title })}</summary>
      <label class="wb-check">
        <input
          type="checkbox"
          checked={!!said || isAsking}
          onChange={() => {
            setAsking(!said && !isAsking);
            if (said) set(undefined, say("steps.whole-set"));
          }}
        />
        {say("steps.whole-not")}
      </label>
      {requirement.strength === "must" && (said || isAsking) ? <p class="wb-wrong">{say("steps.whole-must")}</p> : null}
      {said || isAsking ? (
        <NeededField
          label={say("steps.reason")}
          value={said?.reason ?? ""}
          needed={say("steps.whole-needed")}
          onText={(reason) => set({ ...said, reason, changed: stamp() })}
        />
      ) : null}
    </details>
  );
}
