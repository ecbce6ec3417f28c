import { choice, list, map, may, type ObjectShape, object, type Shape, text } from "../../format/shape.ts";

const values: Shape = { type: "values" };
const error = object({ code: may(text()), message: may(text()) });
const inTurn = (of: Shape): Shape => ({ type: "sorts", sorts: [of, list(of, 1)] });
const answer: Shape = { type: "sorts", sorts: [{ type: "boolean" }, text()] };

/** What a file of stubs holds; `Stubs` says what it means. */
export const STUBS_SHAPE: ObjectShape = object({
  schema: may(choice("flowright/stubs/v1")),
  conditions: may(map({ type: "sorts", sorts: [{ type: "boolean" }, text(), list(answer, 1)] })),
  expressions: may(
    map(object({ who: may(text()), collection: may(text()), timer: may(text()), key: may(text()) })),
  ),
  scripts: may(map(object({ set: may(map(text())), error: may(error), duration: may(text("duration")) }))),
  jobs: may(map(inTurn(object({ result: may(values), error: may(error), duration: may(text("duration")) })))),
  forms: may(map(inTurn(object({ data: may(values), outcome: may(text()), comment: may(text()) })))),
});
