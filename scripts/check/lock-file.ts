import { missingPlatformPackages } from '../complete-lock.mjs'

export interface Lock {
  packages: Record<string, LockEntry>
}

interface LockEntry {
  version?: string
  integrity?: string
  resolved?: string
  link?: boolean
  optional?: boolean
  inBundle?: boolean
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

/** What would make `npm ci` fail elsewhere, or fetch from an address of somebody's own. One sentence each. */
export function lockProblems(lock: Lock, manifest: LockEntry): string[] {
  return [...foreignAddresses(lock), ...unsealed(lock), ...unlisted(lock, manifest), ...incomplete(lock)]
}

const installed = ({ packages }: Lock) => Object.entries(packages).filter(([path]) => path !== '')

const foreignAddresses = (lock: Lock) =>
  installed(lock)
    .filter(([, entry]) => entry.resolved || entry.link)
    .map(([path]) => `${path} names the address it came from: only versions belong in package-lock.json`)

/** Without a hash anything could be delivered. Entries completed by hand for other platforms have none. */
const unsealed = (lock: Lock) =>
  installed(lock)
    .filter(([, entry]) => !entry.integrity && !entry.optional && !entry.inBundle)
    .map(([path]) => `${path} has no integrity hash`)

function unlisted(lock: Lock, manifest: LockEntry): string[] {
  const root = lock.packages[''] ?? {}
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const
  const differs = kinds.filter((kind) => JSON.stringify(sorted(manifest[kind])) !== JSON.stringify(sorted(root[kind])))
  const loose = kinds.flatMap((kind) => Object.entries(manifest[kind] ?? {}).filter(([, range]) => !/^\d/.test(range)))
  return [
    ...differs.map((kind) => `package.json and package-lock.json disagree about ${kind}: run npm install`),
    ...loose.map(([name, range]) => `package.json asks for ${name} ${range}: name one exact version`),
  ]
}

const sorted = (list: Record<string, string> = {}) => Object.entries(list).sort(([a], [b]) => (a < b ? -1 : 1))

const incomplete = (lock: Lock) =>
  Object.keys(missingPlatformPackages(lock)).map((path) => `${path} is missing for another platform: run npm run lock`)
