/** What the guide's offices are called here: said once, and every step that they lead or help with follows. */
import { changeOf } from "../model/change.ts";
import { useApp, useChecklist } from "./context.ts";
import { Field } from "./field.tsx";

export function Offices() {
  const { guide, say, change, stamp } = useApp();
  const checklist = useChecklist();
  const counts = new Map<string, number>();
  const steps = new Map(guide.steps.map((step) => [step.id, step]));
  for (const { id } of checklist.steps)
    for (const office of [steps.get(id)?.lead ?? "", ...(steps.get(id)?.helpers ?? [])])
      if (office) counts.set(office, (counts.get(office) ?? 0) + 1);
  const offices = [...counts].sort(([, a], [, b]) => b - a);
  return (
    <details class="wb-more">
      <summary>{say("start.offices")}</summary>
      <p class="hm-small">{say("start.offices-help")}</p>
      <div class="wb-two">
        {offices.map(([id, count]) => (
          <Field
            key={id}
            label={`${guide.offices[id] ?? id}${say("app.paren", { text: count })}`}
            kind="name"
            value={checklist.offices?.[id] ?? ""}
            usual={guide.offices[id] ?? id}
            onText={(name) => change(checklist.id, [changeOf(checklist, ["offices", id], name || undefined, stamp())])}
          />
        ))}
      </div>
    </details>
  );
}
