/** A number as it is typed: kept as text while it is none, so that nothing typed is lost. */
import { useEffect, useId, useState } from "preact/hooks";
import { parseNumber } from "../model/number.ts";
import { useApp } from "./context.ts";

export function NumberField(props: {
  label: string;
  value: number | undefined;
  onNumber(value: number | undefined): void;
}) {
  const { label, value, onNumber } = props;
  const { say } = useApp();
  const id = useId();
  const [text, setText] = useState(value === undefined ? "" : String(value));
  // A value from elsewhere (undo, another tab) takes the place of what is typed.
  useEffect(() => {
    if (value !== parseNumber(text) && !(value === undefined && text)) setText(value === undefined ? "" : String(value));
  }, [value]);
  const wrong = text.trim() !== "" && parseNumber(text) === undefined;
  return (
    <div class="wb-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        aria-invalid={wrong ? "true" : undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onInput={(event) => {
          setText(event.currentTarget.value);
          const number = parseNumber(event.currentTarget.value);
          if (number !== undefined || !event.currentTarget.value.trim()) onNumber(number);
        }}
      />
      {wrong ? (
        <p class="wb-wrong" id={`${id}-wrong`} role="alert">
          {say("indicators.no-number")}
        </p>
      ) : null}
    </div>
  );
}
