import { z } from 'zod'
import { line, optionalLine } from '../text.ts'

const name = line(120)

export const CreateGroup = z.object({ parentId: z.uuid(), name })
export const RenameGroup = z.object({ groupId: z.uuid(), name })
export const MoveGroup = z.object({ groupId: z.uuid(), parentId: z.uuid() })
export const OneGroup = z.object({ groupId: z.uuid() })

export const CreateList = z.object({ groupId: z.uuid(), name })
export const RenameList = z.object({ listId: z.uuid(), name })
export const OneList = z.object({ listId: z.uuid(), q: optionalLine(200) })
/** At most 5,000 people at a time, named by e-mail address, employee number or id. */
export const AddToList = z.object({ listId: z.uuid(), people: z.string().min(1).max(400_000) })
export const RemoveFromList = z.object({ listId: z.uuid(), personId: z.uuid() })
