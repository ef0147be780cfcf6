import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as runPostgres } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as drizzleLite } from 'drizzle-orm/pglite';
import { migrate as runLite } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrateLite, migratePostgres, migrationsFolder } from './migrate';
import { createEmptyPostgres } from './testing';

interface Migrating {
  query(text: string): Promise<{ rows: unknown[] }>;
  /** as a Gatehouse of then would */
  migrateTo(folder: string): Promise<void>;
  migrate(): Promise<void>;
  close(): Promise<void>;
}

async function lite(): Promise<Migrating> {
  const client = await PGlite.create();
  return {
    query: (text) => client.query(text),
    migrateTo: (folder) => runLite(drizzleLite({ client }), { migrationsFolder: folder }),
    migrate: () => migrateLite(client),
    close: () => client.close(),
  };
}

async function postgres(): Promise<Migrating> {
  const { url, drop } = await createEmptyPostgres();
  const pool = new pg.Pool({ connectionString: url });
  return {
    query: (text) => pool.query(text),
    migrateTo: (folder) => runPostgres(drizzlePostgres({ client: pool }), { migrationsFolder: folder }),
    migrate: () => migratePostgres(pool),
    close: () => pool.end().then(drop),
  };
}

/** The migrations up to one of them, as they stood when it was the last. */
async function migrationsUpTo(tag: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-migrations-'));
  await cp(migrationsFolder, folder, { recursive: true });
  const path = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: { tag: string }[] };
  const last = journal.entries.findIndex((entry) => entry.tag === tag);
  await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }));
  return folder;
}

