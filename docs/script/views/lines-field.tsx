/** Several short texts, one a line: lines that are just begun stand here until something is on them. */
import { useEffect, useState } from "preact/hooks";
import { same } from "../model/change.ts";
import { MAX_ITEMS, cleaned } from "../model/limits.ts";
import { Field } from "./field.tsx";

interface Props {
  label: string;
  help: string;
  value: readonly string[];
  usual?: string;
  onLines(lines: string[]): void;
}

export function LinesField({ label, help, value, usual, onLines }: Props) {
  const [text, setText] = useState(value.join("\n"));
  const linesOf = (of: string) =>
    of
      .split("\n")
      .map((line) => cleaned(line, "line").text.trim())
      .filter(Boolean)
      .slice(0, MAX_ITEMS);
  // What comes from elsewhere (undo, another tab) takes the place of what is typed.
  useEffect(() => {
    if (!same(linesOf(text), value)) setText(value.join("\n"));
  }, [value]);
  return (
    <Field
      label={label}
      help={help}
      kind="note"
      value={text}
      {...(usual ? { usual } : {})}
      onText={(typed) => {
        setText(typed);
        onLines(linesOf(typed));
      }}
    />
  );
}
