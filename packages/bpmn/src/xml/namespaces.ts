/** The namespaces of BPMN 2.0 (formal/2013-12-09, annex B) and of XML itself. */
export const BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
export const BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI";
export const DC = "http://www.omg.org/spec/DD/20100524/DC";
export const DI = "http://www.omg.org/spec/DD/20100524/DI";
export const XSI = "http://www.w3.org/2001/XMLSchema-instance";
export const XMLNS = "http://www.w3.org/2000/xmlns/";
export const XML = "http://www.w3.org/XML/1998/namespace";