describe.each([
  { name: 'PGlite', open: lite },
  { name: 'Postgres', open: postgres },
])('on $name, a database of before the cache', ({ open }) => {
  let database: Migrating;
  let folder = '';

  const stage = (name: string, settings: unknown) =>
    database.query(`insert into stages
      (rest_api_id, stage_name, deployment_id, variables, method_settings, created_date, last_updated_date)
      values ('api', '${name}', 'dep', '{"a": "b"}', '${JSON.stringify(settings)}', now(), now())`);

  beforeAll(async () => {
    database = await open();
    folder = await migrationsUpTo('0007_quota_owner');
    await database.migrateTo(folder);
    await database.query(`insert into rest_apis (id, name, created_date) values ('api', 'Pets', now())`);
    await database.query(`insert into deployments (id, rest_api_id, created_date, created_by, definition)
      values ('dep', 'api', now(), 'ada', '{}')`);
    await stage('bare', {});
    await stage('prod', {
      '*/*': { rateLimit: 10.5, burstLimit: 20 },
      '/pets/{petId}/GET': { rateLimit: 0, burstLimit: 0 },
    });
    await database.query(`insert into metric_days
      (day, rest_api_id, stage_name, resource_path, http_method, api_key_id, usage_plan_id, calls, status_2xx,
       status_3xx, status_4xx, status_5xx, throttled, latency, integration_latency)
      values (now(), 'api', 'prod', '/', 'GET', '', '', 7, 7, 0, 0, 0, 0, '{7}', '{7}')`);
    await database.migrate();
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("has its stages' throttles in AWS's members, and no cache", async () => {
    const { rows } = await database.query(`select stage_name, variables, method_settings,
      cache_cluster_enabled, canary_settings from stages order by stage_name`);
    const unchanged = { variables: { a: 'b' }, cache_cluster_enabled: false, canary_settings: null };
    expect(rows).toEqual([
      { stage_name: 'bare', method_settings: {}, ...unchanged },
      {
        stage_name: 'prod',
        method_settings: {
          '*/*': { throttlingRateLimit: 10.5, throttlingBurstLimit: 20 },
          '/pets/{petId}/GET': { throttlingRateLimit: 0, throttlingBurstLimit: 0 },
        },
        ...unchanged,
      },
    ]);
  });

  test('has counted no call as answered by a cache', async () => {
    const { rows } = await database.query(
      'select calls, cache_hits, cache_misses, integration_errors, client_errors, execution_errors from metric_days',
    );
    const errors = { integration_errors: 0, client_errors: 0, execution_errors: 0 };
    expect(rows).toEqual([{ calls: 7, cache_hits: 0, cache_misses: 0, ...errors }]);
  });
});

describe.each([
  { name: 'PGlite', open: lite },
  { name: 'Postgres', open: postgres },
])('on $name, a database of before the portals', ({ open }) => {
  let database: Migrating;
  let folder = '';

  beforeAll(async () => {
    database = await open();
    folder = await migrationsUpTo('0022_access_logs');
    await database.migrateTo(folder);
    await database.query(`insert into rest_apis (id, name, created_date) values ('api', 'Pets', now())`);
    await database.query(`insert into deployments (id, rest_api_id, created_date, created_by, definition)
      values ('dep', 'api', now(), 'ada', '{}')`);
    await database.query(`insert into stages
      (rest_api_id, stage_name, deployment_id, variables, method_settings, created_date, last_updated_date)
      values ('api', 'prod', 'dep', '{}', '{}', now(), now())`);
    for (const [id, overview] of [
      ['zoo', '# Zoo'],
      ['bare', ''],
    ])
      await database.query(`insert into portal_products
        (id, slug, rest_api_id, stage_name, display_name, description, overview, published, last_modified)
        values ('${id}', '${id}', 'api', 'prod', '${id}', 'All', '${overview}', true, '2026-01-15T12:00:00Z')`);
    await database.migrate();
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("has a product's overview as its first page, and a product without one as it was", async () => {
    const { rows: pages } = await database.query('select id, product_id, title, body from product_pages');
    expect(pages).toEqual([
      { id: expect.stringMatching(/^[a-z0-9]{10}$/), product_id: 'zoo', title: 'Overview', body: '# Zoo' },
    ]);
    const [{ id }] = pages as [{ id: string }];
    const { rows } = await database.query(`select id, slug, stage_name, published, display_order
      from portal_products order by id`);
    const unchanged = { stage_name: 'prod', published: true };
    const order = { productPageIds: [], contents: [] };
    expect(rows).toEqual([
      { id: 'bare', slug: 'bare', display_order: order, ...unchanged },
      { id: 'zoo', slug: 'zoo', display_order: { overviewPageId: id, ...order }, ...unchanged },
    ]);
  });
});

describe.each([
  { name: 'PGlite', open: lite },
  { name: 'Postgres', open: postgres },
])('on $name, a database of before functions had permissions that decide', ({ open }) => {
  let database: Migrating;
  let folder = '';
  const own =
    '{"Sid": "own", "Effect": "Allow", "Principal": "*", "Action": "lambda:*", "Resource": "arn:of:then"}';

  beforeAll(async () => {
    database = await open();
    folder = await migrationsUpTo('0028_metric_errors');
    await database.migrateTo(folder);
    await database.query(`insert into function_code (sha256) values ('sha')`);
    await database.query(`insert into functions (function_name, created_date)
      values ('who', now()), ('bare', now())`);
    for (const [name, version] of [
      ['who', '$LATEST'],
      ['who', '1'],
      ['bare', '$LATEST'],
    ])
      await database.query(`insert into function_versions
        (function_name, version, configuration_sealed, runtime, code_sha256, code_size, last_modified)
        values ('${name}', '${version}', '', 'nodejs22.x', 'sha', 1, now())`);
    await database.query(`insert into function_aliases (function_name, name, function_version)
      values ('who', 'live', '1')`);
    await database.query(`insert into function_permissions (function_name, qualifier, statement_id, statement)
      values ('who', 'live', 'own', '${own}')`);
    await database.migrate();
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('lets APIs invoke what was there, by every name that it had', async () => {
    const { rows } = await database.query(`select function_name, qualifier, statement_id, statement
      from function_permissions order by 1, 2, 3`);
    const statement = {
      Sid: 'before-permissions',
      Effect: 'Allow',
      Principal: { Service: 'apigateway.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
    };
    const open = { statement_id: 'before-permissions', statement };
    expect(rows).toEqual([
      { function_name: 'bare', qualifier: '', ...open },
      { function_name: 'who', qualifier: '', ...open },
      { function_name: 'who', qualifier: '1', ...open },
      { function_name: 'who', qualifier: 'live', ...open },
      { function_name: 'who', qualifier: 'live', statement_id: 'own', statement: JSON.parse(own) },
    ]);
  });
});
