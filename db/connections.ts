/** How many connections a process keeps to the database for what it is asked. */
export const poolSize = 6

/** A process that serves has one more, by which it finds out whether it can. */
const ofProcess = poolSize + 1

/** The process that started the others, with mail; preparing; making and serving the demonstration; scripts; and those only a superuser gets. */
const beside = 40

/** How many connections the bundled server has to take: never fewer than PostgreSQL's own figure. */
export const connectionsFor = (processes: number): number => Math.max(100, processes * ofProcess + beside)
