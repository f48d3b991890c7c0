/** The tree of home groups. A group's path holds the ids from the root to the group itself. */

export interface GroupNode {
  id: string
  parentId: string | null
  path: readonly string[]
}

export type MoveRefusal = 'root_stays' | 'move_into_itself'

/** May a group be hung under another? Null: yes. */
export function refuseMove(group: GroupNode, parent: GroupNode): MoveRefusal | null {
  if (group.parentId === null) return 'root_stays'
  return parent.path.includes(group.id) ? 'move_into_itself' : null
}

/** The path of a group at or beneath `moved` once that hangs under `parent`. */
export function pathAfterMove(group: GroupNode, moved: GroupNode, parent: GroupNode): string[] {
  return [...parent.path, ...group.path.slice(moved.path.length - 1)]
}

/** The path of the lowest group whose branch holds all the given ones; empty when there is none. */
export function commonPath(paths: readonly (readonly string[])[]): string[] {
  const [first, ...others] = paths
  if (!first) return []
  const end = first.findIndex((id, depth) => others.some((path) => path[depth] !== id))
  return end === -1 ? [...first] : first.slice(0, end)
}

/** Orders groups for reading: each followed by all beneath it, siblings by name. A group whose parent is not among them begins a tree of its own. */
export function inTreeOrder<G extends GroupNode & { name: string }>(groups: readonly G[], language: string): (G & { depth: number })[] {
  const collator = new Intl.Collator(language, { numeric: true })
  const known = new Set(groups.map((group) => group.id))
  const children = Map.groupBy(groups, (group) => (group.parentId !== null && known.has(group.parentId) ? group.parentId : null))
  const walk = (parentId: string | null, depth: number): (G & { depth: number })[] =>
    (children.get(parentId) ?? [])
      .toSorted((a, b) => collator.compare(a.name, b.name))
      .flatMap((group) => [{ ...group, depth }, ...walk(group.id, depth + 1)])
  return walk(null, 0)
}
