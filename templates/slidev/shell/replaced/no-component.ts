// In place of components that a finished deck never shows.

export default { render: () => null }
