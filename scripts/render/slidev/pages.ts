// The pages of a deck: the shell and the deck's JSON in one HTML document. Both forms state in a
// Content-Security-Policy that they load nothing from elsewhere.

import type { DeckData } from '../../../contract/deck-data.ts'
import { escapeScript, escapeStyle, jsonInPage } from '../inline.ts'
import { hashOf, pagePolicy } from '../page-policy.ts'
import type { BuiltShell } from './shell-cache.ts'

/**
 * For a web server, beside shared assets; `assetsPath` leads there from the page, for example `../assets/`.
 */
export function hostedPage(shell: BuiltShell, deck: DeckData, assetsPath: string): string {
  const pieces = page(deck, {
    policy: (scripts) => pagePolicy({ scripts, beside: true, rich: true }),
    style: [`<link rel="stylesheet" href="${attribute(assetsPath + shell.hosted.style.name)}">`],
    script: [
      `<script ${shell.hosted.module ? 'type="module"' : 'defer'} src="${attribute(assetsPath + shell.hosted.script.name)}"></script>`,
    ],
  })
  return pieces.join('')
}

/**
 * One file that works from anywhere, `file://` included; in pieces, of which style and script are the shell's
 * own.
 */
export function oneFilePage(shell: BuiltShell, deck: DeckData): Uint8Array[] {
  const { script, scriptHash, style } = shell.inline(deck)
  const pieces = page(deck, {
    policy: (scripts) => pagePolicy({ scripts: [scriptHash, ...scripts], rich: true }),
    style: ['<style>', style, '</style>'],
    script: ['<script>', script, '</script>'],
  })
  return pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece))
}

/** The deck without speaker notes, for students. */
export function withoutNotes(deck: DeckData): DeckData {
  return { ...deck, slides: deck.slides.map((slide) => ({ ...slide, noteHTML: '' })) }
}

function page<Piece>(
  deck: DeckData,
  parts: {
    policy: (scripts: readonly string[]) => string
    style: readonly Piece[]
    script: readonly Piece[]
  },
): (string | Piece)[] {
  const { renders, style, ...json } = deck
  const { info, author, favicon } = deck.configs
  const bodies = renders
    ? `window.factdeckRenders={${Object.entries(renders)
        .map(([key, code]) => `${JSON.stringify(key)}:${code}`)
        .join(',')}}`
    : ''
  const bodiesScript = escapeScript(bodies)
  const scripts = bodies === '' ? [] : [hashOf(bodiesScript)]
  // The script comes last: it mounts on what stands above it.
  const head = `<!DOCTYPE html>
<html lang="${attribute(deck.language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(parts.policy(scripts))}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<title>${text(deck.title)}</title>
${typeof info === 'string' ? `<meta name="description" content="${attribute(info.replaceAll(/<[^>]*>/g, '').trim())}">\n` : ''}${
    typeof author === 'string' && author !== '' ? `<meta name="author" content="${attribute(author)}">\n` : ''
  }<link rel="icon" href="${attribute(typeof favicon === 'string' && favicon.startsWith('data:') ? favicon : 'data:,')}">
`
  const body = `${style ? `\n<style>${escapeStyle(style)}</style>` : ''}
</head>
<body>
<div id="app"></div>
<div id="mermaid-rendering-container"></div>
<script type="application/json" id="factdeck">${jsonInPage(json)}</script>${bodies === '' ? '' : `\n<script>${bodiesScript}</script>`}
`
  return [head, ...parts.style, body, ...parts.script, '\n</body>\n</html>\n']
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function attribute(value: string): string {
  return text(value).replaceAll('"', '&quot;')
}
