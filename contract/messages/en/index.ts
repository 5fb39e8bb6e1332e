import background from './background.json' with { type: 'json' }
import exports from './exports.json' with { type: 'json' }
import facts from './facts.json' with { type: 'json' }
import language from './language.json' with { type: 'json' }
import notes from './notes.json' with { type: 'json' }
import plan from './plan.json' with { type: 'json' }
import print from './print.json' with { type: 'json' }
import quiz from './quiz.json' with { type: 'json' }
import site from './site.json' with { type: 'json' }
import slides from './slides.json' with { type: 'json' }
import statuses from './statuses.json' with { type: 'json' }

export const messages = {
  background,
  exports,
  facts,
  language,
  notes,
  plan,
  print,
  quiz,
  site,
  slides,
  statuses,
}
