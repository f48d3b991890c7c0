import { environment } from '#db/environment'

/** Does this serve the made-up organisation? Then every page says so. */
export const isDemo = (): boolean => environment().isDemo
