/** What a learner did in the activities of a lesson, as it is kept in their place: a list of ids for each activity. */
import { type Activity, isActivity } from '../catalogue/activity.ts'
import type { Block, LessonPart, LessonUnit, SortBlock, SpotBlock } from '../catalogue/types.ts'

/** `t3-1`: thing `t3` was put to target `1`. */
const placing = (thing: string, target: string) => `${thing}-${target}`

/** The activity of a lesson by its id. */
export function findActivity(lesson: Pick<LessonUnit, 'parts'>, id: string): { activity: Activity; part: string; number: number } | null {
  for (const [index, part] of lesson.parts.en.entries()) {
    const activity = part.blocks.find((block): block is Activity => isActivity(block) && block.id === id)
    if (activity) return { activity, part: part.id, number: index + 1 }
  }
  return null
}

/**
 * What is kept of an activity after one more go; null when the activity offers no such choice.
 * - decision: one choice; the first is the one made, each other is kept once.
 * - sort: a placing for every thing; spot: the ids of the rows marked, kept as placings. The first go stands.
 * - walk: the step looked at, which is the next or an earlier one.
 */
export function keep(activity: Activity, before: readonly string[], choices: readonly string[]): string[] | null {
  switch (activity.kind) {
    case 'decision':
      return keepOne(before, choices, (choice) => activity.choices.some(({ id }) => id === choice))
    case 'walk':
      return keepOne(before, choices, (choice) => activity.steps.slice(0, before.length + 1).some(({ id }) => id === choice))
    case 'sort':
    case 'spot': {
      const placed = activity.kind === 'sort' ? placeAll(activity, choices) : placeMarked(activity, choices)
      return placed && (before.length > 0 ? [...before] : placed)
    }
  }
}

function keepOne(before: readonly string[], [choice, ...rest]: readonly string[], isOffered: (choice: string) => boolean): string[] | null {
  if (choice === undefined || rest.length > 0 || !isOffered(choice)) return null
  return before.includes(choice) ? [...before] : [...before, choice]
}

function placeAll({ things, targets }: SortBlock, choices: readonly string[]): string[] | null {
  const placed = things.flatMap((thing) => targets.map((target) => placing(thing.id, target.id)).filter((one) => choices.includes(one)))
  return placed.length === things.length && choices.length === things.length && things.every(({ id }) => targetIn(placed, id))
    ? placed
    : null
}

function placeMarked({ things, targets: [marked, rest] }: SpotBlock, choices: readonly string[]): string[] | null {
  if (!marked || !rest || choices.some((choice) => !things.some(({ id }) => id === choice))) return null
  return things.map(({ id }) => placing(id, choices.includes(id) ? marked.id : rest.id))
}

/** Where the reader put a thing; null when they have not. */
export function targetIn(placed: readonly string[], thing: string): string | null {
  const found = placed.find((one) => one.startsWith(`${thing}-`))
  return found ? found.slice(thing.length + 1) : null
}

/** Whether a reader is through with an activity: a walk when its last step was looked at, all others with the first go. */
export function isDone(activity: Activity, kept: readonly string[]): boolean {
  return activity.kind === 'walk' ? kept.length >= activity.steps.length : kept.length > 0
}

/** The goes that do an activity, one after another, with everything where it belongs; a decision takes its first choice. */
export function goesThrough(activity: Activity): string[][] {
  switch (activity.kind) {
    case 'decision':
      return activity.choices.slice(0, 1).map(({ id }) => [id])
    case 'walk':
      return activity.steps.map(({ id }) => [id])
    case 'sort':
      return [activity.things.map(({ id, target }) => placing(id, target))]
    case 'spot':
      return [activity.things.filter(({ target }) => target === activity.targets[0]?.id).map(({ id }) => id)]
  }
}

/** What is kept of each activity among some parts of a lesson once it is done: activity id -> as `keep` says. */
export function keptWhenDone(parts: readonly LessonPart[]): Record<string, string[]> {
  const activities = parts.flatMap(({ blocks }) => blocks).filter(isActivity)
  return Object.fromEntries(
    activities.map((activity) => [
      activity.id,
      goesThrough(activity).reduce<string[]>((before, choices) => keep(activity, before, choices) ?? before, []),
    ]),
  )
}

/** The activities of a lesson, each with the goes that do it. */
export function activitiesOf(lesson: Pick<LessonUnit, 'parts'>): { id: string; goes: string[][] }[] {
  const blocks: Block[] = lesson.parts.en.flatMap((part) => part.blocks)
  return blocks.filter(isActivity).map((activity) => ({ id: activity.id, goes: goesThrough(activity) }))
}
