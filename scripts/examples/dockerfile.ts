import { type Copy, DockerfileParser, type Env, type From, type Healthcheck, type Instruction, JSONInstruction } from 'dockerfile-ast'
import { validate } from 'dockerfile-utils'

export interface Stage {
  name: string | null
  image: string
  steps: Step[]
  /** The last of each that the stage says, as Docker takes it. */
  environment: Record<string, string>
  user: string
  workdir: string
  stopSignal: string
  healthcheck: string[] | null
  command: string[] | null
}

/** What changes files, in the order of the file, with the folder it happens in. */
export type Step = { workdir: string } & ({ run: string } | { copy: string[]; to: string; from: string | null })

const settled = ['WORKDIR', 'ENV', 'USER', 'STOPSIGNAL', 'HEALTHCHECK', 'CMD', 'VOLUME', 'EXPOSE']

/** Reads a Dockerfile. @throws Error at an instruction that is not understood here, so that none is passed over. */
export function stagesOf(dockerfile: string): Stage[] {
  const stages: Stage[] = []
  for (const instruction of DockerfileParser.parse(dockerfile).getInstructions()) {
    const keyword = instruction.getKeyword()
    const stage = stages.at(-1)
    if (keyword === 'FROM') stages.push(begun(instruction as From))
    else if (!stage) throw new Error(`${keyword} stands before FROM`)
    else if (keyword === 'RUN') stage.steps.push({ workdir: stage.workdir, run: instruction.getArgumentsContent() ?? '' })
    else if (keyword === 'COPY') stage.steps.push(copied(instruction as Copy, stage.workdir))
    else if (settled.includes(keyword)) settle(stage, keyword, instruction)
    else throw new Error(`${keyword} is not understood`)
  }
  return stages
}

const words = (instruction: Instruction) => instruction.getArguments().map((argument) => argument.getValue())

function begun(from: From): Stage {
  return {
    name: from.getBuildStage(),
    image: from.getImage() ?? '',
    steps: [],
    environment: {},
    user: 'root',
    workdir: '/',
    stopSignal: 'SIGTERM',
    healthcheck: null,
    command: null,
  }
}

function copied(copy: Copy, workdir: string): Step {
  const paths = words(copy)
  return { workdir, copy: paths.slice(0, -1), to: paths.at(-1) ?? '', from: copy.getFromFlag()?.getValue() ?? null }
}

function settle(stage: Stage, keyword: string, instruction: Instruction): void {
  const [first = ''] = words(instruction)
  if (keyword === 'WORKDIR') stage.workdir = first
  if (keyword === 'USER') stage.user = first
  if (keyword === 'STOPSIGNAL') stage.stopSignal = first
  if (keyword === 'CMD' && instruction instanceof JSONInstruction) stage.command = stringsOf(instruction)
  if (keyword === 'HEALTHCHECK') stage.healthcheck = checkOf(instruction as Healthcheck)
  if (keyword === 'ENV')
    for (const property of (instruction as Env).getProperties()) stage.environment[property.getName()] = property.getValue() ?? ''
}

const stringsOf = (instruction: JSONInstruction) => instruction.getJSONStrings().map((one) => one.getJSONValue())

function checkOf(instruction: Healthcheck): string[] {
  const [, list = '[]'] = (instruction.getArgumentsContent() ?? '').match(/CMD\s+(\[.*\])$/s) ?? []
  return JSON.parse(list) as string[]
}

/** What is wrong with an image for Casebook, the linter's findings first. */
export function dockerfileProblems(dockerfile: string, pinnedNode: string, exists: (path: string) => boolean): string[] {
  const linted = validate(dockerfile).map(({ range, message }) => `line ${range.start.line + 1}: ${message}`)
  const stages = stagesOf(dockerfile)
  const last = stages.at(-1)
  const [major] = pinnedNode.split('.')
  return [
    ...linted,
    ...stages.flatMap(({ image }) => (image.startsWith(`node:${major}-`) ? [] : [`${image} is not an image of Node ${major}`])),
    ...stages
      .flatMap(({ steps }) => steps.flatMap((step) => ('copy' in step && !step.from ? step.copy : [])).filter((path) => !exists(path)))
      .map((path) => `COPY ${path}: there is no such file`),
    ...(last && last.user !== 'root' ? [] : ['the image runs as root']),
    ...(last?.healthcheck?.length ? [] : ['the image has no health check that is a list']),
    ...(last?.command?.length ? [] : ['the image has no CMD that is a list']),
  ]
}
