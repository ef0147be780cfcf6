import {
  type DocumentationPartLocation,
  documentationLocationInput,
  locationKey,
} from '@/lib/model/documentation';
import { documentationIndex } from '@/lib/model/documentationIndex';
import { documentedEntities } from '@/lib/model/documentedEntities';
import { read } from '../operation';
import { parse } from '../parse';
import { definitionOf } from '../restApis/definitionOf';

/** What a location would show if its API's parts were published now, and where each member is from. */
export const resolveDocumentation = read(
  { name: 'GetDocumentationPart', permission: 'viewer' },
  async (call, restApiId: string, unparsed: DocumentationPartLocation) => {
    const location = parse(documentationLocationInput, unparsed);
    const definition = await definitionOf(call, restApiId);
    const key = locationKey(location);
    const entity = documentedEntities(definition).find((each) => locationKey(each.location) === key);
    return documentationIndex(definition.documentationParts ?? []).resolve(location, entity?.said);
  },
);
