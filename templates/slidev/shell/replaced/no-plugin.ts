// In place of plugins for directives and hovers that decks made here cannot use.

const install = (): void => {}

export const createVMotionDirectives = (): { install(): void } => ({ install })
export const createVMarkDirective = (): { install(): void } => ({ install })
export const createVDragDirective = (): { install(): void } => ({ install })
export default { install }
