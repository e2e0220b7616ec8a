/** A sentence with its values put in, each where its name stands in braces; a name without a value stays as it is. */
export function filled(sentence: string, values: Readonly<Record<string, string | number | undefined>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
