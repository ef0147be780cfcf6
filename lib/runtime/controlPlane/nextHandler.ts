import type { RequestListener } from 'node:http';
import type { Config } from '../config';
import type { ConsoleServer } from './ConsoleServer';

/** The pages: Next's request handler on our own listener, in this process, so that it reaches the slot. */
export async function nextHandler(config: Config, { server }: ConsoleServer): Promise<RequestListener> {
  // Loaded late: whether this process may run at all is known sooner.
  const { default: next } = await import('next');
  const app = next({
    dev: config.development,
    dir: config.root,
    // The name that Next itself gives to loopback: under 127.0.0.1 it takes a rewrite of proxy.ts for one to another
    // host, and calls this process anew for it. Only the listener below decides where we listen.
    hostname: 'localhost',
    port: config.consolePort,
    httpServer: server,
  });
  const handle = app.getRequestHandler();
  await app.prepare();
  return (request, response) => void handle(request, response);
}
