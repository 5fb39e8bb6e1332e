// What git leaves in a file where it cannot merge two versions: both, between lines of its own.

/** The line, from 1, at which the first of two versions begins; undefined in a file without a conflict. */
export function conflictLine(text: string): number | undefined {
  const at = text.split('\n').findIndex((line) => line.startsWith(begins))
  return at < 0 ? undefined : at + 1
}

/** The two versions of a text, each whole; undefined where there are not two of each part. */
export function versionsOf(text: string): [ours: string, theirs: string] | undefined {
  const ours: string[] = []
  const theirs: string[] = []
  let part: 'both' | 'ours' | 'base' | 'theirs' = 'both'
  let conflicts = 0
  for (const line of text.split('\n')) {
    if (part === 'both' && line.startsWith(begins)) part = 'ours'
    else if (part === 'ours' && line.startsWith('|||||||')) part = 'base'
    else if ((part === 'ours' || part === 'base') && /^={7}\r?$/.test(line)) part = 'theirs'
    else if (part === 'theirs' && line.startsWith('>>>>>>>')) {
      part = 'both'
      conflicts++
    } else {
      if (part === 'both' || part === 'ours') ours.push(line)
      if (part === 'both' || part === 'theirs') theirs.push(line)
    }
  }
  return conflicts > 0 && part === 'both' ? [ours.join('\n'), theirs.join('\n')] : undefined
}

const begins = '<<<<<<<'
