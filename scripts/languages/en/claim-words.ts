import type { ClaimWords } from '../claim-words.ts'

const number =
  '(?<n>\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few|couple of)'

export const claims: ClaimWords = {
  attributes:
    /\b(?:sa(?:y|ys|id|ying)|t(?:ells?|old)|according to|stat(?:es|ed|ing)|report(?:s|ed|ing)?|claim(?:s|ed|ing)?|announc(?:es?|ed|ing)|disclos(?:es?|ed|ing)|reveal(?:s|ed|ing)?|confirm(?:s|ed|ing)?|den(?:y|ies|ied)|warn(?:s|ed|ing)?|argu(?:es?|ed|ing)|wr(?:ites?|ote|itten)|add(?:s|ed)|not(?:es|ed)|stress(?:es|ed)|conclud(?:es?|ed)|found|cit(?:es?|ed|ing)|accus(?:es?|ed|ing)|alleg(?:es?|ed|ing)|describ(?:es?|ed|ing)|explain(?:s|ed)?|call(?:s|ed)? (?:on|for)|remark(?:s|ed)?|quip(?:s|ped)|highlight(?:s|ed)|underscor(?:es?|ed)|outlin(?:es?|ed)|mock(?:s|ed)?|recommend(?:s|ed)?|demand(?:s|ed)?|ask(?:s|ed)|insist(?:s|ed)?|admit(?:s|ted)?|stat(?:es|ed)|vow(?:s|ed)?|pledg(?:es?|ed)|promis(?:es?|ed)|suggest(?:s|ed|ing)?|point(?:s|ed) out|put(?:s)? (?:it|the)|in (?:his|her|their|its) (?:words|view))\b/i,
  accordingTo:
    /\b(?:according to|in the (?:words|view) of)\s+(?:the\s+)?(?:[^.,;:]{0,60}\bby\s+(?:the\s+)?)?(?:[\p{Ll}-]+\s+){0,3}$/iu,
  pronounSpeaks:
    /\b(?:he|she|they)\s+(?:also\s+|later\s+|then\s+)?(?:said|says|added|adds|asked|told|wrote|noted|explained|argued|warned|claimed|recalled|disclosed|stressed|concluded)\b/i,
  helper: /^(?:has|have|had|also|recently|later|earlier|then|who|which|publicly|repeatedly)\s+/i,
  relays: /\b(?:citing|cit(?:es|ed)|quot(?:es|ed|ing)|as (?:reported|cited|quoted) by|referring to)\b/i,
  plans:
    /\b(?:plan(?:s|ned|ning)?|intend(?:s|ed)?|intentions?|scheduled|to be (?:held|opened|built|sent|signed)|aim(?:s|ed)? (?:to|at)|due to|going to|propos(?:es?|ed|al)|set to|prepar(?:es?|ed|ing) to|pledg(?:es?|ed)|promis(?:es?|ed)|agreed to|vow(?:s|ed)?)\b/i,
  toCome: /\b(?:will|shall|is to|are to|to be)\b/i,
  alleges:
    /\b(?:alleg(?:es?|ed|edly|ing|ations?)|accus(?:es?|ed|ing|ations?)|reportedly|purported(?:ly)?|supposedly|suspect(?:s|ed)?|claim(?:s|ed|ing)?|rumou?red|denie[sd])\b/i,
  estimates:
    /\b(?:estimat(?:es?|ed|ing|ions?)|calculat(?:es?|ed|ions?)|assess(?:es|ed|ments?)|analys(?:es|ed|is)|analyz(?:es?|ed)|puts? (?:it|the)|believed to|projected|forecasts?|reckons?|average|rate of)\b/i,
  opinions:
    /\b(?:should|must|ought|fears?|feared|worr(?:y|ies|ied)|concern(?:s|ed)?|hop(?:es?|ed)|expect(?:s|ed|ation)?|could|might|(?<!(?:\d|in|on|of|since|until|by|last|this|next|late|early)\s)may(?!\s+\d)|likely|unlikely|believ(?:es?|ed)|think(?:s)?|thought|argu(?:es?|ed)|call(?:s|ed) (?:on|for)|recommend(?:s|ed)?|urg(?:es?|ed)|risk(?:s)?|threat(?:s|ens?)?|important|crucial|dangerous|need(?:s|ed)? to|condemn(?:s|ed)?|welcom(?:es?|ed)|praised?|critici[sz](?:es?|ed)|reflects?|underscores?|highlights?|suggests?|shows? that)\b/i,
  comparisons:
    /\b(?:more|less|fewer|greater|higher|lower|larger|smaller|better|worse|faster|slower|longer|shorter|stronger|weaker|most|least|largest|biggest|smallest|highest|lowest|longest|first|last|twice|double[ds]?|tripled?|half|times|compared|comparison|versus|than|increas(?:es?|ed|ing)|decreas(?:es?|ed|ing)|r(?:ises?|ose|isen|ising)|f(?:all|alls|ell|allen|alling)|gr(?:ows?|ew|own|owing)|drop(?:s|ped)?|exceed(?:s|ed|ing)?|surpass(?:es|ed)?|cut|reduc(?:es?|ed|ing)|unlike|whereas|while|despite|although|instead)\b/i,
  furniture:
    /^(?:share|tweet|print|copy link|follow|subscribe|sign (?:up|in)|log in|read (?:also|more|next|on)|see also|related|more (?:on|from|about)|advertisement|sponsored|most (?:read|popular)|trending|newsletter|comments?(?:\s*\(\d+\))?|menu|search|home|skip to|cookies?|privacy|terms|contact|about us|all rights reserved|any use of materials|©|copyright|views?:|reading time|\d+ min(?:ute)?s? read|photo|image|picture|illustration|credit|video|watch|listen|facebook|twitter|telegram|instagram|youtube|whatsapp|linkedin|apple store|play market|liked the story|link copied|by clicking|we use cookies|click here|load more|back to top|tags?:|topics?:|pl(?:ea)?se? share|view this post|a post shared by|previous article|next article|what are you looking for)\b|©|\ball rights reserved\b|\bhyperlink to\b/i,
  origin:
    /^(?:read the original|originally (?:published|appeared)|first published|this (?:article|story) (?:first |originally )?(?:appeared|was (?:first |originally )?published))\b/i,
  abbreviation:
    /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gen|Lt|Col|Capt|Sgt|Gov|St|No|vs|etc|Inc|Ltd|Co|Corp|e\.g|i\.e|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|(?:^|[^\p{L}])\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.\s*$/u,
  placing:
    /\b(?:in|at|near|from|to|across|outside|inside|through|around|toward|towards|within)\s+(?:the\s+)?(?:(?:northern|southern|eastern|western|central|city|town|port|village|region|district) (?:of )?)*$/i,
  bodies:
    /\b(?:ministry|department|agency|institute|centre|center|council|commission|committee|union|board|office|authority|court|parliament|senate|university|bank|association|federation|foundation|organi[sz]ation|alliance|army|navy|police|service|party|bureau|fund|group|team|school|hospital|museum|library|club|trust|society|nations)\b/i,
  companies:
    /\b(?:inc|ltd|llc|plc|corp|company|corporation|holdings?|industries|airlines?|motors|works|brewery|bakery)\b/i,
  media:
    /\b(?:news|times|post|gazette|journal|tribune|herald|daily|weekly|radio|television|tv|press|agency|broadcast\w*|magazine|observer|chronicle|telegraph)\b/i,
  offices:
    /\b(?:mr|mrs|ms|dr|prof(?:essor)?|president|prime minister|minister|chancellor|secretary|mayor|governor|senator|judge|general|colonel|captain|director|chief|head|chair(?:man|woman|person)?|spokes(?:man|woman|person)|ambassador|adviser|advisor|analyst|expert|author|engineer|teacher|leader|king|queen|historian|scientist|researcher|keeper|manager)\.?,?\s+$/i,
  rate: /^(?:an?|per|each|every)\s+(?:year|month|week|day|hour|minute|second|person|head|household|visitor|pupil|student)\b|^(?:annually|yearly|monthly|weekly|daily)\b/i,
  of: /^of\s+(?:the\s+)?/i,
  since: /\b(?:since|from)\s+(?:the\s+)?(?:early |mid-|late |beginning of |end of )?$/i,
  until: /\b(?:until|till|by|up to|before)\s+(?:the\s+)?(?:early |mid-|late |beginning of |end of )?$/i,
  last: /\b(?:last|past|previous)\s+$/i,
  next: /\b(?:next|coming|this coming)\s+$/i,
  relativeDates: [
    { words: /\btoday\b|\bthis (?:morning|afternoon|evening)\b|\btonight\b/i, unit: 'day', offset: 0 },
    { words: /\byesterday\b/i, unit: 'day', offset: -1 },
    { words: /\btomorrow\b/i, unit: 'day', offset: 1 },
    { words: /\bthis week\b/i, unit: 'week', offset: 0 },
    { words: /\blast week\b/i, unit: 'week', offset: -1 },
    { words: /\bnext week\b/i, unit: 'week', offset: 1 },
    { words: /\bthis month\b/i, unit: 'month', offset: 0 },
    { words: /\blast month\b/i, unit: 'month', offset: -1 },
    { words: /\bnext month\b/i, unit: 'month', offset: 1 },
    { words: /\bthis year\b/i, unit: 'year', offset: 0 },
    { words: /\b(?:last|the previous) year\b|\ba year earlier\b/i, unit: 'year', offset: -1 },
    { words: /\bnext year\b/i, unit: 'year', offset: 1 },
    ...(['day', 'week', 'month', 'year'] as const).flatMap((unit) => [
      {
        words: new RegExp(
          `\\b(?:in|over|during|for|within) the (?:past|last|previous) (?:${number} )?${unit}s?\\b`,
          'i',
        ),
        unit,
        offset: -1,
        until: 'now' as const,
      },
      { words: new RegExp(`\\b(?:${number}|an?) ${unit}s? (?:ago|earlier)\\b`, 'i'), unit, offset: -1 },
      {
        words: new RegExp(`\\bin (?:${number}|an?) ${unit}s?(?: time|’ time|' time)\\b`, 'i'),
        unit,
        offset: 1,
      },
    ]),
  ],
  stems: {
    howMuch: (about, by) =>
      by === undefined
        ? `What is said of the ${about}: how much or how many?`
        : `What does ${by} say of the ${about}: how much or how many?`,
    who: (about) => `Who says this: ${about}?`,
    when: (about) => `When is this said to be: ${about}?`,
    done: (about) => `How far has this come, as the article tells it: ${about}?`,
    fit: (about) => `Two accounts speak of ${about}. How do they stand to each other?`,
    follows: (about) => `What follows from this sum: ${about}`,
    states: {
      done: 'It is told as having happened',
      planned: 'It is planned or announced, not done',
      alleged: 'It is alleged, not shown',
      estimated: 'It is an estimate that somebody worked out',
      opinion: 'It is a judgement or an expectation',
    },
    fits: {
      differ: 'They differ, and both are kept',
      agree: 'They say the same in other words',
      unrelated: 'They speak of different things',
    },
    trueOf: (what) => `This is true of something else: ${what}`,
    key: (what) => `The fact says so: ${what}`,
    isStatus: (what) => `The article puts it otherwise: ${what}`,
    notSame: (about) => `They do not say the same, but differ in this: ${about}`,
    comparable: (about) => `They can be compared, since both tell this, but otherwise: ${about}`,
  },
}
