import { v7 } from 'uuid'

/** A UUIDv7: ids made later sort later, so indexes stay dense. */
export const newId = (): string => v7()
