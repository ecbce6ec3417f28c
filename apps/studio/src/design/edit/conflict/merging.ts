/** By itself, so that it is fetched with the first conflict and not with the page. */
export { isMergeable, mergeFlows } from "@flowright/definition";
