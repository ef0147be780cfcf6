import type { ConnectionAnswer, ConnectionQuestion } from '../ports';
import type { Serving } from '../snapshot/compiled';
import type { Connection } from './Connection';

/** Most that one list holds. */
const MOST_LISTED = 1_000;
const GONE: ConnectionAnswer = { outcome: 'gone' };

/** The open connections of this engine, by id. */
export class Connections {
  private readonly open = new Map<string, Connection>();
  private whenEmpty = () => {};

  add(connection: Connection): void {
    this.open.set(connection.id, connection);
  }

  remove({ id }: Connection): void {
    this.open.delete(id);
    if (this.open.size === 0) this.whenEmpty();
  }

  has(id: string): boolean {
    return this.open.has(id);
  }

  get size(): number {
    return this.open.size;
  }

  look(now: number): void {
    for (const connection of this.open.values()) connection.look(now);
  }

  /** A stage or an API that is gone takes its connections with it. */
  keepTo(serving: Pick<Serving, 'webSocketApis'>): void {
    for (const connection of this.open.values()) closeIfGone(connection, serving);
  }

  /** Resolves when all have left. */
  leave(): Promise<void> {
    for (const connection of this.open.values()) connection.leave();
    if (this.open.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.whenEmpty = resolve;
    });
  }

  /** What `@connections` and the console ask; of another API's or stage's connections nothing is told. */
  answer(question: ConnectionQuestion): ConnectionAnswer {
    if (question.type === 'list') return { outcome: 'ok', connections: this.list(question) };
    const connection = this.open.get(question.connectionId);
    if (!connection?.isOpen || !isOf(connection, question)) return GONE;
    if (question.type === 'get') return { outcome: 'ok', connections: [connection.describe()] };
    if (question.type === 'post') return posted(connection, question);
    connection.close(1000, 'Connection Closed Normally');
    return { outcome: 'ok' };
  }

  private list({ apiId, limit }: Extract<ConnectionQuestion, { type: 'list' }>) {
    const listed = [];
    for (const connection of this.open.values()) {
      if (listed.length >= Math.min(limit, MOST_LISTED)) break;
      if (connection.apiId === apiId && connection.isOpen) listed.push(connection.describe());
    }
    return listed;
  }
}

export function closeIfGone(connection: Connection, { webSocketApis }: Pick<Serving, 'webSocketApis'>): void {
  if (!webSocketApis.get(connection.apiId)?.stages.has(connection.stageName))
    connection.close(1001, 'Going away');
}

function posted(
  connection: Connection,
  { data, isBinary }: Extract<ConnectionQuestion, { type: 'post' }>,
): ConnectionAnswer {
  return connection.send({ data: Buffer.from(data, 'base64'), isBinary }) ? { outcome: 'ok' } : GONE;
}

function isOf(connection: Connection, asked: { apiId: string; stageName?: string | undefined }): boolean {
  return (
    connection.apiId === asked.apiId &&
    (asked.stageName === undefined || connection.stageName === asked.stageName)
  );
}
