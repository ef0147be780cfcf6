import { read } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';
import { exampleOf } from './exampleOf';
import { findModel } from './findModel';
import { readModels } from './modelRow';
import { SchemaBook } from './SchemaBook';
import { shapeOf } from './shapeOf';
import { templateOf } from './templateOf';

export const generateFromModel = read(
  { name: 'GetModelTemplate', permission: 'viewer' },
  async (call, restApiId: string, name: string) => {
    await findRestApi(call, restApiId);
    const models = await readModels(call.db, restApiId);
    findModel(models, name);
    const shape = shapeOf(new SchemaBook(models), name);
    return { example: JSON.stringify(exampleOf(shape), null, 2), template: templateOf(shape) };
  },
);
