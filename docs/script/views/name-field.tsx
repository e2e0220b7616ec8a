/** A text that may not be empty: what is kept stays until there is another. */
import { useState } from "preact/hooks";
import { changeOf } from "../model/change.ts";
import type { Checklist } from "../model/checklist.ts";
import { trimmed } from "../model/limits.ts";
import { useApp } from "./context.ts";
import { Field } from "./field.tsx";

interface Props {
  label: string;
  value: string;
  /** Said while nothing stands in it. */
  needed: string;
  kind?: "name" | "line";
  /** Called with what is not empty. */
  onText(text: string): void;
}

export function NeededField({ label, value, needed, kind = "line", onText }: Props) {
  const [isEmpty, setEmpty] = useState(false);
  return (
    <Field
      label={label}
      kind={kind}
      value={isEmpty ? "" : value}
      problem={isEmpty || !value ? needed : undefined}
      onText={(text) => {
        setEmpty(!trimmed(text));
        if (trimmed(text)) onText(text);
      }}
    />
  );
}

/** What a checklist is called. */
export function ChecklistName({ checklist }: { checklist: Checklist }) {
  const { say, change, stamp } = useApp();
  return (
    <NeededField
      label={say("start.name")}
      kind="name"
      value={checklist.name}
      needed={say("start.name-needed")}
      onText={(name) => change(checklist.id, [changeOf(checklist, ["name"], name, stamp())])}
    />
  );
}
