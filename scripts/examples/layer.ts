import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pinnedNode } from '../bootstrap/node.mjs'

export interface Run {
  workdir: string
  environment: Record<string, string>
  user: string
}

/** What npm needs of these surroundings to reach its registry. Nothing else of them comes into an image. */
const ofTheNetwork = /^(npm_config_(registry|cafile|.*proxy)|.*_proxy|node_extra_ca_certs)$/i

/**
 * The files of an image while it is built by hand: this machine stands for the image begun from, and what is changed lies over it in a
 * folder of its own. Needs Linux and root.
 */
export class Layer {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
    for (const name of ['changes', 'work', 'root']) mkdirSync(join(folder, name), { recursive: true })
    // Images of Node bring a user of that name, and no Casebook, which may well be installed here.
    this.#runNow('rm -rf /casebook /var/lib/casebook; id node >/dev/null 2>&1 || useradd --user-group --create-home node')
  }

  /** Where a changed file of the image lies on this machine. */
  path(absolute: string): string {
    return join(this.#folder, 'changes', absolute)
  }

  copy(from: string, to: string): void {
    mkdirSync(dirname(this.path(to)), { recursive: true })
    cpSync(from, this.path(to), { recursive: true, verbatimSymlinks: true })
  }

  /** Starts a program inside: the process is the program itself, so that signals reach it. */
  start(command: string[], { workdir, environment, user }: Run): ChildProcess {
    const paths = ['changes', 'work', 'root'].map((name) => join(this.#folder, name))
    const mounts = `mount -t overlay overlay -o lowerdir=/,upperdir=$1,workdir=$2 $3 && mount --rbind /proc $3/proc && mount --rbind /dev $3/dev`
    const whose = user === 'root' ? '' : `--userspec=${this.#idsOf(user)} --groups=`
    const inside = `mkdir -p "$4" 2>/dev/null; cd "$4" && shift 4 && exec "$@"`
    const script = `${mounts} && exec chroot ${whose} $3 sh -c '${inside}' sh "$@"`
    const env: Record<string, string | undefined> = {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => ofTheNetwork.test(name))),
      HOME: user === 'root' ? '/root' : '/nonexistent',
      PATH: `${dirname(pinnedNode())}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
      ...environment,
    }
    return spawn('unshare', ['--mount', 'sh', '-c', script, 'sh', ...paths, workdir, ...command], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: env as NodeJS.ProcessEnv,
    })
  }

  #idsOf(user: string): string {
    const ids = (flag: string) => this.#runNow(`id ${flag} ${user}`).trim()
    return `${ids('-u')}:${ids('-g')}`
  }

  #runNow(script: string): string {
    const paths = ['changes', 'work', 'root'].map((name) => join(this.#folder, name))
    const inside = `mount -t overlay overlay -o lowerdir=/,upperdir=$1,workdir=$2 $3 && exec chroot $3 sh -c '${script}'`
    return execFileSync('unshare', ['--mount', 'sh', '-c', inside, 'sh', ...paths], { encoding: 'utf8' })
  }
}

/** Runs a program among the files and mounts of one that `Layer` has started. */
export function startBeside({ pid }: ChildProcess, command: string[], environment: Record<string, string>): ChildProcess {
  const whose = ['--mount', '--root', '--wd=/']
  return spawn('nsenter', ['--target', String(pid), ...whose, ...command], { env: { ...process.env, ...environment }, stdio: 'pipe' })
}
