/** Says changes to those who listen to the page, and only the last of several that follow each other: nobody is talked over. */
export interface Announcer {
  put: (sentence: string) => void
  stop: () => void
}

const silence = 800

export function createAnnouncer(say: (sentence: string) => void, wait = silence): Announcer {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => clearTimeout(timer)
  return {
    stop,
    put: (sentence) => {
      stop()
      timer = setTimeout(() => say(sentence), wait)
    },
  }
}
