/**
 * Hand-written Markdown with blanks in place of code and comments, which show what stands in them instead of
 * doing it; places stay.
 */
export function withoutCode(markdown: string): string {
  return markdown.replaceAll(/^(`{3,}|~{3,})[^]*?^\1|`[^`\n]+`|<!--[^]*?-->/gm, (hidden) =>
    hidden.replaceAll(/[^\n]/g, ' '),
  )
}
