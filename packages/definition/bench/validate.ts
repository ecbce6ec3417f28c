/** Prints how long schema and lint take for flows of several sizes, after warm-up. */
import { definitionHash, validateDefinition } from "../src/index.ts";
import { largeDefinition } from "../test/large-definition.ts";

const RUNS = 40;

for (const size of [20, 100, 500, 2000]) {
  const definition = largeDefinition(size);
  const { problems } = validateDefinition(definition);
  if (problems.length > 0)
    throw new Error(`the flow of ${size} steps has problems: ${problems[0]?.message.en}`);
  const validate = median(() => validateDefinition(definition));
  const hash = median(() => definitionHash(definition));
  console.log(
    `${size} steps: validate and lint ${validate.toFixed(2)} ms, hash ${hash.toFixed(2)} ms (median of ${RUNS})`,
  );
}

function median(run: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const from = performance.now();
    run();
    return performance.now() - from;
  });
  return times.sort((a, b) => a - b)[RUNS / 2] ?? 0;
}
