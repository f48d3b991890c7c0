import { ilike, or, type SQL } from 'drizzle-orm'
import { people } from '#db/schema/index'

/** People whose name, e-mail address or employee number holds the words as they stand; `%` and `_` mean themselves. */
export function matchesText(q: string): SQL | undefined {
  if (q === '') return undefined
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return or(
    ilike(people.name, pattern),
    ilike(people.sortName, pattern),
    ilike(people.email, pattern),
    ilike(people.employeeNumber, pattern),
  )
}
