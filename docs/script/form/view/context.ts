/** What every part of the form needs. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Columns } from "../columns.ts";
import type { Cells, Column, Finding, FormData } from "../data.ts";

export interface Form {
  data: FormData;
  columns: Columns;
  cells: Cells;
  /** What is to be said of each column, shown or not. */
  findings: ReadonlyMap<string, readonly Finding[]>;
  /** Whether what is said of a column may be shown: nothing is red before one has been there. */
  isShown(column: string): boolean;
  say(key: string, values?: Record<string, string | number>): string;
  change(column: string, text: string): void;
  touch(column: string): void;
  addGroup(group: string): void;
  removeGroup(group: string, number: number): void;
  /** How many of a repeated group are shown. */
  shown(group: string): number;
}

const Context = createContext<Form | undefined>(undefined);
export const FormProvider = Context.Provider;

export function useForm(): Form {
  const form = useContext(Context);
  if (!form) throw new Error("no form around");
  return form;
}

/** The id of a column's control in the page. */
export function controlId(column: string): string {
  return `f-${column}`;
}

/** Leads to a column's control, or to the first where there are several. */
export function focusField(column: string): void {
  const control = document.getElementById(controlId(column));
  const first = control?.tagName === "FIELDSET" ? control.querySelector<HTMLElement>("input, select") : control;
  first?.focus();
  control?.scrollIntoView({ block: "center" });
}

/** Whether a column has to be filled in for every case. */
export function isAsked(column: Column): boolean {
  return column.need === "always" || (column.unit === "sources.1" && column.need === "unit");
}
