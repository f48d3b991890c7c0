/** Under which key the words of the workbench hold the name of a weekday; 0 is Sunday. */
export const weekdayWord = (day: number): string => `weekday_${day}`
