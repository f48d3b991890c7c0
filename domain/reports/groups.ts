/** Sums of home groups rolled up their tree, and sorted by what needs attention. */

import { addCounts, type Counts, doneIn, expectedIn, noCounts } from './counts.ts'

export interface GroupNode {
  id: string
  name: string
  /** Ids from the root of the organisation to the group itself. */
  path: readonly string[]
}

/** Counts of the people whose home group is exactly this one. */
export interface HomeGroupCounts {
  groupId: string
  counts: Counts
  /** Overdue a week ago. */
  overdueBefore: number
}

export interface GroupRow {
  groupId: string
  name: string
  /** True for the row of those who sit in the group above itself, in none of the groups beneath it. */
  isDirect: boolean
  counts: Counts
  overdueBefore: number
}

/** The groups at the top of what can be seen: those whose group above cannot. */
export function topsOf(groups: readonly GroupNode[]): GroupNode[] {
  const visible = new Set(groups.map((group) => group.id))
  return groups.filter(({ path }) => !visible.has(path.at(-2) ?? ''))
}

/** Groups as a tree is read: each before those beneath it, siblings by name. `depth` counts from the top of what can be seen. */
export function inTreeOrder(groups: readonly GroupNode[]): { group: GroupNode; depth: number }[] {
  const byName = [...groups].sort((a, b) => (a.name < b.name ? -1 : 1))
  const under = (parent: GroupNode, depth: number): { group: GroupNode; depth: number }[] => [
    { group: parent, depth },
    ...byName.filter(({ path }) => path.at(-2) === parent.id).flatMap((child) => under(child, depth + 1)),
  ]
  const tops = new Set(topsOf(groups))
  return byName.filter((group) => tops.has(group)).flatMap((top) => under(top, 0))
}

/** The group that a report is about: the chosen one, or the only one at the top; null: several. */
export function groupInView(groups: readonly GroupNode[], chosenId: string | null): GroupNode | null {
  if (chosenId !== null) return groups.find((group) => group.id === chosenId) ?? null
  const tops = topsOf(groups)
  return tops.length === 1 ? (tops[0] ?? null) : null
}

/**
 * One row for each group directly beneath the one in view (or for each group at the top, when several are), with the sums of its whole
 * branch, and one for those directly in the group itself. Every person is in exactly one row; rows of nobody are left out.
 * @param groups all groups in sight; @param counts of home groups among them.
 */
export function rollUp(groups: readonly GroupNode[], counts: readonly HomeGroupCounts[], inView: GroupNode | null): GroupRow[] {
  const heads = inView ? groups.filter(({ path }) => path.at(-2) === inView.id) : topsOf(groups)
  const headOf = new Map<string, GroupNode>()
  for (const head of heads) for (const group of groups) if (group.path.includes(head.id)) headOf.set(group.id, head)
  const rows = new Map<string, GroupRow>()
  for (const home of counts) {
    const head = headOf.get(home.groupId) ?? (home.groupId === inView?.id ? inView : undefined)
    if (!head) continue
    const row = rows.get(head.id) ?? {
      groupId: head.id,
      name: head.name,
      isDirect: head === inView,
      counts: noCounts,
      overdueBefore: 0,
    }
    rows.set(head.id, {
      ...row,
      counts: addCounts(row.counts, home.counts),
      overdueBefore: row.overdueBefore + home.overdueBefore,
    })
  }
  return [...rows.values()].sort(byNeed)
}

/** Most overdue first; then more overdue than a week ago; then most still open; then by name. */
function byNeed(a: GroupRow, b: GroupRow): number {
  const change = (row: GroupRow) => row.counts.overdue - row.overdueBefore
  const open = (row: GroupRow) => expectedIn(row.counts) - doneIn(row.counts)
  return b.counts.overdue - a.counts.overdue || change(b) - change(a) || open(b) - open(a) || (a.name < b.name ? -1 : 1)
}
