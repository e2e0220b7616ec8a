/** A list to choose from, with its label. */
import { useId } from "preact/hooks";

export function Select(props: {
  label: string;
  value: string;
  choices: readonly (readonly [string, string])[];
  onValue(value: string): void;
}) {
  const { label, value, choices, onValue } = props;
  const id = useId();
  return (
    <span class="wb-select">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {choices.map(([of, title]) => (
          <option key={of} value={of}>
            {title}
          </option>
        ))}
      </select>
    </span>
  );
}
