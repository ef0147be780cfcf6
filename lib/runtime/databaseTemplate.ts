/** Run by the build: an empty, migrated database directory for first starts to copy. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDb } from '@/db/client';

const folder = join(import.meta.dirname, 'template/database');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const database = await openDb(folder);
await database.close();
