import { expect, test } from 'vitest'
import { dockerfileProblems, stagesOf } from './dockerfile.ts'

const good = `FROM node:24-slim AS build
WORKDIR /casebook
COPY package.json .npmrc ./
RUN npm ci && \\
    npm run build
FROM node:24-slim
COPY --from=build /casebook /casebook
ENV HOST=0.0.0.0 PORT=3000
USER node
HEALTHCHECK --interval=30s CMD ["node", "-e", "1"]
CMD ["node", "main.ts"]
`

test('reads the stages of a Dockerfile, each with its steps in order and what it says last', () => {
  const [build, last] = stagesOf(good)
  expect(build).toMatchObject({ name: 'build', image: 'node:24-slim', user: 'root' })
  expect(build?.steps).toEqual([
    { workdir: '/casebook', copy: ['package.json', '.npmrc'], to: './', from: null },
    { workdir: '/casebook', run: expect.stringMatching(/^npm ci &&\s+npm run build$/) },
  ])
  expect(last).toMatchObject({
    steps: [{ workdir: '/', copy: ['/casebook'], to: '/casebook', from: 'build' }],
    environment: { HOST: '0.0.0.0', PORT: '3000' },
    user: 'node',
    stopSignal: 'SIGTERM',
    healthcheck: ['node', '-e', '1'],
    command: ['node', 'main.ts'],
  })
})

test('does not pass over what it does not understand', () => {
  expect(() => stagesOf('FROM node:24\nADD https://example.com/a /a\n')).toThrow('ADD is not understood')
})

const problems = (text: string) => dockerfileProblems(text, '24.21.0', (path) => ['package.json', '.npmrc'].includes(path))

test('takes an image in which everything fits', () => expect(problems(good)).toEqual([]))

test.each([
  ['what the linter finds', '--interval=30s', '--interval=often', /^line 10: /],
  ['another Node than the pinned one', 'FROM node:24-slim\n', 'FROM node:20-slim\n', /^node:20-slim is not an image of Node 24$/],
  ['a file that is not there', '.npmrc', 'gone.json', /^COPY gone.json: there is no such file$/],
  ['an image that runs as root', 'USER node\n', '', /^the image runs as root$/],
  ['an image without a health check', /^HEALTHCHECK.*\n/m, '', /^the image has no health check/],
])('finds %s', (_, from, to, problem) => {
  expect(problems(good.replace(from, to))).toEqual([expect.stringMatching(problem)])
})
