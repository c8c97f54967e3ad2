import { BSON, type Document } from 'bson'
import { connect } from 'node:net'

/*
 * Someone who reaches the database behind the application's back. It speaks MongoDB's wire protocol by itself, for
 * the Node driver takes its leave by a command (`endSessions`) that ends the engine that the stack starts.
 */

const URI = process.env.MONGODB_URI ?? 'mongodb://127.0.0.1:27017'
const OP_MSG = 2013
/** Length, request, answered request, code; then the flags, and that one document follows. */
const BEFORE_DOCUMENT = 16 + 4 + 1

const edited: { id: string; before: Document }[] = []

/**
 * Changes an agreement where it is stored.
 *
 * @param edit fields of its stored state, with what they become
 * @see putBack which belongs into the test's `afterEach`
 */
export async function editBehind(id: string, edit: Document): Promise<void> {
  const found = await run({ find: 'agreements', filter: { _id: id }, limit: 1 })
  const state = (found.cursor as { firstBatch: { state: Document }[] }).firstBatch[0]?.state
  if (!state) {
    throw new Error(`MongoDB has no agreement ${id}`)
  }
  edited.push({ id, before: Object.fromEntries(Object.keys(edit).map((name) => [name, state[name]])) })
  await set(id, edit)
}

/** Puts back whatever was edited. */
export async function putBack(): Promise<void> {
  for (let last = edited.at(-1); last !== undefined; last = edited.at(-1)) {
    await set(last.id, last.before)
    edited.pop()
  }
}

async function set(id: string, fields: Document): Promise<void> {
  const inState = Object.entries(fields).map(([name, value]) => [`state.${name}`, value as unknown])
  await run({ update: 'agreements', updates: [{ q: { _id: id }, u: { $set: Object.fromEntries(inState) } }] })
}

async function run(command: Document): Promise<Document> {
  const body = BSON.serialize({ ...command, $db: 'bridgehead-contract' })
  const message = Buffer.alloc(BEFORE_DOCUMENT + body.length)
  message.writeInt32LE(message.length, 0)
  message.writeInt32LE(OP_MSG, 12)
  message.set(body, BEFORE_DOCUMENT)

  const { hostname, port } = new URL(URI.replace(/^mongodb:/, 'http:'))
  const socket = connect(Number(port || 27017), hostname)
  try {
    socket.write(message)
    let reply = Buffer.alloc(0)
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      reply = Buffer.concat([reply, chunk])
      if (reply.length >= 4 && reply.length >= reply.readInt32LE(0)) {
        break
      }
    }
    // kept as they are stored: a number that was long is put back as long
    const answer = BSON.deserialize(reply.subarray(BEFORE_DOCUMENT), { promoteValues: false })
    if (Number(answer.ok) !== 1) {
      throw new Error(`MongoDB: ${JSON.stringify(answer)}`)
    }
    return answer
  } finally {
    socket.destroy()
  }
}
