// Where the project lies and which Node runs it.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** The Node that package.json pins: everything but the first scripts runs on it. */
export const pinnedNode = (folder = root) => join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

export const nodeMajor = () => Number(process.versions.node.split('.')[0])
