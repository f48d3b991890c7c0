// npm run db:check: fails when tables and migrations disagree.
import { root } from './bootstrap/node.mjs'
import { schemaProblems } from './check/schema.ts'

const problems = await schemaProblems(root)
for (const problem of problems) console.error(problem)
process.exit(problems.length > 0 ? 1 : 0)
