import { writeFileSync } from 'node:fs'

// The API's merged description as a running gateway gives it, in an order in which a change can be read.
const address = process.env.BRIDGEHEAD_ADDRESS ?? 'http://127.0.0.1:8080'

function sorted(value) {
  if (Array.isArray(value)) {
    return value.map(sorted)
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.keys(value)
        .sort()
        .map((key) => [key, sorted(value[key])]),
    )
  }
  return value
}

const answer = await fetch(`${address}/api/v1/openapi.json`)
const description = await answer.json()
if (description['x-left-out']?.length !== 0) {
  throw new Error(`not all services are there: ${description['x-left-out']}`)
}
writeFileSync('openapi.json', JSON.stringify(sorted(description), null, 2) + '\n')
