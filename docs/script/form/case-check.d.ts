/** The check compiled at build from the schema of a case (`huimin/intake/form_schema.py`). */
declare module "huimin-case-check" {
  export interface SchemaError {
    instancePath: string;
    schemaPath: string;
    keyword: string;
    params: { missingProperty?: string };
  }
  const check: { (values: unknown): boolean; errors?: SchemaError[] | null };
  export default check;
}
