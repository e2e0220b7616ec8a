/** A text that may not be empty: what is kept stays until there is another. */
import { useState } from "preact/hooks";
import { trimmed } from "../model/limits.ts";
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
