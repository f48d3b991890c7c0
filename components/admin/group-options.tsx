import type { Option } from '../ui/field.tsx'

interface Node {
  id: string
  name: string
  depth: number
}

/** The tree of groups for a select: depth shown by indentation. */
export const groupOptions = (groups: readonly Node[]): Option[] =>
  groups.map(({ id, name, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${name}` }))
