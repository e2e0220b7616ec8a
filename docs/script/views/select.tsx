/** A list to choose from, with its label. */
export function Select(props: {
  label: string;
  value: string;
  choices: readonly (readonly [string, string])[];
  onValue(value: string): void;
}) {
  const { label, value, choices, onValue } = props;
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {choices.map(([id, title]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
