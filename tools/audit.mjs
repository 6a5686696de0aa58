// Asks the registry that npm is set to whether packages that go into production have known faults. High and critical ones fail;
// where it does not answer, that is said, and nothing fails.
import { spawnSync } from 'node:child_process'

const FAILING = ['high', 'critical']

const asked = spawnSync('npm', ['audit', '--omit', 'dev', '--json'], {
  encoding: 'utf8',
  timeout: 60_000,
  shell: process.platform === 'win32',
  env: { ...process.env, npm_config_fetch_retries: '0', npm_config_fetch_timeout: '20000' },
})

const reportOf = (text) => {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

const { vulnerabilities, metadata } = reportOf(asked.stdout ?? '')
if (!metadata?.vulnerabilities) {
  console.log('npm audit could not run: the registry gave no answer. Known faults of packages were NOT looked for.')
} else {
  const counts = Object.entries(metadata.vulnerabilities).map(([severity, count]) => `${severity} ${count}`)
  console.log(`npm audit of what goes into production: ${counts.join(', ')}`)
  for (const { name, severity, range } of Object.values(vulnerabilities ?? {}))
    console.log(`${severity}: ${name} ${range}`)
  process.exitCode = FAILING.some((severity) => metadata.vulnerabilities[severity] > 0) ? 1 : 0
}
