import type { TaskSpec } from '../types.ts'

/** What is done first, with what each response is worth. */
export const responses = { 'end-sessions': 1, password: 0.4, watch: 0.2, 'delete-accounts': 0, 'write-to-them': 0 } as const

export const tasks: readonly TaskSpec[] = [
  { id: 'accounts', kind: 'rows', table: 'accounts', isAside: true, weight: 3 },
  { id: 'since', kind: 'time', weight: 1, isUnknowableOffered: true },
  { id: 'folder', kind: 'value', from: { table: 'files', column: 'folder' }, weight: 1, isUnknowableOffered: true },
  { id: 'count', kind: 'number', unit: 'files', weight: 1, isUnknowableOffered: true },
  { id: 'now', kind: 'choice', choices: ['password', 'write-to-them', 'end-sessions', 'watch', 'delete-accounts'], weight: 2 },
]
