// Loaded before anything else. Node reads a package's own description again for each of its modules when they are imported, not when they
// are required; that of drizzle-orm is 200 kB, and it has 400 modules: two seconds and 200 MB for every process that asks the database.
import module from 'node:module'

/** @type {import('node:module').ResolveHook} */
const resolve = (specifier, context, next) =>
  /^drizzle-orm(\/|$)/.test(specifier)
    ? next(specifier, { ...context, conditions: ['require', 'node', 'default'] })
    : next(specifier, context)

// The first scripts also run on a Node that cannot do this yet, and load none of it.
module.registerHooks?.({ resolve })
