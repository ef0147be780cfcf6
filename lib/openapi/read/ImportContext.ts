import type { Authorizer } from '@/lib/model/authorizer';
import type { Dialect } from '../dialect';
import type { SourceNode } from '../source/SourceNode';
import type { ModelBook } from './ModelBook';
import type { Reading } from './Reading';

/** What readers of operations need of the rest of the document. */
export interface ImportContext {
  reading: Reading;
  dialect: Dialect;
  models: ModelBook;
  /** name -> id */
  validators: ReadonlyMap<string, string>;
  /** validator of operations that name none */
  defaultValidatorId: string | undefined;
  /** by the name of their scheme */
  authorizers: ReadonlyMap<string, Authorizer>;
  securitySchemes: ReadonlyMap<string, SourceNode>;
  /** of operations that name none, not even an empty one */
  security: SourceNode | undefined;
  /** Swagger 2.0's media types of operations that name none */
  consumes: SourceNode | undefined;
  produces: SourceNode | undefined;
}
