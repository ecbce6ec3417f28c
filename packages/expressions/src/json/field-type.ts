/** The part of a JSON Schema field that expressions look at. */
export interface FieldType {
  readonly type?: string | undefined;
  readonly format?: string | undefined;
  readonly title?:
    | string
    | { readonly en?: string | undefined; readonly "zh-CN"?: string | undefined }
    | undefined;
  readonly items?: FieldType | undefined;
  readonly properties?: { readonly [name: string]: FieldType } | undefined;
  readonly enum?: readonly (string | number | boolean)[] | undefined;
  readonly oneOf?:
    | readonly { readonly const: string | number | boolean; readonly title?: FieldType["title"] }[]
    | undefined;
}

/** Fields by name. */
export interface FieldTypes {
  readonly [name: string]: FieldType;
}
