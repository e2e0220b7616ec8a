/** Indicators with baseline, targets by year and actual values. */
import { useState } from "preact/hooks";
import { fittingIndicators } from "../model/measure.ts";
import { useApp, useChecklist } from "./context.ts";
import { Indicator } from "./indicator.tsx";
import "./dashboard.css";
import "./indicators.css";

export function Indicators() {
  const { guide, say } = useApp();
  const checklist = useChecklist();
  const [words, setWords] = useState("");
  const [isFilled, setFilled] = useState(false);
  const measured = checklist.indicators ?? {};
  const all = fittingIndicators(guide, checklist.areas, measured);
  const shown = all.filter(
    (one) => (!isFilled || one.id in measured) && `${one.title}\n${one.formula}`.toLowerCase().includes(words.toLowerCase()),
  );
  return (
    <section aria-label={say("app.view-indicators")}>
      <p class="hm-small">{say("indicators.lead")}</p>
      <p class="wb-filters">
        <label>
          {say("indicators.search")}
          <input type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        </label>
        <label class="wb-check">
          <input type="checkbox" checked={isFilled} onChange={() => setFilled(!isFilled)} />
          {say("indicators.filled-only")}
        </label>
        <span role="status">{say("indicators.count", { shown: shown.length, filled: Object.keys(measured).length })}</span>
      </p>
      <ul class="wb-indicators">
        {shown.map((one) => (
          <Indicator key={one.id} indicator={one} measured={measured[one.id]} />
        ))}
      </ul>
    </section>
  );
}
