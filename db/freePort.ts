import { createServer } from 'node:net';

/**
 * Below the ports that a system gives to whoever asks for any (RFC 6056 and Linux begin higher): what is free here is
 * not taken by another test's server or call before the process that it is meant for listens on it.
 */
const FIRST = 20_000;
const COUNT = 12_000;

/** Each test process begins elsewhere, so that two do not try the same ones at the same time. */
let next = (process.pid * 500) % COUNT;

/** A port that nothing listens on, and that no other call in this process is given for a long time. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < COUNT; tried += 1) {
    const port = FIRST + next;
    next = (next + 1) % COUNT;
    if (await isFree(port)) return port;
  }
  throw new Error(`None of the ports from ${FIRST} to ${FIRST + COUNT - 1} is free`);
}

/** On every address: a process may listen on more than loopback. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
