/** Fields into which one types: kept at every stroke, held within the limits, looked through for personal data. */
import { useId, useState } from "preact/hooks";
import { LIMITS, cleaned, isDay, isSafeLink, trimmed } from "../model/limits.ts";
import type { TextKind } from "../model/limits.ts";
import { findPersonal } from "../model/personal.ts";
import { useApp } from "./context.ts";

interface Props {
  label: string;
  value: string;
  /** Called at every stroke. */
  onText(text: string): void;
  kind?: TextKind | "day";
  help?: string;
  /** Words to choose from; others may be typed. */
  proposed?: readonly string[];
  /** What holds where nothing is filled in. */
  usual?: string;
  /** What is wrong with the value beside limits and personal data. */
  problem?: string | undefined;
}

export function Field({ label, value, onText, kind = "line", help, proposed, usual, problem }: Props) {
  const { say, guide } = useApp();
  const id = useId();
  const [said, setSaid] = useState("");
  // A day passes through days that are none while it is typed; it is kept here until it is one.
  const [draft, setDraft] = useState<string>();
  const typed = (raw: string) => {
    if (kind === "day") {
      setDraft(raw);
      if (!raw || isDay(raw)) onText(raw);
      return;
    }
    const clean = cleaned(raw, kind);
    setSaid(clean.problem ? say(`app.text-${clean.problem}`, { limit: LIMITS[kind] }) : "");
    onText(clean.text);
  };
  const personal = kind === "day" ? null : findPersonal(value, guide.personal);
  const wrong =
    problem ||
    (personal ? say(`app.personal-${personal.kind}`, { text: personal.text }) : "") ||
    (kind === "day" && value && !isDay(value) ? say("app.not-a-day") : "") ||
    (kind === "link" && value && !isSafeLink(trimmed(value)) ? say("app.not-a-link") : "");
  const described = [help ? `${id}-help` : "", wrong || said ? `${id}-wrong` : ""].filter(Boolean).join(" ");
  const common = {
    id,
    value: draft ?? value,
    placeholder: usual,
    "aria-invalid": wrong ? ("true" as const) : undefined,
    "aria-describedby": described || undefined,
    onInput: (event: { currentTarget: { value: string } }) => typed(event.currentTarget.value),
    onBlur: () => {
      setDraft(undefined);
      if (kind === "day") return;
      const plain = trimmed(value);
      // An address as it is written on paper: www.foshan.gov.cn
      const tidy = kind === "link" && /^[\w-]+(?:\.[\w-]+)+(?:[/:?#]|$)/.test(plain) ? `https://${plain}` : plain;
      if (tidy !== value) onText(tidy);
    },
  };
  return (
    <div class={`wb-field wb-field--${kind}`}>
      <label for={id}>{label}</label>
      {help ? (
        <p class="hm-small" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
      {kind === "note" ? (
        <textarea rows={3} {...common} />
      ) : (
        <input
          type={kind === "day" ? "date" : "text"}
          min={kind === "day" ? "1990-01-01" : undefined}
          max={kind === "day" ? "2099-12-31" : undefined}
          list={proposed ? `${id}-list` : undefined}
          autoComplete="off"
          {...common}
        />
      )}
      {proposed ? (
        <datalist id={`${id}-list`}>
          {proposed.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      ) : null}
      {wrong || said ? (
        <p class="wb-wrong" id={`${id}-wrong`} role={wrong ? "alert" : "status"}>
          {wrong || said}
        </p>
      ) : null}
    </div>
  );
}
