import { Agent, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface LoadOptions {
  /** names an answer or a fault; the counts are in `answers` */
  classify?(answer: Answer | Error): string;
  /** what a caller waits between two calls: without it the callers take a whole processor from what is tested */
  pauseMs?: number;
}

/** So many calls are enough; a test that waits for more has hung. */
const MOST = 200_000;

/** Keep-alive callers on loopback, each with one call at a time, until told to stop. */
export class Load {
  readonly answers = new Map<string, number>();
  calls = 0;
  private running = true;
  private readonly agent = new Agent({ keepAlive: true });
  private readonly callers: Promise<void>[];

  /** @param url what is called, or what says so for each call anew */
  constructor(
    private readonly url: string | (() => string),
    callers: number,
    private readonly options: LoadOptions = {},
  ) {
    this.callers = Array.from({ length: callers }, () => this.keepCalling());
  }

  /** Lets calls in flight end. Resolves with the counts by name. */
  async stop(): Promise<Record<string, number>> {
    this.running = false;
    await Promise.all(this.callers);
    this.agent.destroy();
    return Object.fromEntries(this.answers);
  }

  private async keepCalling(): Promise<void> {
    const { classify = defaultName, pauseMs = 0 } = this.options;
    while (this.running && this.calls < MOST) {
      this.calls += 1;
      const url = typeof this.url === 'string' ? this.url : this.url();
      const name = classify(await call(url, this.agent).catch((error: Error) => error));
      this.answers.set(name, (this.answers.get(name) ?? 0) + 1);
      if (pauseMs > 0) await setTimeout(pauseMs);
    }
  }
}

const defaultName = (answer: Answer | Error) =>
  answer instanceof Error ? `failed: ${answer.message}` : `${answer.status}`;

/** One GET, by a connection of its own unless given an agent. Rejects when it fails or the answer is cut off. */
export function call(
  url: string,
  agent: Agent | false = false,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outbound = request(url, { agent, headers, timeout: 120_000 });
    outbound.on('timeout', () => outbound.destroy(new Error('no answer in two minutes')));
    outbound.on('error', reject);
    outbound.on('response', (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      answer.on('error', reject);
      answer.on('close', () =>
        answer.complete
          ? resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body })
          : reject(new Error('the answer was cut off')),
      );
    });
    outbound.end();
  });
}
