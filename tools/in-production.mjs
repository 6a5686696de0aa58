/** Where a package finds another: beside itself, or in a folder further up. */
const placeOf = (locked, from, name) => {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const path = `${at === '' ? '' : `${at}/`}node_modules/${name}`
    if (locked[path]) return path
    if (at === '') return null
  }
}

/** What a package brings along; peers that it can do without are brought by nobody. */
const broughtBy = ({ dependencies, optionalDependencies, peerDependencies = {}, peerDependenciesMeta = {} }) => [
  ...Object.keys({ ...dependencies, ...optionalDependencies }),
  ...Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional),
]

/** The paths of all packages that go into production, of the `packages` of a package-lock.json. */
export const inProduction = (locked) => {
  const reached = new Set()
  const follow = (path) => {
    for (const name of broughtBy(locked[path])) {
      const next = placeOf(locked, path, name)
      if (next === null || reached.has(next)) continue
      reached.add(next)
      follow(next)
    }
  }
  follow('')
  return reached
}
