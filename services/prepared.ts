import type { Reader } from '#db/client'

/**
 * A statement that is planned once for each connection: for what every page asks. Values are `sql.placeholder`s, given when it is executed.
 */
export function prepared<Statement>(build: (db: Reader) => Statement): (db: Reader) => Statement {
  const statements = new WeakMap<Reader, Statement>()
  return (db) => {
    const statement = statements.get(db) ?? build(db)
    statements.set(db, statement)
    return statement
  }
}
