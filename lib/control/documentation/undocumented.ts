import { documentationIndex } from '@/lib/model/documentationIndex';
import { documentedEntities } from '@/lib/model/documentedEntities';
import { read } from '../operation';
import { definitionOf } from '../restApis/definitionOf';

/** What nobody has written a part about. What things say of themselves is no documentation part. */
export const listUndocumented = read(
  { name: 'GetDocumentationParts', permission: 'viewer' },
  async (call, restApiId: string) => {
    const definition = await definitionOf(call, restApiId);
    const { resolve } = documentationIndex(definition.documentationParts ?? []);
    return documentedEntities(definition)
      .map(({ location }) => location)
      .filter((location) => Object.keys(resolve(location).properties).length === 0);
  },
);
