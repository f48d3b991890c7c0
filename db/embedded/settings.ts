import { join } from 'node:path'

/** The longest socket path every supported system takes (Linux 107 bytes, macOS 103). */
const longestSocketPath = 103
export const socketName = '.s.PGSQL.5432'

export const isShortEnough = (folder: string) => Buffer.byteLength(join(folder, socketName)) <= longestSocketPath

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`

export interface ServerSettings {
  isDurable: boolean
  connections: number
}

/** All of the server's settings, written anew at each start: small in memory, private, and durable unless it is thrown away. */
export function settingsFile(listen: { socketDir: string } | { port: number }, { isDurable, connections }: ServerSettings): string {
  const lines = [
    ...('socketDir' in listen
      ? ["listen_addresses = ''", `unix_socket_directories = ${quoted(listen.socketDir)}`, 'unix_socket_permissions = 0700']
      : ["listen_addresses = '127.0.0.1'", `port = ${listen.port}`]),
    `max_connections = ${connections}`,
    'shared_buffers = 64MB',
    'work_mem = 8MB',
    'maintenance_work_mem = 32MB',
    'effective_cache_size = 512MB',
    'max_wal_size = 256MB',
    'io_method = sync', // the default keeps three more processes
    'max_logical_replication_workers = 0',
    'max_parallel_workers_per_gather = 0', // requests are many and small: one core each
    'jit = off',
    'random_page_cost = 1.1',
    "lc_messages = 'C'",
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    "log_line_prefix = '%m [%p] '",
    'log_checkpoints = off',
    // What was refused, not with which values: those are people's addresses and words.
    'log_error_verbosity = terse',
    'log_min_error_statement = panic',
    ...(isDurable ? ['fsync = on', 'synchronous_commit = on'] : ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off']),
  ]
  return `${lines.join('\n')}\n`
}
