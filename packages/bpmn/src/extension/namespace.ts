/** The one namespace of what BPMN has no words for. */
export const FLOWRIGHT = "https://flowright.dev/bpmn/v1";

/** FEEL as the language of an expression (DMN 1.3 and later, section 10). */
export const FEEL = "https://www.omg.org/spec/DMN/20191111/FEEL/";
