import type * as Types from '../../question-types/types.ts'
import type { DescribedView } from './contents.ts'

/** The table of types with one more, whose questions say themselves how they are described. */
export function withDescribed(types: typeof Types): typeof Types {
  return {
    ...types,
    typeOf: (question) =>
      question.kind === 'described'
        ? ({ describe: (view: DescribedView) => view.described } as never)
        : types.typeOf(question),
  }
}
