import { factLine } from '../fact-line.ts'
import { slidePicture } from '../material.ts'
import type { FactLayout } from './fact-layout.ts'
import { statement } from './statement.ts'

/** The author's picture of a fact, and what the fact says. */
export const picture: FactLayout = {
  name: 'picture',
  needs: 'an "image" in every fact',
  fits: (facts) => facts.length > 0 && facts.every(({ image }) => image),
  suits: (facts) => facts.length === 1 && facts.every(({ image }) => image),
  toSlides: (facts, context) =>
    facts.flatMap((each) => {
      const shown = slidePicture(each.fact.image, 'facts/', context.material.textPictures)
      if (!shown) return statement.toSlides([each], context)
      return [
        {
          kind: 'layout' as const,
          layout: 'picture' as const,
          props: {
            title: context.title ?? each.view.short,
            picture: shown.picture,
            fact: factLine(each.view),
          },
          facts: [each.view.id],
          questions: [],
          pictures: shown.pictures,
        },
      ]
    }),
}
