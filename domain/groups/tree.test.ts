import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commonPath, type GroupNode, inTreeOrder, pathAfterMove, refuseMove } from './tree.ts'

const node = (id: string, ...above: string[]): GroupNode => ({ id, parentId: above.at(-1) ?? null, path: [...above, id] })

/** A tree of n groups in which group i hangs under any earlier one. */
const trees = fc.array(fc.nat(), { minLength: 1, maxLength: 25 }).map((choices) => {
  const nodes: GroupNode[] = [node('g0')]
  for (const [index, choice] of choices.entries()) nodes.push(node(`g${index + 1}`, ...(nodes[choice % nodes.length]?.path ?? [])))
  return nodes
})

function move(nodes: GroupNode[], moved: GroupNode, parent: GroupNode): GroupNode[] {
  return nodes.map((each) =>
    each.path.includes(moved.id)
      ? { id: each.id, parentId: each.id === moved.id ? parent.id : each.parentId, path: pathAfterMove(each, moved, parent) }
      : each,
  )
}

describe('the tree of groups', () => {
  test('refuses to move the root, or a group beneath itself', () => {
    expect(refuseMove(node('a'), node('b', 'a'))).toBe('root_stays')
    expect(refuseMove(node('b', 'a'), node('c', 'a', 'b'))).toBe('move_into_itself')
    expect(refuseMove(node('b', 'a'), node('b', 'a'))).toBe('move_into_itself')
    expect(refuseMove(node('c', 'a', 'b'), node('a'))).toBeNull()
  })

  test('stays a tree with true paths after any moves', () => {
    const moves = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 30 })
    fc.assert(
      fc.property(trees, moves, (start, wishes) => {
        let nodes = start
        for (const [from, to] of wishes) {
          const moved = nodes[from % nodes.length] as GroupNode
          const parent = nodes[to % nodes.length] as GroupNode
          if (refuseMove(moved, parent) === null) nodes = move(nodes, moved, parent)
        }
        const byId = new Map(nodes.map((each) => [each.id, each]))
        for (const each of nodes) {
          const above = each.parentId === null ? [] : (byId.get(each.parentId)?.path ?? ['lost'])
          expect(each.path).toEqual([...above, each.id])
          expect(new Set(each.path).size).toBe(each.path.length)
        }
        expect(nodes.filter((each) => each.parentId === null)).toHaveLength(1)
      }),
    )
  })

  test('knows the lowest branch that holds several groups', () => {
    expect(
      commonPath([
        ['a', 'b', 'c'],
        ['a', 'b', 'd'],
      ]),
    ).toEqual(['a', 'b'])
    expect(
      commonPath([
        ['a', 'b'],
        ['a', 'b', 'd'],
      ]),
    ).toEqual(['a', 'b'])
    expect(commonPath([['a', 'b']])).toEqual(['a', 'b'])
    expect(commonPath([])).toEqual([])
  })

  test('reads from the top, each group followed by those beneath it', () => {
    const named = [node('b', 'a'), node('d', 'a', 'c'), node('c', 'a')].map((each) => ({ ...each, name: each.id }))
    expect(inTreeOrder(named, 'en').map(({ id, depth }) => `${depth}${id}`)).toEqual(['0b', '0c', '1d'])
  })
})
