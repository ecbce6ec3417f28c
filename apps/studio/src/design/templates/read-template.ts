/** By itself, so that the check of a template is not fetched before there is one. */
export { readTemplate } from "@flowright/templates";
