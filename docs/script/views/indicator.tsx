/** One indicator: what it is, what was measured, and how that stands. */
import { useEffect, useState } from "preact/hooks";
import { changeOf, same, tidied } from "../model/change.ts";
import type { Measured, Value } from "../model/checklist.ts";
import type { GuideIndicator } from "../model/guide.ts";
import { standing } from "../model/measure.ts";
import { Chart } from "./chart.tsx";
import { useApp, useChecklist } from "./context.ts";
import { Field } from "./field.tsx";
import { NumberField } from "./number-field.tsx";

export function Indicator({ indicator, measured }: { indicator: GuideIndicator; measured: Measured | undefined }) {
  const { say, change, stamp } = useApp();
  const checklist = useChecklist();
  const [isOpen, setOpen] = useState(false);
  const now = measured ? standing(measured, indicator.direction) : undefined;
  const set = (part: Partial<Measured>, label = "") => {
    const { changed: _changed, ...after } = { ...measured, ...part };
    const kept = tidied(after) as Measured | undefined;
    const to = kept && { ...kept, changed: stamp() };
    change(checklist.id, [changeOf(checklist, ["indicators", indicator.id], to, stamp())], label);
  };
  return (
    <li data-indicator={indicator.id}>
      <h3>
        <button type="button" class="wb-link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {indicator.title}
        </button>
        <span class="hm-small">
          {indicator.unit} · {say(`indicators.${indicator.direction}`)}
        </span>
      </h3>
      {now ? (
        <p class="wb-standing">
          <strong>
            {now.latest.value} {indicator.unit}
          </strong>{" "}
          {now.latest.date ? say("app.paren", { text: now.latest.date }) : ""}{" "}
          {now.change === undefined ? "" : say("indicators.change", { change: signed(now.change), relative: now.relative === undefined ? "" : say("indicators.relative", { relative: signed(Math.round(now.relative * 1000) / 10) }) })}{" "}
          {now.target
            ? say(now.reached === undefined ? "indicators.target-is" : now.reached ? "indicators.reached" : "indicators.missed", {
                year: now.target.year,
                target: now.target.value,
                gap: Math.abs(now.gap!),
              })
            : ""}
        </p>
      ) : null}
      {measured ? <Chart measured={measured} indicator={indicator} /> : null}
      {isOpen ? <Form indicator={indicator} measured={measured ?? {}} set={set} /> : null}
    </li>
  );
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value).replace("-", "−");
}

interface FormProps {
  indicator: GuideIndicator;
  measured: Measured;
  set(part: Partial<Measured>, label?: string): void;
}

function Form({ indicator, measured, set }: FormProps) {
  const { say, today } = useApp();
  const [year, setYear] = useState(today.slice(0, 4));
  // Values without a number yet, just begun or just emptied, stand here and not in the checklist.
  const [draft, setDraft] = useState<Partial<Value>[]>();
  const [base, setBase] = useState<Partial<Value>>();
  const [years, setYears] = useState<readonly string[]>([]);
  const actual = measured.actual ?? NONE;
  useEffect(() => {
    if (draft && !same(whole(draft), actual)) setDraft(undefined);
  }, [actual]);
  const values = draft ?? (actual.length ? actual : [{}]);
  const keep = (after: Partial<Value>[], label?: string) => {
    setDraft(after);
    set({ actual: whole(after) }, label);
  };
  const put = (n: number, part: Partial<Value>) =>
    keep(values.map((value, at) => (at === n ? { ...value, ...part } : value)));
  const targets = [...new Set([...Object.keys(measured.targets ?? {}), ...years])].sort();
  return (
    <div class="wb-editor">
      <p class="hm-small">
        {indicator.formula} <a href={indicator.url}>{say("indicators.more")}</a>
      </p>
      <fieldset>
        <legend>{say("indicators.baseline")}</legend>
        <ValueFields
          value={base ?? measured.baseline ?? {}}
          unit={indicator.unit}
          put={(part) => {
            const after = { ...(base ?? measured.baseline), ...part };
            setBase(after.value === undefined ? after : undefined);
            set({ baseline: after.value === undefined ? (undefined as never) : (after as Value) });
          }}
        />
      </fieldset>
      <fieldset>
        <legend>{say("indicators.targets")}</legend>
        <div class="wb-days">
          {targets.map((of) => (
            <NumberField
              key={of}
              label={say("indicators.target", { year: of, unit: indicator.unit })}
              value={measured.targets?.[of]}
              onNumber={(to) => set({ targets: { ...measured.targets, [of]: to as number } })}
            />
          ))}
        </div>
        <p class="wb-tools">
          <label>
            {say("indicators.year")}{" "}
            <input inputMode="numeric" size={5} maxLength={4} value={year} onInput={(event) => setYear(event.currentTarget.value)} />
          </label>
          <button
            type="button"
            disabled={!/^(?:19|20)\d\d$/.test(year) || targets.includes(year)}
            onClick={() => {
              setYears([...years, year]);
              setYear(String(Number(year) + 1));
            }}
          >
            {say("indicators.add-target")}
          </button>
        </p>
      </fieldset>
      <fieldset>
        <legend>{say("indicators.actual")}</legend>
        {values.map((value, n) => (
          <ValueFields
            key={n}
            label={`${say("indicators.actual-one")} ${n + 1}`}
            value={value}
            unit={indicator.unit}
            put={(part) => put(n, part)}
            {...(values.length > 1 || value.value !== undefined
              ? { remove: () => keep(values.filter((_, at) => at !== n), say("indicators.removed")) }
              : {})}
          />
        ))}
        {values.every((value) => value.value !== undefined) ? (
          <button type="button" onClick={() => setDraft([...values, {}])}>
            {say("indicators.add-actual")}
          </button>
        ) : null}
      </fieldset>
      <Field label={say("steps.note")} kind="note" value={measured.note ?? ""} onText={(note) => set({ note })} />
    </div>
  );
}

const NONE: Value[] = [];

/** Those that have a number. */
function whole(values: readonly Partial<Value>[]): Value[] {
  return values.flatMap((one) => {
    const tidy = tidied(one) as Value | undefined;
    return tidy?.value === undefined ? [] : [tidy];
  });
}

function ValueFields(props: { label?: string; value: Partial<Value>; unit: string; put(part: Partial<Value>): void; remove?(): void }) {
  const { label, value, unit, put, remove } = props;
  const { say } = useApp();
  return (
    <div class="wb-days" {...(label ? { role: "group", "aria-label": label } : {})}>
      <NumberField
        label={say("indicators.value", { unit })}
        value={value.value}
        onNumber={(to) => put({ value: to as number })}
      />
      <Field
        label={say("indicators.date")}
        kind="day"
        value={value.date ?? ""}
        onText={(date) => put({ date })}
      />
      <Field label={say("indicators.source")} value={value.source ?? ""} onText={(source) => put({ source })} />
      {remove ? (
        <button type="button" class="wb-quiet" onClick={remove}>
          {say("indicators.remove", { date: value.date ?? "" })}
        </button>
      ) : null}
    </div>
  );
}
