/**
 * Pictures of flows as SVG, without a browser and without React.
 *
 * @packageDocumentation
 */
export { flowPicture, type PictureOptions } from "./flow-picture.ts";
