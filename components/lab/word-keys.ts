/** Under which keys the words of the workbench hold what is no message. */

/** The name of a weekday; 0 is Sunday. */
export const weekdayWord = (day: number): string => `weekday_${day}`

/** The language that they are in. */
export const languageWord = 'language'
