/** All about one step: what the guide says, and the answers. */
import { changeOf, changesOfStep } from "../model/change.ts";
import { officeOf } from "../model/progress.ts";
import type { Item } from "../model/progress.ts";
import { useApp, useChecklist } from "./context.ts";
import { EvidenceList } from "./evidence.tsx";
import { Field } from "./field.tsx";
import { LinesField } from "./lines-field.tsx";
import { NeededField } from "./name-field.tsx";
import { NotApplicable } from "./not-applicable.tsx";
import { Select } from "./select.tsx";
import { shownTime } from "./time.ts";
import { Says } from "./says.tsx";

const NONE: string[] = [];
const STATUSES = ["open", "in-hand", "done", "not-applicable"] as const;

export function Editor({ item }: { item: Item }) {
  const { say, guide, change, stamp, tell } = useApp();
  const checklist = useChecklist();
  const { step } = item;
  const steps = new Map(guide.steps.map((one) => [one.id, one]));
  // Those that this checklist has to do with, as they are called here.
  const leadsOf = (id: string) => {
    const of = steps.get(id);
    return of ? [of.lead, ...of.helpers].map((office) => officeOf(office, checklist, guide)) : [];
  };
  const set = (fields: Record<string, unknown>, label = "") =>
    change(checklist.id, changesOfStep(checklist, step.id, fields, stamp()), label);
  const offices = [...new Set(checklist.steps.flatMap((one) => leadsOf(one.id)))];
  const byRequirement = !!(item.requirement && checklist.requirements?.[item.requirement]);
  const changed = step.changed;
  return (
    <div class="wb-editor">
      <Says item={item} />
      {step.own ? (
        <div class="wb-two">
          <NeededField
            label={say("own.title")}
            value={step.own.title}
            needed={say("own.title-needed")}
            onText={(title) => set({ own: { ...step.own, title } })}
          />
          <Select
            label={say("own.phase")}
            value={step.own.phase}
            onValue={(phase) => set({ own: { ...step.own, phase } }, say("own.phase"))}
            choices={guide.phases.map((p) => [p.id, p.title])}
          />
        </div>
      ) : null}
      <fieldset class="wb-choice" disabled={byRequirement}>
        <legend>{say("steps.status")}</legend>
        {STATUSES.map((status) => (
          <label key={status}>
            <input
              type="radio"
              name={`status-${step.id}`}
              checked={item.status === status}
              onChange={() =>
                set(
                  { status: status === "open" ? undefined : status, ...(status === "not-applicable" ? {} : { reason: undefined }) },
                  say("steps.status-set"),
                )
              }
            />
            {say(`steps.${status}`)}
          </label>
        ))}
      </fieldset>
      {step.status === "not-applicable" ? (
        <Field
          label={say("steps.reason")}
          value={step.reason ?? ""}
          problem={step.reason ? undefined : say("steps.reason-needed")}
          onText={(reason) => set({ reason })}
        />
      ) : null}
      <div class="wb-two">
        <Field
          label={say("steps.lead")}
          value={step.lead ?? ""}
          {...(step.own ? {} : { usual: item.lead })}
          proposed={offices}
          kind="line"
          onText={(lead) => set({ lead })}
        />
        <Field label={say("steps.due")} value={step.due ?? ""} kind="day" onText={(due) => set({ due })} />
      </div>
      {!step.due && item.due ? <p class="hm-small">{say("steps.due-follows", { due: item.due })}</p> : null}
      <LinesField
        label={say("steps.helpers")}
        help={say("steps.helpers-help")}
        value={step.helpers ?? NONE}
        {...(step.helpers || !item.helpers.length ? {} : { usual: item.helpers.join("\n") })}
        onLines={(helpers) => set({ helpers })}
      />
      <EvidenceList evidence={step.evidence ?? []} set={(evidence, label) => set({ evidence }, label)} />
      <Field label={say("steps.note")} kind="note" value={step.note ?? ""} onText={(note) => set({ note })} />
      <NotApplicable item={item} />
      <p class="wb-tools hm-small">
        {changed ? <span>{say("steps.changed", { at: shownTime(changed.at), by: changed.by ?? "" })}</span> : null}
        {step.own ? (
          <button
            type="button"
            onClick={() => {
              change(checklist.id, [changeOf(checklist, ["steps", step.id], undefined, stamp())], say("steps.removed"));
              tell(say("steps.removed-own", { title: item.title }));
            }}
          >
            {say("steps.remove-own")}
          </button>
        ) : null}
      </p>
    </div>
  );
}
