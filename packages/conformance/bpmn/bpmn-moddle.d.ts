/** The part of bpmn-moddle that is used here; the package says nothing about its types. */
declare module "bpmn-moddle" {
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<{ readonly warnings: readonly { readonly message: string }[] }>;
  }
}
