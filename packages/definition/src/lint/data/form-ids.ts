import type { Rule } from "../drawing.ts";
import { nameParams, textParams } from "../names.ts";
import { formUses } from "./form-uses.ts";

/** The forms that steps show exist, once, and are shown somewhere. */
export const formIds: Rule = (drawing, report) => {
  const forms = drawing.definition.forms ?? [];
  const known = new Set<string>();
  for (const [index, { id }] of forms.entries()) {
    if (known.has(id)) report.add("form.duplicate", { path: `/forms/${index}/id`, params: { id } });
    known.add(id);
  }
  const used = new Set<string>();
  for (const { node, form, path } of formUses(drawing)) {
    used.add(form);
    if (known.has(form)) continue;
    report.add("form.unknown", {
      path,
      node: node.id,
      params: { ...nameParams("step", node), id: form, ...report.suggest(form, known) },
    });
  }
  for (const [index, { id, title }] of forms.entries()) {
    if (!used.has(id)) {
      report.add("form.unused", { path: `/forms/${index}`, params: textParams("form", title, id) });
    }
  }
};
