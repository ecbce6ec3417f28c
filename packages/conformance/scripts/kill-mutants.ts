/**
 * Plants the seeded defects of `packages/conformance/mutants` into a copy of the engine, one at a time, and runs the
 * engine's own tests against each: a defect that no test notices is a hole in the suite.
 *
 *     node packages/conformance/scripts/kill-mutants.ts [PART-OF-A-NAME…]
 *
 * The test file that a patch names runs first, and all of them where it does not notice. Without any defect the named
 * files have to pass. Exit code 1 where a defect survived.
 */
import { EngineCopy, mutants } from "../mutants/engine-copy.ts";

const wanted = process.argv.slice(2);
const chosen = mutants().filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
);
const copy = new EngineCopy();
const survivors: string[] = [];
try {
  const named = new Set(chosen.flatMap(({ noticedBy }) => noticedBy ?? []));
  if (!copy.passes(...named))
    throw new Error("The engine's tests fail without any defect: nothing can be told.");
  for (const [index, mutant] of chosen.entries()) {
    const { name, noticedBy } = mutant;
    const by = copy.with(mutant, () => {
      if (noticedBy !== null && !copy.passes(noticedBy)) return noticedBy;
      return copy.passes() ? null : "another test file than the one that it names";
    });
    if (by === null) survivors.push(name);
    console.log(`${index + 1}/${chosen.length} ${name}: ${by === null ? "SURVIVED" : `noticed by ${by}`}`);
  }
} finally {
  copy.remove();
}
console.log(`${chosen.length - survivors.length} of ${chosen.length} defects were noticed`);
process.exitCode = survivors.length > 0 ? 1 : 0;
