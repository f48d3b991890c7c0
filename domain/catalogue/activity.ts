import type { Block } from './types.ts'

/** What there is to do in a lesson: a decision, a sort, a spot or a walk. */
export const activityKinds = ['decision', 'sort', 'spot', 'walk'] as const
export type Activity = Extract<Block, { kind: (typeof activityKinds)[number] }>

export function isActivity(block: Block): block is Activity {
  return activityKinds.some((kind) => kind === block.kind)
}
