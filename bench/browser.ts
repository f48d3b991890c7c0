import { type BrowserContext, chromium, type ViewportSize } from '@playwright/test'
import { findChromium } from '../scripts/test/chromium.ts'
import type { Cast, Learner } from './cast.ts'

/** What a page weighs on the wire, and when its largest part is painted on a slow phone: measured in a real browser. */

const flags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ...[
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
]

const phone = { width: 390, height: 844 }

export interface Weight {
  kilobytes: number
  requests: number
  scriptKilobytes: number
}

/** A browser with an empty cache in which the learner is signed in. */
export async function asLearner<T>(
  cast: Cast,
  learner: Learner,
  viewport: ViewportSize,
  work: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: flags })
  try {
    const context = await browser.newContext({ viewport })
    await context.addCookies([cast.cookie(await cast.session(learner.id))])
    return await work(context)
  } finally {
    await browser.close()
  }
}

/** Loads a page and adds up what came over the wire, headers included. */
async function weigh(context: BrowserContext, url: string): Promise<Weight> {
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  await client.send('Network.enable')
  const types = new Map<string, string>()
  const weight = { kilobytes: 0, requests: 0, scriptKilobytes: 0 }
  const cached = new Set<string>()
  client.on('Network.responseReceived', ({ requestId, type, response }) => {
    types.set(requestId, type)
    if (response.fromDiskCache || response.fromPrefetchCache) cached.add(requestId)
  })
  client.on('Network.requestServedFromCache', ({ requestId }) => cached.add(requestId))
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (cached.has(requestId) || encodedDataLength === 0) return
    weight.requests += 1
    weight.kilobytes += encodedDataLength / 1000
    if (types.get(requestId) === 'Script') weight.scriptKilobytes += encodedDataLength / 1000
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.close()
  return weight
}

/** The first visit of a page, and the second with what the browser has kept. */
export function weighVisits(cast: Cast, learner: Learner, url: string): Promise<{ first: Weight; second: Weight }> {
  return asLearner(cast, learner, phone, async (context) => ({ first: await weigh(context, url), second: await weigh(context, url) }))
}

/** Seconds until the largest part is painted on a phone with 1.6 Mbit/s, 150 ms and a quarter of this machine's speed, nothing kept before. */
export function paintOnPhone(cast: Cast, learner: Learner, url: string): Promise<number> {
  return asLearner(cast, learner, phone, async (context) => {
    const page = await context.newPage()
    const client = await context.newCDPSession(page)
    await client.send('Network.enable')
    const bytes = (1.6 * 1_000_000) / 8
    await client.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: bytes,
      uploadThroughput: bytes / 2,
    })
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.goto(url, { waitUntil: 'networkidle' })
    const milliseconds = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
            type: 'largest-contentful-paint',
            buffered: true,
          })
        }),
    )
    return milliseconds / 1000
  })
}
