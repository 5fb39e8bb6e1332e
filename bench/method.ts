/** How the figures came about, for below the table. */
export const method = `## How it is measured

- The content is synthetic (\`bench/synthetic.ts\`): a deck of 15 slides has ten facts, two checkpoints and notes on every slide; ten questions
  belong to it; two articles prove the facts of five decks.
- Programs that are compared run in turn, A B A B, each as a process of its own from its start to its end. Cold runs
  are medians of three, times after a change of seven, of slides as PDFs of five, of the preview of ten; handouts and the large sizes of the last part were
  measured once. "Cold" is an empty cache folder, so that a checkout bundles its command and builds the slide shell (a package carries both); "warm" is one
  that a run before has filled.
- **Decks** are what \`factdeck build --only decks\` makes of the content folder: reading, every check but that of evidence, planning, the ordinary Slidev
  file, the hosted page and the one-file page of all decks, and writing them. No quizzes, no index, no PDFs: Marp CLI makes none of these either.
- **Plain Slidev** builds and exports the ordinary Slidev file that factdeck generates, with factdeck's theme. **Marp CLI** gets the same text with its
  default theme, charts as lists, in one process for all decks (\`-I\`).
- **\`build --watch\`** runs in a process of its own; the clock starts before the file is written and stops when it says that the new folder is in its place.
  Marp CLI's time is that of its whole command.
- **\`dev\`** runs in a process of its own; a browser has the deck open at the slide of the fact. The clock starts before the file is written and stops
  in the first animation frame whose page has the new words.
- **PDFs** are printed by one and the same browser binary. Slidev's export is measured for a few decks and multiplied, which is said in the table. Our
  PDFs are tagged, with outline, title and language; Marp's are tagged and titled by default, have an outline when asked (\`--pdf-outlines\`), and
  the language of the machine unless the deck names one; Slidev's are not tagged.
- **Scale** runs everything but Vite and Chromium in one process; times are of the stages, without the start of Node; files are written as they are made. Memory is the peak resident set.
  Rows of \`build\` are the command as people call it, from its start to its end.
- **The explorer** is opened from a disk in a fresh context of the browser; medians of five. It is usable when it is loaded and its filter is there.
- **Again** is \`node bin/factdeck.mjs build\` on a copy of our own unit; medians of five.
- **Keys** (\`npm run bench -- keys\`): in the 92 questions of the sample and the 34 of four small units in \`tests/fixtures/\`, each key is given to each distractor
  in turn, and nothing else changes: the author's reasons stay where they are. A message of the rules on keys counts as noticed, an error among
  them as refused. The weights of \`question/key-best\` were fitted on half of the sample (\`npx tsx bench/key-weights.ts\`) and its words and margins chosen there; three of the
  other units were written for this before any rule was, by the same hand as the rules. "Doubted" are questions as their authors left them, without what \`keyStands\` excuses.
- Sizes are gzip at its best, 1 kB is 1,000 bytes.`
