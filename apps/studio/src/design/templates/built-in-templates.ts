import type { FlowTemplate } from "@flowright/templates";

/** The templates that come with the product, in the order of the gallery. */
export async function builtInTemplates(): Promise<readonly FlowTemplate[]> {
  const modules = await Promise.all([
    import("../generated/templates/return-handling.json"),
    import("../generated/templates/order-routing.json"),
    import("../generated/templates/three-level-approval.json"),
    import("../generated/templates/product-listing.json"),
    import("../generated/templates/festival-promotion.json"),
  ]);
  return modules.map(({ default: template }) => template as unknown as FlowTemplate);
}
