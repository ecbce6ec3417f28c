/** Reads an own property only: a field may well be named `constructor` or `toString`. */
export function ownProperty<T>(
  object: { readonly [key: string]: T } | undefined,
  key: string,
): T | undefined {
  return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Writes an own property even where the name is one of the prototype's, such as `__proto__`. */
export function setOwnProperty<T>(object: { [key: string]: T }, key: string, value: T): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
