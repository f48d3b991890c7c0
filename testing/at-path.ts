/** Places within an input, written `name`, `audience.groupIds.0`. */

type Tree = { [key: string]: unknown }

export const valueAt = (input: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Tree)[key] : undefined), input)

/** The input with another value at a place; what leads there is made where it is missing. */
export function withValue(input: unknown, path: string, value: unknown): unknown {
  const [key = '', ...rest] = path.split('.')
  const below = (before: unknown) => (rest.length > 0 ? withValue(before, rest.join('.'), value) : value)
  if (Array.isArray(input) || (input === undefined && key === '0')) {
    const copy: unknown[] = Array.isArray(input) ? [...input] : []
    copy[Number(key)] = below(copy[Number(key)])
    return copy
  }
  const tree = (input ?? {}) as Tree
  return { ...tree, [key]: below(tree[key]) }
}
