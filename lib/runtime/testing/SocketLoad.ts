import { once } from 'node:events';
import { WebSocket } from 'ws';

interface Client {
  webSocket: WebSocket;
  sent: number;
  answered: number;
  /** the first answer that was not the next one */
  wrong: string | undefined;
}

export interface SocketCounts {
  /** of connections that nobody closed */
  open: number;
  sent: number;
  lost: number;
  /** the first of each connection that was not the answer to its next message */
  outOfOrder: string[];
}

const TICK = 10;

/** WebSockets that send numbered messages at a rate, each of which must be answered by itself, in order. */
export class SocketLoad {
  private readonly clients: Client[] = [];
  private sending: NodeJS.Timeout | undefined;

  constructor(private readonly url: string) {}

  /** Opens so many at a rate; resolves when all are open. */
  async open(count: number, perSecond: number): Promise<void> {
    const startedAt = performance.now();
    const opening: Promise<void>[] = [];
    while (opening.length < count) {
      const due = Math.min(count, ((performance.now() - startedAt) / 1_000) * perSecond);
      while (opening.length < due) opening.push(this.openOne());
      await new Promise((resolve) => setTimeout(resolve, TICK));
    }
    await Promise.all(opening);
  }

  /** Sends at a rate, by one connection after the other, until `settle`. */
  send(perSecond: number): void {
    const startedAt = performance.now();
    let sent = 0;
    this.sending = setInterval(() => {
      const due = ((performance.now() - startedAt) / 1_000) * perSecond;
      for (; sent < due; sent += 1) this.sendOne(sent);
    }, TICK);
  }

  get sent(): number {
    return this.clients.reduce((sum, { sent }) => sum + sent, 0);
  }

  get answered(): number {
    return this.clients.reduce((sum, { answered }) => sum + answered, 0);
  }

  /** Sends nothing further. */
  stop(): void {
    clearInterval(this.sending);
  }

  counts(): SocketCounts {
    const { clients, sent, answered } = this;
    const open = clients.filter(({ webSocket }) => webSocket.readyState === WebSocket.OPEN).length;
    return { open, sent, lost: sent - answered, outOfOrder: clients.flatMap(({ wrong }) => wrong ?? []) };
  }

  end(): void {
    this.stop();
    for (const { webSocket } of this.clients) webSocket.terminate();
  }

  private async openOne(): Promise<void> {
    const webSocket = new WebSocket(this.url, { perMessageDeflate: false });
    const client: Client = { webSocket, sent: 0, answered: 0, wrong: undefined };
    webSocket.on('message', (data: Buffer) => {
      client.answered += 1;
      const expected = answerTo(client.answered);
      if (data.toString() !== expected) client.wrong ??= `${data} in place of ${expected}`;
    });
    await once(webSocket, 'open');
    webSocket.on('error', () => undefined);
    this.clients.push(client);
  }

  private sendOne(turn: number): void {
    const client = this.clients[turn % this.clients.length];
    if (!client) return;
    client.sent += 1;
    client.webSocket.send(`{"action":"say","answer":"${client.sent % ANSWERS}"}`);
  }
}

/** As many answers as an API may choose from. */
const ANSWERS = 50;
const answerTo = (number: number) => `answer ${number % ANSWERS}`;

/** What the API must answer, by the member `answer` of a message. */
export const socketLoadAnswers: Record<string, string> = Object.fromEntries(
  Array.from({ length: ANSWERS }, (_, number) => [`${number}`, answerTo(number)]),
);
