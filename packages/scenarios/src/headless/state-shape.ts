import { list, may, need, number, type ObjectShape, object, type Shape, text } from "../format/shape.ts";

const value: Shape = { type: "value" };
const values: Shape = { type: "values" };
const pairs = list(list(value));

/** What `state` tells and `restore` takes; inside of a case it is the engine's own. */
export const STATE_SHAPE: ObjectShape = object({
  world: need(
    object({
      now: need(text("instant")),
      messages: need(number(0)),
      known: need(list(text())),
      kept: need(list(values)),
      starts: may(pairs),
      cases: need(
        list(
          object({
            process: need(text()),
            state: need(values),
            rows: need(
              object({
                tasks: need(pairs),
                jobs: need(pairs),
                timers: need(pairs),
                subscriptions: need(pairs),
                incidents: need(pairs),
                calls: may(pairs),
              }),
            ),
            caller: need(value),
            startedBy: may(value),
          }),
        ),
      ),
    }),
  ),
  steering: need(object({ held: need(list(text())), chosen: need(pairs), used: need(pairs) })),
  byItself: need(object({ answers: need(list(values)), tried: need(list(text())) })),
});
