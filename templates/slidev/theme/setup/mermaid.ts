// Diagrams in hand-written slides: words as large as the text around them.

export default (): { themeVariables: { fontSize: string } } => ({ themeVariables: { fontSize: '24px' } })
