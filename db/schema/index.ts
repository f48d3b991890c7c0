export * from './attempts.ts'
export * from './audit.ts'
export * from './people.ts'
export * from './training.ts'
