import type { Model } from '@/lib/model/v2/model';
import { SchemaBook } from '../models/SchemaBook';
import { shapeOf } from '../models/shapeOf';
import { templateOf } from '../models/templateOf';
import { read } from '../operation';
import { findApi } from './findApi';
import { findPart, partRows } from './partRows';

/** A mapping template as AWS generates one from a model's schema. */
export const modelTemplate = read(
  { name: 'GetModelTemplate', permission: 'viewer' },
  async (call, apiId: string, modelId: string) => {
    await findApi(call, apiId);
    const { key } = await findPart(call.db, apiId, 'model', modelId);
    const rows = await partRows(call.db, apiId, 'model');
    const models = rows.map(({ settings }) => settings as Omit<Model, 'modelId'>);
    return templateOf(
      shapeOf(
        new SchemaBook(models.map(({ name, schema }) => ({ name, schema, contentType: 'application/json' }))),
        key,
      ),
    );
  },
);
