interface OfScope {
  /** Complex gateways: edges by which a branch is awaited in silence. */
  readonly silent: Readonly<Record<string, readonly string[]>>;
  /** Steps of a plan that are done. */
  readonly done: readonly string[];
  readonly ending: boolean;
  readonly handled: boolean;
}

/** What a scope remembers beside what is counted in it, in the same words on both sides. */
export function rememberedOf(path: string, { silent, done, ending, handled }: OfScope): string[] {
  return [
    ...Object.entries(silent).map(([join, edges]) => `${join} awaits ${edges.toSorted()} in ${path}`),
    ...(done.length === 0 ? [] : [`done ${done.toSorted()} in ${path}`]),
    ...(ending ? [`${path} is ending`] : []),
    ...(handled ? [`${path} is handled`] : []),
  ];
}

/** What a token remembers: decisions so far, and where it goes straight back to. */
export function rememberedAt(
  node: string,
  path: string,
  votes: Readonly<Record<string, string>>,
  back: string | undefined,
): string[] {
  const cast = Object.entries(votes).map(([person, vote]) => `${person} ${vote}`);
  return [
    ...(cast.length === 0 ? [] : [`${node} has ${cast.sort().join()} in ${path}`]),
    ...(back === undefined ? [] : [`${node} goes back to ${back} in ${path}`]),
  ];
}
